"""Two rows for one thing become one: what refers to the one that goes refers to the one that is kept.

The foreign keys' own declarations say what refers to it. A row that would then say the same as another
(both persons at one entry, both members of one visit) falls together with that one in turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import UniqueConstraint, select

from app.data.cascade import references
from app.data.models import Row
from app.planning.rows import KEPT

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

#: By what two rows say the same, where no unique constraint says it.
_SAME: Mapping[str, tuple[str, ...]] = {
    "member": ("visit_id", "person_id"),
    "post": ("person_id", "organisation_id", "title"),
    "travel_document": ("person_id", "country_code", "number"),
    "visa": ("travel_document_id", "country_code", "visa_class", "number"),
    "rider": ("ride_id", "member_id"),
    "room_guest": ("room_id", "member_id"),
    "access_person": ("access_request_id", "member_id"),
}
#: What tells two such rows apart after all, where both say it: one held the same post twice.
_APART: Mapping[str, tuple[str, ...]] = {"post": ("starts_on", "ends_on")}
#: Columns that say something only together: half a position is none.
_TOGETHER: Mapping[str, tuple[str, ...]] = {"place": ("latitude", "longitude")}
_NEVER_TAKEN = KEPT | {"position", "side"}  # where a row stands is no word about what it is
_EMPTY = ("", None)


def merge_rows(session: Session, gone: Row, kept: Row) -> None:
    """Merge ``gone`` into ``kept``, of the same table, and delete it.

    What is empty in ``kept`` takes the value of ``gone``.
    """
    for name, value in _taken(gone, kept).items():
        setattr(kept, name, value)
    point_at(session, gone, kept)
    session.delete(gone)


def point_at(session: Session, gone: Row, kept: Row) -> None:
    """Let all that refers to ``gone`` refer to ``kept``; what would then stand twice falls together."""
    for mapped, column in references(gone.__tablename__):
        for child in session.scalars(select(mapped).where(column == gone.id).order_by(mapped.id)).all():
            twin = _twin(session, child, column.name, kept.id)
            if twin is None:
                setattr(child, column.name, kept.id)
            else:
                _take_what_was_said(child, twin)
                merge_rows(session, child, twin)


def _taken(gone: Row, kept: Row) -> dict[str, Any]:
    """Return what ``kept`` takes from ``gone``: the values of the columns that are empty in it."""
    empty = {column.name for column in kept.__table__.c if getattr(kept, column.name) in _EMPTY}
    together = set(_TOGETHER.get(kept.__tablename__, ()))
    wanted = (empty | together if empty & together else empty) - _NEVER_TAKEN
    return {name: getattr(gone, name) for name in sorted(wanted) if getattr(gone, name) not in _EMPTY}


def _twin(session: Session, child: Row, moved: str, to_id: str) -> Row | None:
    """Return the row that ``child`` would say the same as, once its column ``moved`` names ``to_id``."""
    kind = type(child)
    columns = kind.__table__.c
    for key in _keys(child):
        if moved in key:
            values = {name: getattr(child, name) for name in key} | {moved: to_id}
            conditions = [columns[name] == value for name, value in values.items()]
            for other in session.scalars(select(kind).where(*conditions).order_by(columns.id)):
                if other is not child and not _told_apart(child, other):
                    return other
    return None


def _keys(row: Row) -> Iterator[tuple[str, ...]]:
    for constraint in row.__table__.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield tuple(constraint.columns.keys())
    if row.__tablename__ in _SAME:
        yield _SAME[row.__tablename__]


def _told_apart(one: Row, other: Row) -> bool:
    for name in _APART.get(one.__tablename__, ()):
        values = (getattr(one, name), getattr(other, name))
        if None not in values and values[0] != values[1]:
            return True
    return False


def _take_what_was_said(gone: Row, kept: Row) -> None:
    """Let ``kept`` take what stands at its default in it, as nobody has said it: a role, a rank, a yes."""
    for name, column in kept.__table__.c.items():
        default: Any = column.default
        taken_for_granted = default is not None and default.is_scalar and getattr(kept, name) == default.arg
        if taken_for_granted and name not in _NEVER_TAKEN:
            setattr(kept, name, getattr(gone, name))
