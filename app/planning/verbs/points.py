"""What can be done to talking points: the sentences to say, to respond with, and to avoid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.data.cascade import delete_row
from app.data.models import AgendaItem, TalkingPoint
from app.domain.errors import PlanningError
from app.domain.first_marking import first_marking
from app.domain.words import PointKind
from app.planning.rows import asked, change, fresh, next_position, own_columns, put_in_order

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(TalkingPoint, without={"agenda_item_id", "position"})


def add_talking_point(
    session: Session,
    /,
    agenda_item_id: str,
    *,
    text: str,
    kind: PointKind = PointKind.SAY,
    **fields: Any,
) -> str:
    """Add a talking point after the last of an agenda item and return its id.

    Its marking is that of :func:`first_marking`.

    Raises:
        PlanningError: ``row_missing``, or what :func:`edit_talking_point` refuses.
    """
    item = asked(session, AgendaItem, agenda_item_id)
    point = fresh(
        session,
        TalkingPoint,
        visit_id=item.visit_id,
        agenda_item_id=agenda_item_id,
        position=next_position(session, TalkingPoint, agenda_item_id=agenda_item_id),
        marking=first_marking(item.marking, item.intent),
    )
    change(session, point, {"text": text, "kind": kind} | fields, columns=_COLUMNS, required={"text"})
    return point.id


def edit_talking_point(session: Session, /, talking_point_id: str, **fields: Any) -> None:
    """Set columns of a talking point.

    Raises:
        PlanningError: ``row_missing``; ``field_empty`` for the text; ``choice_unknown``; ``text_too_long``.
    """
    point = asked(session, TalkingPoint, talking_point_id)
    change(session, point, fields, columns=_COLUMNS, required={"text"})


def delete_talking_point(session: Session, /, talking_point_id: str) -> None:
    """Delete a talking point.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, TalkingPoint, talking_point_id))


def move_talking_point(session: Session, /, talking_point_id: str, *, agenda_item_id: str) -> None:
    """Put a talking point last under another item of the agenda of its meeting.

    Raises:
        PlanningError: ``row_missing``; ``reference_missing`` for an item of another meeting.
    """
    point = asked(session, TalkingPoint, talking_point_id)
    there = asked(session, AgendaItem, agenda_item_id)
    if asked(session, AgendaItem, point.agenda_item_id).entry_id != there.entry_id:
        raise PlanningError("reference_missing", field="agenda_item_id")
    if point.agenda_item_id != agenda_item_id:
        point.position = next_position(session, TalkingPoint, agenda_item_id=agenda_item_id)
        point.agenda_item_id = agenda_item_id


def order_talking_points(session: Session, /, agenda_item_id: str, talking_point_ids: Sequence[str]) -> None:
    """Give the talking points of an agenda item an order; those not named follow in the order they had.

    Raises:
        PlanningError: ``row_missing`` where the item is gone, or a point is not of the item.
    """
    asked(session, AgendaItem, agenda_item_id)
    put_in_order(session, TalkingPoint, talking_point_ids, agenda_item_id=agenda_item_id)
