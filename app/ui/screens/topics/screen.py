"""The room of the topics: over meetings, as a table, each on a page; and the precedents to point at."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.screens.topics.coverage import CoveragePane
from app.ui.screens.topics.listing import TopicList
from app.ui.screens.topics.precedents import PrecedentList
from app.ui.screens.topics.switch import SwitchedList
from app.ui.tables.list_and_page import ListAndPage
from app.wording import _

if TYPE_CHECKING:
    from app.ui.screens.topics.page import TopicPage


class TopicsScreen(ListAndPage):
    """The topics of the visit in view, and the precedents, which all visits share.

    ``created`` carries kind and id of a precedent whose fields are to be typed into next.
    """

    page_inspects = False  # it has all that the inspector has

    created = Signal(str, str)

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        parent: QWidget | None = None,
        files: FileChooser | None = None,
    ) -> None:
        self.list = TopicList(desk, preferences)
        self.precedents = PrecedentList(desk, preferences)
        self._preferences, self._files = preferences, files
        super().__init__(desk, self.list, parent)
        self.add_words = _("Add topic")
        self.coverage = CoveragePane(desk)
        self._parts: dict[str, SwitchedList | CoveragePane] = {
            "coverage": self.coverage,
            "topic": self.list,
            "precedent": self.precedents,
        }
        self._part = "coverage"
        for added in (self.coverage, self.precedents):
            self._stack.addWidget(added)
        self._stack.setCurrentWidget(self.coverage)
        for part in self._parts.values():
            part.switched.connect(self.show_part)
        self.precedents.selected.connect(self.selected)
        self.precedents.created.connect(self.created)
        self.precedents.opened.connect(self.created)  # its fields are those of the inspector
        self.precedents.told.connect(self.told)
        self.coverage.selected.connect(self.selected)
        self.coverage.told.connect(self.told)
        self.coverage.add_wanted.connect(self.create_row)
        self.coverage.go.connect(self.on_go)

    @property
    def page(self) -> "TopicPage":
        page: TopicPage = super().page
        return page

    def make_page(self) -> Any:
        from app.ui.screens.topics.page import TopicPage

        page = TopicPage(self._desk, self._preferences, self._files)
        # After the page, which hears of it first: one whose topic is gone is empty by then.
        self._desk.changed.connect(self._on_changed)
        return page

    def reveal(self, kind: str, row_id: str) -> None:
        """Show one topic: as ``topic_page`` or where a page is in view on its page, else in the list.

        A ``precedent`` is shown in its own list.
        """
        if kind == "topic_page" or (kind == "topic" and self.is_page):
            self.open_row(row_id)
        elif kind == "topic" and self._part == "coverage":
            self.coverage.reveal(kind, row_id)
        elif kind in self._parts:
            self.show_part(kind)
            self._parts[kind].reveal(kind, row_id)

    def show_on_page(self, row_id: str) -> None:
        if self.page.show_topic(row_id):
            self._stack.setCurrentWidget(self.page)
            self.page.take_keys()
            self.selected.emit("topic", row_id)
        else:
            self.show_all()

    def cancel_jobs(self) -> None:
        """End what is being made; nothing of it is kept."""
        if self.has_page:
            self.page.dossier.printer.making.cancel()

    def begin(self) -> None:
        self.page.begin()

    def add(self) -> str | None:
        return self.list.add()

    @Slot(str)
    def show_part(self, part: str) -> None:
        """Show a part of the room by its name, instead of a page where one is in view."""
        if self.is_page:
            self.page.leave()
        self._part = part
        shown = self._parts[part]
        for each in self._parts.values():
            each.switch.select(each.kind)  # each switch stands on its own part
        self._stack.setCurrentWidget(shown)
        shown.table.setFocus(Qt.FocusReason.OtherFocusReason)
        kind = "precedent" if part == "precedent" else "topic"
        self.selected.emit(kind, shown.table.current_id())

    @Slot()
    def show_all(self) -> None:
        if not self.is_page:
            return
        topic_id = self.page.topic_id
        self.show_part("topic" if self._part == "precedent" else self._part)
        if topic_id:
            self._parts[self._part].reveal("topic", topic_id)

    @Slot(str, str)
    def on_go(self, kind: str, row_id: str) -> None:
        if kind == "topic_page":
            self.open_row(row_id)
        else:
            self.go.emit(kind, row_id)

    @Slot(object)
    def _on_changed(self, _changed: object) -> None:
        if self.is_page and not self.page.topic_id:
            self.show_all()

    @Slot(str)
    def _on_visit_changed(self, _visit_id: str) -> None:
        if self.has_page:
            self.page.show_topic("")
        if self.is_page:
            self._stack.setCurrentWidget(self._parts[self._part])
        self.selected.emit("topic", "")
