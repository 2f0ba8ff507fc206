"""Putting an entry's clocks on other days: the walls stay, the days move, the instants follow.

On its new day a wall time may not exist, or may come twice. Then the first clock after the gap stands in, or
the first of the two times, and it is said which entries that was done to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, overload

from app.domain.errors import PlanningError
from app.domain.time import WallState, check_wall, duration, from_utc, to_utc
from app.planning.clocks import EARLIEST, LATEST


class ShiftNote(StrEnum):
    """What was done to a clock that could not simply be put on another day."""

    GAP = "gap"  # it does not exist there: the first clock after the gap stands in
    TWICE = "twice"  # it comes twice there: the first of the two was taken
    LENGTH = "length"  # its end would not come after its start: it keeps its length


@dataclass(frozen=True, slots=True)
class Clock:
    """One end of an entry: a wall time, naive, in its zone, with its fold and its instant (naive UTC)."""

    wall: datetime
    zone: str
    fold: int
    utc: datetime


@dataclass(frozen=True, slots=True)
class Shifted:
    """An entry's two clocks on other days, and what had to be done to them (``""``: nothing)."""

    start: Clock
    end: Clock
    start_note: ShiftNote | None = None
    end_note: ShiftNote | None = None


@overload
def shift_day(day: date, days: int, *, field: str) -> date: ...
@overload
def shift_day(day: date | None, days: int, *, field: str) -> date | None: ...
def shift_day(day: date | None, days: int, *, field: str) -> date | None:
    """Return a day so many days later.

    Raises:
        PlanningError: ``time_out_of_range`` where nobody plans that year.
    """
    if day is None:
        return None
    try:
        moved = day + timedelta(days=days)
    except OverflowError:
        raise PlanningError("time_out_of_range", field=field) from None
    if not EARLIEST <= moved.year <= LATEST:
        raise PlanningError("time_out_of_range", field=field)
    return moved


def shift_entry(row: Any, days: int, *, field: str) -> Shifted:
    """Return the clocks of an entry, given as a row with its clock columns, so many days later.

    Raises:
        PlanningError: ``time_out_of_range``; ``zone_unknown`` where a zone is known no more.
    """
    start, start_note = _shift(row.start_wall, row.start_zone, row.start_fold, days, field)
    end, end_note = _shift(row.end_wall, row.end_zone, row.end_fold, days, field)
    if end.utc <= start.utc:
        utc = start.utc + duration(row.start_utc, row.end_utc)
        wall, fold = from_utc(utc, end.zone)
        return Shifted(start, Clock(wall, end.zone, fold, utc), start_note, ShiftNote.LENGTH)
    return Shifted(start, end, start_note, end_note)


def shift_clock(
    wall: datetime, zone: str, fold: int, days: int, *, field: str
) -> tuple[datetime, int | None]:
    """Return what a clock shows so many days later, and which pass of it is meant where it comes twice.

    Where it came twice on its old day too, somebody has chosen, and the choice stands; else that is ``None``.

    Raises:
        PlanningError: ``time_out_of_range`` where nobody plans that year.
    """
    moved = datetime.combine(shift_day(wall.date(), days, field=field), wall.time())
    return moved, fold if check_wall(wall, zone).state is WallState.AMBIGUOUS else None


def _shift(wall: datetime, zone: str, fold: int, days: int, field: str) -> tuple[Clock, ShiftNote | None]:
    """Return a clock so many days later, where nobody can be asked: another stands in, and it is noted."""
    moved, chosen = shift_clock(wall, zone, fold, days, field=field)
    check = check_wall(moved, zone)
    if check.gap is not None:
        after = check.gap.after
        return Clock(after, zone, 0, to_utc(after, zone)), ShiftNote.GAP
    if check.state is WallState.AMBIGUOUS:
        note = ShiftNote.TWICE if chosen is None else None
        return Clock(moved, zone, chosen or 0, check.instants[chosen or 0]), note
    return Clock(moved, zone, 0, check.instants[0]), None
