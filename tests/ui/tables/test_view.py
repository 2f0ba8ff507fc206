"""The table under hands: what stays selected, what is remembered, what is copied."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.words import Marking
from app.ui.tables.delegate import TableDelegate
from app.ui.tables.header import TableHeader
from app.ui.tables.view import Table
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.ui.tables.rows import COLUMNS, Someone, table

PEOPLE = [
    Someone(
        f"p{number}",
        f"Name {number:03}",
        f"Director of division {number} for the coordination of everything",
        number % 7 or None,
        Marking(number % 4),
        ("Open", "Late", "In progress")[number % 3],
        number % 2 == 0,
    )
    for number in range(200)
]
Key = Qt.Key


@pytest.fixture
def shown(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Table]:
    apply_theme(qapp, "light")
    made = table(tmp_path)
    qtbot.addWidget(made)
    made.resize(760, 400)
    made.show_rows(PEOPLE)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    yield made
    apply_theme(qapp, "light")


def _header(shown: Table) -> TableHeader:
    header = shown.horizontalHeader()
    assert isinstance(header, TableHeader)
    return header


def test_selection_and_place_survive_edits(shown: Table) -> None:
    shown.select("p120")
    told: list[str] = []
    shown.current_changed.connect(told.append)
    bar = shown.verticalScrollBar()
    row = shown.visualRect(shown.currentIndex()).top()
    shown.show_rows([person for person in PEOPLE if person.id != "p3"])
    shown.refresh(["new"], [Someone("new", "New")])
    shown.refresh(["p120"], [Someone("p120", "Other")])
    assert shown.current_id() == "p120"
    assert shown.selected_ids() == ["p120"]
    assert bar.value() > 0
    assert abs(shown.visualRect(shown.currentIndex()).top() - row) <= shown.rowHeight(0)
    assert told == []


def test_the_selection_comes_back_when_the_filter_goes(shown: Table) -> None:
    shown.select("p11")
    told: list[str] = []
    shown.current_changed.connect(told.append)
    shown.set_filter("division 12")
    assert "p11" not in shown.ids()
    assert (shown.current_id(), shown.selected_ids()) == ("", [])
    shown.set_filter("")
    assert (shown.current_id(), shown.selected_ids()) == ("p11", ["p11"])
    assert told == ["", "p11"]
    shown.set_filter("name 011")
    assert shown.ids() == ["p11"]
    assert shown.current_id() == "p11"
    assert told == ["", "p11"]


def test_many_are_selected_by_keyboard_and_stay_over_a_sort(shown: Table) -> None:
    shown.select("p5")
    QTest.keyClick(shown, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(shown, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert shown.selected_ids() == ["p5", "p6", "p7"]
    _header(shown).setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert shown.ids()[0] == "p199"
    assert shown.selected_ids() == ["p7", "p6", "p5"]
    assert shown.current_id() == "p7"


def test_home_and_end_go_through_the_rows(shown: Table) -> None:
    shown.select("p5")
    QTest.keyClick(shown, Key.Key_End)
    assert shown.current_id() == "p199"
    QTest.keyClick(shown, Key.Key_Home)
    assert shown.selected_ids() == ["p0"]


def test_keys_ask_for_what_they_are_for(shown: Table) -> None:
    opened: list[str] = []
    deleted: list[list[str]] = []
    ticked: list[tuple[str, str, bool]] = []
    shown.opened.connect(opened.append)
    shown.delete_wanted.connect(deleted.append)
    shown.tick_wanted.connect(lambda *what: ticked.append(what))
    shown.select("p5")
    QTest.keyClick(shown, Key.Key_Return)
    QTest.keyClick(shown, Key.Key_Space)
    QTest.keyClick(shown, Key.Key_Delete)
    assert opened == ["p5"]
    assert ticked == [("p5", "done", True)]
    assert deleted == [["p5"]]


def test_a_click_into_the_box_ticks_and_a_double_click_opens(shown: Table) -> None:
    opened: list[str] = []
    ticked: list[tuple[str, str, bool]] = []
    shown.opened.connect(opened.append)
    shown.tick_wanted.connect(lambda *what: ticked.append(what))
    index = shown.model().index(2, 4)
    delegate = shown.itemDelegate()
    assert isinstance(delegate, TableDelegate)
    box = delegate.tick_rect(shown.visualRect(index), index)
    assert box is not None
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert ticked == [("p2", "done", False)]
    name = shown.visualRect(shown.model().index(3, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=name)
    QTest.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=name)
    assert opened == ["p3"]
    assert len(ticked) == 1


def test_the_header_is_remembered(shown: Table, tmp_path: Path, qtbot: QtBot) -> None:
    header = _header(shown)
    header.resizeSection(0, 333)
    header.moveSection(header.visualIndex(1), 0)
    header.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    menu = header.make_menu()
    by_words = {action.text(): action for action in menu.actions()}
    by_words["Marking"].trigger()
    by_words["Post"].trigger()
    again = table(tmp_path)
    qtbot.addWidget(again)
    other = _header(again)
    assert [COLUMNS[at].key for at in other.shown()] == ["rank", "name", "state", "done", "post"]
    assert other.sectionSize(0) == 333
    assert (other.sortIndicatorSection(), other.sortIndicatorOrder()) == (1, Qt.SortOrder.DescendingOrder)
    again.show_rows(PEOPLE)
    assert again.row(again.ids()[0]).rank == 6
    assert again.row(again.ids()[-1]).rank is None


def test_the_last_column_cannot_be_hidden(shown: Table) -> None:
    header = _header(shown)
    for section in header.shown()[1:]:
        header.setSectionHidden(section, True)
    menu = header.make_menu()
    assert not menu.actions()[0].isEnabled()
    assert menu.actions()[1].isEnabled()
    menu.close()


def test_nonsense_remembered_is_left_aside(tmp_path: Path, qtbot: QtBot) -> None:
    shown = table(tmp_path)
    qtbot.addWidget(shown)
    keeper = shown.layout_keeper
    keeper._preferences.remember_table(
        "people",
        {
            "widths": {"name": "wide", "gone": 3},
            "order": ["gone", "rank", 4],
            "hidden": ["name", "rank", "marking", "state", "done", "post"],
            "sort": "gone",
        },
    )
    again = table(tmp_path)
    qtbot.addWidget(again)
    header = _header(again)
    assert len(header.shown()) == len(COLUMNS)
    assert header.sortIndicatorSection() == -1


def test_the_header_by_keyboard_alone(shown: Table) -> None:
    header = _header(shown)
    header.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(header, Key.Key_Right)
    QTest.keyClick(header, Key.Key_Return)
    assert header.sortIndicatorSection() == 1
    assert shown.row(shown.ids()[0]).rank == 1
    QTest.keyClick(header, Key.Key_Space)
    assert shown.row(shown.ids()[0]).rank == 6
    QTest.keyClick(header, Key.Key_Space)
    assert shown.ids() == [person.id for person in PEOPLE]
    width = header.sectionSize(1)
    QTest.keyClick(header, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert header.sectionSize(1) > width
    QTest.keyClick(header, Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert header.shown()[:2] == [1, 0]
    QTest.keyClick(header, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    assert header.shown()[0] == 0


def test_rows_are_copied_as_a_table_and_as_lines(shown: Table) -> None:
    tricky = Someone("p1", "<b>Kim</b>\tMin", "Line\nbreak", 2, Marking.RESTRICTED, "Late")
    shown.refresh(["p1"], [tricky])
    shown.select("p1")
    QTest.keyClick(shown, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == (
        "Name\tRank\tMarking\tState\tDone\n<b>Kim</b> Min, Line break\t2\tRESTRICTED\tLate\tno\n"
    )
    assert "&lt;b&gt;Kim&lt;/b&gt; Min" in mime.html()
    shown.copy_lines()
    assert QGuiApplication.clipboard().text() == "<b>Kim</b> Min, Line break — 2; RESTRICTED; Late; no"


def test_a_tip_says_what_is_cut_off(shown: Table) -> None:
    delegate = shown.itemDelegate()
    assert isinstance(delegate, TableDelegate)
    index = shown.model().index(0, 0)
    assert delegate.tip(shown.visualRect(index), index).endswith("coordination of everything")
    _header(shown).resizeSection(0, 600)
    assert delegate.tip(shown.visualRect(index), index) == ""


def test_what_it_is_called(shown: Table) -> None:
    assert shown.accessibleName() == "People"
    assert _header(shown).accessibleName() == "Columns"


def test_the_columns_share_the_room(shown: Table) -> None:
    assert shown.horizontalScrollBar().maximum() == 0
    assert _header(shown).length() == shown.viewport().width()
    shown.resize(500, 400)
    QApplication.processEvents()
    assert shown.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures(shown: Table, qapp: QApplication, scheme: str) -> None:
    apply_theme(qapp, "light" if scheme == "light" else "dark")
    _header(shown).setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    shown.select("p2")
    QTest.keyClick(shown, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    shown._hover(shown.indexAt(QPoint(10, 10)))
    grab(shown, f"table-{scheme}")
    shown._hover(QModelIndex())
    assert shown.selected_ids() == ["p2", "p3"]
