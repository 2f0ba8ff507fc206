"""What is written into a box: a title of two lines before all else, nothing over anything, nothing cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus
from app.ui.screens.programme.board.faces import Face
from app.ui.screens.programme.board.lettering import TIGHT, Hand, advance, line_px
from app.ui.screens.programme.board.typesetting import BADGE_PX, SIGN_PX, Setting, typeset
from app.ui.theme.style import apply_theme


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


def _face(title: str = "Wrap-up call with Seoul", **fields: object) -> Face:
    known: dict[str, object] = {
        "time": "09:30–11:15",
        "second": "NASA Headquarters · Room 9F",
        "kind": EntryKind.MEETING,
        "status": EntryStatus.CONFIRMED,
        "precision": Precision.EXACT,
        "marking": 1,
        "badge": "",
        "clash": "",
    }
    return Face(title=title, **(known | fields))  # type: ignore[arg-type]


def _titles(setting: Setting) -> list[str]:
    return [line.text for line in setting.lines if line.hand is not Hand.SMALL]


def _small(setting: Setting) -> list[str]:
    return [line.text for line in setting.lines if line.hand is Hand.SMALL]


faces = st.builds(
    _face,
    st.sampled_from(
        ("회의", "NASA Headquarters — bilateral", "한국항공우주연구원과 공동 회의", "Bundesministerium")
    ),
    status=st.sampled_from(EntryStatus),
    badge=st.sampled_from(("", "CONFIDENTIAL", "공개")),
    clash=st.sampled_from(("", "“Press” has the same people")),
    late=st.sampled_from(("", "too short: way about 40 min, 10 min free")),
)


@given(face=faces, width=st.integers(1, 260), height=st.integers(1, 240))
def test_nothing_is_wider_or_lower_than_the_box_and_no_line_lies_over_another(
    face: Face, width: int, height: int
) -> None:
    setting = typeset(face, width, height)
    below = 0.0
    for line in setting.lines:
        assert line.x + advance(line.text, line.hand) <= width
        if line.text != face.time or line.y >= below:
            assert line.y >= below - 0.01
        below = max(below, line.y + line_px(line.hand))
    assert below <= max(height + 2, 0)
    if setting.badge is not None:
        assert setting.badge.x >= 0
        assert setting.badge.x + setting.badge.width <= width
        assert setting.badge.y >= -2
        assert setting.badge.y + BADGE_PX <= max(height, BADGE_PX)


@given(face=faces, width=st.integers(1, 260), height=st.integers(1, 240))
def test_a_place_is_never_written_where_the_time_is_not(face: Face, width: int, height: int) -> None:
    small = "".join(_small(typeset(face, width, height))).replace(" ", "")
    assert "NASA" not in small or face.time in small


def test_a_time_that_takes_two_lines_has_them_before_more_of_the_title() -> None:
    face = _face("NASA Headquarters — bilateral")
    setting = typeset(face, 68, 4 + 2 * round(line_px(Hand.TITLE)) + 2 * round(line_px(Hand.SMALL)) + 2)
    assert _small(setting) == ["09:30–", "11:15"]
    assert len(_titles(setting)) == 2


def test_a_title_has_two_lines_before_it_is_shortened_in_a_box_of_half_an_hour() -> None:
    setting = typeset(_face("Private call with the Minister"), 130, 22)
    assert _titles(setting) == ["Private call with the", "Minister"]
    assert {line.hand for line in setting.lines} == {Hand.TIGHT}


def test_what_fits_in_one_line_is_written_in_the_usual_hand_with_its_time_beside() -> None:
    setting = typeset(_face("Lunch"), 160, 22)
    assert [(line.text, line.hand) for line in setting.lines] == [
        ("Lunch", Hand.TITLE),
        ("09:30–11:15", Hand.SMALL),
    ]


def test_title_time_and_place_stand_below_each_other() -> None:
    setting = typeset(_face("NASA HQ"), 200, 90)
    assert (_titles(setting), _small(setting)) == (
        ["NASA HQ"],
        ["09:30–11:15", "NASA Headquarters · Room 9F"],
    )


def test_the_marking_gives_way_to_two_lines_of_title() -> None:
    low = typeset(_face(badge="CONFIDENTIAL"), 110, 36)
    assert len(_titles(low)) == 2
    assert low.badge is not None
    assert low.badge.text == "C"
    assert low.lines[1].x + advance(low.lines[1].text, low.lines[1].hand) < low.badge.x
    narrow = typeset(_face(badge="CONFIDENTIAL"), 48, 36)
    assert narrow.badge is None
    high = typeset(_face(badge="CONFIDENTIAL"), 110, 90)
    assert high.badge is not None
    assert high.badge.text == "CONFIDENTIAL"


def test_the_time_stands_before_the_marking_where_no_other_line_is_free() -> None:
    setting = typeset(_face("Embassy briefing", badge="RESTRICTED"), 300, 43)
    assert setting.badge is not None
    (time,) = [line for line in setting.lines if line.text == "09:30–11:15"]
    assert time.x + advance(time.text, time.hand) < setting.badge.x


def test_a_clash_says_with_what_and_has_its_sign() -> None:
    setting = typeset(_face("Roundtable", clash="“Press” has the same people"), 200, 80)
    assert setting.sign
    assert "“Press” has the same people" in _small(setting)
    assert next(line.tone for line in setting.lines if line.text.startswith("“Press”")) == "bad"


def test_a_way_that_is_too_long_is_said_and_has_the_sign() -> None:
    setting = typeset(_face("Roundtable", late="too short: way about 40 min, 10 min free"), 260, 80)
    assert setting.sign
    assert "too short: way about 40 min, 10 min free" in _small(setting)


def test_a_word_that_has_no_room_beside_the_sign_takes_its_place() -> None:
    width = int(advance("Pressekonferenz", Hand.TITLE)) + 12
    setting = typeset(_face("Pressekonferenz", clash="x"), width, 60)
    assert _titles(setting) == ["Pressekonferenz"]
    assert not setting.sign


@pytest.mark.parametrize(
    ("status", "hand"),
    [
        (EntryStatus.CANCELLED, Hand.STRUCK),
        (EntryStatus.TENTATIVE, Hand.SLANTED),
        (EntryStatus.CONFIRMED, Hand.TITLE),
    ],
)
def test_how_firm_it_is_shows_in_the_letters(status: EntryStatus, hand: Hand) -> None:
    assert {line.hand for line in typeset(_face(status=status), 200, 90).lines} == {hand, Hand.SMALL}
    low = typeset(_face("A title that is long enough", status=status), 120, 22)
    assert {line.hand for line in low.lines} == {TIGHT[hand]}


def test_a_box_without_room_says_nothing() -> None:
    assert typeset(_face(), 200, 8) == Setting()
    assert typeset(_face(), 14, 80) == Setting()


@given(face=faces, width=st.integers(1, 260), height=st.integers(1, 240))
def test_the_sign_in_the_corner_below_lies_over_nothing(face: Face, width: int, height: int) -> None:
    setting = typeset(face, width, height)
    if setting.low_sign:
        assert face.clash or face.late
        assert not setting.sign
        assert all(line.y + line_px(line.hand) <= height - SIGN_PX for line in setting.lines)
        assert setting.badge is None or setting.badge.x >= SIGN_PX


def test_a_narrow_box_with_a_marking_still_has_the_sign_of_its_clash() -> None:
    """As one of three side by side at the zoom of the first day."""
    found = typeset(
        _face("Press availability", badge="PUBLIC", clash="“Roundtable” has the same people"), 42, 43
    )
    assert found.badge is not None
    assert (found.sign, found.low_sign) == (False, True)
