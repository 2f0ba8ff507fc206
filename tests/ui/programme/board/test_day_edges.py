"""A hand at the edges of a day: by the clock at home it goes as far as by that of the place.

Nothing is drawn above 0:00 or below 24:00, and no hand goes there. The day before is its own column; what is
held below its upper edge goes over midnight by as much.
"""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPointF

from app.ui.desk import Desk
from tests.ui.planner import add
from tests.ui.programme.board.hand import BoardHand

FAR_PX = 4000
_DAY = timedelta(days=1)


@pytest.fixture(params=["local", "home"])
def early(request: pytest.FixtureRequest, hand: BoardHand, desk: Desk) -> str:
    """Add an entry of an hour on the second day and look at it by one of the two clocks."""
    entry_id = add(desk, "Early", datetime(2024, 3, 26, 9))
    hand.screen.bar.clocks.select(request.param)
    return entry_id


def _shown(hand: BoardHand, entry_id: str) -> tuple[date, int]:
    """Return on which column an entry begins, and at which minute of it."""
    box = hand.view.board.blocks(entry_id)[0].box
    return hand.view.board.plan.columns[box.piece.column].day, box.piece.top


def _held_at(hand: BoardHand, entry_id: str, minutes: int) -> QPointF:
    """Return the point so many minutes below the upper edge of an entry."""
    rect = hand.view.board.blocks(entry_id)[0].rect()
    return hand.by_minutes(QPointF(rect.center().x(), rect.top() - 0.5), minutes)


@pytest.mark.parametrize("days", [-1, 1])
def test_another_day_is_another_column_and_keeps_the_clock(hand: BoardHand, early: str, days: int) -> None:
    day, minute = _shown(hand, early)
    by = days * hand.view.board.measures.part_width(1)
    start = hand.middle(early)
    hand.drag(start, start + QPointF(by, 0))
    assert _shown(hand, early) == (day + days * _DAY, minute)


@pytest.mark.parametrize("held", [15, 45])
def test_a_box_goes_over_midnight_by_as_much_as_it_is_held_below_its_edge(
    hand: BoardHand, early: str, held: int
) -> None:
    day, _minute = _shown(hand, early)
    start = _held_at(hand, early, held)
    hand.drag(start, QPointF(start.x(), -FAR_PX))
    assert _shown(hand, early) == (day - _DAY, 24 * 60 - held)


def test_a_box_goes_to_the_end_of_its_day_and_over_it_by_what_hangs_below_the_hand(
    hand: BoardHand, early: str
) -> None:
    day, _minute = _shown(hand, early)
    start = _held_at(hand, early, 15)
    hand.drag(start, QPointF(start.x(), FAR_PX))
    assert _shown(hand, early) == (day, 24 * 60 - 15)


def test_before_the_first_day_there_is_none_to_go_to(hand: BoardHand, early: str) -> None:
    start = hand.middle(early)
    hand.drag(start, QPointF(-FAR_PX, start.y()))
    first = hand.view.board.plan.columns[0].day
    assert first == date(2024, 3, 25)
    assert _shown(hand, early)[0] == first
