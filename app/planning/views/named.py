"""The columns that make up a person's name, under a prefix, and the name made of them again."""

from typing import Any

from sqlalchemy import Label

from app.data.models import Person
from app.domain.names import full_name

_PARTS = ("family_name", "given_name", "family_name_first")


def name_columns(prefix: str = "", person: Any = None) -> tuple[Label[Any], ...]:
    """Return the columns of a name to select; ``person`` is an alias of the table, if need be."""
    table = Person.__table__ if person is None else person
    return tuple(table.c[part].label(prefix + part) for part in _PARTS)


def name_in(row: Any) -> str:
    """Return the name in a row that has its columns under their own names; empty where there is nobody."""
    if row.family_name is None:
        return ""
    return full_name(row.family_name, row.given_name, family_first=row.family_name_first)


def name_of(row: Any, prefix: str = "") -> str:
    """Return the name in a row that holds its columns; empty where an outer join found nobody."""
    family, given, first = (row[prefix + part] for part in _PARTS)
    return full_name(family or "", given or "", family_first=bool(first))
