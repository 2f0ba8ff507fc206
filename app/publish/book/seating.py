"""The seating plan of a meeting, drawn: the host's side above, ours below, each in its chairs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import cos, pi, sin
from typing import Any

from reportlab.lib.colors import HexColor

from app.domain.seating import ROWS, TableRow, TableShape, shape_of
from app.domain.words import Role, Side
from app.planning.released import Entry
from app.publish.book.blocks import Block, draw_lines, line_width
from app.publish.book.fonts import SEMIBOLD
from app.publish.book.parts import under
from app.publish.book.styles import ACCENT, INK, LINE, MUTED, SMALL, Style
from app.publish.book.text import Line, Span, lines, shorten
from app.publish.book.view import Book
from app.wording import _, ngettext
from app.wording.names import word_name

_HIGH, _GAP = 36.0, 5.0  # points: a chair, and between two
_WIDEST, _NARROWEST = 96.0, 40.0
_MOST_LINES, _MOST_OF_NAME = 3, 2  # in a chair
_FLATTEST, _DEEPEST = 44.0, 240.0  # half the height of a round table with its chairs
_TABLE = 24.0  # how high a table between two rows is
_OURS_FILL, _TABLE_FILL = HexColor("#E6EEF8"), HexColor("#EEF1F5")
_NAME = Style(size=7.4, leading=9, font=SEMIBOLD, colour=INK)
_ROLE = replace(SMALL, size=6.4, leading=8, colour=MUTED)
_BEHIND = (TableRow.HOST_BEHIND, TableRow.BEHIND)


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
    rows = _rows(book, entry)
    if not rows:
        return []
    return under(_("Seating"), [TablePlan(rows=rows, marking=entry.marking, after=6.0)])


def _rows(book: Book, entry: Entry) -> Rows:
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
    """A table with its chairs. It stands on one page whole."""

    rows: Rows = field(default_factory=dict)
    wide: float = 0.0
    width: float = 0.0
    height: float = 0.0
    placed: list[_Placed] = field(default_factory=list)
    table: tuple[float, float, float, float] | None = None  # across, down, width, height; as placed chairs

    @property
    def shape(self) -> TableShape:
        """The table that the rows stand at."""
        return shape_of(self.rows.keys())

    def measure(self, width: float) -> float:
        if width != self.width:
            self.width = width
            self.wide = _chair_width(self.rows, self.shape, width)
            self._place()
        return self.height

    def lead(self) -> float:
        return self.height

    def cut(self, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002 - a table is never cut
        return None

    def _place(self) -> None:
        known = {row.value for row in (*ROWS[self.shape], *_BEHIND)}
        self.placed, self.height = [], 0.0
        self._line(self.rows.get(TableRow.HOST_BEHIND, ()))
        {
            TableShape.FACING: self._facing,
            TableShape.ROUND: self._round,
            TableShape.HORSESHOE: self._horseshoe,
        }[self.shape]()
        self._line(self.rows.get(TableRow.BEHIND, ()))
        for name, chairs in self.rows.items():
            if name not in known:  # seats of another table, or of a row that somebody named
                self._line(chairs)

    def _line(self, chairs: tuple[Chair, ...], *, by_head: bool = False) -> None:
        """Place a row from side to side, its middle or its head in the middle of the plan."""
        if not chairs:
            return
        pitch = self.wide + _GAP
        middle = (len(chairs) - 1) / 2
        if by_head:
            middle = next((place for place, chair in enumerate(chairs) if chair.head), middle)
        for place, chair in enumerate(chairs):
            self.placed.append(_Placed(chair, (place - middle) * pitch, self.height))
        self.height += _HIGH + _GAP

    def _facing(self) -> None:
        self._line(self.rows.get(TableRow.HOST, ()), by_head=True)
        above = self.height
        self.height += _TABLE + _GAP
        self._line(self.rows.get(TableRow.OURS, ()), by_head=True)
        there = [one.across for one in self.placed] or [0.0]
        left, right = min(there) - self.wide / 2, max(there) + self.wide / 2
        self.table = ((left + right) / 2, above, right - left, _TABLE)

    def _round(self) -> None:
        chairs = self.rows.get(TableRow.ROUND, ())
        across = (self.width - self.wide) / 2 if len(chairs) > 2 else 0.0  # noqa: PLR2004 - two face each other
        across = min(across, 36.0 * len(chairs))
        down = self._apart(len(chairs), across)
        for place, chair in enumerate(chairs):
            turn = 2 * pi * place / len(chairs)
            self.placed.append(_Placed(chair, across * sin(turn), self.height + down * (1 - cos(turn))))
        inner = max(across - self.wide / 2 - _GAP, 30.0)
        below = max(2 * down - _HIGH - 2 * _GAP, _TABLE)
        self.table = (0.0, self.height + _HIGH + _GAP, 2 * inner, below)
        self.height += 2 * down + _HIGH + _GAP

    def _apart(self, count: int, across: float) -> float:
        """Return the least half height of a round table at which no chair covers the next."""
        down = _FLATTEST
        while down < _DEEPEST and not self._is_clear(count, across, down):
            down += _GAP
        return down

    def _is_clear(self, count: int, across: float, down: float) -> bool:
        turns = [2 * pi * place / count for place in range(count + 1)]
        return all(
            across * abs(sin(one) - sin(other)) >= self.wide + _GAP
            or down * abs(cos(one) - cos(other)) >= _HIGH + _GAP
            for one, other in pairwise(turns)
        )

    def _horseshoe(self) -> None:
        self._line(self.rows.get(TableRow.HEAD, ()))
        left, right = (self.rows.get(row, ()) for row in (TableRow.LEFT, TableRow.RIGHT))
        above = self.height
        for chairs, side in ((left, -1), (right, 1)):
            for place, chair in enumerate(chairs):
                down = above + place * (_HIGH + _GAP)
                self.placed.append(_Placed(chair, side * (self.wide + _GAP), down))
        longest = max(len(left), len(right), 1)
        self.height += longest * (_HIGH + _GAP)
        self.table = (0.0, above, self.wide, longest * (_HIGH + _GAP) - _GAP)

    def draw(self, canvas: Any, x: float, top: float) -> None:
        middle = x + self.width / 2
        self._draw_table(canvas, middle, top)
        for one in self.placed:
            self._draw_chair(canvas, one, middle + one.across - self.wide / 2, top - one.down - _HIGH)

    def _draw_table(self, canvas: Any, middle: float, top: float) -> None:
        if self.table is None:
            return
        across, down, width, height = self.table
        left, below = middle + across - width / 2, top - down - height
        canvas.setFillColor(_TABLE_FILL)
        if self.shape is TableShape.ROUND:
            canvas.ellipse(left, below, left + width, below + height, stroke=0, fill=1)
        else:
            canvas.roundRect(left, below, width, height, 4, stroke=0, fill=1)
        count = sum(len(self.rows.get(row, ())) for row in ROWS[self.shape])
        words = ngettext("Table, {count} seat", "Table, {count} seats", count).format(count=count)
        line = shorten(Span(words), _ROLE, width)
        _centred(canvas, line, _ROLE, left, width, below + height / 2 - 2)

    def _draw_chair(self, canvas: Any, one: _Placed, left: float, below: float) -> None:
        canvas.setFillColor(_OURS_FILL if one.chair.ours else HexColor("#FFFFFF"))
        canvas.setStrokeColor(ACCENT if one.chair.head else LINE)
        canvas.setLineWidth(0.9 if one.chair.head else 0.6)
        canvas.roundRect(left, below, self.wide, _HIGH, 3, stroke=1, fill=1)
        name = _fitted(one.chair.name, _NAME, self.wide, _MOST_OF_NAME)
        title = _fitted(one.chair.below, _ROLE, self.wide, _MOST_LINES - len(name))
        high = len(name) * _NAME.leading + len(title) * _ROLE.leading
        base = below + (_HIGH + high) / 2 - _NAME.size * 0.9
        for words, style in ((name, _NAME), (title, _ROLE)):
            for line in words:
                _centred(canvas, line, style, left, self.wide, base)
                base -= style.leading


def _chair_width(rows: Rows, shape: TableShape, width: float) -> float:
    """Return how wide a chair can be so that the longest row fits; the heads face each other."""
    if shape is TableShape.FACING:
        reach = max(_reaches(rows), default=0.5)
    else:
        reach = max((len(chairs) / 2 for chairs in _level(rows)), default=0.5)
    fits = width / (2 * reach) - _GAP
    if shape is TableShape.ROUND:
        count = len(rows.get(TableRow.ROUND, ())) or 1
        fits = min(fits, width / 2 * pi / count * 1.25 - _GAP)
    return max(min(fits, _WIDEST), _NARROWEST)


def _level(rows: Rows) -> Iterable[tuple[Chair, ...]]:
    """Return the rows that run from side to side."""
    upright = {TableRow.ROUND, TableRow.LEFT, TableRow.RIGHT}
    return (chairs for name, chairs in rows.items() if name not in upright)


def _reaches(rows: Rows) -> Iterator[float]:
    """Yield how far each row reaches from the middle of the plan, in chairs."""
    for name, chairs in rows.items():
        heads = [place for place, chair in enumerate(chairs) if chair.head]
        if heads and name in {TableRow.HOST, TableRow.OURS}:
            yield max(heads[0], len(chairs) - 1 - heads[0]) + 0.5
        else:
            yield len(chairs) / 2


def _fitted(words: str, style: Style, width: float, most: int) -> list[Line]:
    """Return words on ``most`` lines at the most; what does not fit ends in an ellipsis."""
    found = lines((" ".join(words.split()),), style, width - 8)
    if len(found) <= most:
        return found
    rest = " ".join("".join(piece.text for piece in line).strip() for line in found[most - 1 :])
    return [*found[: most - 1], shorten(Span(rest), style, width - 8)]


def _centred(canvas: Any, line: Line, style: Style, left: float, width: float, base: float) -> None:
    draw_lines(canvas, [line], style, [left + (width - line_width(line)) / 2], base)
