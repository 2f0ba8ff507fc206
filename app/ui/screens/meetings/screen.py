"""The room of the meetings: all of them as a table, and each on a page of its own."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.planning.workspace import EVERYTHING, Changed
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.meetings.listing import MeetingList
from app.ui.screens.meetings.page import MeetingPage
from app.ui.tables.list_and_page import ListAndPage
from app.wording import _


class MeetingsScreen(ListAndPage):
    """The meetings of the visit in view."""

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        self._stale = False  # the page, while it cannot be seen
        self.list = MeetingList(desk, preferences)
        self.page = MeetingPage(desk)
        super().__init__(desk, self.list, self.page, parent)
        self.let_add(_("Add meeting"))
        self.page.gone.connect(self._on_gone)

    def reveal(self, kind: str, row_id: str) -> None:
        """Show one meeting: on its page as ``meeting``, in the list as ``entry``."""
        if kind == "meeting":
            self.open_row(row_id)
        elif kind == "entry":
            self.show_all()
            self.list.reveal(kind, row_id)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self._stale and self.is_page:
            self._stale = False
            self.page.refresh(EVERYTHING)

    def open_row(self, row_id: str) -> None:
        if self.page.show_meeting(row_id):
            self._stack.setCurrentWidget(self.page)
            self.page.agenda.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.selected.emit("entry", row_id)

    def begin(self) -> None:
        self.page.title.begin()

    def add(self) -> str | None:
        return self.list.add_after(self.page.entry_id)

    @Slot()
    def show_all(self) -> None:
        if not self.is_page:
            return
        self.page.leave()
        self._stack.setCurrentWidget(self.list)
        self.list.reveal("entry", self.page.entry_id)
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

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
