"""Distances and ways on the globe, taken as a sphere: good to half a per cent, enough for a route map.

A point is a pair (latitude, longitude) in degrees, WGS 84: north and east are positive.
"""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, radians, sin

Point = tuple[float, float]

EARTH_RADIUS_KM = 6371.0088  # the mean radius of the International Union of Geodesy and Geophysics
_NEAR_POLE = 89.0  # degrees
_OPPOSITE = 1e-6  # of the sine between two points; below it every way round is as short


def distance_km(one: Point, other: Point) -> float:
    """Return the length of the shortest way between two points over the surface, in kilometres."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (one, other))
    turn = lon2 - lon1
    # Vincenty's formula on a sphere: exact for near and for opposite points alike.
    across = hypot(cos(lat2) * sin(turn), cos(lat1) * sin(lat2) - sin(lat1) * cos(lat2) * cos(turn))
    along = sin(lat1) * sin(lat2) + cos(lat1) * cos(lat2) * cos(turn)
    return EARTH_RADIUS_KM * atan2(across, along)


def great_circle(start: Point, end: Point, step_km: float = 100.0) -> tuple[Point, ...]:
    """Return points along the shortest way, both ends among them, no two farther apart than ``step_km``.

    Between opposite points of the globe, where every way is as short, it goes over the north pole, and from
    pole to pole along the meridian of the start.
    """
    angle = distance_km(start, end) / EARTH_RADIUS_KM
    if sin(angle) < _OPPOSITE and angle > 1:
        half = (0.0, start[1]) if abs(start[0]) > _NEAR_POLE else (90.0, start[1])
        return (*great_circle(start, half, step_km)[:-1], *great_circle(half, end, step_km))
    steps = max(1, -int(-angle * EARTH_RADIUS_KM // step_km))
    inner = (_between(start, end, angle, step / steps) for step in range(1, steps))
    return (start, *inner, end)


def _between(start: Point, end: Point, angle: float, part: float) -> Point:
    """Return the point at a part of the way, by spherical interpolation."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (start, end))
    first, second = sin((1 - part) * angle) / sin(angle), sin(part * angle) / sin(angle)
    x = first * cos(lat1) * cos(lon1) + second * cos(lat2) * cos(lon2)
    y = first * cos(lat1) * sin(lon1) + second * cos(lat2) * sin(lon2)
    z = first * sin(lat1) + second * sin(lat2)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))
