"""The room of the places on a real file."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.planning.verbs.places import create_place, delete_place, edit_place
from app.planning.views.places import PlaceRow, place_detail, place_rows
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.inspector.place import PlaceInspector
from app.ui.preferences import Preferences
from app.ui.screens.places.screen import PlacesScreen
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.helpers.planner import contents, planner
from tests.ui.planner import PARIS, add

NINE = datetime(2024, 3, 26, 9)


@pytest.fixture
def room(desk: Desk, tmp_path: Path, qtbot: QtBot) -> PlacesScreen:
    made = PlacesScreen(desk, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.resize(900, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _rows(room: PlacesScreen) -> list[PlaceRow]:
    return [room.table.row(key) for key in room.table.ids()]


def _names(room: PlacesScreen) -> list[str]:
    return [row.name for row in _rows(room)]


def _id(room: PlacesScreen, name: str) -> str:
    (found,) = (row.id for row in room.desk.ask(place_rows) if row.name == name)
    return found


def _action(menu: QMenu, words: str) -> QAction:
    (found,) = (action for action in menu.actions() if words in action.text())
    return found


def _choose_both(room: PlacesScreen) -> list[str]:
    room.table.setFocus()
    room.table.selectAll()
    return room.table.selected_ids()


def test_the_places_stand_by_city_with_what_is_known_of_them(room: PlacesScreen) -> None:
    assert _names(room) == ["CNES", "ESA Headquarters"]
    add(room.desk, "Call", NINE, place_id=_id(room, "CNES"))
    assert [row.used for row in _rows(room)] == [1, 0]
    key = _id(room, "CNES")
    room.desk.do("Edit", partial(edit_place, place_id=key, country_code="FR", badge_minutes=15))
    texts = [column.text(room.table.row(key)) for column in room.table._rows.columns]
    assert texts == ["CNES", "", "Paris", "France", PARIS, "", "15 min", "1"]


def test_a_new_place_has_the_zone_at_hand_and_is_named_next(room: PlacesScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.created) as created:
        QTest.mouseClick(room.bar.add, Qt.MouseButton.LeftButton)
    kind, key = created.args
    assert (kind, room.table.current_id()) == ("place", key)
    assert room.desk.ask(place_detail, key).zone == "Asia/Seoul"  # of the visit's home
    room.table.select(_id(room, "CNES"))
    with qtbot.waitSignal(room.created) as created:
        QTest.keyClick(room, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert room.desk.ask(place_detail, created.args[1]).zone == PARIS
    room.desk.undo()
    room.desk.undo()
    assert _names(room) == ["CNES", "ESA Headquarters"]


def test_selecting_tells_the_window_and_reveal_finds_it(room: PlacesScreen, qtbot: QtBot) -> None:
    key = _id(room, "ESA Headquarters")
    room.bar.filter.setText("cnes")
    assert _names(room) == ["CNES"]
    with qtbot.waitSignal(room.selected, check_params_cb=lambda _kind, row: row == key):
        room.reveal("place", key)
    assert room.table.current_id() == key
    room.reveal("person", key)
    assert room.table.current_id() == key


def test_deleting_tells_how_many_entries_have_no_place_now(room: PlacesScreen, qtbot: QtBot) -> None:
    key = _id(room, "CNES")
    add(room.desk, "Call", NINE, place_id=key)
    before = room.desk.ask(contents)
    room.table.setFocus()
    room.table.select(key)
    with qtbot.waitSignal(room.told) as told:
        QTest.keyClick(room.table, Qt.Key.Key_Delete)
    assert told.args == ["“CNES” deleted. 1 entry has no place now.", True]
    assert _names(room) == ["ESA Headquarters"]
    room.desk.undo()
    assert room.desk.ask(contents) == before


def test_two_places_are_merged_from_their_menu(room: PlacesScreen, qtbot: QtBot) -> None:
    cnes, esa = _id(room, "CNES"), _id(room, "ESA Headquarters")
    entry = add(room.desk, "Call", NINE, place_id=cnes)
    before = room.desk.ask(contents)
    assert _choose_both(room) == [cnes, esa]
    menu = room.make_menu()
    with qtbot.waitSignal(room.told) as told:
        _action(menu, "Merge into “ESA Headquarters”").trigger()
    assert told.args == ["1 place merged into “ESA Headquarters”.", True]
    assert [place.id for place in room.desk.ask(place_detail, esa).entries] == [entry]
    assert (_names(room), room.table.current_id()) == (["ESA Headquarters"], esa)
    room.desk.undo()
    assert room.desk.ask(contents) == before
    room.table.select(cnes)
    assert not [action for action in room.make_menu().actions() if "Merge" in action.text()]


def test_a_merge_of_what_is_gone_is_told(room: PlacesScreen, qtbot: QtBot) -> None:
    keys = _choose_both(room)
    menu = room.make_menu()
    act = _action(menu, "Merge into “CNES”")
    room.desk.do("Delete", partial(delete_place, place_id=keys[0]))
    with qtbot.waitSignal(room.told) as told:
        act.trigger()
    assert told.args == ["This is no longer in the planner.", False]


def test_many_places_get_a_zone_or_a_country_at_once(room: PlacesScreen) -> None:
    room.desk.do(
        "Add", partial(create_place, name="KASA", zone="Asia/Seoul", city="Sacheon", country_code="KR")
    )
    keys = _choose_both(room)
    fields = dict(room.bulk_fields())
    assert [name for name, _verb in fields["Time zone"]] == ["Asia/Seoul", PARIS]
    ((name, verb),) = fields["Country"]
    assert name == "South Korea"
    room._change_rows("Country", verb, keys)
    assert {row.country_code for row in room.desk.ask(place_rows)} == {"KR"}
    room.desk.undo()
    assert [row.country_code for row in room.desk.ask(place_rows)].count("KR") == 1


def test_an_empty_file_says_what_to_do(room: PlacesScreen) -> None:
    for key in room.table.ids():
        room.desk.do("Delete", partial(delete_place, place_id=key))
    assert not room.table.isVisible()
    grab(room, "places-empty")


@pytest.fixture
def reading(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    apply_theme(qapp, "light")
    made = Desk(Workspace.open(planner(tmp_path, "sample", "sample.aide"), writable=False))
    yield made
    made.close()


def test_a_file_that_is_only_read_shows_all_and_changes_nothing(
    reading: Desk, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    both = QWidget()
    qtbot.addWidget(both)
    room, inspector = PlacesScreen(reading, Preferences(tmp_path / "w.ini")), PlaceInspector(reading)
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(room, 1)
    row.addWidget(inspector)
    inspector.setFixedWidth(348)
    room.selected.connect(lambda _kind, key: inspector.show_row(key))
    both.resize(1240, 700)
    with qtbot.waitExposed(both):
        both.show()
    room.table.select(room.table.ids()[2])
    for look in ("light", "dark"):
        apply_theme(qapp, "dark" if look == "dark" else "light")
        grab(both, f"places-{look}")
    before = reading.ask(contents)
    assert not room.bar.add.isEnabled()
    _choose_both(room)
    assert not [action for action in room.make_menu().actions() if "Merge" in action.text()]
    QTest.keyClick(room.table, Qt.Key.Key_Delete)
    for field in inspector.sheet.fields():
        field.editor.setFocus()
        QTest.keyClicks(field.editor, "paris")
    inspector.leave()
    assert reading.ask(contents) == before
