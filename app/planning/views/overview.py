"""A visit at a glance: what it is for, its way, its days, how much stands in it, what was done lately."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from sqlalchemy import Connection, select

from app.data.models import Entry, Leg
from app.domain.geo import Point
from app.domain.words import EntryKind, EntryStatus, LegMode
from app.planning.route import Route, RoutePoint, Trip, airport_at, city_at, make_route
from app.planning.views.counts import room_counts
from app.planning.views.programme import Head, Line, day_of, programme
from app.planning.views.recent import Recent, recent_steps
from app.planning.views.visit import StopDetail, VisitDetail, stop_rows, visit_detail

_LONGEST_DAYS = 60  # days without an entry are listed only where a visit is not longer


@dataclass(frozen=True, slots=True)
class OverviewDay:
    """One local day: its cities in the order in which they are reached, and what is planned.

    ``zone`` is that of the place where the day ends, ``utc`` an instant of it (naive UTC). ``night`` is the
    city slept in, empty where none is known, as in an aeroplane.
    """

    day: date
    cities: tuple[str, ...]
    zone: str
    utc: datetime
    lines: tuple[Line, ...]
    night: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first room of a visit shows. ``counts`` are by room."""

    visit: VisitDetail
    route: Route
    days: tuple[OverviewDay, ...]
    counts: Mapping[str, int]
    recent: tuple[Recent, ...]

    @property
    def has_stops(self) -> bool:
        """Whether the visit has any stop."""
        return any(point.stop_id for point in self.route.points)

    def lines(self) -> tuple[Line, ...]:
        """Return all entries that take place, in order."""
        every = (line for day in self.days for line in day.lines)
        return tuple(line for line in every if line.status is not EntryStatus.CANCELLED)

    def now(self, utc: datetime) -> tuple[Line, ...]:
        """Return what is going on at an instant (naive UTC)."""
        return tuple(line for line in self.lines() if line.start_utc <= utc < line.end_utc)

    def next(self, utc: datetime) -> Line | None:
        """Return what begins next after an instant (naive UTC)."""
        coming = [line for line in self.lines() if line.start_utc > utc]
        return min(coming, key=lambda line: (line.start_utc, line.end_utc, line.id), default=None)


def overview(connection: Connection, visit_id: str) -> Overview:
    """Return a visit at a glance, by a fixed number of queries.

    Raises:
        PlanningError: ``visit_missing``.
    """
    visit = visit_detail(connection, visit_id)
    whole = programme(connection, visit_id)
    stops = stop_rows(connection, visit_id)
    route = _route(visit, stops, _trips(connection, visit_id))
    return Overview(
        visit,
        route,
        _days(visit, whole.head, whole.lines),
        room_counts(connection, visit_id),
        recent_steps(connection, visit_id),
    )


def _trips(connection: Connection, visit_id: str) -> list[Trip]:
    query = (
        select(Entry.start_wall, Leg.mode, Leg.from_code, Leg.to_code)
        .join(Leg.__table__, Leg.entry_id == Entry.id)
        .where(
            Entry.visit_id == visit_id,
            Entry.kind == EntryKind.TRAVEL,
            Entry.status != EntryStatus.CANCELLED,
        )
        .order_by(Entry.start_utc, Entry.id)
    )
    return [Trip(row[0].date(), *row[1:]) for row in connection.execute(query)]


def _route(visit: VisitDetail, stops: tuple[StopDetail, ...], trips: list[Trip]) -> Route:
    at = _home(visit, stops, trips)
    city = visit.home_city
    home = RoutePoint("", city, at, visit.starts_on, visit.starts_on)
    back = RoutePoint("", city, at, visit.ends_on, visit.ends_on)
    # Sorting is stable: the planner's own order stands where two stops share their days.
    ordered = sorted(stops, key=lambda stop: (stop.arrives_on, stop.leaves_on))
    points = [
        RoutePoint(stop.id, stop.city, _where(stop), stop.arrives_on, stop.leaves_on) for stop in ordered
    ]
    return make_route(home, back, points, trips) if points else Route((), ())


def _home(visit: VisitDetail, stops: tuple[StopDetail, ...], trips: list[Trip]) -> Point | None:
    """Return where home is: as a stop has it, as its city is known, or where the first flight starts."""
    for stop in stops:
        if stop.city == visit.home_city and (at := _where(stop)) is not None:
            return at
    if (at := city_at(visit.home_city, visit.home_zone)) is not None:
        return at
    first = next((trip for trip in trips if trip.mode is LegMode.FLIGHT), None)
    return airport_at(first.from_code) if first is not None else None


def _where(stop: StopDetail) -> Point | None:
    if stop.latitude is not None and stop.longitude is not None:
        return stop.latitude, stop.longitude
    return city_at(stop.city, stop.zone)


def _days(visit: VisitDetail, head: Head, lines: tuple[Line, ...]) -> tuple[OverviewDay, ...]:
    """Return the days with entries, and those of the visit that have none yet."""
    planned = {day: tuple(group) for day, group in groupby(lines, lambda line: line.day)}
    wanted = set(planned)
    length = (visit.ends_on - visit.starts_on).days
    if 0 <= length < _LONGEST_DAYS:
        wanted |= {visit.starts_on + timedelta(days=number) for number in range(length + 1)}
    return tuple(_day(day, planned.get(day, ()), head) for day in sorted(wanted))


def _day(day: date, lines: tuple[Line, ...], head: Head) -> OverviewDay:
    base = head.base_on(day)
    tomorrow = head.base_on(day + timedelta(days=1))
    stays = base is not None and base.leaves_on > day
    night = base.city if base is not None and (stays or base == tomorrow) else ""
    if lines:
        found = day_of(head, lines)
        return OverviewDay(day, found.cities, found.zones[-1], found.utc, lines, night)
    city, zone = (base.city, base.zone) if base is not None else (head.home_city, head.home_zone)
    noon = datetime(day.year, day.month, day.day, 12)  # of UTC: near enough to tell the zone's offset
    return OverviewDay(day, (city,) if city else (), zone, noon, lines, night)
