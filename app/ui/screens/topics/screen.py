"""The room of the topics: all of them as a table, and each on a page of its own."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.screens.topics.listing import TopicList
from app.ui.screens.topics.page import TopicPage
from app.ui.tables.list_and_page import ListAndPage
from app.wording import _


class TopicsScreen(ListAndPage):
    """The topics of the visit in view."""

    page_inspects = False  # it has all that the inspector has

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        parent: QWidget | None = None,
        files: FileChooser | None = None,
    ) -> None:
        self.list = TopicList(desk, preferences)
        self.page = TopicPage(desk, files)
        super().__init__(desk, self.list, self.page, parent)
        self.let_add(_("Add topic"))
        # After the page, which hears of it first: one whose topic is gone is empty by then.
        desk.changed.connect(self._on_changed)

    def reveal(self, kind: str, row_id: str) -> None:
        """Show one topic: as ``topic_page`` or where a page is in view on its page, else in the list."""
        if kind == "topic_page" or (kind == "topic" and self.is_page):
            self.open_row(row_id)
        elif kind == "topic":
            self.list.reveal(kind, row_id)

    def open_row(self, row_id: str) -> None:
        if self.page.show_topic(row_id):
            self._stack.setCurrentWidget(self.page)
            self.page.back.setFocus(Qt.FocusReason.OtherFocusReason)
            self.selected.emit("topic", row_id)
        else:
            self.show_all()

    def begin(self) -> None:
        self.page.begin()

    def add(self) -> str | None:
        return self.list.add()

    @Slot()
    def show_all(self) -> None:
        if not self.is_page:
            return
        self.page.leave()
        topic_id = self.page.topic_id
        self._stack.setCurrentWidget(self.list)
        if topic_id:
            self.list.reveal("topic", topic_id)
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_changed(self, _changed: object) -> None:
        if self.is_page and not self.page.topic_id:
            self.show_all()
            self.selected.emit("topic", self.list.table.current_id())

    @Slot(str)
    def _on_visit_changed(self, _visit_id: str) -> None:
        self.page.show_topic("")
        self._stack.setCurrentWidget(self.list)
        self.selected.emit("topic", "")
