"""A flat map of a route, for the screen and for paper: pure numbers, nothing drawn.

Ways are unrolled: a longitude goes on beyond 180 degrees where the way does, so no line is ever cut. A way
round the world begins at one edge of its map and ends at the other, and land is drawn once for each turn.
A point is (latitude, longitude) in degrees, as in :mod:`app.domain.geo`; on the map, (x, y) from the upper
left corner in the unit of the map's width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import atan, atan2, ceil, degrees, exp, floor, hypot, log, log2, pi, radians, tan

from app.domain.geo import Point, great_circle

Spot = tuple[float, float]
Ring = tuple[tuple[float, float], ...]

_TURN = 360.0
_POLE = 85.0  # degrees: nearer to a pole the map would grow beyond measure
_NORTH_EDGE, _SOUTH_EDGE = 83.5, -60.0  # the land that people look for
_WIDE = 70.0  # degrees of longitude from which on a map is one of the world
_STEP_KM = 60.0


def unrolled(points: Iterable[Point], near: float | None = None) -> tuple[Point, ...]:
    """Return points with each longitude within half a turn of the one before, the first of ``near``."""
    found: list[Point] = []
    before = near
    for latitude, longitude in points:
        turned = longitude if before is None else longitude - _TURN * round((longitude - before) / _TURN)
        found.append((latitude, turned))
        before = turned
    return tuple(found)


def arc(start: Point, end: Point) -> tuple[Point, ...]:
    """Return the great circle between two points, unrolled from where it starts."""
    return unrolled(great_circle(start, end, _STEP_KM), near=start[1])


def straight(start: Point, end: Point) -> tuple[Point, ...]:
    """Return the straight line of a flat map between two points, unrolled from where it starts."""
    return unrolled((start, end), near=start[1])


@dataclass(frozen=True, slots=True)
class Map:
    """A window on the flat world. ``scale`` is in its unit for each degree of longitude at the equator.

    ``squeeze`` is 1 for Mercator's projection, which keeps the shapes of a region, and 0.8 for Miller's, on
    which a world keeps its measure. ``west`` is the longitude of the left edge, unrolled; ``top`` the
    projected latitude of the upper edge, in degrees.
    """

    width: float
    height: float
    scale: float
    squeeze: float
    west: float
    top: float

    def spot(self, point: Point) -> Spot:
        """Return where a point stands on the map."""
        latitude, longitude = point
        return (longitude - self.west) * self.scale, (self.top - raised(latitude, self.squeeze)) * self.scale

    def spots(self, points: Iterable[Point]) -> tuple[Spot, ...]:
        """Return where points stand on the map."""
        return tuple(self.spot(point) for point in points)

    def point(self, spot: Spot) -> Point:
        """Return which point stands at a spot, its longitude unrolled."""
        x, y = spot
        return lowered(self.top - y / self.scale, self.squeeze), self.west + x / self.scale

    def turns(self) -> range:
        """Return which copies of the world are in view, in whole turns to the east."""
        east = self.west + self.width / self.scale
        return range(floor((self.west + _TURN / 2) / _TURN), ceil((east - _TURN / 2) / _TURN) + 1)

    def rings(self, lines: tuple[Ring, ...]) -> Iterator[tuple[Spot, ...]]:
        """Return rings of (longitude, latitude) as they lie on the map, in each copy that is in view.

        Spots nearer to each other than one unit of the map are left out.
        """
        scale, top = self.scale, self.top
        low, east = top - self.height / scale, self.west + self.width / scale
        for ring in _flat(lines, self.squeeze, floor(log2(1 / scale))):
            if ring.south > top or ring.north < low:
                continue
            for turn in self.turns():
                west = self.west - turn * _TURN
                if ring.east >= west and ring.west <= east - turn * _TURN:
                    yield tuple([((x - west) * scale, (top - y) * scale) for x, y in ring.points])


@dataclass(frozen=True, slots=True)
class _FlatRing:
    """A ring in projected degrees, and how far it reaches."""

    points: tuple[Spot, ...]
    west: float
    east: float
    south: float
    north: float


@lru_cache(maxsize=8)
def _flat(lines: tuple[Ring, ...], squeeze: float, grain: int) -> tuple[_FlatRing, ...]:
    """Return rings projected: it takes most of the time, and is the same for windows of about one scale.

    ``grain`` is the power of two, in projected degrees, below which nothing is told apart.
    """
    found = []
    for line in lines:
        points = thinned([(longitude, raised(latitude, squeeze)) for longitude, latitude in line], 2.0**grain)
        across, up = [x for x, _y in points], [y for _x, y in points]
        found.append(_FlatRing(points, min(across), max(across), min(up), max(up)))
    return tuple(found)


def raised(latitude: float, squeeze: float) -> float:
    """Return how high a latitude stands on the map, in degrees of longitude at the equator."""
    kept = max(-_POLE, min(_POLE, latitude))
    return degrees(log(tan(pi / 4 + squeeze * radians(kept) / 2)) / squeeze)


def lowered(height: float, squeeze: float) -> float:
    """Return the latitude that stands so high."""
    return degrees((2 * atan(exp(squeeze * radians(height))) - pi / 2) / squeeze)


def fitting(
    points: Sequence[Point], width: float, height: float, *, margin: float, least: float = 30.0
) -> Map:
    """Return the map of this size that holds all points (unrolled), ``margin`` within its edges.

    It shows at least ``least`` degrees of longitude, and does not look beyond the land at the poles where
    it need not.

    Raises:
        ValueError: there is no point, or no room.
    """
    if not points or width <= 2 * margin or height <= 2 * margin:
        raise ValueError("a map needs points, and room beside its margins")
    west, east = min(point[1] for point in points), max(point[1] for point in points)
    squeeze = 0.8 if east - west > _WIDE else 1.0
    heights = [raised(point[0], squeeze) for point in points]
    low, high = min(heights), max(heights)
    scale = min(
        (width - 2 * margin) / max(east - west, 1e-9),
        (height - 2 * margin) / max(high - low, 1e-9),
        width / least,
    )
    top = (low + high) / 2 + height / scale / 2
    north, south = raised(_NORTH_EDGE, squeeze), raised(_SOUTH_EDGE, squeeze)
    room = margin / scale
    top = max(top, south + height / scale)  # first the south, then the north: most people live there
    top = min(top, max(north, high + room))
    top = min(max(top, high + room), low - room + height / scale)
    return Map(width, height, scale, squeeze, (west + east) / 2 - width / scale / 2, top)


def thinned(spots: Sequence[Spot], least: float) -> tuple[Spot, ...]:
    """Return a line's spots without those nearer than ``least`` to the one kept before; both ends stay."""
    if not spots:
        return ()
    kept = [spots[0]]
    for spot in spots[1:-1]:
        if abs(spot[0] - kept[-1][0]) + abs(spot[1] - kept[-1][1]) >= least:
            kept.append(spot)
    return (*kept, spots[-1]) if len(spots) > 1 else tuple(kept)


def part_way(spots: Sequence[Spot], part: float) -> tuple[Spot, float]:
    """Return the spot at a part (0 to 1) of a line, and which way it leads there: radians, clockwise from x.

    Raises:
        ValueError: it has fewer than two spots.
    """
    if len(spots) < 2:  # noqa: PLR2004 - a line has two ends
        raise ValueError("a line has two ends")
    steps = [hypot(ax - bx, ay - by) for (ax, ay), (bx, by) in pairwise(spots)]
    left = sum(steps) * part
    for ((x1, y1), (x2, y2)), step in zip(pairwise(spots), steps, strict=True):
        if left <= step and step > 0:
            share = left / step
            return (x1 + (x2 - x1) * share, y1 + (y2 - y1) * share), atan2(y2 - y1, x2 - x1)
        left -= step
    (x1, y1), (x2, y2) = spots[-2:]
    return (x2, y2), atan2(y2 - y1, x2 - x1)
