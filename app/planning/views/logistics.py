"""Baggage, gifts and bookings of interpreters: as rows of a visit, and each as its fields show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select, union

from app.data.models import (
    BaggagePiece,
    Entry,
    Gift,
    InterpreterBooking,
    Member,
    Organisation,
    Participation,
    Person,
    Visit,
)
from app.domain.engagements import Engagement
from app.domain.errors import PlanningError
from app.domain.words import EntryStatus, GiftDirection, InterpretingMode
from app.planning.views.named import name_columns, name_of
from app.planning.views.own import own_columns, own_names


@dataclass(frozen=True, slots=True)
class BaggageRow:
    """A piece of baggage; ``member`` is the owner's name."""

    id: str
    visit_id: str
    member_id: str | None
    position: int
    tag: str
    description: str
    member: str


@dataclass(frozen=True, slots=True)
class GiftRow:
    """A gift. ``entry``, ``giver``, ``receiver`` and ``organisation`` are names; ``start_wall`` is local.

    ``visit_first`` and ``visit_last`` are the days of the visit, of its home zone.
    """

    id: str
    visit_id: str
    entry_id: str | None
    direction: GiftDirection
    description: str
    giver_id: str | None
    receiver_id: str | None
    organisation_id: str | None
    value: float | None
    currency: str
    custody: str
    entry: str
    start_wall: datetime | None
    visit_first: date
    visit_last: date
    giver: str
    receiver: str
    organisation: str


@dataclass(frozen=True, slots=True)
class InterpreterRow:
    """A booking. ``entry`` and ``member`` are names; ``start_wall`` is the entry's local start.

    ``visit_first`` and ``visit_last`` are the days of the visit, of its home zone.
    ``also_at`` are the titles of the other entries at which the interpreter is wanted at the same time.
    """

    id: str
    visit_id: str
    entry_id: str
    member_id: str | None
    from_language: str
    to_language: str
    mode: InterpretingMode
    hours: float
    documents_sent: bool
    entry: str
    start_wall: datetime
    visit_first: date
    visit_last: date
    member: str
    also_at: tuple[str, ...] = ()


_BAGGAGE = own_names(BaggageRow, BaggagePiece)
_GIFT = own_names(GiftRow, Gift)
_BOOKING = own_names(InterpreterRow, InterpreterBooking)


def baggage_rows(connection: Connection, visit_id: str) -> tuple[BaggageRow, ...]:
    """Return a visit's baggage in order; one query."""
    query = _baggage().where(BaggagePiece.visit_id == visit_id)
    return tuple(_baggage_row(row) for row in connection.execute(query).mappings())


def baggage_detail(connection: Connection, baggage_piece_id: str) -> BaggageRow:
    """Return one piece of baggage.

    Raises:
        PlanningError: ``row_missing``.
    """
    return _baggage_row(_one(connection, _baggage().where(BaggagePiece.id == baggage_piece_id)))


def gift_rows(connection: Connection, visit_id: str) -> tuple[GiftRow, ...]:
    """Return a visit's gifts in the order of the programme, those of no entry last; one query."""
    query = _gifts().where(Gift.visit_id == visit_id)
    return tuple(_gift_row(row) for row in connection.execute(query).mappings())


def entry_gifts(connection: Connection, entry_id: str) -> tuple[GiftRow, ...]:
    """Return the gifts that are given or received at an entry; one query."""
    query = _gifts().where(Gift.entry_id == entry_id)
    return tuple(_gift_row(row) for row in connection.execute(query).mappings())


def gift_detail(connection: Connection, gift_id: str) -> GiftRow:
    """Return one gift.

    Raises:
        PlanningError: ``row_missing``.
    """
    return _gift_row(_one(connection, _gifts().where(Gift.id == gift_id)))


def interpreter_rows(connection: Connection, visit_id: str) -> tuple[InterpreterRow, ...]:
    """Return a visit's bookings of interpreters in the order of the programme; two queries."""
    return _booked(connection, InterpreterBooking.visit_id == visit_id)


def entry_interpreters(connection: Connection, entry_id: str) -> tuple[InterpreterRow, ...]:
    """Return the interpreters that are booked for an entry; two queries."""
    return _booked(connection, InterpreterBooking.entry_id == entry_id)


def interpreter_detail(connection: Connection, interpreter_booking_id: str) -> InterpreterRow:
    """Return one booking.

    Raises:
        PlanningError: ``row_missing``.
    """
    found = _booked(connection, InterpreterBooking.id == interpreter_booking_id)
    if not found:
        raise PlanningError("row_missing")
    return found[0]


def _one(connection: Connection, query: Select[*tuple[Any, ...]]) -> Any:
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise PlanningError("row_missing")
    return row


@cache
def _baggage() -> Select[*tuple[Any, ...]]:
    return (
        select(*own_columns(BaggageRow, BaggagePiece), *name_columns())
        .join(Member.__table__, Member.id == BaggagePiece.member_id, isouter=True)
        .join(Person.__table__, Person.id == Member.person_id, isouter=True)
        .order_by(BaggagePiece.position, BaggagePiece.tag, BaggagePiece.id)
    )


def _baggage_row(row: Any) -> BaggageRow:
    return BaggageRow(**_named(row, _BAGGAGE), member=name_of(row))


@cache
def _gifts() -> Select[*tuple[Any, ...]]:
    columns: list[Any] = [*own_columns(GiftRow, Gift)]
    columns += [Entry.title.label("entry"), Entry.start_wall, *_visit_days()]
    columns.append(
        func.coalesce(func.nullif(Organisation.acronym, ""), Organisation.name).label("organisation")
    )
    source: Any = (
        Gift.__table__.join(Visit.__table__, Visit.id == Gift.visit_id)
        .join(Entry.__table__, Entry.id == Gift.entry_id, isouter=True)
        .join(Organisation.__table__, Organisation.id == Gift.organisation_id, isouter=True)
    )
    for end, key in (("giver_", Gift.giver_id), ("receiver_", Gift.receiver_id)):
        member = Member.__table__.alias(f"{end}member")
        person = Person.__table__.alias(f"{end}person")
        source = source.join(member, member.c.id == key, isouter=True)
        source = source.join(person, person.c.id == member.c.person_id, isouter=True)
        columns += name_columns(end, person)
    order = (Entry.start_utc.is_(None), Entry.start_utc, Gift.created_at, Gift.id)
    return select(*columns).select_from(source).order_by(*order)


def _gift_row(row: Any) -> GiftRow:
    return GiftRow(
        **_named(row, _GIFT),
        entry=row["entry"] or "",
        **_named(row, ("start_wall", "visit_first", "visit_last")),
        giver=name_of(row, "giver_"),
        receiver=name_of(row, "receiver_"),
        organisation=row["organisation"] or "",
    )


def _booked(connection: Connection, which: ColumnElement[bool]) -> tuple[InterpreterRow, ...]:
    rows = connection.execute(_bookings().where(which)).mappings().all()
    members = {row["member_id"] for row in rows if row["member_id"] is not None}
    busy: dict[str, dict[str, Engagement]] = {}
    for row in connection.execute(_engagements(), {"members": sorted(members)}):
        at = Engagement(row.title, row.start_utc, row.end_utc, cancelled=row.status is EntryStatus.CANCELLED)
        busy.setdefault(row.member_id, {})[row.entry_id] = at
    return tuple(_booking_row(row, busy.get(row["member_id"], {})) for row in rows)


@cache
def _bookings() -> Select[*tuple[Any, ...]]:
    return (
        select(*own_columns(InterpreterRow, InterpreterBooking), Entry.title.label("entry"), Entry.start_wall)
        .add_columns(*_visit_days(), *name_columns())
        .join(Entry.__table__, Entry.id == InterpreterBooking.entry_id)
        .join(Visit.__table__, Visit.id == InterpreterBooking.visit_id)
        .join(Member.__table__, Member.id == InterpreterBooking.member_id, isouter=True)
        .join(Person.__table__, Person.id == Member.person_id, isouter=True)
        .order_by(Entry.start_utc, InterpreterBooking.created_at, InterpreterBooking.id)
    )


@cache
def _engagements() -> Any:
    """Return the query for all entries at which members are booked to interpret, or take part."""
    wanted: Any = bindparam("members", expanding=True)
    return union(
        *(
            select(rows.member_id, Entry.id.label("entry_id"), Entry.title)
            .add_columns(Entry.start_utc, Entry.end_utc, Entry.status)
            .join(Entry.__table__, Entry.id == rows.entry_id)
            .where(rows.member_id.in_(wanted))
            for rows in (InterpreterBooking, Participation)
        )
    ).order_by("start_utc", "entry_id")


def _booking_row(row: Any, busy: Mapping[str, Engagement]) -> InterpreterRow:
    others = [at for entry_id, at in busy.items() if entry_id != row["entry_id"]]
    this = busy.get(row["entry_id"])
    return InterpreterRow(
        **_named(row, _BOOKING),
        entry=row["entry"],
        **_named(row, ("start_wall", "visit_first", "visit_last")),
        member=name_of(row),
        also_at=tuple(at.title for at in others if this is not None and this.meets(at)),
    )


def _visit_days() -> tuple[Any, Any]:
    return Visit.starts_on.label("visit_first"), Visit.ends_on.label("visit_last")


def _named(row: Any, names: Any) -> dict[str, Any]:
    return {name: row[name] for name in names}
