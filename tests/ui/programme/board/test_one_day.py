"""A day alone: it fills the room, stays in it, and is turned like a page."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.words import EntryKind
from app.ui.desk import Desk
from app.ui.screens.programme.bar import ProgrammeBar
from app.ui.screens.programme.board.header import DayHeader
from tests.ui.planner import add
from tests.ui.programme.board.boards import PARIS, SEOUL
from tests.ui.programme.board.hand import CTRL, BoardHand

_Key = Qt.Key
NINE = datetime(2024, 3, 26, 9)


@pytest.fixture
def alone(hand: BoardHand, meeting: str) -> BoardHand:
    hand.screen.select(meeting)
    hand.screen.show_form("day")
    hand.view.setFocus()
    QApplication.processEvents()
    return hand


def _left(hand: BoardHand, day: date) -> int:
    """Return how far a day begins from the left edge."""
    columns = hand.view.board.plan.columns
    number = next(number for number, column in enumerate(columns) if column.day == day)
    return round(hand.view.board.measures.column_left(number)) - hand.view.horizontalScrollBar().value()


def test_the_day_is_turned_by_keys_and_buttons(alone: BoardHand) -> None:
    bar = alone.screen.findChild(ProgrammeBar)
    assert isinstance(bar, ProgrammeBar)
    assert bar.zoom.next_day.isVisible()
    assert _left(alone, date(2024, 3, 26)) == 0
    alone.key(_Key.Key_PageDown)
    assert (_left(alone, date(2024, 3, 27)), alone.pane.days.day()) == (0, date(2024, 3, 27))
    bar.zoom.next_day.click()
    assert alone.pane.days.day() == date(2024, 3, 28)
    alone.key(_Key.Key_PageUp)
    bar.zoom.day_before.click()
    assert (_left(alone, date(2024, 3, 26)), alone.pane.days.day()) == (0, date(2024, 3, 26))
    alone.screen.show_form("visit")
    assert not bar.zoom.next_day.isVisible()


def test_the_day_is_turned_from_the_bar_too_but_not_by_what_has_a_use_for_the_key(alone: BoardHand) -> None:
    bar = alone.screen.findChild(ProgrammeBar)
    assert isinstance(bar, ProgrammeBar)
    bar.add.setFocus()
    alone.key(_Key.Key_PageDown, widget=bar.add)
    assert alone.pane.days.day() == date(2024, 3, 27)
    alone.key(_Key.Key_PageUp, widget=bar.forms.button("day"))
    assert alone.pane.days.day() == date(2024, 3, 26)
    near = bar.zoom.slider.value()
    alone.key(_Key.Key_PageUp, widget=bar.zoom.slider)
    assert bar.zoom.slider.value() > near
    assert alone.pane.days.day() == date(2024, 3, 26)
    alone.screen.show_form("visit")
    seen = alone.pane.days.day()
    alone.key(_Key.Key_PageDown, widget=bar.add)
    assert alone.pane.days.day() == seen


def test_nothing_of_the_next_day_is_seen_beside_the_scroll_bar(alone: BoardHand) -> None:
    header = alone.pane.findChild(DayHeader)
    assert isinstance(header, DayHeader)
    room = alone.view.viewport().width()
    assert room < header.width()
    beside = header.grab(QRect(room, 0, header.width() - room, header.height() - 1)).toImage()
    colours = {beside.pixel(x, y) for x in range(beside.width()) for y in range(beside.height())}
    assert len(colours) == 1


def test_an_entry_that_goes_to_the_next_day_takes_the_day_along_and_back(
    alone: BoardHand, desk: Desk, meeting: str
) -> None:
    alone.key(_Key.Key_Right)
    assert alone.walls(meeting)[0].date() == date(2024, 3, 27)
    assert _left(alone, date(2024, 3, 27)) == 0
    desk.undo()
    assert _left(alone, date(2024, 3, 26)) == 0


def _fly(desk: Desk) -> str:
    """Add a flight from Seoul to Paris: its day has two clocks."""
    return add(desk, "KE 901", NINE, 360, kind=EntryKind.TRAVEL, zone=SEOUL, end_zone=PARIS)


def test_a_day_with_two_clocks_fits(alone: BoardHand, desk: Desk) -> None:
    _fly(desk)
    measures = alone.view.board.measures
    number = next(n for n, column in enumerate(measures.columns) if column.day == NINE.date())
    assert len(measures.columns[number].parts) == 2
    width = measures.column_right(number) - measures.column_left(number)
    assert width == pytest.approx(alone.view.viewport().width(), abs=1)


def test_one_arrives_at_the_whole_of_a_day_with_two_clocks(alone: BoardHand, desk: Desk) -> None:
    flight = _fly(desk)
    arrival = add(desk, "Met by the Ambassador", NINE + timedelta(hours=7))
    for entry_id in (arrival, flight):
        alone.screen.board().days.show_day(date(2024, 3, 28))
        alone.screen.select(entry_id)
        assert _left(alone, NINE.date()) == 0


def test_undo_brings_what_moved_out_of_view_back_into_it(hand: BoardHand, desk: Desk, meeting: str) -> None:
    hand.click(hand.middle(meeting))
    hand.hold(_Key.Key_Right, 6)
    hand.let_up(_Key.Key_Right)
    hand.view.horizontalScrollBar().setValue(hand.view.horizontalScrollBar().maximum())
    desk.undo()
    rect = hand.view.board.blocks(meeting)[0].rect()
    assert hand.view.mapToScene(hand.view.viewport().rect()).boundingRect().contains(rect)


def test_what_was_deleted_is_selected_again_once_it_is_back(
    hand: BoardHand, desk: Desk, meeting: str
) -> None:
    lunch = add(desk, "Lunch", datetime(2024, 3, 26, 13))
    hand.view.selection.set((lunch, meeting))
    hand.view.setFocus()
    hand.key(_Key.Key_Delete)
    assert not hand.pane.chosen()
    desk.undo()
    assert hand.view.selection.ids == (meeting, lunch)


def test_the_key_of_the_menu_means_the_current_entry(hand: BoardHand, desk: Desk, meeting: str) -> None:
    add(desk, "Lunch", datetime(2024, 3, 26, 13))
    hand.screen.select(meeting)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(3, 3), QPoint(3, 3))
    QApplication.sendEvent(hand.view, event)
    menu = [each for each in hand.screen.findChildren(QMenu) if each.isVisible()][-1]
    assert any(action.text() == "Delete entry" for action in menu.actions())
    assert hand.view.selection.current == meeting
    menu.close()


def test_the_title_field_goes_along_when_hours_grow(hand: BoardHand, meeting: str) -> None:
    hand.pane.titling.edit(meeting)
    hand.view.zoom.by(1.5)
    box = hand.view.mapFromScene(hand.view.board.blocks(meeting)[0].rect()).boundingRect()
    assert hand.pane.titling.editor.isVisible()
    assert abs(hand.pane.titling.editor.geometry().top() - max(box.top(), 0)) <= 1


def test_the_key_of_the_clock_counts_in_the_list_too(hand: BoardHand) -> None:
    bar = hand.screen.findChild(ProgrammeBar)
    assert isinstance(bar, ProgrammeBar)
    hand.screen.show_form("list")
    form = hand.screen.list()
    form.view.setFocus()
    for clock in ("home", "local"):
        hand.key(_Key.Key_H, widget=form.view)
        assert bar.clocks.current() == clock


def test_arrows_go_to_the_lines_of_the_grid(hand: BoardHand, desk: Desk) -> None:
    odd = add(desk, "Odd", datetime(2024, 3, 26, 13, 7))
    hand.screen.select(odd)
    for key, keys, minute in (
        (_Key.Key_Down, Qt.KeyboardModifier.NoModifier, 10),
        (_Key.Key_Up, Qt.KeyboardModifier.NoModifier, 5),
        (_Key.Key_Up, CTRL, 4),
        (_Key.Key_Up, Qt.KeyboardModifier.NoModifier, 0),
    ):
        hand.key(key, keys)
        assert hand.walls(odd)[0] == datetime(2024, 3, 26, 13, minute)


def test_the_days_are_heard_and_opened_by_keys(hand: BoardHand) -> None:
    header = hand.screen.findChild(DayHeader)
    assert isinstance(header, DayHeader)
    header.setFocus(Qt.FocusReason.TabFocusReason)
    first = header.days()[0].spoken
    assert header.accessibleName() == first
    hand.key(_Key.Key_Right, widget=header)
    assert header.accessibleName() == header.days()[1].spoken
    hand.key(_Key.Key_Left, widget=header)
    hand.key(_Key.Key_Left, widget=header)
    assert header.accessibleName() == first
    hand.key(_Key.Key_End, widget=header)
    for _step in range(len(header.days())):
        hand.key(_Key.Key_Right, widget=header)
    last = hand.view.board.plan.columns[-1]
    assert hand.view.horizontalScrollBar().value() == hand.view.horizontalScrollBar().maximum()
    hand.key(_Key.Key_Return, widget=header)
    assert hand.screen.form == "day"
    assert hand.pane.days.day() == last.day
