"""How a meeting takes over what was continued at an earlier one, on this visit or another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.models import AgendaItem, Topic, TopicOrganisation, TopicPrecedent
from app.planning.asked import asked_entry
from app.planning.rows import asked, fresh, next_position, own_columns

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_TOPIC_WORDS = own_columns(Topic, without={"thread_id", "position", "owner_id"})


def take_over(session: Session, /, entry_id: str, agenda_item_ids: Sequence[str]) -> tuple[str, ...]:
    """Put items of other agendas last on an entry's, with nothing come of them yet; return the new ids.

    An item about a topic of another visit takes up that topic here: the one of the same thread, or else a
    copy of it with its organisations and precedents, owned by nobody yet. What stands on this agenda already
    is left as it is.

    Raises:
        PlanningError: ``entry_missing``; ``row_missing`` where an item is gone.
    """
    entry = asked_entry(session, entry_id)
    taken = []
    for item in [asked(session, AgendaItem, each) for each in dict.fromkeys(agenda_item_ids)]:
        topic_id = _topic_here(session, entry.visit_id, item)
        if item.entry_id == entry_id or _stands(session, entry_id, item, topic_id):
            continue
        copy = fresh(
            session,
            AgendaItem,
            visit_id=entry.visit_id,
            entry_id=entry_id,
            topic_id=topic_id,
            position=next_position(session, AgendaItem, entry_id=entry_id),
            title=item.title,
            minutes=item.minutes,
            speaker_id=item.speaker_id if item.visit_id == entry.visit_id else None,
            intent=item.intent,
            marking=item.marking,
        )
        taken.append(copy.id)
    return tuple(taken)


def _stands(session: Session, entry_id: str, item: AgendaItem, topic_id: str | None) -> bool:
    """Tell whether an agenda has the topic, or where there is none the same heading."""
    same = AgendaItem.topic_id == topic_id if topic_id else AgendaItem.title == item.title
    here = select(AgendaItem.id).where(AgendaItem.entry_id == entry_id, same)
    return session.scalars(here).first() is not None


def _topic_here(session: Session, visit_id: str, item: AgendaItem) -> str | None:
    if item.topic_id is None or item.visit_id == visit_id:
        return item.topic_id
    there = asked(session, Topic, item.topic_id)
    same = select(Topic.id).where(Topic.visit_id == visit_id, Topic.thread_id == there.thread_id)
    known = session.scalars(same.order_by(Topic.position, Topic.id)).first()
    return known or _copied(session, visit_id, there)


def _copied(session: Session, visit_id: str, there: Topic) -> str:
    words: dict[str, Any] = {name: getattr(there, name) for name in _TOPIC_WORDS}
    place = next_position(session, Topic, visit_id=visit_id)
    topic = fresh(session, Topic, visit_id=visit_id, thread_id=there.thread_id, position=place, **words)
    for link, other in ((TopicOrganisation, "organisation_id"), (TopicPrecedent, "precedent_id")):
        column = link.__table__.c
        rows: Any = session.scalars(select(link).where(column.topic_id == there.id).order_by(column.id))
        for number, row in enumerate(sorted(rows, key=lambda row: getattr(row, "position", 0))):
            order = {"position": number} if "position" in column else {}
            fresh(
                session, link, visit_id=visit_id, topic_id=topic.id, **{other: getattr(row, other)}, **order
            )
    session.flush()  # the item refers to it, and the next of the same thread finds it
    return topic.id
