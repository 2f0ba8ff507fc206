"""The room of the history: what was done, by column, and the way back to before it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.words import Marking
from app.planning.views.history import PAGE, steps
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.history.screen import HistoryScreen
from app.ui.theme.style import apply_theme, theme
from app.ui.widgets.buttons import PlainButton
from tests.helpers.pictures import grab
from tests.helpers.planner import contents, planner
from tests.helpers.pseudo import pseudo, pseudo_language
from tests.ui.planner import add, edit


@pytest.fixture
def screen(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[HistoryScreen]:
    theme().set_reduced_motion(still=True)
    made = HistoryScreen(desk, Preferences(tmp_path / "window.ini"))
    QAbstractItemModelTester(made.list.steps, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    yield made
    theme().set_reduced_motion(still=None)


def _titles(screen: HistoryScreen) -> list[str]:
    model = screen.list.steps
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def _words(screen: HistoryScreen) -> list[str]:
    body = screen.pane.area.widget()
    assert body is not None
    return [label.text() for label in body.findChildren(QLabel)]


def _button(screen: HistoryScreen, words: str) -> PlainButton:
    found = [one for one in screen.pane.findChildren(PlainButton) if one.words() == words and one.isVisible()]
    return found[0]


def _entry(screen: HistoryScreen, desk: Desk) -> str:
    del screen
    return add(desk, "Tea", datetime(2024, 3, 26, 9))


def test_steps_stand_newest_first_and_show_what_they_changed(screen: HistoryScreen, desk: Desk) -> None:
    entry = _entry(screen, desk)
    edit(desk, entry, title="Tea & <b>cake</b>", marking=Marking.RESTRICTED)
    assert _titles(screen)[:2] == ["Edit", "Add"]
    screen.list.show_step(screen.list.steps.step(0).number)
    words = _words(screen)
    assert {"Entry changed", "Title", "Tea", "Tea & <b>cake</b>", "OFFICIAL USE", "RESTRICTED"} <= set(words)


def test_going_back_takes_all_later_steps_back_and_redo_brings_them(
    screen: HistoryScreen, desk: Desk
) -> None:
    before = desk.ask(contents)
    entry = _entry(screen, desk)
    for title in ("One", "Two"):
        edit(desk, entry, title=title)
    after = desk.ask(contents)
    screen.list.show_step(screen.list.steps.step(2).number)
    _button(screen, "Go back to before this step").click()
    assert desk.ask(contents) == before
    assert screen.toast.isVisible()
    for _again in range(3):
        redo = next(one for one in screen.toast.findChildren(PlainButton) if one.words() == "Redo")
        redo.click()
    assert desk.ask(contents) == after
    assert desk.next_redo() is None


def test_what_the_program_did_by_itself_is_said_in_the_language_in_force(screen: HistoryScreen) -> None:
    last = screen.list.steps.rowCount() - 1
    screen.list.show_step(screen.list.steps.step(last).number)
    assert screen.pane.heading.text() == "Zone data"
    with pseudo_language():
        assert _titles(screen)[last] == pseudo("Zone data")
        screen.list.chosen.emit(screen.list.number())
        assert screen.pane.heading.text() == pseudo("Zone data")


def test_a_closed_step_says_so_and_offers_no_way_back(screen: HistoryScreen, desk: Desk) -> None:
    last = screen.list.steps.rowCount() - 1
    assert _titles(screen)[last] == "Zone data"
    screen.list.show_step(screen.list.steps.step(last).number)
    assert not screen.pane.back.isVisible()
    assert screen.pane.reach.text() == "Undo no longer reaches this step."
    told: list[str] = []
    screen.told.connect(lambda words, _undo: told.append(words))
    screen.pane.go_back.emit(screen.list.steps.step(last).number)  # it was closed while it was shown
    assert told == ["This step can no longer be taken back."]
    assert not desk.read_only


def test_the_room_where_a_row_lives_is_asked_for(screen: HistoryScreen, desk: Desk) -> None:
    entry = _entry(screen, desk)
    went: list[tuple[str, str]] = []
    screen.go.connect(lambda *goal: went.append(goal))
    screen.list.show_step(screen.list.steps.step(0).number)
    _button(screen, "Show").click()
    assert went == [("entry", entry)]


def test_search_narrows_and_says_when_nothing_fits(screen: HistoryScreen, desk: Desk, qtbot: QtBot) -> None:
    _entry(screen, desk)
    QTest.keyClicks(screen.search, "ADD")
    qtbot.waitUntil(lambda: _titles(screen) == ["Add"])
    QTest.keyClicks(screen.search, "%_")
    qtbot.waitUntil(lambda: screen.stack.currentWidget() is screen.nothing_found)
    screen.nothing_found.findChildren(PlainButton)[0].click()
    assert screen.search.text() == ""
    QApplication.sendEvent(screen.search, QInputMethodEvent("힣", []))  # while it is composed
    qtbot.waitUntil(lambda: screen.stack.currentWidget() is screen.nothing_found)
    QApplication.sendEvent(screen.search, QInputMethodEvent("", []))
    qtbot.waitUntil(lambda: screen.stack.currentIndex() == 0)
    assert _titles(screen)[0] == "Add"


def test_the_steps_of_one_row_alone(screen: HistoryScreen, desk: Desk) -> None:
    entry = _entry(screen, desk)
    add(desk, "Other", datetime(2024, 3, 27, 9))
    edit(desk, entry, title="Coffee")
    screen.list.show_step(screen.list.steps.step(0).number)
    _button(screen, "Its history").click()
    assert _titles(screen) == ["Edit", "Add"]
    assert screen.only.words() == "Coffee"
    screen.only.setFocus()
    QTest.keyClick(screen.only, Qt.Key.Key_Delete)
    assert len(_titles(screen)) > 2
    assert screen.only.isHidden()


def test_older_steps_are_read_as_one_scrolls(screen: HistoryScreen, desk: Desk) -> None:
    entry = _entry(screen, desk)
    screen.hide()
    for number in range(PAGE + 20):
        edit(desk, entry, title=f"Title {number}")
    screen.show()
    assert screen.list.steps.rowCount() >= PAGE
    view = screen.list.verticalScrollBar()
    for _turn in range(3):
        view.setValue(view.maximum())
        QApplication.processEvents()
    assert len(_titles(screen)) == len(desk.ask(steps, limit=10_000))
    chosen = screen.list.steps.step(110).number
    screen.list.show_step(chosen)
    desk.undo()
    assert screen.list.number() == chosen  # what is looked at stays in view
    assert _titles(screen)[0] == "Undone: Edit"
    assert len(_titles(screen)) == len(desk.ask(steps, limit=10_000))


def test_a_planner_that_is_only_read(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    desk = Desk(Workspace.open(planner(tmp_path, "sample"), writable=False))
    desk.show_visit(desk.ask(the_visit, None))
    made = HistoryScreen(desk, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.show()
    assert _titles(made)
    assert not made.pane.back.isVisible() or not made.pane.back.isEnabled()
    desk.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures(screen: HistoryScreen, desk: Desk, qapp: QApplication, scheme: str) -> None:
    apply_theme(qapp, "dark" if scheme == "dark" else "light")
    entry = add(desk, "Besprechung mit der Weltraumbehörde", datetime(2024, 3, 26, 9))
    edit(desk, entry, title="한국항공우주연구원 방문", marking=Marking.RESTRICTED, notes="Long " * 60)
    edit(desk, entry, start_wall=datetime(2024, 3, 26, 10), end_wall=datetime(2024, 3, 26, 12))
    desk.undo()
    screen.list.show_step(screen.list.steps.step(2).number)
    grab(screen, f"history-{scheme}")
    _button(screen, "Go back to before this step").click()
    screen.resize(800, 560)
    grab(screen, f"history-back-{scheme}")
    assert screen.toast.isVisible()
    apply_theme(qapp, "light")
