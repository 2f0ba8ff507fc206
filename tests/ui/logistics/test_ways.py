"""Cars by way: people dragged and typed into cars, the order, copies, what is told."""

from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest

from app.planning.bulk import for_each
from app.planning.verbs.entries import delete_entry
from app.planning.verbs.vehicles import edit_vehicle
from app.planning.views.motorcade import Motorcade, motorcade, ways
from app.planning.views.programme import programme
from app.ui.screens.logistics.card import Card
from app.ui.screens.logistics.ways import WaysPart
from app.ui.screens.logistics.words import way_name
from app.ui.tables.dragging import rows_of
from app.ui.widgets.buttons import IconButton
from tests.helpers.pictures import grab
from tests.ui.logistics.conftest import Stage
from tests.ui.logistics.dragging import drop, enter, leave, rows

LEFT = Qt.MouseButton.LeftButton
TO_NASA = 5  # a way with three cars


@pytest.fixture
def part(stage: Stage) -> WaysPart:
    made = stage.show(WaysPart(stage.desk, stage.preferences))
    made.show_way(str(made.choice.box.itemData(TO_NASA)))
    stage.settle()
    return made


def shown(part: WaysPart) -> Motorcade:
    return part.desk.ask(motorcade, part.way())


def riders(part: WaysPart) -> dict[str, list[str]]:
    return {car.name: [each.name for each in car.riders] for car in shown(part).cars}


def card(part: WaysPart, name: str) -> Card:
    return next(each for each in part.board.cards() if each.title.words() == name)


def test_a_way_of_another_year_than_the_visit_says_so(part: WaysPart) -> None:
    way = next(each for each in part.desk.ask(ways, part.desk.visit_id) if each.id == part.way())
    slipped = replace(way, start_wall=way.start_wall.replace(year=2025))
    assert way_name(way).startswith("Tue 23 Jan  13:40  ")
    assert way_name(slipped).startswith("Thu 23 Jan 2025  13:40  ")


def test_ways_are_stepped_through(part: WaysPart) -> None:
    assert part.choice.box.count() == 28
    before = part.way()
    QTest.mouseClick(part.choice.after, LEFT)
    assert part.way() == part.choice.box.itemData(TO_NASA + 1)
    QTest.mouseClick(part.choice.before, LEFT)
    assert part.way() == before
    part.choice.box.setFocus()
    QTest.keyClick(part.choice.box, Qt.Key.Key_Down)
    assert part.way() == part.choice.box.itemData(TO_NASA + 1)


def test_where_no_entry_is_driven_one_is_chosen_or_the_programme_begun(stage: Stage) -> None:
    desk = stage.desk
    drive = [way.id for way in desk.ask(ways, desk.visit_id)]
    desk.do("Walk", for_each, delete_entry, drive)
    part = stage.show(WaysPart(desk, stage.preferences))
    assert (part.choose_entry.isVisible(), part.to_programme.isVisible()) == (True, False)
    grab(part, "cars-empty")
    QTest.mouseClick(part.choose_entry, LEFT)
    assert part.other.hasFocus()
    QTest.keyClick(part.other, Qt.Key.Key_Down)
    QTest.keyClick(part.other, Qt.Key.Key_Return)
    assert part.way()
    assert not part.choose_entry.isVisible()
    rest = [line.id for line in desk.ask(programme, desk.visit_id).lines]
    desk.do("Nothing", for_each, delete_entry, rest)
    part.forget()
    part.show_all()
    assert (part.choose_entry.isVisible(), part.to_programme.isVisible()) == (False, True)
    wanted: list[str] = []
    part.room_wanted.connect(wanted.append)
    QTest.mouseClick(part.to_programme, LEFT)
    assert wanted == ["programme"]


def test_somebody_dropped_on_a_car_moves_there_in_one_step(part: WaysPart, stage: Stage) -> None:
    before, there = stage.contents(), riders(part)
    person = shown(part).cars[0].riders[0]
    assert drop(card(part, "Van"), rows("member", person.member_id))
    assert riders(part)["Van"] == [*there["Van"], person.name]
    assert person.name not in riders(part)["Car 1"]
    assert card(part, "Van").count_text() == "8 of 7"
    assert "Van has 1 rider more than seats." in part.board.warnings()
    stage.desk.undo()
    assert stage.contents() == before
    assert card(part, "Van").count_text() == "7 of 7"
    assert part.board.warnings() == ""


def test_several_people_are_dropped_at_once(part: WaysPart, stage: Stage) -> None:
    people = [each.member_id for car in shown(part).cars[:2] for each in car.riders]
    before = stage.contents()
    drop(card(part, "Van"), rows("member", *people))
    assert [len(each) for each in riders(part).values()] == [0, 0, 14]
    stage.desk.undo()
    assert stage.contents() == before


def test_riders_let_go_over_the_people_are_without_a_car(part: WaysPart, stage: Stage) -> None:
    before = stage.contents()
    people = [each.member_id for each in shown(part).cars[0].riders]
    assert drop(part.board.pane, rows("member", *people, "somebody else"))
    assert riders(part)["Car 1"] == []
    assert set(part.board.people.ids()[:3]) == set(people)
    stage.desk.undo()
    assert stage.contents() == before
    assert not drop(part.board.pane, rows("topic", *people))


def test_what_is_no_member_is_not_taken(part: WaysPart, stage: Stage) -> None:
    van, before = card(part, "Van"), stage.contents()
    assert not drop(van, rows("topic", "x"))
    assert not drop(van, QMimeData())
    assert stage.contents() == before
    assert enter(van, rows("member", "x"))
    assert van.property("drop") == "True"
    leave(van)
    assert van.property("drop") == "False"
    drop(van, rows("member", "gone"))  # somebody deleted the member meanwhile
    assert stage.told == [("This is no longer in the planner.", False)]


def test_a_chip_is_dragged_by_the_mouse(
    part: WaysPart, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[tuple[str, list[str]] | None] = []

    def let_go(drag: QDrag, *_actions: Any) -> Qt.DropAction:
        carried.append(rows_of(drag.mimeData()))
        drop(card(part, "Car 2"), drag.mimeData())
        return Qt.DropAction.MoveAction

    monkeypatch.setattr(QDrag, "exec", let_go)
    chip = card(part, "Car 1").chips()[0]
    name, member = chip.words(), chip.member_id
    QTest.mousePress(chip, LEFT, pos=QPoint(12, 10))
    QTest.mouseMove(chip, QPoint(15, 10))
    assert carried == []  # a shaking hand drags nothing
    QTest.mouseMove(chip, QPoint(60, 12))
    assert carried == [("member", [member])]
    assert name in riders(part)["Car 2"]
    assert name not in riders(part)["Car 1"]
    assert stage.selected == []


def test_rows_of_the_people_are_dragged_as_members(part: WaysPart) -> None:
    part.board.people.select(shown(part).people[0].id)
    indexes = part.board.people.selectionModel().selectedIndexes()
    carried = rows_of(part.board.people.model().mimeData(indexes))
    assert carried == ("member", [shown(part).people[0].id])


def test_delete_takes_a_rider_out_and_the_cursor_stays(part: WaysPart, stage: Stage) -> None:
    car = card(part, "Car 1")
    out = car.chips()[0]
    name = out.words()
    out.setFocus()
    QTest.keyClick(out, Qt.Key.Key_Delete)
    assert name not in riders(part)["Car 1"]
    assert part.board.people.ids()[0] == shown(part).people[0].id
    assert shown(part).people[0].name == name  # now first among those without a car
    assert f"Without a car: {name}." in part.board.warnings()
    stage.settle()
    assert part.focusWidget() is car.chips()[0]


def test_a_rider_is_typed_into_a_car(part: WaysPart) -> None:
    box = card(part, "Car 1").box
    box.setFocus()
    QTest.keyClicks(box, "Ban Seu")
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert "Ban Seung-ah" in riders(part)["Car 1"]
    assert box.text() == ""


def test_a_rider_whom_nobody_knows_is_marked_and_nothing_is_saved(part: WaysPart, stage: Stage) -> None:
    before, box = stage.contents(), card(part, "Car 1").box
    box.setFocus()
    QTest.keyClicks(box, "Nobody At All")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (box.text(), box.property("invalid")) == ("Nobody At All", True)
    assert box.accessibleDescription() == "Choose one from the list."
    assert stage.contents() == before


def test_by_keys_alone_people_are_put_into_a_car_from_the_list(part: WaysPart) -> None:
    people = part.board.people
    people.setFocus()
    people.select(people.ids()[-1])
    QTest.keyClick(people, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert len(people.selected_ids()) == 2
    names = {people.row(each).name for each in people.selected_ids()}
    menu = part.board.menu()
    assert [action.text().split()[0] for action in menu.actions()] == ["Car", "Car", "Van"]
    menu.actions()[1].trigger()
    assert names <= set(riders(part)["Car 2"])
    QTest.keyClick(people, Qt.Key.Key_Return)
    opened = [each for each in part.board.findChildren(type(menu)) if each.isVisible()]
    assert len(opened) == 1
    opened[0].close()


def test_cars_change_their_order_and_leave_the_way(part: WaysPart, stage: Stage) -> None:
    before = stage.contents()
    first = card(part, "Car 1")
    earlier, later, _show, off = first.menu().actions()
    assert not earlier.isEnabled()
    later.trigger()
    assert [each.title.words() for each in part.board.cards()] == ["Car 2", "Car 1", "Van"]
    off.trigger()
    assert list(riders(part)) == ["Car 2", "Van"]
    assert stage.told == [("Car 1 no longer drives this way.", True)]
    stage.desk.undo()
    stage.desk.undo()
    assert stage.contents() == before


def test_a_car_of_the_city_or_a_new_one_is_added(part: WaysPart, stage: Stage) -> None:
    card(part, "Van").menu().actions()[-1].trigger()
    words = [action.text() for action in part.cars_menu().actions() if action.text()]
    assert words[0] == "Van"  # of this city; the others say theirs
    assert "Car 1 · Seoul" in words
    part.cars_menu().actions()[0].trigger()
    assert list(riders(part)) == ["Car 1", "Car 2", "Van"]
    part.cars_menu().actions()[-1].trigger()
    assert list(riders(part))[-1] == "Car 4"
    assert stage.selected[-1][0] == "vehicle"
    assert shown(part).cars[-1].vehicle_id == stage.selected[-1][1]


def test_cars_and_riders_are_copied_to_another_way(part: WaysPart, stage: Stage) -> None:
    before, wanted = stage.contents(), riders(part)
    menu = part.ways_menu()
    assert len(menu.actions()) == 27
    menu.actions()[0].trigger()  # the next one
    assert stage.told[-1][1]
    part.show_way(str(part.choice.box.itemData(TO_NASA + 1)))
    assert riders(part) == wanted
    stage.desk.undo()
    assert stage.contents() == before


def test_a_renamed_car_and_a_deleted_entry_are_seen(part: WaysPart, stage: Stage) -> None:
    car = shown(part).cars[0]
    stage.desk.do("Rename", partial(edit_vehicle, vehicle_id=car.vehicle_id, name="Flag car", seats=2))
    assert card(part, "Flag car").count_text() == "3 of 2"
    gone = part.way()
    stage.desk.do("Delete", delete_entry, gone)
    assert part.way() not in {"", gone}
    part.hide()
    stage.desk.undo()
    part.show()
    assert part.choice.box.findData(gone) >= 0


def test_any_other_entry_can_be_given_cars(part: WaysPart, stage: Stage) -> None:
    part.other.setFocus()
    QTest.keyClicks(part.other, "Press availability")
    QTest.keyClick(part.other, Qt.Key.Key_Down)
    QTest.keyClick(part.other, Qt.Key.Key_Return)
    assert shown(part).title == "Press availability"
    assert part.first.isVisible()
    part.cars_menu().actions()[0].trigger()
    assert len(shown(part).cars) == 1
    assert part.board.isVisible()
    assert stage.told == []


def test_a_reader_sees_all_and_changes_nothing(reader: Stage) -> None:
    part = reader.show(WaysPart(reader.desk, reader.preferences))
    car = part.board.cards()[0]
    assert not car.box.isVisible()
    assert not part.add.isEnabled()
    assert not drop(car, rows("member", "x"))
    assert not car.chips()[0].findChildren(IconButton)  # no cross
    part.board.opened.emit(car.chips()[0].member_id)
    assert reader.selected == [("member", car.chips()[0].member_id)]


def test_pictures(part: WaysPart, stage: Stage) -> None:
    drop(card(part, "Car 1"), rows("member", shown(part).cars[2].riders[0].member_id))
    stage.settle()
    grab(part, "logistics-ways")
