"""The programme as a list: sorted, grouped, filtered, edited in place, changed many at once, copied."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus, Marking
from app.planning.verbs.entries import edit_entry, set_parties
from app.planning.verbs.places import create_place
from app.planning.views.entry import EntryDetail, entry_detail
from app.planning.views.visits import choices
from app.ui.desk import Desk
from app.ui.forms.words import QuietBox
from app.ui.preferences import Preferences
from app.ui.screens.programme.list_form import ListForm
from app.ui.screens.programme.panels.which import WhichTime
from app.ui.screens.programme.screen import ProgrammeScreen
from app.ui.screens.programme.words import ListRow, day_words, ends, other_clock, starts
from app.ui.tables.marks import SIDE
from app.ui.theme.fonts import TEXT_PX, ui_font
from app.wording.names import word_name
from tests.helpers.pictures import grab
from tests.ui.planner import add

Key = Qt.Key


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    made = Preferences(tmp_path / "window.ini")
    made.programme_form = "list"
    return made


@pytest.fixture
def show(desk: Desk, preferences: Preferences, qtbot: QtBot) -> Callable[[], ProgrammeScreen]:
    def made() -> ProgrammeScreen:
        screen = ProgrammeScreen(desk, preferences)
        qtbot.addWidget(screen)
        screen.resize(1000, 560)
        with qtbot.waitExposed(screen):
            screen.show()
        return screen

    return made


@pytest.fixture
def ids(desk: Desk) -> dict[str, str]:
    place = desk.do("Place", partial(create_place, name="Palais", zone="Europe/Paris"))
    rows: dict[str, tuple[datetime, dict[str, Any]]] = {
        "Breakfast": (datetime(2024, 3, 26, 8), {"kind": EntryKind.MEAL}),
        "Director": (datetime(2024, 3, 26, 10), {"place_id": place, "marking": Marking.CONFIDENTIAL}),
        "Press": (datetime(2024, 3, 27, 9), {"kind": EntryKind.MEDIA, "status": EntryStatus.TENTATIVE}),
        "Call": (datetime(2024, 3, 27, 15), {"place_id": place, "start_precision": Precision.UNDECIDED}),
    }
    return {title: add(desk, title, start, **fields) for title, (start, fields) in rows.items()}


@pytest.fixture
def screen(show: Callable[[], ProgrammeScreen], ids: dict[str, str]) -> ProgrammeScreen:
    assert ids
    made = show()
    made.list().view.setFocus()
    return made


def _rows(form: ListForm) -> list[str]:
    """Return what stands in the list, headings in brackets."""
    rows = form.view._rows
    return [
        f"[{heading.title}]" if (heading := rows.heading(at)) else rows.row_of(key).title
        for at, key in enumerate(rows.ids)
    ]


def _group(form: ListForm, key: str) -> None:
    box = form.bar.groups
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def _type(form: ListForm, entry_id: str, column: str, text: str) -> None:
    assert form.view.edit_cell(entry_id, column)
    editor = form.view._delegate.editor
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Key.Key_Return)


def _entry(desk: Desk, entry_id: str) -> EntryDetail:
    return desk.ask(entry_detail, entry_id)


def test_lines_stand_under_their_days_and_under_other_headings(
    screen: ProgrammeScreen, desk: Desk, ids: dict[str, str]
) -> None:
    form = screen.list()
    party = desk.ask(choices, desk.visit_id).parties[0]
    desk.do("For", set_parties, ids["Call"], party_ids=frozenset({party.id}))
    grab(screen, "list")
    assert _rows(form) == ["[Tue 26 Mar]", "Breakfast", "Director", "[Wed 27 Mar]", "Press", "Call"]
    said = {}
    for key in ("place", "party", "status", "kind", "none"):
        _group(form, key)
        said[key] = _rows(form)
    grab(screen, "list-ungrouped")
    assert said == {
        "place": ["[Palais]", "Director", "Call", "[No place]", "Breakfast", "Press"],
        "party": ["[Everyone]", "Breakfast", "Director", "Press", f"[{party.name}]", "Call"],
        "status": ["[Confirmed]", "Breakfast", "Director", "Call", "[Tentative]", "Press"],
        "kind": ["[Meeting]", "Director", "Call", "[Meal]", "Breakfast", "[Media]", "Press"],
        "none": ["Breakfast", "Director", "Press", "Call"],
    }
    assert form.view._head.shown()[0] == 0
    assert form.view._rows.cell(0, 0).text == "Tue 26 Mar"
    _group(form, "day")
    assert form.view._head.shown()[0] == 1


@pytest.mark.parametrize("key", ["day", "kind"])
def test_hours_and_status_are_whole_where_there_is_little_room(
    screen: ProgrammeScreen, desk: Desk, ids: dict[str, str], key: str
) -> None:
    """Columns of words give way instead."""
    del ids
    add(desk, "AF 267", datetime(2024, 3, 27, 22), 19 * 60, kind=EntryKind.TRAVEL, end_zone="Asia/Seoul")
    screen.resize(720, 600)
    form = screen.list()
    _group(form, key)
    QApplication.processEvents()
    model, head = form.view.model(), form.view.horizontalHeader()
    measure = QFontMetrics(ui_font(TEXT_PX, tabular=True))
    written: dict[str, Callable[[ListRow], str]] = {
        "Day": day_words,
        "Starts": starts,
        "Ends": ends,
        "Other clock": other_clock,
        "Status": lambda row: word_name(row.line.status),
    }
    assert "17:00 KST +1" in {ends(row) for row in form.view.rows()}
    for section in range(model.columnCount()):
        words = written.get(str(model.headerData(section, Qt.Orientation.Horizontal)))
        if words is not None and not head.isSectionHidden(section):
            widest = max(measure.horizontalAdvance(words(row)) for row in form.view.rows())
            assert widest + 2 * SIDE <= head.sectionSize(section), section


def test_what_was_refused_in_a_cell_outlives_a_filter_and_a_regrouping(
    screen: ProgrammeScreen, desk: Desk, ids: dict[str, str]
) -> None:
    form = screen.list()
    _type(form, ids["Director"], "start", "25:99")
    editor = form.view._delegate.editor
    assert isinstance(editor, QLineEdit)
    form.bar.filter.setFocus()
    QTest.keyClicks(form.bar.filter, "Press")
    _group(form, "kind")
    assert form.view._delegate.editor is editor
    assert (editor.text(), form.bar.filter.text()) == ("25:99", "Press")
    assert "[Tue 26 Mar]" in _rows(form)
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, "10:30")
    QTest.keyClick(editor, Key.Key_Return)
    assert _entry(desk, ids["Director"]).start_wall.minute == 30
    assert _rows(form) == ["[Media]", "Press"]  # it was only put off


@pytest.mark.parametrize(("column", "typed"), [("start", "2:30"), ("end", "2:40"), ("day", "27 Oct")])
def test_a_time_that_comes_twice_is_asked_for_by_the_panel_of_the_board(
    screen: ProgrammeScreen, desk: Desk, column: str, typed: str
) -> None:
    form = screen.list()
    on, clock = (26, 2) if column == "day" else (27, 1)
    at = datetime(2024, 10, on, clock, 30)
    entry = add(desk, "Night", at, 20)
    _group(form, "none")  # so that the days are in cells
    _type(form, entry, column, typed)
    assert form.view._delegate.editor is None
    panel = screen.commands.panel
    assert isinstance(panel, WhichTime)
    assert all(each.width() >= each.sizeHint().width() for each in (*panel.offers, panel.shut_button))
    assert _entry(desk, entry).start_wall == at
    grab(screen, "list-twice")
    QTest.mouseClick(panel.offers[1], Qt.MouseButton.LeftButton)
    found = _entry(desk, entry)
    fold = found.end_fold if column == "end" else found.start_fold
    wall = found.end_wall if column == "end" else found.start_wall
    assert (wall.day, wall.hour, fold) == (27, 2, 1)
    desk.undo()
    assert _entry(desk, entry).start_wall == at


def test_grouping_sorting_and_columns_are_remembered(
    screen: ProgrammeScreen, show: Callable[[], ProgrammeScreen], preferences: Preferences
) -> None:
    form = screen.list()
    _group(form, "kind")
    head = form.view._head
    titles = [column.key for column in form.view._rows.columns]
    head.setSortIndicator(titles.index("title"), Qt.SortOrder.DescendingOrder)
    head.setSectionHidden(titles.index("other"), True)
    head.chosen.emit()
    head.resizeSection(titles.index("title"), 300)
    again = show().list()
    assert preferences.programme_grouping == again.bar.grouping() == "kind"
    assert _rows(again) == ["[Meeting]", "Director", "Call", "[Meal]", "Breakfast", "[Media]", "Press"]
    assert again.view._head.isSectionHidden(titles.index("other"))
    assert again.view._head.sectionSize(titles.index("title")) == 300


def test_a_filter_leaves_what_has_the_words(screen: ProgrammeScreen, ids: dict[str, str]) -> None:
    form = screen.list()
    QTest.keyClick(screen, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is form.bar.filter
    QTest.keyClicks(form.bar.filter, "palais")
    assert _rows(form) == ["[Tue 26 Mar]", "Director", "[Wed 27 Mar]", "Call"]
    assert form.bar.count.text() == "2 of 4"
    assert form.count() == 4
    QTest.keyClicks(form.bar.filter, "zzz")
    assert form._stack.currentWidget() is form._none_fits
    screen.select(ids["Press"])  # asked for by name: no filter hides it
    assert form.bar.filter.text() == ""
    assert screen.selected() == ids["Press"]


def test_cells_are_edited_in_place(screen: ProgrammeScreen, desk: Desk, ids: dict[str, str]) -> None:
    form, first = screen.list(), ids["Breakfast"]
    _type(form, first, "title", "Breakfast with the team")
    _type(form, first, "start", "8.30")
    _type(form, first, "end", "9:15")
    _type(form, first, "place", "pal")
    entry = _entry(desk, first)
    assert (entry.title, entry.place) == ("Breakfast with the team", "Palais")
    assert (entry.start_wall, entry.end_wall) == (datetime(2024, 3, 26, 8, 30), datetime(2024, 3, 26, 9, 15))
    labels = []
    for _step in range(4):
        step = desk.next_undo()
        assert step is not None
        labels.append(step.label)
        desk.undo()
    assert labels == [
        "Change the place of “Breakfast with the team”",
        "Change the end of “Breakfast with the team”",
        "Move “Breakfast with the team”",
        "Rename “Breakfast”",
    ]
    assert _entry(desk, first).title == "Breakfast"


def test_a_place_is_taken_away_by_its_words(screen: ProgrammeScreen, desk: Desk, ids: dict[str, str]) -> None:
    form = screen.list()
    assert form.view.edit_cell(ids["Director"], "place")
    editor = form.view._delegate.editor
    assert isinstance(editor, QLineEdit)
    QTest.keyClick(editor, Key.Key_Backspace)
    QTest.keyClick(editor, Key.Key_Escape)  # the list of places
    QTest.keyClick(editor, Key.Key_Return)
    assert _entry(desk, ids["Director"]).place is None
    assert _entry(desk, ids["Call"]).place == "Palais"


def test_a_moved_line_goes_to_its_place_and_stays_selected(
    screen: ProgrammeScreen, desk: Desk, ids: dict[str, str]
) -> None:
    form = screen.list()
    _type(form, ids["Breakfast"], "start", "1130")
    assert _rows(form)[:3] == ["[Tue 26 Mar]", "Director", "Breakfast"]
    assert screen.selected() == ids["Breakfast"]
    form.view._head.setSectionHidden(0, False)
    _type(form, ids["Breakfast"], "day", "27 Mar")
    assert _rows(form) == ["[Tue 26 Mar]", "Director", "[Wed 27 Mar]", "Press", "Breakfast", "Call"]
    assert _entry(desk, ids["Breakfast"]).start_wall == datetime(2024, 3, 27, 11, 30)
    assert screen.selected() == ids["Breakfast"]


def test_a_status_is_chosen_in_its_cell(screen: ProgrammeScreen, desk: Desk, ids: dict[str, str]) -> None:
    form = screen.list()
    form.view.edit_cell(ids["Press"], "status")
    box = form.view._delegate.editor
    assert isinstance(box, QuietBox)
    box.setCurrentIndex(box.findData("cancelled"))
    box.activated.emit(box.currentIndex())
    assert _entry(desk, ids["Press"]).status is EntryStatus.CANCELLED
    assert form.view._delegate.editor is None


def test_a_time_that_is_to_be_decided_is_decided_by_typing(
    screen: ProgrammeScreen, desk: Desk, ids: dict[str, str]
) -> None:
    form = screen.list()
    _type(form, ids["Call"], "start", "16:20")
    entry = _entry(desk, ids["Call"])
    assert (entry.start_wall, entry.start_precision) == (datetime(2024, 3, 27, 16, 20), Precision.EXACT)


def test_a_time_that_is_typed_is_told_with_undo_and_to_be_told_on(
    screen: ProgrammeScreen, ids: dict[str, str]
) -> None:
    told: list[tuple[str, bool]] = []
    replanned: list[str] = []
    screen.told.connect(lambda words, undoable: told.append((words, undoable)))
    screen.replanned.connect(replanned.append)
    form = screen.list()
    _group(form, "none")
    for column, text in (("start", "9:05"), ("end", "11:55"), ("day", "28 Mar"), ("title", "Breakfast, all")):
        _type(form, ids["Breakfast"], column, text)
    moved, stretched = "“Breakfast” moved.", "The length of “Breakfast” changed."
    assert replanned == [moved, stretched, moved]
    assert told == [(words, True) for words in replanned]


def test_the_clock_that_leads_is_typed(screen: ProgrammeScreen, desk: Desk, ids: dict[str, str]) -> None:
    screen.bar.clocks.select("home")
    form = screen.list()
    _type(form, ids["Breakfast"], "start", "17:00")
    assert _entry(desk, ids["Breakfast"]).start_wall == datetime(2024, 3, 26, 9)


def test_what_is_refused_stays_in_its_cell(screen: ProgrammeScreen, ids: dict[str, str]) -> None:
    form = screen.list()
    for column, text, words in (
        ("start", "25:00", "Write a time"),
        ("title", " ", "An entry needs a title."),
        ("place", "Nowhere", ""),
    ):
        _type(form, ids["Director"], column, text)
        if words:
            assert form.view._delegate._fault.text().startswith(words)
        assert form.view._delegate.refused
        grab(screen, f"list-refused-{column}")
        editor = form.view._delegate.editor
        assert editor is not None
        QTest.keyClick(editor, Key.Key_Escape)
    _type(form, ids["Director"], "start", "25:00")
    assert not form.view.finish_editing()


@pytest.mark.parametrize(
    ("column", "typed", "start", "offered"),
    [
        ("start", "2:30", datetime(2024, 3, 31, 1, 15), ["01:59", "03:00"]),
        ("end", "2:30", datetime(2024, 3, 31, 1, 15), ["01:59", "03:00"]),
        ("end", "2:30", datetime(2024, 3, 31, 1, 59), ["03:00"]),  # it cannot end as it starts
        ("day", "31 Mar", datetime(2024, 3, 30, 2, 30), ["01:59", "03:00"]),
    ],
)
def test_for_a_skipped_time_the_nearest_are_offered(
    screen: ProgrammeScreen, desk: Desk, column: str, typed: str, start: datetime, offered: list[str]
) -> None:
    form = screen.list()
    entry = add(desk, "Night", start, 20 if start.minute == 15 else 90)
    _group(form, "none")
    for number, clock in enumerate(offered):
        _type(form, entry, column, typed)
        assert form.view._delegate.editor is None
        panel = screen.commands.panel
        assert isinstance(panel, WhichTime)
        assert [each.words() for each in panel.offers] == offered
        assert _entry(desk, entry).start_wall == start
        QTest.mouseClick(panel.offers[number], Qt.MouseButton.LeftButton)
        found = _entry(desk, entry)
        wall = found.end_wall if column == "end" else found.start_wall
        assert f"{wall:%d %H:%M}" == f"31 {clock}"
        desk.undo()


def test_many_are_changed_at_once(screen: ProgrammeScreen, desk: Desk, ids: dict[str, str]) -> None:
    form = screen.list()
    told: list[tuple[str, bool]] = []
    screen.told.connect(lambda words, undoable: told.append((words, undoable)))
    form.view.selectAll()
    assert form.bar.change.isVisible()
    assert form.bar.change.words() == "Change 4 selected"
    menu = form.bar.change.menu()
    menu.aboutToShow.emit()
    _choose(menu, "Status", "Cancelled")
    assert {_entry(desk, one).status for one in ids.values()} == {EntryStatus.CANCELLED}
    step = desk.next_undo()
    assert step is not None
    assert step.label == "Status: Cancelled (4)"
    menu.aboutToShow.emit()
    _choose(menu, "For", "Principal")
    assert all(len(_entry(desk, one).parties) == 1 for one in ids.values())
    assert told == [("4 entries changed.", True)] * 2
    form.view.select(ids["Press"])
    assert not form.bar.change.isVisible()


def _choose(menu: QMenu, field: str, value: str) -> None:
    (inside,) = (action.menu() for action in menu.actions() if action.text() == field)
    assert isinstance(inside, QMenu)
    (action,) = (action for action in inside.actions() if action.text() == value)
    action.trigger()


def test_the_menu_of_a_line_has_copies_and_changes(screen: ProgrammeScreen, ids: dict[str, str]) -> None:
    form = screen.list()
    form.view.select(ids["Director"])
    form.view.menu_wanted.emit(QPoint(10, 50))
    menu = next(menu for menu in screen.findChildren(QMenu) if menu.isVisible())
    words = [action.text() for action in menu.actions()]
    for wanted in (
        "Copy as table",
        "Copy as text",
        "Status",
        "Kind",
        "For",
        "Marking",
        "Columns …",
        "Delete entry",
    ):
        assert wanted in words
    menu.close()
    board = QGuiApplication.clipboard()
    QTest.keyClick(form.view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert board.text() == "Tue 26 Mar · Paris · CET\n\n10:00–11:00  Director · Palais\n"
    form.view.copy()
    assert board.text() == (
        "Starts\tEnds\tOther clock\tTitle\tPlace\tStatus\tFor\n"
        "10:00\t11:00\t18:00–19:00\tDirector, CONFIDENTIAL\tPalais\tConfirmed\tEveryone\n"
    )
    form.view.copy_lines()
    assert board.text() == "10:00 — 11:00; 18:00–19:00; Director, CONFIDENTIAL; Palais; Confirmed; Everyone"


def test_delete_takes_all_that_is_selected(screen: ProgrammeScreen, desk: Desk, ids: dict[str, str]) -> None:
    form = screen.list()
    form.view.select(ids["Breakfast"])
    QTest.keyClick(form.view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(form.view, Key.Key_Delete)
    assert _rows(form) == ["[Wed 27 Mar]", "Press", "Call"]
    desk.undo()
    assert len(_rows(form)) == 6


def test_what_is_being_typed_is_saved_when_the_room_is_left(
    screen: ProgrammeScreen, desk: Desk, ids: dict[str, str]
) -> None:
    form = screen.list()
    form.view.edit_cell(ids["Press"], "title")
    editor: Any = form.view._delegate.editor
    QTest.keyClicks(editor, "Press line")
    screen.leave()
    assert _entry(desk, ids["Press"]).title == "Press line"


def test_long_titles_and_hangul_are_cut_with_their_whole_in_the_tip(
    screen: ProgrammeScreen, desk: Desk, ids: dict[str, str]
) -> None:
    form = screen.list()
    for title, key in (
        ("Gemeinsame Abschlussbesprechung des Lenkungsausschusses für Weltraumforschung", "Director"),
        ("한국과학기술정보통신부 차관 주재 우주 협력 실무 회의 및 서명식 준비 점검", "Press"),
    ):
        desk.do("Edit", partial(edit_entry, entry_id=ids[key], title=title))
        at = form.view._rows.place(ids[key])
        index = form.view._rows.index(at, 4)
        assert title in form.view._delegate.tip(form.view.visualRect(index), index)
    grab(screen, "list-long")


def test_an_arrow_goes_to_the_first_line_where_none_is_selected(
    screen: ProgrammeScreen, ids: dict[str, str]
) -> None:
    view = screen.list().view
    view.setCurrentIndex(QModelIndex())
    view.clearSelection()
    assert screen.selected() == ""
    view.setFocus()
    QTest.keyClick(view, Key.Key_Down)
    assert screen.selected() == next(row.id for row in view.rows())
    assert screen.selected() in ids.values()


def test_what_is_cut_is_seen_in_the_list_and_escape_forgets_it(
    screen: ProgrammeScreen, ids: dict[str, str]
) -> None:
    view = screen.list().view
    one, *others = ids.values()
    screen.select(one)
    view.setFocus()
    QTest.keyClick(view, Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert {row.id for row in view.rows() if row.cut} == {one}
    QTest.keyClick(view, Key.Key_Escape)
    assert not any(row.cut for row in view.rows())
    screen.select(others[0])
    QTest.keyClick(view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(view.rows()) == len(ids) + 1  # a copy: nothing was cut any more
    QApplication.clipboard().clear()
