"""A field that is ticked."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from app.ui.forms.field import Field
from app.ui.forms.record import Record
from app.ui.widgets.plain import literal, set_tip

_LEAST_PX = 120


class Tick(QCheckBox):
    """A box to tick, with words that are elided where there is no room; then its tip tells the whole."""

    def __init__(self, words: str) -> None:
        super().__init__(literal(words))
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        # By the whole words, not by what is shown of them: else a box once narrow would stay so.
        return super().sizeHint() + QSize(self._wide(literal(self._words)) - self._wide(self.text()), 0)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), _LEAST_PX), hint.height())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        room = self.width() - (super().sizeHint().width() - self._wide(self.text()))
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        if literal(shown) != self.text():
            self.setText(literal(shown))
            set_tip(self, "" if shown == self._words else self._words)

    def _wide(self, text: str) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, text).width()


class TickField(Field):
    """Yes or no. ``label`` stands above, and ``words`` beside the tick; without words, the label does."""

    def __init__(self, record: Record, column: str, label: str, words: str = "") -> None:
        self._box = Tick(words or label)
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
