"""A room over the organisations of a real file: added, changed and deleted as a hand does it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.domain.errors import PlanningError
from app.planning.verbs.organisations import create_organisation, delete_organisation, edit_organisation
from app.planning.views.organisations import OrganisationRow, organisation_rows
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.tables.bulk import BulkField
from app.ui.tables.column import Column
from app.ui.tables.room import ListRoom
from app.ui.theme.style import apply_theme
from app.ui.widgets.segmented import SegmentedControl
from tests.helpers.pictures import grab
from tests.helpers.planner import contents

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
COLUMNS = (
    Column("name", "Name", lambda row: row.name, detail=lambda row: row.native_name, width=260),
    Column("acronym", "Acronym", lambda row: row.acronym),
    Column("country", "Country", lambda _row: "", chip=lambda row: row.country_code),
    Column("city", "City", lambda row: row.city),
)


class Organisations(ListRoom):
    tables = ("organisation", "person")

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        self.asked = 0
        super().__init__(
            desk,
            preferences,
            name="organisation",
            title="Organisations",
            columns=COLUMNS,
            add_words="Add organisation",
            empty=("No organisations yet", "Add those you are going to meet.", "Add organisation"),
        )

    def ask_rows(self) -> tuple[OrganisationRow, ...]:
        self.asked += 1
        return self.desk.ask(organisation_rows)

    def ask_some(self, ids: frozenset[str]) -> tuple[OrganisationRow, ...]:
        return tuple(row for row in self.desk.ask(organisation_rows) if row.id in ids)

    def add(self) -> str:
        return self.desk.do("Add", partial(create_organisation, name="New organisation"))

    def delete(self, ids: Sequence[str]) -> str:
        return self.delete_each(delete_organisation, ids)

    def bulk_fields(self) -> list[BulkField]:
        def refused(*_: object) -> None:
            raise PlanningError("in_use")

        values: list[tuple[str, Callable[..., object]]] = [
            ("France", partial(edit_organisation, country_code="FR")),
            ("Nowhere", refused),
        ]
        return [("Country", values)]


@pytest.fixture
def room(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[Organisations]:
    for name, native in (("Korea Aerospace Administration", "우주항공청"), ("NASA", ""), ("CNES", "")):
        desk.do("Add", partial(create_organisation, name=name, native_name=native, country_code="KR"))
    made = Organisations(desk, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.resize(816, 560)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.table.setFocus()
    yield made
    apply_theme(_application(), "light")


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def _names(room: Organisations) -> list[str]:
    return [room.table.row(row_id).name for row_id in room.table.ids()]


def _by_name(room: Organisations, name: str) -> str:
    return next(row.id for row in room.desk.ask(organisation_rows) if row.name == name)


def _toasts(room: Organisations) -> list[tuple[str, bool]]:
    told: list[tuple[str, bool]] = []
    room.told.connect(lambda *what: told.append(what))
    return told


def _trigger(menu: QMenu, *path: str) -> None:
    for words in path[:-1]:
        action = next(each for each in menu.actions() if each.text() == words)
        inside = action.menu()
        assert isinstance(inside, QMenu)
        menu = inside
    next(each for each in menu.actions() if each.text() == path[-1]).trigger()


def test_adding_selects_the_new_row_and_asks_for_its_title(room: Organisations) -> None:
    created: list[tuple[str, str]] = []
    selected: list[tuple[str, str]] = []
    room.created.connect(lambda *what: created.append(what))
    room.selected.connect(lambda *what: selected.append(what))
    room.bar.filter.setText("nasa")
    QTest.keyClick(room.table, Key.Key_N, CTRL)
    new = _by_name(room, "New organisation")
    assert created == [("organisation", new)]
    assert selected[-1] == ("organisation", new)
    assert room.table.selected_ids() == [new]
    assert room.bar.filter.text() == ""


def test_deleting_is_one_step_that_undo_takes_back(room: Organisations) -> None:
    before = room.desk.ask(contents)
    told = _toasts(room)
    room.table.select(_by_name(room, "CNES"))
    QTest.keyClick(room.table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    gone = {room.table.row(row_id).name for row_id in room.table.selected_ids()}
    QTest.keyClick(room.table, Key.Key_Delete)
    assert told == [("2 rows deleted.", True)]
    assert not gone & set(_names(room))
    room.desk.undo()
    assert room.desk.ask(contents) == before
    assert gone < set(_names(room))


def test_deleting_one_tells_its_name_and_goes_on_to_the_next(room: Organisations) -> None:
    told = _toasts(room)
    room.table.select(_by_name(room, "CNES"))
    after = room.table.ids()[room.table.ids().index(_by_name(room, "CNES")) + 1]
    QTest.keyClick(room.table, Key.Key_Delete)
    assert told == [("“CNES” deleted.", True)]
    assert room.table.current_id() == after
    step = room.desk.next_undo()
    assert step is not None
    assert step.label == "Delete “CNES”"


def test_a_change_of_many_is_one_step(room: Organisations) -> None:
    before = room.desk.ask(contents)
    told = _toasts(room)
    assert not room.bar.change.isVisible()
    QTest.keyClick(room.table, Key.Key_A, CTRL)
    count = room.table.count()
    assert room.bar.change.isVisible()
    assert room.bar.change.words() == f"Change {count} selected"
    room._fill_change()
    _trigger(room._change, "Country", "France")
    assert {row.country_code for row in room.desk.ask(organisation_rows)} == {"FR"}
    assert told == [(f"{count} rows changed.", True)]
    assert len(room.table.selected_ids()) == count
    step = room.desk.next_undo()
    assert step is not None
    assert step.label == f"Country: France ({count})"
    room.desk.undo()
    assert room.desk.ask(contents) == before


def test_what_else_is_done_with_many_stands_beside_their_changes(room: Organisations) -> None:
    done: list[tuple[str, ...]] = []
    act, idle = QAction("Call", room), QAction("Move", room)
    idle.setEnabled(False)

    def offered(ids: Sequence[str]) -> list[QAction]:
        act.triggered.disconnect()
        act.triggered.connect(lambda: done.append(tuple(ids)))
        return [act, idle]

    act.triggered.connect(room.update)
    vars(room)["menu_actions"] = offered
    room.table.selectAll()
    room._fill_change()
    words = [each.text() for each in room._change.actions() if each.text()]
    assert words == ["Country", "Call"]
    _trigger(room._change, "Call")
    assert done == [tuple(room.table.selected_ids())]
    vars(room)["bulk_fields"] = tuple  # nothing to change in each: the acts alone are offered
    room.table.clearSelection()
    assert not room.bar.change.isVisible()
    room.table.selectAll()
    assert room.bar.change.isVisible()
    room._fill_change()
    room._fill_change()  # again: the acts outlive the menu's clearing
    assert [each.text() for each in room._change.actions() if each.text()] == ["Call"]


def test_a_refused_change_of_many_changes_nothing(room: Organisations) -> None:
    before = room.desk.ask(contents)
    told = _toasts(room)
    QTest.keyClick(room.table, Key.Key_A, CTRL)
    _trigger(room.make_menu(), "Country", "Nowhere")
    assert told == [("It is still in use and cannot be deleted.", False)]
    assert room.desk.ask(contents) == before


def test_the_filter_by_keyboard_alone(room: Organisations) -> None:
    total = room.table.total()
    QTest.keyClick(room.table, Key.Key_F, CTRL)
    assert room.bar.filter.hasFocus()
    stands = room.bar.filter.geometry()
    room.bar.filter.setText("ㅇㅈㅎ")  # an input method gives such letters, no key does
    assert _names(room) == ["Korea Aerospace Administration"]
    assert room.bar.count.text() == f"1 of {total}"
    QApplication.processEvents()
    assert room.bar.filter.geometry() == stands
    QTest.keyClick(room.bar.filter, Key.Key_Down)
    assert room.table.hasFocus()
    QTest.keyClick(room.table, Key.Key_F, CTRL)
    QTest.keyClick(room.bar.filter, Key.Key_Escape)
    assert room.bar.filter.text() == ""
    assert room.bar.count.text() == str(total)
    QTest.keyClick(room.bar.filter, Key.Key_Escape)
    assert room.table.hasFocus()


def test_the_filter_follows_the_syllable_that_is_being_composed(room: Organisations) -> None:
    room.bar.filter.setFocus()
    for syllable in ("ㅇ", "우"):
        QApplication.sendEvent(room.bar.filter, QInputMethodEvent(syllable, []))
    assert room.bar.filter.text() == ""
    assert _names(room) == ["Korea Aerospace Administration"]
    QApplication.sendEvent(room.bar.filter, QInputMethodEvent("", []))
    assert len(_names(room)) == room.table.total()


def test_a_filter_that_nothing_fits_can_be_taken_away(room: Organisations) -> None:
    room.bar.filter.setText("no such thing")
    assert not room.table.isVisible()
    assert room._none_fits.isVisible()
    QTest.mouseClick(room._show_all, Qt.MouseButton.LeftButton)
    assert room.table.isVisible()


def test_an_empty_room_says_what_to_do(room: Organisations) -> None:
    QTest.keyClick(room.table, Key.Key_A, CTRL)
    QTest.keyClick(room.table, Key.Key_Delete)
    assert room._empty.isVisible()
    grab(room, "list-room-empty")
    QTest.mouseClick(room._add_first, Qt.MouseButton.LeftButton)
    assert _names(room) == ["New organisation"]


def test_what_changes_elsewhere_is_asked_for_when_it_is_seen(room: Organisations) -> None:
    asked = room.asked
    row_id = _by_name(room, "NASA")
    room.desk.do("Edit", edit_organisation, row_id, city="Washington")
    assert room.table.row(row_id).city == "Washington"
    assert room.asked == asked  # by its id alone
    room.hide()
    room.desk.do("Edit", edit_organisation, row_id, city="Houston")
    assert room.table.row(row_id).city == "Washington"
    room.show()
    assert room.table.row(row_id).city == "Houston"
    assert room.asked == asked + 1


def test_a_row_is_revealed_from_elsewhere(room: Organisations) -> None:
    row_id = _by_name(room, "NASA")
    room.bar.filter.setText("cnes")
    room.reveal("person", row_id)
    assert room.table.current_id() != row_id
    room.reveal("organisation", row_id)
    assert room.table.current_id() == row_id
    assert room.bar.filter.text() == ""


def test_enter_opens(room: Organisations) -> None:
    opened: list[tuple[str, str]] = []
    room.opened.connect(lambda *what: opened.append(what))
    room.table.select(_by_name(room, "NASA"))
    QTest.keyClick(room.table, Key.Key_Return)
    assert opened == [("organisation", _by_name(room, "NASA"))]


def test_a_reader_can_read_but_not_change(room: Organisations, tmp_path: Path, qtbot: QtBot) -> None:
    reader = Desk(Workspace.open(room.desk.path, writable=False))
    other = Organisations(reader, Preferences(tmp_path / "other.ini"))
    qtbot.addWidget(other)
    room.hide()
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    before = reader.ask(contents)
    assert other.table.count() == 4
    assert not other.bar.add.isEnabled()
    other.table.selectAll()
    QTest.keyClick(other.table, Key.Key_Delete)
    QTest.keyClick(other.table, Key.Key_N, CTRL)
    words = [action.text() for action in other.make_menu().actions()]
    assert "Copy" in words
    assert "Delete" not in words
    assert "Country" not in words
    assert not other.bar.change.isVisible()
    assert reader.ask(contents) == before
    reader.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures(room: Organisations, scheme: str) -> None:
    apply_theme(_application(), "light" if scheme == "light" else "dark")
    room.add_control(SegmentedControl([("all", "Alle anzeigen"), ("host", "Gastgeberseite")], "Side"))
    room.table.selectAll()
    grab(room, f"list-room-{scheme}")
    assert room.bar.filter.width() >= 90
    assert room.bar.filter.geometry().right() < room.bar.count.geometry().left()
