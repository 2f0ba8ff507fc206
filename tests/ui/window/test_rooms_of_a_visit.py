"""Every room of a visit that has only just been begun, in the window; and the room of the visit itself."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.planning.verbs.visits import create_visit
from app.planning.views.visit import stop_rows
from app.planning.views.visits import visit_cards
from app.ui.screens.overview.screen import OverviewScreen
from app.ui.screens.visits.visit_screen import VisitScreen
from app.ui.stops import first_stop
from app.ui.window.catalogue import listed_rooms
from app.ui.window.frame import PlannerFrame
from tests.helpers.pictures import grab
from tests.helpers.planner import planner
from tests.ui.languages.tour import settle
from tests.ui.windows import Windows


@pytest.fixture
def frame(windows: Windows) -> PlannerFrame:
    """A window with a visit in which there is nothing yet, not even a stop."""
    made = windows.frame(path=planner(windows.folder, "empty"))
    verb = partial(
        create_visit,
        title="Besuch bei der Weltraumbehörde",
        home_city="Seoul",
        home_zone="Asia/Seoul",
        starts_on=date(2027, 3, 1),
        ends_on=date(2027, 3, 5),
    )
    made.desk.show_visit(made.desk.do("Begin", verb))
    made.enter("programme")
    settle()
    return made


def shown(frame: PlannerFrame) -> QWidget:
    widget = frame.rooms.currentWidget()
    assert widget is not None
    return widget


def test_the_overview_of_an_empty_visit_says_what_to_do_next(frame: PlannerFrame) -> None:
    frame.enter("overview")
    screen = shown(frame)
    assert isinstance(screen, OverviewScreen)
    settle()
    grab(frame, "overview-empty")
    assert screen._no_entries.button.isVisible()
    QTest.mouseClick(screen.route.empty.button, Qt.MouseButton.LeftButton)
    assert frame.room == "visit"


@pytest.mark.parametrize("room", [room.name for room in listed_rooms()])
def test_each_room_of_an_empty_visit_can_be_entered(frame: PlannerFrame, room: str) -> None:
    frame.enter(room)
    settle()
    assert frame.room == room
    assert frame.toast.isHidden()  # nothing went wrong
    assert first_stop(shown(frame)) is not None  # there is something to do


def test_the_room_of_the_visit_shows_it_and_has_no_inspector(windows: Windows) -> None:
    frame = windows.frame()
    frame.enter("visit")
    screen = shown(frame)
    assert isinstance(screen, VisitScreen)
    card = next(card for card in frame.desk.ask(visit_cards) if card.id == frame.desk.visit_id)
    assert screen.particulars.row_id() == card.id
    assert screen.particulars.record.shown.title == card.title
    assert not frame.panes.inspector_is_shown()
    assert not screen.particulars.foot.isVisible()  # it is deleted among all visits
    stop = frame.desk.ask(stop_rows, card.id)[-1]
    frame.enter("programme")
    frame.go("stop", stop.id)
    assert (frame.room, screen.parts.current()) == ("visit", "stops")
    assert screen.stops.inspector.row_id() == stop.id
