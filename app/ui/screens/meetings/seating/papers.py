"""The papers of a table: its plan on a sheet, and a card for each place, as buttons that make them."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.file_names import paper_file_name
from app.domain.release import Audience
from app.planning.release import release
from app.planning.views.entry import EntryDetail
from app.ui.desk import Desk
from app.ui.files import FileChooser, FileKind
from app.ui.own_paper import OwnPaper
from app.ui.paper_maker import Order
from app.ui.preferences import Preferences
from app.ui.widgets.buttons import PlainButton
from app.wording import _


@dataclass(frozen=True, slots=True)
class _Paper:
    """What a paper is called on its button and in its file's name, and the job that makes it."""

    words: str
    name: str
    function: str


class TablePapers(QObject):
    """Makes the papers of one meeting at a time, for our own side. ``told`` as every screen's."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk, preferences: Preferences, chooser: FileChooser, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._preferences = preferences
        self._entry: EntryDetail | None = None
        job = "app.publish.seating.job:"
        kind = FileKind(_("PDF documents"), ".pdf")
        self.printers = []
        for paper in (
            _Paper(_("Seating plan as PDF"), _("Seating plan"), f"{job}run_plan"),
            _Paper(_("Place cards"), _("Place cards"), f"{job}run_cards"),
        ):
            button = PlainButton(paper.words, icon_name="printer")
            printer = OwnPaper(desk, chooser, button, kind, partial(self._order, paper))
            printer.told.connect(self.told)
            self.printers.append(printer)

    def buttons(self) -> list[PlainButton]:
        """Return the buttons, the plan's first."""
        return [printer.button for printer in self.printers]

    def take(self, entry: EntryDetail | None) -> None:
        """Make what comes for another meeting; what is being made is ended with the meeting."""
        if entry is None or self._entry is None or entry.id != self._entry.id:
            self.cancel()
        self._entry = entry

    def cancel(self) -> None:
        """End what is being made; nothing of it is kept."""
        for printer in self.printers:
            printer.making.cancel()

    def _order(self, paper: _Paper, audience: Audience) -> Order:
        """Return what makes a paper: the meeting's people and seats, released for an audience."""
        entry = self._entry
        assert entry is not None
        released = self._desk.ask(release, entry.visit_id, audience, paper="seating", entry_id=entry.id)
        return Order(
            paper_file_name(entry.title, paper.name),
            paper.function,
            (released, entry.id, self._preferences.paper, self._preferences.paper_language),
        )
