"""The flat map of a route: no line is cut, everything fits, land is there on every turn."""

from itertools import pairwise
from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.geo import Point, distance_km
from app.domain.mapping import (
    Ring,
    arc,
    fitting,
    lowered,
    part_way,
    raised,
    straight,
    thinned,
    unrolled,
)

SEOUL, WASHINGTON, PARIS, WELLINGTON = (37.57, 126.98), (38.9, -77.04), (48.85, 2.35), (-41.29, 174.78)

points = st.tuples(st.floats(-84, 84), st.floats(-180, 180))
widths = st.floats(300, 2000)


@given(st.lists(points, min_size=1, max_size=12))
def test_unrolled_longitudes_never_jump_and_stay_where_they_are(found: list[Point]) -> None:
    flat = unrolled(found)
    assert all(abs(after[1] - before[1]) <= 180 for before, after in pairwise(flat))
    for (latitude, longitude), (same, turned) in zip(found, flat, strict=True):
        assert latitude == same
        assert (turned - longitude) % 360 == pytest.approx(0, abs=1e-6) or (
            turned - longitude
        ) % 360 == pytest.approx(360, abs=1e-6)


def test_the_way_over_the_pacific_goes_on_to_the_east() -> None:
    way = arc(SEOUL, WASHINGTON)
    assert way[0] == SEOUL
    assert way[-1] == pytest.approx((38.9, 360 - 77.04))
    assert all(after[1] > before[1] for before, after in pairwise(way))
    back = arc(way[-1], SEOUL)
    assert back[-1] == pytest.approx(SEOUL)


def test_the_way_over_the_atlantic_goes_on_to_the_west() -> None:
    way = arc(PARIS, WASHINGTON)
    assert all(after[1] < before[1] for before, after in pairwise(way))
    assert max(latitude for latitude, _longitude in way) > 50


def test_a_straight_way_over_the_date_line_is_the_short_one() -> None:
    start, end = straight(WELLINGTON, (-13.83, -171.76))
    assert start == WELLINGTON
    assert end == pytest.approx((-13.83, 188.24))


@given(st.floats(-84.9, 84.9), st.sampled_from([0.8, 1.0]))
def test_raising_and_lowering_a_latitude_undo_each_other(latitude: float, squeeze: float) -> None:
    assert lowered(raised(latitude, squeeze), squeeze) == pytest.approx(latitude, abs=1e-6)


@given(st.lists(points, min_size=1, max_size=6), widths, st.floats(200, 900))
def test_a_fitting_map_holds_every_point_within_its_margin(
    found: list[Point], width: float, height: float
) -> None:
    flat = unrolled(found)
    window = fitting(flat, width, height, margin=40)
    for x, y in window.spots(flat):
        assert 40 - 1e-6 <= x <= width - 40 + 1e-6
        assert 40 - 1e-6 <= y <= height - 40 + 1e-6
    for point in flat:
        assert window.point(window.spot(point)) == pytest.approx(point, abs=1e-6)


def test_a_map_of_one_city_shows_the_country_around_it() -> None:
    window = fitting([PARIS], 900, 400, margin=40)
    assert window.width / window.scale == pytest.approx(30)
    assert window.spot(PARIS) == pytest.approx((450, 200))


def test_a_map_of_a_region_keeps_its_shapes() -> None:
    window = fitting([(48.0, 2.0), (52.0, 8.0)], 900, 400, margin=40)
    assert window.squeeze == 1
    x, y = window.spot((50.0, 5.0))
    north, east = window.spot((50.1, 5.0)), window.spot((50.0, 5.1))
    shape = (y - north[1]) / (east[0] - x)
    assert shape == pytest.approx(
        distance_km((50.0, 5.0), (50.1, 5.0)) / distance_km((50.0, 5.0), (50.0, 5.1)), rel=0.01
    )


def test_a_map_needs_points_and_room() -> None:
    with pytest.raises(ValueError, match="needs points"):
        fitting([], 900, 400, margin=40)
    with pytest.raises(ValueError, match="room"):
        fitting([PARIS], 80, 400, margin=40)


RING: Ring = ((100.0, 10.0), (140.0, 10.0), (140.0, 40.0), (100.0, 40.0))


def test_a_way_round_the_world_has_its_land_at_both_ends() -> None:
    way = (*arc(SEOUL, WASHINGTON), (48.85, 362.35), (37.57, 486.98))
    window = fitting(way, 900, 400, margin=40)
    rings = list(window.rings((RING,)))
    assert len(rings) == 2
    (first, second) = sorted(ring[0][0] for ring in rings)
    assert second - first == pytest.approx(360 * window.scale)
    for ring in rings:
        assert any(0 <= x <= 900 for x, _y in ring)


def test_land_out_of_view_is_left_out() -> None:
    window = fitting([PARIS, (50.0, 8.0)], 900, 400, margin=40)
    assert list(window.rings((RING,))) == []
    assert list(window.rings((((0.0, -50.0), (10.0, -50.0), (10.0, -40.0)),))) == []


@given(points, points, widths)
def test_land_under_a_point_in_view_is_drawn_under_it(one: Point, other: Point, width: float) -> None:
    way = unrolled([one, other])
    window = fitting(way, width, 400, margin=40)
    # A point's own square of land, as the coast lines have it: between -180 and 180.
    latitude, longitude = other
    square: Ring = tuple((longitude + dx, latitude + dy) for dx, dy in ((-9, -5), (9, -5), (9, 5), (-9, 5)))
    x, y = window.spot(way[-1])
    assert any(
        min(a for a, _b in ring) - 2 <= x <= max(a for a, _b in ring) + 2
        and min(b for _a, b in ring) - 2 <= y <= max(b for _a, b in ring) + 2
        for ring in window.rings((square,))
    )


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0, 500)), min_size=2, max_size=30))
def test_a_thinned_line_keeps_its_ends(line: list[tuple[float, float]]) -> None:
    kept = thinned(line, 5)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    assert all(abs(ax - bx) + abs(ay - by) >= 5 for (ax, ay), (bx, by) in pairwise(kept[:-1]))
    assert thinned([], 5) == ()
    assert thinned(line[:1], 5) == (line[0],)


def test_part_of_a_way() -> None:
    line = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]
    assert part_way(line, 0.25) == ((5.0, 0.0), 0.0)
    spot, along = part_way(line, 0.75)
    assert spot == (10.0, 5.0)
    assert along == pytest.approx(pi / 2)
    assert part_way(line, 1.0)[0] == (10.0, 10.0)
    assert part_way([(1.0, 1.0), (1.0, 1.0)], 0.5) == ((1.0, 1.0), 0.0)
    with pytest.raises(ValueError, match="two ends"):
        part_way(line[:1], 0.5)
