"""Looking at the board over a planner: zoom, keys, today, the days and hours beside it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.planning.verbs.entries import move_entry
from app.planning.verbs.stops import edit_stop
from app.planning.verbs.visits import edit_visit
from app.planning.views.visit import stop_rows
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.programme.bar import ProgrammeBar
from app.ui.screens.programme.board.day_names import (
    day_font,
    fitting_names,
    holiday_font,
    lane_words,
    margins,
)
from app.ui.screens.programme.board.header import DayHeader
from app.ui.screens.programme.board.hours import HourGutter
from app.ui.screens.programme.board.lettering import Hand, advance
from app.ui.screens.programme.board.pane import BoardPane
from app.ui.screens.programme.board.plan import Choice
from app.ui.screens.programme.board.zoom import COLUMN_LEAST, HOUR_LEAST
from app.ui.screens.programme.screen import ProgrammeScreen
from tests.ui.planner import add

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def shown(desk: Desk, preferences: Preferences, qtbot: QtBot) -> ProgrammeScreen:
    add(desk, "First", datetime(2024, 3, 26, 9))
    made = ProgrammeScreen(desk, preferences)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.board().view.setFocus()
    return made


@pytest.fixture
def board(shown: ProgrammeScreen) -> BoardPane:
    return shown.board()


@pytest.fixture
def bar(shown: ProgrammeScreen) -> ProgrammeBar:
    found = shown.findChild(ProgrammeBar)
    assert isinstance(found, ProgrammeBar)
    return found


def _press(board: BoardPane, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(board.view, key, held)
    QApplication.processEvents()


def _size(board: BoardPane) -> tuple[float, float]:
    return board.scene.measures.column_px, board.scene.measures.hour_px


def test_the_whole_visit_fits_into_the_window(board: BoardPane) -> None:
    assert board.scene.measures.width > board.view.viewport().width()
    _press(board, Qt.Key.Key_0, CTRL)
    measures = board.scene.measures
    assert len(measures.columns) == 12
    assert measures.width <= board.view.viewport().width()
    assert measures.height <= board.view.viewport().height() + 12
    assert not board.view.horizontalScrollBar().isVisible()


def test_days_in_a_small_room_are_shortened_all_alike(board: BoardPane) -> None:
    _press(board, Qt.Key.Key_0, CTRL)
    header = board.findChild(DayHeader)
    assert isinstance(header, DayHeader)
    shown = [names[0] for names in fitting_names(header.days(), board.scene.measures)]
    whole = [words.names for words in header.days()]
    assert shown == [whole[0][0], *(names[2] for names in whole[1:])]  # Tue 26


@pytest.mark.parametrize(("days", "told"), [(7, "Seoul +8 h"), (14, "Seoul +8 h"), (21, "+8 h"), (40, "")])
def test_of_a_whole_visit_in_the_window_each_day_says_which_it_is(
    board: BoardPane, desk: Desk, days: int, told: str
) -> None:
    """Ever shorter, but never cut; and how far home is away, wherever there is room for it."""
    ends_on = date(2024, 3, 25) + timedelta(days=days - 1)
    desk.do("Days", edit_visit, desk.visit_id, ends_on=ends_on)
    (stop,) = desk.ask(stop_rows, desk.visit_id)
    desk.do("Stay", edit_stop, stop.id, leaves_on=ends_on)
    QApplication.processEvents()
    _press(board, Qt.Key.Key_0, CTRL)
    header, measures = board.findChild(DayHeader), board.scene.measures
    assert isinstance(header, DayHeader)
    assert len(header.days()) == len(measures.columns) == days
    for number, names in enumerate(fitting_names(header.days(), measures)):
        width = measures.column_right(number) - measures.column_left(number)
        room = width - margins(width)[1]
        name = next(each for each in names if QFontMetrics(day_font()).horizontalAdvance(each) <= room)
        assert name.endswith(str(measures.columns[number].day.day)) or "Mar" in name
        words = header.days()[number]
        if words.away == "Seoul +8 h":  # not on the day of the switch, which tells of two
            told_here = [each for each in (words.away, words.ahead) if _small(each) <= room]
            assert (told_here or [""])[0] == told


def _small(text: str) -> int:
    return QFontMetrics(holiday_font()).horizontalAdvance(text)


def test_the_slider_goes_to_a_single_hour_that_fills_the_window(board: BoardPane, bar: ProgrammeBar) -> None:
    bar.zoom.slider.setValue(bar.zoom.slider.maximum())
    assert board.scene.measures.hour_px == pytest.approx(board.view.viewport().height(), abs=1)
    assert board.scene.measures.column_px <= board.view.viewport().width()
    bar.zoom.slider.setValue(0)
    assert board.scene.measures.hour_px == pytest.approx(HOUR_LEAST)
    assert bar.zoom.slider.accessibleName() == "Zoom"


def test_zooming_in_and_out_again_comes_back(board: BoardPane, bar: ProgrammeBar) -> None:
    before = _size(board)
    for _ in range(12):
        _press(board, Qt.Key.Key_Plus, CTRL)
    assert _size(board)[1] > 300
    for _ in range(12):
        QTest.mouseClick(bar.zoom.out, Qt.MouseButton.LeftButton)
    assert _size(board) == pytest.approx(before)


def test_what_lies_under_the_fingers_stays_there_while_they_pinch(board: BoardPane) -> None:
    at = QPoint(400, 300)
    before = board.scene.measures.at(board.view.mapToScene(at))
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        QPointF(at),
        QPointF(at),
        QPointF(board.view.viewport().mapToGlobal(at)),
        0.5,
        QPointF(),
    )
    old = _size(board)
    QApplication.sendEvent(board.view.viewport(), event)
    after = board.scene.measures.at(board.view.mapToScene(at))
    assert _size(board) == pytest.approx((old[0] * 1.5, old[1] * 1.5))
    assert before is not None
    assert after is not None
    assert after.column == before.column
    assert after.minute == pytest.approx(before.minute, abs=2)


def test_the_zoom_is_remembered(board: BoardPane, preferences: Preferences) -> None:
    board.view.set_zoom(100, 80)
    assert preferences.board_zoom == pytest.approx((100, 80))
    board.view.set_zoom(1, 1)
    assert _size(board) == (COLUMN_LEAST, HOUR_LEAST)


def test_a_day_alone_fills_the_width_however_near_it_is(board: BoardPane, shown: ProgrammeScreen) -> None:
    shown.show_form("day")
    width = board.view.viewport().width()
    assert board.scene.measures.column_px == width
    _press(board, Qt.Key.Key_Minus, CTRL)
    assert board.scene.measures.column_px == width
    shown.show_form("visit")
    assert _size(board)[0] < width


def test_a_key_turns_the_clock_and_another_the_lanes(board: BoardPane, bar: ProgrammeBar) -> None:
    _press(board, Qt.Key.Key_H)
    assert (bar.clocks.current(), board.scene.choice) == ("home", Choice(home=True))
    _press(board, Qt.Key.Key_H)
    assert (bar.clocks.current(), board.scene.choice) == ("local", Choice())
    _press(board, Qt.Key.Key_L)
    assert bar.lanes.isChecked()
    assert board.scene.plan.lanes
    header = board.findChild(DayHeader)
    assert isinstance(header, DayHeader)
    assert header.height() == header.sizeHint().height()


def test_letters_that_are_typed_into_a_title_turn_nothing(board: BoardPane, bar: ProgrammeBar) -> None:
    (entry_id,) = board.scene.lines
    board.titling.edit(entry_id)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "HLT")
    assert bar.clocks.current() == "local"
    assert not bar.lanes.isChecked()


def test_today_is_where_this_moment_is_and_else_the_first_morning(
    board: BoardPane, desk: Desk, qtbot: QtBot
) -> None:
    board.view.scroll_to(QPointF(900, 900))
    _press(board, Qt.Key.Key_T)
    assert board.view.horizontalScrollBar().value() == 0
    assert board.view.verticalScrollBar().value() == pytest.approx(board.scene.measures.y(7 * 60), abs=8)
    today = datetime.now(UTC).date()
    first, last = today - timedelta(days=4), today + timedelta(days=4)
    (entry_id,) = board.scene.lines
    desk.do("Move", move_entry, entry_id, start_wall=datetime.combine(today, datetime.min.time()))
    desk.do("Move", edit_visit, desk.visit_id, starts_on=first, ends_on=last)
    qtbot.waitUntil(lambda: board.scene.now_at() is not None)
    _press(board, Qt.Key.Key_T)
    found = board.scene.now_at()
    assert found is not None
    y = board.view.mapFromScene(QPointF(0, board.scene.measures.y(found[1]))).y()
    assert 0 <= y <= board.view.viewport().height()
    days = board.scene.measures.days_at(
        board.view.horizontalScrollBar().value(),
        board.view.horizontalScrollBar().value() + board.view.viewport().width(),
    )
    assert found[0] in days


def test_the_days_and_hours_beside_go_along(board: BoardPane) -> None:
    header, hours = board.findChild(DayHeader), board.findChild(HourGutter)
    assert isinstance(header, DayHeader)
    assert isinstance(hours, HourGutter)
    before = _pictures(header, hours)
    board.view.scroll_to(QPointF(200, 700))
    after = _pictures(header, hours)
    assert [one != other for one, other in zip(before, after, strict=True)] == [True, True]
    assert [day.away for day in header.days()][:2] == ["Seoul +8 h", "Seoul +8 h"]


def _pictures(*widgets: DayHeader | HourGutter) -> list[QImage]:
    return [widget.grab().toImage() for widget in widgets]


def test_a_day_that_is_clicked_twice_is_seen_alone(board: BoardPane, shown: ProgrammeScreen) -> None:
    header = board.findChild(DayHeader)
    assert isinstance(header, DayHeader)
    at = QPoint(int(board.scene.measures.column_left(2)) + 20, 10)
    QTest.mouseDClick(header, Qt.MouseButton.LeftButton, pos=at)
    assert shown.form == "day"


def test_the_head_of_a_lane_is_short_where_it_is_narrow(qapp: QApplication) -> None:
    del qapp
    wide = int(advance("Technical team", Hand.SMALL)) + 1
    assert lane_words("Technical team", wide) == "Technical team"
    assert lane_words("Technical team", wide - 8) == "TT"
    assert lane_words("Technical team", 2) == ""
