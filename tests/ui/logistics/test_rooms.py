"""Rooms by hotel: people dragged and typed into rooms, rooms and hotels added, who has no bed."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.planning.verbs.lodgings import edit_lodging
from app.planning.verbs.members import edit_member
from app.planning.views.lodgings import LodgingCard, lodgings
from app.ui.screens.logistics.card import Card
from app.ui.screens.logistics.rooms import RoomsPart
from tests.helpers.pictures import grab
from tests.ui.logistics.conftest import Stage
from tests.ui.logistics.dragging import drop, rows

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def part(stage: Stage) -> RoomsPart:
    return stage.show(RoomsPart(stage.desk, stage.preferences))


def hotel(part: RoomsPart) -> LodgingCard:
    found = part.desk.ask(lodgings, part.desk.visit_id).hotels
    return next(each for each in found if each.row.id == part.hotel())


def guests(part: RoomsPart) -> dict[str, list[str]]:
    return {room.number: [each.name for each in room.guests] for room in hotel(part).rooms}


def card(part: RoomsPart, number: str) -> Card:
    return next(each for each in part.board.cards() if each.title.words() == f"Room {number}")


def test_those_without_a_room_come_first_and_are_told(part: RoomsPart) -> None:
    assert hotel(part).row.name == "Hotel Larkmere"
    people = [part.board.people.row(each) for each in part.board.people.ids()]
    assert [(each.name, each.room) for each in people[:3]] == [
        ("Namgung Do-hyeon", ""),
        ("Pyo Eun-jae", ""),
        ("Yoon Se-ryeong", "801"),
    ]
    assert part.board.warnings() == (
        "Washington, nights of Mon 22 Jan to Wed 24 Jan: no bed for Namgung Do-hyeon, Pyo Eun-jae."
    )


def test_a_guest_is_dropped_into_a_room_in_one_step(part: RoomsPart, stage: Stage) -> None:
    before = stage.contents()
    member = hotel(part).rooms[0].guests[0].member_id
    assert drop(card(part, "802"), rows("member", member))
    assert (guests(part)["801"], len(guests(part)["802"])) == ([], 2)
    assert card(part, "802").count_text() == "2 guests"
    assert part.board.people.row(member).room == "802"
    stage.desk.undo()
    assert stage.contents() == before
    lost = part.board.people.ids()[:2]
    drop(card(part, "801"), rows("member", *lost))
    assert len(guests(part)["801"]) == 3
    assert part.board.warnings() == ""


def test_a_guest_is_typed_in_and_taken_out_by_keys(part: RoomsPart) -> None:
    box = card(part, "803").box
    box.setFocus()
    QTest.keyClicks(box, "Pyo")
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert "Pyo Eun-jae" in guests(part)["803"]
    chip = next(each for each in card(part, "803").chips() if each.words() == "Pyo Eun-jae")
    QTest.keyClick(chip, Qt.Key.Key_Backspace)
    assert "Pyo Eun-jae" not in guests(part)["803"]
    people = part.board.people
    people.select(people.ids()[0])
    menu = part.board.menu()
    menu.actions()[4].trigger()
    assert "Namgung Do-hyeon" in guests(part)["805"]


def test_rooms_are_added_moved_and_deleted(part: RoomsPart, stage: Stage) -> None:
    before = stage.contents()
    QTest.mouseClick(part.add_room, LEFT)
    assert list(guests(part))[-2:] == ["B1-04", "B1-05"]
    assert stage.selected[-1] == ("room", hotel(part).rooms[-1].id)
    new = part.board.cards()[-1]
    earlier, later, show, delete = new.menu().actions()
    assert not later.isEnabled()
    earlier.trigger()
    assert part.board.cards()[-2] is new
    show.trigger()
    delete.trigger()
    assert stage.told[-1][1]
    for _step in range(3):
        stage.desk.undo()
    assert stage.contents() == before
    card(part, "801").title.click()
    assert stage.selected[-1] == ("room", hotel(part).rooms[0].id)


def test_a_hotel_is_added_filled_and_deleted(part: RoomsPart, stage: Stage) -> None:
    QTest.mouseClick(part.add_hotel, LEFT)
    made = part.hotel()
    assert stage.selected[-1] == ("lodging", made)
    assert part.first_room.isVisible()
    QTest.mouseClick(part.first_room, LEFT)
    assert part.board.isVisible()
    days = {"starts_on": date(2024, 1, 22), "ends_on": date(2024, 1, 25)}
    stage.desk.do("Days", partial(edit_lodging, lodging_id=made, name="Zweites Haus", **days))
    assert "Zweites Haus · 22–25 Jan 2024" in part.choice.currentText()
    drop(part.board.cards()[0], rows("member", *part.board.people.ids()[:14]))
    assert part.board.warnings() == ""
    QTest.mouseClick(part.delete, LEFT)
    assert part.hotel() != made
    assert stage.told[-1] == ("“Zweites Haus” deleted with its rooms.", True)
    part.reveal("lodging", part.choice.itemData(2))
    assert part.hotel() == part.choice.itemData(2)


def test_who_is_not_along_is_muted(part: RoomsPart, stage: Stage) -> None:
    member = part.board.people.ids()[5]
    stage.desk.do("Leave", partial(edit_member, member_id=member, leaves_on=date(2024, 1, 22)))
    assert part.board.people.row(member).away


def test_a_room_is_revealed_in_its_hotel(part: RoomsPart, stage: Stage) -> None:
    last = stage.desk.ask(lodgings, stage.visit_id).hotels[-1]
    part.reveal("room", last.rooms[-1].id)
    assert part.hotel() == last.row.id
    assert part.focusWidget() is part.board.card(last.rooms[-1].id).title


def test_a_reader_changes_nothing(reader: Stage) -> None:
    part = reader.show(RoomsPart(reader.desk, reader.preferences))
    assert not part.add_room.isEnabled()
    assert not part.delete.isEnabled()
    assert not drop(part.board.cards()[0], rows("member", "x"))
    assert part.details.isEnabled()


def test_pictures(part: RoomsPart) -> None:
    grab(part, "logistics-rooms")
