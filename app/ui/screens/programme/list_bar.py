"""The bar over the list: how it is grouped, what is changed of many, what is looked for."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.ui.forms.words import QuietBox
from app.ui.screens.programme.grouped import grouping_words
from app.ui.tables.bar import FilterBox
from app.ui.widgets.bar import BarLayout
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import MutedLabel
from app.ui.widgets.tuning import tune
from app.wording import _, ngettext

_GROUPS_PX = 132


class ListBar(QFrame):
    """``grouped`` carries the key of a way to group; ``filtered`` the words that are looked for."""

    grouped = Signal(str)
    filtered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "ground")
        self.groups = QuietBox()
        for key, words in grouping_words().items():
            self.groups.addItem(words, key)
        self.groups.setAccessibleName(_("How the list is grouped"))
        self.groups.setFixedWidth(_GROUPS_PX)
        self.groups.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tune(self.groups)
        self.change = PlainButton("")
        self.change.setMenu(QMenu(self.change))
        self.change.hide()
        self.filter = FilterBox()
        self.count = MutedLabel()
        inside = QWidget()
        row = BarLayout(inside)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self.groups)
        row.addWidget(self.change)
        row.add_right(self.count)
        row.add_right(self.filter)
        rule = QFrame()
        rule.setProperty("role", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(inside)
        column.addWidget(rule)
        self.groups.activated.connect(self._on_grouped)
        self.filter.sought.connect(self.filtered)

    def grouping(self) -> str:
        """Return the key of the way in which the list is grouped."""
        return str(self.groups.currentData())

    def show_grouping(self, key: str) -> None:
        """Show which way of grouping is in force."""
        self.groups.setCurrentIndex(self.groups.findData(key))

    def show_counts(self, shown: int, total: int) -> None:
        """Tell how many rows the filter leaves, where it leaves some out."""
        words = _("{shown} of {total}").format(shown=shown, total=total)
        self.count.setText("" if shown == total else words)

    def show_change(self, count: int) -> None:
        """Offer to change as many selected rows; none hides the button."""
        self.change.setVisible(count > 0)
        words = ngettext("Change {count} selected", "Change {count} selected", count)
        self.change.set_words(words.format(count=count))

    @Slot()
    def _on_grouped(self) -> None:
        self.grouped.emit(self.grouping())
