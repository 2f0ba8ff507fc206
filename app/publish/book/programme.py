"""The programme, line by line: local time and home time, what, where, who, and what else to know."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from reportlab.lib.colors import HexColor

from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus
from app.domain.zones import zone_city
from app.planning.released import EPOCH, Entry
from app.publish.book.blocks import Anchor, Block, para
from app.publish.book.clocks import Clock, difference, times
from app.publish.book.fonts import SEMIBOLD
from app.publish.book.lines import facts, leg_line, place_line
from app.publish.book.parts import tab_link, text, title
from app.publish.book.rows import Row, row
from app.publish.book.styles import BAD, COLUMN, DAY, INK, MUTED, SMALL, STRONG, TEXT, WARN
from app.publish.book.text import Span, joined
from app.publish.book.view import Book
from app.wording import _, dates
from app.wording.names import word_name

COLUMNS = (72.0, 50.0, 1.0)
WHOLE = 170.0  # an entry lower than this stays on one page
TIME = replace(STRONG, after=0)
HOME = replace(TEXT, colour=MUTED, after=0)

_KINDS = {
    EntryKind.MEETING: "#1F4E8C",
    EntryKind.BRIEFING: "#1F4E8C",
    EntryKind.SITE_VISIT: "#0F766E",
    EntryKind.MEAL: "#8A5D00",
    EntryKind.CEREMONY: "#7C3AAB",
    EntryKind.MEDIA: "#7C3AAB",
    EntryKind.TRAVEL: "#5F6875",
}
EDGES = {kind: HexColor(colour) for kind, colour in _KINDS.items()}
QUIET = HexColor("#94A3B8")


@dataclass(frozen=True, slots=True)
class Day:
    """The entries that start on one local day in one zone."""

    number: int
    day: date
    zone: str
    entries: tuple[Entry, ...]


def compose(book: Book) -> list[Block]:
    """Return the programme day by day; nothing where no entry was released."""
    blocks = [block for day in days(book) for block in _day(book, day)]
    return [title(_("Programme")), *blocks] if blocks else []


def days(book: Book) -> Iterator[Day]:
    """Part the entries into days of one zone: a day that changes zone comes in two parts."""
    dated = [entry for entry in book.visit.entries if entry.start_wall != EPOCH]
    parts = groupby(dated, lambda entry: (entry.start_wall.date(), entry.start_zone))
    for number, ((day, zone), entries) in enumerate(parts, start=1):
        yield Day(number, day, zone, tuple(entries))


def _day(book: Book, day: Day) -> list[Block]:
    name = _heading(book, day)
    head = _head(book, day, name)
    head.anchor = Anchor(f"day-{day.number}", name.plain, book.base)
    head.before = 12 if day.number > 1 else 4
    again = _head(book, day, name, again=True)
    return [head, *(_line(book, entry, again) for entry in day.entries)]


@dataclass(frozen=True, slots=True)
class _Name:
    plain: str
    heading: str


def _heading(book: Book, day: Day) -> _Name:
    home = book.visit.visit
    cities = " – ".join(dict.fromkeys(_cities(book, day)))
    utc = day.entries[0].start_utc
    ahead = difference(home.home_city, home.home_zone, day.zone, utc)
    abbreviation = times(day.entries[0], home.home_zone).start.abbreviation
    zone = f"({joined(abbreviation, ahead, by=', ')})"
    written = dates.day_long(day.day).rsplit(" ", 1)[0]
    return _Name(joined(dates.day(day.day), cities), f"{joined(written, cities).upper()} {zone}")


def _cities(book: Book, day: Day) -> list[str]:
    stops = [stop.city for stop in book.stops_on(day.day, day.zone) if stop.city]
    if len(stops) == 1:
        return stops
    places = [place.city for place in map(book.place_of, day.entries) if place and place.city]
    if places:
        return places
    if stops:
        return stops
    home = book.visit.visit
    if day.zone == home.home_zone and home.home_city:
        return [home.home_city]
    return [zone_city(day.zone)]


def _head(book: Book, day: Day, name: _Name, *, again: bool = False) -> Row:
    home = book.visit.visit
    more = [Span(f"  {_('continued')}", font=SMALL.font, colour=MUTED)] if again else []
    cell: list[Block] = [para(name.heading, *more, style=DAY, marking=book.base)]
    if difference(home.home_city, home.home_zone, day.zone, day.entries[0].start_utc):
        labels: list[list[Block]] = [
            [para(_("Local").upper(), style=COLUMN)],
            text(home.home_city.upper(), book.base, COLUMN),
            [],
        ]
        cell.append(Row(columns=COLUMNS, cells=labels, pad=0.0, before=2.0, rule=None))
    return Row(columns=(1.0,), cells=[cell], pad=3.0, rule=INK, keep_next=True)


def _line(book: Book, entry: Entry, head: Block) -> Block:
    when = times(entry, book.visit.visit.home_zone)
    local = [_end(when.start, entry, arrow="", zone=when.two_zones)]
    home = text(when.start.home, entry.marking, HOME)
    unknown = entry.start_precision is entry.end_precision is Precision.UNDECIDED
    if when.end.local and entry.end_utc != entry.start_utc and not unknown:
        local.append(_end(when.end, entry, arrow="→ " if when.two_zones else "– ", zone=when.two_zones))
        home += text(when.end.home, entry.marking, HOME)
    same = all(one.home == one.local for one in (when.start, when.end))
    edge = EDGES.get(entry.kind, QUIET)
    line = row(COLUMNS, local, [] if same else home, _body(book, entry), head=head, edge=edge)
    line.whole = WHOLE
    return line


def _end(clock: Clock, entry: Entry, *, arrow: str, zone: bool) -> Block:
    tail = [Span(f" {clock.abbreviation}", font=TEXT.font, colour=MUTED)] if zone else []
    style = replace(TIME, font=TEXT.font) if arrow else TIME
    return para(f"{arrow}{clock.local}".replace(" ", "\u00a0"), *tail, style=style, marking=entry.marking)


def _body(book: Book, entry: Entry) -> list[Block]:
    mark = entry.marking
    gone = entry.status is EntryStatus.CANCELLED
    name = Span(entry.title or word_name(entry.kind), font=SEMIBOLD, strike=gone)
    words: list[Span] = [name]
    if entry.status is not EntryStatus.CONFIRMED:
        state = word_name(entry.status).upper()
        words.append(Span(f"  {state}", font=SEMIBOLD, colour=BAD if gone else WARN))
    link = tab_link(book, entry)
    words += [Span("  "), *link] if link else []
    return [
        para(*words, marking=mark),
        *text(leg_line(book, entry), mark),
        *text(place_line(book, entry), mark),
        *text(entry.summary, mark),
        *facts(book, entry),
    ]
