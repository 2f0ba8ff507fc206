"""The way of a visit: home, its stops in the order of their days, home again, and how one gets there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from app.domain.geo import Point, distance_km
from app.domain.mapping import arc, straight, unrolled
from app.domain.words import LegMode
from app.reference.airports import airport
from app.reference.cities import find_cities

_SAME_PLACE_KM = 30.0
_FLOWN_KM = 500.0  # from which on a way that nobody planned yet is drawn as flown
_DRIVEN_KM = 800.0  # up to which a car of the day may be what leads to the next city
_MODES = (LegMode.FLIGHT, LegMode.TRAIN, LegMode.FERRY, LegMode.COACH, LegMode.CAR)


@dataclass(frozen=True, slots=True)
class RoutePoint:
    """One place of the way; ``stop_id`` is empty for home. ``at`` is missing where nobody knows where it is.

    Days are local to the city.
    """

    stop_id: str
    city: str
    at: Point | None
    arrives_on: date
    leaves_on: date


@dataclass(frozen=True, slots=True)
class Trip:
    """One leg as far as the route asks: the local day it starts on, its mode, its airports if it has any."""

    day: date
    mode: LegMode
    from_code: str = ""
    to_code: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """The points in order, and the mode between each and the next: nothing where none is planned yet."""

    points: tuple[RoutePoint, ...]
    modes: tuple[LegMode | None, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One line of the map: its points, unrolled, and by what it is travelled."""

    points: tuple[Point, ...]
    mode: LegMode | None


@dataclass(frozen=True, slots=True)
class Mark:
    """One dot of the map, unrolled like the ways that meet there."""

    city: str
    at: Point
    home: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """What a map of a route shows. ``unknown`` names the cities of which nobody knows where they are."""

    ways: tuple[Way, ...]
    marks: tuple[Mark, ...]
    unknown: tuple[str, ...]

    @property
    def reach(self) -> tuple[Point, ...]:
        """Every point that the map has to hold."""
        return (*(mark.at for mark in self.marks), *(point for way in self.ways for point in way.points))


@lru_cache(maxsize=256)
def city_at(name: str, zone: str) -> Point | None:
    """Return where a shipped city is; of those of one name, the largest in the time zone."""
    wanted = name.strip()
    if not wanted:
        return None
    found = find_cities(wanted)
    fitting = [city for city in found if city.zone == zone] or [
        city for city in found if wanted in {city.name, city.native_name}
    ]
    return (fitting[0].latitude, fitting[0].longitude) if fitting else None


def airport_at(code: str) -> Point | None:
    """Return where an airport is, by its code."""
    found = airport(code) if code else None
    return (found.latitude, found.longitude) if found else None


def make_route(
    home: RoutePoint, back: RoutePoint, stops: Sequence[RoutePoint], trips: Sequence[Trip]
) -> Route:
    """Return the way from ``home`` over the stops ``back``, one point where two that follow are one place.

    ``home`` leaves on the first day of the visit, ``back`` arrives on its last; ``trips`` are all legs.
    """
    points: list[RoutePoint] = []
    for point in (home, *stops, back):
        if points and _same(points[-1], point):
            # A stop at home says more than home alone; its id leads to it.
            if not points[-1].stop_id:
                points[-1] = point
            continue
        points.append(point)
    return Route(tuple(points), tuple(_mode(before, after, trips) for before, after in pairwise(points)))


def charted(route: Route) -> Chart:
    """Return the lines and dots of a route's map."""
    unknown = dict.fromkeys(point.city for point in route.points if point.at is None)
    marks: list[Mark] = []
    ways: list[Way] = []
    home = route.points[0].city if route.points else ""
    for number, point in enumerate(route.points):
        if point.at is None:
            continue
        if not marks:
            marks.append(Mark(point.city, point.at, home=point.city == home))
            continue
        start = marks[-1].at
        mode = route.modes[number - 1]
        # What flies, or may have to, goes the shortest way; what rolls goes along no line we know.
        flown = mode is LegMode.FLIGHT or (mode is None and distance_km(start, point.at) > _FLOWN_KM)
        line = (arc if flown else straight)(start, unrolled([point.at], near=start[1])[0])
        ways.append(Way(line, mode))
        marks.append(Mark(point.city, line[-1], home=point.city == home))
    return Chart(tuple(ways), tuple(dict.fromkeys(marks)), tuple(unknown))


def _same(one: RoutePoint, other: RoutePoint) -> bool:
    if one.at is None or other.at is None:
        return one.city == other.city
    return distance_km(one.at, other.at) < _SAME_PLACE_KM


def _mode(before: RoutePoint, after: RoutePoint, trips: Sequence[Trip]) -> LegMode | None:
    """Return the mode of the main leg between two places: of those on these days, what goes farthest."""
    first, last = sorted((before.leaves_on, after.arrives_on))
    between = [trip for trip in trips if first <= trip.day <= last and _leads(trip, before.at, after.at)]
    return min((trip.mode for trip in between), key=_MODES.index, default=None)


def _leads(trip: Trip, before: Point | None, after: Point | None) -> bool:
    """Tell whether a leg may lead from one place to the other: its airports, if known, lie that way."""
    if trip.mode is LegMode.WALK:
        return False
    if before is None or after is None:
        return True
    if trip.mode is LegMode.CAR and distance_km(before, after) > _DRIVEN_KM:
        return False
    start, end = airport_at(trip.from_code), airport_at(trip.to_code)
    if start is not None and distance_km(start, before) > distance_km(start, after):
        return False
    return end is None or distance_km(end, after) <= distance_km(end, before)
