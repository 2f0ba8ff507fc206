"""What can be done to the record of a meeting: its points, who was there, memorandum and readout.

A record is made with the first thing that is written into it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.cascade import delete_row
from app.data.models import Participation, Record, RecordPoint
from app.domain.errors import PlanningError
from app.domain.words import Marking
from app.planning.asked import asked_entry, item_of
from app.planning.rows import asked, change, fresh, next_position, own_columns, put_in_order

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(Record, without={"entry_id"})
_POINT_COLUMNS = own_columns(RecordPoint, without={"record_id", "agenda_item_id", "position"})


def create_record(session: Session, /, entry_id: str, **fields: Any) -> str:
    """Write memorandum, readout or those present of an entry, and how closely they are held.

    The record is made where there is none, and takes the entry's marking. Return its id.

    Raises:
        PlanningError: ``entry_missing``; ``choice_unknown``; ``text_too_long``.
    """
    record = _record(session, entry_id)
    change(session, record, fields, columns=_COLUMNS)
    return record.id


def draft_record(session: Session, /, entry_id: str, *, memorandum: str, marking: Marking) -> str:
    """Put a drafted memorandum in the place of what is written of an entry; return the record's id.

    The record is then marked at least as closely as the draft. Its marking never falls by this: it covers
    those present too, and a hand may have raised it.

    Raises:
        PlanningError: as :func:`create_record`.
    """
    record = _record(session, entry_id)
    fields = {"memorandum": memorandum, "marking": max(marking, record.marking)}
    change(session, record, fields, columns=_COLUMNS)
    return record.id


def add_record_point(
    session: Session, /, entry_id: str, *, text: str, agenda_item_id: str | None = None, **fields: Any
) -> str:
    """Note a point last under an item of an entry's agenda, or on its own, and return its id.

    Its marking is the item's, or the entry's where it stands on its own.

    Raises:
        PlanningError: ``entry_missing``; ``reference_missing`` where the item is not on this agenda; or what
            :func:`edit_record_point` refuses.
    """
    entry = asked_entry(session, entry_id)
    item = item_of(session, entry_id, agenda_item_id)
    record = _record(session, entry_id)
    siblings = {"record_id": record.id, "agenda_item_id": agenda_item_id}
    point = fresh(
        session,
        RecordPoint,
        visit_id=entry.visit_id,
        position=next_position(session, RecordPoint, **siblings),
        marking=(item or entry).marking,
        **siblings,
    )
    change(session, point, {"text": text} | fields, columns=_POINT_COLUMNS, required={"text"})
    return point.id


def edit_record_point(session: Session, /, record_point_id: str, **fields: Any) -> None:
    """Set words or marking of a point.

    Raises:
        PlanningError: ``row_missing``; ``field_empty`` for the text; ``choice_unknown``; ``text_too_long``.
    """
    point = asked(session, RecordPoint, record_point_id)
    change(session, point, fields, columns=_POINT_COLUMNS, required={"text"})


def move_record_point(session: Session, /, record_point_id: str, *, agenda_item_id: str | None) -> None:
    """Put a point last under another item of the same agenda, or on its own. Its marking never falls.

    Raises:
        PlanningError: ``row_missing``; ``reference_missing`` where the item is not on this agenda.
    """
    point = asked(session, RecordPoint, record_point_id)
    record = asked(session, Record, point.record_id)
    item = item_of(session, record.entry_id, agenda_item_id)
    if point.agenda_item_id == agenda_item_id:
        return
    siblings = {"record_id": record.id, "agenda_item_id": agenda_item_id}
    point.position = next_position(session, RecordPoint, **siblings)
    point.agenda_item_id = agenda_item_id
    if item is not None and item.marking > point.marking:
        point.marking = item.marking


def order_record_points(
    session: Session, /, record_id: str, agenda_item_id: str | None, record_point_ids: Sequence[str]
) -> None:
    """Give the points under an item, or those on their own, an order; those not named follow as they were.

    Raises:
        PlanningError: ``row_missing`` where the record is gone, or a point does not stand there.
    """
    asked(session, Record, record_id)
    siblings = {"record_id": record_id, "agenda_item_id": agenda_item_id}
    put_in_order(session, RecordPoint, record_point_ids, **siblings)


def delete_record_point(session: Session, /, record_point_id: str) -> None:
    """Delete a point.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, RecordPoint, record_point_id))


def set_attended(session: Session, /, participation_ids: Sequence[str], *, attended: bool | None) -> None:
    """Note of participants whether they were there; ``None`` where it is not known again.

    Raises:
        PlanningError: ``participant_missing``.
    """
    for participation_id in participation_ids:
        row = session.get(Participation, participation_id)
        if row is None:
            raise PlanningError("participant_missing")
        if row.attended is not attended:
            row.attended = attended


def _record(session: Session, entry_id: str) -> Record:
    entry = asked_entry(session, entry_id)
    found = session.scalars(select(Record).where(Record.entry_id == entry_id)).one_or_none()
    return found or fresh(session, Record, visit_id=entry.visit_id, entry_id=entry_id, marking=entry.marking)
