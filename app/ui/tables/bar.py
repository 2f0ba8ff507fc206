"""The head of a room that is a table: title, controls, filter, count."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.ui.widgets.bar import BarLayout
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import MutedLabel, TitleLabel
from app.ui.widgets.plain import set_tip
from app.ui.widgets.search import SearchBox
from app.wording import _, ngettext

HEADER_PX = 48
_FILTER_PX = (96, 220)
_AFTER_TITLE_PX = 4


class FilterBox(SearchBox):
    """Takes words; Esc takes them away, and then leaves, as Down does. ``left`` comes when it is left."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Filter"), _("Filter the list"), parent)
        self.setMinimumWidth(_FILTER_PX[0])
        self.setMaximumWidth(_FILTER_PX[1])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_tip(self, _("Words in any order; Hangul initials too ({keys})").format(keys="Ctrl+F"))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class RoomBar(QFrame):
    """Title, controls, buttons to add and to change what is selected; filter and count at the right."""

    def __init__(self, title: str, add_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "ground")
        self.add = PlainButton(add_words, icon_name="plus")
        if not add_words:
            self.add.hide()  # never shown before it has its place: it would be a window
        set_tip(self.add, f"{add_words} (Ctrl+N)")
        self.change = PlainButton("")
        self.change.hide()
        self.filter = FilterBox()
        self.left = self.filter.left
        self.count = MutedLabel()
        inside = QWidget()
        self._row = BarLayout(inside)
        named = TitleLabel(title, elide=True)
        named.setContentsMargins(0, 0, _AFTER_TITLE_PX, 0)
        for widget in (named, self.add, self.change):
            self._row.addWidget(widget)
        self._controls = 1
        self._row.add_right(self.filter)
        self._row.add_right(self.count)
        rule = QFrame()
        rule.setProperty("role", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(inside)
        column.addWidget(rule)

    def add_control(self, widget: QWidget) -> None:
        """Put a control between the title and the add button."""
        self._row.insert_left(self._controls, widget)
        self._controls += 1

    @Slot()
    def focus_filter(self) -> None:
        """Let the filter be typed."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def show_counts(self, shown: int, total: int) -> None:
        """Tell how many rows are in view, of how many."""
        # As wide as the widest that it can say: the filter beside it stays where it is.
        widest = _("{shown} of {total}").format(shown=total, total=total)
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance(widest))
        if shown == total:
            self.count.setText(str(total))
        else:
            self.count.setText(_("{shown} of {total}").format(shown=shown, total=total))
        spoken = ngettext("{shown} of {total} row shown", "{shown} of {total} rows shown", total)
        self.count.setAccessibleName(spoken.format(shown=shown, total=total))

    def show_change(self, count: int) -> None:
        """Offer to change as many selected rows; none hides the button."""
        self.change.setVisible(count > 0)
        words = ngettext("Change {count} selected", "Change {count} selected", count)
        self.change.set_words(words.format(count=count))
