"""The board in pixels: how wide a day is, how high an hour, and what lies at a point."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from app.domain.board.days import Column, Part
from app.ui.preferences import USUAL_ZOOM
from app.ui.screens.programme.board.plan import Box

DAY_MINUTES = 24 * 60
HOUR_MINUTES = 60
TOP_PX = 6  # above midnight, so that its words are whole
HOME_PX = 24  # at the right of each part: the hours at home
LEFT_PX = 4
_LINE_PX = 12.0  # for a line of words
_HOME_FROM_PX = 88.0  # in narrower parts they stand close
_CLOSE_PX, _CLOSE_FROM_PX = 16, 56.0  # still narrower ones are for the boxes alone
BETWEEN_PX = 2  # boxes
_PART_SHARE = 0.66  # of a day's width, for each of its parts where it has several


@dataclass(frozen=True, slots=True)
class Spot:
    """What lies at a point of the board: a part of a day, a wall minute of it, and the share of its width."""

    column: int
    part: int
    minute: float
    share: float


@dataclass(frozen=True)
class Measures:
    """Where parts, minutes and boxes are. ``column_px`` is the width of a day with one part.

    A day with several is wider, and so is one whose lanes need more room, unless all days are ``even``;
    ``lanes_px`` is what the lanes of a part need for boxes where days are as wide as usual.
    """

    columns: tuple[Column, ...]
    column_px: float
    hour_px: float
    even: bool = False
    lanes_px: float = 0.0

    @cached_property
    def _lefts(self) -> tuple[tuple[float, ...], ...]:
        lefts, at = [], 0.0
        for column in self.columns:
            width = self._part_px(column)
            lefts.append(tuple(at + number * width for number in range(len(column.parts))))
            at += width * len(column.parts)
        return tuple(lefts)

    @property
    def width(self) -> float:
        """The width of all days."""
        last = len(self.columns) - 1
        return self.column_right(last) if self.columns else 0.0

    @property
    def height(self) -> float:
        """The height of a day."""
        return self.y(DAY_MINUTES) + TOP_PX

    def column_left(self, column: int) -> float:
        """Return where a day begins."""
        return self._lefts[column][0]

    def column_right(self, column: int) -> float:
        """Return where a day ends."""
        last = len(self.columns[column].parts) - 1
        return self.left(column, last) + self.part_width(column)

    def left(self, column: int, part: int) -> float:
        """Return where a part of a day begins."""
        return self._lefts[column][part]

    def part_width(self, column: int) -> float:
        """Return how wide each part of a day is."""
        return self._part_px(self.columns[column])

    def _part_px(self, column: Column) -> float:
        count = len(column.parts)
        if self.even:
            return self.column_px / count
        share = 1.0 if count == 1 else _PART_SHARE
        least = (self.lanes_px + LEFT_PX + HOME_PX) / USUAL_ZOOM[0] if self.lanes_px else 0.0
        return self.column_px * max(share, least)

    def home_px(self, column: int) -> float:
        """Return how wide the hours at home are in each part of a day; 0 where it is too narrow for them."""
        width = self.part_width(column)
        if width >= _HOME_FROM_PX:
            return HOME_PX
        return _CLOSE_PX if width >= _CLOSE_FROM_PX else 0.0

    def inner_width(self, column: int) -> float:
        """Return what each part of a day has for boxes."""
        return self.part_width(column) - LEFT_PX - max(self.home_px(column), BETWEEN_PX)

    def y(self, minute: float) -> float:
        """Return the height at which a wall minute stands."""
        return TOP_PX + minute * self.hour_px / HOUR_MINUTES

    def minute(self, y: float) -> float:
        """Return the wall minute that stands at a height; beyond the day, its nearer end."""
        return min(max((y - TOP_PX) * HOUR_MINUTES / self.hour_px, 0.0), float(DAY_MINUTES))

    def part(self, column: int, part: int) -> Part:
        """Return a part of a day."""
        return self.columns[column].parts[part]

    def part_rect(self, column: int, part: int) -> QRectF:
        """Return the ground of a part of a day."""
        return QRectF(self.left(column, part), 0, self.part_width(column), self.height)

    def rect(self, box: Box) -> QRectF:
        """Return where a box is painted: one too low for a line of words borrows free ground below it."""
        piece = box.piece
        inner = self.inner_width(piece.column)
        left = self.left(piece.column, piece.part) + LEFT_PX
        top, bottom = self.y(piece.top), self.y(piece.bottom)
        return QRectF(
            left + inner * box.left,
            top + 0.5,
            max(inner * (box.right - box.left) - BETWEEN_PX, 3.0),
            max(bottom - top - 1.0, min(_LINE_PX, self.y(box.free) - top - 2.0), 3.0),
        )

    def at(self, point: QPointF) -> Spot | None:
        """Return what lies at a point; beyond the first and the last day, theirs. ``None`` without days."""
        if not self.columns:
            return None
        column = max(bisect_right(self._lefts, (point.x(),)) - 1, 0)
        if self._lefts[column][0] > point.x() and column:
            column -= 1
        width = self.part_width(column)
        within = max(point.x() - self._lefts[column][0], 0.0)
        part = min(int(within // width), len(self.columns[column].parts) - 1)
        inner = self.inner_width(column)
        share = (point.x() - self.left(column, part) - LEFT_PX) / inner if inner > 0 else 0.0
        return Spot(column, part, self.minute(point.y()), min(max(share, 0.0), 0.999))

    def days_at(self, left: float, right: float) -> range:
        """Return the days that are seen between two heights of the width."""
        if not self.columns:
            return range(0)
        first = max(bisect_right(self._lefts, (left,)) - 1, 0)
        last = first
        while last + 1 < len(self.columns) and self._lefts[last + 1][0] < right:
            last += 1
        return range(first, last + 1)
