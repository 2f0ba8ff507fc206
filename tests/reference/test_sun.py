"""Sunrise and sunset as almanacs have them, to two minutes, and days without either."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.zones import UnknownZone
from app.reference.sun import Polar, Sun, sun_times

LONGYEARBYEN = (78.2232, 15.6267, "Arctic/Longyearbyen")


@pytest.mark.parametrize(
    ("day", "latitude", "longitude", "zone", "rises", "sets"),
    [
        (date(2026, 2, 17), 37.57, 126.98, "Asia/Seoul", time(7, 20), time(18, 12)),
        (date(2026, 7, 4), 38.88, -77.02, "America/New_York", time(5, 48), time(20, 37)),
        (date(2026, 12, 21), 48.86, 2.35, "Europe/Paris", time(8, 41), time(16, 56)),
        (date(2026, 6, 21), -33.87, 151.21, "Australia/Sydney", time(7, 0), time(16, 54)),
        (date(2026, 3, 29), 52.22, 4.42, "Europe/Amsterdam", time(7, 23), time(20, 10)),
    ],
)
def test_known_times(
    day: date, latitude: float, longitude: float, zone: str, rises: time, sets: time
) -> None:
    sun = sun_times(day, latitude, longitude, zone)
    assert sun.rises is not None
    assert sun.sets is not None
    assert abs(sun.rises - datetime.combine(day, rises)) <= timedelta(minutes=2)
    assert abs(sun.sets - datetime.combine(day, sets)) <= timedelta(minutes=2)
    assert sun.polar is None


def test_the_sun_of_longyearbyen() -> None:
    assert sun_times(date(2026, 6, 21), *LONGYEARBYEN) == Sun(None, None, Polar.DAY)
    assert sun_times(date(2026, 12, 21), *LONGYEARBYEN) == Sun(None, None, Polar.NIGHT)
    assert sun_times(date(2026, 3, 20), *LONGYEARBYEN).polar is None


@given(
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.floats(-90, 90),
    st.floats(-180, 180),
    st.sampled_from(["UTC", "Pacific/Kiritimati", "Pacific/Honolulu", "Asia/Kathmandu", "Europe/Paris"]),
)
def test_each_time_is_of_the_day_and_naive(day: date, latitude: float, longitude: float, zone: str) -> None:
    sun = sun_times(day, latitude, longitude, zone)
    for moment in (sun.rises, sun.sets):
        assert moment is None or (moment.date() == day and moment.tzinfo is None and moment.second == 0)
    assert (sun.polar is None) == bool(sun.rises or sun.sets)


def test_a_zone_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownZone):
        sun_times(date(2026, 1, 1), 0.0, 0.0, "Nowhere/At_all")
