"""What stands around an agenda: who sits on both sides, and how to get in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.domain.words import Side
from app.planning.views.meeting import Meeting
from app.ui.desk import Desk
from app.ui.inspector.editing import Editing
from app.ui.inspector.people_at import SidePanel
from app.ui.screens.meetings.fitting import FittingLabel
from app.ui.screens.meetings.words import logistics
from app.ui.widgets.labels import MutedLabel, TitleLabel
from app.wording import _


class SidesCard(QFrame):
    """The people of both sides by precedence, as chips; with what adds, removes and changes roles."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._editing = Editing(desk, self)
        self.panels = tuple(SidePanel(self._editing, side) for side in (Side.OURS, Side.HOST))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addWidget(TitleLabel(_("Both sides"), small=True))
        for panel in self.panels:
            panel.set_read_only(read_only=desk.read_only)
            column.addWidget(panel)

    def show_sides(self, meeting: Meeting) -> None:
        """Show who is there."""
        entry = meeting.entry
        self._editing.take(entry)
        for panel in self.panels:
            panel.show_people(entry.side(panel.side))

    def clear(self) -> None:
        """Show nobody."""
        self._editing.take(None)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [stop for panel in self.panels for stop in panel.stops()]


class LogisticsCard(QFrame):
    """Where it is, which door, how long badges take, what happens to telephones, what to wear."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addWidget(TitleLabel(_("Logistics"), small=True))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self._shown: tuple[tuple[str, str], ...] = ()

    def show_logistics(self, meeting: Meeting) -> None:
        """Show what there is to know; nothing where nothing is known."""
        pairs = logistics(meeting.entry, meeting.venue)
        self.setVisible(bool(pairs))
        if pairs == self._shown:
            return
        self._shown = pairs
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, text) in enumerate(pairs):
            self._grid.addWidget(MutedLabel(name), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(FittingLabel(text), row, 1)
