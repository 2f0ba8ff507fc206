"""Where entries go when a hand or a key moves them: by so many days and minutes, onto the clocks there.

By local time the wall clock is kept: an entry moved to a day in another zone starts at the same reading of
that clock. By home time the hours at home are what is seen, so the instants move, and the clock of the place
says what it then says. A way keeps its zones in any case, since they are its stations'.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.board.days import Column, Part
from app.domain.errors import AideError
from app.domain.time import WallState, check_wall, from_utc, to_utc
from app.planning.moving import Start
from app.planning.views.board import BoardLine
from app.planning.views.programme import Head

SNAP_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Shift:
    """A move by days and minutes; ``zone`` is where the entry under the hand goes, "" for no change."""

    days: int
    minutes: int
    zone: str = ""

    @property
    def span(self) -> timedelta:
        """How far the clock goes."""
        return timedelta(days=self.days, minutes=self.minutes)


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
    """Return where each of these entries starts after a shift of local clocks; ``held`` is under the hand.

    What stood in the same part of a day as the held one goes to the same part as it; other entries take the
    zone in which they are, where their new day knows it, else the last one of that day.
    """
    days = {column.day: column for column in columns}
    found = {}
    for line in lines:
        wall = line.start_wall + shift.span
        zone = line.start_zone
        if line.start_zone == line.end_zone:
            beside = (line.start_zone, line.day) == (held.start_zone, held.day)
            if shift.zone and beside:
                zone = shift.zone
            else:
                column = days.get(wall.date())
                zone = _zone_there(line, column) if column else zone
        found[line.id] = put(line, wall, zone)
    return found


def put(line: BoardLine, wall: datetime, zone: str) -> Start:
    """Return an entry's start at a wall time; within one repeated hour the chosen pass stands."""
    return Start(wall, zone, line.start_fold if _is_of_one_pass(line, wall, zone) else None)


def home_targets(shift: Shift, lines: Iterable[BoardLine], head: Head) -> dict[str, Start]:
    """Return where each of these entries starts after a shift of the clock at home.

    Who was by the clock of the city of that time is by that of the city where the visit then is.
    """
    found = {}
    for line in lines:
        before = from_utc(line.start_utc, head.home_zone).time
        start = at_home(head, before + shift.span)
        stays = line.start_zone != line.end_zone or line.start_zone != head.zone_at(line.start_utc)
        if shift.span == timedelta():
            start = start_of(line)
        elif stays and start.fold is not None:
            wall, fold = from_utc(to_utc(start.wall, start.zone, start.fold), line.start_zone)
            start = Start(wall, line.start_zone, fold)
        found[line.id] = start
    return found


def at_home(head: Head, wall: datetime) -> Start:
    """Return the start that the clock at home shows so, by the clock of the city where the visit then is.

    A time that is skipped at home is returned as it is, for the verb to refuse.
    """
    try:
        utc = to_utc(wall, head.home_zone)
    except AideError:
        return Start(wall, head.home_zone)
    zone = head.zone_at(utc)
    there, fold = from_utc(utc, zone)
    return Start(there, zone, fold)


def start_of(line: BoardLine) -> Start:
    """Return where an entry starts."""
    return Start(line.start_wall, line.start_zone, line.start_fold)


def end_of(line: BoardLine) -> Start:
    """Return where an entry ends, in the same form."""
    return Start(line.end_wall, line.end_zone, line.end_fold)


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


def _zone_there(line: BoardLine, column: Column) -> str:
    known = any(line.start_zone in part.zones for part in column.parts)
    return line.start_zone if known else column.parts[-1].zone


def _is_of_one_pass(line: BoardLine, wall: datetime, zone: str) -> bool:
    """Tell whether a wall time is the entry's own, or comes twice at the same change of the clock."""
    if zone != line.start_zone or wall.date() != line.day:
        return False
    return wall == line.start_wall or (
        check_wall(wall, zone).state is check_wall(line.start_wall, zone).state is WallState.AMBIGUOUS
    )
