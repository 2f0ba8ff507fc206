"""Estimates of ways: longer for what is farther, on foot for what is near."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.geo import Point, distance_km
from app.domain.ways import SAME_SITE_KM, STEP, Band, Pace, Way, estimate
from app.domain.words import LegMode

WALK = Pace(LegMode.WALK, 1.25, 2, (Band(1.0, 5.0),))
CAR = Pace(LegMode.CAR, 1.5, 5, (Band(4.0, 20.0), Band(24.0, 60.0), Band(300.0, 90.0)))
COACH = Pace(LegMode.COACH, 1.5, 10, (Band(300.0, 30.0),))
PACES = (WALK, CAR, COACH)
PER_KM = 1 / 111.195  # degrees of a meridian
START = (48.0, 11.0)


def north(km: float) -> Point:
    return START[0] + km * PER_KM, START[1]


def test_what_is_near_is_walked() -> None:
    way = estimate(START, north(0.96), PACES)
    assert way is not None
    assert (way.mode, way.minutes) == (LegMode.WALK, 20)  # 2 and 14.4
    assert abs(way.road_km - 1.2) < 0.001


def test_a_drive_through_the_city_the_suburb_and_on_the_motorway() -> None:
    city = estimate(START, north(3.9), PACES)
    suburb = estimate(START, north(23.9), PACES)
    motorway = estimate(START, north(83.5), PACES)
    # 5 and 17.6; 5, 18 and 29.9; 5, 18, 30 and 59.5
    assert [way and way.minutes for way in (city, suburb, motorway)] == [25, 55, 115]
    assert motorway is not None
    assert motorway.mode is LegMode.CAR


def test_a_coach_takes_its_own_time() -> None:
    way = estimate(START, north(10.5), PACES, driven=LegMode.COACH)
    road = distance_km(START, north(10.5)) * 1.5
    assert way == Way(LegMode.COACH, road, 45)  # 10 and 31.5


def test_no_way_within_a_site_nor_beyond_what_is_driven() -> None:
    assert estimate(START, START, PACES) is None
    assert estimate(START, north(SAME_SITE_KM * 0.9), PACES) is None
    assert estimate(START, north(301), PACES) is None
    assert estimate(START, north(20), (WALK,)) is None
    assert estimate(START, north(20), PACES, driven=LegMode.FLIGHT) is None


@given(st.floats(0.2, 290), st.floats(0.2, 290))
def test_farther_by_one_mode_never_takes_less(one: float, other: float) -> None:
    near, far = sorted((one, other))
    first, second = estimate(START, north(near), PACES), estimate(START, north(far), PACES)
    assert first is not None
    assert second is not None
    assert first.minutes % STEP == 0 < first.minutes
    assert first.mode is not second.mode or first.minutes <= second.minutes
    assert first.road_km >= near
