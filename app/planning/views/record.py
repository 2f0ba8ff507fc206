"""The record of one meeting as it is taken: who was there; per item what was noted, agreed, promised."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, String, bindparam, select

from app.data.models import (
    Action,
    AgendaItem,
    Decision,
    Member,
    Person,
    Record,
    RecordPoint,
    Topic,
)
from app.domain.words import Intent, Marking, Outcome, Role, Side
from app.planning.views.entry import EntryDetail, PersonAt, entry_detail
from app.planning.views.named import name_columns, name_in
from app.planning.views.promised import Promised, promised, promised_in


@dataclass(frozen=True, slots=True)
class Noted:
    """A point of the record, or a decision."""

    id: str
    text: str
    marking: Marking


@dataclass(frozen=True, slots=True)
class Taken:
    """What was noted, agreed and promised under one item of the agenda, or on its own.

    ``id`` is the item's, ``None`` for what stands on its own. ``heading_marking`` covers the heading, which
    may be the topic's title. An action stands under the item at which it was made, or else under the first
    about its topic. ``ticked_at`` is when it was ticked off as talked of (naive UTC).
    """

    id: str | None = None
    topic_id: str | None = None
    heading: str = ""
    heading_marking: Marking = Marking.PUBLIC
    minutes: int = 0
    speaker: str = ""
    intent: Intent = Intent.RAISE
    marking: Marking = Marking.PUBLIC
    outcome: Outcome | None = None
    outcome_note: str = ""
    ticked_at: datetime | None = None
    points: tuple[Noted, ...] = ()
    decisions: tuple[Noted, ...] = ()
    promises: tuple[Promised, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing came of it."""
        return not (self.outcome or self.outcome_note or self.points or self.decisions or self.promises)

    @property
    def raised(self) -> bool:
        """Whether it was talked of. A promise alone does not tell: it may be known by its topic only."""
        came_of_it = self.points or self.decisions or self.outcome or self.outcome_note
        return bool(self.ticked_at or came_of_it)


@dataclass(frozen=True, slots=True)
class RecordAt:
    """The record of an entry, whose ``id`` it bears; ``record_id`` is none where nothing is written yet."""

    id: str
    record_id: str | None
    entry: EntryDetail
    present: str
    memorandum: str
    marking: Marking
    readout: str
    readout_marking: Marking
    items: tuple[Taken, ...]
    alone: Taken

    @property
    def all(self) -> tuple[Taken, ...]:
        """The items in their order, and after them what stands on its own."""
        return (*self.items, self.alone)

    def head(self, side: Side) -> PersonAt | None:
        """Return who led a side: its head, or else the first of those who were there."""
        people = self.there(side)
        return next((person for person in people if person.role is Role.HEAD), people[0] if people else None)

    def there(self, side: Side) -> tuple[PersonAt, ...]:
        """Return who was there of a side: those of whom nobody has said that they were not."""
        return tuple(person for person in self.entry.side(side) if person.attended is not False)


def record_at(connection: Connection, entry_id: str) -> RecordAt:
    """Return the record of an entry: ten queries, however much there is.

    Raises:
        PlanningError: ``entry_missing``.
    """
    entry = entry_detail(connection, entry_id)
    wanted = {"entry_id": entry_id}
    items = [_item(row) for row in connection.execute(_items(), wanted)]
    points = _grouped(connection.execute(_points(), wanted))
    decisions = _grouped(connection.execute(_decisions(), wanted))
    about = {item.topic_id: item.id for item in reversed(items) if item.topic_id}
    here = {item.id for item in items}
    promises: dict[str | None, list[Promised]] = {}
    for row in connection.execute(_promises(), wanted):
        item_id = row.agenda_item_id if row.agenda_item_id in here else about.get(row.topic_id)
        promises.setdefault(item_id, []).append(Promised(**promised_in(row)))

    def filled(taken: Taken) -> Taken:
        return replace(
            taken,
            points=points.get(taken.id, ()),
            decisions=decisions.get(taken.id, ()),
            promises=tuple(promises.get(taken.id, ())),
        )

    found = connection.execute(_record(), wanted).mappings().one_or_none()
    words = dict(found) if found else _nothing_yet(entry)
    return RecordAt(
        id=entry_id,
        entry=entry,
        items=tuple(filled(item) for item in items),
        alone=filled(Taken(marking=entry.marking)),
        **words,
    )


def _nothing_yet(entry: EntryDetail) -> dict[str, Any]:
    return {
        "record_id": None,
        "present": "",
        "memorandum": "",
        "marking": entry.marking,
        "readout": "",
        "readout_marking": Marking.OFFICIAL_USE,
    }


def _item(row: Any) -> Taken:
    heading_marking = row.marking if row.title else max(row.marking, row.topic_marking or row.marking)
    return Taken(
        id=row.id,
        topic_id=row.topic_id,
        heading=row.title or row.topic or "",
        heading_marking=heading_marking,
        minutes=row.minutes,
        speaker=name_in(row),
        intent=row.intent,
        marking=row.marking,
        outcome=row.outcome,
        outcome_note=row.outcome_note,
        ticked_at=row.ticked_at,
    )


def _grouped(rows: Iterable[Any]) -> Mapping[str | None, tuple[Noted, ...]]:
    found: dict[str | None, list[Noted]] = {}
    for row in rows:
        found.setdefault(row.agenda_item_id, []).append(Noted(row.id, row.text, row.marking))
    return {key: tuple(group) for key, group in found.items()}


# The statements are built once: building one takes longer than asking it.

_WANTED: BindParameter[str] = bindparam("entry_id", type_=String())


@cache
def _record() -> Select[*tuple[Any, ...]]:
    own = ("present", "memorandum", "marking", "readout", "readout_marking")
    return select(Record.id.label("record_id"), *(getattr(Record, name) for name in own)).where(
        Record.entry_id == _WANTED
    )


@cache
def _items() -> Select[*tuple[Any, ...]]:
    own = ("id", "topic_id", "title", "minutes", "intent", "marking", "outcome", "outcome_note", "ticked_at")
    return (
        select(
            *(getattr(AgendaItem, name) for name in own),
            Topic.title.label("topic"),
            Topic.marking.label("topic_marking"),
            *name_columns(),
        )
        .join(Topic.__table__, Topic.id == AgendaItem.topic_id, isouter=True)
        .join(Member.__table__, Member.id == AgendaItem.speaker_id, isouter=True)
        .join(Person.__table__, Person.id == Member.person_id, isouter=True)
        .where(AgendaItem.entry_id == _WANTED)
        .order_by(AgendaItem.position, AgendaItem.id)
    )


@cache
def _points() -> Select[*tuple[Any, ...]]:
    own = ("id", "agenda_item_id", "text", "marking")
    return (
        select(*(getattr(RecordPoint, name) for name in own))
        .join(Record.__table__, Record.id == RecordPoint.record_id)
        .where(Record.entry_id == _WANTED)
        .order_by(RecordPoint.position, RecordPoint.id)
    )


@cache
def _decisions() -> Select[*tuple[Any, ...]]:
    own = ("id", "agenda_item_id", "text", "marking")
    return (
        select(*(getattr(Decision, name) for name in own))
        .where(Decision.entry_id == _WANTED)
        .order_by(Decision.position, Decision.id)
    )


@cache
def _promises() -> Select[*tuple[Any, ...]]:
    made_here = promised(Action.topic_id, Action.agenda_item_id).where(Action.entry_id == _WANTED)
    return made_here.order_by(Action.position, Action.id)
