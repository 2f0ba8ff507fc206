"""What stands around the words of a page: the marking, the tab, the reader, the title, the number."""

from typing import Any

from app.domain.words import Marking
from app.publish.book.blocks import draw_lines, line_width
from app.publish.book.fonts import SEMIBOLD
from app.publish.book.styles import MARKING_COLOURS, MUTED, Sheet, Style
from app.publish.book.tabs import Cover, Tab
from app.publish.book.text import Span, lines, shorten
from app.wording import _

BANNER = Style(size=7.6, leading=10, font=SEMIBOLD, colour=MUTED)
FOOT = Style(size=7.6, leading=10, colour=MUTED)
HEADER_DOWN = 36.0  # from the upper edge to the base line of the banner
FOOTER_UP = 32.0  # from the lower edge to the base line of the footer


def draw_furniture(canvas: Any, sheet: Sheet, cover: Cover, tab: Tab, number: int, count: int) -> None:
    """Draw header and footer of page ``number`` of the ``count`` of a tab, the one left blank among them.

    The title in the footer counts in the banner.
    """
    left, right = sheet.left(number), sheet.left(number) + sheet.text_width
    words = tab.pages[number - 1].marking if number <= len(tab.pages) else Marking.PUBLIC
    marking = max(words, cover.title_marking) if cover.title else words
    above = sheet.height - HEADER_DOWN
    banner = Span(cover.marking_names[marking], colour=MARKING_COLOURS[marking])
    used = _draw_left(canvas, banner, BANNER, left, above, sheet.text_width * 0.6)
    _draw_right(canvas, _corner(cover, tab), BANNER, right, above, sheet.text_width - used - 12)
    label = _("{tab}-{page} of {pages}").format(tab=tab.number, page=number, pages=count)
    used = _draw_right(canvas, label, FOOT, right, FOOTER_UP, sheet.text_width)
    _draw_left(canvas, Span(cover.title), FOOT, left, FOOTER_UP, sheet.text_width - used - 12)


def _corner(cover: Cover, tab: Tab) -> str:
    name = _("Tab {number}").format(number=tab.number) if tab.number else ""
    return " · ".join(part.upper() for part in (name, cover.reader) if part)


def draw_blank(canvas: Any, sheet: Sheet) -> None:
    """Draw a page that is left blank so that the next tab starts on a right-hand page."""
    line = lines((_("This page is left blank"),), FOOT, sheet.text_width)[0]
    left = sheet.left(2) + (sheet.text_width - line_width(line)) / 2
    draw_lines(canvas, [line], FOOT, [left], sheet.height / 2)


def _draw_left(canvas: Any, span: Span, style: Style, x: float, base: float, room: float) -> float:
    line = shorten(span, style, room)
    draw_lines(canvas, [line], style, [x], base)
    return line_width(line)


def _draw_right(canvas: Any, words: str, style: Style, right: float, base: float, room: float) -> float:
    line = shorten(Span(words), style, room)
    draw_lines(canvas, [line], style, [right - line_width(line)], base)
    return line_width(line)
