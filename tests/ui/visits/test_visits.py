"""Visits on the real widgets: begun with keys alone, opened, copied, put away, deleted; the room of one."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.words import VisitState
from app.planning.settings import set_home_zone
from app.planning.verbs.stops import edit_stop
from app.planning.verbs.visits import edit_visit
from app.planning.views.visit import party_rows, stop_rows, visit_detail
from app.planning.views.visits import visit_cards
from app.reference.spots import SpotKind, find_spots
from app.ui.desk import Desk
from app.ui.inspector.visit import VisitSheet
from app.ui.preferences import Preferences
from app.ui.screens.visits.new_visit import NewVisitPanel
from app.ui.screens.visits.screen import VisitsScreen
from app.ui.screens.visits.visit_screen import VisitScreen
from app.ui.theme.style import apply_theme
from app.ui.widgets.empty import EmptyState
from app.ui.window.first_visit import FirstVisit
from tests.helpers.pictures import grab
from tests.helpers.planner import contents, planner
from tests.ui.planner import open_desk

_HANGUL = "대한민국 과학기술정보통신부 차관 미국·유럽 우주 협력 방문"
_GERMAN = "Weltraumzusammenarbeitsvereinbarungsunterzeichnungsreise nach Washington"


def _type(line: QLineEdit, text: str) -> None:
    """Type a text as an input method gives it: keys alone make no Hangul."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(line, event)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def empty(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    apply_theme(qapp, "light")
    desk = open_desk(planner(tmp_path, "empty"))
    yield desk
    desk.close()


def test_a_visit_is_begun_with_keys_alone(empty: Desk, qtbot: QtBot) -> None:
    panel = NewVisitPanel(empty, first=True)
    qtbot.addWidget(panel)
    panel.resize(560, 420)
    panel.show()
    panel.begin()
    texts = (_HANGUL, "김민수", "Seoul", None, "1 Mar 2027", "9 Mar 2027")
    lines = (panel.title, panel.principal, panel.city, panel.zone, panel.starts, panel.ends)
    for line, text in zip(lines, texts, strict=True):
        line.setFocus()
        if text is not None:
            _type(line, text)
    QTest.keyClick(panel.city, Qt.Key.Key_Escape)
    grab(panel, "new-visit")
    with qtbot.waitSignal(panel.made) as made:
        QTest.keyClick(panel.ends, Qt.Key.Key_Return)
    detail = empty.ask(visit_detail, made.args[0])
    assert (detail.title, detail.principal, detail.home_zone) == (_HANGUL, "김 민수", "Asia/Seoul")
    assert (detail.starts_on, detail.ends_on) == (date(2027, 3, 1), date(2027, 3, 9))
    assert panel.title.text() == ""


def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(empty: Desk, qtbot: QtBot) -> None:
    panel = NewVisitPanel(empty)
    qtbot.addWidget(panel)
    panel.show()
    QTest.keyClicks(panel.title, _GERMAN)
    QTest.keyClicks(panel.city, "Seoul")
    QTest.keyClicks(panel.starts, "9 Mar 2027")
    QTest.keyClicks(panel.ends, "1 Mar 2027")
    panel.submit()
    assert panel.boxes["ends_on"].error() == "The last day must not come before the first."
    assert empty.ask(visit_cards) == ()
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel.starts, Qt.Key.Key_Escape)
    assert (panel.title.text(), panel.starts.text()) == (_GERMAN, "9 Mar 2027")


def test_all_that_is_wrong_is_said_at_once_and_no_longer_than_it_is(empty: Desk, qtbot: QtBot) -> None:
    panel = NewVisitPanel(empty)
    qtbot.addWidget(panel)
    panel.show()
    panel.submit()
    wrong = {name for name, box in panel.boxes.items() if box.error()}
    assert wrong == {"title", "home_city", "home_zone", "starts_on", "ends_on"}
    QTest.keyClicks(panel.title, "Visit")
    QTest.keyClicks(panel.city, "Seoul")
    QTest.keyClick(panel.city, Qt.Key.Key_Escape)
    QTest.keyClicks(panel.starts, "9 Mar 2027")
    QTest.keyClicks(panel.ends, "1 Mar 2027")
    assert {name for name, box in panel.boxes.items() if box.error()} == {"home_zone", "ends_on"}
    panel.submit()
    assert {name for name, box in panel.boxes.items() if box.error()} == {"ends_on"}
    panel.ends.clear()
    QTest.keyClicks(panel.ends, "12 Mar 2027")
    assert panel.boxes["ends_on"].error() == ""
    with qtbot.waitSignal(panel.made):
        panel.submit()


@pytest.mark.parametrize("width", [420, 1200])
def test_an_error_of_two_lines_is_shown_whole(
    empty: Desk, preferences: Preferences, qtbot: QtBot, width: int
) -> None:
    first, room = FirstVisit(empty), VisitsScreen(empty, preferences)
    for shown in (first, room):
        qtbot.addWidget(shown)
        shown.resize(width, 640)
        shown.show()
    room.ask_new()
    for panel in (first.panel, room.new_panel):
        QTest.keyClicks(panel.starts, "9 Mar 2027")
        QTest.keyClicks(panel.ends, "1 Mar 2027")
        panel.submit()
        QApplication.processEvents()
        box = panel.boxes["ends_on"]
        assert box.height() >= box.heightForWidth(box.width())
        assert box._error.height() >= box._error.heightForWidth(box._error.width())
        assert box._error.geometry().top() > box.editor.geometry().bottom()
        top = panel.mapTo(panel.window(), panel.rect().topLeft()).y()
        assert top + panel.done.geometry().bottom() < 640
    grab(first, f"first-visit-wrong-{width}")
    grab(room, f"new-visit-wrong-{width}")


def test_tab_goes_from_the_title_to_the_last_day_and_then_to_the_buttons(
    empty: Desk, preferences: Preferences, qtbot: QtBot
) -> None:
    empty.do("Zone", set_home_zone, "Asia/Seoul")
    first, room = FirstVisit(empty), VisitsScreen(empty, preferences)
    for shown in (first, room):
        qtbot.addWidget(shown)
        shown.show()
        qtbot.waitExposed(shown)
        shown.activateWindow()
        if shown is room:
            room.ask_new()
        panel = room.new_panel if shown is room else first.panel
        assert shown.focusWidget() is panel.title
        assert panel.zone.text() == "Asia/Seoul"
        stops = [panel.title, panel.principal, panel.city, panel.zone, panel.starts, panel.ends, panel.done]
        stops.append(panel.cancel if shown is room else panel.sample)
        passed = [shown.focusWidget()]
        while len(passed) < len(stops):
            QTest.keyClick(passed[-1], Qt.Key.Key_Tab)
            passed.append(shown.focusWidget())
        assert passed == stops


def test_the_sample_is_offered_where_there_is_no_visit(empty: Desk, qtbot: QtBot) -> None:
    panel = NewVisitPanel(empty, first=True)
    qtbot.addWidget(panel)
    panel.show()
    with qtbot.waitSignal(panel.made):
        panel.sample.click()
    assert len(empty.ask(visit_cards)) == 1


def test_the_cards_are_opened_copied_archived_and_deleted(
    desk: Desk, preferences: Preferences, qtbot: QtBot
) -> None:
    screen = VisitsScreen(desk, preferences)
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    screen.show()
    (card,) = screen.cards
    with qtbot.waitSignal(screen.go) as went:
        QTest.keyClick(card, Qt.Key.Key_Return)
    assert went.args == ["visit", desk.visit_id]
    before = desk.ask(contents)
    screen.make_menu(card.row_id).actions()[1].trigger()
    assert screen.copy_panel is not None
    QTest.keyClicks(screen.copy_panel.starts, "24 Mar 2025")
    grab(screen, "visits-duplicate")
    QTest.keyClick(screen.copy_panel.starts, Qt.Key.Key_Return)
    assert [row.starts_on for row in desk.ask(visit_cards)] == [date(2025, 3, 24), date(2024, 3, 25)]
    assert len(screen.cards) == 2
    QTest.keyClick(screen.cards[0], Qt.Key.Key_Down)
    grab(screen, "visits")
    with qtbot.waitSignal(screen.told) as told:
        QTest.keyClick(screen.cards[0], Qt.Key.Key_Delete)
    assert told.args[1] is True
    assert len(screen.cards) == 1
    screen.make_menu(screen.cards[0].row_id).actions()[2].trigger()
    assert screen.cards == []
    screen.archived.click()
    assert len(screen.cards) == 1
    for _step in range(3):
        desk.undo()
    assert desk.ask(contents) == before


def test_a_room_without_visits_says_what_to_do_and_the_keys_do_it(
    empty: Desk, preferences: Preferences, qtbot: QtBot
) -> None:
    screen = VisitsScreen(empty, preferences)
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    with qtbot.waitActive(screen):
        screen.show()
    (nothing,) = screen.findChildren(EmptyState)
    assert nothing.isVisible()
    grab(screen, "visits-none")
    QTest.keyClick(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert screen.new_panel.isVisible()
    assert not nothing.isVisible()
    QTest.keyClick(screen.new_panel, Qt.Key.Key_Escape)
    assert nothing.isVisible()
    QTest.keyClick(screen, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert screen.copy_panel is None


def test_ctrl_d_asks_for_a_copy_of_the_visit_in_hand(
    desk: Desk, preferences: Preferences, qtbot: QtBot
) -> None:
    screen = VisitsScreen(desk, preferences)
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
    screen.cards[0].setFocus()
    QTest.keyClick(screen.cards[0], Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert screen.copy_panel is not None
    assert screen.copy_panel.title.text() == f"{screen.cards[0].title.text()} (copy)"


def test_a_stop_that_no_table_knows_is_added_with_the_clock_at_home(
    desk: Desk, preferences: Preferences, qtbot: QtBot
) -> None:
    screen = VisitScreen(desk, preferences)
    qtbot.addWidget(screen)
    screen.show()
    screen.parts.select("stops")
    part, before = screen.stops, desk.ask(contents)
    QTest.keyClicks(part.city, "Panmunjom")
    with qtbot.waitSignal(part.told) as told:
        QTest.keyClick(part.city, Qt.Key.Key_Return)
    assert told.args == ["Panmunjom has the time zone at home, Asia/Seoul, until you choose another.", True]
    made = desk.ask(stop_rows, desk.visit_id)[-1]
    assert (made.city, made.zone) == ("Panmunjom", "Asia/Seoul")
    assert (part.city.text(), part.inspector.row_id()) == ("", made.id)
    desk.undo()
    assert desk.ask(contents) == before


def test_a_stop_outside_of_the_visits_days_is_warned_of_until_either_is_changed(
    desk: Desk, preferences: Preferences, qtbot: QtBot
) -> None:
    screen = VisitScreen(desk, preferences)
    qtbot.addWidget(screen)
    screen.resize(900, 700)
    screen.show()
    screen.parts.select("stops")
    part = screen.stops
    for row in desk.ask(stop_rows, desk.visit_id):
        part.list.choose(row.id)
        assert part.inspector.outside.isHidden()
    last = desk.ask(stop_rows, desk.visit_id)[-1]
    ends_on = desk.ask(visit_detail, desk.visit_id).ends_on
    desk.do("Stay on", partial(edit_stop, stop_id=last.id, leaves_on=ends_on + timedelta(days=3)))
    words = part.inspector.outside
    assert words.isVisible()
    assert words.text().startswith("These days are outside of the visit’s, ")
    grab(screen, "stop-outside")
    edit = partial(edit_visit, visit_id=desk.visit_id, ends_on=ends_on + timedelta(days=3))
    desk.do("Stay longer", edit)
    assert words.isHidden()


def test_stops_and_parties_are_put_in_order_and_deleted_with_the_mouse(
    desk: Desk, preferences: Preferences, qtbot: QtBot
) -> None:
    screen = VisitScreen(desk, preferences)
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    screen.show()
    screen.parts.select("stops")
    (first,) = (row.id for row in desk.ask(stop_rows, desk.visit_id))
    screen.stops.add(find_spots("Noordwijk", (SpotKind.CITY,))[0])
    added = screen.stops.list.current_id()
    up, down, _delete = screen.stops.list.make_menu().actions()
    assert (up.isEnabled(), down.isEnabled()) == (True, False)
    up.trigger()
    assert [row.id for row in desk.ask(stop_rows, desk.visit_id)] == [added, first]
    with qtbot.waitSignal(screen.told) as told:
        QTest.mouseClick(screen.stops.remove, Qt.MouseButton.LeftButton)
    assert told.args[1] is True
    assert [row.id for row in desk.ask(stop_rows, desk.visit_id)] == [first]
    screen.parts.select("parties")
    before = [row.id for row in desk.ask(party_rows, desk.visit_id)]
    screen.parties.list.make_menu().actions()[2].trigger()
    assert [row.id for row in desk.ask(party_rows, desk.visit_id)] == before[1:]


def test_the_room_of_a_visit(desk: Desk, preferences: Preferences, qtbot: QtBot, qapp: QApplication) -> None:
    screen = VisitScreen(desk, preferences)
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    screen.show()
    sheet = screen.particulars.sheet
    assert isinstance(sheet, VisitSheet)
    sheet.purpose.set_text("Die Zusammenarbeit 우주 협력")
    assert sheet.purpose.leave()
    sheet.state.set_text(VisitState.CONFIRMED.value)
    assert sheet.state.leave()
    detail = desk.ask(visit_detail, desk.visit_id)
    assert (detail.purpose, detail.state) == ("Die Zusammenarbeit 우주 협력", VisitState.CONFIRMED)
    grab(screen, "visit-particulars")
    screen.parts.select("stops")
    screen.stops.add(find_spots("Noordwijk", (SpotKind.CITY,))[0])
    rows = desk.ask(stop_rows, desk.visit_id)
    assert [row.zone for row in rows] == ["Europe/Paris", "Europe/Amsterdam"]
    assert screen.stops.list.current_id() == rows[1].id
    QTest.keyClick(screen.stops.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.id for row in desk.ask(stop_rows, desk.visit_id)] == [rows[1].id, rows[0].id]
    grab(screen, "visit-stops")
    QTest.keyClick(screen.stops.list, Qt.Key.Key_Delete)
    assert [row.id for row in desk.ask(stop_rows, desk.visit_id)] == [rows[0].id]
    screen.parts.select("parties")
    QTest.keyClicks(screen.parties.fresh, _GERMAN)
    QTest.keyClick(screen.parties.fresh, Qt.Key.Key_Return)
    assert desk.ask(party_rows, desk.visit_id)[-1].name == _GERMAN
    apply_theme(qapp, "dark")
    grab(screen, "visit-parties-dark")
    apply_theme(qapp, "light")
