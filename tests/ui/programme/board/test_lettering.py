"""Words in lines: between words first, none cut, Hangul and long words whole or with a hyphen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from app.ui.screens.programme.board.lettering import (
    TIGHT,
    Hand,
    advance,
    broken,
    line_px,
    metrics,
    rise_px,
    shortened,
    unbroken,
)
from app.ui.theme.style import apply_theme

HYPHEN = "\u2010"
WORDS = (
    "Deputy Administrator",
    "한국항공우주연구원",
    "ESA – CNES",
    "Bundesministerium",
    "a",
    "회의",
    "x/y",
    "7\u00a0h",
)


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


def _letters(lines: tuple[str, ...]) -> str:
    return "".join(lines).replace(HYPHEN, "").replace(" ", "")


@given(
    text=st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join),
    width=st.integers(8, 260),
    lines=st.integers(0, 5),
    less=st.integers(0, 30),
    hand=st.sampled_from((Hand.TITLE, Hand.SMALL, Hand.TIGHT)),
)
def test_no_line_is_wider_than_its_room_and_nothing_is_lost_but_behind_an_ellipsis(
    text: str, width: int, lines: int, less: int, hand: Hand
) -> None:
    found = broken(text, hand, width, lines, less)
    assert len(found) <= lines
    for number, line in enumerate(found):
        assert advance(line, hand) <= max(width - (0 if number else less), 0)
    if not any("…" in line for line in found):
        assert text.replace(" ", "").startswith(_letters(found))


def test_lines_end_between_words_where_a_word_fits_in_a_line() -> None:
    width = int(advance("Administrator", Hand.TITLE)) + 1
    assert broken("Deputy Administrator", Hand.TITLE, width, 2) == ("Deputy", "Administrator")
    assert broken("우주항공청 공동 협력", Hand.TITLE, int(advance("우주항공청", Hand.TITLE)) + 1, 2) == (
        "우주항공청",
        "공동 협력",
    )


def test_a_word_that_is_too_wide_is_broken_before_a_syllable() -> None:
    width = int(advance("Headquar", Hand.TITLE))
    assert broken("Headquarters", Hand.TITLE, width, 2) == (f"Head{HYPHEN}", "quarters")


def test_no_word_is_broken_in_a_very_narrow_line() -> None:
    assert broken("Space", Hand.TITLE, int(advance("Sp…", Hand.TITLE)) + 2, 4) == ("Sp…",)
    assert HYPHEN not in "".join(broken("Weltraumbehörde", Hand.TITLE, 39, 4))
    assert HYPHEN in broken("Weltraumbehörde", Hand.TITLE, 40, 4)[0]


def test_hangul_is_broken_between_blocks_without_a_hyphen() -> None:
    width = int(advance("한국항공", Hand.TITLE)) + 1
    assert broken("한국항공우주연구원", Hand.TITLE, width, 3) == ("한국항공", "우주연구", "원")


def test_a_word_that_does_not_fit_beside_a_mark_goes_to_the_next_line() -> None:
    width = int(advance("Pressekonferenz", Hand.TITLE)) + 1
    assert broken("Pressekonferenz", Hand.TITLE, width, 2, 14) == ("", "Pressekonferenz")


def test_the_last_line_leaves_room_for_what_stands_beside_it() -> None:
    width = int(advance("two three", Hand.TITLE)) + 1
    assert advance(broken("one two three", Hand.TITLE, width, 2, 0, 20)[-1], Hand.TITLE) <= width - 20


def test_no_line_ends_within_what_belongs_together() -> None:
    width = int(advance("leaves 17:30", Hand.SMALL)) + 4
    assert broken("leaves 17:30\u00a0EST", Hand.SMALL, width, 2) == ("leaves", "17:30\u00a0EST")


def test_a_time_is_whole_or_not_there() -> None:
    whole = "09:30–11:15 · 1 h 45"
    assert unbroken(whole, Hand.SMALL, 300, 1) == (whole,)
    assert unbroken(whole, Hand.SMALL, int(advance("09:30–11:15", Hand.SMALL)) + 1, 1) == ("09:30–11:15",)
    assert unbroken(whole, Hand.SMALL, 30, 1) == ()


def test_no_lone_letter_stands_before_an_ellipsis() -> None:
    assert shortened("Summit", Hand.TITLE, int(advance("S…", Hand.TITLE)) + 1) == ""
    assert shortened("Big abc", Hand.TITLE, int(advance("Big a…", Hand.TITLE)) + 1) == "Big…"


@pytest.mark.parametrize("hand", TIGHT.values())
def test_two_tight_lines_stand_in_a_box_of_half_an_hour_without_touching(hand: Hand) -> None:
    ink = metrics(hand).tightBoundingRect("ÄÖdfgjpqy우훍")
    assert 2 * line_px(hand) <= 22
    assert rise_px(hand) + ink.bottom() <= line_px(hand) + 2  # what hangs may reach into the next line's air
    assert metrics(Hand.TITLE).height() > line_px(hand)
