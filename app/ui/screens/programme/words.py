"""What the list says of an entry and of a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.time import Precision, from_utc, zone_abbreviation
from app.domain.words import EntryKind
from app.planning.views.programme import Head, Line, day_of
from app.ui.tables.grouping import GroupWords
from app.wording import _, ngettext
from app.wording.dates import clock, day, days_away, home_difference


@dataclass(frozen=True, slots=True)
class ListRow:
    """A line as the list shows it: by the clock of its place, or by that of home."""

    line: Line
    head: Head
    home: bool = False

    @property
    def id(self) -> str:
        """The entry."""
        return self.line.id

    @property
    def title(self) -> str:
        """What it is called."""
        return self.line.title


def starts(row: ListRow) -> str:
    """Return when a line starts by the clock that leads: ``10:30``, ``10:30 KST``."""
    line = row.line
    if row.home:
        wall = from_utc(line.start_utc, row.head.home_zone).time
        return f"{clock(wall, line.start_precision)}{_later(wall, line)}"
    zone = _zone(line.start_utc, line.start_zone) if _two_clocks(line) else ""
    return f"{clock(line.start_wall, line.start_precision)}{zone}"


def ends(row: ListRow) -> str:
    """Return when a line ends by the clock that leads, and on which day after: ``08:05 CET +1``."""
    line = row.line
    if _is_open(line):
        return ""
    if row.home:
        wall = from_utc(line.end_utc, row.head.home_zone).time
        return f"{clock(wall, line.end_precision)}{_later(wall, line)}"
    zone = _zone(line.end_utc, line.end_zone) if _two_clocks(line) else ""
    return f"{clock(line.end_wall, line.end_precision)}{zone}{_later(line.end_wall, line)}"


def other_clock(row: ListRow) -> str:
    """Return the hours by the clock that does not lead; nothing where both are one, or no hour is known."""
    line, home = row.line, row.head.home_zone
    if line.start_precision is Precision.UNDECIDED or line.start_zone == line.end_zone == home:
        return ""
    if row.home:
        walls = (line.start_wall, line.end_wall)
    else:
        walls = (from_utc(line.start_utc, home).time, from_utc(line.end_utc, home).time)
    first, last = (_later(wall, line) for wall in walls)
    start, end = walls
    return f"{start:%H:%M}{'' if first == last else first}–{'' if _is_open(line) else f'{end:%H:%M}'}{last}"


def where(line: Line) -> str:
    """Return where a line is: the way of a journey, else the place."""
    way = " → ".join(part for part in (line.from_name, line.to_name) if part)
    place = line.place or ""
    return (way or place) if line.kind is EntryKind.TRAVEL else (place or way)


def parties(line: Line) -> str:
    """Return for whom a line is."""
    return ", ".join(line.parties) or _("Everyone")


def day_heading(rows: Sequence[ListRow]) -> GroupWords:
    """Return the words above a day: ``Mon 22 Jan``, ``Seoul → Washington``, ``KST | EST · Seoul +14 h``."""
    head, lines = rows[0].head, sorted((row.line for row in rows), key=_order)
    of_day = day_of(head, lines)
    short = list(dict.fromkeys(zone_abbreviation(of_day.utc, zone) for zone in of_day.zones))
    away = home_difference(head.home_city, head.home_zone, of_day.zones[-1], of_day.utc)
    same = of_day.zones == (head.home_zone,)
    zones = " | ".join(short)
    return GroupWords(
        title=day(of_day.day),
        detail=" → ".join(of_day.cities),
        aside=_("{zones} · home time").format(zones=zones) if same else f"{zones} · {away}",
    )


def heading(title: str, rows: Sequence[ListRow]) -> GroupWords:
    """Return the words above any other group: what its rows share, and how many they are."""
    return GroupWords(
        title, aside=ngettext("{count} entry", "{count} entries", len(rows)).format(count=len(rows))
    )


def _order(line: Line) -> tuple[date, datetime, datetime, str]:
    return line.order


def _two_clocks(line: Line) -> bool:
    return line.start_zone != line.end_zone and line.start_precision is not Precision.UNDECIDED


def _is_open(line: Line) -> bool:
    """Whether nobody has said when it ends."""
    return Precision.UNDECIDED in {line.start_precision, line.end_precision}


def _zone(utc: datetime, zone: str) -> str:
    return f" {zone_abbreviation(utc, zone)}"


def _later(wall: datetime, line: Line) -> str:
    """Return on which day a clock stands beside the day of the line: `` +1``, `` −1`` or nothing."""
    return f" {days_away((wall.date() - line.day).days)}".rstrip()
