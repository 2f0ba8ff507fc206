"""Entries for the tests of the board, made of what clocks show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from app.domain.board.columns import columns
from app.domain.board.days import Column
from app.domain.time import from_utc, to_utc

SEOUL, PARIS, WASHINGTON = "Asia/Seoul", "Europe/Paris", "America/New_York"
#: Both sides of the date line, half hours, and clocks that are changed on other Sundays or over midnight.
ZONES = (
    *(SEOUL, PARIS, WASHINGTON, "Europe/London", "Pacific/Auckland", "Pacific/Honolulu"),
    *("Pacific/Kiritimati", "Pacific/Apia", "Asia/Kathmandu", "America/St_Johns", "Africa/Cairo"),
    *("America/Havana", "Australia/Lord_Howe", "America/Santiago"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    start_wall: datetime
    start_zone: str
    start_utc: datetime
    end_wall: datetime
    end_zone: str
    end_utc: datetime


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def entry(key: str, start: str, zone: str, end: str, end_zone: str = "", *, folds: str = "00") -> Entry:
    """An entry by its two walls; ``folds`` says which pass of the clock each of them means."""
    begins, stops, arrives = at(start), at(end), end_zone or zone
    return Entry(
        *(key, begins, zone, to_utc(begins, zone, int(folds[0]))),
        *(stops, arrives, to_utc(stops, arrives, int(folds[1]))),
    )


def run(key: str, start_utc: datetime, zone: str, minutes: int, end_zone: str) -> Entry:
    """An entry by its first instant and its length."""
    end_utc = start_utc + timedelta(minutes=minutes)
    return Entry(
        *(key, from_utc(start_utc, zone).time, zone, start_utc),
        *(from_utc(end_utc, end_zone).time, end_zone, end_utc),
    )


def city_of(_day: date, zone: str) -> str:
    return zone.rpartition("/")[2]


def days(
    spans: Sequence[Entry],
    first: str = "2024-01-22",
    last: str = "2024-01-22",
    city: Callable[[date, str], str] = city_of,
) -> tuple[Column, ...]:
    """The columns of a visit from Seoul that has no stops."""
    return columns(
        spans,
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        stays=(),
        home_zone=SEOUL,
        home_city="Seoul",
        city_of=city,
    )


zones = st.sampled_from(ZONES)
#: Weeks in which clocks are changed somewhere, and Samoa's lost Friday.
_WEEKS = (
    *(datetime(2024, 3, 6), datetime(2024, 3, 28), datetime(2024, 10, 25), datetime(2024, 11, 1)),
    *(datetime(2011, 12, 26), datetime(2024, 4, 2), datetime(2024, 9, 4), datetime(2010, 11, 3)),
)
starts = st.builds(
    lambda week, steps: week + timedelta(minutes=5 * steps),
    *(st.sampled_from(_WEEKS), st.integers(0, 10 * 24 * 12)),
)
stays = st.builds(
    lambda start, zone, minutes: run("stay", start, zone, minutes, zone),
    starts,
    zones,
    st.integers(1, 50 * 60),
)
legs = st.builds(
    lambda start, zone, minutes, end_zone: run("leg", start, zone, minutes, end_zone),
    *(starts, zones, st.integers(1, 30 * 60), zones),
)
