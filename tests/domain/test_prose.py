"""Plain emphasis and lists: what marks mean, and that one look has one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.prose import Line, Run, canonical, lines_of, settled, text_of, with_mark, with_new_lines

TEXTS = st.text() | st.text(alphabet="ab 가*-•\n1.", max_size=40)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain", [Run("plain")]),
        ("**now** or *later*", [Run("now", strong=True), Run(" or "), Run("later", slanted=True)]),
        ("**협력**을 다진다", [Run("협력", strong=True), Run("을 다진다")]),
        ("2 * 3 * 4", [Run("2 * 3 * 4")]),
        ("a*b*c", [Run("a*b*c")]),
        ("** no **", [Run("** no **")]),
        ("**a****b**", [Run("**a****b**")]),
    ],
)
def test_marks_are_looks_where_they_stand_against_words(text: str, runs: list[Run]) -> None:
    (line,) = lines_of(text)
    assert list(line.runs) == runs


def test_items_of_a_list_have_a_level() -> None:
    lines = lines_of("Bring:\n- the *map*\n  • its key\n-no item\n")
    assert [line.level for line in lines] == [None, 0, 1, None]
    assert lines[1].runs == (Run("the "), Run("map", slanted=True))
    assert text_of(lines) == "Bring:\n- the *map*\n  - its key\n-no item"


def test_blanks_and_joins_of_a_word_processor_are_no_look() -> None:
    runs = (
        Run("very ", strong=True),
        Run("", slanted=True),
        Run("good", strong=True),
        Run(" *", strong=True),
    )
    assert settled(runs) == (Run("very good", strong=True), Run(" *"))
    assert text_of([Line(settled((Run(" so ", strong=True, slanted=True),)))]) == "**so**"


@given(TEXTS)
def test_a_look_has_one_form(text: str) -> None:
    once = canonical(text)
    assert text_of(lines_of(text)) == once
    assert text_of(Line(settled(line.runs), line.level) for line in lines_of(text)) == once


@given(st.text(alphabet="ab 가-•\n", max_size=40))
def test_the_form_of_a_text_without_stars_is_its_own_form(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


@given(st.text(), st.text())
def test_new_lines_come_below_and_nothing_is_lost_or_doubled(text: str, draft: str) -> None:
    found = with_new_lines(text, draft)
    assert with_new_lines(found, draft) == found
    assert text.strip() in found
    words = {" ".join(line.split()) for line in found.splitlines()}
    assert all(" ".join(line.split()) in words for line in draft.splitlines() if line.strip())


@given(st.sampled_from(["", "Say ", "- "]), st.text("ab가 ", min_size=1), st.sampled_from(["", " now."]))
def test_a_mark_put_around_words_is_their_look_and_is_taken_off_again(
    before: str, chosen: str, after: str
) -> None:
    text, end = before + chosen + after, len(before) + len(chosen)
    for mark, other in (("**", "*"), ("*", "**")):
        marked = with_mark(text, len(before), end, mark)
        assert marked[0][marked[1] : marked[2]] == chosen.strip()
        assert with_mark(*marked, mark)[0] == text or not chosen.strip()
        if chosen.strip():
            changed = with_mark(*marked, other)
            assert changed[0] == with_mark(text, len(before), end, other)[0]
            looks = [(run.strong, run.slanted) for line in lines_of(changed[0]) for run in line.runs]
            assert (other == "**", other == "*") in looks
