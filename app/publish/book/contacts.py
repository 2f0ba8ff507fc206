"""Whom to call: by city, then our own side. Telephones stand here only as far as they were released."""

from app.domain.words import Side
from app.planning.released import Lodging, Member, Stop, Vehicle
from app.publish.book.blocks import Block
from app.publish.book.parts import heading, text, title
from app.publish.book.rows import table
from app.publish.book.styles import STRONG, TEXT
from app.publish.book.text import joined
from app.publish.book.view import Book
from app.wording import _

COLUMNS = (0.26, 0.44, 0.3)
Line = tuple[str, str, str]


def compose(book: Book) -> list[Block]:
    """Return the contacts; nothing where no telephone or address was released."""
    blocks: list[Block] = []
    placed: set[str] = set()
    for stop in book.visit.stops:
        hosts = [row for row in _reachable(book, Side.HOST) if _city(book, row) == stop.city]
        placed.update(row.id for row in hosts)
        blocks += _section(book, stop.city, [*_functions(book, stop), *(_member(book, row) for row in hosts)])
    others = [row for row in _reachable(book, Side.HOST) if row.id not in placed]
    blocks += _section(book, _("Hosts elsewhere"), [_member(book, row) for row in others])
    ours = [_member(book, row) for row in _reachable(book, Side.OURS)]
    blocks += _section(book, _("Delegation"), ours)
    return [title(_("Contacts")), *blocks] if blocks else []


def _section(book: Book, name: str, lines: list[Line]) -> list[Block]:
    rows = (
        [text(what, book.base, TEXT), text(who, book.base, STRONG), text(number, book.base)]
        for what, who, number in lines
    )
    found = table(COLUMNS, (_("Function"), _("Name"), _("Telephone, mail")), rows)
    return [heading(name, book.base), *found] if found else []


def _functions(book: Book, stop: Stop) -> list[Line]:
    lines = [
        (_("Embassy"), joined(stop.embassy, stop.embassy_contact), stop.embassy_phone),
        (_("Emergency"), "", stop.emergency_phone),
        *(_hotel(book, row) for row in book.visit.lodgings if row.stop_id == stop.id),
        *(_driver(row) for row in book.visit.vehicles if row.stop_id == stop.id),
    ]
    return [line for line in lines if line[2]]


def _hotel(book: Book, lodging: Lodging) -> Line:
    place = book.visit.place.get(lodging.place_id or "")
    return (_("Hotel"), lodging.name or (place.name if place else ""), lodging.phone)


def _driver(vehicle: Vehicle) -> Line:
    return (_("Driver"), joined(vehicle.driver, vehicle.name), vehicle.driver_phone)


def _reachable(book: Book, side: Side) -> list[Member]:
    found = []
    for member in book.delegates:
        person = book.person(member)
        if member.side is side and person and (person.phone or person.email):
            found.append(member)
    return found


def _city(book: Book, member: Member) -> str:
    organisation = book.visit.organisation.get(member.organisation_id or "")
    return organisation.city if organisation else ""


def _member(book: Book, member: Member) -> Line:
    person = book.person(member)
    number = joined(person.phone, person.email, by="\n") if person else ""
    function = member.duty or member.title or book.organisation(member.organisation_id)
    return (function, book.name(member.id), number)
