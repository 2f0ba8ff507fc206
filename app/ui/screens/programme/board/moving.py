"""Where entries go when a hand or a key moves them: by so many days and minutes, onto the clocks there.

The wall clock is kept: an entry moved to a day in another zone starts at the same reading of that clock.
A way keeps its zones, since they are its stations'.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.board.days import Column, Part
from app.planning.verbs.programme import Start
from app.planning.views.board import BoardLine

SNAP_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Shift:
    """A move by days and minutes; ``zone`` is where the entry under the hand goes, "" for no change."""

    days: int
    minutes: int
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Clocks:
    """An entry's clocks as they would be: walls naive and local, ``utc`` instants naive UTC."""

    id: str
    start_wall: datetime
    start_zone: str
    start_utc: datetime
    end_wall: datetime
    end_zone: str
    end_utc: datetime


def snapped(minute: float, *, fine: bool) -> int:
    """Return a wall minute on the grid: of five minutes, or of one where the hand is fine."""
    grid = 1 if fine else SNAP_MINUTES
    return round(minute / grid) * grid


def targets(
    shift: Shift, lines: Iterable[BoardLine], columns: Sequence[Column], held: BoardLine
) -> dict[str, Start]:
    """Return where each of these entries starts after a shift; ``held`` is the one under the hand.

    What stood in the same part of a day as the held one goes to the same part as it; other entries take the
    zone in which they are, where their new day knows it, else the last one of that day.
    """
    days = {column.day: column for column in columns}
    found = {}
    for line in lines:
        wall = line.start_wall + timedelta(days=shift.days, minutes=shift.minutes)
        zone = line.start_zone
        if line.start_zone == line.end_zone:
            beside = (line.start_zone, line.day) == (held.start_zone, held.day)
            if shift.zone and beside:
                zone = shift.zone
            else:
                column = days.get(wall.date())
                zone = _zone_there(line, column) if column else zone
        same = (wall, zone) == (line.start_wall, line.start_zone)
        found[line.id] = Start(wall, zone, line.start_fold if same else None)
    return found


def target_part(columns: Sequence[Column], start: Start) -> tuple[int, int] | None:
    """Return in which part of which day a start lies; ``None`` beyond the board."""
    for number, column in enumerate(columns):
        if column.day == start.wall.date():
            knowing = (place for place, part in enumerate(column.parts) if start.zone in part.zones)
            return number, next(knowing, len(column.parts) - 1)
    return None


def wall_of(part: Part, minute: int) -> datetime:
    """Return the wall time of a minute of a part; minute 1440 is the midnight after."""
    return part.wall(0) + timedelta(minutes=minute)


def _zone_there(line: BoardLine, column: Column) -> str:
    known = any(line.start_zone in part.zones for part in column.parts)
    return line.start_zone if known else column.parts[-1].zone
