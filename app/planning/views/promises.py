"""What those whom we meet still owe us, from all visits before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from app.data.models import Action, ActionNote, Entry, Member, Organisation, Person, Topic, Visit
from app.domain.words import ActionState, Marking, Side
from app.planning.views.actions import CLOSED
from app.planning.views.family import family_at, promised_with
from app.planning.views.named import name_columns, name_in


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """One promise between us and an organisation.

    ``owner`` is a person or an organisation. ``made_on`` is the local day of the ``meeting`` at which it was
    made; nothing where it was made at none. ``progress`` is the last note on it.
    """

    id: str
    visit_id: str
    visit: str
    text: str
    owed_by: Side
    owner: str
    counterpart: str
    due_on: date | None
    days_left: int | None
    state: ActionState
    marking: Marking
    entry_id: str | None
    meeting: str
    made_on: date | None
    topic: str
    progress: str

    @property
    def closed(self) -> bool:
        """Whether nothing more is owed."""
        return self.state in CLOSED

    @property
    def overdue(self) -> bool:
        """Whether it should have been kept by now."""
        return not self.closed and self.days_left is not None and self.days_left < 0


def owed_at(connection: Connection, entry_id: str, today: date) -> tuple[PromiseLine, ...]:
    """Return what those whom we meet at an entry still owe us, overdue first: four queries.

    What was promised at that very entry, or at a later one, is not yet owed there.
    """
    lines = _lines(connection, family_at(connection, entry_id), today, _before(entry_id))
    return tuple(line for line in lines if line.owed_by is Side.HOST and not line.closed)


def _before(entry_id: str) -> ColumnElement[bool]:
    """Return the condition for promises that were made before an entry, or at none."""
    start = select(Entry.start_utc).where(Entry.id == entry_id).correlate(None).scalar_subquery()
    return or_(Entry.id.is_(None), Entry.start_utc < start)


def _lines(
    connection: Connection, family: frozenset[str], today: date, *conditions: ColumnElement[bool]
) -> tuple[PromiseLine, ...]:
    rows = connection.execute(_query().where(promised_with(family), *conditions))
    return tuple(_line(row, today) for row in rows)


def _line(row: Any, today: date) -> PromiseLine:
    return PromiseLine(
        id=row.id,
        visit_id=row.visit_id,
        visit=row.visit,
        text=row.text,
        owed_by=row.owed_by,
        owner=name_in(row) or row.owner_organisation,
        counterpart=row.counterpart,
        due_on=row.due_on,
        days_left=None if row.due_on is None else (row.due_on - today).days,
        state=row.state,
        marking=row.marking,
        entry_id=row.entry_id,
        meeting=row.meeting,
        made_on=None if row.start_wall is None else row.start_wall.date(),
        topic=row.topic,
        progress=row.progress,
    )


@cache
def _query() -> Select[*tuple[Any, ...]]:
    owner, counterpart = (Organisation.__table__.alias(name) for name in ("owner_org", "counterpart"))
    own = ("id", "visit_id", "text", "owed_by", "due_on", "state", "marking", "entry_id")
    progress = (
        select(ActionNote.text)
        .where(ActionNote.action_id == Action.id)
        .order_by(ActionNote.noted_at.desc(), ActionNote.id.desc())
        .limit(1)
        .correlate(Action.__table__)
        .scalar_subquery()
    )
    return (
        select(
            *(getattr(Action, name) for name in own),
            Visit.title.label("visit"),
            func.coalesce(owner.c.name, "").label("owner_organisation"),
            func.coalesce(func.nullif(counterpart.c.acronym, ""), counterpart.c.name, "").label(
                "counterpart"
            ),
            func.coalesce(Entry.title, "").label("meeting"),
            Entry.start_wall,
            func.coalesce(Topic.title, "").label("topic"),
            func.coalesce(progress, "").label("progress"),
            *name_columns(),
        )
        .select_from(Action.__table__)
        .join(Visit.__table__, Visit.id == Action.visit_id)
        .join(Entry.__table__, Entry.id == Action.entry_id, isouter=True)
        .join(Topic.__table__, Topic.id == Action.topic_id, isouter=True)
        .join(Member.__table__, Member.id == Action.owner_id, isouter=True)
        .join(Person.__table__, Person.id == Member.person_id, isouter=True)
        .join(owner, owner.c.id == Action.owner_organisation_id, isouter=True)
        .join(counterpart, counterpart.c.id == Action.counterpart_organisation_id, isouter=True)
        .order_by(
            Action.state.in_(sorted(CLOSED)),
            Action.due_on.is_(None),
            Action.due_on,
            Action.position,
            Action.id,
        )
    )
