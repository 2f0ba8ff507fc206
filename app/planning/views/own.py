"""What a row of a view takes over from its model as it stands there; all else in it is worked out."""

from dataclasses import fields
from typing import Any

from sqlalchemy import Column

from app.data.models.base import Base


def own_names(row: type[Any], model: type[Base]) -> tuple[str, ...]:
    """Return the names of a row's fields that are columns of its model, in the order of the row."""
    columns = model.__table__.c
    return tuple(each.name for each in fields(row) if each.name in columns)


def own_columns(row: type[Any], model: type[Base]) -> tuple[Column[Any], ...]:
    """Return these columns, to select."""
    columns = model.__table__.c
    return tuple(columns[name] for name in own_names(row, model))
