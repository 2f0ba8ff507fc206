"""A line that is searched by while one types, also by the syllable that is still being composed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class ComposingLine(QLineEdit):
    """``sought`` carries the text together with the syllable that is being composed.

    A syllable in the making stands in no text yet: ``textChanged`` says nothing of it.
    """

    sought = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composed = ""
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

    @Slot()
    def _tell(self) -> None:
        self.sought.emit(self.whole())
