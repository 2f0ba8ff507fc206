"""What can be done to gifts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from app.data.cascade import delete_row
from app.data.models import Gift
from app.domain.errors import PlanningError
from app.planning.rows import asked, asked_visit, change, fresh, own_columns

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(Gift)
_CURRENCY = re.compile(r"[A-Z]{3}")


def create_gift(session: Session, /, visit_id: str, *, description: str, **fields: Any) -> str:
    """Add a gift and return its id.

    Raises:
        PlanningError: ``visit_missing``, or what :func:`edit_gift` refuses.
    """
    row = fresh(session, Gift, visit_id=asked_visit(session, visit_id).id)
    _set(session, row, {"description": description} | fields)
    return row.id


def edit_gift(session: Session, /, gift_id: str, **fields: Any) -> None:
    """Set columns of a gift. ``currency`` is a code of ISO 4217 in either case, or empty.

    Raises:
        PlanningError: ``row_missing``; ``field_empty`` for the description; ``number_out_of_range`` for a
            value below nothing; ``currency_unknown``; ``reference_missing``; ``choice_unknown``;
            ``text_too_long``.
    """
    _set(session, asked(session, Gift, gift_id), fields)


def delete_gift(session: Session, /, gift_id: str) -> None:
    """Delete a gift.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Gift, gift_id))


def _set(session: Session, row: Gift, fields: dict[str, Any]) -> None:
    if "currency" in fields:
        currency = str(fields["currency"] or "").strip().upper()
        if currency and not _CURRENCY.fullmatch(currency):
            raise PlanningError("currency_unknown", field="currency")
        fields = fields | {"currency": currency}
    change(session, row, fields, columns=_COLUMNS, required={"description"})
    if row.value is not None and row.value < 0:
        raise PlanningError("number_out_of_range", field="value")
