"""The papers of a meeting that is over: its minutes, its record and its readout, each for its readers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.errors import AideError
from app.domain.file_names import paper_file_name
from app.domain.release import Audience, AudienceKind
from app.planning.release import release
from app.planning.released import ReleasedVisit
from app.planning.views.record import RecordAt
from app.ui.desk import Desk
from app.ui.files import FileChooser, FileKind, documents
from app.ui.outcome import Outcome
from app.ui.preferences import Preferences
from app.ui.screens.meetings.made_here import MadeHere
from app.ui.screens.meetings.returned_words import stays_here
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.plain import literal
from app.wording import _
from app.wording.errors import sentence


@dataclass(frozen=True, slots=True)
class _Paper:
    """One line of the menu: what is made, for whom, what its name says, and by which job."""

    words: str
    audience: Audience
    name: str
    function: str

    @property
    def is_pdf(self) -> bool:
        """Whether it is laid out on paper: all else is for a word processor."""
        return self.function == _MINUTES


_MINUTES = "app.publish.minutes.job:run_minutes"
_RECORD = "app.publish.docx.job:run_record"
_READOUT = "app.publish.docx.job:run_readout"
_OURS = (Audience(AudienceKind.DELEGATION), Audience(AudienceKind.PRINCIPAL))
_ALL = Audience(AudienceKind.PUBLIC)


class RecordPapers(MadeHere):
    """What stands in the record's card of the papers made from it; ``button`` has the menu of them.

    ``leaving`` asks for what is unfinished to be saved first.
    """

    leaving = Signal()

    def __init__(self, desk: Desk, preferences: Preferences, chooser: FileChooser) -> None:
        super().__init__(desk, preferences, chooser, Outcome(edge=0, below=0))
        self._record: RecordAt | None = None
        self.button = PlainButton(_("Save as …"), icon_name="printer")
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        self.menu.aboutToShow.connect(self.fill_menu)
        self._settle()

    def stops(self) -> list[QWidget]:
        """Return what the tabulator stops at, in order."""
        return [self.button, self.outcome.cancel, self.outcome.show_folder]

    def show_record(self, record: RecordAt) -> None:
        """Offer the papers of a meeting; of another one, nothing is left."""
        if self._record is None or record.id != self._record.id:
            self.clear()
        self._record = record

    def clear(self) -> None:
        """Offer nothing, and end what is being made."""
        self.cancel()
        self._record = None
        self.outcome.clear()
        self._settle()

    @Slot()
    def fill_menu(self) -> None:
        """Fill the menu with the papers of the meeting in view: those of our own side first."""
        self.menu.clear()
        if self._record is None:
            return
        for group in _groups(self._record):
            for paper in group:
                self.menu.addAction(literal(paper.words)).triggered.connect(partial(self._save, paper))
            self.menu.addSeparator()

    def _save(self, paper: _Paper, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt tells it
        """Ask for a name, and make a paper there of what its reader may see."""
        self.leaving.emit()
        record = self._record
        if record is None or self.making.running:
            return
        try:
            visit_id = record.entry.visit_id
            released = self._desk.ask(release, visit_id, paper.audience, paper="minutes", entry_id=record.id)
            if not released.entries:
                self._refuse(_withheld_words(released))
                return
            path = self._ask_path(paper, record.entry.title)
            if path is None:
                return
            self._more = stays_here(released, len(released.withheld))
            layout = (self._preferences.paper,) if paper.is_pdf else ()
            given = (released, record.id, *layout, self._preferences.paper_language)
            self.making.start(path, self._desk.path, paper.function, *given)
        except AideError as error:
            self._refuse(sentence(error))
            return
        self._work(_("Making {name}").format(name=path.name))

    def _ask_path(self, paper: _Paper, title: str) -> Path | None:
        suffix = ".pdf" if paper.is_pdf else ".docx"
        kind = FileKind(_("PDF documents") if paper.is_pdf else _("Word documents"), suffix)
        suggested = documents() / paper_file_name(title, paper.name, suffix=suffix)
        return self._chooser.to_save(self.button, _("Save"), suggested, kind, replace=True)

    def _settle(self) -> None:
        """Take no room where there is nothing to tell; one paper is made at a time."""
        self.setVisible(not self.outcome.isHidden())
        self.button.setEnabled(not self.making.running)


def _groups(record: RecordAt) -> Iterator[list[_Paper]]:
    """Yield the papers of each kind. A host reads of the record what the public does, if it may read more."""
    delegation, principal = _OURS
    name = _("Minutes")
    yield [
        _Paper(_("Minutes as PDF for the delegation …"), delegation, name, _MINUTES),
        _Paper(_("Minutes as PDF for the principal …"), principal, name, _MINUTES),
    ]
    name = _("Record")
    yield [
        _Paper(_("Record as Word for the delegation …"), delegation, name, _RECORD),
        _Paper(_("Record as Word for the principal …"), principal, name, _RECORD),
    ]
    name = _("Readout")
    readouts = [
        _Paper(_("Readout as Word for the public …"), _ALL, name, _READOUT),
        _Paper(_("Readout as PDF for the public …"), _ALL, name, _MINUTES),
    ]
    host_id, host = record.entry.host_organisation_id, record.entry.host
    if host_id:
        audience = Audience(AudienceKind.HOST, host_id)
        readouts += [
            _Paper(_("Readout as Word for {host} …").format(host=host), audience, name, _READOUT),
            _Paper(_("Readout as PDF for {host} …").format(host=host), audience, name, _MINUTES),
        ]
    yield readouts


def _withheld_words(released: ReleasedVisit) -> str:
    """Return why a meeting does not go to a reader at all."""
    if any(withheld.reason == "not_shared" for withheld in released.withheld):
        return _("This meeting is not shared with its host. Share it with the host first.")
    if released.audience.kind is AudienceKind.PUBLIC:
        return _("This meeting is marked higher than the public reads. Mark the meeting lower first.")
    return _("This meeting is marked higher than this reader reads: no paper of it goes there.")
