"""A field of one line that shows the beginning of its text, and dots where the rest has no room."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyleOptionFrame,
    QStylePainter,
    QToolButton,
    QToolTip,
)

from app.ui.widgets.plain import tip_markup

_INSIDE_PX = 2  # Qt's own, between the contents of a line edit and its words


class Line(QLineEdit):
    """A line edit that ends in dots where a text that nobody edits has too little room.

    Qt cuts it through the letter, and leaves it at the end that was typed last.
    """

    def setText(self, text: str | None, /) -> None:
        super().setText(text)
        self.setCursorPosition(0)

    def shown_text(self) -> str:
        """Return the text as there is room for it."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self._room().width())

    def event(self, event: QEvent, /) -> bool:
        # What is cut is told whole, whatever else the tip would say.
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._is_cut():
            QToolTip.showText(event.globalPos(), tip_markup(self.text()), self)
            return True
        return super().event(event)

    def _is_cut(self) -> bool:
        return self.shown_text() != self.text()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self.hasFocus() or not self._is_cut():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        painter.setPen(self.palette().text().color())
        painter.drawText(
            self._room(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown_text()
        )
        painter.end()

    def _room(self) -> QRect:
        """Return where the words stand: within the frame, and beside the buttons in the field."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        room.adjust(_INSIDE_PX, 0, -_INSIDE_PX, 0)
        for button in self.findChildren(QToolButton):
            if button.isVisibleTo(self) and button.width():
                if button.x() > self.width() // 2:
                    room.setRight(min(room.right(), button.x() - _INSIDE_PX))
                else:
                    room.setLeft(max(room.left(), button.geometry().right() + _INSIDE_PX))
        return room
