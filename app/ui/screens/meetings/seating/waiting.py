"""Those who are at the meeting and have no seat; whoever is put down here has none any more."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.planning.views.seating import SeatingPlan
from app.ui.screens.meetings.seating.pool import ChairPool
from app.ui.screens.meetings.seating.seats import SeatAt
from app.ui.theme.style import restyle
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import MutedLabel
from app.wording import _, ngettext


class WaitingRoom(QFrame):
    """A chair for each of those without a seat, by precedence."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._said = MutedLabel(wrap=True)
        self._people = QWidget()
        self._flow = FlowLayout(self._people, gap=6)
        self.pool = ChairPool(self._people)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addWidget(self._said)
        column.addWidget(self._people)

    def show_plan(self, plan: SeatingPlan, *, movable: bool) -> None:
        """Show who has no seat."""
        self.pool.fill([SeatAt("", 0, sitter) for sitter in plan.unseated], {}, movable=movable)
        there = {item.widget() for at in range(self._flow.count()) if (item := self._flow.itemAt(at))}
        for chair in self.pool.chairs:
            if chair not in there:
                self._flow.addWidget(chair)
                chair.show()
        count = len(plan.unseated)
        self._people.setVisible(bool(count))
        self.setVisible(bool(count) or movable)
        self._said.setText(_said(count))

    def said(self) -> str:
        """Return what stands above them."""
        return self._said.text()

    def set_target(self, *, target: bool) -> None:
        """Show that who is carried would be put down here."""
        tone = "ok" if target else ""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


def _said(count: int) -> str:
    if not count:
        return _("Everybody has a seat. Drag somebody here to take theirs away.")
    words = ngettext(
        "{count} person has no seat yet. Drag to a chair, or press Space.",
        "{count} people have no seat yet. Drag them to chairs, or press Space.",
        count,
    )
    return words.format(count=count)
