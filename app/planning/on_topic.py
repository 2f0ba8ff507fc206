"""What is released of all visits that take a topic up, for the paper of its dossier."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, or_, select

from app.data.models import Topic, Visit
from app.domain.errors import PlanningError
from app.domain.release import Audience
from app.planning.release import release
from app.planning.released import ReleasedVisit


@dataclass(frozen=True, slots=True)
class OnTopic:
    """The visits as one audience may see them, by time; ``topic_ids`` are the topic's in each of them."""

    topic_ids: frozenset[str]
    visits: tuple[ReleasedVisit, ...]


def the_topic(connection: Connection, wanted: str) -> str:
    """Return the id of the topic of this id or title, letters large or small, on its latest visit.

    Raises:
        PlanningError: ``topic_unknown``; ``topic_ambiguous`` where topics that are not one and the same are
            called so.
    """
    name = wanted.strip()
    called = or_(Topic.id == name, func.lower(Topic.title) == name.lower())
    query = (
        select(Topic.id, Topic.thread_id)
        .join(Visit.__table__, Visit.id == Topic.visit_id)
        .where(called)
        .order_by(Visit.starts_on.desc(), Topic.id)
    )
    found = connection.execute(query).all() if name else []
    if not found:
        raise PlanningError("topic_unknown", name=wanted)
    if len({row.thread_id for row in found}) > 1:
        raise PlanningError("topic_ambiguous", name=wanted)
    return str(found[0].id)


def release_dossier(connection: Connection, topic_id: str, audience: Audience) -> OnTopic:
    """Release what was said and promised on the visits that take a topic up, archived ones too.

    Raises:
        PlanningError: ``row_missing``, or what :func:`app.planning.release.release` refuses.
    """
    thread = select(Topic.thread_id).where(Topic.id == topic_id).scalar_subquery()
    query = (
        select(Topic.id, Topic.visit_id)
        .join(Visit.__table__, Visit.id == Topic.visit_id)
        .where(Topic.thread_id == thread)
        .order_by(Visit.starts_on, Visit.id)
    )
    rows = connection.execute(query).all()
    if not rows:
        raise PlanningError("row_missing", table="topic")
    visit_ids = dict.fromkeys(row.visit_id for row in rows)
    return OnTopic(
        frozenset(row.id for row in rows),
        tuple(release(connection, each, audience, paper="dossier") for each in visit_ids),
    )
