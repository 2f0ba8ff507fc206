"""The room of the meetings: all of them as a table, and each on a page of its own."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.planning.workspace import EVERYTHING, Changed
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.screens.meetings.listing import MeetingList
from app.ui.screens.meetings.shown_tables import TABLES
from app.ui.showing import Showing
from app.ui.tables.list_and_page import ListAndPage
from app.wording import _

if TYPE_CHECKING:
    from app.ui.screens.meetings.page import MeetingPage


class MeetingsScreen(ListAndPage):
    """The meetings of the visit in view.

    ``created`` carries kind and id of what was made on a page and whose fields are to be typed into next.
    """

    created = Signal(str, str)

    def __init__(
        self, desk: Desk, preferences: Preferences, chooser: FileChooser, parent: QWidget | None = None
    ) -> None:
        self.list = MeetingList(desk, preferences)
        super().__init__(desk, self.list, parent)
        self.add_words = _("Add meeting")
        self._preferences, self._chooser = preferences, chooser
        self._showing = Showing(self, desk, self._show_page, ("setting", *TABLES))
        self._showing.told.connect(self.told)

    @property
    def page(self) -> "MeetingPage":
        page: MeetingPage = super().page
        return page

    def make_page(self) -> Any:
        from app.ui.screens.meetings.page import MeetingPage

        page = MeetingPage(self._desk, self._preferences, self._chooser)
        page.selected.connect(self.selected)
        page.created.connect(self.created)
        page.gone.connect(self._on_gone)
        page.turned.connect(self.turned)
        return page

    @property
    def inspects(self) -> bool:
        return not self.is_page or self.page.prepares

    def reveal(self, kind: str, row_id: str) -> None:
        """Show one meeting: on its page as ``meeting``, in the list as ``entry``."""
        if kind == "meeting":
            self.open_row(row_id)
        elif kind == "entry":
            self.show_all()
            self.list.reveal(kind, row_id)

    def show_on_page(self, row_id: str) -> None:
        if self.page.show_meeting(row_id):
            self._stack.setCurrentWidget(self.page)
            self.page.take_keys()
            self.selected.emit("entry", row_id)

    def begin(self) -> None:
        self.page.title.begin()

    def add(self) -> str | None:
        return self.list.add_after(self.page.entry_id if self.has_page else "")

    def cancel_jobs(self) -> None:
        """End what is being made or read; nothing of it is kept."""
        if self.has_page:
            self.page.cancel_jobs()

    @Slot()
    def show_all(self) -> None:
        if not self.is_page:
            return
        self.page.leave()
        self._stack.setCurrentWidget(self.list)
        self.list.reveal("entry", self.page.entry_id)
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page(self, changed: Changed | None) -> None:
        if self.is_page:  # opened from the list, it asks by itself
            self.page.refresh(changed or EVERYTHING)

    @Slot(str)
    def _on_visit_changed(self, _visit_id: str) -> None:
        if self.has_page:
            self.page.leave()
            self.page.clear()
        self._stack.setCurrentWidget(self.list)
        self.selected.emit("entry", "")

    @Slot()
    def _on_gone(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.selected.emit("entry", self.list.table.current_id())
