"""The dossier of a topic: all that was said, agreed and promised on it, over all visits that took it up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, or_, select

from app.data.models import (
    Action,
    AgendaItem,
    Decision,
    Entry,
    Member,
    Organisation,
    Person,
    Record,
    RecordPoint,
    Topic,
    Visit,
)
from app.domain.errors import PlanningError
from app.domain.words import EntryStatus, Intent, Marking, Outcome, Side
from app.planning.views.named import name_columns, name_in
from app.planning.views.promised import Promised, promised, promised_in
from app.planning.views.record import Noted


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A visit that takes the topic up; ``id`` is the topic's there."""

    id: str
    visit_id: str
    visit: str
    starts_on: date
    title: str
    objective: str
    marking: Marking


@dataclass(frozen=True, slots=True)
class Occasion:
    """One meeting that had the topic on its agenda; ``id`` is the agenda item's, ``day`` local.

    ``host`` is the acronym of who received us, or the name. Promises are those made there on this topic.
    """

    id: str
    entry_id: str
    meeting: str
    visit_id: str
    visit: str
    day: date
    start_utc: datetime
    called_off: bool
    host: str
    speaker: str
    intent: Intent
    minutes: int
    marking: Marking
    outcome: Outcome | None
    outcome_note: str
    points: tuple[Noted, ...]
    decisions: tuple[Noted, ...]
    promises: tuple[Promised, ...]

    @property
    def silent(self) -> bool:
        """Whether nothing of it was written down."""
        return not (self.outcome or self.outcome_note or self.points or self.decisions or self.promises)


@dataclass(frozen=True, slots=True)
class Dossier:
    """All there is on a topic, whose ``id`` it bears. Visits and occasions stand in the order of time.

    ``elsewhere`` are promises on it that were made at no meeting which had it on its agenda.
    """

    id: str
    title: str
    taken_up: tuple[TakenUp, ...]
    occasions: tuple[Occasion, ...]
    elsewhere: tuple[Promised, ...]

    def promises(self, side: Side) -> tuple[Promised, ...]:
        """Return all that a side promised on it, in the order of time."""
        there = (each for occasion in self.occasions for each in occasion.promises)
        return tuple(each for each in (*there, *self.elsewhere) if each.owed_by is side)


def topic_dossier(connection: Connection, topic_id: str) -> Dossier:
    """Return the dossier of a topic: six queries, over however many visits.

    Raises:
        PlanningError: ``row_missing``.
    """
    own = select(Topic.thread_id, Topic.title).where(Topic.id == topic_id)
    found = connection.execute(own).one_or_none()
    if found is None:
        raise PlanningError("row_missing", table="topic")
    wanted = {"thread": found.thread_id}
    points = _grouped(connection.execute(_points(), wanted))
    decisions = _grouped(connection.execute(_decisions(), wanted))
    items = connection.execute(_items(), wanted).all()
    first = {row.entry_id: row.id for row in reversed(items)}
    there = {row.id for row in items}
    promises: dict[str | None, list[Promised]] = {}
    for row in connection.execute(_promises(), wanted):
        item_id = row.agenda_item_id if row.agenda_item_id in there else first.get(row.entry_id)
        promises.setdefault(item_id, []).append(Promised(**promised_in(row)))
    return Dossier(
        id=topic_id,
        title=found.title,
        taken_up=tuple(TakenUp(*row) for row in connection.execute(_taken_up(), wanted)),
        occasions=tuple(
            _occasion(
                row,
                points=tuple(points.get(row.id, ())),
                decisions=tuple(decisions.get(row.id, ())),
                promises=tuple(promises.get(row.id, ())),
            )
            for row in items
        ),
        elsewhere=tuple(promises.get(None, ())),
    )


def _occasion(row: Any, **came_of_it: Any) -> Occasion:
    return Occasion(
        id=row.id,
        entry_id=row.entry_id,
        meeting=row.meeting,
        visit_id=row.visit_id,
        visit=row.visit,
        day=row.start_wall.date(),
        start_utc=row.start_utc,
        called_off=row.status is EntryStatus.CANCELLED,
        host=row.host,
        speaker=name_in(row),
        intent=row.intent,
        minutes=row.minutes,
        marking=row.marking,
        outcome=row.outcome,
        outcome_note=row.outcome_note,
        **came_of_it,
    )


def _grouped(rows: Iterable[Any]) -> dict[str, list[Noted]]:
    found: dict[str, list[Noted]] = {}
    for row in rows:
        found.setdefault(row.agenda_item_id, []).append(Noted(row.id, row.text, row.marking))
    return found


# The statements are built once: building one takes longer than asking it.


def _thread() -> Any:
    return select(Topic.id).where(Topic.thread_id == bindparam("thread"))


def _item_ids() -> Any:
    return select(AgendaItem.id).where(AgendaItem.topic_id.in_(_thread()))


@cache
def _taken_up() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Topic.id,
            Topic.visit_id,
            Visit.title,
            Visit.starts_on,
            Topic.title.label("topic"),
            Topic.objective,
            Topic.marking,
        )
        .join(Visit.__table__, Visit.id == Topic.visit_id)
        .where(Topic.thread_id == bindparam("thread"))
        .order_by(Visit.starts_on, Topic.position, Topic.id)
    )


@cache
def _items() -> Select[*tuple[Any, ...]]:
    own = ("id", "entry_id", "visit_id", "intent", "minutes", "marking", "outcome", "outcome_note")
    host = func.coalesce(func.nullif(Organisation.acronym, ""), Organisation.name, "")
    return (
        select(
            *(getattr(AgendaItem, name) for name in own),
            Entry.title.label("meeting"),
            Entry.start_wall,
            Entry.start_utc,
            Entry.status,
            Visit.title.label("visit"),
            host.label("host"),
            *name_columns(),
        )
        .join(Entry.__table__, Entry.id == AgendaItem.entry_id)
        .join(Visit.__table__, Visit.id == AgendaItem.visit_id)
        .join(Organisation.__table__, Organisation.id == Entry.host_organisation_id, isouter=True)
        .join(Member.__table__, Member.id == AgendaItem.speaker_id, isouter=True)
        .join(Person.__table__, Person.id == Member.person_id, isouter=True)
        .where(AgendaItem.topic_id.in_(_thread()))
        .order_by(Entry.start_utc, Entry.id, AgendaItem.position, AgendaItem.id)
    )


def _on_items(kind: Any) -> Any:
    own = select(kind.id, kind.agenda_item_id, kind.text, kind.marking)
    about = own.join(AgendaItem.__table__, AgendaItem.id == kind.agenda_item_id)
    return about.where(AgendaItem.topic_id.in_(_thread())).order_by(kind.position, kind.id)


@cache
def _points() -> Select[*tuple[Any, ...]]:
    query: Select[*tuple[Any, ...]] = _on_items(RecordPoint)
    return query.join(Record.__table__, Record.id == RecordPoint.record_id)


@cache
def _decisions() -> Select[*tuple[Any, ...]]:
    query: Select[*tuple[Any, ...]] = _on_items(Decision)
    return query


@cache
def _promises() -> Select[*tuple[Any, ...]]:
    on_it = or_(Action.topic_id.in_(_thread()), Action.agenda_item_id.in_(_item_ids()))
    wanted = promised(Action.entry_id, Action.agenda_item_id).where(on_it)
    return wanted.order_by(Visit.starts_on, Action.position, Action.id)
