"""What a box of the board says: the painter and the screen reader have the same words."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.board.pieces import Piece
from app.domain.time import Precision, from_utc, zone_abbreviation
from app.domain.words import EntryKind, EntryStatus
from app.planning.views.board import BoardLine
from app.planning.views.programme import Head
from app.ui.screens.programme.board.amiss import Amiss
from app.ui.screens.programme.both_clocks import changes_clock, home_hours, is_twofold
from app.wording import _, ngettext
from app.wording.dates import clock, day, day_within, days_away, duration
from app.wording.names import word_name


@dataclass(frozen=True, slots=True)
class Face:
    """The words and marks of a box. ``badge`` is the marking's name where it is not the visit's own.

    ``clash`` says with what it clashes, ``late`` that the way to it takes longer than there is time.
    """

    title: str
    time: str
    second: str
    kind: EntryKind
    status: EntryStatus
    precision: Precision
    marking: int
    badge: str
    clash: str
    late: str = ""

    @property
    def hatched(self) -> bool:
        """Whether it is a way, not a stay."""
        return self.kind is EntryKind.TRAVEL


def face(
    head: Head, line: BoardLine, piece: Piece, amiss: Amiss, names: Sequence[str], *, home: bool
) -> Face:
    """Return what a box says; ``names`` are the planner's names of the markings."""
    return Face(
        title=line.title,
        time=_time(head, line, piece, home=home),
        second=_second(line),
        kind=line.kind,
        status=line.status,
        precision=_loosest(line),
        marking=int(line.marking),
        badge="" if line.marking is head.marking else names[line.marking],
        clash=amiss.clash,
        late=amiss.late if piece.starts else "",
    )


def spoken(head: Head, line: BoardLine, amiss: Amiss, names: Sequence[str]) -> str:
    """Return an entry in one sentence, as a screen reader says it: title, day, times, clash."""
    badge = "" if line.marking is head.marking else names[line.marking]
    words = (
        line.title,
        *_when(head, line),
        word_name(line.kind),
        _status(line),
        _second(line),
        badge,
        amiss.clash,
        amiss.late,
    )
    return ", ".join(part for part in words if part)


def told(head: Head, line: BoardLine, amiss: Amiss, names: Sequence[str]) -> str:
    """Return all there is to know of an entry at a glance, one thing in each line: the tip over its box."""
    people = ngettext("{count} person", "{count} people", line.participants).format(count=line.participants)
    rows = (
        (line.title,),
        _when(head, line),
        (word_name(line.kind), _status(line), names[line.marking]),
        (_second(line),),
        (", ".join(line.parties), people if line.participants else ""),
        (amiss.clash,),
        (amiss.late,),
    )
    return "\n".join(" · ".join(part for part in row if part) for row in rows if any(row))


def _when(head: Head, line: BoardLine) -> tuple[str, str, str]:
    hours = _both_clocks(line) if changes_clock(line) else _hours(line)
    on = day_within(line.start_wall.date(), head.starts_on, head.ends_on)
    return on, hours, _home_hours(head, line)


def _status(line: BoardLine) -> str:
    return "" if line.status is EntryStatus.CONFIRMED else word_name(line.status)


def _time(head: Head, line: BoardLine, piece: Piece, *, home: bool) -> str:
    if line.start_precision is Precision.UNDECIDED:
        return clock(line.start_wall, line.start_precision)
    if home:
        return _home_span(head, line)
    if not changes_clock(line):
        return _hours(line)
    minutes = int((line.end_utc - line.start_utc).total_seconds()) // 60
    length = _together(duration(minutes))
    left, lands = clock(line.start_wall, line.start_precision), clock(line.end_wall, line.end_precision)
    left = _together(f"{left} {zone_abbreviation(line.start_utc, line.start_zone)}")
    lands = _together(f"{lands} {zone_abbreviation(line.end_utc, line.end_zone)}")
    if piece.starts and piece.ends:
        return _("{start} → {end} · {length}").format(start=left, end=lands, length=length)
    if piece.starts:
        return _("leaves {start} · {length}").format(start=left, length=length)
    return _("arrives {end}").format(end=lands) if piece.ends else _("on the way")


def _together(text: str) -> str:
    """Let no line end within a text."""
    return text.replace(" ", "\u00a0")


def _hours(line: BoardLine) -> str:
    if line.start_precision is Precision.UNDECIDED:
        return clock(line.start_wall, line.start_precision)
    start, end = clock(line.start_wall, line.start_precision), clock(line.end_wall, _last_precision(line))
    if is_twofold(line):
        start = _together(f"{start} {zone_abbreviation(line.start_utc, line.start_zone)}")
        end = _together(f"{end} {zone_abbreviation(line.end_utc, line.end_zone)}")
    later = days_away((line.end_wall.date() - line.start_wall.date()).days)
    return f"{start}–{end} {later}".rstrip()


def _last_precision(line: BoardLine) -> Precision:
    """Return how sure its end is; that both ends are about is said once, at the first."""
    both = line.start_precision is line.end_precision is Precision.ABOUT
    return Precision.EXACT if both else line.end_precision


def _both_clocks(line: BoardLine) -> str:
    start = f"{clock(line.start_wall)} {zone_abbreviation(line.start_utc, line.start_zone)}"
    end = (
        f"{day(line.end_wall.date())} {clock(line.end_wall)} {zone_abbreviation(line.end_utc, line.end_zone)}"
    )
    return f"{start} → {end}"


def _home_span(head: Head, line: BoardLine) -> str:
    """Return the hours at home where they lead: their days are those of the board."""
    start, end = (from_utc(utc, head.home_zone).time for utc in (line.start_utc, line.end_utc))
    if line.end_precision is Precision.UNDECIDED:
        return f"{clock(start, line.start_precision)}–{clock(end, line.end_precision)}"
    later = days_away((end.date() - start.date()).days)
    return f"{clock(start, line.start_precision)}–{clock(end, _last_precision(line))} {later}".rstrip()


def _home_hours(head: Head, line: BoardLine) -> str:
    hours = home_hours(line, head.home_zone)
    return hours and _("{hours} in {city}").format(hours=hours, city=head.home_city)


def _second(line: BoardLine) -> str:
    way = " → ".join(part for part in (line.from_name, line.to_name) if part)
    where = (way or line.place) if line.kind is EntryKind.TRAVEL else (line.place or way)
    return " · ".join(part for part in (where or "", line.room) if part)


def _loosest(line: BoardLine) -> Precision:
    both = (line.start_precision, line.end_precision)
    return next((one for one in (Precision.UNDECIDED, Precision.ABOUT) if one in both), Precision.EXACT)
