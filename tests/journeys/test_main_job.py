"""The main job, as a staffer does it: open the sample, move a meeting, undo, redo, restart, undo, export."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import icalendar
import pypdfium2
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.cli import main
from app.planning.views.entry import entry_detail
from app.ui.screens.export.screen import ExportScreen
from app.ui.screens.programme.bar import ProgrammeBar
from app.ui.screens.programme.list_form import ListForm
from app.ui.screens.programme.screen import ProgrammeScreen
from app.ui.tables.view import Table
from app.ui.window.frame import PlannerFrame
from app.ui.window.main_window import MainWindow
from tests.ui.windows import Windows

TITLE = "NASA Headquarters — bilateral"
BEFORE, AFTER = datetime(2024, 1, 23, 9, 30), datetime(2024, 1, 23, 10, 15)
MINUTE_MS = 60_000


def shown(window: MainWindow) -> PlannerFrame:
    assert window.frame is not None
    return window.frame


def click_entry(frame: PlannerFrame, title: str) -> str:
    """Click an entry's line in the list, as a hand does, and return the entry's id."""
    screen = frame.findChild(ProgrammeScreen)
    assert screen is not None
    bar = screen.findChild(ProgrammeBar)
    assert bar is not None
    segment = bar.forms.button("list")
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    form = frame.findChild(ListForm)
    assert form is not None
    view = form.view
    index = find(view, title)
    view.scrollTo(index)
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        view.visualRect(index).center() + QPoint(0, 0),
    )
    return screen.selected()


def find(view: Table, title: str) -> QModelIndex:
    for row_id in view.ids():
        if title in view.row(row_id).title:
            return view._index(row_id)
    raise AssertionError(f"no line {title}")


def type_start(frame: PlannerFrame, text: str) -> None:
    lines = frame.inspector.findChildren(QLineEdit)
    (line,) = (line for line in lines if line.accessibleName() == "Starts: time")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def start_of(frame: PlannerFrame, entry_id: str) -> datetime:
    return frame.desk.ask(entry_detail, entry_id).start_wall


def press(frame: PlannerFrame, *, redo: bool = False) -> None:
    button = frame.top.redo if redo else frame.top.undo
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def export(qtbot: QtBot, windows: Windows, frame: PlannerFrame, room: str, path: Path) -> None:
    frame.enter(room)
    screen = frame.findChild(ExportScreen)
    assert screen is not None
    windows.answers.paths = [path]
    with qtbot.waitSignal(screen.making.saved, timeout=MINUTE_MS):
        QTest.mouseClick(screen.save, Qt.MouseButton.LeftButton)
    assert path.exists()


def test_from_the_sample_to_a_calendar_and_a_book_that_are_right(
    qtbot: QtBot, windows: Windows, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    planner = tmp_path / "Reise nach Übersee 방문.aide"
    window = windows.window()
    assert window.start is not None
    windows.answers.paths = [planner]
    QTest.mouseClick(window.start.sample, Qt.MouseButton.LeftButton)
    frame = shown(window)

    meeting = click_entry(frame, TITLE)
    assert start_of(frame, meeting) == BEFORE
    type_start(frame, "1015")
    assert start_of(frame, meeting) == AFTER
    assert TITLE in frame.top.undo.toolTip()

    press(frame)
    assert start_of(frame, meeting) == BEFORE
    press(frame, redo=True)
    assert start_of(frame, meeting) == AFTER

    window.close()
    QApplication.processEvents()
    again = windows.window()
    assert again.open_planner(planner)
    frame = shown(again)
    assert start_of(frame, meeting) == AFTER
    press(frame)
    assert start_of(frame, meeting) == BEFORE
    press(frame, redo=True)

    calendar, book = tmp_path / "visit.ics", tmp_path / "book.pdf"
    export(qtbot, windows, frame, "calendar", calendar)
    export(qtbot, windows, frame, "book", book)

    capsys.readouterr()
    assert main(["show", str(planner), "--json"]) == 0
    entries = json.loads(capsys.readouterr().out)["entries"]
    moved = next(entry for entry in entries if entry["id"] == meeting)
    assert moved["start_wall"] == AFTER.isoformat()
    read_calendar(calendar, moved)
    read_book(book, entries)


def read_calendar(path: Path, moved: dict[str, Any]) -> None:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    events: dict[str, Any] = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    event = events[str(moved["calendar_uid"])]
    assert event["DTSTART"].dt.replace(tzinfo=None) == AFTER
    assert str(event["DTSTART"].dt.tzinfo) == "America/New_York"
    assert int(event["SEQUENCE"]) == moved["calendar_sequence"] > 0


def read_book(path: Path, entries: list[dict[str, Any]]) -> None:
    document = pypdfium2.PdfDocument(path.read_bytes())
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    words = "".join(text.split())
    for entry in entries:
        allowed = entry["marking"] <= 2
        assert ("".join(str(entry["title"]).split()) in words) is allowed, entry["title"]
    assert "TueJan2310:15" in words or "Tue23Jan10:15" in words
