"""Files of the planner opened in the program for their kind: copies to read, which go with the planner."""

import stat
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.planning.verbs.attachments import add_attachment
from app.planning.verbs.topics import create_topic
from app.planning.views.attachments import attachment_detail
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.inspector.attachment import AttachmentInspector, AttachmentSheet
from app.ui.inspector.topic import TopicInspector, TopicSheet
from app.ui.opened import copy_name
from app.ui.preferences import Preferences
from app.ui.screens.notes.screen import NotesScreen
from app.ui.window.main_window import MainWindow
from tests.ui.windows import Answers, Windows

PDF = b"%PDF-1.7 the programme"


class Machine:
    """The machine's programs, in their place: what they were asked to show."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.able = True
        self.shown: list[Path] = []

    def open(self, url: QUrl) -> bool:
        self.shown.append(Path(url.toLocalFile()))
        return self.able

    def folders(self) -> list[Path]:
        return sorted(self.folder.glob("aide-memoire-files-*"))


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine(tmp_path / "temporary")
    made.folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(made.folder))
    monkeypatch.setattr(QDesktopServices, "openUrl", made.open)
    return made


@pytest.fixture
def room(desk: Desk, tmp_path: Path, qtbot: QtBot) -> NotesScreen:
    made = NotesScreen(desk, Preferences(tmp_path / "window.ini"), Answers())
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.show_list("attachment")
    return made


def keep(desk: Desk, name: str, data: bytes = PDF, **where: str) -> str:
    verb = partial(add_attachment, visit_id=desk.visit_id, name=name, data=data, media_type="application/pdf")
    return desk.do("Add", partial(verb, **where))


def enter(room: NotesScreen, key: str, qtbot: QtBot) -> str:
    """Press Enter on a file; return what is said."""
    room.reveal("attachment", key)
    room.files.table.setFocus()
    with qtbot.waitSignal(room.told) as told:
        QTest.keyClick(room.files.table, Qt.Key.Key_Return)
    assert told.args[1] is False
    return str(told.args[0])


def test_enter_shows_a_copy_that_only_this_user_can_read_and_nobody_write(
    room: NotesScreen, desk: Desk, machine: Machine, qtbot: QtBot
) -> None:
    said = enter(room, keep(desk, "Programme.pdf"), qtbot)
    assert said == "“Programme.pdf” is opened as a copy to read: what is changed in it is not kept."
    (path,) = machine.shown
    (folder,) = machine.folders()
    assert (path.name, path.read_bytes()) == ("Programme.pdf", PDF)
    assert path.is_relative_to(folder)
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert [stat.S_IMODE(each.stat().st_mode) for each in (folder, path.parent)] == [0o700, 0o700]


def test_a_double_click_shows_it_too_and_the_same_copy_again(
    room: NotesScreen, desk: Desk, machine: Machine, qtbot: QtBot
) -> None:
    key = keep(desk, "Programme.pdf")
    enter(room, key, qtbot)
    table = room.files.table
    at = table.visualRect(table.model().index(0, 0)).center()
    for press in (QTest.mouseClick, QTest.mouseDClick):
        press(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    first, second = machine.shown
    assert first == second
    first.unlink()  # the program that showed it took it away
    enter(room, key, qtbot)
    assert machine.shown[-1].read_bytes() == PDF


def test_two_files_of_one_name_are_two_copies(
    room: NotesScreen, desk: Desk, machine: Machine, qtbot: QtBot
) -> None:
    for data in (PDF, b"another"):
        enter(room, keep(desk, "Programme.pdf", data), qtbot)
    assert [path.read_bytes() for path in machine.shown] == [PDF, b"another"]
    assert len(machine.folders()) == 1


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("setup.exe", "“setup.exe” can run as a program, and is not opened from here."),
        (
            "Programme.pdf.Desktop",
            "“Programme.pdf.Desktop” can run as a program, and is not opened from here.",
        ),
        ("all.zip", "Only documents and pictures are opened from here."),
        ("Makefile", "Only documents and pictures are opened from here."),
    ],
)
def test_what_is_no_document_is_only_saved_out(
    room: NotesScreen, desk: Desk, machine: Machine, qtbot: QtBot, name: str, words: str
) -> None:
    said = enter(room, keep(desk, name), qtbot)
    assert said.startswith(words)
    assert "Save a copy" in said
    assert machine.shown == []
    assert machine.folders() == []


def test_a_name_from_another_program_stays_in_its_folder(desk: Desk) -> None:
    row = desk.ask(attachment_detail, keep(desk, "con.pdf"))
    assert copy_name(row) == "con_.pdf"  # no disk has a file of that name everywhere


def test_it_is_told_where_no_program_opens_it(
    room: NotesScreen, desk: Desk, machine: Machine, qtbot: QtBot
) -> None:
    machine.able = False
    said = enter(room, keep(desk, "일정.hwp"), qtbot)
    assert said == "No program was found that opens “일정.hwp”. Save a copy of it instead."


def test_it_is_told_where_no_copy_can_be_written(
    room: NotesScreen, desk: Desk, machine: Machine, qtbot: QtBot
) -> None:
    key = keep(desk, "Programme.pdf")
    machine.folder.rmdir()
    assert enter(room, key, qtbot).startswith("Programme.pdf could not be written")
    assert machine.shown == []


def test_all_copies_go_when_the_planner_is_closed(
    room: NotesScreen, desk: Desk, machine: Machine, qtbot: QtBot
) -> None:
    for name in ("a.pdf", "b.pdf"):
        enter(room, keep(desk, name), qtbot)
    (machine.shown[0].parent / ".~lock").touch()  # programs leave things beside what they show
    desk.closed.emit()
    assert list(machine.folder.iterdir()) == []
    enter(room, keep(desk, "c.pdf"), qtbot)
    desk.close()
    assert list(machine.folder.iterdir()) == []


def test_what_a_run_that_ended_badly_left_goes_and_what_another_uses_stays(
    room: NotesScreen, desk: Desk, machine: Machine, tmp_path: Path, qtbot: QtBot
) -> None:
    left, used = (machine.folder / f"aide-memoire-files-{each}" for each in ("left", "used"))
    elsewhere = tmp_path / "elsewhere"
    for folder in (left, used, elsewhere):
        folder.mkdir(mode=0o700)
    (machine.folder / "aide-memoire-files-link").symlink_to(elsewhere)
    (elsewhere / "own.pdf").write_bytes(PDF)
    (elsewhere / "own.pdf").chmod(0o444)
    (left / "link.pdf").symlink_to(elsewhere / "own.pdf")  # programs leave such things too
    (left / "x").mkdir()
    (left / "x" / "secret.pdf").write_bytes(PDF)
    (left / "x" / "secret.pdf").chmod(0o400)
    lock = QLockFile(str(used / "in-use"))
    assert lock.tryLock(0)
    enter(room, keep(desk, "Programme.pdf"), qtbot)
    assert not left.exists()
    assert used.is_dir()
    assert stat.S_IMODE((elsewhere / "own.pdf").stat().st_mode) == 0o444


def test_a_file_is_opened_from_a_planner_that_is_only_read(
    desk: Desk, machine: Machine, tmp_path: Path, qtbot: QtBot
) -> None:
    key = keep(desk, "Programme.pdf")
    reader = Desk(Workspace.open(desk.path, writable=False))
    reader.show_visit(desk.visit_id)
    room = NotesScreen(reader, Preferences(tmp_path / "window.ini"), Answers())
    qtbot.addWidget(room)
    with qtbot.waitExposed(room):
        room.show()
    room.show_list("attachment")
    enter(room, key, qtbot)
    assert machine.shown[0].read_bytes() == PDF
    reader.close()
    assert machine.folders() == []


def test_a_file_is_opened_from_its_inspector(desk: Desk, machine: Machine, qtbot: QtBot) -> None:
    inspector = AttachmentInspector(desk)
    qtbot.addWidget(inspector)
    with qtbot.waitExposed(inspector):
        inspector.show()
    sheet = inspector.sheet
    assert isinstance(sheet, AttachmentSheet)
    QTest.keyClick(sheet.open_it, Qt.Key.Key_Space)  # no file is shown
    assert machine.shown == []
    inspector.show_row(keep(desk, "Programme.pdf"))
    assert sheet.added.text().startswith("Added on ")
    assert sheet.added.text().endswith(" KST")
    with qtbot.waitSignal(inspector.told) as told:
        QTest.keyClick(sheet.open_it, Qt.Key.Key_Space)
    assert "opened as a copy" in told.args[0]
    assert machine.shown[0].read_bytes() == PDF


def test_a_file_is_opened_from_the_panel_of_a_topic(desk: Desk, machine: Machine, qtbot: QtBot) -> None:
    topic = desk.do("Add", partial(create_topic, visit_id=desk.visit_id, title="Data"))
    keep(desk, "Programme.pdf", topic_id=topic)
    inspector = TopicInspector(desk)
    qtbot.addWidget(inspector)
    with qtbot.waitExposed(inspector):
        inspector.show()
    inspector.show_row(topic)
    sheet = inspector.sheet
    assert isinstance(sheet, TopicSheet)
    (line,) = sheet.files.lines
    with qtbot.waitSignal(inspector.told) as told:
        QTest.keyClick(line.open, Qt.Key.Key_Space)
    assert "opened as a copy" in told.args[0]
    assert machine.shown[0].name == "Programme.pdf"


def test_closing_the_planner_in_the_window_takes_the_copies_away(
    windows: Windows, machine: Machine, qtbot: QtBot
) -> None:
    frame = windows.frame()
    key = keep(frame.desk, "Programme.pdf")
    frame.go("attachment", key)
    room = frame.rooms.currentWidget()
    assert isinstance(room, NotesScreen)
    said = enter(room, key, qtbot)
    assert frame.toast.isVisible()
    assert "opened as a copy" in said
    assert len(machine.folders()) == 1
    window = frame.window()
    assert isinstance(window, MainWindow)
    window.close_planner()
    assert list(machine.folder.iterdir()) == []
