"""Where entries start that are put on other days or other hours, by a key, a hand or the clipboard alike.

By local time the wall clock is kept. Who lived by the clock of its day's city takes the clock of the city of
its new day; what is held by another clock, as a call with home from abroad, keeps its own, and so does a way,
since its zones are its stations'. By home time the hours at home are what is seen, so the instants move, and
the clock of the place says what it then says.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.errors import AideError, PlanningError
from app.domain.time import WallCheck, WallState, check_wall, from_utc, to_utc
from app.planning.moving import Start
from app.planning.views.entry_line import EntryLine
from app.planning.views.programme import Head


@dataclass(frozen=True, slots=True)
class Shift:
    """A move by days and minutes of the clock; ``zone`` is where a held entry goes, "" where nobody says."""

    days: int
    minutes: int = 0
    zone: str = ""

    @property
    def span(self) -> timedelta:
        """How far the clock goes."""
        return timedelta(days=self.days, minutes=self.minutes)


def lives_there(head: Head, line: EntryLine) -> bool:
    """Tell whether an entry is held by a clock by which the visit lives on the day when it starts."""
    return line.start_zone == line.end_zone and line.start_zone in head.zones_on(line.day)


def placed(head: Head, lines: Iterable[EntryLine], shift: Shift, held: EntryLine) -> dict[str, Start]:
    """Return where each of these entries starts after a shift of local clocks; ``held`` is what was taken up.

    What lived by the same clock on the same day as the held one goes to the zone to which that goes. Within
    its day the hand may take any entry to another clock of that day.

    Raises:
        PlanningError: ``time_out_of_range`` beyond all calendars.
    """
    found = {}
    for line in lines:
        wall = _later(line.start_wall, shift)
        beside = (line.start_zone, line.day) == (held.start_zone, held.day)
        lives = lives_there(head, line)
        zone = line.start_zone
        if shift.zone and beside and (lives or (not shift.days and line.start_zone == line.end_zone)):
            zone = shift.zone
        elif lives:
            there = head.zones_on(wall.date())
            zone = zone if zone in there else there[-1]
        found[line.id] = _put(line, wall, zone)
    return found


def placed_at_home(head: Head, lines: Iterable[EntryLine], shift: Shift) -> dict[str, Start]:
    """Return where each of these entries starts after a shift of the clock at home.

    Raises:
        PlanningError: ``time_out_of_range`` beyond all calendars.
    """
    found = {}
    for line in lines:
        start = at_home(head, _later(from_utc(line.start_utc, head.home_zone).time, shift))
        if shift.span == timedelta():
            start = start_of(line)
        elif start.fold is not None and not lives_there(head, line):
            start = by_clock_of(line.start_zone, start)
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
    return _at(utc, head.zone_at(utc))


def start_of(line: EntryLine) -> Start:
    """Return where an entry starts."""
    return Start(line.start_wall, line.start_zone, line.start_fold)


def end_of(line: EntryLine) -> Start:
    """Return where an entry ends."""
    return Start(line.end_wall, line.end_zone, line.end_fold)


def pulled_to(line: EntryLine, wall: datetime, zone: str, *, end: bool, least: timedelta) -> Start:
    """Return where an edge of an entry stands that is pulled to a wall time of a zone, which may be another.

    It stands by the clock of the entry's own zone, and leaves the entry the length of ``least``. A time that
    is skipped by the clock of ``zone`` is returned by that clock, for the verb to refuse; where only one of
    the times beside it is free, it is not asked about.
    """
    limit = line.start_utc + least if end else line.end_utc - least
    own = line.end_zone if end else line.start_zone
    check = check_wall(wall, zone)
    there = check.instants or _beside(check, zone)
    free = [utc for utc in there if (utc >= limit if end else utc <= limit)]
    if not free or (check.gap and free != [*there]):
        return _at(limit, own)
    if check.gap:
        return Start(wall, zone)
    if zone != own or free != [*there]:
        return _at(free[0], own)
    return Start(wall, own)


def by_clock_of(zone: str, start: Start) -> Start:
    """Return the same moment by the clock of a zone; a time that is skipped stays, for the verb to refuse."""
    if start.zone == zone:
        return start
    try:
        return _at(to_utc(start.wall, start.zone, start.fold or 0), zone)
    except AideError:
        return start


def _beside(check: WallCheck, zone: str) -> tuple[datetime, ...]:
    """Return the two instants nearest to a wall time that is skipped."""
    gap = check.gap
    return (to_utc(gap.before, zone), to_utc(gap.after, zone)) if gap else ()


def _at(utc: datetime, zone: str) -> Start:
    wall, fold = from_utc(utc, zone)
    return Start(wall, zone, fold)


def _later(wall: datetime, shift: Shift) -> datetime:
    try:
        return wall + shift.span
    except OverflowError:
        raise PlanningError("time_out_of_range", field="start") from None


def _put(line: EntryLine, wall: datetime, zone: str) -> Start:
    """Return an entry's start at a wall time; within one repeated hour the chosen pass stands."""
    return Start(wall, zone, line.start_fold if _is_of_one_pass(line, wall, zone) else None)


def _is_of_one_pass(line: EntryLine, wall: datetime, zone: str) -> bool:
    """Tell whether a wall time is the entry's own, or comes twice at the same change of the clock."""
    if zone != line.start_zone or wall.date() != line.day:
        return False
    return wall == line.start_wall or (
        check_wall(wall, zone).state is check_wall(line.start_wall, zone).state is WallState.AMBIGUOUS
    )
