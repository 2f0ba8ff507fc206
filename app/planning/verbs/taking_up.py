"""Topics of other visits that a visit takes up: the same thread goes on, with what was written of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.models import Topic, TopicOrganisation, TopicPrecedent
from app.planning.rows import asked, asked_visit, fresh, next_position, own_columns

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_TOPIC_WORDS = own_columns(Topic, without={"thread_id", "position", "owner_id"})


def take_up_topic(session: Session, /, visit_id: str, *, topic_id: str) -> str:
    """Take up a topic of another visit and return the id that it has here.

    Where the visit has its thread already, that topic is it. Else it is a copy with its organisations and
    precedents, last in order and owned by nobody yet.

    Raises:
        PlanningError: ``visit_missing``; ``row_missing`` where the topic is gone.
    """
    asked_visit(session, visit_id)
    there = asked(session, Topic, topic_id)
    if there.visit_id == visit_id:
        return topic_id
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
    session.flush()  # an item may refer to it next, and the next of the same thread finds it
    return topic.id
