"""Where a member is named: lists of those who come, speakers, owners, drafters, interpreters, gifts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, and_, func, literal, null, or_, select, true

from app.data.models import (
    AccessPerson,
    AccessRequest,
    Action,
    AgendaItem,
    Brief,
    Entry,
    Gift,
    InterpreterBooking,
    Place,
    Topic,
)
from app.domain.words import AccessState, ActionState
from app.planning.leaving import Consequence, Fate, Leaving

_OPEN = (ActionState.OPEN, ActionState.IN_PROGRESS)


def on_lists(leaving: Leaving) -> Iterator[Consequence]:
    """Yield the access requests that name the member; one that was sent must be sent again."""
    there = leaving.beside(AccessPerson.__table__, "access_request_id", true())
    for row in leaving.connection.execute(_requests(leaving)):
        about: dict[str, Any] = {
            "title": row.place or row.entry or "",
            "when": row.start_wall or row.due_on,
            "entry_id": row.entry_id,
        }
        if leaving.taker_id is None or row.id in there:
            yield Consequence("access_person", row.person_row, Fate.REMOVED, **about)
        else:
            # What is missing of somebody else, a hand wrote about the one who leaves.
            values = {"member_id": leaving.taker_id, "missing": ""}
            yield Consequence("access_person", row.person_row, Fate.PASSED, values=values, **about)
        if row.state is not AccessState.TO_SEND:
            answer = "\n".join(part for part in (row.answer, leaving.note) if part)
            again = {"state": AccessState.TO_SEND, "sent_at": None, "answered_at": None, "answer": answer}
            yield Consequence("access_request", row.id, Fate.REOPENED, values=again, **about)


def _requests(leaving: Leaving) -> Select[*tuple[Any, ...]]:
    """Of an entry to come, or of a place where there is an entry to come or none at all."""
    at_place = Entry.__table__.alias("at_place")
    last = (
        select(func.max(at_place.c.start_utc))
        .where(at_place.c.visit_id == AccessRequest.visit_id, at_place.c.place_id == AccessRequest.place_id)
        .scalar_subquery()
    )
    no_entry = AccessRequest.entry_id.is_(None)
    place_to_come = and_(no_entry, or_(last.is_(None), last >= leaving.from_utc))
    return (
        select(
            AccessRequest.id,
            AccessRequest.state,
            AccessRequest.answer,
            AccessRequest.due_on,
            AccessRequest.entry_id,
            AccessPerson.id.label("person_row"),
            Entry.title.label("entry"),
            Entry.start_wall,
            Place.name.label("place"),
        )
        .join(AccessPerson.__table__, AccessPerson.access_request_id == AccessRequest.id)
        .join(Entry.__table__, Entry.id == AccessRequest.entry_id, isouter=True)
        .join(Place.__table__, Place.id == AccessRequest.place_id, isouter=True)
        .where(AccessPerson.member_id == leaving.member_id, or_(leaving.later, place_to_come))
        .order_by(Entry.start_utc, AccessRequest.due_on, AccessRequest.id)
    )


def named(leaving: Leaving) -> Iterator[Consequence]:
    """Yield the rows that name the member for something still to be done."""
    item_title = func.coalesce(func.nullif(AgendaItem.title, ""), Topic.title, "")
    items = _of_entry(leaving, AgendaItem, "speaker_id", item_title)
    yield from _handed(leaving, items.join(Topic.__table__, Topic.id == AgendaItem.topic_id, isouter=True))
    uncleared = _of_entry(leaving, Brief, "drafter_id", Entry.title).where(Brief.cleared_at.is_(None))
    yield from _handed(leaving, uncleared)
    bookings = _of_entry(leaving, InterpreterBooking, "member_id", Entry.title)
    yield from _handed(leaving, bookings, documents_sent=False)
    for column in ("giver_id", "receiver_id"):
        yield from _handed(leaving, _of_entry(leaving, Gift, column, Gift.description))
    topics = _plain(leaving, Topic, "owner_id", Topic.title).order_by(Topic.position, Topic.id)
    yield from _handed(leaving, topics)
    actions = _plain(leaving, Action, "owner_id", Action.text, Action.due_on).where(Action.state.in_(_OPEN))
    yield from _handed(leaving, actions.order_by(Action.due_on, Action.id))


def _handed(leaving: Leaving, query: Select[*tuple[Any, ...]], **more: Any) -> Iterator[Consequence]:
    fate = Fate.PASSED if leaving.taker_id else Fate.EMPTIED
    for row in leaving.connection.execute(query):
        values = {row.column: leaving.taker_id} | more
        yield Consequence(row.kind, row.id, fate, row.about, row.at, row.entry_id, values)


def _of_entry(leaving: Leaving, kind: Any, column: str, title: Any) -> Select[*tuple[Any, ...]]:
    return (
        _base(leaving, kind, column, title, Entry.start_wall, Entry.id)
        .join(Entry.__table__, Entry.id == kind.__table__.c.entry_id)
        .where(leaving.later)
        .order_by(Entry.start_utc, kind.__table__.c.id)
    )


def _plain(leaving: Leaving, kind: Any, column: str, title: Any, at: Any = None) -> Select[*tuple[Any, ...]]:
    return _base(leaving, kind, column, title, at, None)


def _base(
    leaving: Leaving, kind: Any, column: str, title: Any, at: Any, entry_id: Any
) -> Select[*tuple[Any, ...]]:
    table = kind.__table__
    return select(
        table.c.id,
        literal(table.name).label("kind"),
        literal(column).label("column"),
        title.label("about"),
        (null() if at is None else at).label("at"),
        (null() if entry_id is None else entry_id).label("entry_id"),
    ).where(table.c[column] == leaving.member_id)
