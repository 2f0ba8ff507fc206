"""What can be done to the agenda of a meeting: topics and headings in order, with minutes and speaker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.data.cascade import delete_row
from app.data.models import AgendaItem, Topic
from app.data.models.base import now_utc
from app.domain.errors import PlanningError
from app.domain.words import Intent
from app.planning.asked import asked_entry
from app.planning.rows import asked, change, fresh, next_position, own_columns, put_in_order

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MOST_MINUTES = 600
_COLUMNS = own_columns(AgendaItem, without={"entry_id", "position", "ticked_at"})


def add_agenda_item(
    session: Session,
    /,
    entry_id: str,
    *,
    topic_id: str | None = None,
    title: str = "",
    minutes: int = 10,
    intent: Intent = Intent.RAISE,
    **fields: Any,
) -> str:
    """Put a topic, or a bare heading, last on the agenda of a meeting and return the item's id.

    Its marking is the topic's, or the entry's where it has no topic. ``fields`` are its further columns.

    Raises:
        PlanningError: ``entry_missing``, or what :func:`edit_agenda_item` refuses.
    """
    entry = asked_entry(session, entry_id)
    topic = session.get(Topic, topic_id) if topic_id else None
    item = fresh(
        session,
        AgendaItem,
        visit_id=entry.visit_id,
        entry_id=entry_id,
        position=next_position(session, AgendaItem, entry_id=entry_id),
        marking=(topic or entry).marking,
    )
    own = {"topic_id": topic_id, "title": title, "minutes": minutes, "intent": intent}
    _change(session, item, own | fields)
    return item.id


def edit_agenda_item(session: Session, /, agenda_item_id: str, **fields: Any) -> None:
    """Set columns of an item of an agenda.

    Raises:
        PlanningError: ``row_missing``; ``field_empty`` for the title where there is no topic;
            ``number_out_of_range`` for minutes below 0 or above 600; ``reference_missing`` where topic or
            speaker are not of the visit; ``choice_unknown``; ``text_too_long``.
    """
    _change(session, asked(session, AgendaItem, agenda_item_id), fields)


def tick_agenda_item(session: Session, /, agenda_item_id: str, *, ticked: bool) -> None:
    """Tick an item off as talked of, as of now, or take the tick away.

    Raises:
        PlanningError: ``row_missing``.
    """
    item = asked(session, AgendaItem, agenda_item_id)
    if ticked is (item.ticked_at is None):
        item.ticked_at = now_utc() if ticked else None


def delete_agenda_item(session: Session, /, agenda_item_id: str) -> None:
    """Take an item from its agenda, with its talking points; its topic stays.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, AgendaItem, agenda_item_id))


def move_agenda_item(session: Session, /, agenda_item_id: str, *, entry_id: str) -> None:
    """Put an item, with its talking points, last on the agenda of another meeting of the visit.

    Raises:
        PlanningError: ``row_missing``, ``entry_missing``; ``reference_missing`` for another visit's entry.
    """
    item = asked(session, AgendaItem, agenda_item_id)
    if asked_entry(session, entry_id).visit_id != item.visit_id:
        raise PlanningError("reference_missing", field="entry_id")
    if item.entry_id != entry_id:
        item.position = next_position(session, AgendaItem, entry_id=entry_id)
        item.entry_id = entry_id


def order_agenda(session: Session, /, entry_id: str, agenda_item_ids: Sequence[str]) -> None:
    """Give the items of an agenda an order; those not named follow in the order they had.

    Raises:
        PlanningError: ``entry_missing``; ``row_missing`` where an item is not on this agenda.
    """
    asked_entry(session, entry_id)
    put_in_order(session, AgendaItem, agenda_item_ids, entry_id=entry_id)


def _change(session: Session, item: AgendaItem, fields: Mapping[str, Any]) -> None:
    change(session, item, fields, columns=_COLUMNS)
    if not 0 <= item.minutes <= MOST_MINUTES:
        raise PlanningError("number_out_of_range", field="minutes")
    if item.topic_id is None and not item.title:
        raise PlanningError("field_empty", field="title")
