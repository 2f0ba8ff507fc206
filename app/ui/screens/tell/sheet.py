"""The sheet of the person in view, as a PDF: asked for in the pane, made as a job."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AideError
from app.domain.file_names import paper_file_name
from app.domain.release import Audience, AudienceKind
from app.domain.words import Side
from app.planning.release import release
from app.planning.views.telling import Affected
from app.ui.desk import Desk
from app.ui.files import FileChooser, FileKind, documents
from app.ui.making import Making
from app.ui.preferences import Preferences
from app.ui.screens.tell.pane import MessagePane
from app.wording import _
from app.wording.errors import sentence


class PersonSheet(QObject):
    """Makes the sheet that the pane wants, one at a time. ``told`` carries a sentence for the toast."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk, preferences: Preferences, chooser: FileChooser, pane: MessagePane) -> None:
        super().__init__(pane)
        self._desk = desk
        self._preferences = preferences
        self._chooser = chooser
        self._pane = pane
        self.making = Making(self)
        pane.sheet_wanted.connect(self.save)
        self.making.saved.connect(self._on_saved)
        self.making.failed.connect(self._on_failed)
        self.making.cancelled.connect(self._on_ended)

    @Slot()
    def save(self) -> None:
        """Ask for a name, and make the person's sheet there, in the language of the message."""
        person = self._pane.person
        if person is None or self.making.running:
            return
        if person.side is Side.HOST and not person.organisation_id:
            words = _("{name} is of no organisation yet, and a host’s sheet is made for one.")
            self.told.emit(words.format(name=person.name or person.native_name), False)
            return
        try:
            released = self._desk.ask(release, self._desk.visit_id, _audience(person))
            name = paper_file_name(released.visit.title, person.name or person.native_name)
            kind = FileKind(_("PDF documents"), ".pdf")
            path = self._chooser.to_save(self._pane, _("Save"), documents() / name, kind, replace=True)
            if path is None:
                return
            self.making.start(
                *(path, self._desk.path, "app.publish.sheet.job:run"),
                *(released, person.id, self._preferences.paper or "a4", self._pane.tag()),
            )
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self._pane.set_sheet_busy(busy=True)

    @Slot()
    def _on_ended(self) -> None:
        self._pane.set_sheet_busy(busy=False)

    @Slot(str)
    def _on_saved(self, path: str) -> None:
        self._on_ended()
        self.told.emit(_("Saved {name}").format(name=Path(path).name), False)

    @Slot(str)
    def _on_failed(self, words: str) -> None:
        self._on_ended()
        self.told.emit(words, False)


def _audience(person: Affected) -> Audience:
    """Return the audience of a person's sheet: our delegation, or the host whose they are."""
    if person.side is Side.OURS:
        return Audience(AudienceKind.DELEGATION)
    return Audience(AudienceKind.HOST, person.organisation_id or "")
