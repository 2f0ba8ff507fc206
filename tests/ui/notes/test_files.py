"""Files in the planner: dropped, added, listed, changed, saved out again."""

from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.file_names import LARGEST_FILE
from app.domain.words import Marking
from app.planning.verbs.attachments import add_attachment
from app.planning.views.attachments import attachment_bytes, attachment_detail, attachment_rows
from app.ui.desk import Desk
from app.ui.inspector.attachment import AttachmentInspector, AttachmentSheet
from app.ui.inspector.files_panel import FilesPanel
from app.ui.inspector.inspector import EntryInspector
from app.ui.preferences import Preferences
from app.ui.screens.notes.screen import NotesScreen
from app.ui.theme.style import apply_theme
from app.wording.sizes import size_words
from tests.helpers.pictures import grab
from tests.helpers.planner import contents
from tests.ui.logistics.dragging import rows
from tests.ui.notes.dropping import carried, drop, enter, leave
from tests.ui.planner import add
from tests.ui.windows import Answers

_LEFT, _PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
NINE = datetime(2024, 3, 26, 9)
PDF = b"%PDF-1.7 the programme"
LONG = "Donaudampfschifffahrtsgesellschaftskapitän 대한민국우주항공청 Unterlagen.docx"


class Chooses(Answers):
    """Answers with files to be added too."""

    def __init__(self, *adds: Path) -> None:
        super().__init__()
        self.adds = list(adds)

    def to_add(self, _parent: QWidget, _title: str) -> list[Path]:
        return self.adds


@pytest.fixture
def chooser() -> Chooses:
    return Chooses()


@pytest.fixture
def room(desk: Desk, chooser: Chooses, tmp_path: Path, qtbot: QtBot) -> NotesScreen:
    made = NotesScreen(desk, Preferences(tmp_path / "window.ini"), chooser)
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.show_list("attachment")
    return made


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "from"
    folder.mkdir()
    paths = [folder / "Programme.pdf", folder / LONG]
    for path, data in zip(paths, (PDF, bytes(3 * 1024**2)), strict=True):
        path.write_bytes(data)
    return paths


def keep(desk: Desk, name: str = "Programme.pdf", data: bytes = PDF, **where: str) -> str:
    verb = partial(add_attachment, visit_id=desk.visit_id, name=name, data=data, media_type="application/pdf")
    return desk.do("Add", partial(verb, **where))


def names(desk: Desk) -> list[str]:
    return [row.name for row in desk.ask(attachment_rows, desk.visit_id)]


# The list


def test_dropped_files_are_kept_as_one_step(
    room: NotesScreen, desk: Desk, files: list[Path], qtbot: QtBot
) -> None:
    before = desk.ask(contents)
    with qtbot.waitSignal(room.told) as told:
        assert drop(room.files, carried(*files))
    assert told.args == ["2 files added.", True]
    assert names(desk) == [path.name for path in files]
    table = room.files.table
    texts = [[column.text(table.row(key)) for column in table._rows.columns][:4] for key in table.ids()]
    assert texts == [
        ["Programme.pdf", "22 bytes", "PDF", "The visit"],
        [LONG, "3 MB", "DOCX", "The visit"],
    ]
    assert table.current_id() == table.ids()[0]
    desk.undo()
    assert desk.ask(contents) == before
    assert not table.isVisible()


def test_the_list_lights_up_while_files_are_over_it(room: NotesScreen, files: list[Path]) -> None:
    panel = room.files._stack.parentWidget()
    assert panel is not None
    assert enter(room.files, carried(*files))
    assert panel.property("drop") == "True"
    grab(room, "files-drop")
    leave(room.files)
    assert panel.property("drop") == "False"


def test_planners_links_and_words_are_not_taken(room: NotesScreen, desk: Desk, files: list[Path]) -> None:
    web, words = QMimeData(), QMimeData()
    web.setUrls([QUrl("https://example.org/a.pdf"), QUrl.fromLocalFile(str(files[0]))])
    words.setText("words")
    for mime in (web, words, carried(files[0], desk.path)):
        assert not drop(room.files, mime)
    assert names(desk) == []


def test_files_are_added_by_the_button_and_by_key(
    room: NotesScreen, desk: Desk, chooser: Chooses, files: list[Path], qtbot: QtBot
) -> None:
    QTest.mouseClick(room.files.bar.add, Qt.MouseButton.LeftButton)
    assert names(desk) == []  # nothing was chosen
    chooser.adds = files[:1]
    with qtbot.waitSignal(room.told) as told:
        QTest.keyClick(room, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["“Programme.pdf” added.", True]
    assert names(desk) == ["Programme.pdf"]


def test_what_is_too_large_or_no_file_is_refused_in_words(
    room: NotesScreen, desk: Desk, files: list[Path], qtbot: QtBot
) -> None:
    large = files[0].with_name("film.mov")
    with large.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    for path, words in (
        (large, "“film.mov” has 201 MB; a file has 200 MB at the most. Keep it elsewhere, and note where."),
        (files[0].parent, "“from” is a folder. Add the files in it."),
    ):
        with qtbot.waitSignal(room.told) as told:
            drop(room.files, carried(files[0], path))
        assert told.args == [words, False]
    assert names(desk) == []
    assert QApplication.overrideCursor() is None


def test_a_large_file_shows_that_one_waits(
    room: NotesScreen, desk: Desk, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    do = desk.do

    def watch(*args: object, **kwargs: object) -> object:
        cursor = QApplication.overrideCursor()
        seen.append(cursor.shape() if cursor else None)
        return do(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(desk, "do", watch)
    monkeypatch.setattr("app.ui.attaching._SLOW_BYTES", 1024**2)
    drop(room.files, carried(files[0]))
    drop(room.files, carried(files[1]))
    assert seen == [None, Qt.CursorShape.WaitCursor]
    assert QApplication.overrideCursor() is None


def test_files_are_deleted_and_come_back_with_their_bytes(
    room: NotesScreen, desk: Desk, qtbot: QtBot
) -> None:
    key = keep(desk)
    before = desk.ask(contents)
    room.reveal("attachment", key)
    room.files.table.setFocus()
    with qtbot.waitSignal(room.told) as told:
        QTest.keyClick(room.files.table, Qt.Key.Key_Delete)
    assert told.args == ["“Programme.pdf” deleted.", True]
    assert names(desk) == []
    desk.undo()
    assert desk.ask(contents) == before
    assert desk.ask(attachment_bytes, key) == PDF


def test_many_files_get_a_marking_at_once(room: NotesScreen, desk: Desk) -> None:
    ids = [keep(desk, name) for name in ("a.pdf", "b.pdf")]
    ((_words, values),) = room.files.bulk_fields()
    (verb,) = (verb for name, verb in values if name == "CONFIDENTIAL")
    room.files._change_rows("Marking", verb, ids)
    rows = desk.ask(attachment_rows, desk.visit_id)
    assert {row.marking for row in rows} == {Marking.CONFIDENTIAL}


# Out again


def test_a_copy_is_saved_and_never_over_a_planner(
    room: NotesScreen, desk: Desk, chooser: Chooses, tmp_path: Path, qtbot: QtBot
) -> None:
    key = keep(desk)
    room.reveal("attachment", key)
    (save,) = room.files.menu_actions([key])
    chooser.paths = [None, tmp_path / "out.pdf", tmp_path / "out.pdf", desk.path]
    save.trigger()  # the user thought better of it
    assert chooser.suggested[0].name == "Programme.pdf"
    for _time in range(2):
        with qtbot.waitSignal(room.told) as told:
            save.trigger()
        assert told.args == ["Saved as out.pdf.", False]
        assert (tmp_path / "out.pdf").read_bytes() == PDF
    before = desk.ask(contents)
    with qtbot.waitSignal(room.told) as told:
        save.trigger()
    assert "is a planner file" in told.args[0]
    assert desk.ask(contents) == before


# The inspector of a file


def test_the_inspector_of_a_file(
    desk: Desk, chooser: Chooses, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    room = NotesScreen(desk, Preferences(tmp_path / "window.ini"), chooser)
    room.show_list("attachment")
    entry = add(desk, "Call at CNES", NINE)
    key = keep(desk, LONG, bytes(1536), entry_id=entry)
    keep(desk)
    both = QWidget()
    qtbot.addWidget(both)
    inspector = AttachmentInspector(desk, None, chooser)
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(room, 1)
    row.addWidget(inspector)
    inspector.setFixedWidth(348)
    both.resize(1100, 600)
    with qtbot.waitExposed(both):
        both.show()
    room.selected.connect(lambda _kind, found: inspector.show_row(found))
    room.reveal("attachment", desk.ask(attachment_rows, desk.visit_id)[1].id)
    room.reveal("attachment", key)
    sheet = inspector.sheet
    assert isinstance(sheet, AttachmentSheet)
    assert sheet.bytes.text() == "1.5 KB · application/pdf"
    sha256 = desk.ask(attachment_detail, key).sha256
    assert sheet.digest.text() == f"SHA-256 {sha256[:12]}…"
    for look in ("light", "dark"):
        apply_theme(qapp, "dark" if look == "dark" else "light")
        grab(both, f"files-{look}")
    before = desk.ask(contents)
    sheet.name.begin()
    QTest.keyClicks(sheet.name.editor, "../Kurz.docx")
    QTest.keyClick(sheet.name.editor, Qt.Key.Key_Tab)
    assert desk.ask(attachment_detail, key).name == "Kurz.docx"
    assert sheet.name.text() == "Kurz.docx"
    desk.undo()
    assert desk.ask(contents) == before
    chooser.paths = [tmp_path / "copy.docx"]
    with qtbot.waitSignal(inspector.told) as told:
        QTest.mouseClick(sheet.save, Qt.MouseButton.LeftButton)
    assert told.args == ["Saved as copy.docx.", False]
    assert (tmp_path / "copy.docx").read_bytes() == bytes(1536)


# The panel of an entry


@pytest.fixture
def inspector(desk: Desk, chooser: Chooses, qtbot: QtBot) -> EntryInspector:
    made = EntryInspector(desk, None, chooser)
    qtbot.addWidget(made)
    made.resize(348, 830)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _panel(inspector: EntryInspector) -> FilesPanel:
    return inspector.form.files


def test_a_file_dropped_anywhere_on_an_entry_is_kept_with_it(
    inspector: EntryInspector, desk: Desk, files: list[Path], qtbot: QtBot, qapp: QApplication
) -> None:
    entry, other = add(desk, "Call", NINE, marking=Marking.RESTRICTED), add(desk, "Other", NINE)
    inspector.show_entry(entry)
    before = desk.ask(contents)
    with qtbot.waitSignal(inspector.told) as told:
        assert drop(inspector.form, carried(files[0]))
    assert told.args == ["“Programme.pdf” added.", True]
    assert drop(_panel(inspector), carried(files[1]))
    rows = desk.ask(attachment_rows, desk.visit_id)
    assert [(row.entry_id, row.marking) for row in rows] == [(entry, Marking.RESTRICTED)] * 2
    assert [line.row.name for line in _panel(inspector).lines] == [path.name for path in files]
    QApplication.processEvents()
    inspector._scroll.verticalScrollBar().setValue(inspector._scroll.verticalScrollBar().maximum())
    for look in ("light", "dark"):
        apply_theme(qapp, "dark" if look == "dark" else "light")
        grab(inspector, f"entry-files-{look}")
    inspector.show_entry(other)
    assert _panel(inspector).lines == []
    desk.undo()
    desk.undo()
    assert desk.ask(contents) == before


def test_the_panel_leads_to_a_file_saves_and_deletes_it(
    inspector: EntryInspector, desk: Desk, chooser: Chooses, files: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    inspector.show_entry(add(desk, "Call", NINE))
    panel = _panel(inspector)
    QTest.keyClick(panel.add, Qt.Key.Key_Space)
    assert panel.lines == []
    chooser.adds = files[:1]
    QTest.keyClick(panel.add, Qt.Key.Key_Space)
    (line,) = panel.lines
    assert [stop.accessibleName() for stop in panel.stops()] == [
        "Programme.pdf",
        "Open Programme.pdf",
        "Save a copy of Programme.pdf",
        "Delete Programme.pdf",
        "Add files…",
    ]
    with qtbot.waitSignal(inspector.go) as go:
        QTest.mouseClick(line.name, Qt.MouseButton.LeftButton)
    assert go.args == ["attachment", line.row.id]
    chooser.paths = [tmp_path / "out.pdf"]
    QTest.mouseClick(line.save, Qt.MouseButton.LeftButton)
    assert (tmp_path / "out.pdf").read_bytes() == PDF
    with qtbot.waitSignal(inspector.told) as told:
        QTest.mouseClick(line.remove, Qt.MouseButton.LeftButton)
    assert told.args == ["“Programme.pdf” deleted.", True]
    assert panel.lines == []
    desk.undo()
    assert [each.row.name for each in panel.lines] == ["Programme.pdf"]


def test_a_file_dropped_on_a_field_is_no_text_and_words_still_are(
    inspector: EntryInspector, desk: Desk, files: list[Path]
) -> None:
    inspector.show_entry(add(desk, "Call", NINE))
    (notes,) = (field for field in inspector.form.fields() if field.column == "notes")
    assert isinstance(notes.editor, QPlainTextEdit)
    for target, path in ((notes.editor.viewport(), files[0]), (inspector.form.host.editor, files[1])):
        assert drop(target, carried(path))
        leave(target)
    assert names(desk) == [path.name for path in files]
    assert notes.editor.toPlainText() == ""
    words = QMimeData()
    words.setText("bring the papers")
    assert drop(notes.editor.viewport(), words)
    assert notes.editor.toPlainText() == "bring the papers"
    assert len(names(desk)) == len(files)


def test_nothing_is_taken_while_no_entry_is_shown(
    inspector: EntryInspector, desk: Desk, files: list[Path]
) -> None:
    drop(inspector.form, carried(files[0]))
    assert names(desk) == []
    inspector.show_entry(add(desk, "Call", NINE))
    inspector.show_entry(None)
    drop(inspector.form, carried(files[0]))
    assert names(desk) == []


def test_a_refusal_is_told(inspector: EntryInspector, desk: Desk, files: list[Path], qtbot: QtBot) -> None:
    inspector.show_entry(add(desk, "Call", NINE))
    files[0].unlink()
    with qtbot.waitSignal(inspector.told) as told:
        _panel(inspector).take_files(files)
    assert (files[0].name in told.args[0], told.args[1]) == (True, False)
    assert names(desk) == []


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (1023, "1023 bytes"),
        (1024, "1 KB"),
        (1536, "1.5 KB"),
        (14 * 1024 + 700, "15 KB"),
        (1024**2 - 1, "1 MB"),
        (int(2.345 * 1024**2), "2.3 MB"),
        (200 * 1024**2, "200 MB"),
    ],
)
def test_sizes_are_said_as_people_say_them(size: int, words: str) -> None:
    assert size_words(size) == words


def _names_of(panel: FilesPanel) -> list[str]:
    return [line.row.name for line in panel.lines]


def test_the_files_of_an_entry_are_put_in_order_by_dragging_and_by_keys(
    inspector: EntryInspector, desk: Desk
) -> None:
    entry = add(desk, "Call", NINE)
    for name in ("A.pdf", "B.pdf", "C.pdf"):
        keep(desk, name, name.encode(), entry_id=entry)
        keep(desk, f"Other {name}", name.encode())
    inspector.show_entry(entry)
    QApplication.processEvents()
    panel, before = _panel(inspector), names(desk)
    first = panel.lines[0].row.id
    below = QPointF(20, panel.lines[1].geometry().center().y() + 2)
    mime = rows("attachment", first)
    over = QDragEnterEvent(below.toPoint(), Qt.DropAction.CopyAction, mime, _LEFT, _PLAIN)
    QApplication.sendEvent(panel, over)
    assert over.isAccepted()
    landed = QDropEvent(below, Qt.DropAction.CopyAction, mime, _LEFT, _PLAIN)
    QApplication.sendEvent(panel, landed)
    assert _names_of(panel) == ["B.pdf", "A.pdf", "C.pdf"]
    assert [name for name in names(desk) if name.startswith("Other")] == before[1::2]
    step = desk.next_undo()
    assert step is not None
    assert step.label == "Change the place of “A.pdf”"
    QTest.keyClick(panel.lines[1].name, Qt.Key.Key_Down, _ALT)
    assert _names_of(panel) == ["B.pdf", "C.pdf", "A.pdf"]
    assert QApplication.focusWidget() is panel.lines[2].name
    QTest.keyClick(panel.lines[2].name, Qt.Key.Key_Down, _ALT)  # it is the last already
    QTest.keyClick(panel.lines[2].name, Qt.Key.Key_Up, _ALT)
    assert _names_of(panel) == ["B.pdf", "A.pdf", "C.pdf"]
    for _step in range(3):
        desk.undo()
    assert (_names_of(panel), names(desk)) == (["A.pdf", "B.pdf", "C.pdf"], before)
    stranger = QDropEvent(below, Qt.DropAction.CopyAction, rows("attachment", "other"), _LEFT, _PLAIN)
    QApplication.sendEvent(panel, stranger)
    assert not stranger.isAccepted()
