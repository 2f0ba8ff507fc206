"""The thread from where a way leaves to where it arrives, over days and zones."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.measures import Measures
from app.ui.screens.programme.board.plan import Box, Plan
from app.ui.theme.palette import mix
from app.ui.theme.style import theme

_PEN_PX = 1.5
_UNDER = -1.0


class Join(QGraphicsItem):
    """A curve under the boxes, from the end of one piece of a way to the beginning of the next."""

    def __init__(self, start: QPointF, end: QPointF) -> None:
        super().__init__()
        self.setZValue(_UNDER)
        self._path = QPainterPath(start)
        half = (start.x() + end.x()) / 2
        self._path.cubicTo(QPointF(half, start.y()), QPointF(half, end.y()), end)

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-_PEN_PX, -_PEN_PX, _PEN_PX, _PEN_PX)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None, /
    ) -> None:
        tokens = theme().tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(mix(tokens.travel, tokens.panel, 0.55)), _PEN_PX, Qt.PenStyle.DotLine))
        painter.drawPath(self._path)


def joins(plan: Plan, lines: Mapping[str, BoardLine], measures: Measures) -> list[Join]:
    """Return the threads of all ways that stand in several pieces."""
    by_entry: dict[str, list[Box]] = {}
    for box in plan.boxes.values():
        line = lines[box.entry_id]
        if line.start_zone != line.end_zone or line.mode is not None:
            by_entry.setdefault(box.entry_id, []).append(box)
    found = []
    for boxes in by_entry.values():
        boxes.sort(key=lambda box: box.key)
        for one, other in pairwise(boxes):
            if one.key[1] != other.key[1]:
                start, end = measures.rect(one), measures.rect(other)
                found.append(
                    Join(QPointF(start.right(), start.bottom() - 3), QPointF(end.left(), end.top() + 3))
                )
    return found
