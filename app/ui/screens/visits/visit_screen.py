"""The room of one visit: its particulars, its stops, its parties."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.inspector.visit import VisitInspector
from app.ui.preferences import Preferences
from app.ui.screens.visits.parties import PartiesPart
from app.ui.screens.visits.stops import StopsPart
from app.ui.showing import Showing
from app.ui.widgets.labels import TitleLabel
from app.ui.widgets.segmented import SegmentedControl
from app.wording import _

HEADER_PX = 48
_SHOWN = ("stop", "party", "party_member", "member", "person")


class VisitScreen(QWidget):
    """``told`` carries a sentence, and whether undo takes back what it tells."""

    selected = Signal(str, str)
    go = Signal(str, str)
    told = Signal(str, bool)

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        del preferences  # every room is made alike
        self._desk = desk
        parts = [("particulars", _("Particulars")), ("stops", _("Stops")), ("parties", _("Parties"))]
        self.parts = SegmentedControl(parts, _("Part of the visit"))
        self.particulars = VisitInspector(desk)
        self.stops = StopsPart(desk)
        self.parties = PartiesPart(desk)
        self._stack = QStackedWidget()
        self._pages = {"particulars": self.particulars, "stops": self.stops, "parties": self.parties}
        for page in (self.particulars, self.stops, self.parties):
            self._stack.addWidget(page)
            page.told.connect(self.told)
        self.parts.selected.connect(self._show_part)
        self._lay_out()
        self._showing = Showing(self, desk, self._show_all, _SHOWN)
        self._showing.told.connect(self.told)
        desk.visit_changed.connect(self._on_visit_changed)

    def _lay_out(self) -> None:
        header = QFrame()
        header.setProperty("role", "ground")
        header.setFixedHeight(HEADER_PX)
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(TitleLabel(_("Visit")))
        row.addSpacing(4)
        row.addWidget(self.parts)
        row.addStretch(1)
        rule = QFrame()
        rule.setProperty("role", "rule")
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(rule)
        column.addWidget(panel, 1)

    def reveal(self, kind: str, row_id: str) -> None:
        """Show the part where a row lives, a ``visit``, ``stop`` or ``party``, and choose it there."""
        self._showing.catch_up()
        part = {"stop": "stops", "party": "parties"}.get(kind, "particulars")
        self.parts.select(part)
        if part == "stops":
            self.stops.list.choose(row_id)
        elif part == "parties":
            self.parties.list.choose(row_id)

    def leave(self) -> None:
        """Save what is being typed."""
        self.particulars.leave()
        self.stops.inspector.leave()
        self.parties.leave()

    def _show_all(self, _changed: Changed | None) -> None:
        if self._desk.visit_id:
            self.particulars.show_row(self._desk.visit_id)
            self.stops.refresh()
            self.parties.refresh()

    @Slot(str)
    def _show_part(self, key: str) -> None:
        self.leave()
        self._stack.setCurrentWidget(self._pages[key])

    @Slot(str)
    def _on_visit_changed(self, _visit_id: str) -> None:
        self.leave()
        self._showing.ask_again()
