"""What stands on a meeting's page once it is prepared: taking its record, and following it up."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from app.planning.views.record import record_at
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.screens.meetings.follow_up_pane import FollowUpPane
from app.ui.screens.meetings.phases import FOLLOW_UP, PREPARE, RUN
from app.ui.screens.meetings.record_papers import RecordPapers
from app.ui.screens.meetings.run_pane import RunPane


class RecordPart(QStackedWidget):
    """The panes of the phases after the first; each is built, and asks, when it is seen.

    ``phase_wanted`` carries the phase that something in one of them leads to.
    """

    told = Signal(str, bool)
    go = Signal(str, str)
    phase_wanted = Signal(str)

    def __init__(self, desk: Desk, preferences: Preferences, chooser: FileChooser) -> None:
        super().__init__()
        self._desk, self._preferences, self._chooser = desk, preferences, chooser
        self._phase = PREPARE
        self._run: RunPane | None = None
        self._follow_up: FollowUpPane | None = None

    @property
    def run(self) -> RunPane:
        """Where the record is taken."""
        if self._run is None:
            self._run = RunPane(self._desk)
            self._add(self._run)
        return self._run

    @property
    def follow_up(self) -> FollowUpPane:
        """Where the meeting is followed up."""
        if self._follow_up is None:
            papers = RecordPapers(self._desk, self._preferences, self._chooser)
            self._follow_up = FollowUpPane(self._desk, papers)
            self._follow_up.item_wanted.connect(self._on_item_wanted)
            self._add(self._follow_up)
        return self._follow_up

    def take(self, entry_id: str, markings: tuple[str, ...]) -> None:
        """Show what is new of a meeting in the phase in view.

        Raises:
            AideError: it cannot be read.
        """
        pane = self._pane()
        if entry_id and pane is not None:
            pane.show_record(self._desk.ask(record_at, entry_id), markings)

    def show_phase(self, phase: str, entry_id: str, markings: tuple[str, ...]) -> None:
        """Bring a phase of a meeting into view; what was typed in another is saved first.

        Raises:
            AideError: the meeting cannot be read.
        """
        self.leave()
        self._phase = phase
        pane = self._pane()
        if pane is not None:
            self.setCurrentWidget(pane)
            self.take(entry_id, markings)
            pane.begin()

    def end_phase(self) -> None:
        """Take note that neither phase is in view."""
        self.leave()
        self._phase = PREPARE

    def begin(self) -> None:
        """Let the keys go to where the phase in view begins."""
        pane = self._pane()
        if pane is not None:
            pane.begin()

    def leave(self) -> None:
        """Save what is unfinished."""
        pane = self._pane()
        if pane is not None:
            pane.leave()

    def clear(self) -> None:
        """Show no meeting."""
        for pane in (self._run, self._follow_up):
            if pane is not None:
                pane.clear()

    def cancel_jobs(self) -> None:
        """End what is being made; nothing of it is kept."""
        if self._follow_up is not None:
            self._follow_up.record.papers.cancel()

    def _pane(self) -> RunPane | FollowUpPane | None:
        if self._phase == RUN:
            return self.run
        return self.follow_up if self._phase == FOLLOW_UP else None

    def _add(self, pane: RunPane | FollowUpPane) -> None:
        pane.told.connect(self.told)
        pane.go.connect(self.go)
        self.addWidget(pane)

    @Slot(str)
    def _on_item_wanted(self, item_id: str) -> None:
        self.phase_wanted.emit(RUN)
        self.run.show_item(item_id)
