"""What those whom we meet still owe us, from all visits before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from app.data.models import Action, ActionNote, Entry, Topic, Visit
from app.domain.words import Side
from app.planning.views.family import family_at, promised_with
from app.planning.views.promised import CLOSED, Promised, promised, promised_in


@dataclass(frozen=True, slots=True)
class PromiseLine(Promised):
    """One promise between us and an organisation.

    ``made_on`` is the local day of the ``meeting`` at which it was made; nothing where it was made at none.
    ``progress`` is the last note on it.
    """

    visit_id: str
    visit: str
    days_left: int | None
    entry_id: str | None
    meeting: str
    made_on: date | None
    topic: str
    progress: str

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
        **promised_in(row),
        visit_id=row.visit_id,
        visit=row.visit,
        days_left=None if row.due_on is None else (row.due_on - today).days,
        entry_id=row.entry_id,
        meeting=row.meeting,
        made_on=None if row.start_wall is None else row.start_wall.date(),
        topic=row.topic,
        progress=row.progress,
    )


@cache
def _query() -> Select[*tuple[Any, ...]]:
    progress = (
        select(ActionNote.text)
        .where(ActionNote.action_id == Action.id)
        .order_by(ActionNote.noted_at.desc(), ActionNote.id.desc())
        .limit(1)
        .correlate(Action.__table__)
        .scalar_subquery()
    )
    return (
        promised(
            Action.visit_id,
            Action.entry_id,
            Visit.title.label("visit"),
            func.coalesce(Entry.title, "").label("meeting"),
            Entry.start_wall,
            func.coalesce(Topic.title, "").label("topic"),
            func.coalesce(progress, "").label("progress"),
        )
        .join(Entry.__table__, Entry.id == Action.entry_id, isouter=True)
        .join(Topic.__table__, Topic.id == Action.topic_id, isouter=True)
        .order_by(
            Action.state.in_(sorted(CLOSED)),
            Action.due_on.is_(None),
            Action.due_on,
            Action.position,
            Action.id,
        )
    )
