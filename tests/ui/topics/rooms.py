"""The room of the topics over a planner, for tests; and what hands do there."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.planning.views.topics import TopicDetail, TopicRow, topic_detail, topic_rows
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.forms.field import Field
from app.ui.forms.sheet import Sheet
from app.ui.inspector.topic import TopicSheet
from app.ui.screens.topics.screen import TopicsScreen
from tests.ui.shown import shown_room


@contextmanager
def room(
    folder: Path,
    *,
    part: str = "topic",
    kind: str = "sample",
    read_only: bool = False,
    size: tuple[int, int] = (884, 830),
    files: FileChooser | None = None,
) -> Iterator[TopicsScreen]:
    """Give the room of a new planner, shown with one of its parts."""
    with shown_room(
        partial(TopicsScreen, files=files), folder, kind, read_only=read_only, size=size
    ) as screen:
        screen.show_part(part)
        yield screen


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
