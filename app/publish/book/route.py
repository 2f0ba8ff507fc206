"""The tab of route and objectives: why we travel, where to, and whom to call there."""

from app.domain.names import other_name
from app.domain.words import Marking
from app.planning.released import Stop
from app.publish.book.blocks import Block, para
from app.publish.book.clocks import zone_of
from app.publish.book.fonts import SEMIBOLD
from app.publish.book.parts import label, text, title
from app.publish.book.rows import head_row, row
from app.publish.book.styles import SMALL, TEXT
from app.publish.book.text import Span, joined
from app.publish.book.view import Book, country, released_day
from app.wording import _, dates

COLUMNS = (0.25, 118.0, 0.5)


def compose(book: Book) -> list[Block]:
    """Return purpose, objectives and the table of stops; nothing where none of it was released."""
    head = book.visit.visit
    blocks = [
        block
        for part, words in (
            (_("Purpose"), head.purpose),
            (_("Objectives"), head.objectives),
            (_("Desired outcomes"), head.desired_outcomes),
            (_("Steering"), head.steering),
        )
        for block in _under(part, words, book.base)
    ]
    # Alone in its tab, the route needs no heading under the tab's own, which says the same.
    blocks += _stops(book, [label(_("Route"))] if blocks else [])
    return [title(name(book)), *blocks] if blocks else []


def name(book: Book) -> str:
    """Return what the tab is called; not every reader is told of objectives."""
    head = book.visit.visit
    told = joined(head.purpose, head.objectives, head.desired_outcomes, head.steering)
    return _("Route and objectives") if told else _("Route")


def _under(name: str, words: str, marking: Marking) -> list[Block]:
    found = text(words, marking)
    return [label(name), *found] if found else []


def _stops(book: Book, heading: list[Block]) -> list[Block]:
    stops = [stop for stop in book.visit.stops if stop.city]
    if not stops:
        return []
    contact = any(_contacts(stop) for stop in stops)
    head = head_row(COLUMNS, _("City"), _("Days"), _("Embassy and emergency") if contact else "")
    return [*heading, head, *(_stop(book, stop, head) for stop in stops)]


def _stop(book: Book, stop: Stop, head: Block) -> Block:
    base = book.base
    city_name = Span(stop.city, font=SEMIBOLD)
    native = other_name(stop.city, stop.native_city)
    city: list[Block] = [para(city_name, f"  {native}" if native else "", marking=base)]
    city += text(country(stop.country_code), base, SMALL)
    first, last = released_day(stop.arrives_on), released_day(stop.leaves_on)
    days = text(_span(stop), base)
    if first and last:
        home = book.visit.visit
        days += text(zone_of(stop, home.home_city, home.home_zone), base, SMALL)
    contacts = [block for name, words in _contacts(stop) for block in _line(name, words, base)]
    contacts += text(stop.notes, base, SMALL)
    return row(COLUMNS, city, days, contacts, head=head)


def _span(stop: Stop) -> str:
    first, last = released_day(stop.arrives_on), released_day(stop.leaves_on)
    if not first or not last:
        return ""
    return (
        dates.day(first)
        if first == last
        else f"{dates.day(first)} – {dates.day(last)}".replace(" ", "\u00a0", 2)
    )


def _contacts(stop: Stop) -> list[tuple[str, str]]:
    embassy = joined(stop.embassy, stop.embassy_contact, stop.embassy_phone)
    rows = (
        ("", embassy),
        (_("Emergency"), stop.emergency_phone),
        (_("Hospital"), stop.hospital),
    )
    return [(name, words) for name, words in rows if words]


def _line(name: str, words: str, marking: Marking) -> list[Block]:
    label = [Span(f"{name}  ", font=SEMIBOLD, colour=SMALL.colour)] if name else []
    return [para(*label, words, style=TEXT, marking=marking)]
