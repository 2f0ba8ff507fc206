"""The looks that all parts of the room share."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.widgets.labels import MutedLabel, PlainLabel, TitleLabel

WIDEST_PX = 640
_GAP_PX = 12


class SettingsCard(QFrame):
    """A card with a title, a sentence that says what is set in it, and below them what a part adds."""

    def __init__(self, title: str, about: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setMaximumWidth(WIDEST_PX)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 16)
        self.column.setSpacing(_GAP_PX)
        self.column.addWidget(TitleLabel(title, small=True))
        self._about = PlainLabel(about, wrap=True, tone="muted")
        self.column.addWidget(self._about)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        # What scrolls asks how low a card may be, not how high its words are: the fields would be squeezed.
        self._about.setMinimumHeight(self._about.heightForWidth(self._about.width()))


class Named(QWidget):
    """A control that is no editor, with its name above and perhaps a remark below."""

    def __init__(self, name: str, control: QWidget) -> None:
        super().__init__()
        self.remark = MutedLabel(wrap=True)
        self.remark.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(MutedLabel(name))
        column.addWidget(control)
        column.addWidget(self.remark)

    def say(self, words: str) -> None:
        """Remark something below the control; no words take the remark away."""
        self.remark.setText(words)
        self.remark.setVisible(bool(words))
