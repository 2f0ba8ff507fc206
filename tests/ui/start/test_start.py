"""The first start: the sample visit, a file, recent files, and errors in place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.planning.views.visits import visit_cards
from app.ui.widgets.buttons import PrimaryButton
from app.ui.window.main_window import MainWindow
from tests.helpers.pictures import grab
from tests.ui.windows import Windows, frame_of, start_of


def test_the_sample_visit_is_made_where_one_says(windows: Windows) -> None:
    window = windows.window()
    target = windows.folder / "mine" / "Sample.aide"
    target.parent.mkdir()
    windows.answers.paths = [target]
    grab(window, "start")
    start_of(window).sample.click()
    assert windows.answers.suggested[0].suffix == ".aide"
    assert window.start is None
    assert [card.title for card in frame_of(window).desk.ask(visit_cards)] == ["US & Europe space visit"]
    assert frame_of(window).desk.next_undo() is None
    assert windows.preferences().last_file == target


def test_the_sample_is_never_written_over_a_file(windows: Windows) -> None:
    window = windows.window()
    target = windows.folder / "precious.aide"
    target.write_bytes(b"somebody's work")
    windows.answers.paths = [target]
    start_of(window).sample.click()
    assert target.read_bytes() == b"somebody's work"
    assert start_of(window).isVisible()
    assert str(target) in start_of(window).error()
    assert start_of(window).sample.isEnabled()
    assert QApplication.overrideCursor() is None


def test_thinking_better_of_it_changes_nothing(windows: Windows) -> None:
    window = windows.window()
    windows.answers.paths = [None, None]
    start_of(window).sample.click()
    start_of(window).open.click()
    assert start_of(window).isVisible()
    assert start_of(window).error() == ""


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("foreign.aide", b"a text that is long enough to look at" * 200, "is not a planner"),
        ("missing.aide", None, "There is no file"),
        ("empty.aide", b"", "is not a planner"),
    ],
)
def test_what_cannot_be_opened_is_told_in_place(
    windows: Windows, name: str, content: bytes | None, words: str
) -> None:
    window = windows.window()
    path = windows.folder / name
    if content is not None:
        path.write_bytes(content)
    windows.answers.paths = [path]
    start_of(window).open.click()
    assert words in start_of(window).error()
    assert window.frame is None
    if content is not None:
        assert path.read_bytes() == content


def test_recent_files_open_and_missing_ones_say_so(windows: Windows, qtbot: QtBot) -> None:
    preferences = windows.preferences()
    preferences.remember_file(windows.planner("Here.aide"))
    preferences.remember_file(windows.folder / "Gone.aide")
    preferences.save()
    window = windows.window()
    gone, here = start_of(window).rows
    grab(window, "start-recent")
    assert gone.missing
    assert not gone.button.isEnabled()
    assert "Missing" in gone.button.accessibleName()
    with qtbot.waitSignal(gone.forgotten):
        gone.forget.setFocus()
        gone.forget.click()
    assert [row.path.stem for row in start_of(window).rows] == ["Here"]
    assert window.focusWidget() is start_of(window).rows[0].button
    start_of(window).rows[0].button.click()
    assert frame_of(window).desk.path.stem == "Here"
    assert here.missing is False


def test_a_file_another_program_holds_is_opened_to_read(windows: Windows) -> None:
    first = windows.frame()
    window: MainWindow = windows.window()
    windows.answers.paths = [first.desk.path]
    start_of(window).open.click()
    assert frame_of(window).notice.isVisible()


def test_without_planners_the_sample_is_the_likeliest_and_has_the_focus(windows: Windows) -> None:
    start = start_of(windows.window())
    assert isinstance(start.sample, PrimaryButton)
    assert start.window().focusWidget() is start.sample
    assert start.sample.x() < start.new.x() < start.open.x()


def test_after_a_planner_is_closed_return_opens_it_again(windows: Windows) -> None:
    window = windows.window()
    windows.answers.paths = [windows.planner("Here.aide")]
    start_of(window).open.click()
    window.close_planner()
    QApplication.processEvents()
    start = start_of(window)
    grab(window, "start-after-close")
    assert isinstance(start.open, PrimaryButton)
    assert start.open.x() < start.sample.x()
    here = window.focusWidget()
    assert here is start.rows[0].button
    QTest.keyClick(here, Qt.Key.Key_Backtab)
    assert window.focusWidget() is start.sample
    QTest.keyClick(start.sample, Qt.Key.Key_Tab)
    QTest.keyClick(here, Qt.Key.Key_Return)
    assert frame_of(window).desk.path.stem == "Here"


def test_where_all_planners_are_missing_the_focus_is_on_opening_one(windows: Windows) -> None:
    preferences = windows.preferences()
    preferences.remember_file(windows.folder / "Gone.aide")
    preferences.save()
    start = start_of(windows.window())
    assert start.window().focusWidget() is start.open
