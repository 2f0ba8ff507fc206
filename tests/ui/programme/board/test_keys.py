"""The keyboard on the board: arrows nudge and stretch, and an arrow held down is one step."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from app.ui.desk import Desk
from tests.ui.planner import add
from tests.ui.programme.board.hand import CTRL, SHIFT, BoardHand
from tests.ui.programme.board.steps import Told, everything, labels

_Key = Qt.Key


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 3, day, hour, minute)


def test_arrows_nudge(hand: BoardHand, desk: Desk, meeting: str) -> None:
    hand.click(hand.middle(meeting))
    hand.key(_Key.Key_Down)
    assert hand.walls(meeting)[0] == at(26, 10, 5)
    hand.key(_Key.Key_Up, CTRL)
    assert hand.walls(meeting)[0] == at(26, 10, 4)
    hand.key(_Key.Key_Right)
    assert hand.walls(meeting)[0] == at(27, 10, 4)
    assert labels(desk)[:4] == ["Move “CNES”"] * 3 + ["Add"]


def test_shift_and_arrows_stretch(hand: BoardHand, desk: Desk, meeting: str) -> None:
    hand.click(hand.middle(meeting))
    hand.key(_Key.Key_Down, SHIFT)
    assert hand.walls(meeting) == (at(26, 10), at(26, 11, 5))
    hand.key(_Key.Key_Up, SHIFT | CTRL)
    assert hand.walls(meeting) == (at(26, 10), at(26, 11, 4))
    hand.hold(_Key.Key_Up, 40, SHIFT)
    hand.let_up(_Key.Key_Up)
    assert hand.walls(meeting) == (at(26, 10), at(26, 10, 5))
    assert labels(desk)[:4] == ["Change the length of “CNES”"] * 3 + ["Add"]


def test_shift_and_arrows_stretch_all_that_is_selected_in_one_step(
    hand: BoardHand, desk: Desk, meeting: str
) -> None:
    short = add(desk, "Short", at(27, 9), 17)
    flight = add(desk, "Flight", at(28, 9), 90, end_zone="Asia/Seoul", end_wall=at(28, 18, 30))
    before = everything(desk)
    hand.view.selection.set((short, flight, meeting))
    hand.view.setFocus()
    hand.hold(_Key.Key_Down, 3, SHIFT)
    assert hand.words()[0] == "Tue 26 Mar 10:00–11:15 CET · 1 h 15"
    assert len(hand.view.ghost.carried.rects) >= 3
    assert everything(desk) == before
    hand.let_up(_Key.Key_Down)
    assert [hand.walls(each)[1] for each in (meeting, short, flight)] == [
        at(26, 11, 15),
        at(27, 9, 32),
        at(28, 18, 45),
    ]
    assert labels(desk)[0] == "Change the length of 3 entries"
    desk.undo()
    assert everything(desk) == before
    hand.hold(_Key.Key_Up, 9, SHIFT)
    hand.let_up(_Key.Key_Up)  # until the shortest is as short as one can be
    assert [hand.walls(each)[1] for each in (meeting, short)] == [at(26, 10, 48), at(27, 9, 5)]


def test_an_arrow_held_down_is_one_step(hand: BoardHand, desk: Desk, meeting: str) -> None:
    before = everything(desk)
    hand.click(hand.middle(meeting))
    hand.hold(_Key.Key_Down, 12)
    assert hand.walls(meeting)[0] == at(26, 10)
    assert hand.words()[0] == "Tue 26 Mar 11:00–12:00 CET · 1 h"
    hand.let_up(_Key.Key_Down)
    assert hand.walls(meeting)[0] == at(26, 11)
    assert labels(desk) == ["Move “CNES”", "Add", "Make"]
    desk.undo()
    assert everything(desk) == before


def test_what_an_arrow_shows_is_not_lost_when_the_keys_go_elsewhere(
    hand: BoardHand, desk: Desk, meeting: str
) -> None:
    hand.click(hand.middle(meeting))
    hand.hold(_Key.Key_Down, 2)
    QApplication.sendEvent(hand.view, QFocusEvent(QEvent.Type.FocusOut))
    assert hand.walls(meeting)[0] == at(26, 10, 10)
    hand.hold(_Key.Key_Down, 2)
    hand.screen.leave()
    assert hand.walls(meeting)[0] == at(26, 10, 20)
    hand.hold(_Key.Key_Down, 2)
    hand.click(hand.middle(meeting))
    assert hand.walls(meeting)[0] == at(26, 10, 30)
    assert len(labels(desk)) == 5


def test_escape_takes_back_what_an_arrow_shows(hand: BoardHand, desk: Desk, meeting: str) -> None:
    hand.click(hand.middle(meeting))
    hand.hold(_Key.Key_Down, 2)
    hand.key(_Key.Key_Escape)
    hand.let_up(_Key.Key_Down)
    assert hand.walls(meeting)[0] == at(26, 10)
    assert labels(desk) == ["Add", "Make"]
    assert hand.screen.selected() == meeting
    hand.key(_Key.Key_Escape)
    assert hand.screen.selected() == ""


def test_keys_go_from_entry_to_entry(hand: BoardHand, desk: Desk, meeting: str) -> None:
    second, third = add(desk, "Second", at(26, 14)), add(desk, "Third", at(28, 9))
    hand.view.setFocus()
    hand.key(_Key.Key_Home)
    seen = [hand.screen.selected()]
    for key in (_Key.Key_Tab, _Key.Key_Tab, _Key.Key_Backtab, _Key.Key_End):
        hand.key(key)
        seen.append(hand.screen.selected())
    assert seen == [meeting, second, third, second, third]
    hand.key(_Key.Key_A, CTRL)
    assert set(hand.view.selection.ids) == {meeting, second, third}
    assert hand.screen.selected() == third
    hand.key(_Key.Key_Down)
    assert labels(desk)[0] == "Move 3 entries"
    assert [hand.walls(each)[0] for each in (meeting, second, third)] == [
        *(at(26, 10, 5), at(26, 14, 5), at(28, 9, 5)),
    ]


def test_a_title_that_is_refused_is_said_once_and_kept(hand: BoardHand, meeting: str, told: Told) -> None:
    hand.click(hand.middle(meeting))
    hand.key(_Key.Key_F2)
    editor = hand.pane.titling.editor
    editor.setText("  ")
    hand.key(_Key.Key_Return, widget=editor)
    assert told.words == ["An entry needs a title."]
    assert editor.isVisible()
    assert editor.text() == "  "


def test_a_key_that_can_do_nothing_says_why(hand: BoardHand, told: Told) -> None:
    hand.view.selection.set(())
    hand.view.setFocus()
    for key, keys in ((_Key.Key_Delete, None), (_Key.Key_F2, None), (_Key.Key_C, CTRL), (_Key.Key_T, CTRL)):
        hand.key(key, *(() if keys is None else (keys,)))
        assert told.words.pop() == "Select an entry first."
