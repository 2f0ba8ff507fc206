"""The foot of an inspector: the way to the page of what is shown, and its end."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.buttons import PlainButton
from app.wording import _


class Foot(QFrame):
    """A line of buttons below the fields; away where it has nothing to offer."""

    page_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, deletes: bool) -> None:
        super().__init__(parent)
        self._offered = True
        self._deletes = deletes
        self.page = PlainButton("", self)
        self.delete = PlainButton(_("Delete"), self, icon_name="trash", role="quiet")
        self.delete.setVisible(deletes)
        self.page.clicked.connect(self.page_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 8, 8)
        row.addWidget(self.page)
        row.addStretch(1)
        row.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule)
        column.addLayout(row)
        self._fit()

    def show_page(self, words: str) -> None:
        """Offer to open a page with these words; none: there is no page."""
        self.page.set_words(words)
        self._fit()

    def offer_page(self, *, offered: bool) -> None:
        """Say whether the page can be opened from here."""
        self._offered = offered
        self._fit()

    def _fit(self) -> None:
        opens = self._offered and bool(self.page.words())
        self.page.setVisible(opens)
        self.setVisible(opens or self._deletes)
