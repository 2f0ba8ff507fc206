"""The seating plan of a meeting: who sits in which row, and who has no seat yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from app.data.models import Entry, Member, Participation, Person, Seat
from app.domain.errors import PlanningError
from app.domain.seat_order import departures
from app.domain.seating import Chair, Sitter, TableRow, TableShape, shape_of
from app.domain.words import Role, Side
from app.planning.views.named import name_columns, name_in

_KNOWN = frozenset(row.value for row in TableRow)


@dataclass(frozen=True, slots=True)
class Seated:
    """A participant, whose ``id`` it bears; ``row`` is empty where they have no seat."""

    id: str
    name: str
    title: str
    side: Side
    role: Role
    row: str
    place: int


@dataclass(frozen=True, slots=True)
class SeatingPlan:
    """The seats of an entry, whose ``id`` it bears, by row and place; ``unseated`` by precedence.

    ``departures`` are the chairs that protocol gives to those who sit elsewhere.
    """

    id: str
    shape: TableShape
    rows: Mapping[str, tuple[Seated, ...]]
    unseated: tuple[Seated, ...]
    departures: tuple[Chair, ...]

    def row(self, name: str) -> tuple[Seated, ...]:
        """Return who sits in a row."""
        return self.rows.get(name, ())


def seating_plan(connection: Connection, entry_id: str) -> SeatingPlan:
    """Return the seating plan of an entry: two queries.

    Raises:
        PlanningError: ``entry_missing``.
    """
    if connection.execute(select(Entry.id).where(Entry.id == entry_id)).first() is None:
        raise PlanningError("entry_missing")
    people = [_seated(row) for row in connection.execute(_people(), {"entry_id": entry_id})]
    rows: dict[str, list[Seated]] = {}
    for person in sorted((each for each in people if each.row), key=lambda each: each.place):
        rows.setdefault(person.row, []).append(person)
    shape = shape_of(rows.keys())
    sitters = [Sitter(each.id, each.side, each.role) for each in people]
    return SeatingPlan(
        id=entry_id,
        shape=shape,
        rows={name: tuple(sitters) for name, sitters in rows.items()},
        unseated=tuple(each for each in people if not each.row),
        departures=departures(sitters, list(_chairs(rows)), shape),
    )


def _chairs(rows: Mapping[str, list[Seated]]) -> Iterator[Chair]:
    """Yield the chairs of the rows that rules know; a file from elsewhere may name others."""
    for name, sitters in rows.items():
        if name not in _KNOWN:
            continue
        for place, sitter in enumerate(sitters):
            yield Chair(sitter.id, TableRow(name), place)


def _seated(row: Any) -> Seated:
    return Seated(
        id=row.id,
        name=name_in(row),
        title=row.title,
        side=row.side,
        role=row.role,
        row=row.table_side or "",
        place=row.place or 0,
    )


@cache
def _people() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Participation.id,
            Participation.role,
            Member.title,
            Member.side,
            Seat.table_side,
            Seat.position.label("place"),
            *name_columns(),
        )
        .join(Member.__table__, Member.id == Participation.member_id)
        .join(Person.__table__, Person.id == Member.person_id)
        .join(Seat.__table__, Seat.participation_id == Participation.id, isouter=True)
        .where(Participation.entry_id == bindparam("entry_id"))
        .order_by(Member.precedence, Participation.position, Participation.id)
    )
