"""The coast lines: closed, on the map, and where land is known to be."""

from itertools import pairwise

import pytest

from app.reference.coast import CoastLine, coast_lines
from app.reference.register import FOLDER


def test_every_ring_is_closed_and_on_the_map() -> None:
    rings = coast_lines()
    assert len(rings) > 100
    for ring in rings:
        assert ring[0] == ring[-1]
        assert len(ring) >= 4
        assert all(-180 <= longitude <= 180 and -90 <= latitude <= 90 for longitude, latitude in ring)
        assert all(abs(after[0] - before[0]) < 180 for before, after in pairwise(ring) if before[1] > -89)


def test_the_file_is_small() -> None:
    assert (FOLDER / "coast.xz").stat().st_size < 100_000


@pytest.mark.parametrize(
    ("longitude", "latitude", "land"),
    [
        (2.3, 48.8, True),
        (128.0, 36.5, True),
        (-77.0, 39.5, True),
        (-150.0, 40.0, False),
        (-30.0, 30.0, False),
    ],
)
def test_land_is_where_it_is_known_to_be(longitude: float, latitude: float, *, land: bool) -> None:
    inside = sum(_inside(ring, longitude, latitude) for ring in coast_lines())
    assert (inside % 2 == 1) is land


def _inside(ring: CoastLine, x: float, y: float) -> bool:
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossings += 1
    return crossings % 2 == 1
