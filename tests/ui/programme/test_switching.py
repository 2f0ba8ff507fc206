"""Between the forms of the programme: selection and place are kept, both ways."""

from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.planning.verbs.entries import create_entry
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.programme.screen import ProgrammeScreen
from app.ui.screens.programme.switching import BoardLooked, ListLooked
from tests.ui.planner import PARIS

FIRST = date(2024, 3, 25)
DAYS = 12


def _fill(session: Session, visit_id: str) -> list[str]:
    """Plan six entries on each day, and return the first of each."""
    ids = []
    for number in range(DAYS):
        for hour in (8, 10, 12, 14, 16, 18):
            start = datetime.combine(FIRST, datetime.min.time()) + timedelta(days=number, hours=hour)
            made = create_entry(
                session,
                visit_id,
                title=f"Day {number + 1}, at {hour}",
                start_wall=start,
                start_zone=PARIS,
                end_wall=start + timedelta(hours=1),
                end_zone=PARIS,
            )
            ids += [made] if hour == 10 else []
    return ids


@pytest.fixture
def ids(desk: Desk) -> list[str]:
    return desk.do("Fill", _fill, desk.visit_id)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def screen(desk: Desk, ids: list[str], preferences: Preferences, qtbot: QtBot) -> ProgrammeScreen:
    assert ids
    made = ProgrammeScreen(desk, preferences)
    qtbot.addWidget(made)
    made.resize(820, 520)
    with qtbot.waitExposed(made):
        made.show()
    _settle()
    return made


def _settle() -> None:
    for _round in range(3):
        QApplication.processEvents()


def _go(screen: ProgrammeScreen, form: str) -> None:
    screen.show_form(form)
    _settle()


def _days(screen: ProgrammeScreen) -> list[date]:
    looked = ListLooked(screen.list()) if screen.form == "list" else BoardLooked(screen.board())
    return list(looked.days())


def _sees(screen: ProgrammeScreen, entry_id: str) -> bool:
    looked = ListLooked(screen.list()) if screen.form == "list" else BoardLooked(screen.board())
    return looked.sees(entry_id)


def test_what_is_selected_is_in_view_in_each_form(screen: ProgrammeScreen, ids: list[str]) -> None:
    screen.select(ids[8])
    told: list[str] = []
    screen.entry_selected.connect(told.append)
    for form in ("list", "day", "visit", "list", "visit", "day", "list"):
        _go(screen, form)
        assert screen.selected() == ids[8]
        assert _sees(screen, ids[8]), form
        if form == "day":
            assert _days(screen) == [FIRST + timedelta(days=8)]
    assert told == []


def test_all_that_are_selected_stay_so(screen: ProgrammeScreen, ids: list[str]) -> None:
    screen.board().selection.set(ids[2:5])
    _go(screen, "list")
    assert sorted(screen.list().view.selected_ids()) == sorted(ids[2:5])
    assert screen.list().view.current_id() == ids[4] == screen.selected()
    screen.list().view.select_rows(ids[6:9])
    _go(screen, "visit")
    assert sorted(screen.board().selection.ids) == sorted(ids[6:9])
    assert screen.selected() == ids[8]


def test_the_day_in_view_is_in_view_in_the_next_form(screen: ProgrammeScreen) -> None:
    day = FIRST + timedelta(days=7)
    screen.board().days.show_day(day)
    first = _days(screen)[0]
    _go(screen, "list")
    assert _days(screen)[0] == first
    screen.list().show_day(FIRST + timedelta(days=2))
    _go(screen, "day")
    assert _days(screen) == [FIRST + timedelta(days=2)]
    screen.board().days.show_day(FIRST + timedelta(days=5))
    _go(screen, "list")
    assert _days(screen)[0] == FIRST + timedelta(days=5)


@pytest.mark.usefixtures("ids")
def test_each_form_is_where_it_was_if_nothing_moved(screen: ProgrammeScreen) -> None:
    board = screen.board()
    board.days.show_day(FIRST + timedelta(days=3))
    across, down = board.view.horizontalScrollBar(), board.view.verticalScrollBar()
    across.setValue(across.value() + 37)
    down.setValue(211)
    before = across.value(), down.value()
    _go(screen, "list")
    bar = screen.list().view.verticalScrollBar()
    bar.setValue(bar.value() + 45)
    place = bar.value()
    _go(screen, "visit")
    assert (across.value(), down.value()) == before
    _go(screen, "list")
    assert bar.value() == place
    _go(screen, "day")
    _go(screen, "visit")
    assert (across.value(), down.value()) == before
    assert screen.selected() == ""


def test_a_selection_that_was_scrolled_away_does_not_pull_the_view(
    screen: ProgrammeScreen, ids: list[str]
) -> None:
    _go(screen, "list")
    screen.select(ids[0])
    screen.list().show_day(FIRST + timedelta(days=9))
    _settle()
    _go(screen, "visit")
    assert FIRST + timedelta(days=9) in _days(screen)
    assert screen.selected() == ids[0]


def test_a_day_opened_by_its_head_is_the_one_that_is_shown(screen: ProgrammeScreen, ids: list[str]) -> None:
    screen.select(ids[0])
    screen.board().day_opened.emit(FIRST + timedelta(days=4))
    _settle()
    assert screen.form == "day"
    assert _days(screen) == [FIRST + timedelta(days=4)]


def test_what_is_typed_into_a_cell_is_saved_by_another_form(
    screen: ProgrammeScreen, desk: Desk, ids: list[str]
) -> None:
    _go(screen, "list")
    view = screen.list().view
    assert view.edit_cell(ids[1], "title")
    editor = view._delegate.editor
    assert editor is not None
    partial(editor.setText, "Typed")()  # type: ignore[attr-defined]
    _go(screen, "visit")
    assert screen.board().scene.lines[ids[1]].title == "Typed"
    assert desk.next_undo() is not None


def test_sizes_are_remembered(
    screen: ProgrammeScreen, desk: Desk, preferences: Preferences, qtbot: QtBot
) -> None:
    _go(screen, "list")
    titles = [column.key for column in screen.list().view._rows.columns]
    screen.list().view._head.resizeSection(titles.index("title"), 311)
    _go(screen, "visit")
    screen.board().view.set_zoom(190.0, 61.0)
    screen.board()._on_zoomed()
    again = ProgrammeScreen(desk, preferences)
    qtbot.addWidget(again)
    again.resize(820, 520)
    again.show()
    assert again.form == "visit"
    measures = again.board().scene.measures
    assert (measures.column_px, measures.hour_px) == (190.0, 61.0)
    _go(again, "list")
    assert again.list().view._head.sectionSize(titles.index("title")) == 311
