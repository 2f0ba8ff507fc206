"""Baggage, gifts and bookings of interpreters: as rows of a visit, and each as its fields show it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from app.data.models import (
    BaggagePiece,
    Entry,
    Gift,
    InterpreterBooking,
    Member,
    Organisation,
    Person,
    Visit,
)
from app.domain.errors import PlanningError
from app.domain.words import GiftDirection, InterpretingMode
from app.planning.views.named import name_columns, name_of


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


def gift_detail(connection: Connection, gift_id: str) -> GiftRow:
    """Return one gift.

    Raises:
        PlanningError: ``row_missing``.
    """
    return _gift_row(_one(connection, _gifts().where(Gift.id == gift_id)))


def interpreter_rows(connection: Connection, visit_id: str) -> tuple[InterpreterRow, ...]:
    """Return a visit's bookings of interpreters in the order of the programme; one query."""
    query = _bookings().where(InterpreterBooking.visit_id == visit_id)
    return tuple(_booking_row(row) for row in connection.execute(query).mappings())


def interpreter_detail(connection: Connection, interpreter_booking_id: str) -> InterpreterRow:
    """Return one booking.

    Raises:
        PlanningError: ``row_missing``.
    """
    return _booking_row(_one(connection, _bookings().where(InterpreterBooking.id == interpreter_booking_id)))


def _one(connection: Connection, query: Select[*tuple[Any, ...]]) -> Any:
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise PlanningError("row_missing")
    return row


def _baggage() -> Select[*tuple[Any, ...]]:
    own = (BaggagePiece.__table__.c[name] for name in BaggageRow.__slots__[:-1])
    return (
        select(*own, *name_columns())
        .join(Member.__table__, Member.id == BaggagePiece.member_id, isouter=True)
        .join(Person.__table__, Person.id == Member.person_id, isouter=True)
        .order_by(BaggagePiece.position, BaggagePiece.tag, BaggagePiece.id)
    )


def _baggage_row(row: Any) -> BaggageRow:
    return BaggageRow(**_own(row, BaggageRow.__slots__[:-1]), member=name_of(row))


def _gifts() -> Select[*tuple[Any, ...]]:
    columns: list[Any] = [Gift.__table__.c[name] for name in GiftRow.__slots__[:-7]]
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
        **_own(row, GiftRow.__slots__[:-7]),
        entry=row["entry"] or "",
        **_own(row, ("start_wall", "visit_first", "visit_last")),
        giver=name_of(row, "giver_"),
        receiver=name_of(row, "receiver_"),
        organisation=row["organisation"] or "",
    )


def _bookings() -> Select[*tuple[Any, ...]]:
    own = (InterpreterBooking.__table__.c[name] for name in InterpreterRow.__slots__[:-5])
    return (
        select(*own, Entry.title.label("entry"), Entry.start_wall, *_visit_days(), *name_columns())
        .join(Entry.__table__, Entry.id == InterpreterBooking.entry_id)
        .join(Visit.__table__, Visit.id == InterpreterBooking.visit_id)
        .join(Member.__table__, Member.id == InterpreterBooking.member_id, isouter=True)
        .join(Person.__table__, Person.id == Member.person_id, isouter=True)
        .order_by(Entry.start_utc, InterpreterBooking.created_at, InterpreterBooking.id)
    )


def _booking_row(row: Any) -> InterpreterRow:
    return InterpreterRow(
        **_own(row, InterpreterRow.__slots__[:-5]),
        entry=row["entry"],
        **_own(row, ("start_wall", "visit_first", "visit_last")),
        member=name_of(row),
    )


def _visit_days() -> tuple[Any, Any]:
    return Visit.starts_on.label("visit_first"), Visit.ends_on.label("visit_last")


def _own(row: Any, names: Any) -> dict[str, Any]:
    return {name: row[name] for name in names}
