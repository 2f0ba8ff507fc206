"""The meetings with an organisation and those below it, over all visits: when, where, and who was there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from app.data.models import Entry, Member, Participation, Person, Place, Visit
from app.domain.words import EntryKind, Marking, Side
from app.planning.views.family import entries_with
from app.planning.views.named import name_columns, name_of


@dataclass(frozen=True, slots=True)
class Meeting:
    """An entry at which the organisation or one below it takes part. ``day`` is local."""

    id: str
    visit_id: str
    visit: str
    title: str
    kind: EntryKind
    day: date
    place: str
    marking: Marking
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    past: bool


def meetings_with(connection: Connection, family: frozenset[str], now: datetime) -> list[Meeting]:
    """Return the meetings with these organisations by time: two queries. ``now`` is naive UTC."""
    people: dict[tuple[str, Side], list[str]] = {}
    query = (
        select(Participation.entry_id, Member.side, *name_columns())
        .join(Member.__table__, Member.id == Participation.member_id)
        .join(Person.__table__, Person.id == Member.person_id)
        .where(Participation.entry_id.in_(entries_with(family)))
        .order_by(Member.precedence, Participation.position, Participation.id)
    )
    for row in connection.execute(query).mappings():
        people.setdefault((row["entry_id"], row["side"]), []).append(name_of(row))
    entries = (
        select(
            Entry.id,
            Entry.visit_id,
            Visit.title.label("visit"),
            Entry.title,
            Entry.kind,
            Entry.start_wall,
            Entry.end_utc,
            Entry.marking,
            Place.name.label("place"),
        )
        .join(Visit.__table__, Visit.id == Entry.visit_id)
        .join(Place.__table__, Place.id == Entry.place_id, isouter=True)
        .where(Entry.id.in_(entries_with(family)))
        .order_by(Entry.start_utc, Entry.id)
    )
    return [
        Meeting(
            id=row.id,
            visit_id=row.visit_id,
            visit=row.visit,
            title=row.title,
            kind=row.kind,
            day=row.start_wall.date(),
            place=row.place or "",
            marking=row.marking,
            ours=tuple(people.get((row.id, Side.OURS), ())),
            theirs=tuple(people.get((row.id, Side.HOST), ())),
            past=row.end_utc < now,
        )
        for row in connection.execute(entries)
    ]
