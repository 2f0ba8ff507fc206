"""The frame around an open planner: top bar, navigation, rooms, inspector, status bar."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.views.programme import head
from app.planning.views.visits import visit_cards
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.widgets.toast import Toast
from app.ui.window.actions import Actions
from app.ui.window.moved import MovedBar
from app.ui.window.notice import ReadOnlyBar
from app.ui.window.panes import Panes
from app.ui.window.rooms import Rooms, room_title
from app.ui.window.status import StatusBar, failure_words
from app.ui.window.top_bar import TopBar
from app.ui.window.undo import UndoSwitch
from app.wording import _
from app.wording.errors import sentence

if TYPE_CHECKING:
    from app.ui.inspector.inspector import EntryInspector

ROOMS = ("programme", "book", "calendar")
_INSPECTOR_MS = 150  # after the programme is seen, so that nobody waits for it


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
        self._actions = actions
        self._title = ""
        self._room = ""
        self._inspector: EntryInspector | None = None
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
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bars = [self.moved] if self.moved is not None else []
        for widget in (self.top, self.notice, *bars, self.panes, self.status):
            column.addWidget(widget, 1 if widget is self.panes else 0)
        self._undo = UndoSwitch(desk, (actions["undo"], self.top.undo), (actions["redo"], self.top.redo))
        self._connect()
        self._show_visits()
        self.panes.set_inspector_wanted(wanted=preferences.inspector_shown)
        self._tell_inspector(self.panes.inspector_is_shown())
        self.enter("programme")
        # Not into the list: focus alone would choose its first entry, and open the drawer.
        self.panes.setFocus()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        QTimer.singleShot(_INSPECTOR_MS, self, self._prepare_inspector)

    @property
    def inspector(self) -> "EntryInspector":
        """The inspector of entries; built when it is asked for, or soon after the programme is seen.

        Raises:
            DataError: it could not be filled, for the file cannot be read now.
        """
        if self._inspector is None:
            from app.ui.inspector.inspector import EntryInspector

            self._inspector = EntryInspector(self.desk, self.panes.holder)
            self._inspector.told.connect(self.tell)
            self.panes.set_inspector(self._inspector)
        return self._inspector

    @Slot()
    def _prepare_inspector(self) -> None:
        with suppress(AideError):  # it is built, or refused in words, once an entry is chosen
            assert self.inspector

    def _connect(self) -> None:
        desk, actions = self.desk, self._actions
        self._undo.told.connect(self._tell)
        self.notice.step.clicked.connect(self.try_again)
        self.navigation.room_chosen.connect(self.enter)
        self.navigation.visit_chosen.connect(self._choose_visit)
        self.rooms.entry_selected.connect(self._inspect)
        self.rooms.entry_created.connect(self._name_new)
        self.rooms.told.connect(self.tell)
        self.top.export.clicked.connect(self.open_export)
        self.top.inspector.clicked.connect(self.panes.show_inspector)
        actions["inspector"].triggered.connect(self.panes.show_inspector)
        actions["navigation"].triggered.connect(self.panes.show_navigation)
        actions["export"].triggered.connect(self.open_export)
        self.panes.inspector_shown.connect(self._tell_inspector)
        desk.changed.connect(self._on_changed)
        desk.failed.connect(self._on_failed)

    # Rooms

    @property
    def room(self) -> str:
        """The room in view: ``programme``, ``book``, ``calendar`` or ``empty``."""
        return self._room

    @Slot(str)
    def enter(self, room: str) -> None:
        """Bring a room into view; a planner without visits has only the empty one."""
        if room in ROOMS:
            self.navigation.show_room(room)
        self._room = room if self.desk.visit_id else "empty"
        self.rooms.show_room(self._room)
        self.panes.set_inspector_useful(useful=self._room == "programme")
        for control in (self.top.inspector, self._actions["inspector"]):
            control.setEnabled(self._room == "programme")
        self.top.export.setVisible(self._room == "programme")
        self.top.show_place(room_title(self._room), self._title)

    @Slot()
    def open_export(self) -> None:
        """Enter the room where the book is made."""
        self.enter("book")
        self.navigation.room_button("book").setFocus()

    @Slot(str)
    def _choose_visit(self, visit_id: str) -> None:
        self._inspect("")
        self.desk.show_visit(visit_id)
        self._show_visits()
        self.enter(self._room if self._room != "empty" else "programme")

    @Slot(str)
    def _inspect(self, entry_id: str) -> None:
        if not entry_id and self._inspector is None:
            return
        try:
            self.inspector.show_entry(entry_id or None)
        except AideError as error:
            self.tell(sentence(error))
            return
        if entry_id:
            self.panes.pull_drawer()

    @Slot(str)
    def _name_new(self, entry_id: str) -> None:
        self._inspect(entry_id)
        self.panes.show_inspector(True)
        if self._inspector is not None:
            self._inspector.edit_title()

    @Slot(bool)
    def _tell_inspector(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.top.inspector.setChecked(shown)
        self._actions["inspector"].setChecked(shown)

    # Visits

    def _show_visits(self) -> None:
        try:
            cards = self.desk.ask(visit_cards)
            if self.desk.visit_id not in {card.id for card in cards}:
                self.desk.show_visit(cards[0].id if cards else "")
            cities = self._cities()
        except AideError as error:
            self.tell(sentence(error))
            return
        self._title = next((card.title for card in cards if card.id == self.desk.visit_id), "")
        self.navigation.show_visits(cards, self.desk.visit_id, cities)

    def _cities(self) -> int:
        if not self.desk.visit_id:
            return 0
        return len({base.city for base in self.desk.ask(head, self.desk.visit_id).bases})

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if not changed.touches("visit", "stop"):
            return
        before = self.desk.visit_id
        self._show_visits()
        self.top.show_place(room_title(self._room), self._title)
        if self.desk.visit_id != before:
            self.enter("programme")

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

    # The end

    def leave(self) -> None:
        """Save what is being typed and end what is being made; called before the desk is closed."""
        self.rooms.cancel_jobs()
        if self._inspector is not None:
            self._inspector.leave()
        navigation, inspector = self.panes.widths()
        self._preferences.navigation_width = navigation
        self._preferences.inspector_width = inspector
        self._preferences.inspector_shown = self.panes.inspector_wanted
