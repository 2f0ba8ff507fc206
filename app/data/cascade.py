"""Deleting a row with what belongs to it, by the foreign keys' own declarations.

The database cascades nothing: each row that goes is deleted through the session, so that the journal
sees it and undo brings it back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, select

from app.data.models import Base, Row
from app.data.models.base import stored_classes
from app.domain.errors import PlanningError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def _classes() -> dict[str, type[Row]]:
    return {each.__tablename__: each for each in stored_classes() if issubclass(each, Row)}


def references(table: str) -> list[tuple[type[Row], Column[Any]]]:
    """Return the columns that refer to a table's rows, each with the class that declares it."""
    return [
        (mapped, column)
        for name, mapped in _classes().items()
        for column in Base.metadata.tables[name].c
        if any(key.column.table.name == table for key in column.foreign_keys)
    ]


def delete_row(session: Session, row: Row) -> None:
    """Delete a row and the rows it owns; empty optional references to it.

    Raises:
        PlanningError: ``in_use`` where a row that is not owned cannot do without it.
    """
    for mapped, column in references(row.__tablename__):
        for child in session.scalars(select(mapped).where(column == row.id)):
            if child in session.deleted or child is row:
                continue
            if column.info["owner"]:
                delete_row(session, child)
            elif column.nullable:
                setattr(child, column.name, None)
            else:
                raise PlanningError("in_use", table=row.__tablename__, by=child.__tablename__)
    session.delete(row)
