"""Promises moved to other days of the month by dragging and by keys, each one step of undo."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.planning.views.actions import action_detail
from app.ui.screens.actions.month_view import MonthView
from app.ui.screens.actions.screen import ActionsScreen
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.ui.actions.test_actions import TODAY, promise, room
from tests.ui.actions.test_calendar import calendar
from tests.ui.logistics.dragging import rows

_KEY = Qt.Key
_ALT = Qt.KeyboardModifier.AltModifier
_COPY, _LEFT, _NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


def due(screen: ActionsScreen, action_id: str) -> date | None:
    return screen.desk.ask(action_detail, action_id).due_on


def hover(view: MonthView, mime: QMimeData, day: date) -> bool:
    """Drag over a day; tell whether it would take what is dragged."""
    at = view.visualRect(view.month.place(day)).center()
    event = QDragEnterEvent(at, _COPY, mime, _LEFT, _NONE)
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def drop(view: MonthView, mime: QMimeData, day: date) -> bool:
    if not hover(view, mime, day):
        return False
    at = view.visualRect(view.month.place(day)).center()
    event = QDropEvent(QPointF(at), _COPY, mime, _LEFT, _NONE)
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def other_day(view: MonthView) -> date:
    return next(
        day
        for day in (TODAY + timedelta(days=1), TODAY - timedelta(days=1))
        if view.month.place(day).isValid()
    )


def test_a_promise_dragged_to_another_day_is_due_then_in_one_step(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        made = promise(screen.desk, "Send the terms", due_on=TODAY)
        view = calendar(screen).view
        target = other_day(view)
        told: list[tuple[str, bool]] = []
        screen.told.connect(lambda words, undo: told.append((words, undo)))
        assert hover(view, rows("action", made), target)
        grab(screen, "actions-calendar-drag")
        assert drop(view, rows("action", made), target)
        assert not view.landing
        assert due(screen, made) == view.day() == target
        assert [row.id for row in view.month.rows_on(target)] == [made]
        assert told[-1][0].startswith("“Send the terms” is due on ")
        assert told[-1][1]
        step = screen.desk.next_undo()
        assert step is not None
        assert step.label == "Change the day on which “Send the terms” is due"
        screen.desk.undo()
        assert due(screen, made) == TODAY
        assert not view.month.rows_on(target)


def test_letting_go_on_the_same_day_does_nothing_and_other_rows_are_not_taken(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        made = promise(screen.desk, "Terms", due_on=TODAY)
        view = calendar(screen).view
        before = screen.desk.next_undo()
        drop(view, rows("action", made), TODAY)
        assert not drop(view, rows("topic", made), other_day(view))
        assert not drop(view, QMimeData(), other_day(view))
        assert screen.desk.next_undo() == before
        assert due(screen, made) == TODAY


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (_KEY.Key_Right, date(2026, 2, 1)),
        (_KEY.Key_Left, date(2026, 1, 30)),
        (_KEY.Key_Up, date(2026, 1, 24)),
        (_KEY.Key_Down, date(2026, 2, 7)),
        (_KEY.Key_PageDown, date(2026, 2, 28)),
        (_KEY.Key_PageUp, date(2025, 12, 31)),
    ],
)
def test_alt_with_a_key_moves_the_promise_in_hand_and_the_cursor_goes_with_it(
    tmp_path: Path, key: Qt.Key, day: date
) -> None:
    with room(tmp_path) as screen:
        made = promise(screen.desk, "Terms", due_on=date(2026, 1, 31))
        view = calendar(screen).view
        view.show_day(date(2026, 1, 31))
        QTest.keyClick(view, _KEY.Key_Return)
        QTest.keyClick(view, key, _ALT)
        assert due(screen, made) == view.day() == day
        assert view.month.month == day.replace(day=1)
        QTest.keyClick(view, _KEY.Key_Right, _ALT)
        assert due(screen, made) == day + timedelta(days=1)
        screen.desk.undo()
        screen.desk.undo()
        assert due(screen, made) == date(2026, 1, 31)


def test_what_is_in_hand_on_another_day_stays_where_it_is(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        made = promise(screen.desk, "Terms", due_on=date(2026, 1, 31))
        view = calendar(screen).view
        view.show_day(date(2026, 1, 31))
        QTest.keyClick(view, _KEY.Key_Return)
        QTest.keyClick(view, _KEY.Key_Left)
        QTest.keyClick(view, _KEY.Key_Right, _ALT)
        assert due(screen, made) == date(2026, 1, 31)


def test_a_reader_moves_nothing(tmp_path: Path) -> None:
    with room(tmp_path, kind="sample", read_only=True) as screen:
        screen.choices.choose({"visits": "all", "states": "all"})
        view = calendar(screen).view
        day = view.month.due_days()[0]
        view.show_day(day)
        QTest.keyClick(view, _KEY.Key_Return)
        made = view.action_id
        QTest.keyClick(view, _KEY.Key_Right, _ALT)
        assert not view.acceptDrops()
        assert due(screen, made) == day
