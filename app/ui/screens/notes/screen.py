"""Notes and files of a visit, one list in view."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.screens.notes.lists import FilesList, NotesList, NotesOrFiles
from app.ui.stops import give_keys


class NotesScreen(QWidget):
    """The room of notes and files.

    ``selected`` carries the kind and id of the row for the inspector, ``created`` those of a new one; ``go``
    those of a row to be opened elsewhere; ``told`` a sentence, and whether undo takes back what it tells.
    """

    selected = Signal(str, str)
    created = Signal(str, str)
    go = Signal(str, str)
    told = Signal(str, bool)

    def __init__(
        self, desk: Desk, preferences: Preferences, chooser: FileChooser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.notes = NotesList(desk, preferences)
        self.files = FilesList(desk, preferences, chooser)
        self._lists: dict[str, NotesOrFiles] = {"note": self.notes, "attachment": self.files}
        self._stack = QStackedWidget()
        for each in self._lists.values():
            self._stack.addWidget(each)
            each.selected.connect(self.selected)
            each.created.connect(self.created)
            each.go.connect(self.go)
            each.told.connect(self.told)
            each.switched.connect(self.show_list)
        self.notes.opened.connect(self.selected)  # a file is opened by the program for its kind
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def reveal(self, kind: str, row_id: str) -> None:
        """Show a note or a file in its list, and select it there."""
        if kind in self._lists:
            self.show_list(kind)
            self._lists[kind].reveal(kind, row_id)

    def take_keys(self) -> None:
        """Let the keys go to the list in view."""
        give_keys(self._stack.currentWidget())

    def leave(self) -> None:
        """Nothing is being typed here: the inspector has what is."""

    @Slot(str)
    def show_list(self, kind: str) -> None:
        """List notes or files."""
        for each in self._lists.values():
            each.switch.select(each.kind)  # each switch stands on its own list
        found = self._lists[kind]
        if found is self._stack.currentWidget():
            return
        self._stack.setCurrentWidget(found)
        found.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selected.emit(kind, found.table.current_id())
