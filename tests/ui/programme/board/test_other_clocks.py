"""An entry held by another clock than its day's keeps that clock, whichever way it goes to another day."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.desk import Desk
from tests.ui.planner import PARIS, add
from tests.ui.programme.board.hand import CTRL, BoardHand

SEOUL = "Asia/Seoul"
WED = date(2024, 3, 27)


def at(day: int, hour: int) -> datetime:
    return datetime(2024, 3, day, hour)


def _by_key(hand: BoardHand, call: str) -> None:
    hand.click(hand.middle(call))
    hand.key(Qt.Key.Key_Right)


def _by_hand(hand: BoardHand, call: str) -> None:
    box = hand.view.board.blocks(call)[0]
    to = hand.spot(WED, "10:00", zone=PARIS)
    to.setY(box.rect().center().y())
    hand.drag(hand.middle(call), to)


def _by_clipboard(hand: BoardHand, call: str) -> None:
    hand.click(hand.middle(call))
    hand.key(Qt.Key.Key_X, CTRL)
    anchor = next(key for key, line in hand.view.board.lines.items() if line.title == "Anchor")
    hand.click(hand.middle(anchor))
    hand.key(Qt.Key.Key_V, CTRL)
    QApplication.clipboard().clear()


@pytest.mark.parametrize("moved", [_by_key, _by_hand, _by_clipboard])
def test_a_call_by_the_clock_at_home_goes_a_day_and_not_by_the_hours_between(
    hand: BoardHand, desk: Desk, moved: Callable[[BoardHand, str], None]
) -> None:
    call = add(desk, "Call", at(26, 22), zone=SEOUL)
    add(desk, "Anchor", at(27, 9))
    moved(hand, call)
    line = hand.line(call)
    assert (line.start_wall, line.start_zone, line.end_wall, line.end_zone) == (
        *(at(27, 22), SEOUL),
        *(at(27, 23), SEOUL),
    )
