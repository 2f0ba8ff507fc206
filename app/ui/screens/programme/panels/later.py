"""Putting off what is left of a day: by how many minutes, and what then starts when."""

from datetime import timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.errors import AideError, PlanningError
from app.domain.time import from_utc
from app.planning.verbs.programme import MOST_MINUTES
from app.planning.views.shifting import Later, later_entries
from app.ui.desk import Desk
from app.ui.forms.number_text import read_whole
from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.board.said import Row
from app.ui.screens.programme.panels.over import OverPanel
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.labels import MutedLabel
from app.wording import _, ngettext
from app.wording.errors import sentence

_SHOWN = 4


class ShiftLater(OverPanel):
    """Asks for minutes and shows beneath what moves with an entry, and to when."""

    def __init__(self, host: QWidget, desk: Desk, acts: BoardActs, line: Row) -> None:
        super().__init__(host, _("Shift “{title}” and all later that day").format(title=line.title))
        self._desk = desk
        self._acts = acts
        self._row = line
        self.minutes = QLineEdit("15")
        self.preview = MutedLabel(wrap=True)
        self.done = PrimaryButton(_("Shift"))
        self.add_field("minutes", _("Minutes later (with a minus: earlier)"), self.minutes)
        self.body.addWidget(self.preview)
        self.buttons.insertWidget(0, self.done)
        self.done.setDefault(True)
        self.minutes.selectAll()
        self.minutes.textEdited.connect(self._show)
        self.minutes.returnPressed.connect(self.submit)
        self.done.clicked.connect(self.submit)
        self._show()

    @Slot()
    def submit(self) -> None:
        """Put the rest of the day off; a number that cannot be is said at the field."""
        minutes = self._minutes()
        if minutes is None:
            self._complain()
        elif not minutes or self._acts.shift_later(self._row, minutes):
            self.shut()

    @Slot()
    def _show(self) -> None:
        minutes = self._minutes()
        self.say({})
        try:
            moving = self._desk.ask(later_entries, self._row.id)
        except AideError as error:
            self.say({"": sentence(error)})
            return
        self.preview.setText(_preview(moving, minutes or 0))

    def _minutes(self) -> int | None:
        minutes = read_whole(self.minutes.text())
        return minutes if minutes is not None and abs(minutes) <= MOST_MINUTES else None

    def _complain(self) -> None:
        wanted = PlanningError("number_wanted", least=-MOST_MINUTES, most=MOST_MINUTES)
        self.say({"minutes": sentence(wanted)})
        self.minutes.setFocus()


def _preview(moving: tuple[Later, ...], minutes: int) -> str:
    """Return what moves, a line for each of the first: ``10:00 → 10:15 NASA Headquarters``."""
    count = ngettext("{count} entry moves:", "{count} entries move:", len(moving)).format(count=len(moving))
    lines = []
    for each in moving[:_SHOWN]:
        then = from_utc(each.start_utc + timedelta(minutes=minutes), each.start_zone).time
        lines.append(f"{each.start_wall:%H:%M} → {then:%H:%M}  {each.title}")
    rest = len(moving) - _SHOWN
    if rest > 0:
        lines.append(ngettext("and {count} more", "and {count} more", rest).format(count=rest))
    return "\n".join([count, *lines])
