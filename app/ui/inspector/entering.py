"""A line in which something is added with Enter, one after another."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.domain.errors import AideError
from app.ui.theme.style import restyle
from app.ui.widgets.plain import set_tip
from app.wording.errors import sentence


class EnterLine(QLineEdit):
    """Takes words; Enter adds what they say, and the line is empty again. Refused, they stay."""

    def __init__(self, words: str, add: Callable[[str], object]) -> None:
        super().__init__()
        self._add = add
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.returnPressed.connect(self.enter)
        self.textEdited.connect(self._clear_fault)

    @Slot()
    def enter(self) -> None:
        """Add what is typed."""
        if not self.text().strip() or self.isReadOnly():
            return
        try:
            self._add(self.text())
        except AideError as error:
            self._mark(sentence(error))
            return
        self.clear()
        self._mark("")

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._mark("")
            return
        super().keyPressEvent(event)

    @Slot()
    def _clear_fault(self) -> None:
        self._mark("")

    def _mark(self, wrong: str) -> None:
        self.setProperty("invalid", bool(wrong))
        self.setAccessibleDescription(wrong)
        set_tip(self, wrong)
        restyle(self)
