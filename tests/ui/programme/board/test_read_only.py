"""A planner that another program writes is looked at on the board, and nothing there changes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.screens.programme.screen import ProgrammeScreen
from tests.ui.programme.board.hand import ALT, CTRL, SHIFT, BoardHand
from tests.ui.programme.board.steps import Told, everything, labels
from tests.ui.shown import shown_room

_Key = Qt.Key


@pytest.fixture
def hand(tmp_path: Path, qapp: QApplication) -> Iterator[BoardHand]:
    assert qapp
    with shown_room(ProgrammeScreen, tmp_path, "sample", read_only=True, size=(1100, 700)) as screen:
        screen.show_form("visit")
        yield BoardHand(screen)


def test_hands_keys_and_menu_change_nothing(hand: BoardHand) -> None:
    desk = hand.screen._desk
    before = everything(desk), labels(desk)
    lines = sorted(hand.view.board.lines.values(), key=lambda line: line.order)
    meeting, other = lines[13].id, lines[14].id
    start = hand.middle(meeting)
    for keys in (Qt.KeyboardModifier.NoModifier, CTRL, ALT):
        hand.drag(start, hand.by_minutes(start, 60), keys)
    edge = hand.edge(meeting, end=True)
    hand.drag(edge, hand.by_minutes(edge, 60))
    hand.double_click(hand.middle(meeting))
    ground = hand.spot(lines[0].day, "03:00")
    hand.drag(ground, hand.by_minutes(ground, 60))
    hand.double_click(ground)
    hand.click(hand.middle(other))
    for key, keys in (
        *((key, keys) for key in (_Key.Key_Down, _Key.Key_Left) for keys in (CTRL, SHIFT)),
        *((key, CTRL) for key in (_Key.Key_X, _Key.Key_V, _Key.Key_D, _Key.Key_L, _Key.Key_T)),
        *((key, Qt.KeyboardModifier.NoModifier) for key in (_Key.Key_Delete, _Key.Key_F2, _Key.Key_Return)),
    ):
        hand.key(key, keys)
    assert (everything(desk), labels(desk)) == before
    assert hand.screen.commands.panel is None
    assert not hand.pane.titling.editor.isVisible()
    assert not hand.view.ghost.isVisible()


def test_a_copy_can_be_taken_out_and_a_band_be_drawn(hand: BoardHand) -> None:
    hand.view.setFocus()
    hand.key(_Key.Key_A, CTRL)
    hand.key(_Key.Key_C, CTRL)
    assert "NASA Headquarters — bilateral" in QApplication.clipboard().text()
    QApplication.clipboard().clear()
    hand.key(_Key.Key_Escape)
    assert list(hand.view.selection.ids) == []
    hand.press(hand.spot(next(iter(hand.view.board.lines.values())).day, "04:00"), SHIFT)
    hand.move(hand.spot(next(iter(hand.view.board.lines.values())).day, "20:00"), SHIFT)
    hand.release(SHIFT)
    assert hand.view.selection.ids


def test_the_first_key_says_that_nothing_can_be_changed(hand: BoardHand) -> None:
    told = Told(hand.screen)
    hand.click(hand.middle(next(iter(hand.view.board.lines))))
    hand.key(_Key.Key_Down)
    assert told.words == ["This planner is open to read only: nothing can be changed."]
