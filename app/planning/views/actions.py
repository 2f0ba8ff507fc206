"""Actions, the promises of both sides: those of one visit or of all, and one with the notes on it."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, case, func, select

from app.data.models import Action, ActionNote, Entry, Member, Organisation, Topic, Visit
from app.domain.errors import PlanningError
from app.domain.words import ActionState, Marking, Side
from app.planning.views.named import name_in
from app.planning.views.own import own_names
from app.planning.views.promised import (
    CLOSED,
    COUNTERPART,
    OWING,
    Promised,
    promised,
    promised_in,
    short_name,
)


@dataclass(frozen=True, slots=True)
class ActionRow(Promised):
    """One action in a list. ``days_left`` until the day it is due, below 0 after it; ``None`` without one.

    ``meeting`` and ``topic`` say where it was promised; either may be nothing. ``partner`` is the
    organisation with which it is between us: who owes what is theirs, and to whom we owe what is ours.
    """

    visit_id: str
    entry_id: str | None
    topic_id: str | None
    meeting: str
    topic: str
    visit: str
    partner: str
    days_left: int | None

    @property
    def overdue(self) -> bool:
        """Whether it should have been done by now."""
        return not self.closed and self.days_left is not None and self.days_left < 0


@dataclass(frozen=True, slots=True)
class ActionNoteRow:
    """One step of progress; ``noted_at`` is naive UTC."""

    id: str
    text: str
    noted_at: datetime | None


@dataclass(frozen=True, slots=True)
class ActionDetail:
    """All of one action, with the names of what it refers to and the notes on it, the latest last."""

    id: str
    visit_id: str
    text: str
    owed_by: Side
    owner_id: str | None
    owner_organisation_id: str | None
    counterpart_organisation_id: str | None
    due_on: date | None
    state: ActionState
    entry_id: str | None
    topic_id: str | None
    evidence: str
    marking: Marking
    owner: str
    owner_organisation: str
    counterpart: str
    meeting: str
    topic: str
    visit: str
    home_zone: str
    notes: tuple[ActionNoteRow, ...]


def action_rows(connection: Connection, today: date, visit_id: str | None = None) -> tuple[ActionRow, ...]:
    """Return the actions of a visit, or without one of all visits: one query.

    Those to be done come first, by the day on which they are due, and so the overdue before all others.
    """
    query = _rows(whole=visit_id is None)
    found = connection.execute(query, {} if visit_id is None else {"visit_id": visit_id})
    return tuple(_row(row, today) for row in found)


def action_detail(connection: Connection, action_id: str) -> ActionDetail:
    """Return one action: two queries.

    Raises:
        PlanningError: ``row_missing``.
    """
    wanted = {"action_id": action_id}
    found = connection.execute(_detail(), wanted).one_or_none()
    if found is None:
        raise PlanningError("row_missing", table="action")
    return ActionDetail(
        **{name: getattr(found, name) for name in _OWN},
        owner=name_in(found),
        owner_organisation=found.owner_organisation,
        counterpart=found.counterpart_name,
        meeting=found.meeting,
        topic=found.topic,
        visit=found.visit,
        home_zone=found.home_zone,
        notes=tuple(ActionNoteRow(*row) for row in connection.execute(_notes(), wanted)),
    )


def _row(row: Any, today: date) -> ActionRow:
    due_on: date | None = row.due_on
    return ActionRow(
        **promised_in(row),
        **{name: getattr(row, name) for name in _MORE},
        partner=row.counterpart if row.owed_by is Side.OURS else row.debtor,
        days_left=None if due_on is None else (due_on - today).days,
    )


# The statements are built once: building one takes longer than asking it.


_MORE = ("visit_id", "entry_id", "topic_id", "meeting", "topic", "visit")
_OWN = own_names(ActionDetail, Action)


def _joined(*more: Any) -> Any:
    employer = Organisation.__table__.alias("employer")
    return (
        promised(
            func.coalesce(Entry.title, "").label("meeting"),
            func.coalesce(Topic.title, "").label("topic"),
            Visit.title.label("visit"),
            short_name(OWING, employer).label("debtor"),
            *more,
        )
        .join(Entry.__table__, Entry.id == Action.entry_id, isouter=True)
        .join(Topic.__table__, Topic.id == Action.topic_id, isouter=True)
        .join(employer, employer.c.id == Member.organisation_id, isouter=True)
    )


@cache
def _rows(*, whole: bool) -> Select[*tuple[Any, ...]]:
    query: Any = _joined(Action.visit_id, Action.entry_id, Action.topic_id)
    if not whole:
        query = query.where(Action.visit_id == bindparam("visit_id"))
    closed = case((Action.state.in_(sorted(CLOSED)), 1), else_=0)
    found: Select[*tuple[Any, ...]] = query.order_by(
        closed, Action.due_on.is_(None), Action.due_on, Visit.starts_on.desc(), Action.position, Action.id
    )
    return found


@cache
def _detail() -> Select[*tuple[Any, ...]]:
    more = [getattr(Action, name) for name in _OWN if name not in Promised.__slots__]
    full = func.coalesce(COUNTERPART.c.name, "").label("counterpart_name")
    found: Select[*tuple[Any, ...]] = _joined(*more, full, Visit.home_zone).where(
        Action.id == bindparam("action_id")
    )
    return found


@cache
def _notes() -> Select[*tuple[Any, ...]]:
    return (
        select(*(getattr(ActionNote, name) for name in ActionNoteRow.__slots__))
        .where(ActionNote.action_id == bindparam("action_id"))
        .order_by(ActionNote.noted_at, ActionNote.id)
    )
