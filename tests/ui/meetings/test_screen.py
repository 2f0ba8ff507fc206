"""The room of the meetings: list and page, going there and back, making and deleting meetings."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.words import BriefSection, EntryStatus, Side
from app.planning.verbs.entries import delete_entry, edit_entry
from app.planning.verbs.people_at import remove_participant
from app.planning.views.entry import entry_detail
from app.planning.views.meetings import MeetingRow, meeting_rows
from app.ui.desk import Desk
from app.ui.screens.meetings.page_head import HEADER_PX
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.tables.marks import SIDE
from app.ui.theme.fonts import SEMIBOLD, ui_font
from app.ui.theme.style import apply_theme
from tests.helpers.planner import contents
from tests.ui.meetings.rooms import NASA, desk_of, meeting_of, open_page, room, settle

_CTRL = Qt.KeyboardModifier.ControlModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def screen(qapp: QApplication, tmp_path: Path) -> Iterator[MeetingsScreen]:
    apply_theme(qapp, "light")
    with room(tmp_path) as made:
        yield made


def on_page(screen: MeetingsScreen) -> bool:
    return screen.is_page


def meetings(screen: MeetingsScreen) -> tuple[MeetingRow, ...]:
    return desk_of(screen).ask(meeting_rows, desk_of(screen).visit_id)


def test_the_list_tells_times_heads_agenda_and_brief(screen: MeetingsScreen) -> None:
    table = screen.list.table
    assert (table.count(), screen.list.bar.count.text()) == (7, "7")
    table.selectRow(0)
    words = table.copied().text().splitlines()[1].split("\t")
    assert words[0] == "Tue 23 Jan"
    assert words[1] == "09:30–11:15 EST, 23:30–01:15 +1 KST"
    assert words[2:] == [
        f"{NASA}, Washington · NASA Headquarters",
        "Yoon Se-ryeong, Marguerite O’Hallaran",
        "95 of 105 min, 10 min to spare",
        "Cleared",
    ]


def test_at_the_usual_size_no_title_of_a_meeting_is_cut(qapp: QApplication, tmp_path: Path) -> None:
    apply_theme(qapp, "light")
    with room(tmp_path, size=(884, 800)) as screen:  # beside navigation and inspector at 1440 pixels
        table = screen.list.table
        strong = QFontMetrics(ui_font(weight=SEMIBOLD))
        widest = max(strong.horizontalAdvance(row.title) for row in meetings(screen))
        assert widest + 2 * SIDE <= table.columnWidth(2)


def test_a_meeting_is_asked_for_once_and_only_what_is_seen(
    monkeypatch: pytest.MonkeyPatch, screen: MeetingsScreen
) -> None:
    open_page(screen)
    asked: list[str] = []
    ask = Desk.ask

    def counted(desk: Desk, view: Any, *args: Any, **kwargs: Any) -> Any:
        asked.append(view.__name__)
        return ask(desk, view, *args, **kwargs)

    monkeypatch.setattr(Desk, "ask", counted)
    entry_id = meetings(screen)[1].id
    asked.clear()
    screen.open_row(entry_id)
    settle()
    assert sorted(asked) == [
        "entry_attachments",
        "entry_gifts",
        "entry_interpreters",
        "meeting",
        "offered_at",
        "suggested_precedents",
    ]
    screen.page.parts.select("seating")
    assert asked[6:] == ["seating_plan"]


def test_what_is_not_seen_shows_the_meeting_in_hand_when_it_is(screen: MeetingsScreen) -> None:
    open_page(screen)
    screen.page.parts.select("brief")
    settle()
    first = screen.page.late.brief.sections[BriefSection.PURPOSE].rows()[0].field.text()
    other = next(row for row in meetings(screen) if row.title == "ESA HQ — Director General")
    screen.open_row(other.id)
    screen.page.parts.select("brief")
    settle()
    shown = screen.page.late.brief.sections[BriefSection.PURPOSE].rows()[0].field.text()
    assert shown == meeting_of(screen).brief.section(BriefSection.PURPOSE)[0].text != first


def test_enter_opens_a_page_and_alt_left_goes_back(qtbot: QtBot, screen: MeetingsScreen) -> None:
    table = screen.list.table
    table.setFocus()
    with qtbot.waitSignal(screen.selected) as chosen:
        table.selectRow(3)
    entry_id = table.current_id()
    assert chosen.args == ["entry", entry_id]
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert on_page(screen)
    assert screen.page.title.text() == "ESA HQ — Director General"
    assert screen.page.prepared.agenda.view.hasFocus()
    QTest.keyClick(screen.page.prepared.agenda.view, Qt.Key.Key_Left, _ALT)
    assert not on_page(screen)
    assert (table.current_id(), table.hasFocus()) == (entry_id, True)
    rect = table.visualRect(table.model().index(1, 2))
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rect.center()
    )
    QTest.mouseDClick(
        table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rect.center()
    )
    assert screen.page.title.text() == "Goddard Space Flight Center"
    QTest.mouseClick(screen.page.head.back, Qt.MouseButton.LeftButton)
    assert not on_page(screen)


def test_the_filter_is_found_by_ctrl_f_and_left_with_escape(screen: MeetingsScreen) -> None:
    screen.list.table.setFocus()
    QTest.keyClick(screen.list.table, Qt.Key.Key_F, _CTRL)
    QTest.keyClicks(screen.list.bar.filter, "paris")
    assert screen.list.table.count() == 2
    assert screen.list.bar.count.text() == "2 of 7"
    for _twice in range(2):
        QTest.keyClick(screen.list.bar.filter, Qt.Key.Key_Escape)
    assert (screen.list.table.count(), screen.list.table.hasFocus()) == (7, True)


def test_a_new_meeting_opens_with_its_title_under_the_cursor(screen: MeetingsScreen) -> None:
    before = desk_of(screen).ask(contents)
    screen.list.table.selectRow(0)
    QTest.keyClick(screen.list.table, Qt.Key.Key_N, _CTRL)
    assert on_page(screen)
    assert screen.page.title.hasFocus()
    QTest.keyClicks(screen.page.title, "Besprechung mit der Raumfahrtagentur")
    QTest.keyClick(screen.page.title, Qt.Key.Key_Return)
    entry = meeting_of(screen).entry
    assert (entry.title, f"{entry.start_wall:%d %H:%M}") == (
        "Besprechung mit der Raumfahrtagentur",
        "23 11:15",
    )
    for _step in range(2):
        desk_of(screen).undo()
    assert desk_of(screen).ask(contents) == before
    assert not on_page(screen)  # its making was undone


def test_a_title_that_is_emptied_stays_as_typed_and_says_why(qtbot: QtBot, screen: MeetingsScreen) -> None:
    open_page(screen)
    title = screen.page.title
    title.begin()
    QTest.keyClick(title, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(screen.told) as told:
        QTest.keyClick(title, Qt.Key.Key_Return)
    assert told.args == ["An entry needs a title.", False]
    assert (title.text(), meeting_of(screen).entry.title) == ("", NASA)
    QTest.keyClick(title, Qt.Key.Key_Escape)
    assert title.text() == NASA


def test_the_first_meeting_of_an_empty_visit_stands_on_its_first_morning(
    qapp: QApplication, tmp_path: Path
) -> None:
    apply_theme(qapp, "light")
    with room(tmp_path, kind="small") as screen:
        assert screen.list._empty.isVisibleTo(screen)
        QTest.mouseClick(screen.list._add_first, Qt.MouseButton.LeftButton)
        entry = meeting_of(screen).entry
        assert (f"{entry.start_wall:%d %b %H:%M}", entry.start_zone) == ("01 Mar 09:00", "Asia/Seoul")
        assert screen.page.prepared.nothing.isVisibleTo(screen)
        assert screen.page.prepared.agenda.clock == "Nothing on the agenda yet."


def test_meetings_are_deleted_and_the_toast_can_undo_it(qtbot: QtBot, screen: MeetingsScreen) -> None:
    before = desk_of(screen).ask(contents)
    screen.list.table.selectAll()
    with qtbot.waitSignal(screen.told) as told:
        QTest.keyClick(screen.list.table, Qt.Key.Key_Delete)
    assert told.args == ["7 rows deleted.", True]
    assert screen.list.table.count() == 0
    desk_of(screen).undo()
    assert desk_of(screen).ask(contents) == before
    assert screen.list.table.count() == 7


def test_the_page_follows_what_changes_elsewhere_and_shuts_when_it_is_gone(screen: MeetingsScreen) -> None:
    entry = open_page(screen).entry
    desk = desk_of(screen)
    desk.do("Edit", edit_entry, entry.id, title="NASA, Hauptquartier", start_precision="undecided")
    assert screen.page.title.text() == "NASA, Hauptquartier"
    assert screen.page.prepared.agenda.clock == "10 min to spare"
    ours, people = screen.page.prepared.sides.panels
    assert (ours.side, people.side) == (Side.OURS, Side.HOST)
    count = len(people._chips)
    desk.do("Out", remove_participant, desk.ask(entry_detail, entry.id).side(Side.HOST)[0].id)
    assert len(people._chips) == count - 1
    desk.do("Delete", delete_entry, entry.id)
    assert not on_page(screen)
    assert screen.list.table.count() == 6


def test_it_reveals_a_meeting_as_page_and_an_entry_in_the_list(screen: MeetingsScreen) -> None:
    entry_id = meetings(screen)[4].id
    screen.reveal("meeting", entry_id)
    assert (screen.is_page, screen.page.entry_id) == (True, entry_id)
    screen.reveal("entry", meetings(screen)[2].id)
    assert (screen.is_page, screen.list.table.current_id()) == (False, meetings(screen)[2].id)


def test_what_cannot_be_written_can_be_read(qapp: QApplication, tmp_path: Path) -> None:
    apply_theme(qapp, "light")
    with room(tmp_path, read_only=True) as screen:
        open_page(screen)
        page = screen.page
        assert not screen.list.bar.add.isEnabled()
        assert not page.prepared.agenda.add.isVisibleTo(screen)
        assert not page.prepared.item.points.new.isVisibleTo(screen)
        QTest.keyClick(page.prepared.agenda.view, Qt.Key.Key_Down, _ALT)
        QTest.keyClick(page.prepared.agenda.view, Qt.Key.Key_Delete)
        QTest.keyClicks(page.prepared.agenda.view, "5")
        QTest.keyClick(page.prepared.agenda.view, Qt.Key.Key_Right)
        QTest.keyClick(page.prepared.agenda.view, Qt.Key.Key_Return)
        assert QApplication.activePopupWidget() is None
        assert page.prepared.agenda.view.viewport().findChild(QLineEdit) is None
        page.parts.select("brief")
        settle()
        screen.leave()
        assert [item.minutes for item in meeting_of(screen).items] == [25, 20, 20, 20, 10]


def test_a_page_that_was_hidden_shows_what_is_new_or_gives_way(screen: MeetingsScreen) -> None:
    entry = open_page(screen).entry
    screen.hide()
    desk_of(screen).do("Edit", edit_entry, entry.id, title="Renamed meanwhile")
    assert screen.page.title.text() == NASA
    screen.show()
    assert screen.page.title.text() == "Renamed meanwhile"
    screen.hide()
    desk_of(screen).do("Delete", delete_entry, entry.id)
    screen.show()
    assert not on_page(screen)


def _menu_action(menu: QMenu, *words: str) -> QAction:
    action = next(action for action in menu.actions() if action.text() == words[0])
    inside = action.menu()
    return _menu_action(inside, *words[1:]) if isinstance(inside, QMenu) else action


def test_the_menu_leads_to_the_programme_and_changes_many_at_once(
    qtbot: QtBot, screen: MeetingsScreen
) -> None:
    screen.list.table.selectRow(2)
    menu = screen.list.make_menu()
    with qtbot.waitSignal(screen.go) as gone:
        _menu_action(menu, "Show in the programme").trigger()
    assert gone.args == ["entry", meetings(screen)[2].id]
    screen.list.table.selectAll()
    menu = screen.list.make_menu()
    _menu_action(menu, "Status", "Tentative").trigger()
    assert {row.status for row in meetings(screen)} == {EntryStatus.TENTATIVE}
    desk_of(screen).undo()
    assert {row.status for row in meetings(screen)} == {EntryStatus.CONFIRMED}


_NAMED = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)


def test_every_control_has_a_name(screen: MeetingsScreen) -> None:
    open_page(screen)
    for part in ("agenda", "brief"):
        screen.page.parts.select(part)
        settle()
        unnamed = [
            widget
            for widget in screen.findChildren(QWidget)
            if isinstance(widget, _NAMED)
            and widget.isVisibleTo(screen)
            and not widget.accessibleName()
            and not isinstance(widget.parent(), QLineEdit | QComboBox)
        ]
        assert unnamed == []


@pytest.mark.parametrize("phase", ["prepare", "run"])
def test_beside_navigation_and_inspector_the_head_of_a_page_is_one_line(
    screen: MeetingsScreen, phase: str
) -> None:
    screen.resize(884, 800)
    open_page(screen)
    head = screen.page.head
    screen.page.phases.select(phase)
    settle()
    assert head.height() == HEADER_PX
    assert head.title.width() >= head.title.sizeHint().width()
    assert head.below.width() >= head.below.sizeHint().width()


def test_a_long_title_is_read_whole_and_the_time_stands_below_it(screen: MeetingsScreen) -> None:
    page = screen.page
    screen.resize(1160, 830)
    entry = open_page(screen).entry
    assert (page.head.time.isVisible(), page.head.below.isVisible()) == (True, False)
    title = "Bilaterales Gespräch mit der Leitung des Raumfahrtzentrums"
    desk_of(screen).do("Edit", edit_entry, entry.id, title=title)
    QApplication.processEvents()
    assert (page.head.time.isVisible(), page.head.below.isVisible()) == (False, True)
    assert page.title.width() >= page.title.sizeHint().width()
