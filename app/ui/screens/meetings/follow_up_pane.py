"""A meeting once it is over: its record and readout, what came of each item, and what goes on where."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.planning.views.record import RecordAt
from app.ui.desk import Desk
from app.ui.screens.meetings.next_card import NextCard
from app.ui.screens.meetings.outcomes_card import OutcomesCard
from app.ui.screens.meetings.record_card import RecordCard
from app.ui.screens.meetings.record_papers import RecordPapers
from app.ui.widgets.tuning import scrolled

_EDGE_PX = 14
_GAP_PX = 12
_BESIDE_PX = 760  # below it the record stands under what came of the items


class FollowUpPane(QWidget):
    """Follows one meeting up. ``item_wanted`` leads to where it was noted, ``go`` to a row elsewhere."""

    told = Signal(str, bool)
    go = Signal(str, str)
    item_wanted = Signal(str)

    def __init__(self, desk: Desk, papers: RecordPapers) -> None:
        super().__init__()
        self.outcomes = OutcomesCard(desk)
        self.next = NextCard(desk)
        self.record = RecordCard(desk, papers)
        self.outcomes.item_wanted.connect(self.item_wanted)
        self.outcomes.go.connect(self.go)
        self.next.go.connect(self.go)
        self.next.told.connect(self.told)
        self.record.told.connect(self.told)
        self.record.go.connect(self.go)
        left = QVBoxLayout()
        left.setSpacing(_GAP_PX)
        left.addWidget(self.outcomes)
        left.addWidget(self.next)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.record)
        right.addStretch(1)
        inside = QWidget()
        scrolled(inside)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(_EDGE_PX, 0, _EDGE_PX, _EDGE_PX)
        self._columns.setSpacing(_GAP_PX)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def show_record(self, record: RecordAt, markings: tuple[str, ...]) -> None:
        """Show a meeting.

        Raises:
            AideError: what comes after it cannot be read.
        """
        self.outcomes.show_record(record)
        self.record.show_record(record, markings)
        self.next.show_entry(record.id)
        for before, after in pairwise([*self.outcomes.stops(), *self.next.stops(), *self.record.stops()]):
            self.setTabOrder(before, after)

    def leave(self) -> None:
        """Save what is unfinished."""
        self.outcomes.leave()
        self.record.leave()

    def clear(self) -> None:
        """Show no meeting."""
        self.record.clear()

    def begin(self) -> None:
        """Let the keys go to the first outcome."""
        stops = self.outcomes.stops() or self.record.present.stops()
        stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_PX
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
