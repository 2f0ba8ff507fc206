"""The thread from where a way goes on to where it arrives, over days and zones."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.measures import HOUR_MINUTES, Measures
from app.ui.screens.programme.board.plan import Box, Plan
from app.ui.theme.palette import mix
from app.ui.theme.style import theme

_PEN_PX = 2.0
_UNDER = -1.0
_BEND_PX = 4.0
_BESIDE_HOUR_PX = 8.0  # no nearer to the middle of a written hour
_IN_PX = 3.0


class Join(QGraphicsItem):
    """A thread under the boxes, through the given points; its corners are round."""

    def __init__(self, points: tuple[QPointF, ...]) -> None:
        super().__init__()
        self.setZValue(_UNDER)
        self._path = _rounded(points)

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-_PEN_PX, -_PEN_PX, _PEN_PX, _PEN_PX)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None, /
    ) -> None:
        tokens = theme().tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(mix(tokens.travel, tokens.panel, 0.6)), _PEN_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)


def thread(start: QRectF, end: QRectF, edge: float, measures: Measures) -> tuple[QPointF, ...]:
    """Return the corners of a thread: out of the first box, along the edge ``edge``, into the second.

    It crosses the hours at home where none is written, and runs beside them, not over them.
    """
    leaves = _between_hours(start.bottom() - _IN_PX, measures)
    arrives = max(end.top() + _IN_PX, 0.0)
    return (
        QPointF(start.right(), min(leaves, start.bottom())),
        QPointF(edge, min(leaves, start.bottom())),
        QPointF(edge, arrives),
        QPointF(end.left(), arrives),
    )


def pairs(plan: Plan, lines: Mapping[str, BoardLine]) -> set[tuple[Box, Box]]:
    """Return between which pieces of ways there is a thread."""
    by_entry: dict[str, list[Box]] = {}
    for box in plan.boxes.values():
        if not (box.piece.starts and box.piece.ends) and _is_way(lines[box.entry_id]):
            by_entry.setdefault(box.entry_id, []).append(box)
    return {
        (one, other)
        for boxes in by_entry.values()
        for one, other in pairwise(sorted(boxes, key=lambda box: box.key))
        if one.key[1] != other.key[1]
    }


def join(one: Box, other: Box, measures: Measures) -> Join:
    """Return the thread between two pieces."""
    edge = measures.left(*other.place)
    return Join(thread(measures.rect(one), measures.rect(other), edge, measures))


def _is_way(line: BoardLine) -> bool:
    return line.start_zone != line.end_zone or line.mode is not None


def _between_hours(y: float, measures: Measures) -> float:
    """Return a height near ``y`` that is clear of the hours that are written for home."""
    if measures.hour_px < 3 * _BESIDE_HOUR_PX:
        return y
    hour = round(measures.minute(y) / HOUR_MINUTES) * HOUR_MINUTES
    return measures.y(hour) - _BESIDE_HOUR_PX if abs(y - measures.y(hour)) < _BESIDE_HOUR_PX else y


def _rounded(points: tuple[QPointF, ...]) -> QPainterPath:
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before))
        path.quadTo(corner, _towards(corner, after))
    path.lineTo(points[-1])
    return path


def _towards(corner: QPointF, point: QPointF) -> QPointF:
    """Return where the bend at a corner begins on the side of a point."""
    way = point - corner
    length = max(abs(way.x()), abs(way.y()))
    return corner + way * (min(_BEND_PX, length / 2) / length) if length else corner
