"""Ways on the globe: lengths that are known, and what holds of every way."""

from itertools import pairwise
from math import pi

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.geo import EARTH_RADIUS_KM, Point, distance_km, great_circle

SEOUL, WASHINGTON, PARIS = (37.566, 126.978), (38.895, -77.036), (48.853, 2.349)
NORTH, SOUTH = (90.0, 0.0), (-90.0, 0.0)

points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [(SEOUL, WASHINGTON, 11_170), (SEOUL, PARIS, 8_970), (WASHINGTON, PARIS, 6_165), (PARIS, PARIS, 0)],
)
def test_known_distances(one: Point, other: Point, kilometres: float) -> None:
    assert distance_km(one, other) == pytest.approx(kilometres, rel=0.006, abs=0.001)


@given(points, points, points)
def test_a_distance_is_one(one: Point, other: Point, third: Point) -> None:
    there = distance_km(one, other)
    assert 0 <= there <= pi * EARTH_RADIUS_KM + 1e-6
    assert there == pytest.approx(distance_km(other, one))
    assert there <= distance_km(one, third) + distance_km(third, other) + 1e-3


@given(points, points)
@example(NORTH, SOUTH)
@example(SOUTH, NORTH)
@example((10.0, 20.0), (-10.0, -160.0))
@example((0.0, 180.0), (0.0, -180.0))
@example((89.5, 7.0), (-89.5, -173.0))
def test_a_great_circle_is_the_shortest_way_in_small_steps(start: Point, end: Point) -> None:
    way = great_circle(start, end, step_km=250.0)
    steps = [distance_km(before, after) for before, after in pairwise(way)]
    assert (way[0], way[-1]) == (start, end)
    assert max(steps) <= 250.0 + 1e-3
    assert sum(steps) == pytest.approx(distance_km(start, end), rel=1e-5, abs=0.01)
    assert all(-90 <= latitude <= 90 and -180 <= longitude <= 180 for latitude, longitude in way)
