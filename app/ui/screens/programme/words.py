"""What the list says of an entry and of a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.board.days import part
from app.domain.time import Precision, from_utc, zone_abbreviation
from app.domain.words import EntryKind
from app.planning.views.programme import Head, Line, day_of
from app.ui.screens.programme.both_clocks import (
    day_beside,
    day_clocks,
    has_one_clock,
    home_hours,
    hours_beside,
    is_open,
    is_twofold,
)
from app.ui.tables.grouping import GroupWords
from app.wording import _, ngettext
from app.wording.dates import clock, day_within


@dataclass(frozen=True, slots=True)
class ListRow:
    """A line as the list shows it: by the clock of its place, or of home; one that is ``cut`` goes away."""

    line: Line
    head: Head
    home: bool = False
    cut: bool = False

    @property
    def id(self) -> str:
        """The entry."""
        return self.line.id

    @property
    def title(self) -> str:
        """What it is called."""
        return self.line.title


def day_words(row: ListRow) -> str:
    """Return the local day on which a line starts."""
    return _day(row.head, row.line.day)


def starts(row: ListRow) -> str:
    """Return when a line starts by the clock that leads: ``10:30``, ``10:30 KST``."""
    line = row.line
    if row.home:
        wall = from_utc(line.start_utc, row.head.home_zone).time
        return f"{clock(wall, line.start_precision)}{day_beside(line.day, wall)}"
    zone = _zone(line.start_utc, line.start_zone) if _names_zones(line) else ""
    return f"{clock(line.start_wall, line.start_precision)}{zone}"


def ends(row: ListRow) -> str:
    """Return when a line ends by the clock that leads, and on which day after: ``08:05 CET +1``."""
    line = row.line
    if is_open(line):
        return ""
    if row.home:
        wall = from_utc(line.end_utc, row.head.home_zone).time
        return f"{clock(wall, line.end_precision)}{day_beside(line.day, wall)}"
    zone = _zone(line.end_utc, line.end_zone) if _names_zones(line) else ""
    return f"{clock(line.end_wall, line.end_precision)}{zone}{day_beside(line.day, line.end_wall)}"


def other_clock(row: ListRow) -> str:
    """Return the hours by the clock that does not lead; nothing where both are one, or no hour is known."""
    line, home = row.line, row.head.home_zone
    if not row.home:
        return home_hours(line, home)
    if has_one_clock(line, home):
        return ""
    return hours_beside(line.day, line.start_wall, None if is_open(line) else line.end_wall)


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
    parts = [part(of_day.day, zone, "") for zone in of_day.zones]
    return GroupWords(
        title=_day(head, of_day.day), detail=" → ".join(of_day.cities), aside=day_clocks(head, parts).words
    )


def heading(title: str, rows: Sequence[ListRow]) -> GroupWords:
    """Return the words above any other group: what its rows share, and how many they are."""
    return GroupWords(
        title, aside=ngettext("{count} entry", "{count} entries", len(rows)).format(count=len(rows))
    )


def _day(head: Head, day: date) -> str:
    return day_within(day, head.starts_on, head.ends_on)


def _order(line: Line) -> tuple[date, datetime, datetime, str]:
    return line.order


def _names_zones(line: Line) -> bool:
    if line.start_precision is Precision.UNDECIDED:
        return False
    return line.start_zone != line.end_zone or is_twofold(line)


def _zone(utc: datetime, zone: str) -> str:
    return f" {zone_abbreviation(utc, zone)}"
