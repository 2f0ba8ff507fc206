"""A field of one line of text."""

from app.ui.forms.field import Field
from app.ui.forms.record import Record
from app.ui.widgets.line import Line


class TextField(Field):
    """One line of text."""

    def __init__(self, record: Record, column: str, label: str, *, hint: str = "") -> None:
        self._line = Line()
        super().__init__(record, column, label, self._line, hint=hint)
        self._line.editingFinished.connect(self.leave)
        self._line.textEdited.connect(self.typed)

    def text(self) -> str:
        return self._line.text()

    def set_text(self, text: str) -> None:
        self._line.setText(text)

    def set_read_only(self, *, read_only: bool) -> None:
        self._line.setReadOnly(read_only)
