"""What most verbs do: find the row that is meant, set its columns by what they are, put it in its place.

What a column takes follows from its declaration: words are stripped and must fit, a vocabulary takes its
own words, a reference must be there and of the same visit, a day is a day, a number within its range.
A verb says only which columns it takes, and which must not be empty.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Boolean, Column, Date, DateTime, Float, Integer, func, select

from app.data.models import Row, Visit
from app.data.models.base import Level, Word, new_id, stored_classes
from app.domain.errors import PlanningError
from app.domain.particulars import check_year
from app.domain.words import Marking
from app.planning.asked import chosen

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

R = TypeVar("R", bound=Row)

LONGEST_TEXT = 200_000  # letters; beyond it somebody pasted a book into a field
LARGEST = 1_000_000_000
KEPT = frozenset({"id", "visit_id", "version", "created_at", "updated_at"})  # never a verb's to set


def asked(session: Session, kind: type[R], row_id: str | None, *, visit_id: str | None = None) -> R:
    """Return the row that is meant; with ``visit_id``, it must be of that visit.

    Raises:
        PlanningError: ``row_missing``, with the ``table`` it is gone from.
    """
    row = None if row_id is None else session.get(kind, row_id)
    if row is None or (visit_id is not None and getattr(row, "visit_id", visit_id) != visit_id):
        raise PlanningError("row_missing", table=kind.__tablename__)
    return row


def asked_visit(session: Session, visit_id: str) -> Visit:
    """Return the visit that is meant.

    Raises:
        PlanningError: ``visit_missing``.
    """
    visit = session.get(Visit, visit_id)
    if visit is None:
        raise PlanningError("visit_missing", visit=visit_id)
    return visit


def fresh(session: Session, kind: type[R], **values: Any) -> R:
    """Return a new row that is written with the next flush; what is not given has its column's default.

    The default stands in the row at once, so that a verb can read what it has just made.
    """
    for name, column in kind.__table__.c.items():
        if name not in values and name not in {"id", "version"} and column.default is not None:
            made = column.default.arg  # type: ignore[attr-defined]  # a plain value, or a callable
            values[name] = made(None) if callable(made) else made
    row = kind(id=new_id(), **values)
    session.add(row)
    return row


def change(
    session: Session,
    row: Row,
    fields: Mapping[str, Any],
    *,
    columns: Collection[str],
    required: Collection[str] = (),
) -> None:
    """Set columns of a row to what was entered; nothing is set where anything is refused.

    ``columns`` are those that the verb takes; ``required`` name words or references that must not be empty.

    Raises:
        PlanningError: ``field_empty``, ``text_too_long``, ``choice_unknown``, ``reference_missing``,
            ``day_unreadable``, ``time_out_of_range``, ``number_out_of_range``; ``field`` names the column.
        TypeError: a column that the verb does not take.
    """
    unknown = fields.keys() - set(columns)
    if unknown:
        raise TypeError(f"not to be set on {row.__tablename__}: {sorted(unknown)}")
    values = {name: _entered(session, row, name, value) for name, value in fields.items()}
    for name in required:
        if values.get(name, getattr(row, name)) in {"", None}:
            raise PlanningError("field_empty", field=name)
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def own_columns(kind: type[Row], *, without: Collection[str] = ()) -> frozenset[str]:
    """Return the columns of a class that are neither keys nor stamps nor named in ``without``."""
    return frozenset(kind.__table__.c.keys()) - KEPT - frozenset(without)


def next_position(session: Session, kind: type[Row], **siblings: Any) -> int:
    """Return the place after the last of the rows whose columns have these values; 0 where there is none."""
    columns = kind.__table__.c
    query = select(func.max(columns.position)).where(
        *(columns[name] == value for name, value in siblings.items())
    )
    last = session.scalar(query)
    return 0 if last is None else last + 1


def put_in_order(session: Session, kind: type[R], row_ids: Sequence[str], **siblings: Any) -> None:
    """Give sibling rows the order of ``row_ids``; those not named follow in the order they had.

    Raises:
        PlanningError: ``row_missing`` where an id is none of the siblings'.
    """
    columns = kind.__table__.c
    conditions = [columns[name] == value for name, value in siblings.items()]
    query = select(kind).where(*conditions).order_by(columns.position, columns.id)
    present = {row.id: row for row in session.scalars(query)}
    if any(row_id not in present for row_id in row_ids):
        raise PlanningError("row_missing", table=kind.__tablename__)
    rest = [row_id for row_id in present if row_id not in set(row_ids)]
    for place, row_id in enumerate([*dict.fromkeys(row_ids), *rest]):
        row: Any = present[row_id]
        if row.position != place:
            row.position = place


def _entered(session: Session, row: Row, name: str, value: Any) -> Any:
    column = row.__table__.c[name]
    if column.foreign_keys:
        return _reference(session, row, column, value)
    if value is None:
        if column.nullable:
            return None
        raise PlanningError("field_empty", field=name)
    return _VALUES.get(type(column.type), _text)(name, column, value)


def _reference(session: Session, row: Row, column: Column[Any], target: str | None) -> str | None:
    if target is None and column.nullable:
        return None
    table = next(iter(column.foreign_keys)).column.table.name
    kind = next(each for each in stored_classes() if each.__tablename__ == table)
    found = None if target is None else session.get(kind, target)
    visit_id = getattr(row, "visit_id", None)
    if found is None or getattr(found, "visit_id", visit_id) != visit_id:
        raise PlanningError("reference_missing", field=column.name)
    return target


def _text(name: str, column: Column[Any], value: Any) -> str:
    text = str(value).strip()
    longest = getattr(column.type, "length", None) or LONGEST_TEXT
    if len(text) > longest:
        raise PlanningError("text_too_long", field=name, longest=longest)
    return text


def _word(name: str, column: Column[Any], value: Any) -> Any:
    return chosen(name, column.type.words, value)  # type: ignore[attr-defined]


def _marking(name: str, _column: Column[Any], value: Any) -> Any:
    return chosen(name, Marking, value)


def _flag(_name: str, _column: Column[Any], value: Any) -> bool:
    return bool(value)


def _whole(name: str, _column: Column[Any], value: Any) -> int:
    return int(_number(name, _column, value))


def _number(name: str, _column: Column[Any], value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= LARGEST:
        raise PlanningError("number_out_of_range", field=name)
    return value


def _day(name: str, _column: Column[Any], value: Any) -> date:
    if isinstance(value, datetime) or not isinstance(value, date):
        raise PlanningError("day_unreadable", field=name)
    check_year(value, name)
    return value


def _instant(name: str, _column: Column[Any], value: Any) -> datetime:
    if not isinstance(value, datetime) or value.tzinfo is not None:
        raise PlanningError("clock_unreadable", field=name)
    return value


_VALUES: Mapping[type, Any] = {
    Word: _word,
    Level: _marking,
    Boolean: _flag,
    Integer: _whole,
    Float: _number,
    Date: _day,
    DateTime: _instant,
}
