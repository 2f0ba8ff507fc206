"""What the board and the list say alike of clocks: the hours by the other one, and a day's zones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.board.days import Part
from app.domain.time import Precision, WallState, check_wall, from_utc, offset_minutes, zone_abbreviation
from app.planning.views.board import BoardLine
from app.planning.views.programme import Head, Line
from app.wording import _
from app.wording.dates import days_away, home_difference

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class DayClocks:
    """By which clocks a day is lived: ``KST | EST``, and how far home is away: ``Seoul +14 h``."""

    zones: str
    away: str
    at_home: bool
    ahead: str

    @property
    def words(self) -> str:
        """Both in one line."""
        return (
            _("{zones} · home time").format(zones=self.zones)
            if self.at_home
            else f"{self.zones} · {self.away}"
        )


def day_clocks(head: Head, parts: Sequence[Part]) -> DayClocks:
    """Return the clocks of a day, and how far home is by the last of them.

    Where that clock is changed on the day, both are said: ``CET → CEST · Seoul +8 h → +7 h``.
    """
    names = dict.fromkeys(_names(part, zone) for part in parts for zone in part.zones)
    last = parts[-1]
    first_utc, last_utc = _ends(last)
    return DayClocks(
        zones=" | ".join(names),
        away=home_difference(head.home_city, head.home_zone, last.zone, first_utc, last_utc),
        at_home=all(zone == head.home_zone for part in parts for zone in part.zones),
        ahead=home_difference("", head.home_zone, last.zone, first_utc, last_utc).strip(),
    )


def home_hours(line: Line | BoardLine, home_zone: str) -> str:
    """Return the hours at home: ``17:00–04:30 +1``; nothing where both clocks are one, or no hour is known.

    Their days are counted from the local day on which the entry starts.
    """
    if has_one_clock(line, home_zone):
        return ""
    start, end = (from_utc(utc, home_zone).time for utc in (line.start_utc, line.end_utc))
    return hours_beside(line.day, start, None if is_open(line) else end)


def has_one_clock(line: Line | BoardLine, home_zone: str) -> bool:
    """Tell whether the clock at home says nothing that the local one does not."""
    return line.start_precision is Precision.UNDECIDED or line.start_zone == line.end_zone == home_zone


def hours_beside(on: date, start: datetime, end: datetime | None) -> str:
    """Return hours that stand beside a day, with how far they are from it: ``23:00 −1–01:00``."""
    first = day_beside(on, start)
    last = day_beside(on, end) if end is not None else first
    return f"{start:%H:%M}{'' if first == last else first}–{f'{end:%H:%M}' if end is not None else ''}{last}"


def day_beside(on: date, wall: datetime) -> str:
    """Return on which day a clock stands beside a day: `` +1``, `` −1`` or nothing."""
    return f" {days_away((wall.date() - on).days)}".rstrip()


def is_open(line: Line | BoardLine) -> bool:
    """Tell whether nobody has said when it ends."""
    return Precision.UNDECIDED in {line.start_precision, line.end_precision}


def changes_clock(line: Line | BoardLine) -> bool:
    """Tell whether the clock at the end is another one, not only another zone's."""
    zones = (line.start_zone, line.end_zone)
    return len({offset_minutes(line.end_utc, zone) for zone in zones}) > 1


def is_twofold(line: Line | BoardLine) -> bool:
    """Tell whether an hour of it comes twice on its day, so that its wall clocks alone do not tell it."""
    walls = ((line.start_wall, line.start_zone), (line.end_wall, line.end_zone))
    return any(check_wall(wall, zone).state is WallState.AMBIGUOUS for wall, zone in walls)


def _names(part: Part, zone: str) -> str:
    return " → ".join(dict.fromkeys(zone_abbreviation(utc, zone) for utc in _ends(part)))


def _ends(part: Part) -> tuple[datetime, datetime]:
    """Return the first and the last moment of a part; a day that is skipped has one."""
    return part.starts_utc, max(part.starts_utc, part.ends_utc - _SECOND)
