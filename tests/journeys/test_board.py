"""A staffer plans on the board with mouse and keys; what the command line says of the file is the judge."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.words import EntryStatus
from app.ui.screens.programme.panels.days import ShiftVisit
from app.ui.screens.programme.panels.later import ShiftLater
from app.ui.screens.programme.panels.tying import TiePanel
from tests.journeys.board import Spoken, hand_on
from tests.ui.planner import add, new_desk
from tests.ui.programme.board.hand import ALT, CTRL, SHIFT, BoardHand
from tests.ui.windows import Windows

SEOUL, WASHINGTON, PARIS = "Asia/Seoul", "America/New_York", "Europe/Paris"
BILATERAL, CAR = "NASA Headquarters — bilateral", "Depart hotel for NASA HQ"
_Key = Qt.Key


def _id(hand: BoardHand, title: str) -> str:
    lines = hand.view.board.lines.values()
    (found,) = [line.id for line in lines if line.title.startswith(title)]
    return found


def _choose(hand: BoardHand, title: str) -> str:
    entry_id = _id(hand, title)
    hand.screen.select(entry_id)
    hand.view.setFocus()
    return entry_id


def _paris_week(folder: Path) -> Path:
    """Make a planner with one entry on the eve of each switch of the clocks: in Paris, and in New York."""
    desk = new_desk(folder)
    add(desk, "European eve", datetime(2024, 3, 30, 10))
    add(desk, "American eve", datetime(2024, 3, 9, 10), zone=WASHINGTON)
    add(desk, "American morning", datetime(2024, 3, 10, 15), zone=WASHINGTON)
    add(desk, "In Seoul", datetime(2024, 4, 5, 15), zone=SEOUL)
    desk.close()
    return folder / "visit.aide"


def test_a_flight_west_and_a_flight_east_are_moved_to_the_right_instants(
    windows: Windows, capsys: pytest.CaptureFixture[str]
) -> None:
    frame = windows.frame()
    hand, spoken = hand_on(frame), Spoken(frame.desk.path, capsys)
    _choose(hand, "KE 093")
    hand.hold(_Key.Key_Down, 9)
    hand.let_up(_Key.Key_Down)
    assert spoken.times("KE 093") == (
        *(f"2024-01-22T11:15 {SEOUL}", "2024-01-22T02:15"),
        *(f"2024-01-22T10:55 {WASHINGTON}", "2024-01-22T15:55"),
    )
    flight = _choose(hand, "AF 027")
    edge = hand.edge(flight, end=True)
    hand.drag(edge, hand.by_minutes(edge, 40))
    assert spoken.times("AF 027") == (
        *(f"2024-01-25T17:30 {WASHINGTON}", "2024-01-25T22:30"),
        *(f"2024-01-26T07:30 {PARIS}", "2024-01-26T06:30"),
    )
    start = hand.middle(flight)
    hand.drag(start, hand.by_minutes(start, 60))
    assert spoken.times("AF 027") == (
        *(f"2024-01-25T18:30 {WASHINGTON}", "2024-01-25T23:30"),
        *(f"2024-01-26T08:30 {PARIS}", "2024-01-26T07:30"),
    )


def test_what_is_tied_to_a_meeting_moves_with_it(
    windows: Windows, capsys: pytest.CaptureFixture[str]
) -> None:
    frame = windows.frame()
    hand, spoken = hand_on(frame), Spoken(frame.desk.path, capsys)
    meeting = _choose(hand, BILATERAL)
    start = hand.middle(meeting)
    hand.drag(start, hand.by_minutes(start, 45))
    assert spoken.times(BILATERAL)[0] == f"2024-01-23T10:15 {WASHINGTON}"
    assert spoken.times(CAR)[0] == f"2024-01-23T09:20 {WASHINGTON}"


@pytest.mark.parametrize(
    ("title", "day", "zone", "before", "after"),
    [
        ("European eve", date(2024, 3, 31), PARIS, "2024-03-30T09:00", "2024-03-31T08:00"),
        ("American eve", date(2024, 3, 10), WASHINGTON, "2024-03-09T15:00", "2024-03-10T14:00"),
    ],
)
def test_over_the_night_of_the_switch_the_wall_clock_stays(
    windows: Windows,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    title: str,
    day: date,
    zone: str,
    before: str,
    after: str,
) -> None:
    frame = windows.frame(path=_paris_week(tmp_path))
    hand, spoken = hand_on(frame), Spoken(frame.desk.path, capsys)
    assert spoken.times(title)[1] == before
    hand.drag(hand.middle(_id(hand, title)), hand.spot(day, "10:30", zone=zone))
    end = datetime.fromisoformat(after) + timedelta(hours=1)
    assert spoken.times(title) == (
        *(f"{day}T10:00 {zone}", after),
        *(f"{day}T11:00 {zone}", end.isoformat(timespec="minutes")),
    )


def test_a_drag_across_zones_keeps_the_wall_clock(
    windows: Windows, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frame = windows.frame(path=_paris_week(tmp_path))
    hand, spoken = hand_on(frame), Spoken(frame.desk.path, capsys)
    hand.drag(hand.middle(_id(hand, "European eve")), hand.spot(date(2024, 4, 5), "10:30", zone=SEOUL))
    assert spoken.times("European eve") == (
        *(f"2024-04-05T10:00 {SEOUL}", "2024-04-05T01:00"),
        *(f"2024-04-05T11:00 {SEOUL}", "2024-04-05T02:00"),
    )


def _by_mouse(hand: BoardHand) -> None:
    start = hand.middle(_id(hand, BILATERAL))
    hand.drag(start, hand.by_minutes(start, 90))


def _to_another_day(hand: BoardHand) -> None:
    hand.drag(hand.middle(_id(hand, BILATERAL)), hand.spot(date(2024, 1, 24), "20:00"))


def _edge(hand: BoardHand) -> None:
    edge = hand.edge(_id(hand, BILATERAL), end=False)
    hand.drag(edge, hand.by_minutes(edge, -30))


def _draw(hand: BoardHand) -> None:
    hand.drag(hand.spot(date(2024, 1, 23), "05:00"), hand.spot(date(2024, 1, 23), "06:30"))
    editor = hand.pane.titling.editor
    QTest.keyClick(editor, _Key.Key_Escape)


def _copy(hand: BoardHand) -> None:
    hand.drag(hand.middle(_id(hand, BILATERAL)), hand.spot(date(2024, 1, 24), "06:00"), ALT)


def _nudge(hand: BoardHand) -> None:
    _choose(hand, BILATERAL)
    hand.hold(_Key.Key_Down, 7)
    hand.let_up(_Key.Key_Down)


def _stretch(hand: BoardHand) -> None:
    _choose(hand, BILATERAL)
    hand.key(_Key.Key_Down, SHIFT)


def _delete(hand: BoardHand) -> None:
    _choose(hand, BILATERAL)
    hand.key(_Key.Key_Delete)


def _retitle(hand: BoardHand) -> None:
    hand.double_click(hand.middle(_choose(hand, BILATERAL)))
    QTest.keyClicks(hand.pane.titling.editor, "Talks")
    QTest.keyClick(hand.pane.titling.editor, _Key.Key_Return)


def _paste(hand: BoardHand) -> None:
    _choose(hand, BILATERAL)
    QApplication.clipboard().setText("16:00 Coffee\n17:00–18:00 Tea · NASA Headquarters")
    hand.key(_Key.Key_V, CTRL)


def _cut(hand: BoardHand) -> None:
    _choose(hand, BILATERAL)
    hand.key(_Key.Key_X, CTRL)
    _choose(hand, "Lunch, Korean")
    hand.key(_Key.Key_V, CTRL)


def _later(hand: BoardHand) -> None:
    _choose(hand, BILATERAL)
    hand.key(_Key.Key_L, CTRL)
    panel = hand.screen.commands.panel
    assert isinstance(panel, ShiftLater)
    QTest.keyClicks(panel.minutes, "25")
    QTest.keyClick(panel.minutes, _Key.Key_Return)


def _visit(hand: BoardHand) -> None:
    hand.screen.commands.actions["visit"].trigger()
    panel = hand.screen.commands.panel
    assert isinstance(panel, ShiftVisit)
    QTest.keyClicks(panel.days, "63")
    QTest.keyClick(panel.days, _Key.Key_Return)


def _tie(hand: BoardHand) -> None:
    _choose(hand, "Breakfast, walk")
    hand.key(_Key.Key_T, CTRL)
    panel = hand.screen.commands.panel
    assert isinstance(panel, TiePanel)
    QTest.keyClick(panel.minutes, _Key.Key_Return)


def _untie(hand: BoardHand) -> None:
    _choose(hand, CAR)
    hand.key(_Key.Key_T, CTRL | SHIFT)


def _status(hand: BoardHand) -> None:
    _choose(hand, BILATERAL)
    hand.screen.commands.actions["tentative"].trigger()
    assert hand.line(hand.screen.selected()).status is EntryStatus.TENTATIVE


_ACTS: tuple[Callable[[BoardHand], None], ...] = (
    *(_by_mouse, _to_another_day, _edge, _draw, _copy, _nudge, _stretch, _delete, _retitle),
    *(_paste, _cut, _later, _visit, _tie, _untie, _status),
)


def test_undo_takes_each_kind_of_act_back_whole(windows: Windows, capsys: pytest.CaptureFixture[str]) -> None:
    frame = windows.frame()
    hand, spoken = hand_on(frame), Spoken(frame.desk.path, capsys)
    before = spoken.text()
    for act in _ACTS:
        was = frame.desk.next_undo()
        act(hand)
        step = frame.desk.next_undo()
        assert step is not None, act.__name__
        assert step.number > (was.number if was else 0), act.__name__
        assert spoken.text() != before, act.__name__
        hand.key(_Key.Key_Escape)
        hand.view.setFocus()
        hand.key(_Key.Key_Z, CTRL)
        assert spoken.text() == before, act.__name__
        assert frame.desk.next_undo() == was, act.__name__
    QApplication.clipboard().clear()
