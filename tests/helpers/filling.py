"""Rows that fill every column of every table with values told apart, made from the metadata alone."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Boolean, Column, Date, DateTime, Float, Integer, String

from app.data.models import Base, Row
from app.data.models.base import Level, Word, stored_classes
from app.domain.time import to_utc
from app.domain.words import Marking

EACH = 2


def filled_rows() -> list[Row]:
    """Return two rows of each table; the first of each refer to each other, and so do the second."""
    classes = {each.__tablename__: each for each in stored_classes() if issubclass(each, Row)}
    numbers = count(1)
    return [
        classes[table.name](**_values(table.name, place, numbers))
        for table in Base.metadata.sorted_tables
        if table.name in classes
        for place in range(EACH)
    ]


def row_id(table: str, place: int) -> str:
    """Return the id of a filled row."""
    return f"{table}-{place}"


def _values(table: str, place: int, numbers: Iterator[int]) -> dict[str, Any]:
    values = {
        column.name: _value(column, table, place, next(numbers))
        for column in Base.metadata.tables[table].c
        if column.name != "version"
    }
    values["id"] = row_id(table, place)
    if table == "entry":
        for end, hours in (("start", 0), ("end", 2)):
            wall = datetime(2026, 5, 1 + place, 9) + timedelta(hours=hours)
            values |= {f"{end}_wall": wall, f"{end}_zone": "Europe/Paris", f"{end}_fold": 0}
            values[f"{end}_utc"] = to_utc(wall, "Europe/Paris")
    return values


def _value(column: Column[Any], table: str, place: int, number: int) -> Any:
    for key in column.foreign_keys:
        target = key.column.table.name
        if target == table:
            return row_id(table, place - 1) if place else None
        return row_id(target, 0 if target == "visit" else place)
    if column.name.endswith("zone"):
        return ("Asia/Seoul", "Europe/Paris")[place]
    return _plain(column.type, column.name, number)


def _plain(kind: Any, name: str, number: int) -> Any:  # noqa: PLR0911 - one for each kind of column
    if isinstance(kind, Word):
        return list(kind.words)[number % len(kind.words)]
    if isinstance(kind, Level):
        return Marking(number % len(Marking))
    if isinstance(kind, Boolean):
        return True
    if isinstance(kind, DateTime):
        return datetime(2026, 1, 1) + timedelta(minutes=number)
    if isinstance(kind, Date):
        return date(2026, 1, 1) + timedelta(days=number)
    if isinstance(kind, Float):
        return number + 0.5
    if isinstance(kind, Integer):
        return number
    assert isinstance(kind, String)
    text = f"{number} {name} 한글 “{number}”"
    return (
        text
        if kind.length is None
        else f"{number}"[-kind.length :]
        if kind.length < 30
        else text[: kind.length]
    )
