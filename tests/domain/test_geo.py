"""Ways on the globe: lengths that are known, and what holds of every way."""

from itertools import pairwise
from math import pi

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.geo import EARTH_RADIUS_KM, Point, distance_km, great_circle, split_at_date_line

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


def test_the_way_from_seoul_to_washington_goes_over_alaska_and_the_date_line() -> None:
    pieces = split_at_date_line(great_circle(SEOUL, WASHINGTON))
    assert len(pieces) == 2
    assert max(latitude for piece in pieces for latitude, _longitude in piece) > 65
    (west, edge), (other_west, other_edge) = pieces[0][-1], pieces[1][0]
    assert (edge, other_edge) == (180.0, -180.0)
    assert west == other_west


@given(points, points)
def test_no_piece_jumps_over_the_map_and_nothing_is_lost(start: Point, end: Point) -> None:
    way = great_circle(start, end)
    pieces = split_at_date_line(way)
    for piece in pieces:
        assert all(abs(after[1] - before[1]) <= 180 for before, after in pairwise(piece))
    for before, after in pairwise(pieces):
        assert before[-1][0] == after[0][0]
        assert before[-1][1] == -after[0][1]
        assert abs(after[0][1]) == 180
    inner = [point for piece in pieces for point in piece if abs(point[1]) != 180]
    assert inner == [point for point in way if abs(point[1]) != 180]


def test_no_points_are_no_pieces() -> None:
    assert split_at_date_line(()) == ()
    assert split_at_date_line((PARIS,)) == ((PARIS,),)
