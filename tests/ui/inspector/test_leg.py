"""The ends of a journey in the entry's inspector: an airport brings its code and its clocks."""

from datetime import datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.words import EntryKind, LegMode
from app.planning.verbs.entries import set_leg
from app.planning.views.entry import EntryDetail, entry_detail
from app.ui.desk import Desk
from app.ui.inspector.inspector import EntryInspector
from app.ui.inspector.leg import LegEndField
from tests.helpers.pictures import grab
from tests.ui.planner import add

TEN = datetime(2024, 3, 26, 10)
SEOUL = "Asia/Seoul"


@pytest.fixture
def journey(desk: Desk) -> str:
    return add(desk, "Flight to Washington", TEN, 840, kind=EntryKind.TRAVEL, zone=SEOUL)


@pytest.fixture
def inspector(desk: Desk, journey: str, qtbot: QtBot) -> EntryInspector:
    made = EntryInspector(desk)
    qtbot.addWidget(made)
    made.resize(348, 1100)
    with qtbot.waitExposed(made):
        made.show()
    made.show_entry(journey)
    return made


def _end(inspector: EntryInspector, column: str) -> LegEndField:
    (found,) = (field for field in inspector.form.fields() if field.column == column)
    assert isinstance(found, LegEndField)
    return found


def _entry(inspector: EntryInspector) -> EntryDetail:
    return inspector.desk.ask(entry_detail, inspector.entry_id())


def _type(field: LegEndField, text: str) -> list[str]:
    """Type over what stands there and return what is offered."""
    field.box.setFocus()
    field.box.selectAll()
    QTest.keyClick(field.box, Qt.Key.Key_Delete)
    QTest.keyClicks(field.box, text)
    picks = field.box.picks()
    return [picks.item(row).text() for row in range(picks.count())] if picks else []


def _mode(inspector: EntryInspector, mode: LegMode) -> None:
    inspector.desk.do("Mode", partial(set_leg, entry_id=inspector.entry_id(), mode=mode))


def test_both_ends_of_a_flight_are_found_by_code(inspector: EntryInspector) -> None:
    _mode(inspector, LegMode.FLIGHT)
    before = _entry(inspector)
    for column, code in (("from_name", "icn"), ("to_name", "iad")):
        assert len(_type(_end(inspector, column), code)) >= 1
        if column == "to_name":
            grab(inspector, "leg-open")
        QTest.keyClick(_end(inspector, column).box, Qt.Key.Key_Return)
    entry = _entry(inspector)
    assert entry.leg is not None
    assert (entry.leg.from_name, entry.leg.from_code) == ("Incheon International Airport", "ICN")
    assert (entry.leg.to_name, entry.leg.to_code) == ("Washington Dulles International Airport", "IAD")
    assert (entry.start_zone, entry.end_zone) == (SEOUL, "America/New_York")
    assert (entry.start_wall, entry.end_wall) == (before.start_wall, before.end_wall)
    assert _end(inspector, "to_name").text() == "Washington Dulles International Airport"
    inspector.desk.undo()
    inspector.desk.undo()
    assert _entry(inspector) == before


def test_a_train_looks_for_stations_first_and_a_flight_for_airports_alone(inspector: EntryInspector) -> None:
    field = _end(inspector, "from_name")
    _mode(inspector, LegMode.TRAIN)
    assert _type(field, "paris")[0] == "Paris Gare du Nord"
    QTest.keyClick(field.box, Qt.Key.Key_Escape)
    QTest.keyClick(field.box, Qt.Key.Key_Escape)
    _mode(inspector, LegMode.FLIGHT)
    assert _type(field, "paris")[0] == "Charles de Gaulle International Airport"
    assert "Paris Gare du Nord" not in _type(field, "paris")


def test_other_words_are_kept_and_change_no_clock(inspector: EntryInspector) -> None:
    before = _entry(inspector)
    assert _type(_end(inspector, "from_name"), "Air base K-16") == []
    QTest.keyClick(_end(inspector, "from_name").box, Qt.Key.Key_Tab)
    entry = _entry(inspector)
    assert entry.leg is not None
    assert (entry.leg.from_name, entry.leg.from_code) == ("Air base K-16", "")
    assert (entry.start_zone, entry.start_utc, entry.end_utc) == (SEOUL, before.start_utc, before.end_utc)


def test_a_refused_end_stands_at_its_field(inspector: EntryInspector) -> None:
    """At 02:30 on the last Sunday of March there is no such time in Paris."""
    gap = datetime(2024, 3, 31, 2, 30)
    entry = add(inspector.desk, "Night train", gap, kind=EntryKind.TRAVEL, zone="Europe/London", start_fold=0)
    inspector.show_entry(entry)
    _mode(inspector, LegMode.TRAIN)
    field = _end(inspector, "from_name")
    _type(field, "gare du nord")
    QTest.keyClick(field.box, Qt.Key.Key_Return)
    assert "02:30 does not exist" in field.error()
    assert field.text() == "Paris Gare du Nord"
    assert _entry(inspector).start_zone == "Europe/London"
