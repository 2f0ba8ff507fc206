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
        self._words = words
        label = QFontMetrics(ui_font(SMALL_PX)).horizontalAdvance(words) + 2 * _PAD_PX if words else 0
        self.resize(QSize(max(self._wide, label), HIGH_PX + (_LABEL_PX + 2 if words else 0)))
        self.move(where + _GRIP)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        if self._sitter is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(_PALE)
        paint_sitter(painter, QRectF(0, 0, self._wide, HIGH_PX), self._sitter, State(target=True))
        painter.setOpacity(1)
        if self._words:
            tokens = theme().tokens
            box = QRectF(0, HIGH_PX + 2, self.width(), _LABEL_PX)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.ink))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            painter.setFont(ui_font(SMALL_PX))
            painter.setPen(QColor(tokens.panel))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self._words)
        painter.end()
