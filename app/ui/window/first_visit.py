"""What a planner without a visit shows: the few questions that a visit begins with."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.screens.visits.new_visit import NewVisitPanel
from app.ui.widgets.tuning import scrolled

_PANEL_PX = 520
_MOST = 100  # the panel's share of the width, as far as it goes


class FirstVisit(QScrollArea):
    """The panel of a new visit in the middle of the room; it offers the sample too."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = NewVisitPanel(desk, first=True)
        self.panel.setMaximumWidth(_PANEL_PX)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 48, 24, 24)
        row = QHBoxLayout()  # which asks the panel for its height at the width it is really given
        row.addStretch(1)
        row.addWidget(self.panel, _MOST)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        scrolled(page)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self.panel.begin()
