"""A meeting's brief out to a desk and back: the file that goes, the file that comes, and what it changes."""

from pathlib import Path

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.errors import AideError, DataError, PlanningError, reason
from app.domain.file_names import clean_file_name
from app.domain.returned import ReturnedBrief
from app.intake.archive import LARGEST_FILE
from app.planning.attaching import weigh
from app.planning.release import release
from app.planning.views.meeting import Meeting
from app.ui.desk import Desk
from app.ui.faults import log_report
from app.ui.files import FileChooser, FileKind, documents
from app.ui.jobs import JobRunner
from app.ui.outcome import Outcome
from app.ui.preferences import Preferences
from app.ui.screens.meetings.made_here import MadeHere
from app.ui.screens.meetings.returned_panel import ReturnedPanel
from app.ui.screens.meetings.returned_words import READER, is_out, left_out_words
from app.ui.widgets.buttons import IconButton
from app.wording import _
from app.wording.errors import sentence
from app.wording.language import language

_SLASHES = str.maketrans("/\\", "  ")  # what somebody called a meeting is never a path


class Exchange(MadeHere):
    """What stands in the brief's pane of its way out and back; ``button`` has the menu for both.

    ``leaving`` asks for what is unfinished to be saved, before a brief goes out; ``reordered`` tells that
    other widgets stand here now. ``told`` as every screen's.
    """

    told = Signal(str, bool)
    reordered = Signal()
    leaving = Signal()

    def __init__(self, desk: Desk, preferences: Preferences, chooser: FileChooser) -> None:
        super().__init__(desk, preferences, chooser, Outcome(edge=0, below=0))
        self._meeting: Meeting | None = None
        self._name = ""
        self.button = IconButton("ellipsis", _("Send the brief out, or read it back"))
        self.panel = ReturnedPanel(desk)
        self.reading = JobRunner(self)
        self._column.setSpacing(8)
        self._column.addWidget(self.panel)
        self._connect()
        self._settle()

    def _connect(self) -> None:
        self.button.clicked.connect(self._open_menu)
        self.panel.told.connect(self.told)
        self.panel.reordered.connect(self.reordered)
        self.panel.closed.connect(self._settle)
        self.reading.progress.connect(self.outcome.show_progress)
        self.reading.finished.connect(self._on_read)
        self.reading.failed.connect(self._on_unread)
        self.reading.cancelled.connect(self._on_cancelled)

    def stops(self) -> list[QWidget]:
        """Return what the tabulator stops at, in order."""
        return [self.outcome.cancel, self.outcome.show_folder, *self.panel.stops()]

    def show_meeting(self, meeting: Meeting, markings: tuple[str, ...]) -> None:
        """Show what there is of a meeting's brief; of another one, nothing is left."""
        if self._meeting is None or meeting.entry.id != self._meeting.entry.id:
            self.clear()
        self._meeting = meeting
        self.panel.refresh(meeting, markings)
        self._settle()

    def clear(self) -> None:
        """Show nothing, and end what is being made or read."""
        self.cancel()
        self._meeting = None
        self.panel.close_file()
        self.outcome.clear()
        self._settle()

    @Slot()
    def cancel(self) -> None:
        """End what is being made or read; nothing of it is kept."""
        self.making.cancel()
        self.reading.cancel()

    def menu(self) -> QMenu:
        """Return the menu of both ways."""
        menu = QMenu(self)
        idle = not self.making.running and not self.reading.running
        menu.addAction(_("Send out as Word…"), self.send).setEnabled(idle)
        menu.addAction(_("Read back…"), self.read).setEnabled(idle and not self._desk.read_only)
        return menu

    @Slot()
    def _open_menu(self) -> None:
        self.menu().popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    # Out

    @Slot()
    def send(self) -> None:
        """Ask for a name, and make the file of the brief there, as the delegation may read it."""
        self.leaving.emit()
        meeting = self._meeting
        if meeting is None:
            return
        try:
            released = self._desk.ask(release, self._desk.visit_id, READER)
        except AideError as error:
            self._refuse(sentence(error))
            return
        if not is_out(released, meeting):
            self._refuse(_("This meeting is marked higher than the delegation reads: it does not go out."))
            return
        words = _("{title}, brief").format(title=meeting.entry.title)
        name = clean_file_name(f"{words.translate(_SLASHES)}.docx")
        kind = FileKind(_("Word documents"), ".docx")
        path = self._chooser.to_save(self, _("Send the brief out"), documents() / name, kind, replace=True)
        if path is None:
            return
        self._more = left_out_words(released, meeting)
        arguments = (released, meeting.entry.id, self._preferences.paper_language)
        try:
            self.making.start(path, self._desk.path, "app.publish.docx.job:run_brief", *arguments)
        except AideError as error:
            self._refuse(sentence(error))
            return
        self._work(_("Making {name}").format(name=path.name))

    # Back

    @Slot()
    def read(self) -> None:
        """Ask for a file that came back, and read it."""
        self.leaving.emit()
        if self._meeting is None:
            return
        path = self._chooser.to_open(self, _("Read a brief back"), FileKind(_("Word documents"), ".docx"))
        if path is None:
            return
        try:
            content = _content(path, self._desk.path)
        except AideError as error:
            self._refuse(sentence(error))
            return
        self._name = path.name
        self.panel.close_file()
        self.reading.start("app.intake.docx.job:run_brief", content, language())
        self._work(_("Reading {name}").format(name=path.name))

    @Slot(object)
    def _on_read(self, returned: ReturnedBrief) -> None:
        self.outcome.clear()
        try:
            self.panel.show_file(self._name, returned)
        except AideError as error:
            self._refuse(sentence(error))
        self._settle()

    @Slot(object)
    def _on_unread(self, error: object) -> None:
        if not isinstance(error, AideError):
            log_report(str(getattr(error, "trace", "")))
            error = DataError("job_failed", detail=getattr(error, "summary", ""))
        self._refuse(sentence(error))

    @Slot()
    def _settle(self) -> None:
        """Take no room where there is nothing to tell."""
        self.setVisible(not self.outcome.isHidden() or not self.panel.isHidden())


def _content(path: Path, planner: Path) -> bytes:
    """Return the bytes of a file, as far as a document may have them; a planner is never opened.

    Raises:
        PlanningError: ``document_too_large``, ``document_unreadable``.
        DataError: ``file_unreadable``.
    """
    try:
        weigh([path], planner)
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except PlanningError as error:
        if error.code == "attachment_too_large":
            raise PlanningError("document_too_large", most=LARGEST_FILE // 1024**2) from error
        raise PlanningError("document_unreadable") from error
    except OSError as error:
        raise DataError("file_unreadable", path=str(path), detail=reason(error)) from error
