"""What a row of the programme says, worked out once: the painter and the screen reader read the same."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.time import Precision, from_utc, zone_abbreviation
from app.domain.words import EntryKind, EntryStatus
from app.planning.views.programme import Day, Head, Line
from app.wording import _, ngettext
from app.wording.dates import clock, day, days_away, home_difference
from app.wording.names import word_name


@dataclass(frozen=True, slots=True)
class Heading:
    """The words above a day's lines."""

    day: str
    cities: str
    zones: str

    @property
    def spoken(self) -> str:
        """The heading in one sentence."""
        return f"{self.day} · {self.cities} · {self.zones}"


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one line. ``time`` leads; ``other`` is the second clock, muted."""

    time: str
    other: str
    title: str
    second: str
    kind: EntryKind
    status: EntryStatus
    word: str
    marking: int
    badge: str
    parties: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """The line in one sentence, as a screen reader says it."""
        kind = word_name(self.kind)
        parts = (self.title, self.time, self.other, kind, self.word, self.second, *self.parties, self.badge)
        return ", ".join(part for part in parts if part)


def heading(head: Head, of_day: Day) -> Heading:
    """Return the words of a day: ``Mon 22 Jan``, ``Seoul → Washington``, ``KST | EST · Seoul +14 h``."""
    short = list(dict.fromkeys(zone_abbreviation(of_day.utc, zone) for zone in of_day.zones))
    away = home_difference(head.home_city, head.home_zone, of_day.zones[-1], of_day.utc)
    same = of_day.zones == (head.home_zone,)
    zones = " | ".join(short)
    return Heading(
        day=day(of_day.day),
        cities=" → ".join(of_day.cities),
        zones=_("{zones} · home time").format(zones=zones) if same else f"{zones} · {away}",
    )


def row(head: Head, line: Line, names: tuple[str, ...], *, home_first: bool) -> Row:
    """Return the words of a line; ``names`` are the planner's names of the markings."""
    local, home = _local(line), _home(head, line)
    away = home if home_first else _named(home, head.home_city) if home else ""
    return Row(
        time=(away or local) if home_first else local,
        other=local if home_first and home else "" if home_first else away,
        title=line.title,
        second=_second(line),
        kind=line.kind,
        status=line.status,
        word="" if line.status is EntryStatus.CONFIRMED else word_name(line.status),
        marking=int(line.marking),
        badge="" if line.marking is head.marking else names[line.marking],
        parties=line.parties,
    )


def _local(line: Line) -> str:
    if line.start_precision is Precision.UNDECIDED:
        return clock(line.start_wall, line.start_precision)
    start, end = clock(line.start_wall, line.start_precision), clock(line.end_wall, line.end_precision)
    later = _later(line.end_wall, line.day)
    if line.start_zone == line.end_zone:
        return f"{start}–{end}{later}"
    ends = (line.start_utc, line.start_zone), (line.end_utc, line.end_zone)
    first, last = (zone_abbreviation(utc, zone) for utc, zone in ends)
    return f"{start} {first} → {end} {last}{later}"


def _home(head: Head, line: Line) -> str:
    """Return the hours at home, or nothing where they are those of the place or not yet known."""
    if line.start_precision is Precision.UNDECIDED or line.start_zone == line.end_zone == head.home_zone:
        return ""
    start, end = (from_utc(utc, head.home_zone).time for utc in (line.start_utc, line.end_utc))
    first, last = _later(start, line.day), _later(end, line.day)
    return f"{start:%H:%M}{'' if first == last else first}–{end:%H:%M}{last}"


def _named(hours: str, city: str) -> str:
    return _("{hours} {city}").format(hours=hours, city=city)


def _later(wall: datetime, than: date) -> str:
    """Return on which day a clock stands beside the day of the line: `` +1``, `` −1`` or nothing."""
    return f" {days_away((wall.date() - than).days)}".rstrip()


def _second(line: Line) -> str:
    way = " → ".join(part for part in (line.from_name, line.to_name) if part)
    where = (way or line.place) if line.kind is EntryKind.TRAVEL else (line.place or way)
    people = ngettext("{count} person", "{count} people", line.participants).format(count=line.participants)
    parts = (where or "", line.room, people if line.participants else "")
    return " · ".join(part for part in parts if part)
