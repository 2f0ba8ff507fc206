"""Wall clocks and instants.

The wall clock at the place is the truth; instants are derived from it. A wall time is a naive datetime
beside the IANA name of its zone, and a fold where the clock shows it twice (0 the first time, 1 the
second). An instant is a naive datetime in UTC. Durations and overlaps are taken between instants only:
in Python the difference of two local times of one zone is a difference of clock faces.
"""

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from app.domain import zones
from app.domain.zones import TimeError

_MINUTE = timedelta(minutes=1)
_SECOND = timedelta(seconds=1)


class Precision(StrEnum):
    """How sure a time is: exact, about, or still to be decided."""

    EXACT = "exact"
    ABOUT = "about"
    UNDECIDED = "undecided"


class NonexistentTime(TimeError):  # noqa: N818 - it is caught by the name of what it is
    """The clocks were put forward over this wall time: code ``time_nonexistent``.

    ``data`` holds ``wall``, ``zone``, and ``before`` and ``after``: the two nearest wall times there are.
    """

    @property
    def wall(self) -> datetime:
        """The wall time that does not exist."""
        wall: datetime = self.data["wall"]
        return wall

    @property
    def zone(self) -> str:
        """The zone in which it does not exist."""
        zone: str = self.data["zone"]
        return zone

    @property
    def before(self) -> datetime:
        """The last whole minute before the gap, wall time."""
        before: datetime = self.data["before"]
        return before

    @property
    def after(self) -> datetime:
        """The first moment after the gap, wall time."""
        after: datetime = self.data["after"]
        return after


class WallState(StrEnum):
    """How often the clock of a place shows a wall time: once, never, or twice."""

    OK = "ok"
    NONEXISTENT = "nonexistent"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Gap:
    """Wall times that a place skips: from ``starts`` (skipped) to ``ends`` (the first there is again).

    ``before`` is the last whole minute there is before the gap; ``after`` is ``ends``.
    """

    starts: datetime
    ends: datetime

    @property
    def before(self) -> datetime:
        """The last wall time before the gap, to the minute."""
        return self.starts - _MINUTE

    @property
    def after(self) -> datetime:
        """The first wall time after the gap."""
        return self.ends


@dataclass(frozen=True, slots=True)
class WallCheck:
    """What is known of a wall time.

    ``instants`` are the moments (naive UTC) at which the clock shows it, in order, so that ``fold`` is
    their index: none, one or two. ``gap`` is there when the wall time is not.
    """

    state: WallState
    instants: tuple[datetime, ...]
    gap: Gap | None = None


class Wall(NamedTuple):
    """What the clock at a place shows, naive; ``fold`` is 1 the second time it shows an ambiguous time."""

    time: datetime
    fold: int


def check_wall(wall: datetime, zone: str) -> WallCheck:
    """Tell whether the clock of a zone shows a wall time (naive) once, never or twice.

    Raises:
        UnknownZone: no zone has this name.
        TimeError: ``time_out_of_range``, the year is outside of what can be computed.
    """
    wall = _naive(wall, zone)
    readings = sorted({wall - _offset_as_read(wall, fold, zone) for fold in (0, 1)})
    instants = tuple(instant for instant in readings if from_utc(instant, zone).time == wall)
    if not instants:
        return WallCheck(WallState.NONEXISTENT, (), _gap(wall, readings, zone))
    return WallCheck(WallState.OK if len(instants) == 1 else WallState.AMBIGUOUS, instants)


def to_utc(wall: datetime, zone: str, fold: int = 0) -> datetime:
    """Return the instant (naive UTC) at which the clock of a zone shows a wall time (naive).

    ``fold`` 1 means the second of the two times that an ambiguous wall time is shown; it says nothing
    about any other.

    Raises:
        NonexistentTime: the clock skips it; the error offers the nearest times.
        UnknownZone: no zone has this name.
        TimeError: ``time_out_of_range``.
    """
    check = check_wall(wall, zone)
    if check.gap is not None:
        raise NonexistentTime(
            "time_nonexistent", wall=wall, zone=zone, before=check.gap.before, after=check.gap.after
        )
    return check.instants[-1 if fold else 0]


def from_utc(utc: datetime, zone: str) -> Wall:
    """Return what the clock of a zone shows at an instant (naive UTC).

    Raises:
        UnknownZone: no zone has this name.
        TimeError: ``time_out_of_range``.
    """
    local = _naive(utc, zone).replace(tzinfo=UTC).astimezone(zones.zone(zone))
    return Wall(local.replace(tzinfo=None, fold=0), local.fold)


def duration(start_utc: datetime, end_utc: datetime) -> timedelta:
    """Return the time that passes between two instants (naive UTC); negative if the end is earlier."""
    return _instant(end_utc) - _instant(start_utc)


def offset_minutes(utc: datetime, zone: str) -> int:
    """Return how far a zone's clock is ahead of UTC at an instant (naive UTC), in minutes.

    Since 1972 every offset is a whole number of minutes; an older one is rounded down.

    Raises:
        UnknownZone: no zone has this name.
    """
    return zones.phase(_instant(utc), zone).offset // _MINUTE


def home_difference(utc: datetime, local_zone: str, home_zone: str) -> int:
    """Return how far the clock at home is ahead of the local one at an instant (naive UTC), in minutes.

    For a delegation from Seoul in Washington in winter it is 840: "Seoul +14 h".

    Raises:
        UnknownZone: no zone has one of the names.
    """
    return offset_minutes(utc, home_zone) - offset_minutes(utc, local_zone)


def zone_abbreviation(utc: datetime, zone: str) -> str:
    """Return the zone's own short name at an instant (naive UTC): ``CEST``, or ``+0545`` where none is used.

    Raises:
        UnknownZone: no zone has this name.
    """
    return zones.phase(_instant(utc), zone).abbreviation


def _offset_as_read(wall: datetime, fold: int, zone: str) -> timedelta:
    """Return the offset by which zoneinfo reads a wall time, that of a skipped one included (PEP 495)."""
    return wall.replace(tzinfo=zones.zone(zone), fold=fold).utcoffset() or timedelta()


def _gap(wall: datetime, readings: list[datetime], zone: str) -> Gap:
    """Return the gap that a wall time lies in; its two readings stand on either side of the change."""
    for change in zones.changes(readings[0] - _SECOND, readings[-1] + _SECOND, zone):
        gap = Gap(change.at + change.before.offset, change.at + change.after.offset)
        if gap.starts <= wall < gap.ends:
            return gap
    raise AssertionError(f"{wall} in {zone} is read as no instant, yet lies in no gap")


def _instant(utc: datetime) -> datetime:
    if utc.tzinfo is not None:
        raise TypeError("times carry no tzinfo here: the zone stands beside them")
    return utc


def _naive(time: datetime, zone: str) -> datetime:
    """Check a datetime from a caller; leave room for an offset at both ends of the calendar."""
    if not MINYEAR < _instant(time).year < MAXYEAR:
        raise TimeError("time_out_of_range", time=time, zone=zone)
    return time.replace(fold=0)
