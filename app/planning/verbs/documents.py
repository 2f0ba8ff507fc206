"""What can be done to travel documents and visas: restricted, so never on a paper of a visit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.data.cascade import delete_row
from app.data.models import Person, TravelDocument, Visa
from app.planning.days import keep_in_order
from app.planning.rows import asked, change, fresh, own_columns

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_DOCUMENT_COLUMNS = own_columns(TravelDocument, without={"person_id"})
_VISA_COLUMNS = own_columns(Visa, without={"travel_document_id"})


def create_travel_document(session: Session, /, person_id: str, **fields: Any) -> str:
    """Add a travel document of a person and return its id.

    Raises:
        PlanningError: ``row_missing`` where there is no such person; what :func:`edit_travel_document`
            refuses.
    """
    row = fresh(session, TravelDocument, person_id=asked(session, Person, person_id).id)
    _set_document(session, row, fields)
    return row.id


def edit_travel_document(session: Session, /, travel_document_id: str, **fields: Any) -> None:
    """Set columns of a travel document.

    Raises:
        PlanningError: ``row_missing``; ``day_order`` where it expires before it was issued; what
            :func:`app.planning.rows.change` refuses.
    """
    _set_document(session, asked(session, TravelDocument, travel_document_id), fields)


def delete_travel_document(session: Session, /, travel_document_id: str) -> None:
    """Delete a travel document with its visas.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, TravelDocument, travel_document_id))


def create_visa(session: Session, /, travel_document_id: str, **fields: Any) -> str:
    """Add a visa in a travel document and return its id.

    Raises:
        PlanningError: ``row_missing`` where there is no such document; what :func:`edit_visa` refuses.
    """
    document = asked(session, TravelDocument, travel_document_id)
    row = fresh(session, Visa, travel_document_id=document.id)
    _set_visa(session, row, fields)
    return row.id


def edit_visa(session: Session, /, visa_id: str, **fields: Any) -> None:
    """Set columns of a visa.

    Raises:
        PlanningError: ``row_missing``; ``day_order`` where it ends before it begins; what
            :func:`app.planning.rows.change` refuses.
    """
    _set_visa(session, asked(session, Visa, visa_id), fields)


def delete_visa(session: Session, /, visa_id: str) -> None:
    """Delete a visa.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Visa, visa_id))


def _set_document(session: Session, row: TravelDocument, fields: Mapping[str, Any]) -> None:
    change(session, row, fields, columns=_DOCUMENT_COLUMNS)
    keep_in_order(row, "issued_on", "expires_on", fields)


def _set_visa(session: Session, row: Visa, fields: Mapping[str, Any]) -> None:
    change(session, row, fields, columns=_VISA_COLUMNS)
    keep_in_order(row, "valid_from", "valid_until", fields)
