"""What stands on a meeting's page once it is prepared: taking its record, and following it up."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from app.planning.views.record import record_at
from app.ui.desk import Desk
from app.ui.screens.meetings.follow_up_pane import FollowUpPane
from app.ui.screens.meetings.record_papers import RecordPapers
from app.ui.screens.meetings.run_pane import RunPane
from app.wording import _

PREPARE, RUN, FOLLOW_UP = "prepare", "run", "follow_up"
PHASE_KEYS = {PREPARE: "Alt+1", RUN: "Alt+2", FOLLOW_UP: "Alt+3"}
TABLES = ("record", "record_point", "decision", "action")


def phases() -> list[tuple[str, str]]:
    """Return the phases of a meeting and what they are called."""
    return [(PREPARE, _("Prepare")), (RUN, _("Run")), (FOLLOW_UP, _("Follow up"))]


class RecordPart(QStackedWidget):
    """The panes of the phases after the first. Nothing is asked for one that is not seen.

    ``phase_wanted`` carries the phase that something in one of them leads to.
    """

    told = Signal(str, bool)
    go = Signal(str, str)
    phase_wanted = Signal(str)

    def __init__(self, desk: Desk, papers: RecordPapers) -> None:
        super().__init__()
        self._desk = desk
        self._markings: tuple[str, ...] = ()
        self._entry_id = ""
        self._phase = PREPARE
        self.run = RunPane(desk)
        self.follow_up = FollowUpPane(desk, papers)
        self.follow_up.item_wanted.connect(self._on_item_wanted)
        self._panes: dict[str, RunPane | FollowUpPane] = {RUN: self.run, FOLLOW_UP: self.follow_up}
        for pane in self._panes.values():
            self.addWidget(pane)
            pane.told.connect(self.told)
            pane.go.connect(self.go)

    def take(self, entry_id: str, markings: tuple[str, ...]) -> None:
        """Show a meeting, or what is new of it, where it is seen.

        Raises:
            AideError: it cannot be read.
        """
        self._entry_id, self._markings = entry_id, markings
        self._ask()

    def show_phase(self, phase: str) -> None:
        """Bring a phase into view; what was typed in another is saved first.

        Raises:
            AideError: the meeting cannot be read.
        """
        self.leave()
        self._phase = phase
        if phase in self._panes:
            self.setCurrentWidget(self._panes[phase])
            self._ask()
            self.begin()

    def begin(self) -> None:
        """Let the keys go to where the phase in view begins."""
        if self._phase in self._panes:
            self._panes[self._phase].begin()

    def leave(self) -> None:
        """Save what is unfinished."""
        if self._phase in self._panes:
            self._panes[self._phase].leave()

    def clear(self) -> None:
        """Show no meeting."""
        self._entry_id = ""
        for pane in self._panes.values():
            pane.clear()

    def _ask(self) -> None:
        if not self._entry_id or self._phase not in self._panes:
            return
        record = self._desk.ask(record_at, self._entry_id)
        self._panes[self._phase].show_record(record, self._markings)

    @Slot(str)
    def _on_item_wanted(self, item_id: str) -> None:
        self.phase_wanted.emit(RUN)
        self.run.show_item(item_id)
