"""A field that is ticked."""

from PySide6.QtWidgets import QCheckBox

from app.ui.forms.field import Field
from app.ui.forms.record import Record
from app.ui.widgets.plain import literal


class TickField(Field):
    """Yes or no. ``label`` stands above, and ``words`` beside the tick; without words, the label does."""

    def __init__(self, record: Record, column: str, label: str, words: str = "") -> None:
        self._box = QCheckBox(literal(words or label))
        super().__init__(record, column, label if words else "", self._box)
        self._label.setVisible(bool(words))
        self._box.setAccessibleName(words or label)
        self._box.clicked.connect(self.leave)

    def text(self) -> str:
        return str(self._box.isChecked())

    def set_text(self, text: str) -> None:
        self._box.setChecked(text == str(True))

    def value(self, text: str) -> bool:
        return text == str(True)

    def set_read_only(self, *, read_only: bool) -> None:
        self._box.setEnabled(not read_only)
