"""The room of the people by mouse and keys: lists, duplicates, an organisation's page."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.data.models import Person
from app.domain.words import Side
from app.planning.verbs.members import delete_member
from app.planning.verbs.organisations import create_organisation
from app.planning.verbs.persons import create_person, delete_person, edit_person
from app.ui.desk import Desk
from app.ui.inspector.page_parts import Block
from app.ui.screens.people.lists import PersonList
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import PlainLabel
from tests.helpers.planner import contents
from tests.helpers.planting import plant
from tests.ui.people.asking import ids, organisation, row
from tests.ui.people.conftest import MakeRoom
from tests.ui.people.room import Room

KEY = Qt.Key


def _click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def _twins(desk: Desk) -> tuple[str, str]:
    names = {"family_name": "Wunderlich", "given_name": "Hans"}
    one = desk.do("One", create_person, **names, biography="Physiker.")
    return one, desk.do("Other", create_person, **names, email="w@example.org")


def test_persons_are_listed_filtered_and_shown(people_desk: Desk, make_room: MakeRoom) -> None:
    room = make_room()
    found = room.screen_.lists["person"]
    assert isinstance(found, PersonList)
    assert found.table.count() == len(ids(people_desk, "person"))
    QTest.keyClick(found.table, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert found.bar.filter.hasFocus()
    QTest.keyClicks(found.bar.filter, "zoltowski")
    assert found.table.count() == 1
    QTest.keyClick(found.bar.filter, KEY.Key_Down)
    found.table.select(found.table.ids()[0])
    assert room.person.row_id() == found.table.ids()[0]
    assert room.sheet.family_name.text() == "Żółtowski"


def test_a_person_is_added_named_and_undone(people_desk: Desk, make_room: MakeRoom) -> None:
    before = people_desk.ask(contents)
    room = make_room()
    screen = room.screen_
    screen.created.connect(lambda _kind, _id: room.person.begin())
    _click(screen.lists["person"].bar.add)
    editor = room.sheet.family_name.editor
    assert editor.hasFocus()
    QTest.keyClicks(editor, "Nakamura")
    QTest.keyClick(editor, KEY.Key_Tab)
    person = room.person.row_id()
    assert row(people_desk, "person", person)["family_name"] == "Nakamura"
    assert screen.lists["person"].table.row(person).name == "Nakamura"
    people_desk.undo()
    people_desk.undo()
    assert people_desk.ask(contents) == before
    assert room.person.row_id() != person


def test_persons_are_deleted_and_told(people_desk: Desk, make_room: MakeRoom) -> None:
    room = make_room()
    table = room.screen_.lists["person"].table
    before = people_desk.ask(contents)
    table.select(table.ids()[0])
    gone = table.current_id()
    QTest.keyClick(table, KEY.Key_Delete)
    assert gone not in ids(people_desk, "person")
    assert room.told[-1][1]
    people_desk.undo()
    assert people_desk.ask(contents) == before


def test_a_pair_is_merged_in_one_step(people_desk: Desk, make_room: MakeRoom, qtbot: QtBot) -> None:
    desk = people_desk
    one, other = _twins(desk)
    before = desk.ask(contents)
    room = make_room()
    screen = room.screen_
    found = screen.lists["person"]
    qtbot.waitUntil(found.duplicates.isVisible)
    assert "1" in found.duplicates.words()
    _click(found.duplicates)
    merging = screen.merging
    assert merging.isVisible()
    first_kept = merging.grid.kept()
    other_side = merging.grid.choice("other" if merging.grid.choice("one").isChecked() else "one")
    QTest.keyClick(other_side, KEY.Key_Space)
    kept = merging.grid.kept()
    assert {first_kept, kept} == {one, other}
    _click(merging.merge)
    assert first_kept not in ids(desk, "person")
    stored = row(desk, "person", kept)
    assert (stored["biography"], stored["email"]) == ("Physiker.", "w@example.org")
    assert room.told[-1][1]
    assert not merging.merge.isVisible()
    desk.undo()
    assert desk.ask(contents) == before
    assert merging.merge.isVisible()  # the pair is back
    QTest.keyClick(merging.list, KEY.Key_Escape)
    assert found.isVisible()


def test_two_that_were_selected_are_merged(people_desk: Desk, make_room: MakeRoom) -> None:
    desk = people_desk
    room = make_room()
    screen = room.screen_
    screen.reveal("organisation", organisation(desk, "ESA"))
    screen.show_all()
    found = screen.lists["organisation"]
    assert found.table.current_id() == organisation(desk, "ESA")
    QTest.keyClick(found.table, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = found.table.selected_ids()
    assert len(chosen) == 2
    merge = next(each for each in found.make_menu().actions() if "Merge" in each.text())
    merge.trigger()
    assert screen.merging.isVisible()
    _click(screen.merging.merge)
    assert len(set(chosen) & set(ids(desk, "organisation"))) == 1
    assert screen.merging.list.count() == 0


def test_persons_join_the_visit_from_the_list(people_desk: Desk, make_room: MakeRoom) -> None:
    desk = people_desk
    person = desk.do("One", create_person, family_name="Nakamura")
    desk.show_visit(ids(desk, "visit")[0])
    room = make_room()
    found = room.screen_.lists["person"]
    assert isinstance(found, PersonList)
    room.screen_.reveal("person", person)
    join = next(each for each in found.make_menu().actions() if "our side" in each.text())
    join.trigger()
    (member,) = ids(desk, "member", person_id=person)
    assert row(desk, "member", member)["side"] is Side.OURS
    assert room.told[-1][1]
    join.trigger()
    assert room.told[-1] == ("This person is in the delegation already.", False)
    other = desk.do("Two", create_person, family_name="Sato")
    assert isinstance(found, PersonList)
    found.join([person, other], Side.OURS)
    assert room.told[-1] == ("1 person added to the visit. In the delegation already: Nakamura.", True)
    assert len(ids(desk, "member", person_id=other)) == 1
    desk.undo()
    desk.do("Out", delete_member, member)
    desk.do("Gone", delete_person, other)


def test_enter_opens_the_page_and_esc_goes_back(people_desk: Desk, make_room: MakeRoom) -> None:
    desk = people_desk
    room = make_room()
    screen = room.screen_
    nasa = organisation(desk, "NASA")
    screen.reveal("organisation", nasa)
    table = screen.lists["organisation"].table
    page = screen.page
    assert page.isVisible()  # asked for, it is shown at once
    focused = screen.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, KEY.Key_Space)  # and is there to be read: no key throws anybody out
    assert page.isVisible()
    QTest.keyClick(focused, KEY.Key_Escape)
    assert table.current_id() == nasa
    QTest.keyClick(table, KEY.Key_Return)
    assert page.isVisible()
    assert page.organisation_id == room.organisation.row_id() == nasa
    words = _words(page.ours)
    assert any("draft terms of reference" in each for each in words)
    assert any("Gateway airlock" in each for each in _words(page.precedents))
    link = page.met.findChildren(PlainButton)[0]
    _click(link)
    assert room.went[-1][0] == "meeting"
    person = page.people.findChildren(PlainButton)[0]
    _click(person)
    assert screen.lists["person"].isVisible()
    assert room.person.row_id() == screen.lists["person"].table.current_id() != ""
    room.organisation.go.emit("organisation_page", nasa)
    assert page.isVisible()
    QTest.keyClick(page.bar.back_button, KEY.Key_Escape)
    assert screen.lists["organisation"].isVisible()


def _words(block: Block) -> list[str]:
    return [label.text() for label in block.findChildren(PlainLabel)]


def test_a_page_whose_organisation_goes_makes_room(people_desk: Desk, make_room: MakeRoom) -> None:
    desk = people_desk
    made = desk.do("Add", create_organisation, name="Short-lived")
    room = make_room()
    room.screen_.open_page(made)
    assert room.screen_.page.isVisible()
    desk.undo()
    assert room.screen_.lists["organisation"].isVisible()


def test_twenty_thousand_persons_are_filtered_as_one_types(people_desk: Desk, make_room: MakeRoom) -> None:
    persons = (
        {"id": f"p{number}", "family_name": f"Kim{number}", "native_name": f"김민수{number}"}
        for number in range(20_000)
    )
    plant(people_desk._space, Person, persons)
    room = make_room()
    found = room.screen_.lists["person"]
    assert isinstance(found, PersonList)
    QTest.keyClicks(found.bar.filter, "kim1999")
    assert found.table.count() == 11  # itself, and ten that begin so
    found.bar.filter.clear()
    composed = QInputMethodEvent()
    composed.setCommitString("ㄱㅁㅅ19999")
    QApplication.sendEvent(found.bar.filter, composed)
    assert found.table.ids() == ["p19999"]


RESTRICTED = {
    "diet": "no shellfish at all",
    "mobility": "needs a step-free way",
    "private_phone": "+82 10 5555 0199",
    "birth_place": "Gangneung-under-secret",
    "citizenships": "KR, TV, AQ",
}


def test_what_is_restricted_is_not_in_lists_or_copies(people_desk: Desk, make_room: MakeRoom) -> None:
    person = ids(people_desk, "person")[0]
    people_desk.do("Restricted", edit_person, person, born_on=date(1961, 2, 3), **RESTRICTED)
    room = make_room()
    screen = room.screen_
    screen.reveal("person", person)
    table = screen.lists["person"].table
    for section in range(table.model().columnCount()):
        table.setColumnHidden(section, False)
    QTest.keyClick(table, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().mimeData()
    words = copied.text() + copied.html()
    QGuiApplication.clipboard().clear()
    model = table.model()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    seen = "\n".join(
        str(model.index(at, section).data(role))
        for at in range(model.rowCount())
        for section in range(model.columnCount())
        for role in roles
    )
    everything = seen + words + everything_shown(room)
    assert [word for word in RESTRICTED.values() if word in everything] == []
    assert "1961" not in everything


def everything_shown(room: Room) -> str:
    """Return every word that a widget of the room shows, tips and names for screen readers too."""
    found = []
    for widget in room.findChildren(QWidget):
        found += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        for name in ("text", "toPlainText"):
            if hasattr(widget, name):
                found.append(str(getattr(widget, name)()))
    return "\n".join(found)


@pytest.mark.parametrize("shown", ["person", "organisation", "page", "merge"])
def test_every_control_has_a_name(people_desk: Desk, make_room: MakeRoom, shown: str) -> None:
    _twins(people_desk)
    room = make_room()
    screen = room.screen_
    screen.reveal("person", ids(people_desk, "person")[0])
    room.sheet.restricted.show_fields()
    if shown == "organisation":
        screen.show_list("organisation")
    elif shown == "page":
        screen.open_page(organisation(people_desk, "NASA"))
    elif shown == "merge":
        screen.show_duplicates()
    QApplication.processEvents()
    stops = [
        widget
        for widget in room.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
    ]
    assert len(stops) > 5
    assert [each for each in stops if not each.accessibleName() and not getattr(each, "text", str)()] == []
    assert room.screen_.mapTo(room, QPoint(0, 0)) == QPoint(0, 0)
