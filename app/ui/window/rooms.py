"""The rooms of a visit: each is imported and built when it is entered for the first time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.wording import _

if TYPE_CHECKING:
    from app.ui.screens.export.screen import ExportScreen

PAPERS = ("book", "calendar")


class Rooms(QStackedWidget):
    """Shows one room at a time.

    ``entry_selected`` and ``entry_created`` carry an entry's id; ``told`` a sentence, and whether undo takes
    back what it tells.
    """

    entry_selected = Signal(str)
    entry_created = Signal(str)
    told = Signal(str, bool)

    def __init__(
        self, desk: Desk, preferences: Preferences, chooser: FileChooser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._preferences = preferences
        self._chooser = chooser
        self._built: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {
            "programme": self._make_programme,
            "export": self._make_export,
            "empty": self._make_empty,
        }

    def show_room(self, room: str) -> QWidget:
        """Bring a room into view and return it: ``programme``, ``book``, ``calendar`` or ``empty``."""
        name = "export" if room in PAPERS else room
        if name not in self._built:
            self._built[name] = self._makers[name]()
            self.addWidget(self._built[name])
        widget = self._built[name]
        if room in PAPERS:
            self.exporting().show_paper(room)
        self.setCurrentWidget(widget)
        return widget

    def exporting(self) -> "ExportScreen":
        """Return the export room, which must have been entered."""
        from app.ui.screens.export.screen import ExportScreen

        screen = self._built["export"]
        assert isinstance(screen, ExportScreen)
        return screen

    def cancel_jobs(self) -> None:
        """End what is being made; nothing of it is kept."""
        if "export" in self._built:
            self.exporting().cancel()

    def _make_programme(self) -> QWidget:
        from app.ui.screens.programme.screen import ProgrammeScreen

        screen = ProgrammeScreen(self._desk, self)
        screen.entry_selected.connect(self.entry_selected)
        screen.entry_created.connect(self.entry_created)
        screen.told.connect(self.told)
        return screen

    def _make_export(self) -> QWidget:
        from app.ui.screens.export.screen import ExportScreen

        return ExportScreen(self._desk, self._preferences, self._chooser, self)

    def _make_empty(self) -> QWidget:
        from app.ui.window.no_visit import NoVisit

        screen = NoVisit(self._desk, self)
        screen.told.connect(self.told)
        return screen


def room_title(room: str) -> str:
    """Return the title of a room."""
    titles = {"programme": _("Programme"), "book": _("Briefing book"), "calendar": _("Calendar")}
    return titles.get(room, _("Planner"))
