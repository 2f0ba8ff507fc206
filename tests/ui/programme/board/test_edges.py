"""A hand at the edge of what is seen: the board scrolls on under it, and what is held goes along."""

from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from tests.ui.programme.board.hand import BoardHand


def test_the_board_scrolls_on_while_a_hand_is_at_its_edge(
    hand: BoardHand, meeting: str, qtbot: QtBot
) -> None:
    across = hand.view.horizontalScrollBar()
    hand.press(hand.middle(meeting))
    before = across.value()
    inside = hand.view.mapToScene(hand.view.viewport().rect().center())
    hand.move(inside)
    at_edge = hand.view.mapToScene(hand.view.viewport().rect().topRight())
    hand.move(QPointF(at_edge.x() - 2, inside.y()))
    (shade,) = hand.view.ghost.carried.rects
    qtbot.waitUntil(lambda: across.value() == across.maximum() > before)
    qtbot.waitUntil(lambda: not hand.view.hands._edges._timer.isActive())  # there is no further to go
    assert hand.view.ghost.carried.rects[0].left() > shade.left()
    hand.release()
    last = len(hand.view.board.plan.columns) - 1
    assert hand.view.board.blocks(meeting)[0].box.piece.column == last


def test_what_is_let_go_of_at_the_edge_scrolls_no_further(
    hand: BoardHand, meeting: str, qtbot: QtBot
) -> None:
    across = hand.view.horizontalScrollBar()
    hand.press(hand.middle(meeting))
    at_edge = hand.view.mapToScene(hand.view.viewport().rect().topRight())
    hand.move(QPointF(at_edge.x() - 2, hand.middle(meeting).y()))
    qtbot.waitUntil(lambda: across.value() > 0)
    hand.view.hands.give_up()
    assert not hand.view.hands._edges._timer.isActive()
