"""Putting a whole visit on other days."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.errors import AideError, PlanningError
from app.planning.shifting import shift_day
from app.planning.views.shifting import Shiftable
from app.ui.forms.number_text import read_whole
from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.panels.over import OverPanel
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.labels import MutedLabel
from app.wording import _, ngettext
from app.wording.dates import days as days_words
from app.wording.errors import sentence

_MOST_DAYS = 3660


class ShiftVisit(OverPanel):
    """Asks by how many days, and shows on which days the visit then is."""

    def __init__(self, host: QWidget, acts: BoardActs, moves: Shiftable) -> None:
        super().__init__(host, _("Shift the visit"))
        self._acts = acts
        self._moves = moves
        self.days = QLineEdit("1")
        self.preview = MutedLabel(wrap=True)
        self.done = PrimaryButton(_("Shift"))
        self.add_field("days", _("Days later (with a minus: earlier)"), self.days)
        self.body.addWidget(self.preview)
        self.buttons.insertWidget(0, self.done)
        self.days.selectAll()
        self.days.textEdited.connect(self._show)
        self.days.returnPressed.connect(self.submit)
        self.done.clicked.connect(self.submit)
        self._show()

    @Slot()
    def submit(self) -> None:
        """Put the visit on its new days; a number that cannot be is said at the field."""
        try:
            days = self._days()
        except PlanningError as error:
            self.say({"days": sentence(error)})
            self.days.setFocus()
            return
        self.shut()
        if days:
            self._acts.shift_visit(days)

    @Slot()
    def _show(self) -> None:
        self.say({})
        moves = self._moves
        before = days_words(moves.starts_on, moves.ends_on)
        try:
            days = self._days()
            first = shift_day(moves.starts_on, days, field="days")
            last = shift_day(moves.ends_on, days, field="days")
        except AideError:  # not typed to its end yet; Shift says what is wrong
            first, last = moves.starts_on, moves.ends_on
        assert first is not None
        assert last is not None
        count = ngettext(
            "{count} entry moves; the clocks at which it starts stay.",
            "{count} entries move; the clocks at which they start stay.",
            moves.entries,
        )
        lines = (f"{before} → {days_words(first, last)}", count.format(count=moves.entries))
        self.preview.setText("\n".join(lines))

    def _days(self) -> int:
        days = read_whole(self.days.text())
        if days is None or abs(days) > _MOST_DAYS:
            raise PlanningError("number_wanted", field="days", least=-_MOST_DAYS, most=_MOST_DAYS)
        shift_day(self._moves.starts_on, days, field="days")
        return days
