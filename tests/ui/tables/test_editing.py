"""Cells edited where they stand: a line, a line that finds, a choice; and what is refused."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import PlanningError
from app.planning.views.visits import Choice
from app.ui.forms.pick_box import PickBox
from app.ui.forms.words import QuietBox
from app.ui.preferences import Preferences
from app.ui.tables.cell_edit import CellEdit
from app.ui.tables.column import Column
from app.ui.tables.view import Table
from tests.helpers.pictures import grab
from tests.ui.tables.rows import Someone

Key = Qt.Key
POSTS = (Choice("chair", "Chair", ""), Choice("clerk", "Clerk", ""), Choice("cook", "Cook", ""))


class People:
    """Rows that are changed by what is typed, and shown again."""

    def __init__(self) -> None:
        self.rows = {key: Someone(key, f"Person {key}", rank=number) for number, key in enumerate("abcdef")}
        self.written: list[tuple[str, str, str]] = []
        self.table: Table | None = None

    def write(self, column: str, row: Someone, text: str) -> None:
        self.written.append((row.id, column, text))
        if text == "nobody":
            raise PlanningError("title_empty")
        change: dict[str, Any] = {column: int(text) if column == "rank" else text}
        self.rows[row.id] = replace(self.rows[row.id], **change)
        assert self.table is not None
        self.table.refresh([row.id], [self.rows[row.id]])

    def edit(self, column: str, **how: object) -> CellEdit:
        return CellEdit(
            lambda row: str(getattr(row, column)),
            lambda row, text: self.write(column, row, text),
            **how,  # type: ignore[arg-type]
        )


@pytest.fixture
def people(qtbot: QtBot, tmp_path: Path) -> Iterator[People]:
    made = People()
    states = [("Open", "Open"), ("Late", "Late")]
    columns = (
        Column("name", "Name", lambda row: row.name, edit=made.edit("name"), width=200),
        Column("id", "Id", lambda row: row.id, width=60),
        Column(
            *("post", "Post", lambda row: row.post),
            edit=made.edit("post", finder=_find, allowed=lambda row: row.id != "f"),
            width=160,
        ),
        Column("state", "State", lambda row: row.state, edit=made.edit("state", choices=states), width=120),
        Column("rank", "Rank", lambda row: str(row.rank), sort=lambda row: row.rank, edit=made.edit("rank")),
    )
    made.table = Table("edited", columns, Preferences(tmp_path / "window.ini"), label="People")
    qtbot.addWidget(made.table)
    made.table.resize(720, 260)
    made.table.show_rows(made.rows.values())
    with qtbot.waitExposed(made.table):
        made.table.show()
    made.table.setFocus()
    made.table.select("a")
    yield made
    made.table.close()


def _find(text: str) -> list[Choice]:
    return [choice for choice in POSTS if text.casefold() in choice.name.casefold()]


@pytest.fixture
def table(people: People) -> Table:
    assert people.table is not None
    return people.table


def _editor(table: Table) -> QWidget:
    editor = table._delegate.editor
    assert editor is not None
    assert editor.isVisible()
    return editor


def _type(table: Table, text: str, key: Key | None = Key.Key_Return) -> None:
    editor = _editor(table)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text)
    if key is not None:
        QTest.keyClick(editor, key)


def _double_click(table: Table, at: QPoint) -> None:
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_cell_is_edited_by_key_and_written_with_enter(people: People, table: Table) -> None:
    QTest.keyClick(table, Key.Key_F2)
    _type(table, "Zoe")
    assert people.written == [("a", "name", "Zoe")]
    assert table._delegate.editor is None
    assert table.hasFocus()
    QTest.keyClick(table, Key.Key_F2)
    QTest.keyClick(_editor(table), Key.Key_Return)  # nothing was typed
    assert len(people.written) == 1


def test_a_long_text_is_seen_from_its_beginning(people: People, table: Table) -> None:
    people.rows["a"] = replace(people.rows["a"], name="Gesellschaft für die Förderung von Vielem " * 3)
    table.refresh(["a"], [people.rows["a"]])
    table.edit_cell("a", "name")
    editor = _editor(table)
    assert isinstance(editor, QLineEdit)
    assert editor.selectedText() == editor.text() == people.rows["a"].name
    assert editor.cursorPosition() == 0


def test_escape_takes_back(people: People, table: Table) -> None:
    QTest.keyClick(table, Key.Key_F2)
    _type(table, "Zoe", Key.Key_Escape)
    assert people.written == []
    assert table._delegate.editor is None


def test_tab_goes_from_cell_to_cell_that_can_be_edited(people: People, table: Table) -> None:
    table.edit_cell("b", "name")
    _type(table, "Bo", Key.Key_Tab)
    assert isinstance(_editor(table), PickBox)
    _type(table, "cle")
    assert people.written == [("b", "name", "Bo"), ("b", "post", "clerk")]
    table.edit_cell("b", "post")
    QTest.keyClick(_editor(table), Key.Key_Backtab)
    assert table.currentIndex().column() == 0
    QTest.keyClick(_editor(table), Key.Key_Escape)
    table.edit_cell("f", "name")
    QTest.keyClick(_editor(table), Key.Key_Tab)  # its post cannot be edited
    assert isinstance(_editor(table), QuietBox)


def test_a_double_click_edits_the_cell_under_it(people: People, table: Table) -> None:
    opened: list[str] = []
    table.opened.connect(opened.append)
    rank, id_ = (table.visualRect(table._rows.index(2, column)).center() for column in (4, 1))
    _double_click(table, rank)
    _type(table, "7")
    assert people.written == [("c", "rank", "7")]
    _double_click(table, id_)
    assert opened == ["c"]


def test_a_choice_is_taken_when_it_is_chosen(people: People, table: Table, qtbot: QtBot) -> None:
    table.edit_cell("d", "state")
    box = _editor(table)
    assert isinstance(box, QuietBox)
    qtbot.waitUntil(lambda: box.view().isVisible())
    QTest.keyClick(box.view(), Key.Key_Down)
    QTest.keyClick(box.view(), Key.Key_Down)
    QTest.keyClick(box.view(), Key.Key_Return)
    assert people.written == [("d", "state", "Late")]
    assert table._delegate.editor is None


def test_what_is_refused_stays_with_its_reason(people: People, table: Table) -> None:
    table.edit_cell("a", "name")
    _type(table, "nobody")
    grab(table, "cell-refused")
    editor = _editor(table)
    assert isinstance(editor, QLineEdit)
    assert table._delegate._fault.isVisible()
    assert table._delegate._fault.text() == editor.accessibleDescription() == "An entry needs a title."
    at = table.visualRect(table._rows.index(4, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert editor.text() == "nobody"
    assert editor.isVisible()
    assert not table.finish_editing()
    assert table.edit_cell("b", "name")  # the refused one is brought back instead
    assert _editor(table) is editor
    editor.selectAll()
    _type(table, "Anna")
    assert people.rows["a"].name == "Anna"
    assert table._delegate._fault.isHidden()


def test_a_name_that_means_nothing_is_refused(people: People, table: Table) -> None:
    table.edit_cell("a", "post")
    _type(table, "c", None)  # three of them
    QTest.keyClick(_editor(table), Key.Key_Escape)
    QTest.keyClick(_editor(table), Key.Key_Return)
    assert table._delegate.refused
    QTest.keyClick(_editor(table), Key.Key_Escape)
    assert people.written == []
    assert not table._delegate.refused


def test_what_is_typed_is_written_where_the_hand_goes_elsewhere(people: People, table: Table) -> None:
    table.edit_cell("a", "name")
    _type(table, "Anna", None)
    at = table.visualRect(table._rows.index(3, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert people.written == [("a", "name", "Anna")]
    assert table._delegate.editor is None
    assert table.current_id() == "d"


def test_what_is_typed_stays_while_the_row_changes(people: People, table: Table) -> None:
    table.edit_cell("c", "name")
    _type(table, "Cleo", None)
    people.rows["c"] = replace(people.rows["c"], name="Other", rank=40)
    table.sortByColumn(4, Qt.SortOrder.AscendingOrder)
    table.refresh(["c"], [people.rows["c"]])
    editor = _editor(table)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "Cleo"
    QTest.keyClick(editor, Key.Key_Return)
    assert people.written == [("c", "name", "Cleo")]


def test_a_row_that_goes_takes_its_editor_along(people: People, table: Table) -> None:
    table.edit_cell("c", "name")
    _type(table, "nobody")
    table.refresh(["c"], [])
    assert table._delegate.editor is None
    assert not table._delegate.refused
    assert table.edit_cell("d", "name")
    _type(table, "Dora")
    assert people.written[-1] == ("d", "name", "Dora")


def test_nothing_is_edited_where_nothing_may_be(people: People, table: Table) -> None:
    assert not table.edit_cell("f", "post")
    assert not table.edit_cell("a", "id")
    table.set_read_only(read_only=True)
    QTest.keyClick(table, Key.Key_F2)
    assert table._delegate.editor is None
    assert people.written == []


def test_the_sentence_keeps_to_the_view(table: Table) -> None:
    fault = table._delegate._fault
    fault.say("Too long. " * 20, table.visualRect(table._rows.index(5, 4)))
    assert table.viewport().rect().contains(fault.geometry())
    assert fault.mapTo(table.viewport(), QPoint()).y() >= 0
