"""The times of an entry on paper: at the place and at home, with a mark where the day is another."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.time import Precision, from_utc, to_utc, zone_abbreviation
from app.domain.zones import TimeError
from app.planning.released import EPOCH, Entry, Stop
from app.publish.book.text import joined
from app.wording import dates


@dataclass(frozen=True, slots=True)
class Clock:
    """One end of an entry: what the clock there shows, its zone's short name, and the clock at home."""

    local: str
    abbreviation: str
    home: str


@dataclass(frozen=True, slots=True)
class Times:
    """Both ends of an entry; ``two_zones`` where they stand in different zones."""

    start: Clock
    end: Clock
    two_zones: bool

    @property
    def span(self) -> str:
        """The local span, with the zone's short name at each end that needs it."""
        if not self.start.local:
            return ""
        if self.two_zones:
            return f"{self.start.local} {self.start.abbreviation} → {self.end.local} {self.end.abbreviation}"
        return f"{_dash(self.start.local, self.end.local)} {self.start.abbreviation}"

    @property
    def home_span(self) -> str:
        """The span at home."""
        return _dash(self.start.home, self.end.home)


def _dash(start: str, end: str) -> str:
    if not end or start == end:
        return start
    return f"{start}–{end}" if start.isascii() and " " not in start + end else f"{start} – {end}"


def times(entry: Entry, home_zone: str) -> Times:
    """Return the times of an entry; days are counted from the local day on which it starts."""
    day = entry.start_wall.date()
    start = _clock(entry.start_utc, entry.start_wall, entry.start_zone, entry.start_precision, home_zone, day)
    end = _clock(entry.end_utc, entry.end_wall, entry.end_zone, entry.end_precision, home_zone, day)
    return Times(start, end, two_zones=entry.start_zone != entry.end_zone)


def _clock(
    utc: datetime, wall: datetime, zone: str, precision: Precision, home_zone: str, day: date
) -> Clock:
    if wall == EPOCH:
        return Clock("", "", "")
    home = from_utc(utc, home_zone).time
    local = with_day(wall, day, precision)
    if precision is Precision.UNDECIDED:
        return Clock(local, zone_abbreviation(utc, zone), "")
    return Clock(local, zone_abbreviation(utc, zone), with_day(home, day, Precision.EXACT))


def with_day(wall: datetime, day: date, precision: Precision) -> str:
    """Return a clock's time with how many days it lies after ``day``: ``01:15 +1``."""
    ahead = (wall.date() - day).days
    clock = dates.clock(wall, precision)
    if not ahead or precision is Precision.UNDECIDED:
        return clock
    return f"{clock}\u00a0{dates.days_away(ahead)}"


def running(entry: Entry, minutes: int) -> str:
    """Return what the clock at the place shows some minutes after an entry began."""
    return f"{from_utc(entry.start_utc + timedelta(minutes=minutes), entry.start_zone).time:%H:%M}"


def minutes_of(entry: Entry) -> int:
    """Return how long an entry lasts, in minutes."""
    return int((entry.end_utc - entry.start_utc).total_seconds() // 60)


def difference(city: str, home_zone: str, zone: str, utc: datetime) -> str:
    """Return how far home is ahead, or nothing where the clocks agree: ``Seoul +14 h``."""
    if from_utc(utc, home_zone).time == from_utc(utc, zone).time:
        return ""
    return dates.home_difference(city, home_zone, zone, utc).strip()


def noon(day: date, zone: str) -> datetime:
    """Return the instant of noon on a day in a zone; noon is never skipped by a change of clocks."""
    try:
        return to_utc(datetime.combine(day, datetime.min.time()) + timedelta(hours=12), zone)
    except TimeError:
        return EPOCH


def zone_of(stop: Stop, home_city: str, home_zone: str) -> str:
    """Return a stop's zone and its difference from home, both differences where it changes in between."""
    first, last = noon(stop.arrives_on, stop.zone), noon(stop.leaves_on, stop.zone)
    ahead = difference(home_city, home_zone, stop.zone, first)
    later = difference(home_city, home_zone, stop.zone, last)
    change = f"{ahead} → {later}" if ahead != later and ahead and later else ahead or later
    return joined(zone_abbreviation(first, stop.zone), change)
