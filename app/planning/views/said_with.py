"""What was noted and agreed at the meetings with an organisation and those below it, over all visits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from app.data.models import AgendaItem, Decision, Entry, Record, RecordPoint, Topic, Visit
from app.domain.words import Marking, Outcome
from app.planning.views.family import entries_with


class SaidAs(IntEnum):
    """What a line of a record is, in the order in which they stand under an item."""

    NOTE = 0
    DECISION = 1
    OUTCOME = 2


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the record of a meeting; ``day`` is local.

    ``about`` is the item that it stands under. Who said it is noted nowhere but in its words. ``outcome`` is
    the end of the item, of an ``OUTCOME`` alone; its ``text`` may be empty where nothing more was noted.
    """

    id: str
    entry_id: str
    visit: str
    day: date
    about: str
    kind: SaidAs
    text: str
    outcome: Outcome | None
    marking: Marking


def said_with(connection: Connection, family: frozenset[str]) -> tuple[Said, ...]:
    """Return what the records say, of the latest meeting first and then as its agenda goes: three queries."""
    found = [
        (row, _said(row, kind))
        for kind, query in (
            (SaidAs.NOTE, _notes(family)),
            (SaidAs.DECISION, _decisions(family)),
            (SaidAs.OUTCOME, _outcomes(family)),
        )
        for row in connection.execute(query)
    ]
    found.sort(key=lambda each: _in_meeting(*each))
    found.sort(key=lambda each: (each[0].start_utc, each[0].entry_id), reverse=True)
    return tuple(said for _row, said in found)


def _in_meeting(row: Any, said: Said) -> tuple[bool, int, str, SaidAs, int, str]:
    """Return where a line stands: item by item, and what stands under none after them."""
    alone = row.item_id is None
    return alone, row.item_position or 0, row.item_id or "", said.kind, row.position, said.id


def _said(row: Any, kind: SaidAs) -> Said:
    return Said(
        id=row.id,
        entry_id=row.entry_id,
        visit=row.visit,
        day=row.start_wall.date(),
        about=row.topic or row.item or "",
        kind=kind,
        text=row.text,
        outcome=row.outcome if kind is SaidAs.OUTCOME else None,
        marking=row.marking,
    )


def _notes(family: frozenset[str]) -> Select[*tuple[Any, ...]]:
    point, record = RecordPoint.__table__, Record.__table__
    noted = point.join(record, record.c.id == point.c.record_id)
    query = _about(point, point.c.text).select_from(_joined(noted, record.c.entry_id, point.c.agenda_item_id))
    return query.where(Entry.id.in_(entries_with(family)), point.c.text != "")


def _decisions(family: frozenset[str]) -> Select[*tuple[Any, ...]]:
    decision = Decision.__table__
    source = _joined(decision, decision.c.entry_id, decision.c.agenda_item_id)
    query = _about(decision, decision.c.text).select_from(source)
    return query.where(Entry.id.in_(entries_with(family)), decision.c.text != "")


def _outcomes(family: frozenset[str]) -> Select[*tuple[Any, ...]]:
    item = AgendaItem.__table__
    query = _about(item, item.c.outcome_note.label("text")).select_from(_joined(item, item.c.entry_id))
    ended = or_(item.c.outcome.is_not(None), item.c.outcome_note != "")
    return query.where(Entry.id.in_(entries_with(family)), ended)


def _about(line: Any, text: Any) -> Select[*tuple[Any, ...]]:
    return select(
        line.c.id,
        line.c.position,
        text,
        line.c.marking,
        Entry.id.label("entry_id"),
        Entry.start_wall,
        Entry.start_utc,
        Visit.title.label("visit"),
        Topic.title.label("topic"),
        AgendaItem.id.label("item_id"),
        AgendaItem.position.label("item_position"),
        AgendaItem.title.label("item"),
        AgendaItem.outcome,
    )


def _joined(source: Any, entry_id: Any, agenda_item_id: Any = None) -> Any:
    """Join what ``_about`` selects to a source; with no ``agenda_item_id`` the source is the items itself."""
    entry, visit, item, topic = Entry.__table__, Visit.__table__, AgendaItem.__table__, Topic.__table__
    joined = source.join(entry, entry.c.id == entry_id).join(visit, visit.c.id == entry.c.visit_id)
    if agenda_item_id is not None:
        joined = joined.outerjoin(item, item.c.id == agenda_item_id)
    return joined.outerjoin(topic, topic.c.id == item.c.topic_id)
