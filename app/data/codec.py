"""Rows as JSON and back, by the columns' own types: one form for journal, snapshots and ``show``."""

import json
import math
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Date, DateTime, LargeBinary, Table

from app.data.models.base import Level, Word
from app.domain.words import Marking


def encode(value: Any) -> Any:
    """Return the JSON form of a column's value: ISO 8601 for days and times, the word, the level."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Marking):
        return int(value)
    if isinstance(value, StrEnum):
        return value.value
    return value


def decode(column: Column[Any], value: Any) -> Any:
    """Return a column's value from its JSON form.

    Raises:
        ValueError, TypeError: the value is not of the column's type.
    """
    if value is None and column.nullable:
        return None
    kind = column.type
    if isinstance(kind, Word):
        return kind.words(value)
    if isinstance(kind, Level):
        return Marking(_plain(int, value))
    if isinstance(kind, DateTime):
        return _naive(datetime.fromisoformat(value))
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, LargeBinary):
        raise TypeError("bytes have no JSON form")
    return _plain(kind.python_type, value)


def _plain(kind: type, value: Any) -> Any:
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not {kind.__name__}")
    return _storable(value)


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        value.encode()  # half a surrogate pair has no UTF-8
    elif isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{value} is no number")
    elif isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise ValueError(f"{value} is beyond 64 bits")
    return value


def _naive(value: datetime) -> datetime:
    if value.tzinfo is not None:
        raise ValueError("times carry no offset here: the zone stands beside them")
    return value


def encode_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row's JSON form."""
    return {name: encode(value) for name, value in row.items()}


def decode_row(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row's values from its JSON form; a name that is no column raises ``KeyError``."""
    return {name: decode(table.c[name], value) for name, value in row.items()}


def canonical(document: Any) -> str:
    """Return the one canonical text of a JSON document: sorted keys, no spare space, UTF-8."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
