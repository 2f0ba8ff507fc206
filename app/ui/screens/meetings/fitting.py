"""A label of running words that fits any width: a word longer than a line is broken where the line ends."""

from math import ceil

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout, QTextOption

from app.ui.widgets.labels import PlainLabel

_LEAST_PX = 60
_USUAL_PX = 160
_LINE_BREAK = "\u2028"  # what a text layout breaks a line at


class FittingLabel(PlainLabel):
    """Shows its text whole on as many lines as it needs. Qt's own label is as wide as its longest word."""

    def __init__(self, text: str = "", *, font: QFont | None = None) -> None:
        super().__init__(text, wrap=True)
        if font is not None:
            self.setFont(font)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return ceil(self._laid_out(width).boundingRect().height())

    def sizeHint(self) -> QSize:
        return QSize(_USUAL_PX, self.heightForWidth(_USUAL_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_PX, self.fontMetrics().lineSpacing())

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> QTextLayout:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(self.text().replace("\n", _LINE_BREAK), self.font())
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout
