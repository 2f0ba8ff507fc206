"""A board of some parties: what is not seen is not acted upon, and what is asked for is seen."""

from datetime import datetime

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from app.planning.verbs.entries import set_parties
from app.planning.views.visits import choices
from app.ui.desk import Desk
from app.ui.screens.programme.board.typesetting import timed_px
from tests.ui.planner import add
from tests.ui.programme.board.hand import CTRL, BoardHand
from tests.ui.programme.board.steps import Told

_Key = Qt.Key


@pytest.fixture
def apart(hand: BoardHand, desk: Desk, meeting: str) -> tuple[str, str]:
    """Give the meeting to one party and a second entry to another; look at the first party alone."""
    other = add(desk, "Other", datetime(2024, 3, 26, 14))
    one, two = desk.ask(choices, desk.visit_id).parties[:2]
    for entry_id, party in ((meeting, one), (other, two)):
        desk.do("For", set_parties, entry_id, frozenset({party.id}))
    hand.view.selection.set((meeting, other))
    _chip(hand, 0)
    return meeting, other


def _chip(hand: BoardHand, number: int) -> None:
    list(hand.screen.bar._chips.values())[number].click()


def test_what_is_hidden_is_no_longer_selected_and_not_counted(
    hand: BoardHand, apart: tuple[str, str]
) -> None:
    meeting, other = apart
    assert hand.view.selection.ids == (meeting,)
    assert hand.screen.selected() == meeting
    assert hand.screen.bar.count.text() == "1 of 2 entries"
    hand.view.setFocus()
    hand.key(_Key.Key_A, CTRL)
    hand.key(_Key.Key_Delete)
    assert set(hand.view.board.lines) == {other}


def test_what_is_asked_for_is_seen(hand: BoardHand, apart: tuple[str, str]) -> None:
    _meeting, other = apart
    hand.screen.reveal("entry", other)
    assert hand.view.selection.ids == (other,)
    assert hand.view.board.blocks(other)
    assert hand.screen.bar.parties() == frozenset()
    assert hand.screen.bar.count.text() == "2 entries"


def test_an_entry_given_to_others_while_it_is_selected_stays_in_sight(
    hand: BoardHand, desk: Desk, apart: tuple[str, str]
) -> None:
    meeting, _other = apart
    two = desk.ask(choices, desk.visit_id).parties[1]
    desk.do("For", set_parties, meeting, frozenset({two.id}))
    assert hand.view.board.blocks(meeting)
    assert hand.screen.selected() == meeting


def test_from_the_list_nothing_hidden_comes_selected(hand: BoardHand, apart: tuple[str, str]) -> None:
    _meeting, other = apart
    hand.screen.show_form("list")
    hand.screen.select(other)
    assert hand.screen.selected() == other
    hand.screen.show_form("visit")
    assert hand.screen.selected() == ""
    assert hand.view.selection.ids == ()


def test_what_lies_beyond_the_board_is_said_and_found_in_the_list(hand: BoardHand, desk: Desk) -> None:
    bar = hand.screen.bar
    assert bar.beyond.isHidden()
    far = add(desk, "Far", datetime(2025, 3, 26, 14))
    assert bar.count.text() == "1 of 2 entries"
    assert bar.beyond.words() == "1 lies outside these days"
    assert bar.beyond.isVisible()
    bar.beyond.click()
    assert hand.screen.form == "list"
    assert hand.screen.selected() == far
    assert bar.beyond.isHidden()


def test_what_is_for_everyone_says_why_it_stays_in_all_lanes(
    hand: BoardHand, meeting: str, told: Told
) -> None:
    hand.screen.bar.lanes.setChecked(True)
    come_from = hand.middle(meeting, share=0.1)
    hand.drag(come_from, hand.middle(meeting, share=0.9))
    assert told.words == ["“CNES” is for everyone: it stands in all lanes."]


def test_lanes_make_days_wider_and_leave_the_same_day_at_the_edge(
    hand: BoardHand, desk: Desk, apart: tuple[str, str]
) -> None:
    assert apart  # two parties
    bar, scene, pane = hand.screen.bar, hand.view.board, hand.pane
    add(desk, "Much later", datetime(2024, 4, 12, 9))
    hand.view.selection.set(())
    pane.days.stand_on(2)
    narrow, third = scene.measures.part_width(2), scene.plan.columns[2].day
    bar.lanes.setChecked(True)
    assert scene.measures.part_width(2) > 1.5 * narrow
    seen = pane.days.seen_first()
    assert seen is not None
    assert (seen[0], round(seen[1], 2)) == (third, 0.0)
    bar.lanes.setChecked(False)
    assert scene.measures.part_width(2) == narrow
    assert pane.view.horizontalScrollBar().value() == round(scene.measures.column_left(2))
    bar.lanes.setChecked(True)
    QApplication.processEvents()  # the header is a line higher
    pane.view.zoom.fit()
    QApplication.processEvents()
    assert scene.measures.width <= pane.view.viewport().width()


def test_what_goes_into_a_lane_lands_where_its_shade_stood(hand: BoardHand, apart: tuple[str, str]) -> None:
    meeting, _other = apart
    _chip(hand, 0)  # all are looked at again
    hand.screen.bar.lanes.setChecked(True)
    scene = hand.view.board
    start = hand.middle(meeting)
    hand.press(start)
    hand.move(QPointF(start.x() + scene.measures.inner_width(1) / len(scene.plan.lanes), start.y()))
    (shade,) = hand.view.ghost.carried.rects
    hand.release()
    (landed,) = [block.rect() for block in scene.blocks(meeting)]
    assert landed == shade
    assert landed.width() >= timed_px()
