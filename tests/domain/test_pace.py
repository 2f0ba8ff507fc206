"""How far a meeting has got, minute by minute."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.pace import Pace, pace

START = datetime(2026, 3, 10, 9)
END = START + timedelta(minutes=60)


def at(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def test_the_item_in_hand_began_when_the_last_one_was_ticked_off() -> None:
    assert pace(START, END, [], at(20)) == Pace(passed=20, slot=60, in_hand=20)
    assert pace(START, END, [at(12), at(5)], at(20)) == Pace(passed=20, slot=60, in_hand=8)
    assert pace(START, END, [at(-30), at(90)], at(20)) == Pace(passed=20, slot=60, in_hand=20)


def test_before_it_begins_nothing_has_passed_and_long_after_there_is_no_clock() -> None:
    early = pace(START, END, [], at(-10))
    assert early is not None
    assert (early.passed, early.left, early.in_hand) == (-10, 70, 0)
    late = pace(START, END, [], at(75))
    assert late is not None
    assert late.left == -15
    assert pace(START, END, [], at(60 + 6 * 60 + 1)) is None


@given(st.lists(st.integers(-500, 500)), st.integers(-500, 419))
def test_an_item_never_lasts_longer_than_its_meeting(ticks: list[int], now: int) -> None:
    found = pace(START, END, map(at, ticks), at(now))
    assert found is not None
    assert 0 <= found.in_hand <= max(0, found.passed)
    assert found.passed + found.left == found.slot
