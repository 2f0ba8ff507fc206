"""What can be done to pieces of baggage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.data.cascade import delete_row
from app.data.models import BaggagePiece
from app.planning.rows import asked, asked_visit, change, fresh, next_position, own_columns, put_in_order

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(BaggagePiece, without={"position"})


def create_baggage_piece(session: Session, /, visit_id: str, **fields: Any) -> str:
    """Add a piece of baggage, last on the list, and return its id.

    Raises:
        PlanningError: ``visit_missing``, or what :func:`edit_baggage_piece` refuses.
    """
    asked_visit(session, visit_id)
    place = next_position(session, BaggagePiece, visit_id=visit_id)
    row = fresh(session, BaggagePiece, visit_id=visit_id, position=place)
    change(session, row, fields, columns=_COLUMNS)
    return row.id


def edit_baggage_piece(session: Session, /, baggage_piece_id: str, **fields: Any) -> None:
    """Set columns of a piece of baggage.

    Raises:
        PlanningError: ``row_missing``; ``reference_missing`` for the owner; ``text_too_long``.
    """
    change(session, asked(session, BaggagePiece, baggage_piece_id), fields, columns=_COLUMNS)


def delete_baggage_piece(session: Session, /, baggage_piece_id: str) -> None:
    """Delete a piece of baggage.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, BaggagePiece, baggage_piece_id))


def order_baggage_pieces(session: Session, /, visit_id: str, baggage_piece_ids: Sequence[str]) -> None:
    """Give a visit's baggage this order; pieces not named follow in the order they had.

    Raises:
        PlanningError: ``visit_missing``; ``row_missing``.
    """
    asked_visit(session, visit_id)
    put_in_order(session, BaggagePiece, baggage_piece_ids, visit_id=visit_id)
