"""The field of the palette: it tells what is typed, and what is still being composed."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.widgets.clearing import let_clear
from app.wording import _

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SeekField(QLineEdit):
    """A line whose ``sought`` carries the text together with the syllable that is being composed.

    ``stepped`` is emitted by the arrow keys, ``taken`` by Enter, ``left`` by Escape.
    """

    sought = Signal(str)
    stepped = Signal(int)
    taken = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composed = ""
        self.setProperty("role", "seek")
        self.setPlaceholderText(_("Search people, meetings, topics, or run a command"))
        self.setAccessibleName(_("Search everything"))
        let_clear(self)
        self.textChanged.connect(self._tell)

    def whole(self) -> str:
        """Return the text with what is being composed where the cursor stands."""
        at = self.cursorPosition()
        return self.text()[:at] + self._composed + self.text()[at:]

    def inputMethodEvent(self, event: QInputMethodEvent, /) -> None:
        self._composed = ""
        super().inputMethodEvent(event)
        self._composed = event.preeditString()
        self._tell()

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

    @Slot()
    def _tell(self) -> None:
        self.sought.emit(self.whole())
