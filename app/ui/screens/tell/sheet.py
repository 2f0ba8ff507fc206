"""The sheet of the person in view, as a PDF: asked for in the pane, made as a job."""

from functools import partial

from PySide6.QtCore import Slot

from app.domain.file_names import paper_file_name
from app.domain.release import Audience, AudienceKind
from app.domain.words import Side
from app.planning.release import release
from app.planning.views.telling import Affected
from app.ui.desk import Desk
from app.ui.files import FileChooser, FileKind
from app.ui.paper_maker import Order, PaperMaker
from app.ui.preferences import Preferences
from app.ui.screens.tell.pane import MessagePane
from app.wording import _


class PersonSheet(PaperMaker):
    """Makes the sheet that the pane wants."""

    def __init__(self, desk: Desk, preferences: Preferences, chooser: FileChooser, pane: MessagePane) -> None:
        super().__init__(desk, chooser, pane, FileKind(_("PDF documents"), ".pdf"))
        self._preferences = preferences
        self._pane = pane
        pane.sheet_wanted.connect(self.save)
        self.busy.connect(self._on_busy)

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
        self.make(partial(self._order, person))

    def _order(self, person: Affected) -> Order:
        released = self._desk.ask(release, self._desk.visit_id, _audience(person))
        name = paper_file_name(released.visit.title, person.name or person.native_name)
        given = (released, person.id, self._preferences.paper or "a4", self._pane.tag())
        return Order(name, "app.publish.sheet.job:run", given)

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:  # noqa: FBT001 - a signal's
        self._pane.set_sheet_busy(busy=busy)


def _audience(person: Affected) -> Audience:
    """Return the audience of a person's sheet: our delegation, or the host whose they are."""
    if person.side is Side.OURS:
        return Audience(AudienceKind.DELEGATION)
    return Audience(AudienceKind.HOST, person.organisation_id or "")
