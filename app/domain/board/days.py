"""A local day by the clocks that are lived by on it.

Walls are naive and local, instants naive and in UTC.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from app.domain.time import WallState, check_wall, from_utc
from app.domain.zones import changes

DAY = 24 * 60  # minutes that a day's clock face shows
_MINUTE = timedelta(minutes=1)
_ONE_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Part:
    """A local day by the clock of one zone: from the instant of its midnight to that of the next.

    The two are 23 or 25 hours apart when clocks are changed, and none where a zone skips a whole day.
    ``earlier`` are the parts of zones that were reached before on this day and whose clocks show the same all
    day, as those of Paris and Amsterdam do: this part stands for them too.
    """

    day: date
    zone: str
    city: str
    starts_utc: datetime
    ends_utc: datetime
    earlier: tuple[Part, ...] = ()

    @property
    def cities(self) -> tuple[str, ...]:
        """The cities that live by this clock on the day, as they are reached."""
        return (*(part.city for part in self.earlier), self.city)

    @property
    def zones(self) -> tuple[str, ...]:
        """Their zones, in the same order."""
        return (*(part.zone for part in self.earlier), self.zone)

    def minute(self, utc: datetime) -> float:
        """Return what the clock shows at an instant, in minutes since midnight.

        What lies before or after this day gives its first or its last minute.
        """
        if utc >= self.ends_utc:
            return float(DAY)
        wall = from_utc(max(utc, self.starts_utc), self.zone).time
        return min(max((wall - self.wall(0)) / _MINUTE, 0.0), float(DAY))

    def wall(self, minute: int) -> datetime:
        """Return the wall time of a minute of this day; 1440 is the next midnight.

        The clock may skip it or show it twice: see :attr:`skipped` and :attr:`repeated`.
        """
        return datetime.combine(self.day, time()) + minute * _MINUTE

    @property
    def skipped(self) -> tuple[tuple[int, int], ...]:
        """Minutes of the clock face that do not exist on this day, each from and up to."""
        return tuple(self._shifts(forward=True))

    @property
    def repeated(self) -> tuple[tuple[int, int], ...]:
        """Minutes of the clock face that come twice on this day, each from and up to."""
        return tuple(self._shifts(forward=False))

    def _shifts(self, *, forward: bool) -> Iterator[tuple[int, int]]:
        # A change at either midnight counts too: it may skip or repeat minutes on both sides of it.
        if self.ends_utc - self.starts_utc == _ONE_DAY:
            return
        for change in changes(self.starts_utc - _SECOND, self.ends_utc, self.zone):
            before, after = change.at + change.before.offset, change.at + change.after.offset
            low, high = (before, after) if forward else (after, before)
            first, last = (min(max((wall - self.wall(0)) // _MINUTE, 0), DAY) for wall in (low, high))
            if first < last:
                yield first, last


@dataclass(frozen=True, slots=True)
class Column:
    """A local day: a part for each clock that is lived by on it, in the order in which they are reached."""

    day: date
    parts: tuple[Part, ...]


@lru_cache(maxsize=4096)
def midnight(day: date, zone: str) -> datetime:
    """Return the instant at which a local day begins.

    Where the clock is put forward over midnight that is the first moment after it; where it is put back
    over midnight, the last of the two, so that a day is in one piece.

    Raises:
        UnknownZone: no zone has this name.
        TimeError: ``time_out_of_range``.
    """
    check = check_wall(datetime.combine(day, time()), zone)
    if check.gap is not None:
        return check_wall(check.gap.after, zone).instants[0]
    if check.state is WallState.AMBIGUOUS and from_utc(check.instants[1] - _SECOND, zone).time.date() < day:
        return check.instants[1]
    return check.instants[0]


def part(day: date, zone: str, city: str) -> Part:
    """Return a local day by the clock of a zone.

    Raises:
        UnknownZone: no zone has this name.
        TimeError: ``time_out_of_range``.
    """
    return Part(day, zone, city, midnight(day, zone), midnight(day + _ONE_DAY, zone))


def alike(one: Part, other: Part) -> bool:
    """Tell whether two clocks show the same from midnight to midnight, a change within the day included."""
    if (one.day, one.starts_utc, one.ends_utc) != (other.day, other.starts_utc, other.ends_utc):
        return False
    return one.ends_utc - one.starts_utc == _ONE_DAY or _switches(one) == _switches(other)


def _switches(part: Part) -> tuple[tuple[datetime, timedelta, timedelta], ...]:
    found = changes(part.starts_utc - _SECOND, part.ends_utc, part.zone)
    return tuple((change.at, change.before.offset, change.after.offset) for change in found)
