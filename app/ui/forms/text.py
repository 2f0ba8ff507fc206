"""A field of one line of text."""

from PySide6.QtWidgets import QLineEdit

from app.ui.forms.field import Field
from app.ui.forms.record import Record


class TextField(Field):
    """One line of text."""

    def __init__(self, record: Record, column: str, label: str, *, hint: str = "") -> None:
        self._line = QLineEdit()
        super().__init__(record, column, label, self._line, hint=hint)
        self._line.editingFinished.connect(self.leave)
        self._line.textEdited.connect(self.typed)

    def text(self) -> str:
        return self._line.text()

    def set_text(self, text: str) -> None:
        self._line.setText(text)
        self._line.setCursorPosition(0)

    def set_read_only(self, *, read_only: bool) -> None:
        self._line.setReadOnly(read_only)
