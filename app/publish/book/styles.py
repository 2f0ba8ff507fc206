"""How paper looks: sheets, colours, and the styles of type."""

from dataclasses import dataclass, replace
from enum import StrEnum

from reportlab.lib.colors import Color, HexColor

from app.domain.words import Marking
from app.publish.book.fonts import BOLD, REGULAR, SEMIBOLD

MM = 72 / 25.4

INK = HexColor("#1B2430")
MUTED = HexColor("#5B6675")
LINE = HexColor("#DCE1E8")
ACCENT = HexColor("#1F4E8C")
OK = HexColor("#1A6E50")
WARN = HexColor("#96500A")
BAD = HexColor("#B42318")

#: The colour of a marking's name; the word is always written beside it.
MARKING_COLOURS: dict[Marking, Color] = {
    Marking.PUBLIC: OK,
    Marking.OFFICIAL_USE: WARN,
    Marking.RESTRICTED: BAD,
    Marking.CONFIDENTIAL: BAD,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper in points, with its margins; ``binding`` is the margin towards the rings."""

    width: float
    height: float
    binding: float = 26 * MM
    outer: float = 17 * MM
    top: float = 22 * MM
    bottom: float = 20 * MM

    @property
    def text_width(self) -> float:
        """The width that words may take."""
        return self.width - self.binding - self.outer

    @property
    def text_height(self) -> float:
        """The height that words may take, header and footer aside."""
        return self.height - self.top - self.bottom

    @property
    def turned(self) -> "Sheet":
        """The sheet on its side, with the same margins."""
        return replace(self, width=self.height, height=self.width)

    def left(self, page: int) -> float:
        """Return the left margin of a page: right-hand pages (odd) are bound on the left."""
        return self.binding if page % 2 else self.outer


SHEETS = {"a4": Sheet(210 * MM, 297 * MM), "letter": Sheet(612, 792)}


class Align(StrEnum):
    """Where lines stand in their column."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Style:
    """A style of type; all measures in points."""

    size: float = 9.2
    leading: float = 12.6
    font: str = REGULAR
    colour: Color = INK
    before: float = 0.0
    after: float = 2.0
    indent: float = 0.0
    keep_next: bool = False
    align: Align = Align.LEFT


TEXT = Style()
NUMBER = replace(TEXT, align=Align.RIGHT)
STRONG = replace(TEXT, font=SEMIBOLD)
SMALL = Style(size=8.2, leading=11, colour=MUTED)
SMALL_CELL = replace(SMALL, leading=TEXT.leading)  # beside text, on its base line
SMALL_RIGHT = replace(SMALL, align=Align.RIGHT)
POINT = replace(TEXT, indent=9.0, after=2.5)

TITLE = Style(size=18, leading=22.5, font=BOLD, after=3, keep_next=True)
SUBTITLE = replace(SMALL, size=8.8, leading=12, after=8, keep_next=True)
HEADING = Style(size=11.5, leading=15, font=BOLD, before=12, after=3, keep_next=True)
LABEL = Style(size=7.6, leading=10.5, font=SEMIBOLD, colour=ACCENT, before=10, after=2, keep_next=True)
SIDE_LABEL = Style(size=7.4, leading=10, font=SEMIBOLD, colour=ACCENT, after=0)
COLUMN = Style(size=7.4, leading=10, font=SEMIBOLD, colour=MUTED, after=0)
DAY = Style(size=8.6, leading=12, font=BOLD, colour=ACCENT, after=0)
