"""From one order to another: whatever the orders, the steps lead there."""

from hypothesis import given
from hypothesis import strategies as st

from app.ui.tables.steps import Insert, Move, Remove, Step, steps

ORDERS = st.lists(st.sampled_from("abcdefghijkl"), unique=True)
MANY = 1000


def _done(rows: list[str], plan: list[Step]) -> list[str]:
    for step in plan:
        match step:
            case Remove(first, last):
                del rows[first : last + 1]
            case Insert(at, keys):
                rows[at:at] = keys
            case Move(source, before):
                assert before not in {source, source + 1}  # Qt refuses such a move
                key = rows.pop(source)
                rows.insert(before if before < source else before - 1, key)
    return rows


@given(ORDERS, ORDERS)
def test_the_steps_lead_there(old: list[str], new: list[str]) -> None:
    plan = steps(old, new, MANY)
    assert plan is not None
    assert _done(list(old), plan) == new


@given(ORDERS)
def test_an_order_that_stays_takes_no_step(order: list[str]) -> None:
    assert steps(order, order) == []


def test_only_what_must_move_moves() -> None:
    assert steps("abcdef", "bcdefa", MANY) == [Move(0, 6)]
    assert steps("abcdef", "bcdeaf") == [Move(0, 5)]
    assert steps("abcdef", "eabcdf") == [Move(4, 0)]
    assert steps("abc", "abc", MANY) == []


def test_neighbours_go_and_come_together() -> None:
    assert steps("abcdef", "af") == [Remove(1, 4)]
    assert steps("abcdef", "axyf", MANY) == [Remove(1, 4), Insert(1, ("x", "y"))]


def test_too_many_are_not_worth_it() -> None:
    assert steps("abcdef", "fedcba", 3) is None
    assert steps("abcdef", "", 0) is None
