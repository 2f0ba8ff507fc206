"""The seating plan of a meeting, drawn: the host's side above, ours below, each in its chairs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reportlab.lib.colors import HexColor

from app.domain.seating import ROWS, TableRow, TableShape, shape_of
from app.domain.table_plan import Measures, Top, arranged
from app.domain.words import Role, Side
from app.planning.released import Entry
from app.publish.book.blocks import Block, draw_lines, line_width
from app.publish.book.fonts import SEMIBOLD
from app.publish.book.parts import under
from app.publish.book.styles import ACCENT, INK, LINE, MUTED, SMALL, Style
from app.publish.book.text import Line, Span, fitted, shorten
from app.publish.book.view import Book
from app.wording import _, ngettext
from app.wording.names import word_name

_HIGH, _GAP = 36.0, 5.0  # points: a chair, and between two
_SIZES = Measures(high=_HIGH, gap=_GAP, widest=96.0, narrowest=40.0, table=24.0, flattest=44.0, deepest=240.0)
_SIDES = 8.0  # points left free in a chair beside the words
_MARK = 1.8  # half of a mark's size
_MOST_LINES, _MOST_OF_NAME = 3, 2  # in a chair
_OURS_FILL, _TABLE_FILL = HexColor("#E6EEF8"), HexColor("#EEF1F5")
_NAME = Style(size=7.4, leading=9, font=SEMIBOLD, colour=INK)
_ROLE = replace(SMALL, size=6.4, leading=8, colour=MUTED)


@dataclass(frozen=True, slots=True)
class Chair:
    """Who sits in a row, and what stands under the name."""

    name: str
    below: str
    ours: bool
    head: bool


Rows = Mapping[str, tuple[Chair, ...]]


def compose(book: Book, entry: Entry) -> list[Block]:
    """Return the plan under its label; nothing where nobody has a seat, or no seat was released."""
    rows = rows_of(book, entry)
    if not rows:
        return []
    return under(_("Seating"), [TablePlan(rows=rows, marking=entry.marking, after=6.0)])


def rows_of(book: Book, entry: Entry) -> Rows:
    """Return who sits in each row, as far as seats were released."""
    taking_part = {row.id: row for row in book.visit.participations_of.get(entry.id, ())}
    found: dict[str, list[Chair]] = {}
    for seat in sorted(book.visit.seats, key=lambda seat: (seat.table_side, seat.position, seat.id)):
        part = taking_part.get(seat.participation_id)
        member = book.visit.member.get(part.member_id) if part else None
        if part is None or member is None:
            continue
        below = word_name(part.role) if part.role in {Role.INTERPRETER, Role.NOTE_TAKER} else member.title
        chair = Chair(book.name(member.id), below, member.side is Side.OURS, part.role is Role.HEAD)
        found.setdefault(seat.table_side, []).append(chair)
    return {name: tuple(chairs) for name, chairs in found.items()}


@dataclass(frozen=True, slots=True)
class _Placed:
    """A chair and the middle of its upper edge, in points from the middle of the plan's upper edge."""

    chair: Chair
    across: float
    down: float


@dataclass(kw_only=True, eq=False)
class TablePlan(Block):
    """A table with its chairs, on one page whole. ``wide`` is how wide a chair is, once measured."""

    rows: Rows = field(default_factory=dict)
    scale: float = 1.0  # larger on a sheet of its own
    wide: float = 0.0
    width: float = 0.0
    height: float = 0.0
    placed: list[_Placed] = field(default_factory=list)
    tops: Sequence[Top] = ()

    @property
    def shape(self) -> TableShape:
        """The table that the rows stand at."""
        return shape_of(self.rows.keys())

    def measure(self, width: float) -> float:
        if width != self.width:
            self.width = width
            counts = {name: len(chairs) for name, chairs in self.rows.items()}
            made = arranged(counts, self.shape, width, _SIZES.times(self.scale), dict(_heads(self.rows)))
            self.wide, self.height, self.tops = made.wide, made.height, made.tops
            self.placed = [
                _Placed(self.rows[spot.row][spot.place], spot.across, spot.down) for spot in made.spots
            ]
        return self.height

    @property
    def high(self) -> float:
        """How high a chair is."""
        return _HIGH * self.scale

    def lead(self) -> float:
        return self.height

    def cut(self, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002 - a table is never cut
        return None

    def draw(self, canvas: Any, x: float, top: float) -> None:
        middle = x + self.width / 2
        self._draw_table(canvas, middle, top)
        for one in self.placed:
            self._draw_chair(canvas, one, middle + one.across - self.wide / 2, top - one.down - self.high)

    def _draw_table(self, canvas: Any, middle: float, top: float) -> None:
        canvas.setFillColor(_TABLE_FILL)
        for piece in self.tops:
            left, below = middle + piece.across - piece.width / 2, top - piece.down - piece.height
            if self.shape is TableShape.ROUND:
                canvas.ellipse(left, below, left + piece.width, below + piece.height, stroke=0, fill=1)
            else:
                canvas.roundRect(left, below, piece.width, piece.height, 4, stroke=0, fill=1)
        count = sum(len(self.rows.get(row, ())) for row in ROWS[self.shape])
        words = ngettext("Table, {count} seat", "Table, {count} seats", count).format(count=count)
        for piece in self.tops[:1]:
            style = _scaled(_ROLE, self.scale)
            line = shorten(Span(words), style, piece.width)
            left, base = middle + piece.across - piece.width / 2, top - piece.down - piece.height / 2 - 2
            _centred(canvas, line, style, left, piece.width, base)

    def _draw_chair(self, canvas: Any, one: _Placed, left: float, below: float) -> None:
        canvas.setFillColor(_OURS_FILL if one.chair.ours else HexColor("#FFFFFF"))
        canvas.setStrokeColor(ACCENT if one.chair.head else LINE)
        canvas.setLineWidth(0.9 if one.chair.head else 0.6)
        canvas.roundRect(left, below, self.wide, self.high, 3, stroke=1, fill=1)
        _draw_mark(canvas, left + _MARK * 2, below + self.high - _MARK * 2, ours=one.chair.ours)
        name_style, role_style = _scaled(_NAME, self.scale), _scaled(_ROLE, self.scale)
        name = fitted(one.chair.name, name_style, self.wide - _SIDES, _MOST_OF_NAME)
        title = fitted(one.chair.below, role_style, self.wide - _SIDES, _MOST_LINES - len(name))
        high = len(name) * name_style.leading + len(title) * role_style.leading
        base = below + (self.high + high) / 2 - name_style.size * 0.9
        for words, style in ((name, name_style), (title, role_style)):
            for line in words:
                _centred(canvas, line, style, left, self.wide, base)
                base -= style.leading


def _draw_mark(canvas: Any, across: float, up: float, *, ours: bool) -> None:
    """Draw whose side it is, for those who see no colours: a disk for ours, a ring for the host's."""
    canvas.setFillColor(ACCENT)
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(0.6)
    canvas.circle(across, up, _MARK, stroke=1, fill=int(ours))


def _scaled(style: Style, scale: float) -> Style:
    return replace(style, size=style.size * scale, leading=style.leading * scale)


def _heads(rows: Rows) -> Iterator[tuple[str, float]]:
    """Yield where the heads sit that face each other: these chairs stand in the middle of the drawing."""
    for name in (TableRow.HOST, TableRow.OURS):
        found = [place for place, chair in enumerate(rows.get(name, ())) if chair.head]
        if found:
            yield str(name), found[0]


def _centred(canvas: Any, line: Line, style: Style, left: float, width: float, base: float) -> None:
    draw_lines(canvas, [line], style, [left + (width - line_width(line)) / 2], base)
