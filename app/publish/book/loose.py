"""Binding a loose paper, which is no book: pages with a head and a foot, numbered through, without tabs."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from app.domain.words import Marking
from app.publish.book import fonts
from app.publish.book.blocks import Block, draw_lines, line_width
from app.publish.book.layout import lay_out
from app.publish.book.pages import BANNER, FOOT, FOOTER_UP, HEADER_DOWN
from app.publish.book.paper import blank_paper
from app.publish.book.styles import MARKING_COLOURS, Sheet, Style
from app.publish.book.text import Span, clean, shorten
from app.wording import _


@dataclass(frozen=True, slots=True)
class Edges:
    """What stands around the words of a loose paper: its name at the head, and words at the foot.

    ``marking`` is the highest of both. ``subject`` says in the file's properties what the paper is.
    """

    name: str
    foot: str
    marking: Marking
    subject: str
    marking_names: tuple[str, str, str, str]


def bind_loose(story: list[Block], sheet: Sheet, edges: Edges) -> bytes:
    """Return the file of a loose paper. The same words give the same bytes.

    The banner of a page is the highest marking on it, head and foot included.

    Raises:
        PlanningError: ``glyph_missing``.
    """
    fonts.register()
    pages = lay_out(story, sheet.text_width, sheet.text_height)
    file = BytesIO()
    canvas = blank_paper(file, sheet)
    canvas.setTitle(clean(edges.name))
    canvas.setSubject(clean(edges.subject))
    canvas.setCreator("Aide-Mémoire")
    canvas.setProducer("Aide-Mémoire")
    for number, page in enumerate(pages, start=1):
        _draw_edges(canvas, edges, sheet, max(page.marking, edges.marking), number, len(pages))
        for placed in page.placed:
            placed.block.draw(canvas, sheet.left(number), sheet.height - sheet.top - placed.down)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw_edges(canvas: Any, edges: Edges, sheet: Sheet, marking: Marking, number: int, count: int) -> None:
    left, right = sheet.left(number), sheet.left(number) + sheet.text_width
    above, half = sheet.height - HEADER_DOWN, sheet.text_width * 0.55
    banner = Span(edges.marking_names[marking], colour=MARKING_COLOURS[marking])
    _draw(canvas, banner, BANNER, left, above, half)
    _draw(canvas, Span(edges.name), BANNER, right, above, sheet.text_width - half - 12, from_right=True)
    label = _("{page} of {pages}").format(page=number, pages=count)
    _draw(canvas, Span(label), FOOT, right, FOOTER_UP, 60, from_right=True)
    _draw(canvas, Span(edges.foot), FOOT, left, FOOTER_UP, sheet.text_width - 72)


def _draw(
    canvas: Any, span: Span, style: Style, x: float, base: float, room: float, *, from_right: bool = False
) -> None:
    line = shorten(span, style, room)
    draw_lines(canvas, [line], style, [x - line_width(line) if from_right else x], base)
