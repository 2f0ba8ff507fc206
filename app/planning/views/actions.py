"""Actions, the promises of both sides: those of one visit or of all, and one with the notes on it."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, case, func, select

from app.data.models import Action, ActionNote, Entry, Member, Organisation, Person, Topic, Visit
from app.domain.errors import PlanningError
from app.domain.words import ActionState, Marking, Side
from app.planning.views.named import name_in

CLOSED = frozenset({ActionState.DONE, ActionState.DROPPED})


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action in a list. ``days_left`` until the day it is due, below 0 after it; ``None`` without one.

    ``owner`` is a person, or where none is named an organisation. ``meeting`` and ``topic`` say where it
    was promised; either may be nothing. ``partner`` is the organisation with which it is between us: who owes
    what is theirs, and to whom we owe what is ours.
    """

    id: str
    visit_id: str
    text: str
    owed_by: Side
    due_on: date | None
    state: ActionState
    marking: Marking
    entry_id: str | None
    topic_id: str | None
    meeting: str
    topic: str
    counterpart: str
    visit: str
    owner: str
    partner: str
    days_left: int | None

    @property
    def closed(self) -> bool:
        """Whether nothing more is to be done."""
        return self.state in CLOSED

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
        **{name: getattr(found, name) for name in _own(ActionDetail)},
        owner=name_in(found),
        owner_organisation=found.owner_organisation,
        counterpart=found.counterpart,
        meeting=found.meeting,
        topic=found.topic,
        visit=found.visit,
        home_zone=found.home_zone,
        notes=tuple(ActionNoteRow(*row) for row in connection.execute(_notes(), wanted)),
    )


def _row(row: Any, today: date) -> ActionRow:
    due_on: date | None = row.due_on
    left = None if due_on is None else (due_on - today).days
    partner = row.counterpart if row.owed_by is Side.OURS else row.debtor
    values = (*row[:_NAMED], name_in(row) or row.owner_organisation, partner, left)
    return ActionRow(*values)


# The statements are built once: building one takes longer than asking it.


def _own(kind: type[Any]) -> tuple[str, ...]:
    """Return the columns of the action itself that a view of it has, in their order."""
    return tuple(name for name in kind.__slots__ if name in Action.__table__.c)


_NAMED = ActionRow.__slots__.index("owner")


def _joined(kind: type[Any]) -> Any:
    owner = Organisation.__table__.alias("owner_organisation")
    counterpart = Organisation.__table__.alias("counterpart")
    employer = Organisation.__table__.alias("employer")
    short = counterpart.c.name if kind is ActionDetail else func.nullif(counterpart.c.acronym, "")
    return (
        select(
            *(getattr(Action, name) for name in _own(kind)),
            func.coalesce(Entry.title, "").label("meeting"),
            func.coalesce(Topic.title, "").label("topic"),
            func.coalesce(short, counterpart.c.name, "").label("counterpart"),
            Visit.title.label("visit"),
            Visit.home_zone,
            func.coalesce(owner.c.name, "").label("owner_organisation"),
            func.coalesce(*_names(owner), *_names(employer), "").label("debtor"),
            Person.family_name,
            Person.given_name,
            Person.family_name_first,
        )
        .select_from(Action.__table__)
        .join(Visit.__table__, Visit.id == Action.visit_id)
        .join(Entry.__table__, Entry.id == Action.entry_id, isouter=True)
        .join(Topic.__table__, Topic.id == Action.topic_id, isouter=True)
        .join(Member.__table__, Member.id == Action.owner_id, isouter=True)
        .join(Person.__table__, Person.id == Member.person_id, isouter=True)
        .join(owner, owner.c.id == Action.owner_organisation_id, isouter=True)
        .join(employer, employer.c.id == Member.organisation_id, isouter=True)
        .join(counterpart, counterpart.c.id == Action.counterpart_organisation_id, isouter=True)
    )


def _names(organisation: Any) -> tuple[Any, Any]:
    """Return the acronym of an organisation, none where it is empty, and its name."""
    return func.nullif(organisation.c.acronym, ""), organisation.c.name


@cache
def _rows(*, whole: bool) -> Select[*tuple[Any, ...]]:
    query: Any = _joined(ActionRow)
    if not whole:
        query = query.where(Action.visit_id == bindparam("visit_id"))
    closed = case((Action.state.in_(sorted(CLOSED)), 1), else_=0)
    found: Select[*tuple[Any, ...]] = query.order_by(
        closed, Action.due_on.is_(None), Action.due_on, Visit.starts_on.desc(), Action.position, Action.id
    )
    return found


@cache
def _detail() -> Select[*tuple[Any, ...]]:
    found: Select[*tuple[Any, ...]] = _joined(ActionDetail).where(Action.id == bindparam("action_id"))
    return found


@cache
def _notes() -> Select[*tuple[Any, ...]]:
    return (
        select(*(getattr(ActionNote, name) for name in ActionNoteRow.__slots__))
        .where(ActionNote.action_id == bindparam("action_id"))
        .order_by(ActionNote.noted_at, ActionNote.id)
    )
