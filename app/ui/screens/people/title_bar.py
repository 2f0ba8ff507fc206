"""The bar above a page of the room: the way back, a title, and what can be done with the page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.tables.bar import HEADER_PX
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import MutedLabel, TitleLabel
from app.wording import _


class PageBar(QFrame):
    """``back`` asks for the lists again."""

    back = Signal()

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.back_button = PlainButton(_("People"), icon_name="chevron-left", role="quiet")
        self.back_button.clicked.connect(self.back)
        self._title = TitleLabel(title, elide=True)
        self._detail = MutedLabel(elide=True)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(8, 0, 16, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.back_button)
        self._row.addWidget(self._title)
        self._row.addWidget(self._detail, 1)
        inside = QWidget()
        inside.setFixedHeight(HEADER_PX)
        inside.setLayout(self._row)
        rule = QFrame()
        rule.setProperty("role", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(inside)
        column.addWidget(rule)

    def show_words(self, title: str, detail: str) -> None:
        """Show a title, and behind it muted what is known besides."""
        self._title.setText(title)
        self._detail.setText(detail)

    def add_button(self, button: PlainButton) -> None:
        """Put a button at the end."""
        self._row.addWidget(button)
