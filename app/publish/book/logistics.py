"""Cars, hotels and rooms, interpreters, gifts, access requests."""

from collections.abc import Iterable
from typing import TypeVar

from app.domain.words import GiftDirection
from app.planning.released import (
    NO_DAY,
    AccessRequest,
    Entry,
    Gift,
    InterpreterBooking,
    Lodging,
    Room,
    Vehicle,
    grouped,
)
from app.publish.book.blocks import Block, para
from app.publish.book.lines import address, interpreter
from app.publish.book.meeting import when_line
from app.publish.book.parts import heading, text, title
from app.publish.book.rows import table
from app.publish.book.styles import SMALL, STRONG, TEXT
from app.publish.book.text import joined
from app.publish.book.view import Book, released_day
from app.wording import _, dates
from app.wording.names import word_name

T = TypeVar("T", InterpreterBooking, Gift, AccessRequest)


def compose(book: Book) -> list[Block]:
    """Return the tables of logistics; nothing where none was released."""
    blocks = [*_cars(book), *_lodgings(book), *_interpreters(book), *_gifts(book), *_access(book)]
    return [title(_("Logistics")), *blocks] if blocks else []


def _in_order(book: Book, rows: Iterable[T]) -> list[T]:
    """Return rows in the order of the programme, those of no entry last."""
    order = {entry: number for number, entry in enumerate(book.entry)}
    return sorted(rows, key=lambda row: order.get(row.entry_id or "", len(order)))


def _cars(book: Book) -> list[Block]:
    cities = {row.id: row.city for row in book.visit.stops}
    order = {stop: number for number, stop in enumerate(cities)}
    vehicles = sorted(book.visit.vehicles, key=lambda row: order.get(row.stop_id or "", len(order)))
    rows = [cells for row in vehicles if (cells := _car(book, row, cities))]
    labels = (_("Car"), _("City"), _("Driver"))
    found = table((0.4, 0.2, 0.4), labels, rows)
    return [heading(_("Cars")), *found] if found else []


def _car(book: Book, vehicle: Vehicle, cities: dict[str, str]) -> list[list[Block]]:
    if not joined(vehicle.name, vehicle.kind, vehicle.plate, vehicle.driver):
        return []
    seats = _("{count} seats").format(count=vehicle.seats) if vehicle.seats else ""
    return [
        [
            *text(vehicle.name, book.base, STRONG),
            *text(joined(vehicle.kind, seats, vehicle.plate), book.base, SMALL),
        ],
        text(cities.get(vehicle.stop_id or "", ""), book.base),
        text(joined(vehicle.driver, vehicle.driver_phone), book.base),
    ]


def _lodgings(book: Book) -> list[Block]:
    rooms = grouped(book.visit.rooms, lambda row: row.lodging_id)
    lodgings = sorted(book.visit.lodgings, key=lambda row: row.starts_on or NO_DAY)
    blocks = [block for row in lodgings for block in _lodging(book, row, rooms.get(row.id, ()))]
    return [heading(_("Hotels and rooms")), *blocks] if blocks else []


def _lodging(book: Book, lodging: Lodging, rooms: tuple[Room, ...]) -> list[Block]:
    place = book.visit.place.get(lodging.place_id or "")
    name = lodging.name or (place.name if place else "")
    first, last = released_day(lodging.starts_on), released_day(lodging.ends_on)
    nights = dates.days(first, last) if first and last else ""
    number = _("confirmation {number}").format(number=lodging.confirmation) if lodging.confirmation else ""
    line = joined(nights, address(place), lodging.phone, number)
    guests = table(
        (80.0, 110.0, 1.0), (_("Room"), _("Use"), _("Guests")), (_room(book, row) for row in rooms), pad=2.0
    )
    if not name and not line:
        return guests
    head = para(name, style=STRONG, marking=book.base)
    head.before, head.keep_next = 6.0, True
    return [head, *text(line, book.base, SMALL), *guests]


def _room(book: Book, room: Room) -> list[list[Block]]:
    guests = (row.member_id for row in book.visit.room_guests if row.room_id == room.id)
    return [
        text(room.number, book.base),
        [para(word_name(room.use), marking=book.base)],
        text(book.names(guests), book.base),
    ]


def _interpreters(book: Book) -> list[Block]:
    rows = [
        _booking(book, row)
        for row in _in_order(book, book.visit.interpreter_bookings)
        if row.entry_id in book.entry
    ]
    found = table((0.55, 0.45), (_("Entry"), _("Interpreter")), rows)
    return [heading(_("Interpreters")), *found] if found else []


def _booking(book: Book, booking: InterpreterBooking) -> list[list[Block]]:
    entry = book.entry[booking.entry_id]
    hours = _("{hours:g} h").format(hours=booking.hours) if booking.hours else ""
    return [_entry(book, entry), text(joined(interpreter(book, booking), hours), book.base)]


def _entry(book: Book, entry: Entry | None) -> list[Block]:
    if entry is None:
        return []
    return [
        *text(entry.title, entry.marking, STRONG),
        *text(when_line(book, entry), entry.marking, SMALL),
    ]


def _gifts(book: Book) -> list[Block]:
    found = [block for way in GiftDirection for block in _gifts_one_way(book, way)]
    return [heading(_("Gifts")), *found] if found else []


def _gifts_one_way(book: Book, way: GiftDirection) -> list[Block]:
    rows = [row for row in _in_order(book, book.visit.gifts) if row.direction is way and row.description]
    label = _("Given") if way is GiftDirection.GIVEN else _("Received")
    return table((0.5, 0.5), (label, _("Occasion and custody")), (_gift(book, row) for row in rows))


def _gift(book: Book, gift: Gift) -> list[list[Block]]:
    entry = book.entry.get(gift.entry_id or "")
    with_whom = joined(book.organisation(gift.organisation_id), gift.custody)
    return [text(gift.description, book.base), [*_entry(book, entry), *text(with_whom, book.base, TEXT)]]


def _access(book: Book) -> list[Block]:
    rows = [_request(book, row) for row in _in_order(book, book.visit.access_requests)]
    found = table((0.45, 0.35, 0.2), (_("Site"), _("Asks for"), _("State")), rows)
    return [heading(_("Access requests")), *found] if found else []


def _request(book: Book, request: AccessRequest) -> list[list[Block]]:
    place = book.visit.place.get(request.place_id or "")
    entry = book.entry.get(request.entry_id or "")
    due = book.day(request.due_on)
    sent = _("by {day}").format(day=due) if due else ""
    return [
        [*text(place.name if place else "", book.base, STRONG), *_entry(book, entry)],
        text(request.asks_for, book.base),
        [para(word_name(request.state), marking=book.base), *text(sent, book.base, SMALL)],
    ]
