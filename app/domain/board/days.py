"""The board's columns: a local day each, with a part for each clock that is lived by on it.

Walls are naive and local, instants naive and in UTC.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Protocol

from app.domain.time import WallState, check_wall, from_utc
from app.domain.zones import changes

DAY = 24 * 60  # minutes that a day's clock face shows
REACH = timedelta(days=60)
_MINUTE = timedelta(minutes=1)
_MOMENT = timedelta(microseconds=1)
_ONE_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


class Span(Protocol):
    """What stands on the board from one wall clock to another."""

    @property
    def id(self) -> str:
        """Its key."""

    @property
    def start_wall(self) -> datetime:
        """What the clock shows where it starts."""

    @property
    def start_zone(self) -> str:
        """The zone of that clock."""

    @property
    def start_utc(self) -> datetime:
        """The instant at which it starts."""

    @property
    def end_wall(self) -> datetime:
        """What the clock shows where it ends."""

    @property
    def end_zone(self) -> str:
        """The zone of that clock."""

    @property
    def end_utc(self) -> datetime:
        """The instant at which it ends."""


class Stop(Protocol):
    """A city with the local days spent there; :class:`Stay` is one."""

    @property
    def city(self) -> str:
        """Its name."""

    @property
    def zone(self) -> str:
        """Its zone."""

    @property
    def arrives_on(self) -> date:
        """The first local day there."""

    @property
    def leaves_on(self) -> date:
        """The last one."""


@dataclass(frozen=True, slots=True)
class Stay:
    """A city with the local days spent there."""

    city: str
    zone: str
    arrives_on: date
    leaves_on: date


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


def _merged(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Let one part stand for all whose clocks are alike: the last of them, in the place of the first."""
    found: list[Part] = []
    for later in parts:
        for place, part in enumerate(found):
            if alike(part, later):
                found[place] = replace(later, earlier=(*part.earlier, replace(part, earlier=())))
                break
        else:
            found.append(later)
    return tuple(found)


def last_day(span: Span) -> date:
    """Return the local day on which a span ends: what ends at midnight ends on the day before.

    Something without length that stands at midnight ends where it starts.
    """
    if span.end_utc <= span.start_utc:
        return span.end_wall.date()
    return (span.end_wall - _MOMENT).date()


def columns(
    spans: Iterable[Span],
    *,
    first: date,
    last: date,
    stays: Sequence[Stop],
    home_zone: str,
    home_city: str,
    city_of: Callable[[date, str], str],
) -> tuple[Column, ...]:
    """Return the days from the earliest to the latest of ``first``, ``last`` and what the spans reach.

    A day's zones are those in which something starts or ends on it, in that order; zones whose clocks show
    the same all day share a part. A day with none has the zone of the last stay that reaches it, else that of
    the day before, else home's. A span more than 60 days away from both ``first`` and ``last`` (a slip of the
    year) adds no days.
    """
    spans = tuple(spans)
    zones = _zones(spans)
    found: list[Column] = []
    zone, city = home_zone, home_city
    for day in _days(spans, first, last):
        lived_by = zones.get(day)
        if lived_by:
            parts = _merged(part(day, name, city_of(day, name)) for name in lived_by)
        else:
            for stay in stays:
                if stay.arrives_on <= day <= stay.leaves_on:
                    zone, city = stay.zone, stay.city
            parts = (part(day, zone, city),)
        zone, city = parts[-1].zone, parts[-1].city
        found.append(Column(day, parts))
    return tuple(found)


def home_columns(
    spans: Iterable[Span], *, first: date, last: date, home_zone: str, home_city: str
) -> tuple[Column, ...]:
    """Return the days by the clock at home, one part each: ``first`` to ``last`` and what spans reach."""
    reached = [from_utc(utc, home_zone).time.date() for span in spans for utc in _ends(span)]
    return tuple(Column(day, (part(day, home_zone, home_city),)) for day in _between(reached, first, last))


def _ends(span: Span) -> tuple[datetime, datetime]:
    return span.start_utc, max(span.start_utc, span.end_utc - _MOMENT)


def _zones(spans: Sequence[Span]) -> dict[date, tuple[str, ...]]:
    """Return the zones of each day in which something starts or ends, in the order of the instants."""
    marks = sorted(
        mark
        for span in spans
        for mark in (
            (span.start_utc, 1, span.start_zone, span.start_wall.date()),
            # At one instant, what ends comes before what starts.
            (span.end_utc, 0, span.end_zone, last_day(span)),
        )
    )
    zones: dict[date, dict[str, None]] = {}
    for _, _, zone, day in marks:
        zones.setdefault(day, {})[zone] = None
    return {day: tuple(names) for day, names in zones.items()}


def _days(spans: Sequence[Span], first: date, last: date) -> Iterator[date]:
    reached = [day for span in spans for day in (span.start_wall.date(), last_day(span))]
    return _between(reached, first, last)


def _between(reached: Sequence[date], first: date, last: date) -> Iterator[date]:
    near = [day for day in reached if first - REACH <= day <= last + REACH]
    earliest, latest = min((first, *near)), max((last, *near))
    return (earliest + day * _ONE_DAY for day in range((latest - earliest).days + 1))
