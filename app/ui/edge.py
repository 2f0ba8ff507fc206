"""A line between two panes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme.style import theme

_UPRIGHT = Qt.Orientation.Vertical


class Edge(QWidget):
    """A line of one pixel, upright or lying."""

    def __init__(self, orientation: Qt.Orientation = _UPRIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if orientation is _UPRIGHT:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme().tokens.line))
        painter.end()
