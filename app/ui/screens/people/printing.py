"""The button that prints the page of an organisation: what we and they owe each other."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu

from app.domain.errors import AideError
from app.domain.file_names import paper_file_name
from app.domain.release import Audience, AudienceKind
from app.planning.promised import release_promises
from app.ui.desk import Desk
from app.ui.files import FileChooser, FileKind, documents
from app.ui.making import Making
from app.ui.preferences import Preferences
from app.ui.widgets.buttons import PlainButton
from app.wording import _
from app.wording.errors import sentence


class PagePrinter(QObject):
    """Asks for whom and where, and makes the PDF as a job. ``told`` carries a sentence for the toast."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk, preferences: Preferences, chooser: FileChooser) -> None:
        super().__init__()
        self._desk = desk
        self._preferences = preferences
        self._chooser = chooser
        self._organisation_id = ""
        self._name = ""
        self.button = PlainButton(_("Save as PDF"), icon_name="printer")
        self.menu = QMenu(self.button)
        self.making = Making(self)
        for kind, words in (
            (AudienceKind.DELEGATION, _("For the delegation …")),
            (AudienceKind.PRINCIPAL, _("For the principal …")),
        ):
            self.menu.addAction(words).triggered.connect(partial(self._save, kind))
        self.button.setMenu(self.menu)
        self.making.saved.connect(self._on_saved)
        self.making.failed.connect(self._on_failed)
        self.making.cancelled.connect(self._on_ended)

    def show_organisation(self, organisation_id: str, name: str) -> None:
        """Print the page of this organisation from now on."""
        self._organisation_id, self._name = organisation_id, name

    def _save(self, kind: AudienceKind, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt tells it
        if self.making.running:
            return
        try:
            promised = self._desk.ask(release_promises, self._organisation_id, Audience(kind))
            suggested = documents() / paper_file_name(self._name, _("Promises"))
            pdf = FileKind(_("PDF documents"), ".pdf")
            path = self._chooser.to_save(self.button, _("Save"), suggested, pdf, replace=True)
            if path is None:
                return
            today = date.today()  # noqa: DTZ011 - on this desk's calendar
            self.making.start(
                *(path, self._desk.path, "app.publish.minutes.job:run"),
                *(promised.visits, promised.organisation_id, promised.family),
                *(self._preferences.paper, self._preferences.paper_language, today),
            )
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self.button.setEnabled(False)

    @Slot()
    def _on_ended(self) -> None:
        self.button.setEnabled(True)

    @Slot(str)
    def _on_saved(self, path: str) -> None:
        self._on_ended()
        self.told.emit(_("Saved {name}").format(name=Path(path).name), False)

    @Slot(str)
    def _on_failed(self, words: str) -> None:
        self._on_ended()
        self.told.emit(words, False)
