"""The rooms of the window: each is imported and built when it is entered for the first time."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.stops import give_keys

if TYPE_CHECKING:
    from app.ui.screens.export.screen import ExportScreen

PAPERS = ("book", "calendar")


class Rooms(QStackedWidget):
    """Shows one room at a time, and passes on what the rooms say.

    ``selected`` and ``created`` carry the kind and id of a row, ``go`` those of a row to be shown where it
    is at home, ``room_wanted`` the name of a room; ``told`` a sentence, and whether undo takes back what it
    tells; ``turned``, that the room in view shows another part of it; ``replanned`` the sentence again, where
    others may have to be told of the step.
    """

    selected = Signal(str, str)
    created = Signal(str, str)
    go = Signal(str, str)
    room_wanted = Signal(str)
    told = Signal(str, bool)
    turned = Signal()
    replanned = Signal(str)

    def __init__(
        self, desk: Desk, preferences: Preferences, chooser: FileChooser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._preferences = preferences
        self._chooser = chooser
        self._built: dict[str, Any] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {
            "overview": self._make_overview,
            "programme": self._make_programme,
            "meetings": self._make_meetings,
            "topics": self._make_topics,
            "actions": self._make_actions,
            "delegation": self._make_delegation,
            "notes": self._make_notes,
            "logistics": self._make_logistics,
            "visit": self._make_visit,
            "people": self._make_people,
            "places": self._make_places,
            "export": self._make_export,
            "tell": self._make_tell,
            "history": self._make_history,
            "visits": self._make_visits,
            "settings": self._make_settings,
            "empty": self._make_empty,
        }

    def show_room(self, room: str) -> QWidget:
        """Bring a room into view and return it; what is being typed in the one before is saved."""
        name = "export" if room in PAPERS else room
        if name not in self._built:
            self._built[name] = self._makers[name]()
            self.addWidget(self._built[name])
            self._listen(self._built[name])
        widget: QWidget = self._built[name]
        if widget is not self.currentWidget():
            self.leave()
        if room in PAPERS:
            self.exporting().show_paper(room)
        focused = self.window().focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        new = widget.focusWidget() is None  # Qt would give the keys to the first button of all
        self.setCurrentWidget(widget)
        if inside and new:
            self.take_keys()
        return widget

    @Slot()
    def prepare(self) -> None:
        """Load what all lists are made of, before anybody waits for it."""
        import_module("app.ui.tables.room")

    def reveal(self, kind: str, row_id: str) -> None:
        """Have the room in view show a row."""
        room: Any = self.currentWidget()
        if hasattr(room, "reveal"):
            room.reveal(kind, row_id)

    def show_first(self) -> None:
        """Have the room in view show what it shows when it is entered: the list, where it has pages."""
        room: Any = self.currentWidget()
        if hasattr(room, "show_all"):
            room.show_all()

    def inspects(self) -> bool:
        """Whether the inspector is of use beside what the room in view shows now."""
        return bool(getattr(self.currentWidget(), "inspects", True))

    def is_page(self) -> bool:
        """Whether the room in view shows one row on a page of its own."""
        return bool(getattr(self.currentWidget(), "is_page", False))

    def take_keys(self) -> None:
        """Let the keys go to what the room in view shows: to its list, not to the button above it."""
        give_keys(self.currentWidget())

    def add_row(self) -> None:
        """Add what the room in view is made of, as its own key does."""
        room: Any = self.currentWidget()
        for widget in (room, *room.findChildren(QWidget)):
            for action in widget.actions() if widget.isVisible() else ():
                if action.isEnabled() and QKeySequence(QKeySequence.StandardKey.New) in action.shortcuts():
                    action.trigger()
                    return

    def leave(self) -> None:
        """Save what is being typed in the room in view."""
        room: Any = self.currentWidget()
        if hasattr(room, "leave"):
            room.leave()

    def begin_visit(self) -> None:
        """Ask for a new visit; its room must be in view."""
        room: Any = self.currentWidget()
        room.ask_new()

    def tell_since(self, step: int) -> None:
        """Show whom the changes since a step concern; the room of telling must be in view."""
        room: Any = self.currentWidget()
        room.show_since(step)

    def exporting(self) -> "ExportScreen":
        """Return the export room, which must have been entered."""
        from app.ui.screens.export.screen import ExportScreen

        screen = self._built["export"]
        assert isinstance(screen, ExportScreen)
        return screen

    def cancel_jobs(self) -> None:
        """End what the rooms are making; nothing of it is kept. Those that make something say how."""
        for room in self._built.values():
            if hasattr(room, "cancel_jobs"):
                room.cancel_jobs()

    def _listen(self, room: Any) -> None:
        """Pass on those of our signals that the room has."""
        for name in ("selected", "created", "go", "room_wanted", "told", "turned", "replanned"):
            signal = getattr(room, name, None)
            if isinstance(signal, SignalInstance):  # a room may have a method of that name
                signal.connect(getattr(self, name))

    # How each is made

    def _make_programme(self) -> QWidget:
        from app.ui.screens.programme.screen import ProgrammeScreen

        screen = ProgrammeScreen(self._desk, self._preferences, self)
        screen.entry_selected.connect(self._on_entry_selected)
        screen.entry_created.connect(self._on_entry_created)
        return screen

    @Slot(str)
    def _on_entry_selected(self, entry_id: str) -> None:
        self.selected.emit("entry", entry_id)

    @Slot(str)
    def _on_entry_created(self, entry_id: str) -> None:
        self.created.emit("entry", entry_id)

    def _make_meetings(self) -> QWidget:
        from app.ui.screens.meetings.screen import MeetingsScreen

        return MeetingsScreen(self._desk, self._preferences, self._chooser, self)

    def _make_overview(self) -> QWidget:
        from app.ui.screens.overview.screen import OverviewScreen

        return OverviewScreen(self._desk, self._preferences, self)

    def _make_topics(self) -> QWidget:
        from app.ui.screens.topics.screen import TopicsScreen

        return TopicsScreen(self._desk, self._preferences, self, self._chooser)

    def _make_actions(self) -> QWidget:
        from app.ui.screens.actions.screen import ActionsScreen

        return ActionsScreen(self._desk, self._preferences, self, self._chooser)

    def _make_delegation(self) -> QWidget:
        from app.ui.screens.delegation.screen import DelegationScreen

        return DelegationScreen(self._desk, self._preferences, self)

    def _make_notes(self) -> QWidget:
        from app.ui.screens.notes.screen import NotesScreen

        return NotesScreen(self._desk, self._preferences, self._chooser, self)

    def _make_tell(self) -> QWidget:
        from app.ui.screens.tell.screen import TellScreen

        return TellScreen(self._desk, self._preferences, self._chooser, self)

    def _make_settings(self) -> QWidget:
        from app.ui.screens.settings.screen import SettingsScreen

        return SettingsScreen(self._desk, self._preferences, self._chooser, self)

    def _make_logistics(self) -> QWidget:
        from app.ui.screens.logistics.screen import LogisticsScreen

        return LogisticsScreen(self._desk, self._preferences, self)

    def _make_visit(self) -> QWidget:
        from app.ui.screens.visits.visit_screen import VisitScreen

        return VisitScreen(self._desk, self._preferences, self)

    def _make_people(self) -> QWidget:
        from app.ui.screens.people.screen import PeopleScreen

        return PeopleScreen(self._desk, self._preferences, self, self._chooser)

    def _make_places(self) -> QWidget:
        from app.ui.screens.places.screen import PlacesScreen

        return PlacesScreen(self._desk, self._preferences, self)

    def _make_export(self) -> QWidget:
        from app.ui.screens.export.screen import ExportScreen

        return ExportScreen(self._desk, self._preferences, self._chooser, self)

    def _make_history(self) -> QWidget:
        from app.ui.screens.history.screen import HistoryScreen

        return HistoryScreen(self._desk, self._preferences, self)

    def _make_visits(self) -> QWidget:
        from app.ui.screens.visits.screen import VisitsScreen

        return VisitsScreen(self._desk, self._preferences, self)

    def _make_empty(self) -> QWidget:
        from app.ui.window.first_visit import FirstVisit

        return FirstVisit(self._desk, self)
