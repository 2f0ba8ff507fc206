"""What an empty screen shows: what it is for, and the next step."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme.icons import icon_pixmap
from app.ui.theme.style import theme
from app.ui.widgets.buttons import PlainButton, PrimaryButton
from app.ui.widgets.labels import PlainLabel

_ICON_PX = 32
_SENTENCE_PX = 360
_GAP_PX = 12


class EmptyState(QWidget):
    """An icon, a sentence and buttons, in the middle of the room there is."""

    def __init__(self, icon_name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(sentence)  # it may be given the keys, in place of what it stands for
        self._sentence = PlainLabel(sentence, wrap=True, tone="muted")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setFixedWidth(_SENTENCE_PX)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(_GAP_PX)
        column.addStretch(2)
        column.addWidget(self._icon)
        # Between stretches, not by the layout's alignment: that gives words that wrap no more than the
        # height they hint at, and cuts them.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._sentence)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addLayout(self._row)
        column.addStretch(3)
        theme().changed.connect(self._tint)
        self._tint()

    def say(self, sentence: str) -> None:
        """Say something else."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)

    def add_button(self, words: str, *, icon_name: str = "", primary: bool = False) -> PlainButton:
        """Add a next step, and return its button to be connected."""
        button = (
            PrimaryButton(words, icon_name=icon_name) if primary else PlainButton(words, icon_name=icon_name)
        )
        self._row.addWidget(button)
        return button

    @Slot()
    def _tint(self) -> None:
        color = theme().tokens.muted
        self._icon.setPixmap(icon_pixmap(self._icon_name, color, _ICON_PX, self.devicePixelRatioF()))
