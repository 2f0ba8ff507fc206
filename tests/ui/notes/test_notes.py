"""The notes of a visit: their list and their inspector."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.words import Marking, NoteKind
from app.planning.verbs.notes import create_note, edit_note
from app.planning.views.notes import note_detail, note_rows
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.inspector.note import NoteInspector, NoteSheet
from app.ui.preferences import Preferences
from app.ui.screens.notes.screen import NotesScreen
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.helpers.planner import contents, planner
from tests.ui.planner import add
from tests.ui.windows import Answers

NINE = datetime(2024, 3, 26, 9)


@pytest.fixture
def room(desk: Desk, tmp_path: Path, qtbot: QtBot) -> NotesScreen:
    made = NotesScreen(desk, Preferences(tmp_path / "window.ini"), Answers())
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def put(desk: Desk, title: str, **fields: object) -> str:
    verb = partial(create_note, visit_id=desk.visit_id, title=title, **fields)
    return desk.do("Add", verb)


def titles(room: NotesScreen) -> list[str]:
    return [room.notes.table.row(key).title for key in room.notes.table.ids()]


def test_a_note_is_added_named_and_written(room: NotesScreen, desk: Desk, qtbot: QtBot) -> None:
    before = desk.ask(contents)
    inspector = NoteInspector(desk)
    qtbot.addWidget(inspector)
    room.selected.connect(lambda kind, key: inspector.show_row(key if kind == "note" else ""))
    inspector.show()
    with qtbot.waitSignal(room.created) as created:
        QTest.mouseClick(room.notes.bar.add, Qt.MouseButton.LeftButton)
    kind, key = created.args
    assert (kind, inspector.row_id()) == ("note", key)
    sheet = inspector.sheet
    assert isinstance(sheet, NoteSheet)
    sheet.title.begin()
    QTest.keyClicks(sheet.title.editor, "Why go to the Moon?")
    QTest.keyClick(sheet.title.editor, Qt.Key.Key_Tab)
    sheet.text.editor.setFocus()
    assert isinstance(sheet.text.editor, QPlainTextEdit)
    QTest.keyClicks(sheet.text.editor, "Because we choose to.")
    inspector.leave()
    detail = desk.ask(note_detail, key)
    assert (detail.title, detail.text) == ("Why go to the Moon?", "Because we choose to.")
    assert titles(room) == ["Why go to the Moon?"]
    step = desk.next_undo()
    assert step is not None
    assert step.label == "Change the text of “Why go to the Moon?”"
    for _step in range(3):
        desk.undo()
    assert desk.ask(contents) == before
    assert inspector.row_id() == ""


def test_a_refused_title_stays_with_its_sentence(desk: Desk, qtbot: QtBot) -> None:
    key = put(desk, "Line")
    inspector = NoteInspector(desk)
    qtbot.addWidget(inspector)
    with qtbot.waitExposed(inspector):
        inspector.show()
    inspector.show_row(key)
    sheet = inspector.sheet
    assert isinstance(sheet, NoteSheet)
    sheet.title.begin()
    QTest.keyClick(sheet.title.editor, Qt.Key.Key_Delete)
    QTest.keyClick(sheet.title.editor, Qt.Key.Key_Tab)
    assert sheet.title.error() == "This must not be empty."
    assert desk.ask(note_detail, key).title == "Line"


def test_a_new_note_is_of_the_kind_in_view(room: NotesScreen, desk: Desk) -> None:
    put(desk, "Toast", kind=NoteKind.SPEECH)
    room.notes.table.select(room.notes.table.ids()[0])
    QTest.keyClick(room, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert [row.kind for row in desk.ask(note_rows, desk.visit_id)] == [NoteKind.SPEECH] * 2


def test_notes_are_moved_and_deleted(room: NotesScreen, desk: Desk, qtbot: QtBot) -> None:
    for title in ("One", "Two", "Three"):
        put(desk, title)
    before = desk.ask(contents)
    table = room.notes.table
    table.select(table.ids()[2])
    earlier, later = room.notes.menu_actions(table.selected_ids())
    assert earlier.isEnabled()
    earlier.trigger()
    earlier.trigger()
    earlier.trigger()  # it is the first already
    assert titles(room) == ["Three", "One", "Two"]
    later.trigger()
    assert titles(room) == ["One", "Three", "Two"]
    table.setFocus()
    with qtbot.waitSignal(room.told) as told:
        QTest.keyClick(table, Qt.Key.Key_Delete)
    assert told.args == ["“Three” deleted.", True]
    assert titles(room) == ["One", "Two"]
    for _step in range(4):
        desk.undo()
    assert desk.ask(contents) == before
    assert titles(room) == ["One", "Two", "Three"]
    put_away = table.horizontalHeader()
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert put_away.sortIndicatorSection() == 0
    assert not any(action.isEnabled() for action in room.notes.menu_actions(table.selected_ids()))


def test_many_notes_get_a_kind_or_marking_at_once(room: NotesScreen, desk: Desk) -> None:
    ids = [put(desk, title) for title in ("One", "Two")]
    fields = dict(room.notes.bulk_fields())
    (verb,) = (verb for name, verb in fields["Marking"] if name == "RESTRICTED")
    room.notes._change_rows("Marking", verb, ids)
    (verb,) = (verb for name, verb in fields["Kind"] if name == "Glossary")
    room.notes._change_rows("Kind", verb, ids)
    rows = desk.ask(note_rows, desk.visit_id)
    assert {(row.marking, row.kind) for row in rows} == {(Marking.RESTRICTED, NoteKind.GLOSSARY)}


def test_the_switch_and_reveal_lead_to_the_other_list(room: NotesScreen, desk: Desk, qtbot: QtBot) -> None:
    key = put(desk, "One")
    QTest.mouseClick(room.notes.switch.button("attachment"), Qt.MouseButton.LeftButton)
    assert (room.notes.isVisible(), room.files.isVisible()) == (False, True)
    with qtbot.waitSignal(room.selected, check_params_cb=lambda kind, row: (kind, row) == ("note", key)):
        room.reveal("note", key)
    assert room.notes.isVisible()
    assert (room.notes.switch.current(), room.files.switch.current()) == ("note", "attachment")
    room.reveal("person", key)
    assert room.notes.isVisible()


def test_an_empty_room_says_what_to_do(room: NotesScreen) -> None:
    assert not room.notes.table.isVisible()
    grab(room, "notes-empty")


@pytest.fixture
def reading(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    apply_theme(qapp, "light")
    path = planner(tmp_path, "sample", "sample.aide")
    made = Desk(Workspace.open(path, writable=False))
    made.show_visit(made.ask(first_visit))
    yield made
    made.close()


def first_visit(connection: object) -> str:
    from app.planning.views.visits import visit_cards

    return visit_cards(connection)[0].id  # type: ignore[arg-type]


def test_a_file_that_is_only_read_shows_all_and_changes_nothing(
    reading: Desk, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    both = QWidget()
    qtbot.addWidget(both)
    room = NotesScreen(reading, Preferences(tmp_path / "w.ini"), Answers())
    inspector = NoteInspector(reading)
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(room, 1)
    row.addWidget(inspector)
    inspector.setFixedWidth(348)
    room.selected.connect(lambda _kind, key: inspector.show_row(key))
    both.resize(1240, 700)
    with qtbot.waitExposed(both):
        both.show()
    assert len(room.notes.table.ids()) > 3
    room.notes.table.select(room.notes.table.ids()[0])
    for look in ("light", "dark"):
        apply_theme(qapp, "dark" if look == "dark" else "light")
        grab(both, f"notes-{look}")
    before = reading.ask(contents)
    assert not room.notes.bar.add.isEnabled()
    assert room.notes.menu_actions(room.notes.table.selected_ids()) == ()
    QTest.keyClick(room.notes.table, Qt.Key.Key_Delete)
    for field in inspector.sheet.fields():
        field.editor.setFocus()
        QTest.keyClicks(field.editor, "x")
    inspector.leave()
    assert reading.ask(contents) == before


def test_a_note_names_its_entry(room: NotesScreen, desk: Desk) -> None:
    key = put(desk, "Toast", entry_id=add(desk, "Dinner", NINE))
    texts = {column.key: column.text(room.notes.table.row(key)) for column in room.notes.table._rows.columns}
    assert (texts["entry"], texts["kind"]) == ("Dinner", "Press line")


@pytest.fixture
def inspector(desk: Desk, qtbot: QtBot) -> NoteInspector:
    made = NoteInspector(desk)
    qtbot.addWidget(made)
    made.resize(348, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.show_row(put(desk, "A note"))
    return made


@pytest.fixture
def sheet(inspector: NoteInspector) -> NoteSheet:
    assert isinstance(inspector.sheet, NoteSheet)
    return inspector.sheet


def names(sheet: NoteSheet) -> list[str]:
    return [str(field.editor.accessibleName()) for field in (sheet.title, sheet.text, sheet.entry)]


def test_the_fields_are_named_by_the_kind_of_note(sheet: NoteSheet, desk: Desk) -> None:
    (row,) = desk.ask(note_rows, desk.visit_id)
    for kind, wanted in (
        (NoteKind.QUESTION, ["Question", "Answer", "Occasion"]),
        (NoteKind.SPEECH, ["Title", "Speech", "Occasion"]),
        (NoteKind.GLOSSARY, ["Word", "In other languages, and its meaning", "Entry"]),
        (NoteKind.COUNTRY, ["Country", "What to know, in sections", "Entry"]),
        (NoteKind.PRESS_LINE, ["About", "What we say", "Occasion"]),
    ):
        desk.do("Kind", partial(edit_note, note_id=row.id, kind=kind))
        assert names(sheet) == wanted
        assert sheet.hint.text()


def test_a_speech_tells_how_long_it_is_while_it_is_typed(sheet: NoteSheet, desk: Desk) -> None:
    (row,) = desk.ask(note_rows, desk.visit_id)
    assert not sheet.about.isVisible()
    desk.do("Kind", partial(edit_note, note_id=row.id, kind=NoteKind.SPEECH))
    sheet.text.words.setFocus()
    QTest.keyClicks(sheet.text.words, "Mr Ambassador, " * 70)
    assert sheet.about.text() == "About 2 min to read aloud"
    sheet.text.pause()
    assert str(desk.draft(f"note/{row.id}/text")).startswith("Mr Ambassador, ")
    sheet.text.leave()
    desk.undo()
    assert not sheet.about.isVisible()


def test_a_glossary_word_tells_the_languages_that_it_was_written_in(sheet: NoteSheet, desk: Desk) -> None:
    (row,) = desk.ask(note_rows, desk.visit_id)
    text = "ko: 달 궤도선\nfr: orbiteur lunaire\nA craft around the Moon."
    desk.do("Word", partial(edit_note, note_id=row.id, kind=NoteKind.GLOSSARY, text=text))
    assert sheet.about.text() == "Korean: 달 궤도선 · French: orbiteur lunaire"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_kind_is_drawn_with_long_words_in_both_themes(
    sheet: NoteSheet, desk: Desk, qapp: QApplication, scheme: str
) -> None:
    apply_theme(qapp, "dark" if scheme == "dark" else "light")
    (row,) = desk.ask(note_rows, desk.visit_id)
    long = "Weltraumwettervorhersagedatenaustauschabkommen 우주기상예보자료교환협정"
    for kind in NoteKind:
        text = f"ko: {long}\n{long}\n**{long}**"
        desk.do("Kind", partial(edit_note, note_id=row.id, kind=kind, title=long, text=text))
        for _turn in range(3):
            QApplication.processEvents()
        grab(sheet, f"note-{kind}-{scheme}")
        for label in (sheet.about, sheet.hint):
            assert not label.isVisible() or label.heightForWidth(label.width()) <= label.height()
