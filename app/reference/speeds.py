"""How fast one gets about over land: the table ``resources/reference/speeds.csv``, which staff can edit.

Each row is one band of one mode. ``up_to_km`` and ``speed_kmh`` are those of :class:`app.domain.ways.Band`;
``detour`` and ``fixed_minutes``, read from a mode's first row, those of :class:`app.domain.ways.Pace`. Then
it says where the numbers are from and when somebody last looked.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from app.domain.ways import Band, Pace
from app.domain.words import LegMode
from app.paths import RESOURCES
from app.reference.sheet import read_sheet, written

PATH = RESOURCES / "reference" / "speeds.csv"


def paces(path: Path = PATH) -> tuple[Pace, ...]:
    """Return how each mode travels, as the table says now.

    Raises:
        DataError: ``table_unreadable``, with the line at fault where there is one, and what is wrong there.
    """
    return _read(path, written(path))


@lru_cache(maxsize=4)
def _read(path: Path, _written: int) -> tuple[Pace, ...]:
    bands: dict[LegMode, list[Band]] = {}
    first: dict[LegMode, tuple[float, int]] = {}

    def take(row: Mapping[str, str]) -> None:
        mode = LegMode(row["mode"])
        bands.setdefault(mode, []).append(Band(_above(row["up_to_km"]), _above(row["speed_kmh"])))
        first.setdefault(mode, (_above(row["detour"]), int(row["fixed_minutes"])))
        _in_order(bands[mode])

    read_sheet(path, take)
    return tuple(Pace(mode, *first[mode], tuple(found)) for mode, found in bands.items())


def _above(text: str) -> float:
    number = float(text)
    if not 0 < number < float("inf"):
        raise ValueError(text)
    return number


def _in_order(bands: list[Band]) -> None:
    for near, far in pairwise(bands):
        if far.up_to_km <= near.up_to_km:
            raise ValueError(f"{far.up_to_km:g} ≤ {near.up_to_km:g}")
