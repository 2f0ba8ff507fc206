"""Rows of words in columns: wide letters take two places, nothing is lost, nothing trails."""

from hypothesis import given
from hypothesis import strategies as st

from app.wording.lined import lined


def test_cells_stand_under_each_other() -> None:
    rows = [("김", "one\ntwo", "x"), ("abc", "", "y"), ("", "1", "")]
    assert list(lined(rows)) == ["김   one two  x", "abc           y", "     1"]
    assert list(lined([])) == []


@given(st.lists(st.tuples(*[st.text("ab한 \n", max_size=6)] * 3), max_size=6))
def test_no_word_is_lost(rows: list[tuple[str, str, str]]) -> None:
    lines = list(lined(rows))
    assert [line.split() for line in lines] == [" ".join(row).split() for row in rows]
    assert all(line == line.rstrip() for line in lines)
