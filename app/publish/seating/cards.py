"""Place cards: four to a sheet, each folded along its middle so that both sides of the table read it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from app.domain.errors import PlanningError
from app.domain.names import other_name
from app.planning.released import Entry, Member, ReleasedVisit
from app.publish.book import fonts
from app.publish.book.blocks import draw_lines, line_width
from app.publish.book.fonts import BOLD
from app.publish.book.glyphs import naming_glyphs
from app.publish.book.paper import blank_paper
from app.publish.book.styles import LINE, SHEETS, SMALL, Sheet, Style
from app.publish.book.text import Line, clean, fitted
from app.publish.book.view import Book
from app.wording import _

_ACROSS, _DOWN = 2, 2
_EDGE = 16.0  # points left free at each side of a card
_NAME = Style(size=24, leading=29, font=BOLD)
_LEAST = 15.0  # how small a long name may be set
_NATIVE = Style(size=15, leading=20)
_TITLE = replace(SMALL, size=10.5, leading=13.5)
_MOST_OF_TITLE = 2


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card: the name, in its own script as well, the title, and whom they are from."""

    name: str
    native: str
    title: str
    organisation: str


def build_cards(visit: ReleasedVisit, entry_id: str, *, paper: str) -> bytes:
    """Return the place cards of an entry as a PDF; ``paper`` is ``a4`` or ``letter``.

    They stand row by row as people sit; they bear no marking, since they stand on the table. The same visit
    gives the same bytes.

    Raises:
        PlanningError: ``meeting_missing``, the entry is not in this release; ``seating_empty``, no seat of it
            is for this reader; ``glyph_missing``.
    """
    fonts.register()
    book = Book(visit)
    entry = book.meeting(entry_id)
    cards = list(_cards(book, entry))
    if not cards:
        raise PlanningError("seating_empty")
    sheet, file = SHEETS[paper], BytesIO()
    canvas = blank_paper(file, sheet)
    canvas.setTitle(clean(entry.title))
    canvas.setSubject(clean(_("Place cards")))
    canvas.setCreator("Aide-Mémoire")
    canvas.setProducer("Aide-Mémoire")
    with naming_glyphs(visit):
        for first in range(0, len(cards), _ACROSS * _DOWN):
            _draw_page(canvas, sheet, cards[first : first + _ACROSS * _DOWN])
    canvas.save()
    return file.getvalue()


def _cards(book: Book, entry: Entry) -> Iterator[Card]:
    taking_part = {row.id: row.member_id for row in book.visit.participations_of.get(entry.id, ())}
    for seat in sorted(book.visit.seats, key=lambda seat: (seat.table_side, seat.position, seat.id)):
        member = book.visit.member.get(taking_part.get(seat.participation_id, ""))
        if member is not None:
            yield _card(book, member)


def _card(book: Book, member: Member) -> Card:
    person = book.person(member)
    name = book.name(member.id)
    native = other_name(name, person.native_name) if person else ""
    return Card(name, native, member.title, book.organisation_in_full(member.organisation_id))


def _draw_page(canvas: Any, sheet: Sheet, cards: Sequence[Card]) -> None:
    wide, high = sheet.width / _ACROSS, sheet.height / _DOWN
    for number, card in enumerate(cards):
        left, top = number % _ACROSS * wide, sheet.height - number // _ACROSS * high
        _draw_half(canvas, card, left, top - high, wide, high / 2)
        canvas.saveState()
        canvas.translate(left + wide, top)
        canvas.rotate(180)
        _draw_half(canvas, card, 0, 0, wide, high / 2)
        canvas.restoreState()
    _draw_cuts(canvas, sheet, wide, high)
    canvas.showPage()


def _draw_cuts(canvas: Any, sheet: Sheet, wide: float, high: float) -> None:
    """Draw where to cut, as dashes, and where to fold, as dots."""
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.6)
    canvas.setDash(6, 4)
    for number in range(1, _ACROSS):
        canvas.line(number * wide, 0, number * wide, sheet.height)
    for number in range(1, _DOWN):
        canvas.line(0, number * high, sheet.width, number * high)
    canvas.setDash(1, 4)
    for number in range(_DOWN):
        canvas.line(0, (number + 0.5) * high, sheet.width, (number + 0.5) * high)
    canvas.setDash()


def _draw_half(canvas: Any, card: Card, left: float, below: float, wide: float, high: float) -> None:
    """Draw the words of a card into one of its halves, in the middle of it."""
    room = wide - 2 * _EDGE
    parts: list[tuple[Line, Style]] = []
    name = _name_style(card.name, room)
    parts += [(line, name) for line in fitted(card.name, name, room, 2)]
    parts += [(line, _NATIVE) for line in fitted(card.native, _NATIVE, room, 1)]
    parts += [(line, _TITLE) for line in fitted(card.title, _TITLE, room, _MOST_OF_TITLE)]
    parts += [(line, _TITLE) for line in fitted(card.organisation, _TITLE, room, 1)]
    base = below + (high + sum(style.leading for _line, style in parts)) / 2
    for line, style in parts:
        base -= style.leading
        at = left + (wide - line_width(line)) / 2
        draw_lines(canvas, [line], style, [at], base + style.leading * 0.25)


def _name_style(name: str, room: float) -> Style:
    """Return the style in which a name takes one line, or the least there is."""
    style = _NAME
    while style.size > _LEAST and len(fitted(name, style, room, 2)) > 1:
        style = replace(style, size=style.size - 1, leading=style.leading - 1.2)
    return style
