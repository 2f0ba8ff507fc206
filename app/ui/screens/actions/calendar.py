"""The actions by the days on which they are due: a month, and what is due outside of it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.planning.views.actions import ActionRow
from app.ui.screens.actions.month_view import MonthView
from app.ui.widgets.bar import BarLayout
from app.ui.widgets.buttons import IconButton, PlainButton
from app.ui.widgets.labels import MutedLabel, TitleLabel
from app.wording import _, ngettext
from app.wording.dates import month_long

_MONTH_PX = 150


class DueCalendar(QWidget):
    """Shows actions in the grid of a month; ``chosen`` and ``opened`` carry the id of one.

    ``moved`` carries the id of one and the day to which it was moved by hand.
    """

    chosen = Signal(str)
    opened = Signal(str)
    moved = Signal(str, object)

    def __init__(self, today: date, *, read_only: bool = False) -> None:
        super().__init__()
        self.view = MonthView(today, read_only=read_only)
        self.setFocusProxy(self.view)
        self.before = IconButton("chevron-left", _("Month before (Page up)"))
        self.after = IconButton("chevron-right", _("Month after (Page down)"))
        self.today = PlainButton(_("Today"))
        self.earlier, self.later = PlainButton(role="link"), PlainButton(role="link")
        self.someday = MutedLabel()
        self.save = PlainButton(_("Save due dates"), icon_name="calendar")
        self._name = TitleLabel("", small=True)
        self._name.setMinimumWidth(_MONTH_PX)
        bar = QFrame()
        row = BarLayout(bar)
        for widget in (self.before, self._name, self.after, self.today, self.earlier, self.later):
            row.addWidget(widget)
        row.add_right(self.someday)
        row.add_right(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.view, 1)
        self.before.clicked.connect(self._go_before)
        self.after.clicked.connect(self._go_after)
        self.today.clicked.connect(self._go_today)
        self.earlier.clicked.connect(self._go_earlier)
        self.later.clicked.connect(self._go_later)
        self.view.turned.connect(self._tell)
        self.view.chosen.connect(self.chosen)
        self.view.opened.connect(self.opened)
        self.view.moved.connect(self.moved)
        self._tell()

    def show_rows(self, rows: Sequence[ActionRow]) -> None:
        """Show these actions."""
        self.view.month.show_rows(rows)
        count = sum(row.due_on is None for row in rows)
        words = ngettext("{count} without a day", "{count} without a day", count).format(count=count)
        self.someday.setText(words if count else "")
        self._tell()

    def mark(self, row: ActionRow | None) -> None:
        """Show which action is the current one, in its month."""
        self.view.mark(row)

    @Slot()
    def _tell(self) -> None:
        """Name the month, and say what is due outside of what is in view."""
        model = self.view.month
        self._name.setText(month_long(model.month))
        first, last = model.day(model.index(0, 0)), model.day(model.index(5, 6))
        earlier = sum(len(model.rows_on(day)) for day in model.due_days() if day < first)
        later = sum(len(model.rows_on(day)) for day in model.due_days() if day > last)
        self.earlier.set_words(ngettext("{count} earlier", "{count} earlier", earlier).format(count=earlier))
        self.later.set_words(ngettext("{count} later", "{count} later", later).format(count=later))
        self.earlier.setVisible(bool(earlier))
        self.later.setVisible(bool(later))

    @Slot()
    def _go_before(self) -> None:
        self.view.show_months_away(-1)

    @Slot()
    def _go_after(self) -> None:
        self.view.show_months_away(1)

    @Slot()
    def _go_today(self) -> None:
        self.view.show_day(self.view.today)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go_earlier(self) -> None:
        """Go to the last day before what is in view on which something is due."""
        first = self.view.month.day(self.view.month.index(0, 0))
        self.view.show_day(max(day for day in self.view.month.due_days() if day < first))

    @Slot()
    def _go_later(self) -> None:
        last = self.view.month.day(self.view.month.index(5, 6))
        self.view.show_day(min(day for day in self.view.month.due_days() if day > last))
