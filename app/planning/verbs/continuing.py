"""How a meeting takes over what was continued at an earlier one, or is still owed, on any visit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.data.models import Action, AgendaItem
from app.planning.asked import asked_entry
from app.planning.rows import asked, fresh, next_position
from app.planning.verbs.agenda import add_agenda_item
from app.planning.verbs.taking_up import take_up_topic

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


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
        topic_id = item.topic_id and take_up_topic(session, entry.visit_id, topic_id=item.topic_id)
        if item.entry_id == entry_id or _stands(session, entry_id, item.title, topic_id):
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


def take_up_promises(session: Session, /, entry_id: str, action_ids: Sequence[str]) -> tuple[str, ...]:
    """Put promises last on the agenda of an entry, each as its topic or in its own words; return the ids.

    A topic of another visit is taken up as :func:`take_over` does. What stands on this agenda already is left
    as it is. An item is marked as closely as its promise and the entry are.

    Raises:
        PlanningError: ``entry_missing``; ``row_missing`` where a promise is gone.
    """
    entry = asked_entry(session, entry_id)
    taken = []
    for action in [asked(session, Action, each) for each in dict.fromkeys(action_ids)]:
        topic_id = action.topic_id and take_up_topic(session, entry.visit_id, topic_id=action.topic_id)
        title = "" if topic_id else " ".join(action.text.split())
        if _stands(session, entry_id, title, topic_id):
            continue
        item_id = add_agenda_item(session, entry_id, topic_id=topic_id, title=title)
        item = asked(session, AgendaItem, item_id)
        item.marking = max(item.marking, action.marking, entry.marking)
        taken.append(item_id)
    return tuple(taken)


def _stands(session: Session, entry_id: str, title: str, topic_id: str | None) -> bool:
    """Tell whether an agenda has the topic, or where there is none the same heading."""
    same = AgendaItem.topic_id == topic_id if topic_id else AgendaItem.title == title
    here = select(AgendaItem.id).where(AgendaItem.entry_id == entry_id, same)
    return session.scalars(here).first() is not None
