"""The frame around an open planner: top bar, navigation, rooms, inspector, status bar."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.views.whereabouts import visit_of
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.palette.visited import Visited
from app.ui.preferences import Preferences
from app.ui.widgets.retyping import TextUndo
from app.ui.widgets.toast import Toast
from app.ui.window.actions import Actions
from app.ui.window.catalogue import home_of, listed_rooms, room_kind, room_title
from app.ui.window.commands import adding_words, commands
from app.ui.window.counts import Counts
from app.ui.window.inspection import Inspection
from app.ui.window.moved import MovedBar
from app.ui.window.notice import ReadOnlyBar
from app.ui.window.panes import Panes
from app.ui.window.rooms import PAPERS, Rooms
from app.ui.window.status import StatusBar, failure_words
from app.ui.window.tell_offer import TellOffer
from app.ui.window.top_bar import TopBar
from app.ui.window.undo import UndoSwitch
from app.ui.window.visit_shown import VisitShown
from app.wording import _
from app.wording.errors import sentence

if TYPE_CHECKING:
    from app.ui.inspector.inspector import EntryInspector
    from app.ui.palette.palette import Palette
    from app.ui.window.inspectors import Inspectors

FIRST_ROOM = "programme"
_INSPECTOR_MS = 150  # after the programme is seen, so that nobody waits for it
_LISTS_MS = 300  # after that


class PlannerFrame(QWidget):
    """One open planner on the screen. ``try_again`` asks to open it for writing after all."""

    try_again = Signal()

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        chooser: FileChooser,
        actions: Actions,
        menu: QMenu,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self._preferences = preferences
        self._chooser = chooser
        self._actions = actions
        self._room = ""
        self._visited = Visited(self)
        self._palette: Palette | None = None
        column = QVBoxLayout(self)
        # Built from the outside in: moved into a parent, a widget reads the whole style sheet again.
        self.top = TopBar(menu, self)
        self.notice = ReadOnlyBar(self)
        self.notice.setVisible(desk.read_only)
        self.moved = MovedBar(desk.moved, self) if desk.moved else None
        self.panes = Panes(self)
        self.navigation = self.panes.navigation
        self.rooms = Rooms(desk, preferences, chooser, self.panes.splitter)
        self.panes.set_work(self.rooms)
        self.status = StatusBar(desk, self)
        self.toast = Toast(self)
        self._tell_offer = TellOffer(desk, self.toast)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bars = [self.moved] if self.moved is not None else []
        for widget in (self.top, self.notice, *bars, self.panes, self.status):
            column.addWidget(widget, 1 if widget is self.panes else 0)
        self._undo = UndoSwitch(desk, (actions["undo"], self.top.undo), (actions["redo"], self.top.redo))
        self._visit = VisitShown(desk, self.navigation)
        self.inspection = Inspection(desk, chooser, self.panes, self.rooms, self.top, actions, self._visited)
        self._text_undo = TextUndo(actions["undo"], actions["redo"], self)
        self._connect()
        self._show_visits()
        self._counts = Counts(desk, self.navigation)
        self.panes.set_inspector_wanted(wanted=preferences.inspector_shown)
        self.inspection.tell_shown(self.panes.inspector_is_shown())
        self.enter(FIRST_ROOM)
        # Not into the list: focus alone would choose its first entry, and open the drawer.
        self.panes.setFocus()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        QTimer.singleShot(_INSPECTOR_MS, self.inspection, self.inspection.prepare)
        QTimer.singleShot(_LISTS_MS, self.rooms, self.rooms.prepare)

    @property
    def inspector(self) -> "EntryInspector":
        """The inspector of entries; built when it is asked for, or soon after the programme is seen.

        Raises:
            DataError: it could not be filled, for the file cannot be read now.
        """
        return self.inspection.entry

    @property
    def inspectors(self) -> "Inspectors":
        """The inspectors of all kinds of rows."""
        return self.inspection.inspectors

    @property
    def palette_(self) -> "Palette":
        """The search over everything; built when it is opened for the first time."""
        if self._palette is None:
            from app.ui.palette.palette import Palette

            self._palette = Palette(self.desk, self._given, self._visited, self.panes)
            self._palette.go.connect(self.go_in)
        return self._palette

    def _given(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [*commands(self._actions), *self._adding()]

    def _adding(self) -> list[tuple[str, str, Callable[[], object]]]:
        """Return the ways to add a row, each in the room where such rows are at home."""
        return [
            (words, "", partial(self._add_in, name))
            for name, words in adding_words().items()
            if not self.desk.read_only and self._can_enter(name)
        ]

    def _add_in(self, name: str) -> None:
        self.enter(name)
        self.rooms.show_first()
        self.rooms.add_row()

    def _can_enter(self, name: str) -> bool:
        room = room_kind(name)
        return room is not None and (bool(self.desk.visit_id) or not room.of_visit)

    @Slot()
    def open_search(self) -> None:
        """Let the user search everything, or run a command."""
        self.palette_.open()

    def _connect(self) -> None:
        desk, actions = self.desk, self._actions
        self._undo.told.connect(self._tell)
        self.notice.step.clicked.connect(self.try_again)
        self.navigation.room_chosen.connect(self._choose_room)
        self.navigation.visit_chosen.connect(self._choose_visit)
        self.rooms.go.connect(self.go)
        self.rooms.room_wanted.connect(self.enter)
        self.rooms.told.connect(self.tell)
        self.rooms.replanned.connect(self._tell_offer.follow)
        self._tell_offer.wanted.connect(self._tell_since)
        self.top.search.clicked.connect(self.open_search)
        actions["search"].triggered.connect(self.open_search)
        actions["settings"].triggered.connect(self._enter_named)
        actions["visits"].triggered.connect(self._enter_named)
        actions["new_visit"].triggered.connect(self.begin_visit)
        for room in listed_rooms():
            actions[f"room_{room.name}"].triggered.connect(self._enter_named)
        self.top.export.clicked.connect(self.open_export)
        actions["navigation"].triggered.connect(self.panes.show_navigation)
        actions["export"].triggered.connect(self.open_export)
        actions["next_pane"].triggered.connect(self.panes.next_pane)
        actions["previous_pane"].triggered.connect(self.panes.previous_pane)
        self.inspection.told.connect(self.tell)
        self.inspection.go.connect(self.go)
        desk.changed.connect(self._on_changed)
        desk.failed.connect(self._on_failed)

    # Rooms

    @property
    def room(self) -> str:
        """The name of the room in view; ``empty`` where the planner has no visit to show in it."""
        return self._room

    @Slot(str)
    def enter(self, name: str) -> None:
        """Bring a room into view; without a visit, what stands in its place asks for one."""
        shown = self._can_enter(name)
        self.navigation.show_room(name)
        before, self._room = self._room, name if shown else "empty"
        if self._room != before:
            self.toast.pass_by()
        self.rooms.show_room(self._room)
        self.inspection.enter(self._room)
        self.top.export.setVisible(self._room not in PAPERS and bool(self.desk.visit_id))
        self.top.show_place(room_title(self._room), self._visit.title)

    @Slot(str)
    def _choose_room(self, name: str) -> None:
        """Enter a room; the one in view shows what it began with, as its list."""
        again = name == self._room
        self.enter(name)
        if again:
            self.rooms.show_first()

    @Slot()
    def _enter_named(self) -> None:
        action = self.sender()
        assert action is not None
        self.enter(str(action.property("room")))
        self._give_keys()

    def _give_keys(self) -> None:
        """Let the keys go to the room, where they stand nowhere that can be seen."""
        focused = self.window().focusWidget()
        seen = (self.navigation, self.rooms)
        if focused is None or not any(part.isAncestorOf(focused) for part in seen):
            self.rooms.take_keys()

    @Slot()
    def open_export(self) -> None:
        """Enter the room where the book is made."""
        self.enter("book")
        self.navigation.room_button("book").setFocus()

    @Slot()
    def begin_visit(self) -> None:
        """Ask for the least that a new visit needs."""
        self.enter("visits")
        self.rooms.begin_visit()

    @Slot(str, str)
    def go(self, kind: str, row_id: str) -> None:
        """Show a row where it is at home, in its own visit."""
        try:
            visit_id = row_id if kind == "visit" else self.desk.ask(visit_of, kind, row_id)
        except AideError as error:
            self.tell(sentence(error))
            return
        self.go_in(kind, row_id, visit_id)

    @Slot(str, str, str)
    def go_in(self, kind: str, row_id: str, visit_id: str) -> None:
        """Show a row of a visit where it is at home; no visit: it is shared by all."""
        if visit_id and visit_id != self.desk.visit_id:
            self._choose_visit(visit_id)
        if kind == "visit":
            self.enter(FIRST_ROOM)
            return
        self._visited.go(kind, row_id)
        self.enter(home_of(kind))
        self.rooms.reveal(kind, row_id)
        self._give_keys()

    @Slot(str)
    def _choose_visit(self, visit_id: str) -> None:
        self.inspection.forget()
        self.desk.show_visit(visit_id)
        self._show_visits()
        self.enter(self._room if self._room not in {"empty", "visits"} else FIRST_ROOM)

    # Visits

    def _show_visits(self) -> None:
        try:
            self._visit.show()
        except AideError as error:
            self.tell(sentence(error))

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if not changed.touches("visit", "stop"):
            return
        before = self.desk.visit_id
        self._show_visits()
        self.top.show_place(room_title(self._room), self._visit.title)
        if self.desk.visit_id != before:
            self.enter(self._room if self._room != "empty" else FIRST_ROOM)

    # Words

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.toast.show_message(failure_words(error))

    @Slot(str)
    def _tell(self, words: str) -> None:
        self.toast.show_message(words)

    @Slot(str, bool)
    def tell(self, words: str, can_undo: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        """Say something at the bottom of the window, perhaps with a way to take it back."""
        if can_undo:
            self.toast.show_message(words, _("Undo"), self._undo.undo)
        else:
            self.toast.show_message(words)

    @Slot(int)
    def _tell_since(self, step: int) -> None:
        self.enter("tell")
        self.rooms.tell_since(step)
        self._give_keys()

    # The end

    def leave(self) -> None:
        """Save what is being typed and end what is being made; called before the desk is closed."""
        self.rooms.cancel_jobs()
        self.rooms.leave()
        self.inspection.leave()
        navigation, inspector = self.panes.widths()
        self._preferences.navigation_width = navigation
        self._preferences.inspector_width = inspector
        self._preferences.inspector_shown = self.panes.inspector_wanted
