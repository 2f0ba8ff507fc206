"""A local day by a clock: where it begins, and what the clock skips and repeats on it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from app.domain.board.days import DAY, midnight, part
from app.domain.time import WallState, check_wall
from tests.domain.board.spans import (
    PARIS,
    WASHINGTON,
    at,
    zones,
)

near_a_change = st.dates(date(2011, 12, 20), date(2012, 1, 5)) | st.dates(
    date(2024, 1, 1), date(2024, 12, 31)
)


def test_the_day_of_the_switch_is_an_hour_short_or_long() -> None:
    spring = part(date(2024, 3, 31), PARIS, "Paris")
    assert spring.ends_utc - spring.starts_utc == timedelta(hours=23)
    assert (spring.skipped, spring.repeated) == (((120, 180),), ())
    assert spring.minute(at("2024-03-31T00:59")) == 119
    assert spring.minute(at("2024-03-31T01:00")) == 180
    autumn = part(date(2024, 11, 3), WASHINGTON, "Washington")
    assert autumn.ends_utc - autumn.starts_utc == timedelta(hours=25)
    assert (autumn.skipped, autumn.repeated) == ((), ((60, 120),))
    assert autumn.minute(at("2024-11-03T05:30")) == autumn.minute(at("2024-11-03T06:30")) == 90
    ordinary = part(date(2024, 11, 4), WASHINGTON, "Washington")
    assert ordinary.skipped == ordinary.repeated == ()


def test_clocks_changed_over_midnight() -> None:
    cairo = part(date(2024, 4, 26), "Africa/Cairo", "Cairo")
    assert cairo.skipped == ((0, 60),)
    assert cairo.minute(cairo.starts_utc) == 60
    before = part(date(2024, 10, 31), "Africa/Cairo", "Cairo")
    assert before.repeated == ((DAY - 60, DAY),)
    assert part(date(2024, 11, 1), "Africa/Cairo", "Cairo").repeated == ()
    # Newfoundland put its clocks back at one minute past midnight: the day begins when it stays begun.
    assert midnight(date(2010, 11, 7), "America/St_Johns") == at("2010-11-07T03:30")
    assert part(date(2010, 11, 6), "America/St_Johns", "St John's").repeated == ((DAY - 59, DAY),)


def test_samoa_had_no_30_december_2011() -> None:
    lost = part(date(2011, 12, 30), "Pacific/Apia", "Apia")
    assert lost.starts_utc == lost.ends_utc == at("2011-12-30T10:00")
    assert lost.skipped == ((0, DAY),)
    assert part(date(2011, 12, 31), "Pacific/Apia", "Apia").starts_utc == lost.ends_utc


@given(day=near_a_change, zone=zones)
def test_days_follow_each_other_and_minutes_are_what_the_clock_shows(day: date, zone: str) -> None:
    today, tomorrow = part(day, zone, ""), part(day + timedelta(days=1), zone, "")
    assert today.ends_utc == tomorrow.starts_utc
    assert today.minute(today.starts_utc - timedelta(hours=1)) == today.minute(today.starts_utc)
    assert today.minute(today.ends_utc) == DAY
    instant = today.starts_utc
    while instant < today.ends_utc:
        clock = instant.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)
        shown = (clock - datetime(day.year, day.month, day.day)) / timedelta(minutes=1)
        assert today.minute(instant) == min(max(shown, 0), DAY)
        instant += timedelta(minutes=29)


@given(day=near_a_change, zone=zones, minute=st.integers(0, DAY - 1))
def test_skipped_and_repeated_minutes_are_those_that_the_zone_knows(
    day: date, zone: str, minute: int
) -> None:
    today = part(day, zone, "")
    check = check_wall(today.wall(minute), zone)
    assert any(low <= minute < high for low, high in today.skipped) == (check.state is WallState.NONEXISTENT)
    assert any(low <= minute < high for low, high in today.repeated) == (check.state is WallState.AMBIGUOUS)
