"""The inspector of a place on a real file."""

from datetime import datetime
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.planning.verbs.places import create_place, delete_place, edit_place
from app.planning.views.places import PlaceDetail, place_detail, place_rows
from app.ui.desk import Desk
from app.ui.forms.city import CityField
from app.ui.forms.field import Field
from app.ui.forms.pick_box import PickBox
from app.ui.inspector.place import PlaceInspector, PlaceSheet
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.ui.planner import add

NINE = datetime(2024, 3, 26, 9)


@pytest.fixture
def place(desk: Desk) -> str:
    return desk.do("Add", partial(create_place, name="ESTEC", zone="UTC"))


@pytest.fixture
def inspector(desk: Desk, place: str, qtbot: QtBot) -> PlaceInspector:
    made = PlaceInspector(desk)
    qtbot.addWidget(made)
    made.resize(348, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.show_row(place)
    return made


def _sheet(inspector: PlaceInspector) -> PlaceSheet:
    assert isinstance(inspector.sheet, PlaceSheet)
    return inspector.sheet


def _field(inspector: PlaceInspector, column: str) -> Field:
    (found,) = (field for field in inspector.sheet.fields() if field.column == column)
    return found


def _type(field: Field, text: str) -> QWidget:
    widget = field.editor
    assert isinstance(widget, QLineEdit | QPlainTextEdit)
    widget.setFocus()
    widget.selectAll()
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    if text.isascii():
        QTest.keyClicks(widget, text)
    elif isinstance(widget, QLineEdit):
        widget.insert(text)
        widget.textEdited.emit(text)
    else:
        widget.insertPlainText(text)
    return widget


def _leave(field: Field, text: str) -> None:
    QTest.keyClick(_type(field, text), Qt.Key.Key_Tab)


def _detail(inspector: PlaceInspector) -> PlaceDetail:
    return inspector.desk.ask(place_detail, inspector.row_id())


def _picks(box: PickBox) -> list[str]:
    picks = box.picks()
    return [picks.item(row).text() for row in range(picks.count())] if picks else []


@pytest.mark.parametrize(
    ("column", "typed", "stored"),
    [
        ("name", "ESTEC, Keplerlaan", "ESTEC, Keplerlaan"),
        ("native_name", "유럽우주기술센터", "유럽우주기술센터"),
        ("street", "Keplerlaan 1", "Keplerlaan 1"),
        ("city", "Space Town", "Space Town"),
        ("country_code", "netherlands", "NL"),
        ("zone", "Europe/Amsterdam", "Europe/Amsterdam"),
        ("latitude", "52.2176", 52.2176),
        ("longitude", "4,42 E", 4.42),
        ("entrance", "Gate A", "Gate A"),
        ("holding_room", "F 101", "F 101"),
        ("badge_minutes", "20", 20),
        ("access_rule", "List of names 5 days before", "List of names 5 days before"),
        ("phones_policy", "No phones in the clean room", "No phones in the clean room"),
        ("hospital", "LUMC Leiden", "LUMC Leiden"),
    ],
)
def test_each_field_is_saved_and_taken_back(
    inspector: PlaceInspector, column: str, typed: str, stored: Any
) -> None:
    before = getattr(_detail(inspector), column)
    _leave(_field(inspector, column), typed)
    assert getattr(_detail(inspector), column) == stored
    inspector.desk.undo()
    assert getattr(_detail(inspector), column) == before


@pytest.mark.parametrize(
    ("column", "typed", "words"),
    [
        ("name", " ", "must not be empty"),
        ("country_code", "Atlantis", "Choose one from the list"),
        ("zone", "Europe/Noordwijk", "There is no time zone"),
        ("latitude", "95", "90"),
        ("longitude", "far", "180"),
        ("badge_minutes", "-5", "0"),
    ],
)
def test_a_refusal_stands_at_its_field_and_the_text_stays(
    inspector: PlaceInspector, column: str, typed: str, words: str
) -> None:
    before = _detail(inspector)
    field = _field(inspector, column)
    _leave(field, typed)
    assert words in field.error()
    assert field.text() == typed
    assert _detail(inspector) == before


def test_a_city_brings_country_zone_and_coordinates_in_one_step(inspector: PlaceInspector) -> None:
    before = _detail(inspector)
    field = _field(inspector, "city")
    box = _type(field, "noordwijk")
    assert isinstance(box, PickBox)
    assert _picks(box)[0] == "Noordwijk"
    grab(inspector, "place-city-open")
    QTest.keyClick(box, Qt.Key.Key_Return)
    after = _detail(inspector)
    assert (after.city, after.country_code, after.zone) == ("Noordwijk", "NL", "Europe/Amsterdam")
    assert after.latitude == pytest.approx(52.24, abs=0.02)
    assert after.longitude == pytest.approx(4.44, abs=0.03)
    assert field.text() == "Noordwijk"
    assert _field(inspector, "country_code").text() == "Netherlands"
    inspector.desk.undo()
    assert _detail(inspector) == before


def test_an_airport_brings_the_city_that_it_serves(inspector: PlaceInspector) -> None:
    box = _type(_field(inspector, "city"), "icn")
    assert isinstance(box, PickBox)
    QTest.keyClick(box, Qt.Key.Key_Return)
    after = _detail(inspector)
    assert (after.city, after.country_code, after.zone) == ("Seoul", "KR", "Asia/Seoul")
    assert _field(inspector, "city").text() == "Seoul"


def test_coordinates_that_are_there_stay(inspector: PlaceInspector, place: str) -> None:
    inspector.desk.do("Set", partial(edit_place, place_id=place, latitude=52.0))
    box = _type(_field(inspector, "city"), "뮌헨")
    assert isinstance(box, PickBox)
    QTest.keyClick(box, Qt.Key.Key_Return)
    after = _detail(inspector)
    assert (after.city, after.zone, after.latitude, after.longitude) == (
        "Munich",
        "Europe/Berlin",
        52.0,
        None,
    )


def test_the_same_name_elsewhere_is_another_city(inspector: PlaceInspector) -> None:
    for down, zone in ((0, "Europe/Paris"), (1, "America/Chicago")):
        box = _type(_field(inspector, "city"), "paris")
        assert isinstance(box, PickBox)
        grab(inspector, "place-city-many")
        for _step in range(down):
            QTest.keyClick(box, Qt.Key.Key_Down)
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert (_detail(inspector).city, _detail(inspector).zone) == ("Paris", zone)


def test_words_that_are_no_city_of_ours_are_kept_as_typed(inspector: PlaceInspector) -> None:
    field = _field(inspector, "city")
    assert isinstance(field, CityField)
    _leave(field, "Kepler")
    assert (_detail(inspector).city, _detail(inspector).zone) == ("Kepler", "UTC")
    box = _type(field, "Munich")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert field.text() == "Kepler"


def test_an_organisation_is_made_on_the_way(inspector: PlaceInspector) -> None:
    box = _type(_field(inspector, "organisation_id"), "Space Centre")
    assert isinstance(box, PickBox)
    assert _picks(box) == ["Create “Space Centre”"]
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert _detail(inspector).organisation == "Space Centre"


def test_the_entries_held_there_are_links(inspector: PlaceInspector, place: str, qtbot: QtBot) -> None:
    used = _sheet(inspector).used
    assert used.stops() == []
    long = "Besichtigung der Reinräume der Weltraumforschungstechnologiezentrumsaußenstelle 우주기술센터"
    entries = [add(inspector.desk, f"{long} {n}", NINE.replace(day=n + 1), place_id=place) for n in range(10)]
    links = used.stops()
    assert len(links) == 8
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "dark")
    grab(inspector, "place-inspector-dark")
    inspector._scroll.verticalScrollBar().setValue(9999)
    apply_theme(app, "light")
    grab(inspector, "place-inspector-end")
    with qtbot.waitSignal(inspector.go) as gone:
        QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert gone.args == ["entry", entries[-1]]
    with qtbot.waitSignal(inspector.go) as gone:
        links[1].setFocus()
        QTest.keyClick(links[1], Qt.Key.Key_Space)
    assert gone.args == ["entry", entries[-2]]


def test_a_place_that_goes_takes_its_fields_along(inspector: PlaceInspector, place: str) -> None:
    inspector.desk.do("Delete", partial(delete_place, place_id=place))
    assert inspector.row_id() == ""
    assert place not in {row.id for row in inspector.desk.ask(place_rows)}
    inspector.desk.undo()
    inspector.show_row(place)
    assert _field(inspector, "name").text() == "ESTEC"


def test_tab_goes_as_the_eye_does(inspector: PlaceInspector) -> None:
    fields = inspector.sheet.fields()
    fields[0].editor.setFocus()
    seen = [fields[0].column]
    for _field_after in fields[1:]:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        seen += [field.column for field in fields if QApplication.focusWidget() in field.stops()]
    assert seen == [field.column for field in fields]
