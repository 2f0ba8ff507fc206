"""The ways missing on a day, proposed in the programme: ticked, added in one step, and taken back."""

from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.domain.words import EntryKind, LegMode
from app.planning.verbs.entries import set_parties
from app.planning.verbs.lodgings import create_lodging
from app.planning.verbs.places import create_place, edit_place
from app.planning.views.entry import EntryDetail, entry_detail
from app.planning.views.programme import programme
from app.planning.views.visits import choices
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.programme.board.header import DayHeader
from app.ui.screens.programme.screen import ProgrammeScreen
from app.ui.screens.programme.ways import WaysPanel
from tests.helpers.pictures import grab
from tests.ui.planner import add

DAY = date(2024, 3, 27)
#: Far apart, near each other, and one of which nobody has said where it is.
WHERE = {"ESTEC": (52.2185, 4.4201), "Noordwijk beach": (52.2400, 4.4270), "Space Expo": (52.2205, 4.4215)}


@pytest.fixture
def places(desk: Desk) -> dict[str, str]:
    made = {}
    for name, (latitude, longitude) in WHERE.items():
        verb = partial(create_place, name=name, zone="Europe/Paris", latitude=latitude, longitude=longitude)
        made[name] = desk.do("Place", verb)
    made["Somewhere"] = desk.do("Place", partial(create_place, name="Somewhere", zone="Europe/Paris"))
    return made


@pytest.fixture
def ids(desk: Desk, places: dict[str, str]) -> list[str]:
    rows = (("ESTEC", 9, 60), ("Space Expo", 12, 60), ("Noordwijk beach", 14, 60), ("ESTEC", 15, 30))
    return [
        add(desk, f"At {name}", datetime(2024, 3, 27, hour), minutes, place_id=places[name])
        for name, hour, minutes in rows
    ]


@pytest.fixture
def screen(desk: Desk, ids: list[str], qtbot: QtBot, tmp_path: Path) -> ProgrammeScreen:
    assert ids
    preferences = Preferences(tmp_path / "window.ini")
    preferences.programme_form = "visit"
    made = ProgrammeScreen(desk, preferences)
    qtbot.addWidget(made)
    made.resize(1180, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.select(ids[0])
    return made


def _cells(panel: WaysPanel, key: str) -> list[str]:
    (column,) = (column for column in panel.table._rows.columns if column.key == key)
    return [column.text(panel.table.row(row_id)) for row_id in panel.table.ids()]


def _ticks(panel: WaysPanel) -> list[bool]:
    return [panel.table.row(row_id).ticked for row_id in panel.table.ids()]


def _journeys(desk: Desk) -> list[EntryDetail]:
    lines = desk.ask(programme, desk.visit_id).lines
    return [desk.ask(entry_detail, line.id) for line in lines if line.kind is EntryKind.TRAVEL]


def test_the_ways_of_the_day_in_view_are_listed(screen: ProgrammeScreen) -> None:
    QTest.keyClick(
        screen, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    panel = screen.ways
    assert panel.isVisible()
    assert panel.day() == DAY
    grab(screen, "ways")
    assert _cells(panel, "from") == ["ESTEC", "Space Expo", "Noordwijk beach"]
    assert _cells(panel, "to") == ["Space Expo", "Noordwijk beach", "ESTEC"]
    assert _cells(panel, "mode") == ["Walk", "Car", "Car"]
    assert _cells(panel, "minutes") == ["10 min", "15 min", "15 min"]
    titles = {column.key: column.title for column in panel.table._rows.columns}
    assert titles["minutes"] == "Estimate"
    assert _cells(panel, "distance")[0] == "0.3 km"
    assert _ticks(panel) == [True, True, False]
    assert _cells(panel, "fits") == ["2 h between", "1 h between", "No time between"]
    assert panel.add.words() == "Add 2 ways"


def test_they_are_added_as_estimates_in_one_step(screen: ProgrammeScreen, desk: Desk, ids: list[str]) -> None:
    told: list[tuple[str, bool]] = []
    screen.told.connect(lambda words, undoable: told.append((words, undoable)))
    before = desk.ask(programme, desk.visit_id)
    screen.open_ways()
    QTest.mouseClick(screen.ways.add, Qt.MouseButton.LeftButton)
    made = _journeys(desk)
    assert [journey.title for journey in made] == ["Walk to Space Expo", "Car to Noordwijk beach"]
    assert all(journey.leg is not None and journey.leg.estimated for journey in made)
    assert [journey.tied_to_id for journey in made] == ids[1:3]
    assert told == [("2 ways added, as estimates.", True)]
    assert _cells(screen.ways, "to") == ["ESTEC"]
    step = desk.next_undo()
    assert step is not None
    assert step.label == "Add the ways between"
    desk.undo()
    assert desk.ask(programme, desk.visit_id) == before
    assert len(screen.ways.table.ids()) == 3


def test_a_tick_says_which(screen: ProgrammeScreen, desk: Desk) -> None:
    screen.open_ways()
    table = screen.ways.table
    table.select(table.ids()[0])
    QTest.keyClick(table, Qt.Key.Key_Space)
    table.select(table.ids()[2])
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert _ticks(screen.ways) == [False, True, True]
    QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [journey.title for journey in _journeys(desk)] == ["Car to Noordwijk beach", "Car to ESTEC"]
    assert _ticks(screen.ways) == [False]


def test_the_longer_ways_go_by_coach_where_that_is_chosen(screen: ProgrammeScreen, desk: Desk) -> None:
    screen.open_ways()
    screen.ways.driven.select("coach")
    assert _cells(screen.ways, "mode") == ["Walk", "Coach", "Coach"]
    screen.ways.submit()
    titles = [(one.title, one.leg.mode) for one in _journeys(desk) if one.leg]
    assert titles == [("Walk to Space Expo", LegMode.WALK), ("Coach to Noordwijk beach", LegMode.COACH)]


def test_what_nobody_has_placed_is_said(screen: ProgrammeScreen, desk: Desk, places: dict[str, str]) -> None:
    add(desk, "Call with Seoul", datetime(2024, 3, 27, 17))
    add(desk, "Dinner", datetime(2024, 3, 27, 19), place_id=places["Somewhere"])
    screen.open_ways()
    words = screen.ways.not_known.text()
    assert words.endswith("nobody has said where they are: Call with Seoul; Dinner (Somewhere).")
    desk.do("Where", partial(edit_place, place_id=places["Somewhere"], latitude=52.1, longitude=4.4))
    assert screen.ways.not_known.text().endswith("nobody has said where it is: Call with Seoul.")


def test_the_day_begins_and_ends_at_the_hotel(
    screen: ProgrammeScreen, desk: Desk, places: dict[str, str]
) -> None:
    screen.open_ways()
    panel = screen.ways
    stay: dict[str, Any] = {"starts_on": date(2024, 3, 26), "ends_on": date(2024, 3, 29)}

    def lodge(name: str) -> None:
        desk.do("Hotel", partial(create_lodging, name=name, place_id=places[name], **stay), desk.visit_id)

    lodge("Noordwijk beach")  # the panel follows
    grab(screen, "ways-hotel")
    assert (_cells(panel, "from")[0], _cells(panel, "to")[-1]) == ("Noordwijk beach", "Noordwijk beach")
    assert (_cells(panel, "fits")[0], _cells(panel, "fits")[-1]) == ("Begins the day", "Ends the day")
    assert _ticks(panel) == [True, True, True, False, True]
    lodge("ESTEC")
    assert _ticks(panel) == [True, True, False]
    grab(screen, "ways-divided")
    assert panel.not_known.text() == (
        "No way from or to a hotel for Principal, Technical team, who sleep in several on the nights of "
        "Tue 26 Mar, Wed 27 Mar: ESTEC; Noordwijk beach."
    )
    desk.undo()
    QTest.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    ends = [(one.start_wall.hour, one.leg.from_name, one.leg.to_name) for one in _journeys(desk) if one.leg]
    assert ends[0] == (8, "Noordwijk beach", "ESTEC")
    assert ends[-1] == (15, "ESTEC", "Noordwijk beach")
    assert len(panel.table.ids()) == 1


def test_another_day_and_away(screen: ProgrammeScreen) -> None:
    screen.open_ways()
    panel = screen.ways
    QTest.mouseClick(panel.after, Qt.MouseButton.LeftButton)
    assert (panel.day(), panel.table.isVisible(), panel.add.isEnabled()) == (date(2024, 3, 28), False, False)
    grab(screen, "ways-none")
    QTest.mouseClick(panel.before, Qt.MouseButton.LeftButton)
    assert len(panel.table.ids()) == 3
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert QApplication.focusWidget() is screen.board().view


def test_the_ways_of_a_party_are_its_own(screen: ProgrammeScreen, desk: Desk, ids: list[str]) -> None:
    party = desk.ask(choices, desk.visit_id).parties[0]
    desk.do("For", set_parties, ids[1], party_ids=frozenset({party.id}))
    screen.open_ways()
    assert sorted(_cells(screen.ways, "parties")) == [
        *("Everyone", party.name, party.name, "Technical team"),
    ]


def test_a_day_has_a_menu(screen: ProgrammeScreen) -> None:
    header = screen.findChild(DayHeader)
    assert isinstance(header, DayHeader)
    at = QPoint(round(screen.board().scene.measures.column_left(2)) + 8, 8)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, header.mapToGlobal(at))
    QApplication.sendEvent(header, event)
    menu = screen.findChild(QMenu)
    assert isinstance(menu, QMenu)
    words = {action.text(): action for action in menu.actions()}
    assert list(words) == ["See this day alone", "Add the ways between …"]
    menu.close()
    words["Add the ways between …"].trigger()
    assert screen.ways.isVisible()
    assert screen.ways.day() == DAY


def test_the_menu_of_the_bar_offers_what_needs_no_entry(screen: ProgrammeScreen) -> None:
    screen.board().selection.set(())
    QTest.mouseClick(screen.bar.more, Qt.MouseButton.LeftButton)
    menu = screen.findChild(QMenu)
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["Add entry", "Paste", "Shift the visit…", "Add the ways between …"]
    menu.close()
