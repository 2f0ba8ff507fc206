"""A topic that comes to mind while an agenda is made: it is made and put there in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.planning.asked import asked_entry
from app.planning.verbs.agenda import add_agenda_item
from app.planning.verbs.topics import create_topic

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def put_new_topic(session: Session, /, entry_id: str, *, title: str) -> str:
    """Make a topic and put it last on the agenda of a meeting; return the item's id.

    Raises:
        PlanningError: ``entry_missing``; ``field_empty`` for the title; ``text_too_long``.
    """
    topic_id = create_topic(session, asked_entry(session, entry_id).visit_id, title=title)
    session.flush()  # the item refers to it
    return add_agenda_item(session, entry_id, topic_id=topic_id)
