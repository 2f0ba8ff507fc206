"""The overview as it is used: by mouse, by keys, while things change and time goes on."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.words import VisitState
from app.planning.verbs.entries import create_entry, edit_entry
from app.planning.verbs.stops import create_stop, delete_stop
from app.planning.verbs.visits import delete_visit, edit_visit
from app.planning.views.programme import programme
from app.planning.views.visit import stop_rows, visit_detail
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.widgets.labels import PlainLabel
from tests.helpers.planner import VISIT, at, planner
from tests.ui.overview.conftest import UNDER_WAY, Clock, Open


def _entry(desk: Desk, title: str) -> str:
    return next(line.id for line in desk.ask(programme, desk.visit_id).lines if line.title == title)


def _told(signal: object) -> list[tuple[str, ...]]:
    """Collect what a signal carries."""
    found: list[tuple[str, ...]] = []
    signal.connect(lambda *values: found.append(values))  # type: ignore[attr-defined]
    return found


def test_it_says_what_the_visit_is_and_how_far_away(sample_desk: Desk, open_screen: Open) -> None:
    screen = open_screen(sample_desk)
    assert screen.title.text() == "US & Europe space visit"
    assert screen.badge.text() == "OFFICIAL USE"
    assert screen.state.text() == "Confirmed · 22–31 Jan 2024 · day 2 of 10"
    assert screen.numbers.tiles["meetings"].accessibleName() == "7 meetings"


def test_time_goes_on(sample_desk: Desk, open_screen: Open, now: Clock) -> None:
    screen = open_screen(sample_desk)
    assert [link.words() for link in screen.next.links] == [
        "Breakfast, walk-through",
        "Depart hotel for NASA HQ",
    ]
    now.utc = UNDER_WAY + timedelta(minutes=12)
    screen.show_time()
    assert [link.words() for link in screen.next.links] == ["Depart hotel for NASA HQ"]
    now.utc = datetime(2024, 1, 10, 12)
    screen.show_time()
    assert screen.state.text().endswith("begins in 12 days")
    now.utc = datetime(2024, 2, 5, 3)
    screen.show_time()
    assert screen.state.text().endswith("ended 5 days ago")
    assert screen.next.isHidden()


def test_nothing_comes_next_in_a_cancelled_visit(sample_desk: Desk, open_screen: Open) -> None:
    screen = open_screen(sample_desk)
    cancel = partial(edit_visit, visit_id=sample_desk.visit_id, state=VisitState.CANCELLED)
    sample_desk.do("Cancel", cancel)
    assert screen.next.isHidden()
    assert screen.state.text() == "Cancelled · 22–31 Jan 2024"


def test_the_next_entry_is_told_on_both_clocks(sample_desk: Desk, open_screen: Open) -> None:
    screen = open_screen(sample_desk)
    lines = [label.text() for label in screen.next.findChildren(PlainLabel)]
    assert "Tue 23 Jan 08:35 · Seoul 22:35 · in 15 min" in lines


def test_the_day_of_the_visit_is_that_at_home(sample_desk: Desk, open_screen: Open, now: Clock) -> None:
    now.utc = datetime(2024, 1, 22, 16)  # Monday still in Washington, Tuesday in Seoul
    assert open_screen(sample_desk).state.text().endswith("day 2 of 10")


def test_a_click_on_a_number_leads_to_its_room(sample_desk: Desk, open_screen: Open) -> None:
    screen = open_screen(sample_desk)
    rooms = _told(screen.room_wanted)
    for tile in screen.numbers.tiles.values():
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert rooms == [("meetings",), ("topics",), ("actions",), ("delegation",)]


def test_the_route_is_listed_and_leads_to_its_stops(sample_desk: Desk, open_screen: Open) -> None:
    screen = open_screen(sample_desk)
    assert [chip.words() for chip in screen.route.chips] == [
        "Seoul", "Washington", "Paris", "Noordwijk", "Garching", "Seoul",
    ]  # fmt: skip
    went, rooms = _told(screen.go), _told(screen.room_wanted)
    screen.route.chips[2].setFocus()
    QTest.keyClick(screen.route.chips[2], Qt.Key.Key_Space)
    paris = sample_desk.ask(stop_rows, sample_desk.visit_id)[2]
    assert went == [("stop", paris.id)]
    QTest.mouseClick(screen.route.chips[-1], Qt.MouseButton.LeftButton)
    assert rooms == [("visit",)]
    assert screen.route.map.accessibleDescription() == (
        "From Seoul, Flight to Washington, Flight to Paris, Train to Noordwijk, Flight to Garching, "
        "Flight to Seoul"
    )


def test_an_entry_of_a_day_is_opened_by_click_and_by_enter(sample_desk: Desk, open_screen: Open) -> None:
    screen = open_screen(sample_desk)
    went = _told(screen.go)
    day = screen.days.cards[1].list
    wanted = _entry(sample_desk, "NASA Headquarters — bilateral")
    place = day.visualItemRect(day.item(2)).center()
    QTest.mouseClick(day.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert went == [("entry", wanted)]
    day.setFocus()
    QTest.keyClick(day, Qt.Key.Key_Home)
    QTest.keyClick(day, Qt.Key.Key_Down)
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert went[1:] == [("entry", _entry(sample_desk, "Depart hotel for NASA HQ"))]


def test_a_day_is_headed_and_read_aloud(sample_desk: Desk, open_screen: Open) -> None:
    screen = open_screen(sample_desk)
    monday, tuesday = screen.days.cards[:2]
    assert (monday.date.text(), monday.span.text()) == ("Mon 22 Jan", "07:30–20:00")
    assert (monday.city.text(), monday.offset.text()) == ("Seoul → Washington", "Seoul +14 h")
    assert tuesday.date.text() == "Tue 23 Jan · today"
    assert monday.list.accessibleName() == (
        "Mon 22 Jan, Seoul → Washington, Seoul +14 h, 07:30–20:00, night in Washington"
    )
    spoken = tuesday.list.item(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "09:30, NASA Headquarters — bilateral, Meeting"
    assert monday.night.isHidden()
    assert screen.days.cards[3].night.text() == "night on the way"
    assert screen.days.cards[3].list.accessibleName().endswith("night on the way")
    last = screen.days.cards[-1]
    assert last.night.isHidden()
    assert (last.city.text(), last.offset.text()) == ("Seoul", "")


def test_tab_reaches_everything_in_the_order_of_the_eye(
    sample_desk: Desk, open_screen: Open, qapp: QApplication
) -> None:
    screen = open_screen(sample_desk)
    expected: list[QWidget] = [
        *screen.numbers.tiles.values(),
        *screen.route.chips,
        *(field.editor for field in screen.purpose.fields()),
        *screen.next.links,
        *screen.recent.links,
        *(card.list for card in screen.days.cards),
    ]
    expected[0].setFocus()
    reached = []
    for _step in expected:
        focused = qapp.focusWidget()
        assert focused is not None
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == expected


def test_the_purpose_is_written_in_place_and_undone(sample_desk: Desk, open_screen: Open) -> None:
    screen = open_screen(sample_desk)
    field = screen.purpose.purpose
    before = field.text()
    field.editor.setFocus()
    QTest.keyClicks(field.editor, "Agreed: ")
    typed = field.text()
    assert typed != before
    screen.purpose.objectives.editor.setFocus()
    assert sample_desk.ask(visit_detail, sample_desk.visit_id).purpose == typed
    assert screen.recent.links[0].words() == "Change the purpose of “US & Europe space visit”"
    rooms = _told(screen.room_wanted)
    QTest.mouseClick(screen.recent.links[0], Qt.MouseButton.LeftButton)
    assert rooms == [("visit",)]
    sample_desk.undo()
    assert field.text() == before
    assert screen.recent.links[0].words().startswith("Undone: Change the purpose")


def test_what_is_being_typed_outlives_a_change_elsewhere(sample_desk: Desk, open_screen: Open) -> None:
    screen = open_screen(sample_desk)
    field = screen.purpose.outcomes
    field.editor.setFocus()
    QTest.keyClicks(field.editor, "Half a sen")
    typed = field.text()
    sample_desk.do("Rename", partial(edit_visit, visit_id=sample_desk.visit_id, title="Another title"))
    assert screen.title.text() == "Another title"
    assert field.text() == typed
    screen.leave()
    assert sample_desk.ask(visit_detail, sample_desk.visit_id).desired_outcomes == typed


def test_a_change_is_shown_and_leads_to_what_it_changed(sample_desk: Desk, open_screen: Open) -> None:
    screen = open_screen(sample_desk)
    entry_id = _entry(sample_desk, "NASA Headquarters — bilateral")
    sample_desk.do("Rename it", partial(edit_entry, entry_id=entry_id, title="Renamed"))
    spoken = screen.days.cards[1].list.item(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "09:30, Renamed, Meeting"
    went, rooms = _told(screen.go), _told(screen.room_wanted)
    assert [link.words() for link in screen.recent.links] == ["Rename it", "Sample visit"]
    for link in screen.recent.links:
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert went == [("entry", entry_id)]
    assert rooms == [("history",)]


def test_the_cursor_stays_on_its_entry_while_another_is_added(sample_desk: Desk, open_screen: Open) -> None:
    screen = open_screen(sample_desk)
    day = screen.days.cards[1].list
    day.setFocus()
    QTest.keyClick(day, Qt.Key.Key_End)
    kept = day.currentItem().data(Qt.ItemDataRole.UserRole).id
    zone = "America/New_York"
    sample_desk.do(
        "Early",
        partial(
            create_entry, visit_id=sample_desk.visit_id, title="Early", start_zone=zone, end_zone=zone,
            start_wall=datetime(2024, 1, 23, 6), end_wall=datetime(2024, 1, 23, 7),
        ),
    )  # fmt: skip
    assert day.item(0).data(Qt.ItemDataRole.UserRole).title == "Early"
    assert day.currentItem().data(Qt.ItemDataRole.UserRole).id == kept
    assert day.hasFocus()


def test_a_stop_taken_away_leaves_the_route(sample_desk: Desk, open_screen: Open) -> None:
    screen = open_screen(sample_desk)
    paris = sample_desk.ask(stop_rows, sample_desk.visit_id)[2]
    sample_desk.do("Delete", partial(delete_stop, stop_id=paris.id))
    assert [chip.words() for chip in screen.route.chips] == [
        "Seoul", "Washington", "Noordwijk", "Garching", "Seoul",
    ]  # fmt: skip
    sample_desk.undo()
    assert len(screen.route.chips) == 6


def test_hidden_it_waits_until_it_is_seen(sample_desk: Desk, open_screen: Open) -> None:
    screen = open_screen(sample_desk)
    screen.hide()
    sample_desk.do("Rename", partial(edit_visit, visit_id=sample_desk.visit_id, title="Later"))
    assert screen.title.text() == "US & Europe space visit"
    screen.show()
    assert screen.title.text() == "Later"


@pytest.fixture
def small_desk(tmp_path: Path) -> Desk:
    desk = Desk(Workspace.open(planner(tmp_path, "small")))
    desk.show_visit(VISIT)
    return desk


def test_an_empty_visit_says_what_to_do_next(small_desk: Desk, open_screen: Open) -> None:
    screen = open_screen(small_desk)
    rooms = _told(screen.room_wanted)
    assert screen.route.map.isHidden()
    assert screen.days.isHidden()
    QTest.mouseClick(screen.route.empty.button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(screen._no_entries.button, Qt.MouseButton.LeftButton)
    assert rooms == [("visit",), ("programme",)]
    stop = partial(
        create_stop, visit_id=VISIT, city="Xyzzyville", zone="Europe/Paris",
        arrives_on=at(2, 0).date(), leaves_on=at(4, 0).date(),
    )  # fmt: skip
    small_desk.do("Add", stop)
    assert screen.route.empty.isHidden()
    assert not screen.route.map.isHidden()  # home is known
    texts = [label.text() for label in screen.route.findChildren(PlainLabel)]
    assert "Not on the map, for want of coordinates: Xyzzyville" in texts
    small_desk.close()


def test_a_read_only_planner_can_be_read_but_not_written(tmp_path: Path, open_screen: Open) -> None:
    path = planner(tmp_path, "small")
    desk = Desk(Workspace.open(path, writable=False))
    desk.show_visit(VISIT)
    screen = open_screen(desk)
    field = screen.purpose.purpose
    field.editor.setFocus()
    QTest.keyClicks(field.editor, "x")
    assert field.text() == ""
    screen.leave()
    desk.close()


def test_a_visit_that_is_gone_is_shown_again_by_undo(small_desk: Desk, open_screen: Open) -> None:
    screen = open_screen(small_desk)
    small_desk.do("Delete", partial(delete_visit, visit_id=VISIT))
    screen.leave()
    small_desk.undo()
    assert screen.title.text() == "Small visit"
    assert not screen._record.idle
    small_desk.close()
