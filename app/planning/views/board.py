"""The board: the programme with all that its blocks, lanes, clashes and gaps are drawn from."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Connection, Select, String, bindparam, false, func, select

from app.data.models import (
    Entry,
    EntryParty,
    InterpreterBooking,
    Leg,
    Participation,
    Party,
    PartyMember,
    Place,
    Ride,
    Stop,
)
from app.domain.words import LegMode
from app.planning.views.entry_line import EntryLine, in_order
from app.planning.views.programme import Head, head


@dataclass(frozen=True, slots=True)
class BoardParty:
    """A lane of the board, and who belongs to it."""

    id: str
    name: str
    member_ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class BoardStay:
    """A stop of the visit: its local days, and where it is (WGS 84) where somebody has said so.

    ``country_code`` is of two letters (ISO 3166), or empty.
    """

    city: str
    country_code: str
    zone: str
    arrives_on: date
    leaves_on: date
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class BoardLine(EntryLine):
    """One entry of the board.

    ``latitude`` and ``longitude`` are its place's (WGS 84), as are ``badge_minutes``. ``estimated`` is true
    of a journey whose times nobody has typed yet. ``participants`` counts ``member_ids``.
    """

    place_id: str | None
    tied_to_id: str | None
    tied_minutes: int
    version: int
    place: str | None
    place_city: str | None
    latitude: float | None
    longitude: float | None
    badge_minutes: int | None
    mode: LegMode | None
    carrier: str
    number: str
    from_name: str | None
    from_code: str
    to_name: str | None
    to_code: str
    estimated: bool
    parties: tuple[str, ...]
    party_ids: frozenset[str]
    member_ids: frozenset[str]
    vehicle_ids: frozenset[str]
    interpreter_ids: frozenset[str] = frozenset()

    @property
    def participants(self) -> int:
        """How many people are named at it."""
        return len(self.member_ids)


@dataclass(frozen=True, slots=True)
class Board:
    """The whole board of a visit."""

    head: Head
    parties: tuple[BoardParty, ...]
    lines: tuple[BoardLine, ...]
    stays: tuple[BoardStay, ...]


def board(connection: Connection, visit_id: str) -> Board:
    """Return the board of a visit, its lines in the order of the programme: always ten queries.

    Raises:
        PlanningError: ``visit_missing``.
    """
    top = head(connection, visit_id)
    wanted = {"visit_id": visit_id}
    members = _sets(connection, _party_members(), wanted)
    return Board(
        head=top,
        parties=tuple(
            BoardParty(row.id, row.name, members.get(row.id, frozenset()))
            for row in connection.execute(_parties(), wanted)
        ),
        lines=_lines(connection, visit_id),
        stays=tuple(BoardStay(*row) for row in connection.execute(_stays(), wanted)),
    )


def board_lines(connection: Connection, visit_id: str, ids: Collection[str]) -> tuple[BoardLine, ...]:
    """Return the lines of these entries in order; one that is not there (any more) is left out."""
    return _lines(connection, visit_id, ids)


def _lines(
    connection: Connection, visit_id: str, ids: Collection[str] | None = None
) -> tuple[BoardLine, ...]:
    some = ids is not None
    wanted = {"visit_id": visit_id} | ({"ids": sorted(ids)} if ids is not None else {})
    nobody: frozenset[str] = frozenset()
    names: dict[str, list[str]] = {}
    parties: dict[str, frozenset[str]] = {}
    for entry_id, party_id, name in connection.execute(_entry_parties(some=some), wanted).all():
        names.setdefault(entry_id, []).append(name)
        parties[entry_id] = parties.get(entry_id, nobody) | {party_id}
    members = _sets(connection, _members(some=some), wanted)
    vehicles = _sets(connection, _vehicles(some=some), wanted)
    interpreters = _sets(connection, _interpreters(some=some), wanted)
    rows: Sequence[Any] = connection.execute(_entries(some=some), wanted).all()
    lines = []
    for row in rows:
        key: str = row[0]
        lanes = tuple(names.get(key, ())), parties.get(key, nobody)
        taken = (found.get(key, nobody) for found in (members, vehicles, interpreters))
        lines.append(BoardLine(*(*row, *lanes, *taken)))
    return tuple(sorted(lines, key=in_order))


def _sets(
    connection: Connection, query: Select[*tuple[Any, ...]], wanted: Mapping[str, Any]
) -> dict[str, frozenset[str]]:
    """Return for each key its ids, which the query gives as one text: that is quicker than a row for each."""
    rows = connection.execute(query, wanted).all()
    sets = {ids: frozenset(ids.split(_BETWEEN)) for ids in {row[1] for row in rows}}
    return {key: sets[ids] for key, ids in rows}


# The statements are built once: building one takes longer than asking it for a single line.

_BETWEEN = "\n"  # stands in no key
_OWN = (*EntryLine.__slots__, "place_id", "tied_to_id", "tied_minutes", "version")


@cache
def _entries(*, some: bool) -> Select[*tuple[Any, ...]]:
    def words(column: Any) -> Any:
        return func.coalesce(column, "", type_=String()).label(column.name)

    query = (
        select(
            *(getattr(Entry, name) for name in _OWN),
            Place.name.label("place"),
            Place.city.label("place_city"),
            *(Place.latitude, Place.longitude, Place.badge_minutes),
            *(Leg.mode, words(Leg.carrier), words(Leg.number)),
            *(Leg.from_name, words(Leg.from_code), Leg.to_name, words(Leg.to_code)),
            func.coalesce(Leg.estimated, false(), type_=Boolean()).label("estimated"),
        )
        .join(Place.__table__, Place.id == Entry.place_id, isouter=True)
        .join(Leg.__table__, Leg.entry_id == Entry.id, isouter=True)
    )
    query = query.where(Entry.visit_id == bindparam("visit_id"))
    return query.where(Entry.id.in_(bindparam("ids", expanding=True))) if some else query


@cache
def _entry_parties(*, some: bool) -> Select[*tuple[Any, ...]]:
    query = (
        select(EntryParty.entry_id, EntryParty.party_id, Party.name)
        .join(Party.__table__, Party.id == EntryParty.party_id)
        .order_by(Party.position, Party.name)
    )
    return _of(query, EntryParty, some=some)


@cache
def _members(*, some: bool) -> Select[*tuple[Any, ...]]:
    query = select(Participation.entry_id, func.aggregate_strings(Participation.member_id, _BETWEEN))
    return _of(query, Participation, some=some).group_by(Participation.entry_id)


@cache
def _vehicles(*, some: bool) -> Select[*tuple[Any, ...]]:
    query = select(Ride.entry_id, func.aggregate_strings(Ride.vehicle_id, _BETWEEN))
    return _of(query, Ride, some=some).group_by(Ride.entry_id)


@cache
def _interpreters(*, some: bool) -> Select[*tuple[Any, ...]]:
    booked = InterpreterBooking
    query = select(booked.entry_id, func.aggregate_strings(booked.member_id, _BETWEEN))
    query = query.where(booked.member_id.is_not(None))
    return _of(query, booked, some=some).group_by(booked.entry_id)


@cache
def _parties() -> Select[*tuple[Any, ...]]:
    query = select(Party.id, Party.name).where(Party.visit_id == bindparam("visit_id"))
    return query.order_by(Party.position, Party.name, Party.id)


@cache
def _party_members() -> Select[*tuple[Any, ...]]:
    query = select(PartyMember.party_id, func.aggregate_strings(PartyMember.member_id, _BETWEEN))
    return query.where(PartyMember.visit_id == bindparam("visit_id")).group_by(PartyMember.party_id)


@cache
def _stays() -> Select[*tuple[Any, ...]]:
    query = select(*(getattr(Stop, name) for name in BoardStay.__slots__))
    return query.where(Stop.visit_id == bindparam("visit_id")).order_by(
        Stop.position, Stop.arrives_on, Stop.id
    )


def _of(query: Select[*tuple[Any, ...]], rows: type[Any], *, some: bool) -> Select[*tuple[Any, ...]]:
    """Return the query for the rows of some entries, or of all those of the visit, each by its index."""
    if some:
        return query.where(rows.entry_id.in_(bindparam("ids", expanding=True)))
    return query.where(rows.visit_id == bindparam("visit_id"))
