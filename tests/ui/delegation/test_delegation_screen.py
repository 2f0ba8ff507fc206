"""The room of the delegation on the sample visit."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.words import Side
from app.planning.bulk import for_each
from app.planning.verbs.members import delete_member, edit_member
from app.planning.views.delegation import MemberRow, delegation
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.delegation.screen import DelegationScreen
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.helpers.planner import contents, planner

ALT = Qt.KeyboardModifier.AltModifier


def rows(desk: Desk) -> tuple[MemberRow, ...]:
    return desk.ask(delegation, desk.visit_id)


def member(desk: Desk, family: str) -> MemberRow:
    (found,) = (row for row in rows(desk) if family in row.name.split())
    return found


def ours(desk: Desk) -> list[tuple[int, str]]:
    return [(row.precedence, row.name.split()[0]) for row in rows(desk) if row.side is Side.OURS]


def names(screen: DelegationScreen) -> list[str]:
    table = screen.list.table
    return [table.row(key).name for key in table.ids()]


def type_into(widget: Any, words: str) -> None:
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, words)


def test_both_sides_stand_in_order_and_can_be_told_apart(screen: DelegationScreen) -> None:
    all_rows = rows(screen._desk)
    assert names(screen) == [row.name for row in all_rows]
    assert [row.precedence for row in all_rows[:14]] == list(range(1, 15))
    QTest.mouseClick(screen.list.sides.button("host"), Qt.MouseButton.LeftButton)
    assert names(screen) == [row.name for row in all_rows if row.side is Side.HOST]
    QTest.mouseClick(screen.list.sides.button("ours"), Qt.MouseButton.LeftButton)
    assert names(screen)[:2] == ["Yoon Se-ryeong", "Namgung Do-hyeon"]
    first_host = next(row for row in all_rows if row.side is Side.HOST)
    screen.reveal("member", first_host.id)
    assert (screen.list.table.current_id(), screen.list.sides.current()) == (first_host.id, "all")


def test_another_place_needs_a_reason_and_the_others_make_room(
    screen: DelegationScreen, qtbot: QtBot
) -> None:
    desk, table = screen._desk, screen.list.table
    before = desk.ask(contents)
    third = member(desk, "Bae")
    table.setFocus()
    table.select(third.id)
    QTest.keyClick(table, Qt.Key.Key_Up, ALT)
    bar = screen.list.reason
    assert bar.isVisible()
    assert "place 2, by rank 3" in bar.words.text()
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert "Say why" in bar.field.error()
    assert desk.ask(contents) == before
    QTest.keyClicks(bar.line, "Envoy of the Minister")
    grab(screen, "delegation-reason")
    with qtbot.waitSignal(screen.told) as told:
        QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert told.args == ["Bae Yun-seok stands at place 2.", True]
    assert not bar.isVisible()
    assert ours(desk)[:4] == [(1, "Yoon"), (2, "Bae"), (3, "Namgung"), (4, "Maeng")]
    assert member(desk, "Bae").reason == "Envoy of the Minister"
    assert member(desk, "Bae").computed == 3
    QTest.keyClick(table, Qt.Key.Key_Down, ALT)  # back to where rank puts it: no reason is asked
    assert not bar.isVisible()
    assert desk.ask(contents) == before
    desk.undo()
    assert member(desk, "Bae").precedence == 2
    desk.undo()
    assert desk.ask(contents) == before


def test_several_places_are_gone_with_one_reason(screen: DelegationScreen) -> None:
    desk, table = screen._desk, screen.list.table
    table.setFocus()
    table.select(member(desk, "Tak").id)
    QTest.keyClick(table, Qt.Key.Key_Up, ALT)
    bar = screen.list.reason
    QTest.keyClicks(bar.line, "Speaks for the Council")
    QTest.keyClick(bar.line, Qt.Key.Key_Up, ALT)
    assert "place 3, by rank 5" in bar.words.text()
    QTest.mouseClick(bar.save, Qt.MouseButton.LeftButton)
    assert ours(desk)[:5] == [(1, "Yoon"), (2, "Namgung"), (3, "Tak"), (4, "Bae"), (5, "Maeng")]
    table.select(member(desk, "Yoon").id)
    QTest.keyClick(table, Qt.Key.Key_Up, ALT)  # nobody stands above the first
    assert not bar.isVisible()
    table.select(member(desk, "Namgung").id)
    QTest.keyClick(table, Qt.Key.Key_Up, ALT)
    QTest.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert ours(desk)[1] == (2, "Namgung")


def test_ordering_by_rank_is_one_step(screen: DelegationScreen, qtbot: QtBot) -> None:
    desk = screen._desk
    with qtbot.waitSignal(screen.told) as told:
        QTest.mouseClick(screen.list.order, Qt.MouseButton.LeftButton)
    assert told.args == ["All stand by rank already.", False]
    desk.do("Edit", edit_member, member(desk, "Bae").id, precedence=9)
    desk.do("Edit", edit_member, member(desk, "Ok").id, precedence=9, precedence_reason="As agreed")
    before = desk.ask(contents)
    with qtbot.waitSignal(screen.told) as told:
        QTest.mouseClick(screen.list.order, Qt.MouseButton.LeftButton)
    said, undoable = told.args
    assert "by rank." in said
    assert undoable
    places = {name: place for place, name in ours(desk)}
    assert (places["Bae"], places["Ok"], places["Seonu"]) == (3, 9, 8)
    desk.undo()
    assert desk.ask(contents) == before
    screen.list.table.select(member(desk, "Ok").id)
    menu = screen.list.make_menu()
    (act,) = (action for action in menu.actions() if "without any reasons" in action.text())
    act.trigger()
    assert [place for place, _name in ours(desk)] == list(range(1, 15))
    assert member(desk, "Ok").reason == ""
    (place,) = (place for place, name in ours(desk) if name == "Ok")
    assert place == 7
    desk.undo()
    assert desk.ask(contents) == before


def test_a_person_is_made_and_joins_in_place(screen: DelegationScreen, qtbot: QtBot) -> None:
    desk = screen._desk
    before = desk.ask(contents)
    screen.list.sides.select("ours")
    QTest.keyClick(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    box = screen.list.adding.box
    assert box.isVisible()
    QTest.keyClicks(box, "HWANG So-yeon")
    grab(screen, "delegation-add")
    with qtbot.waitSignal(screen.told) as told:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert told.args[1]
    made = member(desk, "HWANG")
    assert (made.side, made.precedence, made.computed) == (Side.OURS, 15, 15)
    assert screen.list.table.current_id() == made.id
    QTest.keyClicks(box, "HWANG So-yeon")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert "in the delegation already" in screen.list.adding.field.error()
    assert box.text() == "HWANG So-yeon"
    QTest.keyClick(box, Qt.Key.Key_Escape)
    desk.undo()  # the person and the place in the delegation are one step
    assert desk.ask(contents) == before


def test_deleting_and_changing_sides(screen: DelegationScreen) -> None:
    desk, table = screen._desk, screen.list.table
    before = desk.ask(contents)
    table.setFocus()
    table.select(member(desk, "Pyo").id)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert len(rows(desk)) == 30
    desk.undo()
    ((_words, sides),) = screen.list.bulk_fields()
    screen.list._change_rows("Side", dict(sides)["Host side"], [member(desk, "Pyo").id])
    assert member(desk, "Pyo").side is Side.HOST
    desk.undo()
    assert desk.ask(contents) == before


@pytest.mark.parametrize("look", ["light", "dark"])
def test_it_is_looked_at(screen: DelegationScreen, look: str, qapp: QApplication) -> None:
    desk = screen._desk
    desk.do(
        "Edit", edit_member, member(desk, "Bae").id, precedence=2, precedence_reason="Envoy of the Minister"
    )
    apply_theme(qapp, "dark" if look == "dark" else "light")
    screen.list.table.select(member(desk, "Tak").id)
    grab(screen, f"delegation-{look}")
    screen.resize(650, 560)
    grab(screen, f"delegation-narrow-{look}")
    assert screen.list.order.isVisible()


def test_a_file_that_is_only_read_shows_all_and_changes_nothing(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, "light")
    reading = Desk(Workspace.open(planner(tmp_path, "sample", "reading.aide"), writable=False))
    reading.show_visit(reading.ask(the_visit, None))
    room = DelegationScreen(reading, Preferences(tmp_path / "w.ini"))
    qtbot.addWidget(room)
    room.resize(1000, 600)
    with qtbot.waitExposed(room):
        room.show()
    before = reading.ask(contents)
    table = room.list.table
    assert table.count() == 31
    table.setFocus()
    table.select(table.ids()[3])
    QTest.keyClick(table, Qt.Key.Key_Up, ALT)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    room.list.step(-1)
    room.ask_leaving(table.current_id())
    assert room.list.reason.isHidden()
    assert room.page.isHidden()
    assert not any(each.isEnabled() for each in (room.list.order, room.list.leave_button, room.list.bar.add))
    words = [action.text() for action in room.list.make_menu().actions()]
    assert "Go to the person" in words
    assert not any("Withdraw" in each for each in words)
    assert reading.ask(contents) == before
    reading.close()


def test_an_empty_delegation_says_what_to_do(
    screen: DelegationScreen, qtbot: QtBot, qapp: QApplication
) -> None:
    desk = screen._desk
    desk.do("Delete", for_each, delete_member, [row.id for row in rows(desk)])
    assert not screen.list.table.isVisible()
    apply_theme(qapp, "dark")
    grab(screen, "delegation-empty")
    QTest.mouseClick(screen.list._add_first, Qt.MouseButton.LeftButton)
    QTest.keyClicks(screen.list.adding.box, "Yoon Se")
    QTest.keyClick(screen.list.adding.box, Qt.Key.Key_Return)
    assert ours(desk) == [(1, "Yoon")]
    with qtbot.waitSignal(screen.go) as gone:
        (act,) = (each for each in screen.list.make_menu().actions() if "person" in each.text())
        act.trigger()
    assert gone.args == ["person", rows(desk)[0].person_id]
