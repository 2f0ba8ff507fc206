"""The meetings at which one goes on talking with those whom one has met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from app.data.models import Entry, Visit
from app.domain.errors import PlanningError
from app.domain.words import EntryKind
from app.planning.views.family import entries_with, family_at


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """A later meeting with one of the organisations of another; ``day`` is local."""

    id: str
    title: str
    visit_id: str
    visit: str
    day: date


def next_meetings(connection: Connection, entry_id: str) -> tuple[NextMeeting, ...]:
    """Return the meetings after an entry with whom we meet there, the next first: four queries.

    Raises:
        PlanningError: ``entry_missing``.
    """
    end = connection.execute(select(Entry.end_utc).where(Entry.id == entry_id)).scalar_one_or_none()
    if end is None:
        raise PlanningError("entry_missing")
    family = family_at(connection, entry_id)
    query = (
        select(Entry.id, Entry.title, Entry.visit_id, Visit.title, Entry.start_wall)
        .join(Visit.__table__, Visit.id == Entry.visit_id)
        .where(Entry.id.in_(entries_with(family)), Entry.kind == EntryKind.MEETING)
        .where(Entry.start_utc >= end, Entry.id != entry_id)
        .order_by(Entry.start_utc, Entry.id)
    )
    return tuple(NextMeeting(*row[:4], row[4].date()) for row in connection.execute(query))
