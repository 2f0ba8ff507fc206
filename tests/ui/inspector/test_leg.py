"""The ends of a journey in the entry's inspector: an airport brings its code and its clocks."""

from datetime import date, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.words import EntryKind, LegMode
from app.planning.verbs.entries import edit_entry, set_leg
from app.planning.verbs.places import create_place
from app.planning.verbs.ways import add_ways
from app.planning.views.entry import EntryDetail, entry_detail
from app.ui.desk import Desk
from app.ui.inspector.inspector import EntryInspector
from app.ui.inspector.leg import LegCodeField, LegEndField
from app.ui.inspector.when import WhenField
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
    if text.isascii():
        QTest.keyClicks(field.box, text)
    else:
        _compose(field, text)
    picks = field.box.picks()
    return [picks.item(row).text() for row in range(picks.count())] if picks else []


def _compose(field: LegEndField, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field.box, event)


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


def test_an_end_is_found_by_its_korean_name_and_its_initials(inspector: EntryInspector) -> None:
    _mode(inspector, LegMode.FLIGHT)
    field = _end(inspector, "from_name")
    for typed in ("인천국제", "ㅇㅊㄱㅈ"):
        assert _type(field, typed)[0] == "Incheon International Airport"
    QTest.keyClick(field.box, Qt.Key.Key_Return)
    leg = _entry(inspector).leg
    assert leg is not None
    assert leg.from_code == "ICN"


def test_other_words_are_kept_and_change_no_clock(inspector: EntryInspector) -> None:
    before = _entry(inspector)
    _mode(inspector, LegMode.FLIGHT)
    field = _end(inspector, "from_name")
    assert field.note.isHidden()
    assert _type(field, "Air base K-16") == []
    QTest.keyClick(_end(inspector, "from_name").box, Qt.Key.Key_Tab)
    entry = _entry(inspector)
    assert entry.leg is not None
    assert (entry.leg.from_name, entry.leg.from_code) == ("Air base K-16", "")
    assert (entry.start_zone, entry.start_utc, entry.end_utc) == (SEOUL, before.start_utc, before.end_utc)
    grab(inspector, "leg-unknown")
    words = "No airport of this name is known. It is kept as typed, and its clock is not changed."
    assert field.note.isVisible()
    assert (field.note.text(), field.box.accessibleDescription()) == (words, words)
    _mode(inspector, LegMode.CAR)  # a car begins anywhere
    assert field.note.isHidden()
    _mode(inspector, LegMode.FLIGHT)
    _type(field, "icn")
    QTest.keyClick(field.box, Qt.Key.Key_Return)
    assert field.note.isHidden()
    assert field.box.accessibleDescription() == ""


@pytest.mark.parametrize(
    ("mode", "typed", "name"),
    [
        (LegMode.FLIGHT, "münchen", "Munich International Airport"),
        (LegMode.FLIGHT, "muenchen", "Munich International Airport"),
        (LegMode.FLIGHT, "Genf", "Geneva Cointrin International Airport"),
        (LegMode.FLIGHT, "sao paulo", "Guarulhos - Governador Andre Franco Montoro International Airport"),
        (LegMode.TRAIN, "koeln", "Köln Hbf"),
        (LegMode.TRAIN, "munich", "München Hbf"),
        (LegMode.TRAIN, "zurich", "Zürich HB"),
    ],
)
def test_an_end_is_found_without_its_accents_and_by_other_names_of_its_city(
    inspector: EntryInspector, mode: LegMode, typed: str, name: str
) -> None:
    _mode(inspector, mode)
    field = _end(inspector, "from_name")
    assert _type(field, typed)[0] == name
    QTest.keyClick(field.box, Qt.Key.Key_Return)
    assert field.text() == name


def _text(inspector: EntryInspector, column: str, words: str) -> None:
    (field,) = (field for field in inspector.form.fields() if field.column == column)
    (line,) = field.stops()
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Tab)


def test_carrier_number_and_terminals_are_typed_and_taken_back(inspector: EntryInspector) -> None:
    _mode(inspector, LegMode.FLIGHT)
    before = _entry(inspector)
    given = {"carrier": "Korean Air", "number": "KE 093", "from_terminal": "2", "to_terminal": "1"}
    for column, words in given.items():
        _text(inspector, column, words)
    leg = _entry(inspector).leg
    assert {column: getattr(leg, column) for column in given} == given
    for _step in given:
        inspector.desk.undo()
    assert _entry(inspector) == before


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


def _clock(field: WhenField, text: str, *, leave: bool = True) -> None:
    line = field.stops()[1]
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    if leave:
        QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.fixture
def flight(inspector: EntryInspector) -> EntryInspector:
    """From Seoul at 10:00 to Washington, where it lands at 10:00 of the same day by the clock there."""
    _mode(inspector, LegMode.FLIGHT)
    for column, code in (("from_name", "icn"), ("to_name", "iad")):
        _type(_end(inspector, column), code)
        QTest.keyClick(_end(inspector, column).box, Qt.Key.Key_Return)
    inspector.desk.do("End", partial(edit_entry, entry_id=inspector.entry_id(), end_wall=TEN))
    return inspector


def test_a_flight_says_how_long_it_takes_and_how_its_clocks_differ(flight: EntryInspector) -> None:
    words = flight.form.journey.words
    grab(flight, "leg-flight")
    assert words.length.text() == "Takes 13 h"
    assert words.clocks.text() == "New York is 13 hours behind Seoul. It arrives on the same day."
    assert (flight.form.start._label.text(), flight.form.end._label.text()) == ("Leaves", "Arrives")


def test_the_length_is_said_while_the_arrival_is_typed(flight: EntryInspector) -> None:
    words = flight.form.journey.words
    _clock(flight.form.end, "10:55", leave=False)
    assert words.length.text() == "Takes 13 h 55"
    assert _entry(flight).end_wall == TEN
    _clock(flight.form.end, "0830", leave=False)
    assert words.length.text() == "Takes 11 h 30"
    assert "at an earlier time than it leaves" in words.clocks.text()
    _clock(flight.form.end, "8:3", leave=False)  # no time yet: what is saved is said
    assert words.length.text() == "Takes 13 h"


def test_a_typed_departure_takes_the_arrival_along(flight: EntryInspector) -> None:
    words = flight.form.journey.words
    _clock(flight.form.start, "23:30", leave=False)
    assert words.length.text() == "Takes 13 h"
    assert words.clocks.text().endswith("It arrives on the same day.")
    _clock(flight.form.start, "23:30")
    entry = _entry(flight)
    assert (entry.start_wall, entry.end_wall) == (datetime(2024, 3, 26, 23, 30),) * 2


def test_a_flight_over_the_date_line_lands_on_the_day_before(flight: EntryInspector) -> None:
    _clock(flight.form.start, "02:00")
    assert flight.form.journey.words.clocks.text().endswith("It arrives on the same day.")
    _clock(flight.form.start, "00:30")
    end = flight.form.end
    end.set_text("Mon 25 Mar\n23:50")
    assert end.leave()
    entry = _entry(flight)
    assert (entry.end_wall, entry.minutes) == (datetime(2024, 3, 25, 23, 50), 740)
    assert flight.form.journey.words.clocks.text().endswith("It arrives on the day before.")


def _fly(inspector: EntryInspector, come_from: str, to: str) -> None:
    """Type the codes of both airports of a flight."""
    _mode(inspector, LegMode.FLIGHT)
    for column, code in (("from_name", come_from), ("to_name", to)):
        _type(_end(inspector, column), code)
        QTest.keyClick(_end(inspector, column).box, Qt.Key.Key_Return)


def test_a_flight_eastward_over_the_date_line_lands_before_it_left(inspector: EntryInspector) -> None:
    """From Tokyo in the first hour of the day; in Honolulu it is the afternoon of the day before."""
    _fly(inspector, "hnd", "hnl")
    _clock(inspector.form.start, "00:30")
    inspector.form.end.set_text("Mon 25 Mar\n13:05")
    assert inspector.form.end.leave()
    entry, words = _entry(inspector), inspector.form.journey.words
    assert (entry.start_utc, entry.end_utc) == (datetime(2024, 3, 25, 15, 30), datetime(2024, 3, 25, 23, 5))
    assert words.length.text() == "Takes 7 h 35"
    assert words.clocks.text() == "Honolulu is 19 hours behind Tokyo. It arrives on the day before."


def test_a_flight_westward_over_the_date_line_loses_a_day(inspector: EntryInspector) -> None:
    _fly(inspector, "hnl", "hnd")
    _clock(inspector.form.start, "12:00")
    inspector.form.end.set_text("Wed 27 Mar\n15:30")
    assert inspector.form.end.leave()
    entry, words = _entry(inspector), inspector.form.journey.words
    assert (entry.start_utc, entry.end_utc) == (datetime(2024, 3, 26, 22), datetime(2024, 3, 27, 6, 30))
    assert words.length.text() == "Takes 8 h 30"
    assert words.clocks.text() == "Tokyo is 19 hours ahead of Honolulu. It arrives on the next day."


def test_an_arrival_before_the_departure_is_refused_at_its_field(flight: EntryInspector) -> None:
    end = flight.form.end
    end.set_text("Mon 25 Mar\n20:59")  # 09:59 in Seoul, a minute before it leaves
    assert not end.leave()
    assert end.error().startswith("It would arrive before it leaves.")
    assert _entry(flight).end_wall == TEN
    end.set_text("Mon 25 Mar\n21:01")
    assert end.leave()
    assert _entry(flight).minutes == 1


def test_a_code_brings_name_and_clock_where_nobody_has_named_the_end(inspector: EntryInspector) -> None:
    _mode(inspector, LegMode.FLIGHT)
    (code,) = (field for field in inspector.form.fields() if field.column == "to_code")
    assert isinstance(code, LegCodeField)
    code.set_text("iad")
    assert code.leave()
    entry = _entry(inspector)
    assert entry.leg is not None
    assert (entry.leg.to_code, entry.leg.to_name) == ("IAD", "Washington Dulles International Airport")
    assert entry.end_zone == "America/New_York"
    code.set_text("jfk")
    assert code.leave()
    entry = _entry(inspector)
    assert entry.leg is not None
    # The name was the other airport's: it goes with the code, and so does the clock.
    assert (entry.leg.to_code, entry.leg.to_name) == ("JFK", "John F Kennedy International Airport")
    code.set_text("cdg")
    assert code.leave()
    assert _entry(inspector).end_zone == "Europe/Paris"


def test_a_code_leaves_the_name_that_somebody_gave_an_end_without_one(inspector: EntryInspector) -> None:
    _mode(inspector, LegMode.FLIGHT)
    named = partial(set_leg, entry_id=inspector.entry_id(), to_name="The old airfield")
    inspector.desk.do("Name", named)
    (code,) = (field for field in inspector.form.fields() if field.column == "to_code")
    before = _entry(inspector).end_zone
    code.set_text("iad")
    assert code.leave()
    entry = _entry(inspector)
    assert entry.leg is not None
    assert (entry.leg.to_code, entry.leg.to_name, entry.end_zone) == ("IAD", "The old airfield", before)


def test_an_estimate_is_called_one_until_somebody_types_a_time(inspector: EntryInspector) -> None:
    desk = inspector.desk
    for hour, (name, latitude) in ((9, ("CNES", 48.86)), (14, ("ESA Headquarters", 48.80))):
        place = desk.do(
            "Place", create_place, name=name, zone="Europe/Paris", latitude=latitude, longitude=2.3
        )
        add(desk, name, datetime(2024, 3, 27, hour), place_id=place)
    verb = partial(add_ways, driven_title="Car to {place}", walked_title="Walk to {place}")
    (way,) = desk.do("Ways", verb, desk.visit_id, date(2024, 3, 27))
    inspector.show_entry(way)
    words = inspector.form.journey.words
    grab(inspector, "leg-estimate")
    assert words.length.text() == "Takes 30 min (estimate)"
    _clock(inspector.form.end, "13:50")
    assert words.length.text() == "Takes 20 min"
    assert words.clocks.isHidden()
