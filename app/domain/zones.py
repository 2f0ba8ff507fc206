"""Time zones by IANA name: which there are, what their clocks show, when they are put forward or back.

Every zone comes from the ``tzdata`` package that is shipped with the program, once
:func:`use_shipped_zones` has been called; Python would else prefer the system's own, often older files.
Instants are naive datetimes in UTC, as the database stores them.
"""

import importlib
import zoneinfo
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

from app.domain.errors import PlanningError

#: Names in the zone database that are no place's time.
_NO_PLACE = frozenset({"Factory", "localtime"})
#: No two changes of one zone since 1901 lie closer than six days (Cambridge Bay, 2000).
_STEP = timedelta(days=3)
_SECOND = timedelta(seconds=1)


class TimeError(PlanningError, ValueError):
    """A time or a zone that cannot be. ``data`` holds what the sentence needs."""


class UnknownZone(TimeError):  # noqa: N818 - it is caught by the name of what it is
    """No zone has this name: code ``zone_unknown``, ``data["zone"]`` the name."""


def use_shipped_zones() -> None:
    """Make the shipped ``tzdata`` package the only source of zones. Call once, before any other use."""
    zoneinfo.reset_tzpath(to=[])
    ZoneInfo.clear_cache()
    known_zones.cache_clear()
    _load.cache_clear()


@cache
def known_zones() -> frozenset[str]:
    """Return the IANA names of all zones, older names (``Asia/Calcutta``) among them."""
    return frozenset(zoneinfo.available_timezones()) - _NO_PLACE


def zone_data_version() -> str:
    """Return the version of the shipped zone data, like ``2026f``.

    Stored instants are derived from wall times with one version; under another they are derived again.
    """
    return str(importlib.import_module("tzdata").IANA_VERSION)


def zone(name: str) -> ZoneInfo:
    """Return the zone of an IANA name.

    Raises:
        UnknownZone: there is none, or the name is written in other letters.
    """
    if name not in known_zones():
        raise UnknownZone("zone_unknown", zone=name)
    return _load(name)


@cache
def _load(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def zone_city(name: str) -> str:
    """Return the city that a zone is named after: ``New York`` of ``America/New_York``."""
    return name.rsplit("/", 1)[-1].replace("_", " ")


def posix_rule(name: str) -> str:
    """Return the rule by which a zone goes on after its last listed change, in POSIX TZ notation.

    It is the last line of the zone's file (RFC 8536, section 3.3): ``CET-1CEST,M3.5.0,M10.5.0/3``.

    Raises:
        UnknownZone: no zone has this name.
    """
    zone(name)
    content = resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()
    return content.rsplit(b"\n", 2)[-2].decode("ascii")


@dataclass(frozen=True, slots=True)
class Phase:
    """What a zone's clocks show between two changes.

    ``offset`` is local time minus UTC; ``abbreviation`` is like ``CET`` or ``+0545``. ``saving`` is the
    part of the offset that the zone data calls daylight saving: negative in Dublin's winter.
    """

    offset: timedelta
    abbreviation: str
    saving: timedelta


@dataclass(frozen=True, slots=True)
class Change:
    """A moment (naive UTC) from which a zone's clocks show another offset or abbreviation."""

    at: datetime
    before: Phase
    after: Phase


def phase(at: datetime, name: str) -> Phase:
    """Return what the clocks of a zone show at an instant (naive UTC).

    Raises:
        UnknownZone: no zone has this name.
    """
    local = at.replace(tzinfo=UTC).astimezone(zone(name))
    return Phase(local.utcoffset() or timedelta(), local.tzname() or "", local.dst() or timedelta())


def changes(start: datetime, end: datetime, name: str) -> Iterator[Change]:
    """Yield the changes of a zone after ``start`` and up to ``end`` (both naive UTC), in order.

    Clocks are changed at whole seconds, so parts of a second in the arguments are dropped.

    Raises:
        UnknownZone: no zone has this name.
    """
    early, end = start.replace(microsecond=0), end.replace(microsecond=0)
    before = phase(early, name)
    while early < end:
        late = min(early + _STEP, end)
        after = phase(late, name)
        if not _alike(before, after):
            yield Change(_first_differing(early, late, name), before, after)
        early, before = late, after


def _first_differing(early: datetime, late: datetime, name: str) -> datetime:
    """Return the first whole second after ``early`` at which the clocks show what they show at ``late``."""
    first = phase(early, name)
    while late - early > _SECOND:
        middle = early + (late - early) // _SECOND // 2 * _SECOND
        if _alike(phase(middle, name), first):
            early = middle
        else:
            late = middle
    return late


def _alike(one: Phase, other: Phase) -> bool:
    return one.offset == other.offset and one.abbreviation == other.abbreviation
