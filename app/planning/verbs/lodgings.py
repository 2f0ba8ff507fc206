"""What can be done to hotels: their nights, their rooms, and who sleeps where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.cascade import delete_row
from app.data.models import Lodging, Member, Room, RoomGuest
from app.planning.days import keep_in_order
from app.planning.rows import asked, asked_visit, change, fresh, next_position, own_columns, put_in_order

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_LODGING_COLUMNS = own_columns(Lodging)
_ROOM_COLUMNS = own_columns(Room, without={"lodging_id", "position"})


def create_lodging(session: Session, /, visit_id: str, *, name: str, **fields: Any) -> str:
    """Add a hotel and return its id. Its days are local: those of coming and of leaving.

    Raises:
        PlanningError: ``visit_missing``, or what :func:`edit_lodging` refuses.
    """
    row = fresh(session, Lodging, visit_id=asked_visit(session, visit_id).id)
    _set(session, row, {"name": name} | fields)
    return row.id


def edit_lodging(session: Session, /, lodging_id: str, **fields: Any) -> None:
    """Set columns of a hotel.

    Raises:
        PlanningError: ``row_missing``; ``field_empty`` for the name; ``day_order``; what
            :func:`app.planning.rows.change` refuses.
    """
    _set(session, asked(session, Lodging, lodging_id), fields)


def delete_lodging(session: Session, /, lodging_id: str) -> None:
    """Delete a hotel with its rooms; who slept there has no bed.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Lodging, lodging_id))


def create_room(session: Session, /, lodging_id: str, **fields: Any) -> str:
    """Add a room, last of its hotel, and return its id. A number is not asked for: it comes at the desk.

    Raises:
        PlanningError: ``row_missing``, or what :func:`edit_room` refuses.
    """
    lodging = asked(session, Lodging, lodging_id)
    place = next_position(session, Room, lodging_id=lodging.id)
    row = fresh(session, Room, visit_id=lodging.visit_id, lodging_id=lodging.id, position=place)
    change(session, row, fields, columns=_ROOM_COLUMNS)
    return row.id


def edit_room(session: Session, /, room_id: str, **fields: Any) -> None:
    """Set columns of a room.

    Raises:
        PlanningError: ``row_missing``; what :func:`app.planning.rows.change` refuses.
    """
    change(session, asked(session, Room, room_id), fields, columns=_ROOM_COLUMNS)


def delete_room(session: Session, /, room_id: str) -> None:
    """Delete a room; who slept there has no bed.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Room, room_id))


def order_rooms(session: Session, /, lodging_id: str, room_ids: Sequence[str]) -> None:
    """Give the rooms of a hotel this order; those not named follow in the order they had.

    Raises:
        PlanningError: ``row_missing``.
    """
    asked(session, Lodging, lodging_id)
    put_in_order(session, Room, room_ids, lodging_id=lodging_id)


def put_in_room(session: Session, /, room_id: str, *, member_id: str) -> str:
    """Let a member sleep in a room and return the guest's id; from another room of the hotel they move.

    Raises:
        PlanningError: ``row_missing``.
    """
    room = asked(session, Room, room_id)
    asked(session, Member, member_id, visit_id=room.visit_id)
    same_hotel = select(Room.id).where(Room.lodging_id == room.lodging_id)
    present = session.scalars(
        select(RoomGuest)
        .where(RoomGuest.room_id.in_(same_hotel), RoomGuest.member_id == member_id)
        .order_by(RoomGuest.id)
    ).all()
    row = next((guest for guest in present if guest.room_id == room_id), present[0] if present else None)
    for other in present:
        if other is not row:
            delete_row(session, other)
    if row is None:
        row = fresh(session, RoomGuest, visit_id=room.visit_id, room_id=room_id, member_id=member_id)
    elif row.room_id != room_id:
        row.room_id = room_id
    return row.id


def put_all_in_room(session: Session, /, room_id: str, *, member_ids: Sequence[str]) -> None:
    """Let several members sleep in a room, as :func:`put_in_room` does; who sleeps there stays.

    Raises:
        PlanningError: ``row_missing``.
    """
    for member_id in dict.fromkeys(member_ids):
        put_in_room(session, room_id, member_id=member_id)


def take_from_room(session: Session, /, room_guest_id: str) -> None:
    """Take a member out of a room.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, RoomGuest, room_guest_id))


def _set(session: Session, row: Lodging, fields: dict[str, Any]) -> None:
    change(session, row, fields, columns=_LODGING_COLUMNS, required={"name"})
    keep_in_order(row, "starts_on", "ends_on", fields)
