"""What earlier meetings leave to one: what those whom we meet still owe us, and what was to be continued."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from app.data.models import Action, AgendaItem, Topic
from app.planning.views.continued import Continued, continued_items
from app.planning.views.promises import PromiseLine, owed_at


@dataclass(frozen=True, slots=True)
class Offered:
    """What is offered to the agenda of an entry; ``standing`` are the promises that it takes up already."""

    owed: tuple[PromiseLine, ...]
    continued: tuple[Continued, ...]
    standing: frozenset[str]


def offered_at(connection: Connection, entry_id: str, today: date) -> Offered:
    """Return what is offered to an entry, the overdue first: eleven queries.

    Raises:
        PlanningError: ``entry_missing``.
    """
    owed = owed_at(connection, entry_id, today)
    return Offered(owed, continued_items(connection, entry_id), _standing(connection, entry_id, owed))


def _standing(connection: Connection, entry_id: str, owed: Sequence[PromiseLine]) -> frozenset[str]:
    """Return which promises are on the agenda: their topic by its thread, or else their own words."""
    here = (
        select(AgendaItem.title, Topic.thread_id)
        .join(Topic.__table__, Topic.id == AgendaItem.topic_id, isouter=True)
        .where(AgendaItem.entry_id == entry_id)
    )
    agenda = connection.execute(here).all()
    threads = {thread for _title, thread in agenda if thread}
    titles = {title for title, thread in agenda if not thread}
    about = (
        select(Action.id)
        .join(Topic.__table__, Topic.id == Action.topic_id)
        .where(Action.id.in_([line.id for line in owed]), Topic.thread_id.in_(threads))
    )
    by_topic = set(connection.execute(about).scalars())
    by_words = {line.id for line in owed if " ".join(line.text.split()) in titles}
    return frozenset(by_topic | by_words)
