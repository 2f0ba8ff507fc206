"""The menu of the board and its panels: what they offer, what they do, what they refuse at the field."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.planning.verbs.programme import tie_entry
from app.ui.desk import Desk
from app.ui.screens.programme.panels.days import ShiftVisit
from app.ui.screens.programme.panels.later import ShiftLater
from app.ui.screens.programme.panels.tying import TiePanel
from tests.ui.planner import add
from tests.ui.programme.board.hand import CTRL, SHIFT, BoardHand
from tests.ui.programme.board.steps import Told, everything, labels

_Key = Qt.Key
_ANY_TIME = ("Shift the visit…", "Add the ways between … Ctrl+Shift+B")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 3, day, hour, minute)


def menu(hand: BoardHand, at: QPoint) -> list[str]:
    """Open the menu at a point, and return its lines with their keys; groups are parted by a dash."""
    hand.view.customContextMenuRequested.emit(at)
    found = [each for each in hand.screen.findChildren(QMenu) if each.isVisible()][-1]
    words = [
        "—" if each.isSeparator() else f"{each.text()} {each.shortcut().toString()}".strip()
        for each in found.actions()
    ]
    found.close()
    return words


def test_the_menu_is_grouped_and_shows_the_keys(hand: BoardHand, desk: Desk, meeting: str) -> None:
    point = hand.view.mapFromScene(hand.middle(meeting))
    assert menu(hand, point) == [
        *("Add entry Ctrl+N", "Retitle F2", "Copy entry Ctrl+D", "—"),
        *("Cut Ctrl+X", "Copy as text Ctrl+C", "Paste Ctrl+V", "—"),
        *("Mark as confirmed", "Mark as tentative", "Mark as cancelled", "—"),
        *("Tie to another entry… Ctrl+T", "—"),
        *("Shift all later that day… Ctrl+L", *_ANY_TIME, "—"),
        "Delete entry Del",
    ]
    other = add(desk, "Other", at(26, 14))
    hand.view.selection.set((other, meeting))
    assert "Retitle F2" not in menu(hand, point)
    ground = hand.view.mapFromScene(hand.spot(datetime(2024, 3, 27).date(), "09:00"))
    assert menu(hand, ground) == ["Add entry Ctrl+N", "—", "Paste Ctrl+V", "—", *_ANY_TIME]


def test_what_is_left_of_a_day_is_put_off(hand: BoardHand, desk: Desk, meeting: str, told: Told) -> None:
    later, earlier = add(desk, "Lunch", at(26, 13)), add(desk, "Call time", at(26, 8))
    before = everything(desk)
    hand.click(hand.middle(meeting))
    hand.key(_Key.Key_L, CTRL)
    panel = hand.screen.commands.panel
    assert isinstance(panel, ShiftLater)
    assert panel.minutes.hasFocus()
    QTest.keyClicks(panel.minutes, "2x")
    hand.key(_Key.Key_Return, widget=panel.minutes)
    assert panel.boxes["minutes"].error() == "Write a number from -1440 to 1440."
    assert everything(desk) == before
    hand.key(_Key.Key_A, CTRL, panel.minutes)
    QTest.keyClicks(panel.minutes, "20")
    assert panel.boxes["minutes"].error() == ""
    assert panel.preview.text() == "2 entries move:\n10:00 → 10:20  CNES\n13:00 → 13:20  Lunch"
    hand.key(_Key.Key_Return, widget=panel.minutes)
    assert [hand.walls(each)[0] for each in (earlier, meeting, later)] == [
        *(at(26, 8), at(26, 10, 20), at(26, 13, 20)),
    ]
    assert labels(desk)[0] == "Shift “CNES” and all later that day"
    assert told.words == ["“CNES” and all later that day moved."]
    assert hand.view.hasFocus()
    desk.undo()
    assert everything(desk) == before


def test_the_visit_is_put_off_by_days(hand: BoardHand, desk: Desk, meeting: str) -> None:
    before = everything(desk)
    hand.screen.commands.actions["visit"].trigger()
    panel = hand.screen.commands.panel
    assert isinstance(panel, ShiftVisit)
    for wrong in ("", "soon", "99999"):
        hand.key(_Key.Key_A, CTRL, panel.days)
        hand.key(_Key.Key_Delete, widget=panel.days)
        QTest.keyClicks(panel.days, wrong)
        hand.key(_Key.Key_Return, widget=panel.days)
        assert panel.boxes["days"].error() == "Write a number from -3660 to 3660."
    hand.key(_Key.Key_A, CTRL, panel.days)
    QTest.keyClicks(panel.days, "-3")
    assert panel.preview.text() == (
        "25 Mar – 5 Apr 2024 → 22 Mar – 2 Apr 2024\n1 entry moves; the clocks at which it starts stay."
    )
    panel.done.click()
    assert hand.walls(meeting) == (at(23, 10), at(23, 11))
    assert labels(desk)[0] == "Shift the visit 3 days earlier"
    desk.undo()
    assert everything(desk) == before


def test_an_entry_is_tied_and_moves_with_the_other(hand: BoardHand, desk: Desk, meeting: str) -> None:
    car = add(desk, "Cars leave", at(26, 9, 35), 15)
    before = everything(desk)
    hand.click(hand.middle(car))
    hand.key(_Key.Key_T, CTRL)
    panel = hand.screen.commands.panel
    assert isinstance(panel, TiePanel)
    assert panel.other.text() == "Tue 26 Mar 10:00 · CNES"
    assert panel.minutes.text() == "25"
    panel.minutes.selectAll()
    QTest.keyClicks(panel.minutes, "20")
    hand.key(_Key.Key_Return, widget=panel.minutes)
    assert (hand.line(car).tied_to_id, hand.line(car).tied_minutes) == (meeting, 20)
    assert hand.walls(car)[0] == at(26, 9, 40)
    start = hand.middle(meeting)
    hand.drag(start, hand.by_minutes(start, 60))
    assert [hand.walls(each)[0] for each in (car, meeting)] == [at(26, 10, 40), at(26, 11)]
    desk.undo()
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    hand.screen.select(car)
    hand.key(_Key.Key_T, CTRL | SHIFT)
    assert hand.line(car).tied_to_id is None
    assert hand.walls(car)[0] == at(26, 9, 40)
    assert labels(desk)[0] == "Untie “Cars leave”"


def test_no_field_of_a_panel_is_cut(hand: BoardHand, meeting: str) -> None:
    hand.click(hand.middle(meeting))
    commands = hand.screen.commands
    for open_panel in (commands.shift_later, commands.shift_visit, commands.tie):
        open_panel()
        panel = commands.panel
        assert panel is not None
        QApplication.processEvents()
        for box in panel.boxes.values():
            line = box.editor
            assert line.height() == line.sizeHint().height()
            assert line.visibleRegion().boundingRect() == line.rect()


def test_a_tie_to_nothing_is_said_at_its_field(hand: BoardHand, meeting: str) -> None:
    hand.click(hand.middle(meeting))
    hand.key(_Key.Key_T, CTRL)
    panel = hand.screen.commands.panel
    assert isinstance(panel, TiePanel)
    panel.minutes.setText("many")
    panel.done.click()
    assert panel.boxes["other"].error() == "Choose an entry of this visit."
    assert panel.boxes["minutes"].error() == "Write a number from -1440 to 1440."
    hand.key(_Key.Key_Escape, widget=panel.minutes)
    assert not panel.isVisible()
    assert hand.view.hasFocus()


def test_one_panel_at_a_time_and_none_over_another_visit(
    hand: BoardHand, desk: Desk, meeting: str, qtbot: QtBot
) -> None:
    hand.click(hand.middle(meeting))
    hand.key(_Key.Key_L, CTRL)
    first = hand.screen.commands.panel
    hand.screen.commands.shift_visit()
    second = hand.screen.commands.panel
    assert first is not None
    assert second is not None
    assert (first.isVisible(), second.isVisible()) == (False, True)
    desk.show_visit("")
    qtbot.waitUntil(lambda: hand.screen.commands.panel is None)


def test_the_list_has_the_same_menu(hand: BoardHand, desk: Desk, meeting: str) -> None:
    hand.screen.show_form("list")
    hand.screen.select(meeting)
    view = hand.screen.list().view
    view.setFocus()
    hand.key(_Key.Key_L, CTRL, view)
    panel = hand.screen.commands.panel
    assert isinstance(panel, ShiftLater)
    panel.minutes.setText("10")
    panel.submit()
    assert labels(desk)[0] == "Shift “CNES” and all later that day"
    hand.key(_Key.Key_C, CTRL, view)
    hand.key(_Key.Key_V, CTRL, view)
    assert labels(desk)[0] == "Copy “CNES”"
    assert hand.screen.selected() not in {"", meeting}


def test_several_are_copied_and_untied_in_one_step_each(hand: BoardHand, desk: Desk, meeting: str) -> None:
    cars = [add(desk, title, at(26, hour)) for title, hour in (("Cars leave", 9), ("Cars return", 12))]
    for car in cars:
        desk.do("Tie", partial(tie_entry, entry_id=car, to_id=meeting, minutes=60))
    hand.view.selection.set(cars)
    hand.view.setFocus()
    before = labels(desk)
    hand.key(_Key.Key_D, CTRL)
    copies = hand.view.selection.ids
    assert [hand.line(each).title for each in copies] == ["Cars leave", "Cars return"]
    assert not set(copies) & set(cars)
    assert labels(desk) == ["Copy 2 entries", *before]
    hand.view.selection.set(cars)
    hand.key(_Key.Key_T, CTRL | SHIFT)
    assert [hand.line(car).tied_to_id for car in cars] == [None, None]
    assert labels(desk) == ["Untie 2 entries", "Copy 2 entries", *before]


def test_a_panel_goes_when_what_it_shows_may_not_be_so_any_more(
    hand: BoardHand, desk: Desk, meeting: str
) -> None:
    hand.click(hand.middle(meeting))
    commands = hand.screen.commands
    for open_panel in (commands.shift_later, commands.shift_visit, commands.tie):
        add(desk, "Other", at(26, 14))
        open_panel()
        assert commands.panel is not None
        desk.undo()
        assert commands.panel is None or commands.panel.isHidden()


def test_a_panel_stands_beside_a_drawer(hand: BoardHand, meeting: str) -> None:
    hand.click(hand.middle(meeting))
    screen = hand.screen
    screen.setMinimumWidth(972)
    around = QWidget()
    screen.setParent(around)
    screen.setGeometry(0, 0, 972, 600)
    drawer, toast = QWidget(around), QWidget(around)
    drawer.setGeometry(972 - 348, 0, 348, 600)
    toast.setGeometry(0, 560, 300, 40)
    around.resize(972, 600)
    around.show()
    screen.show()
    screen.commands.shift_later()
    panel = screen.commands.panel
    assert panel is not None
    assert panel.geometry().right() < drawer.x()
    assert panel.x() == (drawer.x() - panel.width()) // 2
    for shown, room in ((False, 972), (True, drawer.x())):  # the drawer shuts and opens under the panel
        drawer.setVisible(shown)
        QApplication.processEvents()
        assert panel.x() == (room - panel.width()) // 2
    screen.setParent(None)


def test_a_status_is_told_with_undo_and_to_be_told_on(
    hand: BoardHand, desk: Desk, meeting: str, told: Told
) -> None:
    replanned: list[str] = []
    hand.screen.replanned.connect(replanned.append)
    hand.click(hand.middle(meeting))
    hand.screen.commands.actions["cancel"].trigger()
    assert told.words == replanned == ["“CNES” is cancelled."]
    other = add(desk, "Other", at(26, 14))
    hand.view.selection.set((other, meeting))
    hand.screen.commands.actions["confirm"].trigger()
    assert told.words[-1] == "2 entries are confirmed."
