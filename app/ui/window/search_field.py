"""The field at the top of the window that opens the search over everything."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.fonts import SMALL_PX, ui_font
from app.ui.theme.icons import ICON_PX
from app.ui.theme.style import theme
from app.ui.window.painted import PaintedButton, draw_text
from app.wording import _

_HEIGHT_PX = 28
_WIDTH_PX = 440
_LEAST_PX = 120
_RADIUS = 6
_SIDE_PX = 9
_KEY_PX = 48


class SearchField(PaintedButton):
    """Looks like a field, and opens the list in which one types."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT_PX, parent)
        self._keys = keys
        self._words = _("Search people, meetings, topics, or run a command")
        self.setAccessibleName(self._words)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_PX)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH_PX, _HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        self._ground(painter, tokens.soft, tokens.line, _RADIUS)
        self._icon(painter, "search", tokens.muted, _SIDE_PX)
        painter.setPen(QColor(tokens.muted))
        painter.setFont(ui_font())
        left = _SIDE_PX + ICON_PX + 8
        draw_text(
            painter, QRect(left, 0, self.width() - left - _KEY_PX - _SIDE_PX, self.height()), self._words
        )
        self._paint_keys(painter)
        painter.end()

    def _paint_keys(self, painter: QPainter) -> None:
        tokens = theme().tokens
        painter.setFont(ui_font(SMALL_PX))
        width = QFontMetrics(painter.font()).horizontalAdvance(self._keys) + 10
        cap = QRect(self.width() - width - 5, 5, width, self.height() - 10)
        painter.setPen(QColor(tokens.line))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(cap, 3, 3)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)
