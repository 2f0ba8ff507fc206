"""Tying an entry to another: so many minutes before it, and it moves with it."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.errors import PlanningError
from app.domain.folding import folded
from app.planning.verbs.programme import MOST_MINUTES
from app.planning.views.board import BoardLine
from app.planning.views.programme import Line
from app.planning.views.visits import Choice
from app.ui.forms.number_text import read_whole
from app.ui.forms.pick_box import PickBox
from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.panels.over import OverPanel
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.labels import MutedLabel
from app.wording import _
from app.wording.dates import day
from app.wording.errors import sentence

Entry = BoardLine | Line


class TiePanel(OverPanel):
    """Asks to which entry of the visit, and how many minutes before its start.

    What is offered first is what starts next; the minutes are those that lie between them now.
    """

    def __init__(self, host: QWidget, acts: BoardActs, line: Entry, lines: Sequence[Entry]) -> None:
        super().__init__(host, _("Tie “{title}” to another entry").format(title=line.title))
        self._acts = acts
        self._row = line
        self._others = {each.id: each for each in lines if each.id != line.id}
        self.other = PickBox(self._find, placeholder=_("Find an entry"))
        self.minutes = QLineEdit("0")
        self.done = PrimaryButton(_("Tie"))
        self.add_field("other", _("Moves with"), self.other)
        self.add_field("minutes", _("Starts so many minutes before (with a minus: after)"), self.minutes)
        self.body.addWidget(MutedLabel(_("Cars and their riders move with it."), wrap=True))
        self.buttons.insertWidget(0, self.done)
        self.other.picked.connect(self._on_picked)
        self.minutes.returnPressed.connect(self.submit)
        self.done.clicked.connect(self.submit)
        self._offer_next()

    def _offer_next(self) -> None:
        later = [each for each in self._others.values() if each.start_utc >= self._row.start_utc]
        next_one = min(later, key=lambda each: each.start_utc, default=None)
        if next_one is not None:
            self.other.show_text(_choice(next_one).name)
            self._on_picked(_choice(next_one))

    @Slot()
    def submit(self) -> None:
        """Tie it; what cannot be is said at the field."""
        meant, minutes = self.other.meant(), read_whole(self.minutes.text())
        errors = {}
        if meant is None:
            errors["other"] = _("Choose an entry of this visit.")
        if minutes is None or abs(minutes) > MOST_MINUTES:
            error = PlanningError("number_wanted", least=-MOST_MINUTES, most=MOST_MINUTES)
            errors["minutes"] = sentence(error)
        self.say(errors)
        if meant is not None and minutes is not None and not errors:
            if self._acts.tie(self._row, self._others[meant.id], minutes):
                self.shut()
        else:
            self.boxes[next(iter(errors))].editor.setFocus()

    @Slot(object)
    def _on_picked(self, choice: Choice) -> None:
        between = self._others[choice.id].start_utc - self._row.start_utc
        self.minutes.setText(str(int(between.total_seconds()) // 60))

    def _find(self, text: str) -> Sequence[Choice]:
        found = [_choice(each) for each in sorted(self._others.values(), key=lambda each: each.order)]
        return [choice for choice in found if folded(text) in folded(choice.name)]


def _choice(line: Entry) -> Choice:
    when = f"{day(line.start_wall.date())} {line.start_wall:%H:%M}"
    return Choice(line.id, f"{when} · {line.title}")
