"""The head of a meeting's page: back, title, marking and time; the part in view, and the phase."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.planning.views.entry import EntryDetail
from app.ui.desk import Desk
from app.ui.screens.meetings.phases import PREPARE, phases
from app.ui.screens.meetings.title import TitleLine
from app.ui.screens.meetings.words import time_line
from app.ui.widgets.badge import MarkingBadge
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import MutedLabel
from app.ui.widgets.segmented import SegmentedControl
from app.wording import _

AGENDA, BRIEF, SEATING = "agenda", "brief", "seating"
HEADER_PX = 48
_EDGE_PX = 14
_BACK_EDGE_PX = 8
_TITLE_INSET_PX = 9  # from the edge of the title's line to its first letter
_GAP_PX = 8


class PageHead(QFrame):
    """One line where all can be read whole in it; the time goes under the title first, then the parts."""

    def __init__(self, desk: Desk, marking_word: str) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.back = IconButton("chevron-left", _("All meetings (Alt+Left)"))
        self.title = TitleLine(desk)
        self.badge = MarkingBadge(1, marking_word)
        self.time, self.below = MutedLabel(), MutedLabel()
        self.parts = SegmentedControl(
            [(AGENDA, _("Agenda")), (BRIEF, _("Brief")), (SEATING, _("Seating"))], _("Part of the page")
        )
        self.phases = SegmentedControl(phases(), _("Phase of the meeting"))
        self._lay_out()
        self.title.textChanged.connect(self.fit)

    def _lay_out(self) -> None:
        self._named = QHBoxLayout()
        self._named.setSpacing(_GAP_PX)
        for part in (self.title, self.badge, self.time):
            self._named.addWidget(part)
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addStretch(1)
        named.addLayout(self._named)
        named.addWidget(self.below)
        named.addStretch(1)
        self.below.setContentsMargins(_TITLE_INSET_PX, 0, 0, 0)
        bar = QWidget()
        bar.setFixedHeight(HEADER_PX)
        self._line = QHBoxLayout(bar)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP_PX)
        self._line.addWidget(self.back)
        self._line.addLayout(named)
        self._line.addStretch(1)
        self._line.addWidget(self.parts)
        self._line.addWidget(self.phases)
        self._second = QHBoxLayout()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(_BACK_EDGE_PX, 0, _EDGE_PX, 0)
        lines.setSpacing(0)
        lines.addWidget(bar)
        lines.addLayout(self._second)

    @property
    def prepares(self) -> bool:
        """Whether the meeting is being prepared."""
        return self.phases.current() == PREPARE

    def show_entry(self, entry: EntryDetail, markings: tuple[str, ...]) -> None:
        """Show the title, the marking and the time of a meeting."""
        self.title.show_title(entry)
        self.badge.set_marking(int(entry.marking), markings[entry.marking])
        self.time.setText(time_line(entry))
        self.below.setText(time_line(entry))
        self.fit()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Let time and parts stand where they can be read whole beside the title, else under it."""
        self.parts.setVisible(self.prepares)
        title = self.title.sizeHint().width() + _GAP_PX + self.badge.sizeHint().width()
        time = self.time.sizeHint().width()
        ends = [self.back, self.phases, *([self.parts] if self.prepares else [])]
        taken = sum(part.sizeHint().width() + _GAP_PX for part in ends)
        room = self.width() - _BACK_EDGE_PX - _EDGE_PX - taken
        beside = title + _GAP_PX + time <= room
        self.time.setVisible(beside)
        self.below.setVisible(not beside)
        self._put_parts(in_line=max(title, time + _TITLE_INSET_PX) <= room)

    def _put_parts(self, *, in_line: bool) -> None:
        where = self._line if in_line else self._second
        if where.indexOf(self.parts) < 0:
            where.insertWidget(self._line.indexOf(self.phases) if in_line else 0, self.parts)
        if not in_line:
            where.setAlignment(self.parts, Qt.AlignmentFlag.AlignRight)
        below = 0 if in_line or not self.prepares else 10
        self._second.setContentsMargins(0, 0, 0, below)
