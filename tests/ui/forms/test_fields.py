"""Numbers, degrees and days as they are typed, and the sheet that holds fields."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.domain.errors import PlanningError
from app.ui.desk import Desk
from app.ui.forms.clock_text import read_day
from app.ui.forms.day import DayField
from app.ui.forms.number_text import number_text, read_decimal, read_degrees, read_whole
from app.ui.forms.numbers import DecimalField, NumberField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.text import TextField
from app.ui.forms.ticks import TickField
from app.wording.dates import day_with_year


@dataclass(frozen=True, slots=True)
class Thing:
    id: str = "one"
    name: str = "A"
    count: int | None = 3
    degrees: float | None = None
    on: date | None = None
    sure: bool = False


class _File:
    """What stands in a row of no table."""

    def __init__(self) -> None:
        self.written: list[dict[str, Any]] = []

    def edit(self, _session: Session, /, thing_id: str, **fields: Any) -> None:
        assert thing_id == "one"
        self.written.append(fields)


@pytest.fixture
def file() -> _File:
    return _File()


@pytest.fixture
def sheet(desk: Desk, file: _File, qtbot: QtBot) -> Sheet:
    kind = Kind("thing", file.edit, lambda thing: str(thing.name), lambda _column: "Change “{name}”")
    record = Record(desk, kind)
    record.setParent(desk)
    record.take(Thing())
    made = Sheet()
    name, count = TextField(record, "name", "Name"), NumberField(record, "count", "Count", 1, 20, step=5)
    made.row((name, 1), (count, 0))
    made.section("More")
    made.add(DecimalField(record, "degrees", "Latitude", -90, 90, degrees=True))
    made.add(DayField(record, "on", "Day", near=lambda: date(2024, 3, 1)))
    made.add(TickField(record, "sure", "Sure"))
    qtbot.addWidget(made)
    made.open(Thing(), {})
    made.show()
    made.activateWindow()
    return made


def _put(sheet: Sheet, at: int, text: str) -> str:
    field = sheet.fields()[at]
    field.set_text(text)
    field.leave()
    return field.error()


def test_what_is_typed_is_written_as_what_it_means(sheet: Sheet, file: _File) -> None:
    for at, text in enumerate(("B", "1'2", "48° 51' 30\" N", "14.3.", "True")):
        _put(sheet, at, text)
    assert [field.error() for field in sheet.fields()][1] == "Write a number from 1 to 20."
    assert file.written[0] == {"name": "B"}
    assert file.written[1]["degrees"] == pytest.approx(48.858333, abs=1e-6)
    assert file.written[2:] == [{"on": date(2024, 3, 14)}, {"sure": True}]


def test_emptied_numbers_and_days_are_none_and_refusals_stay(sheet: Sheet, file: _File) -> None:
    assert _put(sheet, 1, "") == ""
    assert file.written == [{"count": None}]
    assert _put(sheet, 2, "91") == "Write a number from -90 to 90."
    assert _put(sheet, 3, "someday").startswith("Write a day")
    assert (sheet.fields()[3].text(), len(file.written)) == ("someday", 1)


def test_arrows_step_a_number_within_its_range(sheet: Sheet) -> None:
    count = sheet.fields()[1]
    count.editor.setFocus()
    QTest.keyClick(count.editor, Qt.Key.Key_Up)
    assert count.text() == "8"
    for _step in range(4):
        QTest.keyClick(count.editor, Qt.Key.Key_Up)
    assert count.text() == "20"
    for _step in range(5):
        QTest.keyClick(count.editor, Qt.Key.Key_Down)
    assert count.text() == "1"


def test_tab_goes_as_the_fields_stand(sheet: Sheet) -> None:
    editors = [field.editor for field in sheet.fields()]
    editors[0].setFocus()
    for editor in editors:
        assert sheet.window().focusWidget() is editor
        QTest.keyClick(editor, Qt.Key.Key_Tab)


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("48.8584", 48.8584),
        ("48,8584", 48.8584),
        ("−77,0166", -77.0166),
        ("77° 0′ 59.8″ W", -77.016611),
        ("S 33°51.5'", -33.858333),
        ("38°53'N", 38.883333),
        ("48 61' 0\"", None),
        ("-3° S", None),
        ("north", None),
        ("", None),
    ],
)
def test_degrees_are_read_as_they_are_written(text: str, degrees: float | None) -> None:
    read = read_degrees(text)
    assert read == (None if degrees is None else pytest.approx(degrees, abs=1e-5))


@given(st.floats(-180, 180, allow_nan=False))
def test_a_number_shown_reads_back(number: float) -> None:
    shown = number_text(round(number, 6))
    if "e" not in shown:
        assert read_decimal(shown) == read_degrees(shown) == round(number, 6)


@given(st.integers(-10_000_000, 10_000_000))
def test_a_whole_number_reads_back_with_its_thousands(number: int) -> None:
    assert read_whole(f"{number:,}".replace(",", " ")) == read_whole(str(number)) == number


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_shown_reads_back(day: date) -> None:
    assert read_day(day_with_year(day), date(2024, 1, 1)) == day


def test_a_number_out_of_range_names_its_range(sheet: Sheet) -> None:
    with pytest.raises(PlanningError) as refused:
        sheet.fields()[1].value("21")
    assert refused.value.data["most"] == 20
