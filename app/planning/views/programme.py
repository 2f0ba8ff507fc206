"""The programme as lines: every entry of a visit in the order of its days, and the places of those days."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from app.data.models import Entry, EntryParty, Leg, Participation, Party, Place, Stop, Visit
from app.domain.errors import PlanningError
from app.domain.time import from_utc
from app.domain.words import LegMode, Marking
from app.domain.zones import zone_city
from app.planning.views.entry_line import EntryLine, in_order


@dataclass(frozen=True, slots=True)
class Base:
    """A city of the visit and the local days spent there."""

    city: str
    zone: str
    arrives_on: date
    leaves_on: date
    native_city: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What all lines of a programme share: home, the marking that is usual, the days at home, the cities."""

    visit_id: str
    title: str
    home_city: str
    home_zone: str
    marking: Marking
    starts_on: date
    ends_on: date
    bases: tuple[Base, ...]

    def city(self, day: date, zone: str) -> str:
        """Return the city whose clock runs by ``zone`` on a local day."""
        there = [base for base in self.bases if base.zone == zone]
        for base in there:
            if base.arrives_on <= day <= base.leaves_on:
                return base.city
        if zone == self.home_zone:
            return self.home_city
        return there[0].city if there else zone_city(zone)

    def base_on(self, day: date) -> Base | None:
        """Return the city where a local day ends, the last one that reaches it."""
        staying = [base for base in self.bases if base.arrives_on <= day <= base.leaves_on]
        return staying[-1] if staying else None

    def zone_on(self, day: date) -> str:
        """Return by which zone the visit lives on a local day: that of its city, else home's."""
        base = self.base_on(day)
        return base.zone if base is not None else self.home_zone

    def zones_on(self, day: date) -> tuple[str, ...]:
        """Return all zones by which the visit lives on a local day, the one in which it ends last.

        On a day of no city that is the clock at home, or that of the city left last.
        """
        staying = tuple(base.zone for base in self.bases if base.arrives_on <= day <= base.leaves_on)
        left = [base for base in self.bases if base.leaves_on < day]
        last = max(left, key=lambda base: base.leaves_on, default=None)
        return staying or (self.home_zone, *([last.zone] if last else []))

    def zone_at(self, utc: datetime) -> str:
        """Return by which zone the visit lives at an instant (naive UTC): each city counts its own days."""
        for base in reversed(self.bases):
            if base.arrives_on <= from_utc(utc, base.zone).time.date() <= base.leaves_on:
                return base.zone
        return self.home_zone


@dataclass(frozen=True, slots=True)
class Line(EntryLine):
    """One line of the programme as a list."""

    place: str | None
    place_city: str | None
    mode: LegMode | None
    from_name: str | None
    to_name: str | None
    parties: tuple[str, ...]
    participants: int


@dataclass(frozen=True, slots=True)
class Day:
    """One local day. ``cities`` and ``zones`` stand in the order in which they are reached.

    ``utc`` is an instant of it (naive UTC), that of its last start.
    """

    day: date
    cities: tuple[str, ...]
    zones: tuple[str, ...]
    utc: datetime


@dataclass(frozen=True, slots=True)
class Programme:
    """The whole programme of a visit."""

    head: Head
    lines: tuple[Line, ...]

    @property
    def days(self) -> tuple[Day, ...]:
        """The days on which something starts."""
        return tuple(day_of(self.head, tuple(lines)) for _, lines in groupby(self.lines, _day))


def day_of(head: Head, lines: Sequence[Line]) -> Day:
    """Return the day that these lines, all of one local day and in order, make up."""
    day = lines[0].day
    cities: dict[str, None] = {}
    zones: dict[str, None] = {}
    for line in lines:
        cities[head.city(day, line.start_zone)] = None
        zones[line.start_zone] = None
        if line.end_wall.date() == day:
            cities[head.city(day, line.end_zone)] = None
            zones[line.end_zone] = None
    return Day(day, tuple(cities), tuple(zones), lines[-1].start_utc)


def programme(connection: Connection, visit_id: str) -> Programme:
    """Return all lines of a visit in order: five queries, however many lines there are.

    Raises:
        PlanningError: ``visit_missing``.
    """
    return Programme(head(connection, visit_id), _lines(connection, visit_id))


def head(connection: Connection, visit_id: str) -> Head:
    """Return what all lines of a visit share.

    Raises:
        PlanningError: ``visit_missing``.
    """
    home = (Visit.title, Visit.home_city, Visit.home_zone)
    query = select(*home, Visit.marking, Visit.starts_on, Visit.ends_on)
    visit = connection.execute(query.where(Visit.id == visit_id)).one_or_none()
    if visit is None:
        raise PlanningError("visit_missing", visit=visit_id)
    stops = (
        select(Stop.city, Stop.zone, Stop.arrives_on, Stop.leaves_on, Stop.native_city)
        .where(Stop.visit_id == visit_id)
        .order_by(Stop.position, Stop.arrives_on, Stop.id)
    )
    return Head(visit_id, *visit, bases=tuple(Base(*row) for row in connection.execute(stops)))


def entry_lines(connection: Connection, visit_id: str, ids: Collection[str]) -> tuple[Line, ...]:
    """Return the lines of these entries in order; one that is not there (any more) is left out."""
    return _lines(connection, visit_id, ids)


def _lines(connection: Connection, visit_id: str, ids: Collection[str] | None = None) -> tuple[Line, ...]:
    some = ids is not None
    wanted = {"visit_id": visit_id} | ({"ids": sorted(ids)} if ids is not None else {})
    names: dict[str, list[str]] = {}
    for entry_id, name in connection.execute(_parties(some=some), wanted):
        names.setdefault(entry_id, []).append(name)
    counts: dict[str, int] = dict(connection.execute(_counts(some=some), wanted).all())
    lines = [
        Line(**row, parties=tuple(names.get(row["id"], ())), participants=counts.get(row["id"], 0))
        for row in connection.execute(_entries(some=some), wanted).mappings()
    ]
    return tuple(sorted(lines, key=in_order))


def _day(line: Line) -> date:
    return line.day


# The statements are built once: building one takes longer than asking it for a single line.


@cache
def _entries(*, some: bool) -> Select[*tuple[Any, ...]]:
    own = [getattr(Entry, name) for name in EntryLine.__slots__]
    query = (
        select(
            *own,
            Place.name.label("place"),
            Place.city.label("place_city"),
            *(Leg.mode, Leg.from_name, Leg.to_name),
        )
        .join(Place.__table__, Place.id == Entry.place_id, isouter=True)
        .join(Leg.__table__, Leg.entry_id == Entry.id, isouter=True)
    )
    return _of(query, some=some)


@cache
def _parties(*, some: bool) -> Select[*tuple[Any, ...]]:
    query = (
        select(EntryParty.entry_id, Party.name)
        .join(Party.__table__, Party.id == EntryParty.party_id)
        .join(Entry.__table__, Entry.id == EntryParty.entry_id)
        .order_by(Party.position, Party.name)
    )
    return _of(query, some=some)


@cache
def _counts(*, some: bool) -> Select[*tuple[Any, ...]]:
    query = (
        select(Participation.entry_id, func.count())
        .join(Entry.__table__, Entry.id == Participation.entry_id)
        .group_by(Participation.entry_id)
    )
    return _of(query, some=some)


def _of(query: Select[*tuple[Any, ...]], *, some: bool) -> Select[*tuple[Any, ...]]:
    query = query.where(Entry.visit_id == bindparam("visit_id"))
    return query.where(Entry.id.in_(bindparam("ids", expanding=True))) if some else query
