"""Names on a map: over no other name, over no dot, within the frame."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.lettering import Box, Name, lettered
from app.domain.mapping import Spot

FRAME = Box(6, 6, 888, 388)
spots = st.tuples(st.floats(40, 860), st.floats(40, 360))
sizes = st.tuples(st.floats(20, 140), st.just(15.0))


@settings(max_examples=60)
@given(st.lists(st.tuples(spots, sizes), min_size=1, max_size=12), st.lists(spots, max_size=60))
def test_no_name_covers_another_or_a_dot(
    found: list[tuple[Spot, tuple[float, float]]], lines: list[Spot]
) -> None:
    dots = [dot for dot, _size in found]
    names = lettered(dots, [size for _dot, size in found], lines, FRAME)
    assert len(names) == len(dots)
    there = [name for name in names if name is not None]
    for one, other in combinations(there, 2):
        assert not one.box.meets(other.box)
    for name in there:
        assert not any(name.box.holds(dot) for dot in dots)
        assert FRAME.x <= name.box.x
        assert name.box.x + name.box.width <= FRAME.x + FRAME.width
        assert FRAME.y <= name.box.y
        assert name.box.y + name.box.height <= FRAME.y + FRAME.height


def _one(dot: Spot, lines: list[Spot] | None = None) -> Name:
    (name,) = lettered([dot], [(60.0, 15.0)], lines or [], FRAME)
    assert name is not None
    return name


def test_a_name_alone_stands_to_the_right_of_its_dot() -> None:
    name = _one((300.0, 200.0))
    assert not name.led
    assert name.box == Box(308.0, 192.5, 60.0, 15.0)


def test_at_the_right_edge_it_stands_to_the_left() -> None:
    assert _one((860.0, 200.0)).box.x < 800


def test_it_makes_way_for_a_line() -> None:
    line = [(300.0 + step * 6, 200.0) for step in range(20)]
    name = _one((300.0, 200.0), line)
    assert not any(name.box.holds(spot) for spot in line)


def test_names_of_a_crowd_are_led_out_of_it() -> None:
    dots = [(400.0 + 12 * (number % 3), 200.0 + 12 * (number // 3)) for number in range(6)]
    names = lettered(dots, [(70.0, 15.0)] * 6, [], FRAME)
    assert all(name is not None for name in names)
    assert any(name is not None and name.led for name in names)


def test_a_name_without_room_is_left_out() -> None:
    assert lettered([(50.0, 50.0)], [(2000.0, 15.0)], [], FRAME) == (None,)


def test_the_nearest_spot_of_a_box() -> None:
    box = Box(10, 10, 20, 10)
    assert box.nearest((0, 15)) == (10, 15)
    assert box.nearest((50, 50)) == (30, 20)
    assert box.nearest((15, 12)) == (15, 12)
