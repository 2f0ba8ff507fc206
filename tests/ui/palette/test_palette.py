"""The palette: finds as one types, goes where Enter says, runs commands, and never stands in the way."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.planning.views.meetings import meeting_rows
from app.planning.views.topics import topic_rows
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.palette.lines import Command, Goal, Heading, spoken
from app.ui.palette.palette import Palette
from app.ui.palette.visited import LOOKED_AT_MS, Visited
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.helpers.planner import planner

Went = list[tuple[str, str, str]]


class Stage:
    """A window with a field behind the palette, over the sample visit."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.window = QWidget()
        self.behind = QLineEdit(self.window)
        self.window.resize(1024, 700)
        self.ran: list[str] = []
        self.went: Went = []
        self.visited = Visited(self.window)
        self.palette = Palette(desk, self.given, self.visited, self.window)
        self.palette.go.connect(lambda *goal: self.went.append(goal))
        qtbot.addWidget(self.window)
        self.window.show()
        self.behind.setFocus()

    def given(self) -> list[tuple[str, str, Callable[[], object]]]:
        words = (("Go to History", ""), ("New entry…", "Ctrl+N"), ("Undo: Move “NASA”", "Ctrl+Z"))
        return [(text, keys, partial(self.ran.append, text)) for text, keys in words]

    def titles(self) -> list[str]:
        lines = self.palette.list.lines()
        found = [lines.line(row) for row in range(lines.rowCount())]
        return [line.title for line in found if isinstance(line, Goal)]

    def words(self) -> list[str]:
        lines = self.palette.list.lines()
        return [spoken(lines.line(row)) for row in range(lines.rowCount())]


@pytest.fixture
def stage(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Stage]:
    apply_theme(qapp, "light")
    desk = Desk(Workspace.open(planner(tmp_path, "sample")))
    desk.show_visit(desk.ask(the_visit, None))
    yield Stage(desk, qtbot)
    desk.close()


def test_what_is_typed_is_found_and_enter_goes_there(stage: Stage) -> None:
    stage.palette.open()
    QTest.keyClicks(stage.palette.field, "nasa bilat")
    assert stage.titles()[0] == "NASA Headquarters — bilateral"
    chosen = stage.palette.list.chosen()
    assert isinstance(chosen, Goal)
    QTest.keyClick(stage.palette.field, Qt.Key.Key_Return)
    assert chosen.detail.startswith("Tue 23 Jan 2024 09:30")  # what is found may be of any year
    assert stage.went == [("entry", chosen.hit.id, stage.desk.visit_id)]
    assert stage.palette.isHidden()
    assert stage.behind.hasFocus()


def test_arrows_pass_over_headings_and_go_round(stage: Stage) -> None:
    stage.palette.open("kari")
    lines = stage.palette.list.lines()
    count = lines.rowCount()
    assert isinstance(lines.line(0), Heading)
    seen = []
    for _step in range(count):
        seen.append(stage.palette.list.currentIndex().row())
        assert not isinstance(stage.palette.list.chosen(), Heading)
        QTest.keyClick(stage.palette.field, Qt.Key.Key_Down)
    headings = sum(isinstance(lines.line(row), Heading) for row in range(count))
    assert len(set(seen)) == count - headings
    stage.palette.open("kari")
    QTest.keyClick(stage.palette.field, Qt.Key.Key_Up)
    assert stage.palette.list.currentIndex().row() == count - 1


def test_commands_are_found_by_the_beginnings_of_their_words_and_run(stage: Stage) -> None:
    stage.palette.open("hist")
    assert "Go to History" in stage.words()
    stage.palette.open("new en")
    assert stage.words()[:2] == ["Commands", "New entry…, Ctrl+N"]  # it begins with what was typed
    QTest.keyClick(stage.palette.field, Qt.Key.Key_Enter)
    assert stage.ran == ["New entry…"]
    assert stage.went == []
    assert stage.palette.isHidden()


def test_a_syllable_that_is_being_composed_is_sought_already(stage: Stage) -> None:
    stage.palette.open()
    for composed in ("ㅇ", "우", "우ㅈ"):
        QApplication.sendEvent(stage.palette.field, QInputMethodEvent(composed, []))
    assert any("Research" in title for title in stage.titles())
    assert stage.palette.field.text() == ""
    done = QInputMethodEvent()
    done.setCommitString("우주")
    QApplication.sendEvent(stage.palette.field, done)
    assert stage.palette.field.text() == "우주"
    assert stage.titles()


def test_nothing_found_is_told_with_what_was_sought(stage: Stage) -> None:
    stage.palette.open("<b>qqq")
    assert stage.palette.nothing.isVisible()
    assert stage.palette.nothing.text() == "Nothing found for “<b>qqq”."
    assert not stage.palette.list.isVisible()
    QTest.keyClick(stage.palette.field, Qt.Key.Key_Return)
    assert not stage.palette.isHidden()
    assert stage.went == []


@pytest.mark.parametrize(
    "text", ["*", '"', '" OR "', "NEAR(a", "a AND", "\U0001f680", "title:x", "\x00", "-"]
)
def test_odd_input_is_only_searched(stage: Stage, text: str) -> None:
    failures: list[object] = []
    stage.desk.failed.connect(failures.append)
    stage.palette.open(text)
    assert failures == []


def test_where_one_was_comes_first_when_nothing_is_typed(stage: Stage) -> None:
    stage.palette.open("goddard")
    went = stage.titles()[0]
    QTest.keyClick(stage.palette.field, Qt.Key.Key_Return)
    stage.palette.open()
    assert stage.words()[0] == "Visited lately"
    assert "Changed lately" in stage.words()
    assert stage.titles()[0] == went
    assert len(stage.titles()) == len(set(stage.titles()))
    assert stage.words()[-3:] == ["Go to History", "New entry…, Ctrl+N", "Undo: Move “NASA”, Ctrl+Z"]


def test_what_is_looked_at_for_a_while_was_visited_and_what_is_passed_by_was_not(
    stage: Stage, qtbot: QtBot
) -> None:
    visit_id = stage.desk.visit_id
    passed, looked_at = stage.desk.ask(topic_rows, visit_id)[:2]
    meeting = stage.desk.ask(meeting_rows, visit_id)[0]
    assert stage.visited._timer.interval() == LOOKED_AT_MS
    stage.visited._timer.setInterval(1)
    stage.visited.go("meeting", meeting.id)
    stage.visited.go("vehicle", "one")  # it cannot be searched, and has no line
    stage.visited.see("topic", passed.id)
    stage.visited.see("topic_page", looked_at.id)
    qtbot.waitUntil(lambda: len(stage.visited.keys()) == 3)
    stage.visited.see("topic", "")
    stage.palette.open()
    assert stage.titles()[:2] == [looked_at.title, meeting.title]
    assert stage.words().index("Changed lately") == 3


def test_escape_and_a_click_elsewhere_close_it(stage: Stage) -> None:
    stage.palette.open("nasa")
    QTest.keyClick(stage.palette.field, Qt.Key.Key_Escape)
    assert stage.palette.isHidden()
    assert stage.behind.hasFocus()
    stage.palette.open("nasa")
    QTest.mouseClick(stage.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 690))
    assert stage.palette.isHidden()


def test_a_click_on_a_line_takes_it(stage: Stage) -> None:
    stage.palette.open("gateway")
    view = stage.palette.list
    row = view.currentIndex().row()
    line = view.lines().line(row)
    assert isinstance(line, Goal)
    middle = view.visualRect(view.lines().index(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert stage.went == [(line.hit.kind, line.hit.id, line.hit.visit_id)]


def test_it_stays_within_a_small_window(stage: Stage) -> None:
    stage.palette.open("a")
    stage.window.resize(500, 300)
    QApplication.processEvents()
    assert stage.window.rect().contains(stage.palette.geometry())
    chosen = stage.palette.list.chosen()
    assert isinstance(chosen, Goal | Command)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures(stage: Stage, qapp: QApplication, scheme: str) -> None:
    apply_theme(qapp, "dark" if scheme == "dark" else "light")
    for name, text in (("found", "nasa"), ("recent", ""), ("nothing", "qqq"), ("hangul", "우주")):
        stage.palette.open(text)
        grab(stage.window, f"palette-{name}-{scheme}")
        assert stage.window.rect().contains(stage.palette.geometry())
    apply_theme(qapp, "light")
