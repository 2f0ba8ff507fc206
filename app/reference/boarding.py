"""How long boarding takes: the table ``resources/reference/boarding.csv``, which staff can edit.

Each row is one mode, with the minutes of :class:`app.domain.ways.Boarding`. Then it says where the numbers
are from and when somebody last looked.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from app.domain.ways import Boarding
from app.domain.words import LegMode
from app.paths import RESOURCES
from app.reference.sheet import read_sheet, written

PATH = RESOURCES / "reference" / "boarding.csv"


def boardings(path: Path = PATH) -> Mapping[LegMode, Boarding]:
    """Return how each mode that is boarded at a station is boarded, as the table says now.

    Raises:
        DataError: ``table_unreadable``, with the line at fault where there is one, and what is wrong there.
    """
    return _read(path, written(path))


@lru_cache(maxsize=4)
def _read(path: Path, _written: int) -> Mapping[LegMode, Boarding]:
    found: dict[LegMode, Boarding] = {}

    def take(row: Mapping[str, str]) -> None:
        mode = LegMode(row["mode"])
        found[mode] = Boarding(mode, _minutes(row["before_minutes"]), _minutes(row["after_minutes"]))

    read_sheet(path, take)
    return found


def _minutes(text: str) -> int:
    minutes = int(text)
    if minutes < 0:
        raise ValueError(text)
    return minutes
