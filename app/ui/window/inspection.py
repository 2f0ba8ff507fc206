"""What is inspected in each room: the row selected there, in the inspector of its kind."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AideError
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.palette.visited import Visited
from app.ui.window.actions import Actions
from app.ui.window.catalogue import room_kind
from app.ui.window.panes import Panes
from app.ui.window.rooms import Rooms
from app.ui.window.top_bar import TopBar
from app.wording.errors import sentence

if TYPE_CHECKING:
    from app.ui.inspector.inspector import EntryInspector
    from app.ui.window.inspectors import Inspectors


class Inspection(QObject):
    """Shows what is selected in the room in view, and keeps what was in the others.

    ``told`` and ``go`` are those of the inspectors.
    """

    told = Signal(str, bool)
    go = Signal(str, str)

    def __init__(
        self,
        desk: Desk,
        chooser: FileChooser,
        panes: Panes,
        rooms: Rooms,
        top: TopBar,
        actions: Actions,
        visited: Visited,
    ) -> None:
        super().__init__(panes)
        self._desk = desk
        self._chooser = chooser
        self._panes = panes
        self._rooms = rooms
        self._top = top
        self._actions = actions
        self._visited = visited
        self._room = ""
        self._selected: dict[str, tuple[str, str]] = {}
        self._inspectors: Inspectors | None = None
        rooms.selected.connect(self.select)
        rooms.created.connect(self._name_new)
        rooms.turned.connect(self._on_turned)
        panes.inspector_shown.connect(self.tell_shown)
        top.inspector.clicked.connect(panes.show_inspector)
        actions["inspector"].triggered.connect(panes.show_inspector)

    @property
    def inspectors(self) -> "Inspectors":
        """The inspectors of all kinds of rows."""
        if self._inspectors is None:
            from app.ui.window.inspectors import Inspectors

            self._inspectors = Inspectors(self._desk, self._chooser, self._panes.holder)
            self._inspectors.told.connect(self.told)
            self._inspectors.go.connect(self.go)
            self._panes.set_inspector(self._inspectors)
        return self._inspectors

    @property
    def entry(self) -> "EntryInspector":
        """The inspector of entries; built when it is asked for.

        Raises:
            DataError: it could not be filled, for the file cannot be read now.
        """
        return self.inspectors.entry()

    @Slot()
    def prepare(self) -> None:
        """Build the inspector of entries, before anybody waits for it."""
        with suppress(AideError):  # it is built, or refused in words, once an entry is chosen
            assert self.entry

    def enter(self, room: str) -> None:
        """Show what is selected in a room that comes into view."""
        self._room = room
        if self._fit():
            self.inspect(*self._selected.get(room, ("", "")))

    def forget(self) -> None:
        """Forget what is selected in all rooms: another visit comes into view."""
        self._selected.clear()
        self.inspect("", "")

    def _fit(self) -> bool:
        """Let the inspector stand where it is of use, and tell whether it is."""
        room = room_kind(self._room)
        useful = room is not None and room.inspects and self._rooms.inspects()
        self._panes.set_inspector_useful(useful=useful)
        for control in (self._top.inspector, self._actions["inspector"]):
            control.setEnabled(useful)
        if self._inspectors is not None:
            self._inspectors.offer_page(offered=not self._rooms.is_page())
        return useful

    @Slot()
    def _on_turned(self) -> None:
        self._fit()

    @Slot(str, str)
    def select(self, kind: str, row_id: str) -> None:
        """Inspect a row that is selected in the room in view; an empty id means none."""
        self._selected[self._room] = (kind, row_id)
        self._visited.see(kind, row_id)
        self.inspect(kind, row_id)

    def inspect(self, kind: str, row_id: str) -> None:
        """Show a row in its inspector, or none."""
        if self._inspectors is None and not row_id:
            return
        try:
            if row_id and self.inspectors.shows(kind):
                self.inspectors.show_row(kind, row_id)
            else:
                self.inspectors.show_nothing()
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        room = room_kind(self._room)
        if row_id and self.inspectors.shows(kind) and room is not None and room.pulls:
            self._panes.pull_drawer()

    @Slot(str, str)
    def _name_new(self, kind: str, row_id: str) -> None:
        self.select(kind, row_id)
        self._panes.show_inspector(True)
        if self._inspectors is not None:
            self._inspectors.begin()

    @Slot(bool)
    def tell_shown(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Let the button and the action say whether the inspector is shown."""
        self._top.inspector.setChecked(shown)
        self._actions["inspector"].setChecked(shown)

    def leave(self) -> None:
        """Save what is being typed."""
        if self._inspectors is not None:
            self._inspectors.leave()
