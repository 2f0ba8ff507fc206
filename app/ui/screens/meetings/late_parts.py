"""The parts of a meeting's page that are not seen at once; each is built when it first comes into view."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.planning.views.meeting import Meeting
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.screens.meetings.agenda_part import in_scroll_area
from app.ui.screens.meetings.page_head import BRIEF

if TYPE_CHECKING:
    from app.ui.screens.meetings.brief_pane import BriefPane
    from app.ui.screens.meetings.record_part import RecordPart
    from app.ui.screens.meetings.seating.part import SeatingPart


class LateParts(QObject):
    """Builds brief, seating and record into a stack, and speaks to those that are there.

    ``phase_wanted`` carries the phase that something in the record leads to, ``people_wanted`` leads to
    where people are put at the meeting.
    """

    told = Signal(str, bool)
    go = Signal(str, str)
    phase_wanted = Signal(str)
    people_wanted = Signal()

    def __init__(
        self, desk: Desk, preferences: Preferences, chooser: FileChooser, stack: QStackedWidget
    ) -> None:
        super().__init__(stack)
        self._desk, self._preferences, self._chooser = desk, preferences, chooser
        self._stack = stack
        self._brief: BriefPane | None = None
        self._seating: SeatingPart | None = None
        self._record: RecordPart | None = None
        self._areas: dict[QWidget, QWidget] = {}  # what each scrolls in

    @property
    def brief(self) -> "BriefPane":
        """The brief."""
        if self._brief is None:
            from app.ui.screens.meetings.brief_pane import BriefPane
            from app.ui.screens.meetings.exchange import Exchange

            self._brief = BriefPane(self._desk, Exchange(self._desk, self._preferences, self._chooser))
            self._brief.told.connect(self.told)
            self._add(self._brief)
        return self._brief

    @property
    def seating(self) -> "SeatingPart":
        """The table and who sits at it."""
        if self._seating is None:
            from app.ui.screens.meetings.seating.part import SeatingPart

            self._seating = SeatingPart(self._desk, self._preferences, self._chooser)
            self._seating.told.connect(self.told)
            self._seating.people_wanted.connect(self.people_wanted)
            self._add(self._seating)
        return self._seating

    @property
    def record(self) -> "RecordPart":
        """What is written while the meeting runs, and after it."""
        if self._record is None:
            from app.ui.screens.meetings.record_part import RecordPart

            self._record = RecordPart(self._desk, self._preferences, self._chooser)
            self._record.told.connect(self.told)
            self._record.go.connect(self.go)
            self._record.phase_wanted.connect(self.phase_wanted)
            self._stack.addWidget(self._record)
        return self._record

    def area(self, part: str) -> QWidget:
        """Return what brings brief or seating into view."""
        return self._areas[self.brief if part == BRIEF else self.seating]

    def show_meeting(self, part: str, meeting: Meeting, markings: tuple[str, ...]) -> None:
        """Show a meeting in brief or seating.

        Raises:
            AideError: it cannot be read.
        """
        if part == BRIEF:
            self.brief.show_brief(meeting, markings)
        else:
            self.seating.take(meeting.entry)

    def end_phase(self) -> None:
        """Take note that the meeting is being prepared: the record is asked for no longer."""
        if self._record is not None:
            self._record.end_phase()

    def leave(self) -> None:
        """Save what is unfinished."""
        for part in (self._brief, self._record):
            if part is not None:
                part.leave()

    def clear(self) -> None:
        """Show no meeting; what is being made or read of one is ended."""
        for part in (self._brief, self._seating, self._record):
            if part is not None:
                part.clear()

    def cancel_jobs(self) -> None:
        """End what is being made or read; nothing of it is kept."""
        if self._brief is not None:
            self._brief.exchange.cancel()
        if self._seating is not None:
            self._seating.papers.cancel()
        if self._record is not None:
            self._record.cancel_jobs()

    def _add(self, part: QWidget) -> None:
        self._areas[part] = in_scroll_area(part)
        self._stack.addWidget(self._areas[part])
