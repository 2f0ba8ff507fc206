"""Rows brought from one order to another in the fewest steps."""

from hypothesis import given
from hypothesis import strategies as st

from app.ui.screens.programme.order import Insert, Move, Remove, steps

KEYS = st.lists(st.sampled_from("abcdefghijkl"), unique=True)


def _walk(old: list[str], new: list[str]) -> tuple[list[str], int]:
    rows, count = list(old), 0
    for step in steps(old, new):
        count += 1
        match step:
            case Remove(first, last):
                del rows[first : last + 1]
            case Insert(at, key):
                rows.insert(at, key)
            case Move(source, before):
                assert before not in {source, source + 1}, "Qt refuses a move to where a row is"
                key = rows.pop(source)
                rows.insert(before if before < source else before - 1, key)
    return rows, count


@given(KEYS, KEYS)
def test_the_steps_lead_to_the_new_order(old: list[str], new: list[str]) -> None:
    assert _walk(old, new)[0] == new


@given(KEYS)
def test_an_order_that_stays_takes_no_step(old: list[str]) -> None:
    assert _walk(old, old) == (old, 0)


def test_one_row_that_moves_far_is_one_move() -> None:
    assert list(steps("abcdef", "bcdeaf")) == [Move(0, 5)]
    assert list(steps("abcdef", "eabcdf")) == [Move(4, 0)]


def test_neighbours_leave_in_one_step() -> None:
    assert list(steps("abcdef", "af")) == [Remove(1, 4)]
