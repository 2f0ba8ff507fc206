"""Plain tables that staff can edit, read row by row: what is wrong in one is named with its line."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from pathlib import Path

from app.domain.errors import DataError, reason


def written(path: Path) -> int:
    """Return when a table was last written, in nanoseconds, for what is kept of it.

    Raises:
        DataError: ``table_unreadable``.
    """
    try:
        return path.stat().st_mtime_ns
    except OSError as error:
        raise _unreadable(path, 1, error) from error


def read_sheet(path: Path, take: Callable[[Mapping[str, str]], None]) -> None:
    """Hand each row of a table to ``take``, by the names of its columns.

    Raises:
        DataError: ``table_unreadable``, with the line at fault and what is wrong there; so too where ``take``
            raises KeyError, TypeError or ValueError.
    """
    line = 1
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            table = csv.DictReader(lines)
            for row in table:
                line = table.line_num
                take(row)
    except (OSError, csv.Error, KeyError, TypeError, ValueError) as error:
        raise _unreadable(path, line, error) from error


def _unreadable(path: Path, line: int, error: Exception) -> DataError:
    return DataError("table_unreadable", path=str(path), line=line, detail=reason(error))
