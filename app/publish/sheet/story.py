"""The words of one person's sheet: whose it is, their hotels, and their days line by line."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.domain.time import Precision
from app.domain.words import EntryStatus, Role, Side
from app.planning.released import Entry, Lodging
from app.publish.book.blocks import Block, para
from app.publish.book.clocks import Clock, difference, times
from app.publish.book.fonts import SEMIBOLD
from app.publish.book.lines import address, leg_line, place_line
from app.publish.book.parts import heading, subtitle, text, title
from app.publish.book.programme import Day, days
from app.publish.book.rows import Row, row, table
from app.publish.book.styles import BAD, COLUMN, DAY, INK, MUTED, SMALL, STRONG, TEXT, WARN
from app.publish.book.text import Span, joined
from app.publish.book.view import Book, both_scripts, released_day
from app.wording import _, dates
from app.wording.names import word_name

COLUMNS = (78.0, 56.0, 1.0)
_WHOLE = 200.0  # an entry lower than this stays on one page
_FACT = replace(TEXT, after=1)


def compose(book: Book, member_id: str) -> list[Block]:
    """Return the sheet of a member, whose own part of the visit the book holds."""
    head = book.visit.visit
    first, last = released_day(head.starts_on), released_day(head.ends_on)
    when = _span(first, last)
    lines = [block for day in days(book) for block in _day(book, day, member_id)]
    return [
        title(name_of(book, member_id), book.base),
        *subtitle(joined(head.title, when), book.base),
        *_hotels(book),
        *(lines or [para(_("There is nothing on this programme yet."), style=SMALL)]),
    ]


def name_of(book: Book, member_id: str) -> str:
    """Return the name of the person whose sheet it is, in both scripts."""
    member = book.visit.member.get(member_id)
    return both_scripts(book.person(member)) or book.name(member_id)


def _span(first: date | None, last: date | None) -> str:
    """Return a span of days, each in full: what is shared by both stands elsewhere in other languages."""
    ends = dict.fromkeys(day for day in (first, last) if day is not None)
    return " – ".join(dates.days(day, day) for day in ends)


def _hotels(book: Book) -> list[Block]:
    rooms = {row.id: row for row in book.visit.rooms}
    lodgings = {row.id: row for row in book.visit.lodgings}
    mine = [rooms[row.room_id] for row in book.visit.room_guests if row.room_id in rooms]
    pairs = [(lodgings[room.lodging_id], room.number) for room in mine if room.lodging_id in lodgings]
    pairs.sort(key=lambda pair: (pair[0].starts_on is not None, pair[0].starts_on or 0, pair[0].id))
    rows = (_hotel(book, lodging, number) for lodging, number in pairs)
    found = table((0.46, 0.36, 0.18), (_("Hotel"), _("Nights"), _("Room number")), rows)
    return [heading(_("Where you stay")), *found, heading(_("Your programme"))] if found else []


def _hotel(book: Book, lodging: Lodging, number: str) -> list[list[Block]]:
    place = book.visit.place.get(lodging.place_id or "")
    name = lodging.name or (place.name if place else "")
    first, last = released_day(lodging.starts_on), released_day(lodging.ends_on)
    return [
        [*text(name, book.base, STRONG), *text(joined(address(place), lodging.phone), book.base, SMALL)],
        text(_span(first, last), book.base),
        text(number, book.base),
    ]


def _day(book: Book, day: Day, member_id: str) -> Iterator[Block]:
    head = _head(book, day)
    head.before = 12 if day.number > 1 else 6
    yield head
    again = _head(book, day)
    for entry in day.entries:
        yield _line(book, entry, member_id, again)


def _head(book: Book, day: Day) -> Row:
    home, utc = book.visit.visit, day.entries[0].start_utc
    stops = [stop.city for stop in book.stops_on(day.day, day.zone) if stop.city]
    places = [place.city for place in map(book.place_of, day.entries) if place and place.city]
    cities = stops if len(stops) == 1 else list(dict.fromkeys(places or stops))
    ahead = difference(home.home_city, home.home_zone, day.zone, utc)
    name = joined(dates.day_long(day.day), " – ".join(cities))
    aside = [Span(f"  ({ahead})", colour=MUTED)] if ahead else []
    cell: list[Block] = [para(name, *aside, style=DAY, marking=book.base)]
    if ahead:
        labels: list[list[Block]] = [
            [para(_("Local").upper(), style=COLUMN)],
            text(home.home_city.upper(), book.base, COLUMN),
            [],
        ]
        cell.append(Row(columns=COLUMNS, cells=labels, pad=0.0, before=2.0, rule=None))
    return Row(columns=(1.0,), cells=[cell], pad=3.0, rule=INK, keep_next=True)


def _line(book: Book, entry: Entry, member_id: str, head: Block) -> Block:
    when = times(entry, book.visit.visit.home_zone)
    unknown = entry.start_precision is entry.end_precision is Precision.UNDECIDED
    ends = [when.start]
    if when.end.local and entry.end_utc != entry.start_utc and not unknown:
        ends.append(when.end)
    local = [_clock(one, entry, zone=when.two_zones, first=one is when.start) for one in ends]
    same = all(one.home == one.local for one in (when.start, when.end))
    quiet = replace(TEXT, colour=MUTED, after=0)
    home = [] if same else [block for one in ends for block in text(one.home, entry.marking, quiet)]
    line = row(COLUMNS, local, home, [*_what(book, entry), *_facts(book, entry, member_id)], head=head)
    line.whole = _WHOLE
    return line


def _clock(clock: Clock, entry: Entry, *, zone: bool, first: bool) -> Block:
    tail = [Span(f" {clock.abbreviation}", font=TEXT.font, colour=MUTED)] if zone else []
    style = replace(STRONG if first else TEXT, after=0)
    words = clock.local if first else f"– {clock.local}"
    return para(words.replace(" ", "\u00a0"), *tail, style=style, marking=entry.marking)


def _what(book: Book, entry: Entry) -> list[Block]:
    gone = entry.status is EntryStatus.CANCELLED
    words = [Span(entry.title or word_name(entry.kind), font=SEMIBOLD, strike=gone)]
    if entry.status is not EntryStatus.CONFIRMED:
        state = word_name(entry.status).upper()
        words.append(Span(f"  {state}", font=SEMIBOLD, colour=BAD if gone else WARN))
    where = (leg_line(book, entry), place_line(book, entry))
    return [
        para(*words, marking=entry.marking),
        *(block for one in where for block in text(one, entry.marking)),
    ]


def _facts(book: Book, entry: Entry, member_id: str) -> Iterator[Block]:
    present = book.visit.participations_of.get(entry.id, ())
    roles = [
        word_name(row.role)
        for row in present
        if row.member_id == member_id and row.role is not Role.PARTICIPANT
    ]
    others = (one.id for one in book.present(entry, _other_side(book, member_id)))
    facts = (
        (_("You meet"), book.names(others)),
        (_("Met by"), entry.met_by),
        (_("Your role"), ", ".join(roles) if book.for_own_side else ""),
        (_("Dress"), entry.dress),
        (_("Your car"), _car(book, entry, member_id)),
    )
    for name, words in facts:
        if words.strip():
            label = Span(f"{name} ".replace(" ", "\u00a0"), colour=MUTED, font=SEMIBOLD)
            yield para(label, words, style=_FACT, marking=entry.marking)


def _other_side(book: Book, member_id: str) -> Side:
    member = book.visit.member.get(member_id)
    return Side.OURS if member is not None and member.side is Side.HOST else Side.HOST


def _car(book: Book, entry: Entry, member_id: str) -> str:
    rides = [
        ride
        for ride in book.rides_of.get(entry.id, ())
        if any(row.member_id == member_id for row in book.riders_of.get(ride.id, ()))
    ]
    cars = [book.vehicle[ride.vehicle_id] for ride in rides if ride.vehicle_id in book.vehicle]
    return "; ".join(joined(car.name or _("Car"), car.plate, car.driver, car.driver_phone) for car in cars)
