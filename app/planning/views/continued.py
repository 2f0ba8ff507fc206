"""What was continued at earlier meetings with whom we meet, and is offered to this one's agenda."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, select

from app.data.models import AgendaItem, Entry, Topic, Visit
from app.domain.errors import PlanningError
from app.domain.words import Intent, Marking, Outcome
from app.planning.views.family import entries_with, family_at


@dataclass(frozen=True, slots=True)
class Continued:
    """An agenda item, whose ``id`` it bears, that was to be continued; ``day`` is its meeting's, local."""

    id: str
    entry_id: str
    meeting: str
    visit: str
    day: date
    topic_id: str | None
    heading: str
    minutes: int
    intent: Intent
    outcome_note: str
    marking: Marking


def continued_items(connection: Connection, entry_id: str) -> tuple[Continued, ...]:
    """Return what an entry can take over, the latest first: five queries.

    That is what was continued when we last talked of it with one of the organisations of the entry, on this
    visit or an earlier one, and does not stand on the entry's agenda yet. The same topic is known over all
    visits by its thread, a bare heading by its words.

    Raises:
        PlanningError: ``entry_missing``.
    """
    start = connection.execute(select(Entry.start_utc).where(Entry.id == entry_id)).scalar_one_or_none()
    if start is None:
        raise PlanningError("entry_missing")
    family = family_at(connection, entry_id)
    query = _items().order_by(Entry.start_utc.desc(), Entry.id, AgendaItem.position, AgendaItem.id)
    here = {_key(row) for row in connection.execute(query.where(AgendaItem.entry_id == entry_id))}
    before = query.where(
        Entry.id.in_(entries_with(family)),
        Entry.start_utc < start,
        AgendaItem.outcome.is_not(None),
    )
    found: list[Continued] = []
    for row in connection.execute(before):
        if _key(row) in here:
            continue
        here.add(_key(row))  # what came of it earlier does not count any more
        if row.outcome is Outcome.CONTINUED:
            found.append(_continued(row))
    return tuple(found)


def continued_into(connection: Connection, entry_id: str, next_id: str) -> tuple[Continued, ...]:
    """Return what was to be continued at an entry and does not stand on another's agenda yet: two queries."""
    query = _items().order_by(AgendaItem.position, AgendaItem.id)
    there = {_key(row) for row in connection.execute(query.where(AgendaItem.entry_id == next_id))}
    continued = query.where(AgendaItem.entry_id == entry_id, AgendaItem.outcome == Outcome.CONTINUED)
    found = {_key(row): _continued(row) for row in connection.execute(continued)}
    return tuple(item for key, item in found.items() if key not in there)


def _key(row: Any) -> tuple[str, str]:
    return ("thread", row.thread_id) if row.thread_id else ("words", " ".join(row.title.casefold().split()))


def _continued(row: Any) -> Continued:
    return Continued(
        id=row.id,
        entry_id=row.entry_id,
        meeting=row.meeting,
        visit=row.visit,
        day=row.start_wall.date(),
        topic_id=row.topic_id,
        heading=row.title or row.topic or "",
        minutes=row.minutes,
        intent=row.intent,
        outcome_note=row.outcome_note,
        marking=row.marking,
    )


@cache
def _items() -> Any:
    own = ("id", "entry_id", "topic_id", "title", "minutes", "intent", "marking", "outcome", "outcome_note")
    return (
        select(
            *(getattr(AgendaItem, name) for name in own),
            Entry.title.label("meeting"),
            Entry.start_wall,
            Visit.title.label("visit"),
            Topic.title.label("topic"),
            Topic.thread_id,
        )
        .join(Entry.__table__, Entry.id == AgendaItem.entry_id)
        .join(Visit.__table__, Visit.id == Entry.visit_id)
        .join(Topic.__table__, Topic.id == AgendaItem.topic_id, isouter=True)
    )
