"""The clocks of entries as a hand or a key would leave them, and where on the board that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.board.days import Column, Part
from app.domain.time import from_utc, to_utc
from app.planning.moving import Start
from app.planning.views.board import BoardLine

SNAP_MINUTES = 5


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


def length_of(line: BoardLine) -> timedelta:
    """Return how long an entry really takes."""
    return line.end_utc - line.start_utc


def clocks(line: BoardLine, start: Start) -> Clocks:
    """Return the clocks of an entry that starts elsewhere and takes as long.

    Raises:
        AideError: there is no such time.
    """
    start_utc = to_utc(start.wall, start.zone, start.fold or 0)
    end_utc = start_utc + length_of(line)
    zone = start.zone if line.start_zone == line.end_zone else line.end_zone
    return Clocks(line.id, start.wall, start.zone, start_utc, from_utc(end_utc, zone).time, zone, end_utc)


def clocks_between(line_id: str, start: Start, end: Start) -> Clocks:
    """Return the clocks of what runs from one time to another.

    Raises:
        AideError: there is no such time.
    """
    start_utc = to_utc(start.wall, start.zone, start.fold or 0)
    end_utc = to_utc(end.wall, end.zone, end.fold or 0)
    return Clocks(line_id, start.wall, start.zone, start_utc, end.wall, end.zone, end_utc)


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
