"""The room of the meetings: all of them as a table, and each on a page of its own."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.workspace import EVERYTHING, Changed
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.meetings.listing import MeetingList
from app.ui.screens.meetings.page import MeetingPage
from app.wording import _
from app.wording.errors import sentence


class MeetingsScreen(QWidget):
    """The meetings of the visit in view.

    ``selected`` carries kind and id of what the inspector is to show; ``go`` those of a row to be opened in
    its own room; ``told`` a sentence for the toast, and whether undo takes back what it tells.
    """

    selected = Signal(str, str)
    go = Signal(str, str)
    told = Signal(str, bool)

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stale = False  # the page, while it cannot be seen
        self.list = MeetingList(desk, preferences)
        self.page = MeetingPage(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        new = QAction(_("Add meeting"), self.page)
        new.setShortcut(QKeySequence(QKeySequence.StandardKey.New))
        new.setEnabled(not desk.read_only)
        new.triggered.connect(self.create_meeting)
        self.page.addAction(new)
        self._connect()

    def _connect(self) -> None:
        self.list.selected.connect(self._on_selected)
        self.list.opened.connect(self._on_opened)
        self.list.created.connect(self._on_created)
        self.page.back_wanted.connect(self.show_all)
        self.page.gone.connect(self._on_gone)
        for part in (self.list, self.page):
            part.told.connect(self.told)
            part.go.connect(self.go)
        self._desk.changed.connect(self._on_changed)
        self._desk.visit_changed.connect(self._on_visit_changed)

    # What is shown

    @property
    def is_page(self) -> bool:
        """Whether one meeting is shown, not all."""
        return self._stack.currentWidget() is self.page

    def reveal(self, kind: str, row_id: str) -> None:
        """Show one meeting: on its page as ``meeting``, in the list as ``entry``."""
        if kind == "meeting":
            self.open_meeting(row_id)
        elif kind == "entry":
            self.show_all()
            self.list.reveal(kind, row_id)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self._stale and self.is_page:
            self._stale = False
            self.page.refresh(EVERYTHING)

    def leave(self) -> None:
        """Save what is unfinished."""
        self.page.leave()

    def open_meeting(self, entry_id: str) -> None:
        """Open the page of a meeting."""
        if self.page.show_meeting(entry_id):
            self._stack.setCurrentWidget(self.page)
            self.page.agenda.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.selected.emit("entry", entry_id)

    @Slot()
    def show_all(self) -> None:
        """Go back to the list, where the meeting of the page is selected."""
        if not self.is_page:
            return
        self.page.leave()
        self._stack.setCurrentWidget(self.list)
        self.list.reveal("entry", self.page.entry_id)
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def create_meeting(self) -> None:
        """Add a meeting after the one of the page, open it, and put its title under the cursor."""
        if self._desk.read_only:
            return
        try:
            entry_id = self.list.add_after(self.page.entry_id)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        if entry_id:
            self._on_created("entry", entry_id)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if self.page.isVisible():
            self.page.refresh(changed)
        else:
            self._stale = True

    @Slot(str)
    def _on_visit_changed(self, _visit_id: str) -> None:
        self.page.leave()
        self.page.clear()
        self._stack.setCurrentWidget(self.list)
        self.selected.emit("entry", "")

    @Slot()
    def _on_gone(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.selected.emit("entry", self.list.table.current_id())

    @Slot(str, str)
    def _on_selected(self, kind: str, entry_id: str) -> None:
        if not self.is_page:
            self.selected.emit(kind, entry_id)

    @Slot(str, str)
    def _on_opened(self, _kind: str, entry_id: str) -> None:
        self.open_meeting(entry_id)

    @Slot(str, str)
    def _on_created(self, _kind: str, entry_id: str) -> None:
        self.open_meeting(entry_id)
        self.page.title.begin()
