"""The board's columns: the local days that a visit and its entries reach, each with its clocks.

Walls are naive and local, instants naive and in UTC.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from app.domain.board.days import Column, Part, alike, part
from app.domain.board.spans import MOMENT, Span, last_day
from app.domain.time import from_utc

REACH = timedelta(days=60)
_ONE_DAY = timedelta(days=1)


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


def _merged(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Let one part stand for all whose clocks are alike: the last of them, in the place of the first."""
    found: list[Part] = []
    for later in parts:
        for place, one in enumerate(found):
            if alike(one, later):
                found[place] = replace(later, earlier=(*one.earlier, replace(one, earlier=())))
                break
        else:
            found.append(later)
    return tuple(found)


def _ends(span: Span) -> tuple[datetime, datetime]:
    return span.start_utc, max(span.start_utc, span.end_utc - MOMENT)


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
