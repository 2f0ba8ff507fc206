"""Cars, seen by way or as the list of all."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.logistics import lists
from app.ui.screens.logistics.acting import Part
from app.ui.screens.logistics.listing import ListPart
from app.ui.screens.logistics.ways import WaysPart
from app.ui.widgets.segmented import SegmentedControl
from app.wording import _


class CarsPart(Part):
    """Who rides where, and beside it the cars with their drivers."""

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        super().__init__(desk)
        self.seen = SegmentedControl(
            (("ways", _("Riders by way")), ("all", _("All cars"))), _("How cars are seen")
        )
        self.seen.selected.connect(self._choose)
        self.ways = WaysPart(desk, preferences)
        self.all = ListPart(desk, preferences, lists.vehicles())
        self._stack = QStackedWidget()
        parts: tuple[Part | ListPart, ...] = (self.ways, self.all)
        for part in parts:
            part.selected.connect(self.selected)
            part.created.connect(self.created)
            part.go.connect(self.go)
            part.told.connect(self.told)
            self._stack.addWidget(part)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 10, 16, 10)
        row.addWidget(self.seen)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)

    def show_all(self) -> None:
        """Each of the two asks for itself."""

    def reveal(self, kind: str, row_id: str) -> None:
        """Show the cars of an entry's way, or one car in the list of all."""
        if kind == "vehicle":
            self.seen.select("all")
            self.all.reveal(kind, row_id)
        else:
            self.seen.select("ways")
            self.ways.reveal(kind, row_id)

    @Slot(str)
    def _choose(self, key: str) -> None:
        self._stack.setCurrentWidget(self.ways if key == "ways" else self.all)
        self.selected.emit("", "")
