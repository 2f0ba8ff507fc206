"""The window itself: files, the second instance, preferences, themes, and faults."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.paths import log_dir
from app.planning.views.programme import programme
from app.planning.views.visits import visit_cards
from app.planning.workspace import Workspace
from app.ui.faults import on_fault, shown_report
from app.ui.theme.palette import DARK, LIGHT
from app.ui.theme.style import theme
from app.ui.window.about import licences
from app.ui.window.report import ReportDialog
from app.ui.window.shortcuts import key_rows
from tests.helpers.pictures import grab
from tests.ui.window.test_frame import first_entry, rename
from tests.ui.windows import Windows, frame_of


def test_a_second_window_reads_what_the_first_writes(windows: Windows, qtbot: QtBot) -> None:
    first = windows.frame()
    second = windows.frame(path=first.desk.path)
    assert second.desk.read_only
    assert second.notice.isVisible()
    assert second.status.state.text() == "Read only"
    assert not first.notice.isVisible()
    grab(second, "read-only")
    with qtbot.waitSignal(second.desk.changed, timeout=6000):
        rename(first.desk, "Written by the first")
    titles = {line.title for line in second.desk.ask(programme, second.desk.visit_id).lines}
    assert "Written by the first" in titles
    assert not second.top.undo.isEnabled()


def test_trying_again_opens_for_writing_once_the_other_is_gone(windows: Windows) -> None:
    first, second = windows.window(), windows.window()
    path = windows.planner()
    first.open_planner(path)
    second.open_planner(path)
    frame_of(second).notice.step.click()
    assert frame_of(second).desk.read_only
    first.close_planner()
    frame_of(second).notice.step.click()
    assert not frame_of(second).desk.read_only
    assert not frame_of(second).notice.isVisible()


def test_a_file_that_cannot_be_opened_leaves_the_open_one(windows: Windows) -> None:
    frame = windows.frame()
    window = frame.window()
    bad = windows.folder / "bad.aide"
    bad.write_bytes(b"not a planner at all, whatever it is called")
    windows.answers.paths = [bad]
    window.open_asked()  # type: ignore[attr-defined]
    assert window.frame is frame  # type: ignore[attr-defined]
    assert frame.toast.isVisible()
    rename(frame.desk, "Still open")


def test_a_dropped_planner_is_opened(windows: Windows) -> None:
    window = windows.window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(windows.planner("dropped.aide")))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert frame_of(window).desk.path.name == "dropped.aide"


def test_other_files_cannot_be_dropped(windows: Windows) -> None:
    window = windows.window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(windows.folder / "picture.png"))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert window.frame is None


def test_a_backup_is_written_and_never_over_a_file(windows: Windows) -> None:
    frame = windows.frame()
    target = windows.folder / "kept.aide"
    windows.answers.paths = [target, target]
    window = frame.window()
    rename(frame.desk, "In the backup")
    window.save_backup()  # type: ignore[attr-defined]
    with Workspace.open(target, writable=False) as space:
        visit = space.ask(visit_cards)[0].id
        assert "In the backup" in {line.title for line in space.ask(programme, visit).lines}
    before = target.read_bytes()
    window.save_backup()  # type: ignore[attr-defined]
    assert target.read_bytes() == before
    rename(frame.desk, "Still writable")


def test_closing_saves_what_is_being_typed(windows: Windows) -> None:
    frame = windows.frame()
    path, visit = frame.desk.path, frame.desk.visit_id
    frame.rooms.selected.emit("entry", first_entry(frame.desk))
    frame.inspector.begin()
    QTest.keyClicks(frame.inspector.form.title.stops()[0], "Typed and not left")
    frame.window().close()
    with Workspace.open(path) as space:
        assert not space.read_only
        assert space.ask(programme, visit).lines[0].title == "Typed and not left"


def test_preferences_survive_a_restart(windows: Windows) -> None:
    path = windows.planner()
    frame = windows.frame(path=path)
    frame.panes.set_widths(240, 400)
    frame.panes.show_inspector(False)
    window = frame.window()
    window.actions_["theme_dark"].trigger()  # type: ignore[attr-defined]
    frame.enter("book")
    frame.rooms.exporting().audience.select("public")
    windows.close()
    again = windows.preferences()
    assert (again.navigation_width, again.inspector_width) == (240, 400)
    assert not again.inspector_shown
    assert again.theme == "dark"
    assert again.audience == "public"
    assert again.last_file == path
    assert again.recent_files == [path]
    frame = windows.frame(path=path)
    assert frame.panes.widths() == (240, 400)
    assert frame.navigation.width() == 240
    assert not frame.panes.inspector_is_shown()


def test_a_closed_planner_is_not_opened_again(windows: Windows) -> None:
    frame = windows.frame()
    window = frame.window()
    window.close_planner()  # type: ignore[attr-defined]
    assert windows.preferences().last_file is None
    assert window.start.isVisible()  # type: ignore[attr-defined]


def test_recent_files_are_ten_and_the_newest_first(windows: Windows) -> None:
    preferences = windows.preferences()
    for number in range(13):
        preferences.remember_file(windows.folder / f"{number}.aide")
    preferences.remember_file(windows.folder / "5.aide")
    preferences.save()
    names = [path.stem for path in windows.preferences().recent_files]
    assert names == ["5", "12", "11", "10", "9", "8", "7", "6", "4", "3"]


def test_broken_preferences_fall_back(windows: Windows) -> None:
    path = windows.folder / "settings" / "window.ini"
    path.parent.mkdir(parents=True)
    path.write_text("[window]\ntheme=purple\nnavigation_width=wide\ngeometry=1\n[export]\npaper=a3\n")
    preferences = windows.preferences()
    assert preferences.theme == "system"
    assert preferences.navigation_width == 0
    assert preferences.paper == "a4"
    assert preferences.audience == "delegation"
    assert preferences.geometry.isEmpty()
    assert preferences.recent_files == []


def test_themes_change_while_the_window_is_open(windows: Windows) -> None:
    frame = windows.frame()
    window = frame.window()
    for name, tokens in (("dark", DARK), ("light", LIGHT)):
        window.actions_[f"theme_{name}"].trigger()  # type: ignore[attr-defined]
        QApplication.processEvents()
        assert theme().tokens == tokens
        middle = frame.top.grab().toImage().pixelColor(frame.top.width() // 2, 6).name().upper()
        assert middle == tokens.panel
        grab(window, f"theme-{name}")


def test_the_sheet_of_keys_knows_every_key(windows: Windows) -> None:
    frame = windows.frame()
    window = frame.window()
    rows = dict(key_rows(window.actions()))
    assert rows["Undo"] == "Ctrl+Z"
    assert rows["Redo"] == "Ctrl+Shift+Z or Ctrl+Y"
    assert rows["Keyboard shortcuts"] == "? or F1"
    rename(frame.desk, "R&D")
    assert "Undo" in dict(key_rows(window.actions()))
    window.show_shortcuts()  # type: ignore[attr-defined]
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    grab(sheet, "shortcuts")
    sheet.close()


def test_about_names_the_licences(windows: Windows) -> None:
    window = windows.window()
    assert "Pretendard" in licences()
    window.show_about()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    grab(dialog, "about")
    dialog.close()


def test_a_fault_is_logged_shown_and_can_be_copied(
    windows: Windows, capsys: pytest.CaptureFixture[str]
) -> None:
    windows.window()
    error: Exception | None = None
    try:
        raise KeyError("<b>what</b>")  # noqa: TRY301
    except KeyError as caught:
        error = caught
    on_fault(type(error), error, error.__traceback__)
    dialog = shown_report()
    assert isinstance(dialog, ReportDialog)
    on_fault(type(error), error, error.__traceback__)
    assert shown_report() is dialog
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "KeyError" in copied
    assert "<b>what</b>" in copied
    grab(dialog, "fault")
    dialog.accept()
    assert shown_report() is None
    log = Path(log_dir() / "aide-memoire.log").read_text("utf-8")
    assert log.count("Traceback") == 2
    assert "KeyError" in capsys.readouterr().err
    assert sys.excepthook is not on_fault
