"""A staffer plans on the board with mouse and keys; what the command line says of the file is the judge."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.journeys.board import BILATERAL, CAR, Spoken, choose, hand_on, id_of
from tests.ui.planner import add, new_desk
from tests.ui.windows import Windows

SEOUL, WASHINGTON, PARIS = "Asia/Seoul", "America/New_York", "Europe/Paris"
_Key = Qt.Key


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
    choose(hand, "KE 093")
    hand.hold(_Key.Key_Down, 9)
    hand.let_up(_Key.Key_Down)
    assert spoken.times("KE 093") == (
        *(f"2024-01-22T11:15 {SEOUL}", "2024-01-22T02:15"),
        *(f"2024-01-22T10:55 {WASHINGTON}", "2024-01-22T15:55"),
    )
    flight = choose(hand, "AF 027")
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
    meeting = choose(hand, BILATERAL)
    start = hand.middle(meeting)
    hand.drag(start, hand.by_minutes(start, 45))
    assert spoken.times(BILATERAL)[0] == f"2024-01-23T10:15 {WASHINGTON}"
    assert spoken.times(CAR)[0] == f"2024-01-23T09:20 {WASHINGTON}"


def test_what_is_drawn_and_titled_when_the_window_closes_is_added(
    windows: Windows, capsys: pytest.CaptureFixture[str]
) -> None:
    frame = windows.frame()
    hand, spoken = hand_on(frame), Spoken(frame.desk.path, capsys)
    hand.drag(hand.spot(date(2024, 1, 23), "05:00"), hand.spot(date(2024, 1, 23), "06:30"))
    QTest.keyClicks(hand.pane.titling.editor, "Typed and not left")
    frame.window().close()
    assert spoken.times("Typed and not left")[0] == f"2024-01-23T05:00 {WASHINGTON}"


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
    hand.drag(hand.middle(id_of(hand, title)), hand.spot(day, "10:30", zone=zone))
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
    hand.drag(hand.middle(id_of(hand, "European eve")), hand.spot(date(2024, 4, 5), "10:30", zone=SEOUL))
    assert spoken.times("European eve") == (
        *(f"2024-04-05T10:00 {SEOUL}", "2024-04-05T01:00"),
        *(f"2024-04-05T11:00 {SEOUL}", "2024-04-05T02:00"),
    )
