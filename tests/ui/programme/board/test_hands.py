"""The mouse on the board: what it moves, copies, pulls, adds; and what it leaves alone."""

from datetime import date, datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.time import to_utc
from app.planning.verbs.entries import create_entry, set_parties
from app.planning.verbs.programme import tie_entry
from app.planning.views.visits import choices
from app.ui.desk import Desk
from tests.ui.planner import PARIS, add
from tests.ui.programme.board.hand import ALT, CTRL, NO_KEY, SHIFT, BoardHand
from tests.ui.programme.board.steps import Told, everything, labels

TUE, WED, FRI, SAT = (date(2024, 3, day) for day in (26, 27, 29, 30))
SEOUL = "Asia/Seoul"
_HOUR = timedelta(hours=1)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 3, day, hour, minute)


def test_a_press_alone_changes_nothing(hand: BoardHand, desk: Desk, meeting: str) -> None:
    before = everything(desk), labels(desk)
    for point in (hand.middle(meeting), hand.edge(meeting, end=False), hand.edge(meeting, end=True)):
        hand.click(point)
        near = point + QPointF(0, QApplication.startDragDistance() - 1)
        hand.drag(point, near)
        hand.drag(point, near, ALT)
    assert hand.screen.selected() == meeting
    assert (everything(desk), labels(desk)) == before


def test_a_drag_moves_on_the_grid_and_shows_both_clocks(hand: BoardHand, desk: Desk, meeting: str) -> None:
    start = hand.middle(meeting)
    hand.press(start)
    hand.move(hand.by_minutes(start, 91))
    assert hand.words() == ("Tue 26 Mar 11:30–12:30 CET · 1 h", "Tue 26 Mar 19:30–20:30 in Seoul")
    assert everything(desk)["entry"][0]["start_wall"] == at(26, 10)
    hand.release()
    assert hand.words() == ()
    assert hand.walls(meeting) == (at(26, 11, 30), at(26, 12, 30))
    assert labels(desk)[0] == "Move “CNES”"


def test_ctrl_moves_by_the_minute(hand: BoardHand, meeting: str) -> None:
    hand.view.set_zoom(200, 240)
    start = hand.middle(meeting)
    hand.drag(start, hand.by_minutes(start, 7), CTRL)
    assert hand.walls(meeting)[0] == at(26, 10, 7)
    assert hand.screen.selected() == meeting


def test_escape_lets_go(hand: BoardHand, desk: Desk, meeting: str) -> None:
    other = add(desk, "Other", at(27, 9))
    hand.click(hand.middle(other))
    before = everything(desk), labels(desk)
    start = hand.middle(meeting)
    hand.press(start)
    hand.move(hand.by_minutes(start, 120))
    hand.key(Qt.Key.Key_Escape)
    hand.move(hand.by_minutes(start, 180))
    hand.release()
    assert (everything(desk), labels(desk)) == before
    assert hand.view.selection.ids == (other,)
    assert all(block.opacity() == 1.0 for block in hand.view.board.blocks())


def test_to_another_day(hand: BoardHand, desk: Desk, meeting: str) -> None:
    hand.drag(hand.spot(TUE, "10:30"), hand.spot(WED, "14:30"))
    assert hand.walls(meeting) == (at(27, 14), at(27, 15))
    before = labels(desk)
    desk.undo()
    assert hand.walls(meeting) == (at(26, 10), at(26, 11))
    assert before[0] == "Move “CNES”"


@pytest.mark.usefixtures("meeting")
def test_the_toast_repeats_the_time_to_which_an_entry_was_moved(hand: BoardHand, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hand.screen.told) as told:
        hand.drag(hand.spot(TUE, "10:30"), hand.spot(WED, "14:30"))
    assert told.args == ["“CNES” moved to Wed 27 Mar, 14:00.", True]


def test_a_day_in_another_zone_keeps_the_wall_clock(hand: BoardHand, desk: Desk, meeting: str) -> None:
    add(desk, "Seoul again", at(29, 9), zone=SEOUL)
    hand.drag(hand.spot(TUE, "10:30"), hand.spot(FRI, "10:30", zone=SEOUL))
    line = hand.line(meeting)
    assert (line.start_wall, line.start_zone, line.end_wall, line.end_zone) == (
        *(at(29, 10), SEOUL),
        *(at(29, 11), SEOUL),
    )


def test_by_the_clock_at_home_the_instant_moves_and_the_zone_stays(hand: BoardHand, meeting: str) -> None:
    hand.screen.bar.clocks.select("home")
    hand.drag(hand.spot(TUE, "18:30"), hand.spot(WED, "19:00"))
    line = hand.line(meeting)
    assert (line.start_wall, line.start_zone) == (at(27, 10, 30), PARIS)
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Down)
    line = hand.line(meeting)
    assert (line.start_wall, line.start_zone) == (at(28, 10, 35), PARIS)
    hand.drag(hand.spot(FRI, "17:00"), hand.spot(FRI, "18:00"))
    made = hand.line(hand.title())
    assert (made.start_wall, made.start_zone, made.end_wall) == (at(29, 9), PARIS, at(29, 10))


@pytest.mark.parametrize(("to", "expected"), [("09:00", (9, 11)), ("12:00", (10, 12))])
def test_either_edge_is_pulled(
    hand: BoardHand, desk: Desk, meeting: str, to: str, expected: tuple[int, int]
) -> None:
    hand.pull(meeting, hand.spot(TUE, to), end=to == "12:00")
    assert hand.walls(meeting) == (at(26, expected[0]), at(26, expected[1]))
    assert labels(desk)[0] == "Change the length of “CNES”"
    desk.undo()
    assert hand.walls(meeting) == (at(26, 10), at(26, 11))


def test_an_edge_stops_before_the_other(hand: BoardHand, meeting: str) -> None:
    hand.drag(hand.edge(meeting, end=False), hand.spot(TUE, "15:00"))
    assert hand.walls(meeting) == (at(26, 10, 55), at(26, 11))


def test_an_edge_is_pulled_over_midnight(hand: BoardHand, meeting: str) -> None:
    hand.pull(meeting, hand.spot(WED, "01:00"), end=True)
    assert hand.walls(meeting) == (at(26, 10), at(27, 1))
    assert len(hand.view.board.blocks(meeting)) == 2


def test_a_flight_keeps_its_stations_zones(hand: BoardHand, desk: Desk) -> None:
    flight = desk.do(
        "Fly",
        lambda session: create_entry(
            session,
            desk.visit_id,
            title="OZ 501",
            start_wall=at(29, 12),
            start_zone=SEOUL,
            end_wall=at(29, 17),
            end_zone=PARIS,
        ),
    )
    hand.drag(hand.spot(FRI, "12:30", zone=SEOUL), hand.spot(SAT, "13:00"))
    line = hand.line(flight)
    assert (line.start_wall, line.start_zone) == (at(30, 12, 30), SEOUL)
    assert (line.end_wall, line.end_zone) == (at(30, 17, 30), PARIS)
    hand.pull(flight, hand.spot(SAT, "19:00", zone=PARIS), end=True)
    line = hand.line(flight)
    assert (line.end_wall, line.end_zone) == (at(30, 19), PARIS)
    assert line.end_utc == to_utc(at(30, 19), PARIS)


def test_a_drag_on_empty_ground_adds(hand: BoardHand) -> None:
    hand.drag(hand.spot(WED, "09:01"), hand.spot(WED, "10:29"))
    made = hand.line(hand.title())
    assert (made.title, made.start_wall, made.end_wall) == ("New entry", at(27, 9), at(27, 10, 30))


def test_a_double_click_on_empty_ground_adds_an_hour(hand: BoardHand) -> None:
    hand.double_click(hand.spot(WED, "16:07"))
    made = hand.line(hand.title("Coffee"))
    assert (made.title, made.start_wall, made.end_wall) == ("Coffee", at(27, 16), at(27, 17))


def test_a_double_click_on_an_entry_types_its_title(hand: BoardHand, desk: Desk, meeting: str) -> None:
    hand.double_click(hand.middle(meeting))
    editor = hand.view.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert (editor.isVisible(), editor.text()) == (True, "CNES")
    hand.key(Qt.Key.Key_Escape, NO_KEY, editor)
    assert not editor.isVisible()
    assert labels(desk) == ["Add", "Make"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_what_was_titled_stays_selected_and_the_keys_are_its(
    hand: BoardHand, desk: Desk, meeting: str, key: Qt.Key
) -> None:
    """Among others before and after it; and so does what is drawn, once it is added."""
    others = [add(desk, f"At {hour}", at(26, hour)) for hour in (8, 10, 12)]
    editor = hand.view.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    hand.double_click(hand.middle(meeting))
    QTest.keyClicks(editor, "Talks")
    hand.key(key, NO_KEY, editor)
    assert not editor.isVisible()
    assert hand.view.selection.ids == (meeting,)
    assert hand.screen.selected() == meeting
    assert hand.view.hasFocus()
    given_up = key is Qt.Key.Key_Escape
    assert hand.line(meeting).title == ("CNES" if given_up else "Talks")
    hand.drag(hand.spot(TUE, "06:00"), hand.spot(TUE, "07:00"))
    QTest.keyClicks(editor, "Coffee")
    hand.key(key, NO_KEY, editor)
    assert not editor.isVisible()
    assert hand.view.hasFocus()
    made = [entry_id for entry_id in hand.view.board.lines if entry_id not in {meeting, *others}]
    assert hand.view.selection.ids == tuple(made)
    assert [hand.line(entry_id).title for entry_id in made] == ([] if given_up else ["Coffee"])


def test_what_moves_along_is_told(hand: BoardHand, desk: Desk, meeting: str, told: Told) -> None:
    """The car that is tied to the meeting, and the call time that is tied to the car."""
    car, call = add(desk, "Car", at(26, 9)), add(desk, "Call time", at(26, 8, 30), 10)
    desk.do("Tie", partial(tie_entry, entry_id=car, to_id=meeting, minutes=60))
    hand.drag(hand.middle(meeting), hand.by_minutes(hand.middle(meeting), 30))
    assert told.words[-1] == "“CNES” moved to Tue 26 Mar, 10:30. “Car” moved along."
    desk.do("Tie", partial(tie_entry, entry_id=call, to_id=car, minutes=30))
    hand.drag(hand.middle(meeting), hand.by_minutes(hand.middle(meeting), 30))
    assert told.words[-1] == "“CNES” moved to Tue 26 Mar, 11:00. 2 tied entries moved along."
    assert hand.walls(call)[0] == at(26, 9, 30)
    hand.view.selection.set((meeting, car))
    hand.drag(hand.middle(meeting), hand.by_minutes(hand.middle(meeting), 30))
    assert told.words[-1] == "2 entries moved. “Call time” moved along."


def test_alt_copies(hand: BoardHand, desk: Desk, meeting: str) -> None:
    start = hand.middle(meeting)
    hand.press(start)
    hand.move(hand.spot(WED, "10:30"), ALT)
    assert hand.words()[0] == "Copy"
    hand.release(ALT)
    assert hand.walls(meeting) == (at(26, 10), at(26, 11))
    (copy,) = set(hand.view.board.lines) - {meeting}
    assert hand.walls(copy) == (at(27, 10), at(27, 11))
    assert hand.view.selection.ids == (copy,)
    assert labels(desk)[0] == "Copy “CNES”"


def test_several_move_together_in_one_step(hand: BoardHand, desk: Desk, meeting: str) -> None:
    other = add(desk, "Other", at(26, 14), 30)
    apart = add(desk, "Apart", at(26, 17))
    before = everything(desk)
    hand.click(hand.middle(meeting))
    hand.click(hand.middle(other), CTRL)
    start = hand.middle(meeting)
    hand.drag(start, hand.by_minutes(start, 30))
    assert [hand.walls(each)[0] for each in (meeting, other, apart)] == [
        *(at(26, 10, 30), at(26, 14, 30), at(26, 17)),
    ]
    assert labels(desk)[0] == "Move 2 entries"
    desk.undo()
    assert everything(desk) == before
    hand.click(hand.middle(meeting))
    assert hand.view.selection.ids == (meeting,)


def test_shift_draws_a_band_around_entries(hand: BoardHand, desk: Desk, meeting: str) -> None:
    other = add(desk, "Other", at(26, 14), 30)
    apart = add(desk, "Apart", at(27, 17))
    hand.press(hand.spot(TUE, "08:00", share=0.1), SHIFT)
    hand.move(hand.spot(TUE, "15:00", share=0.8), SHIFT)
    assert set(hand.view.selection.ids) == {meeting, other}
    hand.release(SHIFT)
    assert set(hand.view.selection.ids) == {meeting, other}
    assert hand.words() == ()
    hand.click(hand.middle(apart), SHIFT)
    assert set(hand.view.selection.ids) == {meeting, other, apart}
    assert labels(desk)[:3] == ["Add", "Add", "Add"]


def test_ctrl_and_a_click_take_out_again(hand: BoardHand, desk: Desk, meeting: str) -> None:
    other = add(desk, "Other", at(26, 14))
    hand.click(hand.middle(meeting))
    hand.click(hand.middle(other), CTRL)
    assert list(hand.view.selection.ids) == [meeting, other]
    hand.click(hand.middle(meeting), CTRL)
    assert list(hand.view.selection.ids) == [other]
    hand.click(hand.spot(WED, "08:00"))
    assert list(hand.view.selection.ids) == []


def test_another_lane_means_another_party(hand: BoardHand, desk: Desk, meeting: str) -> None:
    principal, team = (party.id for party in desk.ask(choices, desk.visit_id).parties)
    desk.do("For", set_parties, meeting, party_ids=frozenset({principal}))
    hand.view.set_zoom(300, 44)
    hand.screen.bar.lanes.setChecked(True)
    before = everything(desk)
    hand.drag(hand.spot(TUE, "10:30", share=0.25), hand.spot(TUE, "10:30", share=0.75))
    assert hand.line(meeting).party_ids == {team}
    assert hand.walls(meeting) == (at(26, 10), at(26, 11))
    desk.undo()
    assert everything(desk) == before
    hand.drag(hand.spot(TUE, "10:30", share=0.25), hand.spot(WED, "12:30", share=0.75), ALT)
    (copy,) = set(hand.view.board.lines) - {meeting}
    assert hand.line(copy).party_ids == {team}
    assert hand.line(meeting).party_ids == {principal}
    desk.undo()
    hand.drag(hand.spot(WED, "09:00", share=0.75), hand.spot(WED, "10:00", share=0.75))
    assert hand.line(hand.title()).party_ids == {team}


def test_what_is_for_everyone_has_no_lane_to_leave(hand: BoardHand, desk: Desk, meeting: str) -> None:
    hand.screen.bar.lanes.setChecked(True)
    before = labels(desk)
    hand.drag(hand.spot(TUE, "10:30", share=0.2), hand.spot(TUE, "10:30", share=0.8))
    assert hand.line(meeting).party_ids == frozenset()
    assert labels(desk) == before


@pytest.mark.parametrize("end", [False, True])
def test_an_edge_goes_as_far_as_the_hand_and_sideways_not_at_all(
    hand: BoardHand, desk: Desk, *, end: bool
) -> None:
    odd = add(desk, "Odd", at(27, 10, 7), 47)
    before = labels(desk)
    grip = hand.edge(odd, end=end)
    hand.drag(grip, grip + QPointF(30, 0))
    assert hand.walls(odd) == (at(27, 10, 7), at(27, 10, 54))
    assert labels(desk) == before
    hand.view.set_zoom(200, 240)
    grip = hand.edge(odd, end=end)
    hand.drag(grip, hand.by_minutes(grip, 7 if end else -7), CTRL)
    assert hand.walls(odd) == ((at(27, 10, 7), at(27, 11, 1)) if end else (at(27, 10), at(27, 10, 54)))


def test_a_carried_entry_keeps_an_odd_time_on_another_day(hand: BoardHand, desk: Desk) -> None:
    odd = add(desk, "Odd", at(26, 14, 7), 47)
    grip = hand.middle(odd)
    far = hand.spot(WED, "12:00").x() - hand.spot(TUE, "12:00").x()
    hand.drag(grip, grip + QPointF(far, 0))
    assert hand.walls(odd) == (at(27, 14, 7), at(27, 14, 54))


@pytest.mark.parametrize("upwards", [False, True])
def test_what_is_drawn_on_into_the_next_day_runs_over_midnight(hand: BoardHand, *, upwards: bool) -> None:
    come_from, to = hand.spot(TUE, "23:00"), hand.spot(WED, "01:30")
    hand.drag(*((to, come_from) if upwards else (come_from, to)))
    made = hand.title()
    assert hand.walls(made) == (at(26, 23), at(27, 1, 30))
    assert len(hand.view.board.blocks(made)) == 2
