"""What there is to know of one entry: its place, its leg, and the short facts of its day."""

from collections.abc import Iterator
from dataclasses import replace

from app.domain.words import Marking, Side
from app.planning.released import Entry, InterpreterBooking, Place, Ride
from app.publish.book.blocks import Block, para
from app.publish.book.clocks import minutes_of
from app.publish.book.fonts import SEMIBOLD
from app.publish.book.styles import MUTED, TEXT
from app.publish.book.text import Span, joined
from app.publish.book.view import Book, country, tongue, with_native
from app.wording import _, dates
from app.wording.names import word_name

LONG = 90  # letters above which a fact begins a line of its own
APART = "\u2003"  # an em space between two facts on one line
FEW = 3  # present and absent are told apart by the shorter list only where it is shorter by more
FACT = replace(TEXT, after=1)


def place_line(book: Book, entry: Entry) -> str:
    """Return place, room and street of an entry on one line; the city stands in the day's heading."""
    place, leg = book.place_of(entry), book.leg_of(entry)
    if place is None or (leg and place.name in {leg.from_name, leg.to_name}):
        return entry.room
    return joined(with_native(place.name, place.native_name), entry.room, place.street)


def address(place: Place | None) -> str:
    """Return the street and city of a place."""
    return joined(place.street, place.city, country(place.country_code), by=", ") if place else ""


def leg_line(book: Book, entry: Entry) -> str:
    """Return by what and from where to where an entry travels, and how long it takes."""
    leg = book.leg_of(entry)
    if leg is None:
        return ""
    start = joined(leg.from_name, leg.from_code, leg.from_terminal, by=" ")
    end = joined(leg.to_name, leg.to_code, leg.to_terminal, by=" ")
    carrier = joined(word_name(leg.mode), joined(leg.carrier, leg.number, by=" "), by=" ")
    minutes = minutes_of(entry)
    length = dates.travel_time(minutes, estimated=leg.estimated).replace(" ", "\u00a0") if minutes > 0 else ""
    booking = _("booking {reference}").format(reference=leg.booking_reference)
    return joined(carrier, joined(start, end, by=" → "), length, booking if leg.booking_reference else "")


def facts(book: Book, entry: Entry) -> list[Block]:
    """Return the short facts of an entry: what belongs together on one line, as long as it is short."""
    return [block for group in _groups(book, entry) for block in _group(group, entry.marking)]


def _group(rows: list[tuple[str, str]], marking: Marking) -> Iterator[Block]:
    run: list[Span | str] = []
    for name, words in rows:
        if words.strip():
            label = Span(f"{name} ".replace(" ", "\u00a0"), colour=MUTED, font=SEMIBOLD)
            if run and (len(words) > LONG or "\n" in words):
                yield para(*run, style=FACT, marking=marking)
                run = []
            run += [*([f"{APART} "] if run else []), label, words]
    if run:
        yield para(*run, style=FACT, marking=marking)


def _groups(book: Book, entry: Entry) -> list[list[tuple[str, str]]]:
    parties = joined(*(row.name for row in book.visit.parties_of.get(entry.id, ())), by=", ")
    host = book.organisation(entry.host_organisation_id)
    return [
        [(_("For"), parties), (_("Host"), host), (_("Met by"), entry.met_by)],
        *([row] for row in (_present(book, entry) if entry.id not in book.meeting_tabs else [])),
        [(_("Dress"), entry.dress), (_("Press"), entry.press)],
        *([row] for row in cars(book, entry)),
        *([row] for row in interpreters(book, entry)),
        [(_("Fallback"), entry.fallback)],
        [(_("Note"), entry.notes)],
    ]


def _present(book: Book, entry: Entry) -> list[tuple[str, str]]:
    hosts = book.names(row.id for row in book.present(entry, Side.HOST))
    return [(book.our_side, _ours(book, entry)), (_("Host side"), hosts)]


def _ours(book: Book, entry: Entry) -> str:
    """Return who of us takes part, as shortly as can be; nothing where the cars' riders say it already."""
    present = [row.id for row in book.present(entry, Side.OURS)]
    rides = book.rides_of.get(entry.id, ())
    if set(present) == {row.member_id for ride in rides for row in book.riders_of.get(ride.id, ())}:
        return ""
    if not book.for_own_side:
        return book.names(present)
    day = entry.start_wall.date()
    absent = [row.id for row in book.travelling(day) if row.id not in present]
    if len(present) > len(absent) + FEW and not absent:
        return _("all of the delegation")
    if len(present) > len(absent) + FEW:
        return _("the delegation without {names}").format(names=book.names(absent))
    return book.names(present)


def cars(book: Book, entry: Entry) -> list[tuple[str, str]]:
    """Return the cars of an entry and who sits in them."""
    return [(_name(book, ride), _riders(book, ride)) for ride in book.rides_of.get(entry.id, ())]


def _name(book: Book, ride: Ride) -> str:
    vehicle = book.vehicle.get(ride.vehicle_id)
    return (vehicle.name if vehicle else "") or _("Car")


def _riders(book: Book, ride: Ride) -> str:
    vehicle = book.vehicle.get(ride.vehicle_id)
    riders = book.names(row.member_id for row in book.riders_of.get(ride.id, ()))
    return riders or (vehicle.kind if vehicle else "")


def interpreters(book: Book, entry: Entry) -> list[tuple[str, str]]:
    """Return who interprets at an entry, between which languages and how."""
    return [(_("Interpreter"), interpreter(book, row)) for row in book.interpreters_of.get(entry.id, ())]


def interpreter(book: Book, booking: InterpreterBooking) -> str:
    """Return one booking of an interpreter in words."""
    between = joined(tongue(booking.from_language), tongue(booking.to_language), by="–")
    manner = joined(between, word_name(booking.mode).lower(), by=", ")
    return joined(book.name(booking.member_id), manner, by=", ")
