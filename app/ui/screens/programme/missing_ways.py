"""The panel of the ways that are missing, made when it is first wanted: few days need it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from app.ui.desk import Desk
from app.ui.preferences import Preferences

if TYPE_CHECKING:
    from app.ui.screens.programme.ways import WaysPanel


class MissingWays(QObject):
    """Puts the panel at the end of a column. ``told`` and ``closed`` are the panel's."""

    told = Signal(str, bool)
    closed = Signal()

    def __init__(
        self, desk: Desk, preferences: Preferences, column: QVBoxLayout, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._preferences = preferences
        self._column = column
        self._panel: WaysPanel | None = None

    def panel(self) -> "WaysPanel":
        """Return the panel."""
        if self._panel is None:
            from app.ui.screens.programme.ways import WaysPanel

            panel = self._panel = WaysPanel(self._desk, self._preferences)
            panel.told.connect(self.told)
            panel.closed.connect(self.closed)
            self._column.addWidget(panel)
        return self._panel

    @Slot(object)
    def open(self, day: date) -> None:
        """Propose the ways that are missing on a day."""
        self.panel().open(day)
