"""How far away things are, in words."""

from datetime import date, timedelta

import pytest

from app.domain.words import VisitState
from app.wording.countdown import countdown, until

FIRST, LAST = date(2024, 1, 22), date(2024, 1, 30)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2024, 1, 10), "begins in 12 days"),
        (date(2024, 1, 21), "begins tomorrow"),
        (date(2024, 1, 22), "day 1 of 9"),
        (date(2024, 1, 24), "day 3 of 9"),
        (date(2024, 1, 30), "day 9 of 9"),
        (date(2024, 1, 31), "ended yesterday"),
        (date(2024, 2, 4), "ended 5 days ago"),
    ],
)
def test_the_countdown_of_a_visit(today: date, words: str) -> None:
    assert countdown(VisitState.CONFIRMED, FIRST, LAST, today) == words


def test_a_cancelled_visit_has_none() -> None:
    assert countdown(VisitState.CANCELLED, FIRST, LAST, date(2024, 1, 10)) == ""


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(seconds=30), "in 1 min"),
        (timedelta(minutes=45), "in 45 min"),
        (timedelta(minutes=60), "in 1 h"),
        (timedelta(minutes=65), "in 1 h 05"),
        (timedelta(hours=47, minutes=59), "in 47 h 59"),
        (timedelta(hours=48), "in 2 days"),
        (timedelta(days=12, hours=3), "in 12 days"),
    ],
)
def test_how_long_until(left: timedelta, words: str) -> None:
    assert until(left) == words
