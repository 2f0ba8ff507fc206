"""Why what was typed into a cell is refused: a sentence below it."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.theme.fonts import SMALL_PX, ui_font
from app.ui.widgets.labels import PlainLabel

_WIDEST_PX = 320
_GAP_PX = 2


class CellFault(QFrame):
    """Lies over the rows below the cell, or above where there is no room."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self.setProperty("role", "notice")
        self.setProperty("tone", "bad")
        self._words = PlainLabel("", wrap=True, tone="bad")
        self._words.setFont(ui_font(SMALL_PX))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(self._words)
        self.hide()

    def text(self) -> str:
        """Return what is said."""
        return self._words.text()

    def say(self, words: str, cell: QRect) -> None:
        """Say what is wrong in a cell; with no words, that nothing is."""
        self._words.setText(words)
        self.setVisible(bool(words))
        if words:
            self.place(cell)
            self.raise_()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def place(self, cell: QRect) -> None:
        """Stand at a cell."""
        room = self._viewport.rect()
        width = min(_WIDEST_PX, room.width())
        height = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        below = cell.bottom() + _GAP_PX
        top = below if below + height <= room.bottom() else cell.top() - height - _GAP_PX
        left = max(0, min(cell.left(), room.right() - width))
        self.setGeometry(left, top, width, height)
