"""What the hand carries over a seating plan: a pale chair, and what letting go would do."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.planning.views.seating import Seated
from app.ui.screens.meetings.seating.face import HIGH_PX, State, paint_sitter
from app.ui.theme.fonts import SMALL_PX, ui_font
from app.ui.theme.style import theme

_GRIP = QPoint(-24, -18)  # from the mouse to the corner
_LABEL_PX = 20
_PAD_PX = 8
_PALE = 0.94
_RADIUS = 5


class Ghost(QWidget):
    """Follows the mouse above everything that stands on the board."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sitter: Seated | None = None
        self._wide = 0
        self._label = 0
        self._shift = 0  # how far the label keeps the ghost off the board's edge
        self._font = ui_font(SMALL_PX)
        self._words = ""
        self.hide()

    @property
    def words(self) -> str:
        """What letting go would do."""
        return self._words

    def lift(self, sitter: Seated, wide: int) -> None:
        """Carry somebody, as wide as their chair is."""
        self._sitter, self._wide, self._words = sitter, wide, ""

    def follow(self, where: QPoint, words: str) -> None:
        """Be where the mouse is, in points of the board, and say what letting go would do."""
        board = self.parentWidget()
        assert board is not None
        metrics = QFontMetrics(self._font)
        room = board.width() - 2 * _PAD_PX
        self._words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        self._label = metrics.horizontalAdvance(self._words) + 2 * _PAD_PX if words else 0
        wide = max(self._wide, self._label)
        self.resize(QSize(wide, HIGH_PX + (_LABEL_PX + 2 if words else 0)))
        corner = where + _GRIP
        self._shift = max(0, corner.x() + wide - board.width()) if self._label > self._wide else 0
        self.move(corner - QPoint(self._shift, 0))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        if self._sitter is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(_PALE)
        paint_sitter(painter, QRectF(self._shift, 0, self._wide, HIGH_PX), self._sitter, State(target=True))
        painter.setOpacity(1)
        if self._words:
            tokens = theme().tokens
            box = QRectF(0, HIGH_PX + 2, self._label, _LABEL_PX)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.ink))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            painter.setFont(self._font)
            painter.setPen(QColor(tokens.panel))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self._words)
        painter.end()
