"""One meeting on a page: as it is prepared (agenda, brief, seating), as it runs, as it is followed up."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AideError, PlanningError
from app.planning.settings import marking_names
from app.planning.views.meeting import Meeting, meeting
from app.planning.workspace import EVERYTHING, Changed
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.screens.meetings.agenda_part import AgendaPart
from app.ui.screens.meetings.late_parts import LateParts
from app.ui.screens.meetings.page_head import AGENDA, BRIEF, SEATING, PageHead
from app.ui.screens.meetings.phases import PHASE_KEYS, PREPARE
from app.ui.screens.meetings.shown_tables import TABLES
from app.wording.errors import sentence


class MeetingPage(QWidget):
    """The page of one meeting. ``back_wanted`` leads to all meetings; ``gone`` when the entry is no more.

    Only what is in view is filled; what is not yet seen is not even built. ``turned`` tells that another
    phase of the meeting is in view. ``selected`` carries kind and id of what is to be shown beside the page:
    the entry, or what is provided for it; ``created`` those of what was just made there, whose fields are to
    be typed next.
    """

    told = Signal(str, bool)
    go = Signal(str, str)
    back_wanted = Signal()
    gone = Signal()
    turned = Signal()
    selected = Signal(str, str)
    created = Signal(str, str)

    def __init__(
        self, desk: Desk, preferences: Preferences, chooser: FileChooser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self._markings: tuple[str, ...] = desk.ask(marking_names)
        self._stale: set[str] = set()  # the parts that do not show the meeting as it is now
        self.head = PageHead(desk, self._markings[1])
        self.title, self.parts, self.phases = self.head.title, self.head.parts, self.head.phases
        self._body = QStackedWidget()
        self.late = LateParts(desk, preferences, chooser, self._body)
        self.prepared = AgendaPart(desk, chooser)
        self._body.addWidget(self.prepared)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._body, 1)
        self._connect()

    def _connect(self) -> None:
        shortcut = QShortcut(QKeySequence("Alt+Left"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.back_wanted)
        for phase, key in PHASE_KEYS.items():
            turn = QShortcut(QKeySequence(key), self)
            turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.activated.connect(partial(self._turn, phase))
        self.head.back.clicked.connect(self.back_wanted)
        self.parts.selected.connect(self._show_part)
        self.phases.selected.connect(self._show_phase)
        self.late.phase_wanted.connect(self.phases.select)
        self.late.people_wanted.connect(self._on_people_wanted)
        self.prepared.selected.connect(self.selected)
        self.prepared.created.connect(self.created)
        self.prepared.brief_wanted.connect(self._on_brief_wanted)
        for goes in (self.prepared, self.late):
            goes.go.connect(self.go)
        for tells in (self.title, self.prepared, self.late):
            tells.told.connect(self.told)

    # What is shown

    @property
    def entry_id(self) -> str:
        """The id of the meeting shown, or nothing."""
        return self._meeting.entry.id if self._meeting else ""

    @property
    def prepares(self) -> bool:
        """Whether the meeting is being prepared."""
        return self.head.prepares

    def show_meeting(self, entry_id: str) -> bool:
        """Show a meeting; return whether there is one."""
        if entry_id == self.entry_id:
            self.refresh(EVERYTHING)
            return self._meeting is not None
        self.leave()
        self._meeting = None
        self.late.clear()
        self.parts.select(AGENDA)
        self.phases.select(PREPARE)
        return self._ask(entry_id)

    def refresh(self, changed: Changed) -> None:
        """Ask again for what a change touches."""
        if self._meeting is None:
            return
        if changed.touches("setting"):
            self._markings = self._desk.ask(marking_names)
        if changed.touches("setting", *TABLES):
            self._ask(self.entry_id)

    def leave(self) -> None:
        """Save what is unfinished."""
        self.title.leave()
        self.prepared.leave()
        self.late.leave()

    def clear(self) -> None:
        """Show no meeting, as it is gone."""
        self._meeting = None
        for part in (self.title, self.prepared, self.late):
            part.clear()

    def cancel_jobs(self) -> None:
        """End what is being made or read; nothing of it is kept."""
        self.late.cancel_jobs()

    def take_keys(self) -> None:
        """Let the keys go to the agenda."""
        if self.prepares:
            self.prepared.begin()
        else:
            self.late.record.begin()

    def _ask(self, entry_id: str) -> bool:
        try:
            self._meeting = shown = self._desk.ask(meeting, entry_id)
            self._stale = {AGENDA, BRIEF, SEATING}
            self.head.show_entry(shown.entry, self._markings)
            if self.prepares:
                self._fill(self.parts.current())
            else:
                self.late.record.take(entry_id, self._markings)
        except PlanningError:  # it was deleted, or its making was undone
            self.clear()
            self.gone.emit()
            return False
        except AideError as error:
            self.told.emit(sentence(error), False)
            return False
        return True

    def _fill(self, part: str) -> None:
        """Show the meeting in a part that comes into view, or is there while the meeting changes."""
        if self._meeting is None or part not in self._stale:
            return
        if part == AGENDA:
            self.prepared.show_meeting(self._meeting, self._markings)
        else:
            self.late.show_meeting(part, self._meeting, self._markings)
        self._stale.discard(part)

    # Which part of it

    @Slot(str)
    def _show_part(self, part: str) -> None:
        try:
            self._fill(part)
        except AideError as error:
            self.told.emit(sentence(error), False)
        self._body.setCurrentWidget(self.prepared if part == AGENDA else self.late.area(part))

    @Slot()
    def _on_people_wanted(self) -> None:
        self.parts.select(AGENDA)
        self.prepared.add_person()

    @Slot()
    def _on_brief_wanted(self) -> None:
        self.parts.select(BRIEF)
        self.late.brief.take_keys()

    def _turn(self, phase: str) -> None:
        """Bring a phase into view; in view already, it begins anew at its agenda."""
        if self.phases.current() != phase:
            self.phases.select(phase)
        elif phase == PREPARE:
            self.parts.select(AGENDA)
            self.prepared.begin(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.late.record.begin()

    @Slot(str)
    def _show_phase(self, phase: str) -> None:
        self.leave()
        self.head.fit()
        try:
            if self.prepares:
                self.late.end_phase()
                self._show_part(self.parts.current())
            else:
                self._body.setCurrentWidget(self.late.record)
                self.late.record.show_phase(phase, self.entry_id, self._markings)
        except AideError as error:
            self.told.emit(sentence(error), False)
        self.turned.emit()
