"""The actions as a calendar of the days on which they are due."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.words import ActionState, Side
from app.planning.views.actions import action_detail
from app.ui.screens.actions.calendar import DueCalendar
from app.ui.screens.actions.screen import ActionsScreen
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.ui.actions.test_actions import TODAY, promise, room
from tests.ui.shown import shown_room
from tests.ui.windows import Answers

_KEY = Qt.Key
_TEXT = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


def calendar(screen: ActionsScreen) -> DueCalendar:
    QTest.mouseClick(screen.choices.form.button("calendar"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    screen.calendar.view.setFocus()
    return screen.calendar


def test_each_day_has_its_actions_and_a_screen_reader_hears_them(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        promise(screen.desk, "Send the\nterms", due_on=TODAY)
        promise(screen.desk, "Some day")
        promise(screen.desk, "Long ago", due_on=TODAY - timedelta(days=90))
        due = calendar(screen)
        model = due.view.month
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        heard = model.data(model.place(TODAY), _TEXT)
        assert heard.endswith("1 action, Send the terms · nobody yet · Open · today")
        assert (due.someday.text(), due.earlier.words()) == ("1 without a day", "1 earlier")
        assert not due.later.isVisible()
        QTest.mouseClick(due.earlier, Qt.MouseButton.LeftButton)
        assert due.view.day() == TODAY - timedelta(days=90)
        assert due.later.words() == "1 later"
        QTest.mouseClick(due.later, Qt.MouseButton.LeftButton)
        assert due.view.day() == TODAY


def test_the_keys_go_from_day_to_day_and_from_month_to_month(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        view = calendar(screen).view
        view.show_day(date(2026, 1, 31))
        for key, day in (
            (_KEY.Key_Right, date(2026, 2, 1)),
            (_KEY.Key_Up, date(2026, 1, 25)),
            (_KEY.Key_Down, date(2026, 2, 1)),
            (_KEY.Key_Left, date(2026, 1, 31)),
            (_KEY.Key_PageDown, date(2026, 2, 28)),
            (_KEY.Key_PageUp, date(2026, 1, 28)),
            (_KEY.Key_Home, TODAY),
        ):
            QTest.keyClick(view, key)
            assert view.day() == day
            assert view.month.month == day.replace(day=1)


def test_enter_goes_through_the_actions_of_a_day_and_the_inspector_follows(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        made = [promise(screen.desk, f"P{number}", due_on=TODAY) for number in range(2)]
        view = calendar(screen).view
        chosen: list[str] = []
        screen.selected.connect(lambda _kind, row_id: chosen.append(row_id))
        view.show_day(TODAY)
        for _press in range(3):
            QTest.keyClick(view, _KEY.Key_Return)
        assert [each for each in chosen if each] == [made[0], made[1], made[0]]
        QTest.mouseClick(
            view.viewport(),
            Qt.MouseButton.LeftButton,
            pos=view.line_rect(screen.table.row(made[1])).center(),
        )
        assert screen.table.current_id() == made[1] == view.action_id


def test_the_choices_and_the_filter_hold_in_the_calendar_too(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        promise(screen.desk, "Ours", due_on=TODAY)
        promise(screen.desk, "Theirs", owed_by=Side.HOST, due_on=TODAY)
        promise(screen.desk, "Done", due_on=TODAY, state=ActionState.DONE)
        month = calendar(screen).view.month
        assert [row.text for row in month.rows_on(TODAY)] == ["Ours", "Theirs"]
        screen.choices.sides.select(Side.HOST)
        assert [row.text for row in month.rows_on(TODAY)] == ["Theirs"]
        screen.choices.choose({"sides": "both", "states": "all"})
        screen.bar.filter.setText("done")
        assert [row.text for row in month.rows_on(TODAY)] == ["Done"]
        assert not screen.choices.groups.isVisible()


def test_what_is_added_in_the_calendar_is_due_on_the_day_under_the_cursor(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        promise(screen.desk, "There", due_on=TODAY)
        view = calendar(screen).view
        view.show_day(TODAY + timedelta(days=40))
        QTest.mouseClick(screen.bar.add, Qt.MouseButton.LeftButton)
        added = screen.table.current_id()
        assert screen.desk.ask(action_detail, added).due_on == TODAY + timedelta(days=40)
        assert view.action_id == added
        screen.desk.undo()
        assert not view.month.rows_on(TODAY + timedelta(days=40))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_drawn_in_both_themes_with_long_names_and_more_than_a_day_has_room_for(
    qapp: QApplication, tmp_path: Path, scheme: str
) -> None:
    apply_theme(qapp, "dark" if scheme == "dark" else "light")
    with room(tmp_path) as screen:
        for number in range(9):
            promise(screen.desk, f"{number} Weltraumwettervorhersagedatenaustausch 우주항공청", due_on=TODAY)
        view = calendar(screen).view
        grab(screen, f"actions-calendar-{scheme}")
        lines = list(view.lines(view.month.place(TODAY)))
        assert lines[-1][1] is None
        assert len(lines) < 9


def test_what_is_due_is_saved_for_one_of_our_readers(tmp_path: Path, qtbot: QtBot) -> None:
    answers = Answers()
    make = partial(ActionsScreen, chooser=answers)
    with shown_room(make, tmp_path, "small", read_only=False, size=(884, 830)) as screen:
        calendar(screen)
        assert screen.choices.form.current() == "calendar"
        promise(screen.desk, "Terms", due_on=TODAY)
        answers.paths.append(tmp_path / "due.ics")
        with qtbot.waitSignal(screen.told, timeout=20_000) as told:
            screen.due.menu.actions()[0].trigger()
            assert not screen.calendar.save.isEnabled()
        assert told.args == ["Saved due.ics", False]
        assert answers.suggested[0].name == "Promises due.ics"
        assert b"SUMMARY:Terms" in (tmp_path / "due.ics").read_bytes()
