"""What can be done to bookings of interpreters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.data.cascade import delete_row
from app.data.models import Entry, InterpreterBooking
from app.domain.errors import PlanningError
from app.domain.tags import language_tag
from app.planning.rows import asked, change, fresh, own_columns

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(InterpreterBooking)
_TAGS = ("from_language", "to_language")
LEAST_HOURS, MOST_HOURS = 0.25, 24.0


def create_interpreter_booking(session: Session, /, entry_id: str, **fields: Any) -> str:
    """Book an interpreter for an entry and return the booking's id; unless it is said, for all its hours.

    Raises:
        PlanningError: ``row_missing``, or what :func:`edit_interpreter_booking` refuses.
    """
    entry = asked(session, Entry, entry_id)
    row = fresh(session, InterpreterBooking, visit_id=entry.visit_id, entry_id=entry.id)
    _set(session, row, {"hours": _length(entry)} | fields)
    return row.id


def edit_interpreter_booking(session: Session, /, interpreter_booking_id: str, **fields: Any) -> None:
    """Set columns of a booking. Languages are tags of BCP 47, such as ``ko`` or ``pt-BR``, or empty.

    Raises:
        PlanningError: ``row_missing``; ``language_unknown``; ``number_wanted`` for the hours;
            ``reference_missing`` for the entry or the interpreter; ``choice_unknown``.
    """
    _set(session, asked(session, InterpreterBooking, interpreter_booking_id), fields)


def delete_interpreter_booking(session: Session, /, interpreter_booking_id: str) -> None:
    """Delete a booking.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, InterpreterBooking, interpreter_booking_id))


def _length(entry: Entry) -> float:
    """Return how many hours an entry lasts, in whole quarters and within what can be booked."""
    quarters = round((entry.end_utc - entry.start_utc).total_seconds() / 900)
    return min(MOST_HOURS, max(LEAST_HOURS, quarters / 4))


def _set(session: Session, row: InterpreterBooking, fields: dict[str, Any]) -> None:
    change(session, row, {name: _tag(name, value) for name, value in fields.items()}, columns=_COLUMNS)
    if not LEAST_HOURS <= row.hours <= MOST_HOURS:
        raise PlanningError("number_wanted", field="hours", least=f"{LEAST_HOURS:g}", most=f"{MOST_HOURS:g}")


def _tag(name: str, value: Any) -> Any:
    """Return a language's tag as it is written by rule; any other column's value as it is."""
    if name not in _TAGS or not str(value or "").strip():
        return value
    tag = language_tag(str(value))
    if tag is None:
        raise PlanningError("language_unknown", field=name)
    return tag
