"""The room of the topics over a planner, for tests; and what hands do there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.planning.views.topics import TopicDetail, TopicRow, topic_detail, topic_rows
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.forms.field import Field
from app.ui.forms.sheet import Sheet
from app.ui.inspector.topic import TopicSheet
from app.ui.preferences import Preferences
from app.ui.screens.topics.screen import TopicsScreen
from tests.helpers.planner import planner


@contextmanager
def room(
    folder: Path, *, kind: str = "sample", read_only: bool = False, size: tuple[int, int] = (884, 830)
) -> Iterator[TopicsScreen]:
    """Give the room of a new planner, shown."""
    path = planner(folder, kind)
    desk = Desk(Workspace.open(path, writable=not read_only))
    desk.show_visit(desk.ask(the_visit, None))
    screen = TopicsScreen(desk, Preferences(folder / "window.ini"))
    screen.resize(*size)
    screen.show()
    screen.activateWindow()
    QApplication.processEvents()
    try:
        yield screen
    finally:
        screen.close()
        screen.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        desk.close()


def desk_of(screen: TopicsScreen) -> Desk:
    return screen._desk


def rows_of(screen: TopicsScreen) -> tuple[TopicRow, ...]:
    desk = desk_of(screen)
    return desk.ask(topic_rows, desk.visit_id)


def topic_of(screen: TopicsScreen) -> TopicDetail:
    """Return what stands in the file of the topic on the page."""
    return desk_of(screen).ask(topic_detail, screen.page.topic_id)


def on_page(screen: TopicsScreen) -> bool:
    return screen.is_page


def sheet_of(screen: TopicsScreen) -> TopicSheet:
    sheet = screen.page.body.sheet
    assert isinstance(sheet, TopicSheet)
    return sheet


def field(sheet: Sheet, column: str) -> Field:
    (found,) = (each for each in sheet.fields() if each.column == column)
    return found


def type_into(widget: QWidget, text: str) -> None:
    """Type over what stands in an editor."""
    assert isinstance(widget, QLineEdit | QPlainTextEdit)
    widget.setFocus()
    widget.selectAll()
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    QTest.keyClicks(widget, text)
