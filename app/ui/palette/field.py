"""The field of the palette: it tells what is typed, and what is still being composed."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.widgets.clearing import let_clear
from app.ui.widgets.composing import ComposingLine
from app.wording import _

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SeekField(ComposingLine):
    """A line that emits ``stepped`` by the arrow keys, ``taken`` by Enter, ``left`` by Escape."""

    stepped = Signal(int)
    taken = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "seek")
        self.setPlaceholderText(_("Search people, meetings, topics, or run a command"))
        self.setAccessibleName(_("Search everything"))
        let_clear(self)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = event.key()
        if key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key in _ENTER:
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(560, super().sizeHint().height())
