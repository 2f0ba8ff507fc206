"""The clock of a meeting that runs: the time at the place, and how much of the slot has passed."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.domain.pace import Pace, pace
from app.planning.clock import now_utc
from app.planning.views.record import RecordAt
from app.ui.screens.meetings.run_words import course, here
from app.ui.theme.fonts import SEMIBOLD, TITLE_PX, ui_font
from app.ui.widgets.labels import PlainLabel
from app.wording import _

_MINUTE_MS = 60_000


class RunClock(QWidget):
    """Moves with the minute; ``moved`` tells of it. ``now`` gives the instant, as naive UTC."""

    moved = Signal()

    def __init__(self, now: Callable[[], datetime] = now_utc) -> None:
        super().__init__()
        self.now = now
        self._record: RecordAt | None = None
        self.pace: Pace | None = None
        self._time = PlainLabel()
        self._time.setFont(ui_font(TITLE_PX, SEMIBOLD, tabular=True))
        self._course = PlainLabel(elide=True, tone="muted")
        self._course.setFont(ui_font(tabular=True))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("How much of the slot has passed"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._time)
        row.addWidget(self._course, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._bar)
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self.tell)

    def show_record(self, record: RecordAt) -> None:
        """Show the clock of this meeting."""
        self._record = record
        self.tell()

    def words(self) -> str:
        """Return what the clock says."""
        return f"{self._time.text()}, {self._course.text()}"

    @Slot()
    def tell(self) -> None:
        """Show the time, and come back with the next minute while the clock is seen."""
        if self._record is None:
            return
        at, entry = self.now(), self._record.entry
        ticks = [item.ticked_at for item in self._record.items if item.ticked_at is not None]
        self.pace = pace(entry.start_utc, entry.end_utc, ticks, at)
        self._time.setText(here(entry, at))
        said, tone = course(entry, self.pace)
        self._course.setText(said)
        self._course.set_tone(tone)
        runs = self.pace is not None and self.pace.passed >= 0
        self._bar.setVisible(runs)
        if self.pace is not None and runs:
            self._bar.setRange(0, max(1, self.pace.slot))
            self._bar.setValue(min(self.pace.passed, self.pace.slot))
        if self.isVisible():
            self._minute.start(_MINUTE_MS - (at.second * 1000 + at.microsecond // 1000))
        self.moved.emit()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self.tell()

    def hideEvent(self, event: QHideEvent, /) -> None:
        self._minute.stop()
        super().hideEvent(event)
