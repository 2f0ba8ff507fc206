"""Whatever is offered where a clock skips a time, or shows it twice, is accepted once it is chosen."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from app.domain.time import check_wall, from_utc
from app.planning.verbs.entries import create_entry
from app.ui.desk import Desk
from app.ui.screens.programme.panels.which import WhichTime
from tests.ui.planner import PARIS, add
from tests.ui.programme.board.hand import CTRL, NO_KEY, BoardHand
from tests.ui.programme.board.steps import labels

SYDNEY = "Australia/Sydney"
#: Nights on which the clocks go forward, and back; the instant (naive UTC) at which they do.
_NIGHTS = {
    PARIS: (date(2024, 3, 31), datetime(2024, 3, 31, 1)),
    SYDNEY: (date(2024, 4, 7), datetime(2024, 4, 6, 16)),
}
_MINUTES = st.integers(-100, 100)


def _asked(hand: BoardHand) -> WhichTime | None:
    panel = hand.screen.commands.panel
    return panel if isinstance(panel, WhichTime) and panel.isVisible() else None


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    zone=st.sampled_from((PARIS, SYDNEY)),
    begin=_MINUTES,
    length=st.integers(1, 90),
    act=st.sampled_from(("start", "end", "draw")),
    clock=st.integers(115, 185),
    fine=st.booleans(),
)
@example(zone=PARIS, begin=-1, length=30, act="end", clock=150, fine=False)
@example(zone=PARIS, begin=-1, length=30, act="end", clock=150, fine=True)
@example(zone=PARIS, begin=-20, length=20, act="start", clock=150, fine=True)
@example(zone=PARIS, begin=-60, length=60, act="end", clock=150, fine=False)
@example(zone=PARIS, begin=120, length=60, act="draw", clock=150, fine=False)
@example(zone=SYDNEY, begin=-15, length=45, act="end", clock=150, fine=False)
@example(zone=SYDNEY, begin=15, length=45, act="end", clock=150, fine=False)
def test_every_answer_that_is_offered_is_accepted(
    hand: BoardHand,
    desk: Desk,
    zone: str,
    begin: int,
    length: int,
    act: str,
    clock: int,
    fine: bool,  # noqa: FBT001 - drawn
) -> None:
    day, change = _NIGHTS[zone]
    steps = len(labels(desk))
    starts = change + timedelta(minutes=begin)
    start, end = from_utc(starts, zone), from_utc(starts + timedelta(minutes=length), zone)
    entry = desk.do(
        "Begin",
        lambda session: create_entry(
            session,
            desk.visit_id,
            title="Night",
            start_wall=start.time,
            start_zone=zone,
            start_fold=start.fold,
            end_wall=end.time,
            end_zone=zone,
            end_fold=end.fold,
        ),
    )
    add(desk, "Anchor", datetime.combine(day, datetime.min.time()) + timedelta(hours=9), zone=zone)
    keys = CTRL if fine else NO_KEY
    to = hand.spot(day, f"{clock // 60:02}:{clock % 60:02}", zone=zone, share=0.9)

    def go() -> None:
        if act == "draw":
            from_minute = min(max(120 + begin, 0), 300)
            come_from = hand.spot(day, f"{from_minute // 60:02}:{from_minute % 60:02}", zone=zone, share=1.0)
            hand.drag(come_from, to, keys)
        else:
            hand.drag(hand.edge(entry, end=act == "end"), to, keys)
        QApplication.sendPostedEvents(None, 0)

    refusals: list[str] = []
    hand.screen.acts.told.connect(lambda words, _can_undo: refusals.append(words))
    done = len(labels(desk))
    number = 0
    while True:
        go()
        panel = _asked(hand)
        if panel is None or number >= len(panel.offers):
            break
        assert panel.offers
        panel.offers[number].click()
        while (panel := _asked(hand)) is not None:
            panel.offers[0].click()
        hand.pane.titling.editor.finish()
        assert refusals == []
        if len(labels(desk)) > done:  # a time that it had already is no step
            desk.undo()
        number += 1
    hand.screen.commands.shut()
    while len(labels(desk)) > steps:
        desk.undo()


@pytest.mark.parametrize(("begin", "length"), [(-1, 30), (0, 30), (5, 30)])
def test_an_end_pulled_into_a_skipped_hour_stays_behind_its_start(
    hand: BoardHand, desk: Desk, begin: int, length: int
) -> None:
    start = from_utc(_NIGHTS[PARIS][1] + timedelta(minutes=begin), PARIS).time
    entry = add(desk, "Night", start, length if begin >= 0 else 90)
    hand.drag(hand.edge(entry, end=True), hand.spot(_NIGHTS[PARIS][0], "02:30"))
    assert _asked(hand) is None
    line = hand.line(entry)
    assert line.end_utc - line.start_utc == timedelta(minutes=5)


def test_the_second_pass_is_taken_where_the_first_is_before_the_start(hand: BoardHand, desk: Desk) -> None:
    day, _change = _NIGHTS[SYDNEY]
    start = datetime.combine(day, datetime.min.time()) + timedelta(hours=2, minutes=45)
    assert len(check_wall(start, SYDNEY).instants) == 2
    entry = add(desk, "Night", start, 45, zone=SYDNEY, start_fold=0)  # till 03:30, an hour and 45 minutes on
    hand.pull(entry, hand.spot(day, "02:30", zone=SYDNEY), end=True)
    assert _asked(hand) is None
    line = hand.line(entry)
    assert (line.end_wall.hour, line.end_wall.minute, line.end_fold) == (2, 30, 1)
    assert line.end_utc - line.start_utc == timedelta(minutes=45)
