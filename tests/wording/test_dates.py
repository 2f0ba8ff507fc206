"""How long a journey takes, how far apart the clocks of its ends are, and on which day it arrives."""

import re
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.time import from_utc, offset_minutes, to_utc
from app.wording.dates import arrival, day_within, duration, zones_apart

ZONES = st.sampled_from(
    [
        *("Asia/Seoul", "America/New_York", "Europe/Paris", "Asia/Kathmandu", "America/St_Johns"),
        *("Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe", "UTC"),
    ]
)
INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(
    lambda at: at.replace(second=0, microsecond=0)
)


def _said(words: str) -> int:
    """Return the minutes that a sentence says, those behind with a minus."""
    found = re.search(r" is (?:(\d+) hours?|(\d+) h(?: (\d\d))?|(\d+) min) (ahead of|behind) ", words)
    if found is None:
        assert " has the same time as " in words
        return 0
    whole, hours, rest, minutes, way = found.groups()
    size = int(whole or hours or 0) * 60 + int(rest or minutes or 0)
    return size if way == "ahead of" else -size


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (-840, "Washington is 14 hours behind Seoul."),
        (-60, "Washington is 1 hour behind Seoul."),
        (60, "Washington is 1 hour ahead of Seoul."),
        (-195, "Washington is 3 h 15 behind Seoul."),
        (30, "Washington is 30 min ahead of Seoul."),
        (0, "Washington has the same time as Seoul."),
    ],
)
def test_the_difference_of_two_clocks_is_a_sentence(minutes: int, words: str) -> None:
    assert zones_apart("Seoul", "Washington", minutes) == words


@given(minutes=st.integers(-26 * 60, 26 * 60))
def test_a_difference_says_what_it_is(minutes: int) -> None:
    assert _said(zones_apart("A", "B", minutes)) == minutes
    assert _said(zones_apart("B", "A", -minutes)) == -minutes


@given(minutes=st.integers(0, 10_000))
def test_a_duration_says_what_it_is(minutes: int) -> None:
    found = re.fullmatch(r"(?:(\d+) h)?(?: ?(\d\d)|(\d+) min)?", duration(minutes))
    assert found is not None
    hours, rest, alone = found.groups()
    assert int(hours or 0) * 60 + int(rest or alone or 0) == minutes
    assert duration(minutes) == duration(-minutes)


@given(leaves=INSTANTS, minutes=st.integers(1, 48 * 60), here=ZONES, there=ZONES)
def test_length_and_difference_lead_from_one_clock_to_the_other(
    leaves: datetime, minutes: int, here: str, there: str
) -> None:
    """What is said leads from the clock of the start to that of the end, over any date line and switch."""
    arrives = leaves + timedelta(minutes=minutes)
    apart = offset_minutes(arrives, there) - offset_minutes(arrives, here)
    as_seen_from_here = from_utc(arrives, here).time
    said = _said(zones_apart("A", "B", apart))
    assert as_seen_from_here + timedelta(minutes=said) == from_utc(arrives, there).time


@given(leaves=INSTANTS, minutes=st.integers(1, 72 * 60), here=ZONES, there=ZONES)
def test_the_day_of_arrival_is_that_of_its_own_clock(
    leaves: datetime, minutes: int, here: str, there: str
) -> None:
    start = from_utc(leaves, here).time
    end = from_utc(leaves + timedelta(minutes=minutes), there).time
    words = arrival(start, end)
    later = (end.date() - start.date()).days
    assert ("same day" in words) == (later == 0)
    assert ("day before" in words) == (later == -1)
    assert ("next day" in words) == (later == 1)
    assert ("earlier time" in words) == (later == 0 and end < start)


def test_the_date_line_is_crossed_both_ways() -> None:
    seoul, honolulu = "Asia/Seoul", "Pacific/Honolulu"
    leaves = to_utc(datetime(2024, 3, 26, 21), seoul)
    lands = from_utc(leaves + timedelta(hours=8, minutes=20), honolulu).time
    assert lands == datetime(2024, 3, 26, 10, 20)
    assert (
        arrival(datetime(2024, 3, 26, 21), lands)
        == "It arrives on the same day, at an earlier time than it leaves."
    )
    assert (
        arrival(datetime(2024, 3, 26, 0, 30), datetime(2024, 3, 25, 13, 50))
        == "It arrives on the day before."
    )
    assert arrival(datetime(2024, 3, 26, 12), datetime(2024, 3, 27, 17)) == "It arrives on the next day."
    assert arrival(datetime(2024, 3, 26, 12), datetime(2024, 3, 28, 1)) == "It arrives 2 days later."


@pytest.mark.parametrize(
    ("day", "first", "last", "words"),
    [
        ("2024-01-23", "2024-01-22", "2024-01-30", "Tue 23 Jan"),
        ("2025-01-23", "2024-01-22", "2024-01-30", "Thu 23 Jan 2025"),
        ("2023-12-30", "2023-12-29", "2024-01-03", "Sat 30 Dec 2023"),
        ("2024-01-02", "2023-12-29", "2024-01-03", "Tue 2 Jan 2024"),
    ],
)
def test_a_day_bears_its_year_where_that_is_not_the_visits_only_one(
    day: str, first: str, last: str, words: str
) -> None:
    assert day_within(*map(date.fromisoformat, (day, first, last))) == words
