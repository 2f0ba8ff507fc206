"""Undo and redo by key while a text has the cursor: what is typed first, then the planner; Esc is no loss."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.planning.views.record import RecordAt, record_at
from app.ui.screens.meetings.phases import RUN
from app.ui.screens.meetings.run_pane import RunPane
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.window.frame import PlannerFrame
from tests.helpers.planner import contents
from tests.ui.meetings.rooms import open_page, settle
from tests.ui.windows import Windows

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def frame(windows: Windows, qtbot: QtBot) -> PlannerFrame:
    made = windows.frame()
    made.window().activateWindow()
    qtbot.waitUntil(made.window().isActiveWindow)
    return made


@pytest.fixture
def pane(frame: PlannerFrame) -> RunPane:
    frame.enter("meetings")
    screen = frame.findChild(MeetingsScreen)
    assert screen is not None
    open_page(screen)
    screen.page.phases.select(RUN)
    settle()
    return screen.page.late.record.run


def typed(text: str = "", *keys: Qt.Key) -> None:
    for letter in text:
        QTest.keyClicks(focused(), letter)
    for key in keys:
        QTest.keyClick(focused(), key)
        QApplication.processEvents()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def undo() -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Z, _CTRL)
    QApplication.processEvents()


def redo(key: Qt.Key = Qt.Key.Key_Z) -> None:
    QTest.keyClick(focused(), key, _CTRL | _SHIFT if key is Qt.Key.Key_Z else _CTRL)
    QApplication.processEvents()


def text_of(widget: QWidget) -> str:
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    assert isinstance(widget, QLineEdit)
    return widget.text()


def record(frame: PlannerFrame) -> RecordAt:
    screen = frame.findChild(MeetingsScreen)
    assert screen is not None
    return frame.desk.ask(record_at, screen.page.entry_id)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F8, Qt.Key.Key_F7])
def test_undo_takes_back_what_was_just_entered_though_the_cursor_stays(
    frame: PlannerFrame, pane: RunPane, key: Qt.Key
) -> None:
    before = frame.desk.ask(contents)
    typed("", key)
    line = focused()
    typed("They agree in April.", Qt.Key.Key_Return)
    after = frame.desk.ask(contents)
    assert after != before
    assert (focused(), text_of(line)) == (line, "")
    undo()
    assert frame.desk.ask(contents) == before
    redo()
    assert frame.desk.ask(contents) == after
    undo()
    redo(Qt.Key.Key_Y)
    assert frame.desk.ask(contents) == after
    assert record(frame).items[0].heading in pane.card._heading.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F8, Qt.Key.Key_F7])
@pytest.mark.usefixtures("pane")
def test_what_is_typed_since_is_undone_first(frame: PlannerFrame, key: Qt.Key) -> None:
    typed("", key)
    line = focused()
    typed("One", Qt.Key.Key_Return)
    after = frame.desk.ask(contents)
    typed("Two")
    undo()
    assert frame.desk.ask(contents) == after
    assert text_of(line) != "Two"
    redo(Qt.Key.Key_Y)
    assert text_of(line) == "Two"
    for _step in range(4):
        undo()
    assert text_of(line) == ""
    assert frame.desk.ask(contents) != after


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F8, Qt.Key.Key_F7])
@pytest.mark.usefixtures("pane")
def test_escape_takes_out_what_is_typed_and_undo_brings_it_and_its_draft_back(
    frame: PlannerFrame, key: Qt.Key, qtbot: QtBot
) -> None:
    before = frame.desk.ask(contents)
    typed("", key)
    line = focused()
    typed("Half a sentence")
    qtbot.waitUntil(lambda: _drafts(frame) == ["Half a sentence"])
    typed("", Qt.Key.Key_Escape)
    assert (focused(), text_of(line), _drafts(frame)) == (line, "", [])
    undo()
    assert text_of(line) == "Half a sentence"
    qtbot.waitUntil(lambda: _drafts(frame) == ["Half a sentence"])
    typed("", Qt.Key.Key_Escape)
    assert frame.desk.ask(contents) == before


def _drafts(frame: PlannerFrame) -> list[str]:
    owner = record(frame).items[0].id
    names = (f"agenda_item/{owner}/new_{kind}" for kind in ("note", "decision", "action"))
    return [text for name in names if (text := frame.desk.draft(name)) is not None]


def test_escape_shuts_the_names_before_it_takes_out_what_is_typed(pane: RunPane) -> None:
    typed("", Qt.Key.Key_F7)
    typed("Send it @NAS")
    assert pane.card.entry.offered()
    typed("", Qt.Key.Key_Escape)
    assert (pane.card.entry.offered(), pane.card.entry.text()) == ([], "Send it @NAS")
    typed("", Qt.Key.Key_Escape)
    assert pane.card.entry.text() == ""
    undo()
    assert pane.card.entry.text() == "Send it @NAS"


def test_escape_in_a_row_that_stands_is_no_loss_either(frame: PlannerFrame, pane: RunPane) -> None:
    typed("", Qt.Key.Key_Return)
    typed("They agree.", Qt.Key.Key_Return)
    before = frame.desk.ask(contents)
    row = pane.card.notes.rows()[-1].field
    row.words.setFocus()
    row.words.selectAll()
    typed("Or not")
    typed("", Qt.Key.Key_Escape)
    assert row.text() == "They agree."
    undo()
    assert row.text() == "Or not"
    typed("", Qt.Key.Key_Escape)
    assert frame.desk.ask(contents) == before


@pytest.mark.usefixtures("pane")
def test_the_title_of_a_meeting_comes_back_too(frame: PlannerFrame) -> None:
    screen = frame.findChild(MeetingsScreen)
    assert screen is not None
    title = screen.page.title
    stored = title.text()
    title.setFocus()
    title.selectAll()
    typed("Talks")
    typed("", Qt.Key.Key_Escape)
    assert title.text() == stored
    undo()
    assert title.text() == "Talks"
