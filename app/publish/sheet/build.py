"""Making one person's sheet: laid out like a tab of the book, with a head and foot of its own."""

from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.domain.words import Marking
from app.planning.released import ReleasedVisit
from app.publish.book import fonts
from app.publish.book.blocks import draw_lines, line_width
from app.publish.book.glyphs import naming_glyphs
from app.publish.book.layout import Page, lay_out
from app.publish.book.pages import BANNER, FOOT, FOOTER_UP, HEADER_DOWN
from app.publish.book.styles import MARKING_COLOURS, SHEETS, Sheet, Style
from app.publish.book.text import Span, clean, shorten
from app.publish.book.view import Book
from app.publish.sheet.own import own_part
from app.publish.sheet.story import compose, name_of
from app.wording import _


def build_sheet(visit: ReleasedVisit, member_id: str, *, paper: str) -> bytes:
    """Return the sheet of a member as a PDF, from the visit as it was released for that member's side.

    The same visit gives the same bytes; ``paper`` is ``a4`` or ``letter``.

    Raises:
        PlanningError: ``person_missing``, the member is not in this release; ``glyph_missing``.
    """
    own = own_part(visit, member_id)
    fonts.register()
    with naming_glyphs(own):
        sheet = SHEETS[paper]
        book = Book(own)
        pages = lay_out(compose(book, member_id), sheet.text_width, sheet.text_height)
        return _bind(book, name_of(book, member_id), pages, sheet)


def _bind(book: Book, name: str, pages: list[Page], sheet: Sheet) -> bytes:
    file = BytesIO()
    rl_config.useA85 = 0  # text around compressed streams only makes the file larger
    canvas = Canvas(
        file,
        pagesize=(sheet.width, sheet.height),
        invariant=1,
        pageCompression=1,
        initialFontName=fonts.REGULAR,
        initialFontSize=9,
    )
    canvas.setTitle(clean(name))
    canvas.setSubject(clean(_("Programme of one person")))
    canvas.setCreator("Aide-Mémoire")
    canvas.setProducer("Aide-Mémoire")
    for number, page in enumerate(pages, start=1):
        _draw_edges(canvas, book, name, sheet, page.marking, number, len(pages))
        for placed in page.placed:
            placed.block.draw(canvas, sheet.left(number), sheet.height - sheet.top - placed.down)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw_edges(
    canvas: Any, book: Book, name: str, sheet: Sheet, marking: Marking, number: int, count: int
) -> None:
    marking = max(marking, book.base)  # the name of the visit stands in the foot of each page
    left, right = sheet.left(number), sheet.left(number) + sheet.text_width
    above, half = sheet.height - HEADER_DOWN, sheet.text_width * 0.55
    banner = Span(book.marking_name(marking), colour=MARKING_COLOURS[marking])
    _draw(canvas, banner, BANNER, left, above, half)
    _draw(canvas, Span(name), BANNER, right, above, sheet.text_width - half - 12, from_right=True)
    label = _("{page} of {pages}").format(page=number, pages=count)
    _draw(canvas, Span(label), FOOT, right, FOOTER_UP, 60, from_right=True)
    _draw(canvas, Span(book.visit.visit.title), FOOT, left, FOOTER_UP, sheet.text_width - 72)


def _draw(
    canvas: Any, span: Span, style: Style, x: float, base: float, room: float, *, from_right: bool = False
) -> None:
    line = shorten(span, style, room)
    draw_lines(canvas, [line], style, [x - line_width(line) if from_right else x], base)
