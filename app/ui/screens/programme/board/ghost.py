"""What a hand carries over the board: pale boxes where the entries would be, and their times."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.ui.screens.programme.board.lettering import Hand, font, metrics
from app.ui.theme.style import theme

_OVER = 10.0
_RADIUS = 5.0
_LABEL_PX = 20.0
_PAD_PX = 8.0


@dataclass(frozen=True, slots=True)
class Carried:
    """Where a hand holds things: boxes in pixels of the scene, their times in words, whether it may be."""

    rects: tuple[QRectF, ...]
    words: tuple[str, ...]
    allowed: bool = True


_NOTHING = Carried((), ())


class Ghost(QGraphicsItem):
    """Paints what is carried, over everything else."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(_OVER)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # it is told what is seen
        self._carried = _NOTHING
        self._bounds = QRectF()
        self._label = QRectF()
        self.hide()

    @property
    def carried(self) -> Carried:
        """What is carried now."""
        return self._carried

    def carry(self, carried: Carried, within: QRectF) -> None:
        """Show these boxes; their times stand beside the first, inside ``within``."""
        if carried == self._carried and self.isVisible():
            return
        self.prepareGeometryChange()
        self._carried = carried
        self._label = _label_rect(carried, within)
        bounds = self._label
        for rect in carried.rects:
            bounds = bounds.united(rect)
        self._bounds = bounds.adjusted(-3, -3, 3, 3)
        self.show()
        self.update()

    def let_go(self) -> None:
        """Carry nothing."""
        if self.isVisible():
            self._carried = _NOTHING
            self.hide()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None, /
    ) -> None:
        tokens = theme().tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(tokens.accent if self._carried.allowed else tokens.bad)
        fill = QColor(edge)
        fill.setAlpha(44)
        painter.setPen(QPen(edge, 1.5))
        painter.setBrush(fill)
        seen = option.exposedRect.adjusted(-_RADIUS, -_RADIUS, _RADIUS, _RADIUS)
        for rect in self._carried.rects:
            if rect.intersects(seen):
                painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(edge)
        painter.drawRoundedRect(self._label, 4, 4)
        painter.setFont(font(Hand.SMALL))
        painter.setPen(QColor(tokens.on_accent if self._carried.allowed else tokens.panel))
        for number, words in enumerate(self._carried.words):
            at = QPointF(self._label.left() + _PAD_PX, self._label.top() + 14 + number * (_LABEL_PX - 5))
            painter.drawText(at, words)


def _label_rect(carried: Carried, within: QRectF) -> QRectF:
    if not carried.words or not carried.rects:
        return QRectF()
    measure = metrics(Hand.SMALL)
    width = max(measure.horizontalAdvance(words) for words in carried.words) + 2 * _PAD_PX
    height = _LABEL_PX + (len(carried.words) - 1) * (_LABEL_PX - 5)
    first: Sequence[QRectF] = carried.rects
    left = min(max(first[0].left(), within.left()), max(within.right() - width, within.left()))
    top = first[0].top() - height - 4
    if top < within.top():
        top = min(first[0].bottom() + 4, within.bottom() - height)
    return QRectF(left, top, width, height)
