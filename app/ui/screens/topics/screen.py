"""The room of the topics: all of them as a table, and each on a page of its own."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.topics.listing import TopicList
from app.ui.screens.topics.page import TopicPage
from app.wording import _
from app.wording.errors import sentence


class TopicsScreen(QWidget):
    """The topics of the visit in view.

    ``selected`` carries kind and id of what the inspector is to show; ``go`` those of a row to be opened in
    its own room; ``told`` a sentence for the toast, and whether undo takes back what it tells.
    """

    selected = Signal(str, str)
    go = Signal(str, str)
    told = Signal(str, bool)

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.list = TopicList(desk, preferences)
        self.page = TopicPage(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        new = QAction(_("Add topic"), self.page)
        new.setShortcut(QKeySequence(QKeySequence.StandardKey.New))
        new.setEnabled(not desk.read_only)
        new.triggered.connect(self.create_topic)
        self.page.addAction(new)
        self._connect()

    def _connect(self) -> None:
        self.list.selected.connect(self._on_selected)
        self.list.opened.connect(self._on_opened)
        self.list.created.connect(self._on_created)
        self.page.back_wanted.connect(self.show_all)
        for part in (self.list, self.page):
            part.told.connect(self.told)
            part.go.connect(self.go)
        # After the page, which hears of it first: one whose topic is gone is empty by then.
        self._desk.changed.connect(self._on_changed)
        self._desk.visit_changed.connect(self._on_visit_changed)

    @property
    def is_page(self) -> bool:
        """Whether one topic is shown, not all."""
        return self._stack.currentWidget() is self.page

    def reveal(self, kind: str, row_id: str) -> None:
        """Show one topic: on the page where a page is in view, else in the list."""
        if kind != "topic":
            return
        if self.is_page:
            self.open_topic(row_id)
        else:
            self.list.reveal(kind, row_id)

    def leave(self) -> None:
        """Save what is unfinished."""
        self.page.leave()

    def open_topic(self, topic_id: str) -> None:
        """Open the page of a topic."""
        if self.page.show_topic(topic_id):
            self._stack.setCurrentWidget(self.page)
            self.page.back.setFocus(Qt.FocusReason.OtherFocusReason)
            self.selected.emit("topic", topic_id)
        else:
            self.show_all()

    @Slot()
    def show_all(self) -> None:
        """Go back to the list, where the topic of the page is selected."""
        if not self.is_page:
            return
        self.page.leave()
        topic_id = self.page.topic_id
        self._stack.setCurrentWidget(self.list)
        if topic_id:
            self.list.reveal("topic", topic_id)
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def create_topic(self) -> None:
        """Add a topic, open its page, and put its title under the cursor."""
        if self._desk.read_only:
            return
        try:
            topic_id = self.list.add()
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        if topic_id:
            self._on_created("topic", topic_id)

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

    @Slot(str, str)
    def _on_selected(self, kind: str, topic_id: str) -> None:
        if not self.is_page:
            self.selected.emit(kind, topic_id)

    @Slot(str, str)
    def _on_opened(self, _kind: str, topic_id: str) -> None:
        self.open_topic(topic_id)

    @Slot(str, str)
    def _on_created(self, _kind: str, topic_id: str) -> None:
        self.open_topic(topic_id)
        self.page.begin()
