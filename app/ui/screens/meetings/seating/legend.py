"""What the marks of a seating plan mean."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.domain.words import Role, Side
from app.ui.screens.meetings.seating.face import MARK_PX, paint_mark
from app.ui.theme.icons import icon_pixmap
from app.ui.theme.style import theme
from app.ui.widgets.labels import MutedLabel
from app.wording.names import word_name

_FLAG_PX = 12


class _Mark(QWidget):
    """The mark of a side."""

    def __init__(self, side: Side) -> None:
        super().__init__()
        self._side = side
        self.setFixedSize(QSize(MARK_PX + 4, MARK_PX + 4))
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QPointF(self.width() / 2, self.height() / 2), self._side)
        painter.end()


class _Flag(QLabel):
    """The flag of who leads a side."""

    def __init__(self) -> None:
        super().__init__()
        theme().changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        ratio = self.devicePixelRatioF()
        self.setPixmap(icon_pixmap("flag", theme().tokens.accent, _FLAG_PX, ratio))


class Legend(QWidget):
    """A line of marks with their words."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for mark, words in (
            (_Mark(Side.OURS), word_name(Side.OURS)),
            (_Mark(Side.HOST), word_name(Side.HOST)),
            (_Flag(), word_name(Role.HEAD)),
        ):
            row.addWidget(mark)
            row.addWidget(MutedLabel(words))
            row.addSpacing(8)
        row.addStretch(1)
