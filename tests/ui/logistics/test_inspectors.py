"""The inspectors of logistics: each field in place, refused with a sentence, and what access asks for."""

from datetime import date
from functools import partial
from typing import Any, Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.access import Asked
from app.domain.words import AccessState
from app.planning.verbs.access import create_access_request
from app.planning.verbs.gifts import delete_gift
from app.planning.verbs.places import edit_place
from app.planning.views.access import AccessRow, access_detail, access_rows
from app.planning.views.lodgings import lodging_detail, lodgings, room_detail
from app.planning.views.logistics import (
    baggage_detail,
    baggage_rows,
    gift_detail,
    gift_rows,
    interpreter_detail,
    interpreter_rows,
)
from app.planning.views.vehicles import vehicle_detail, vehicle_rows
from app.ui.forms.field import Field
from app.ui.forms.inspector import RecordInspector
from app.ui.inspector.access import AccessInspector, AccessSheet
from app.ui.inspector.baggage import BaggageInspector
from app.ui.inspector.gift import GiftInspector
from app.ui.inspector.interpreter import InterpreterInspector
from app.ui.inspector.lodging import LodgingInspector, RoomInspector
from app.ui.inspector.vehicle import VehicleInspector
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.ui.logistics.conftest import Stage

LEFT = Qt.MouseButton.LeftButton


def ids(stage: Stage) -> dict[type[RecordInspector], str]:
    ask, visit = stage.desk.ask, stage.visit_id
    hotel = ask(lodgings, visit).hotels[0]
    return {
        VehicleInspector: ask(vehicle_rows, visit)[2].id,
        LodgingInspector: hotel.row.id,
        RoomInspector: hotel.rooms[0].id,
        BaggageInspector: ask(baggage_rows, visit)[0].id,
        GiftInspector: ask(gift_rows, visit)[0].id,
        InterpreterInspector: ask(interpreter_rows, visit)[0].id,
        AccessInspector: ask(access_rows, visit)[2].id,
    }


def opened(stage: Stage, kind: type[RecordInspector]) -> Any:
    inspector = stage.show(kind(stage.desk), 348, 1400 if kind is AccessInspector else 560)
    inspector.show_row(ids(stage)[kind])
    assert inspector.row_id()
    return inspector


def field(inspector: RecordInspector, column: str) -> Field:
    return next(each for each in inspector.sheet.fields() if each.column == column)


def enter(inspector: RecordInspector, column: str, text: str) -> str:
    """Type into a field and leave it; return what is said to be wrong."""
    found = field(inspector, column)
    editor = found.editor
    editor.setFocus()
    editor.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(editor, text)
    if isinstance(editor, QLineEdit):
        QTest.keyClick(editor, Qt.Key.Key_Return)
        if editor.hasFocus() or found.dirty:
            found.leave()
    else:
        found.leave()
    return found.error()


@pytest.mark.parametrize(
    ("kind", "column", "text", "view", "stored"),
    [
        (VehicleInspector, "seats", "6", vehicle_detail, 6),
        (VehicleInspector, "name", "Flag car", vehicle_detail, "Flag car"),
        (LodgingInspector, "ends_on", "26 Jan", lodging_detail, date(2024, 1, 26)),
        (RoomInspector, "number", "9", room_detail, "9"),
        (BaggageInspector, "tag", "A1", baggage_detail, "A1"),
        (GiftInspector, "currency", "eur", gift_detail, "EUR"),
        (GiftInspector, "value", "12.5", gift_detail, 12.5),
        (InterpreterInspector, "to_language", "PT_br", interpreter_detail, "pt-BR"),
        (InterpreterInspector, "to_language", "German", interpreter_detail, "de"),
        (InterpreterInspector, "hours", "0.25", interpreter_detail, 0.25),
    ],
)
def test_what_is_typed_is_saved_and_undone(
    stage: Stage, kind: Any, column: str, text: str, view: Any, stored: Any
) -> None:
    before = stage.contents()
    inspector = opened(stage, kind)
    assert enter(inspector, column, text) == ""
    assert getattr(stage.desk.ask(view, inspector.row_id()), column) == stored
    stage.desk.undo()
    assert stage.contents() == before


@pytest.mark.parametrize(
    ("kind", "column", "text", "words"),
    [
        (VehicleInspector, "seats", "1000", "from 0 to 100"),
        (LodgingInspector, "ends_on", "1 Jan 2024", "must not come before"),
        (GiftInspector, "currency", "E$R", "three letters"),
        (GiftInspector, "value", "-3", "Write a number"),
        (InterpreterInspector, "hours", "25", "from 0.25 to 24"),
        (InterpreterInspector, "from_language", "Klingonish", "tag, such as ko"),
    ],
)
def test_what_is_refused_is_said_at_the_field_and_kept(
    stage: Stage, kind: Any, column: str, text: str, words: str
) -> None:
    before = stage.contents()
    inspector = opened(stage, kind)
    assert words in enter(inspector, column, text)
    assert field(inspector, column).text() == text
    assert stage.contents() == before


def test_a_city_is_picked_by_typing(stage: Stage) -> None:
    inspector = opened(stage, VehicleInspector)
    editor = field(inspector, "stop_id").editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, "par")
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert stage.desk.ask(vehicle_detail, inspector.row_id()).stop == "Paris"


def test_a_row_that_is_deleted_is_no_longer_shown(stage: Stage) -> None:
    inspector = opened(stage, GiftInspector)
    stage.desk.do("Delete", delete_gift, inspector.row_id())
    assert inspector.row_id() == ""


def sheet(inspector: RecordInspector) -> AccessSheet:
    assert isinstance(inspector.sheet, AccessSheet)
    return inspector.sheet


def request(stage: Stage, inspector: RecordInspector) -> AccessRow:
    return stage.desk.ask(access_detail, inspector.row_id())


def test_what_is_asked_for_is_ticked_and_written(stage: Stage) -> None:
    inspector = opened(stage, AccessInspector)
    chips = sheet(inspector).chips
    assert chips.chip(Asked.CITIZENSHIPS).isChecked()  # “nationality”, as the site wrote
    assert not chips.chip(Asked.SEX).isChecked()
    before = stage.contents()
    QTest.mouseClick(chips.chip(Asked.SEX), LEFT)
    assert request(stage, inspector).asks_for == (
        "Full name, sex, nationality, passport number, employer, title"
    )
    assert "Sex" in sheet(inspector).people.lines()[0].missing()
    QTest.keyClick(chips.chip(Asked.SEX), Qt.Key.Key_Space)
    assert stage.contents() == before
    enter(inspector, "asks_for", "E-mail, shoe size")
    assert chips.chip(Asked.EMAIL).isChecked()
    assert not chips.chip(Asked.TITLE).isChecked()


def test_the_last_day_is_counted_back_from_the_entry(stage: Stage) -> None:
    inspector = opened(stage, AccessInspector)
    form = sheet(inspector)
    form.lead.selectAll()
    QTest.keyClicks(form.lead, "x")
    QTest.mouseClick(form.suggest, LEFT)
    assert "from 0 to 250" in form._lead_box.error()
    form.lead.selectAll()
    QTest.keyClicks(form.lead, "15")
    assert form._lead_box.error() == ""
    QTest.mouseClick(form.suggest, LEFT)
    assert request(stage, inspector).due_on == date(2024, 1, 5)  # 15 working days before Fri 26 Jan
    assert "weekends" in form._rule.text()
    place = request(stage, inspector).place_id
    assert place is not None
    stage.desk.do("Move", edit_place, place, country_code="US")
    assert "without the public holidays of United States" in form._rule.text()
    QTest.mouseClick(form.suggest, LEFT)
    assert request(stage, inspector).due_on == date(2024, 1, 4)  # Mon 15 Jan is a holiday there
    assert "late" in form.left.text()
    assert form.left.property("tone") == "bad"


def test_a_request_is_sent_answered_and_sent_again(stage: Stage) -> None:
    inspector = opened(stage, AccessInspector)
    form = sheet(inspector)
    assert not form.grant.isVisible()
    before = stage.contents()
    QTest.mouseClick(form.send, LEFT)
    assert request(stage, inspector).state is AccessState.SENT
    assert stage.told == [("The request is marked as sent.", True)]
    assert form._state.text().startswith("Sent on ")
    assert form._state.text().endswith(" KST")
    assert not form.left.isVisible()
    enter(inspector, "answer", "All but two")
    QTest.mouseClick(form.refuse, LEFT)
    assert request(stage, inspector).state is AccessState.REFUSED
    QTest.mouseClick(form.grant, LEFT)
    assert (request(stage, inspector).state, request(stage, inspector).answer) == (
        AccessState.GRANTED,
        "All but two",
    )
    QTest.mouseClick(form.reopen, LEFT)
    assert request(stage, inspector).state is AccessState.TO_SEND
    for _step in range(5):
        stage.desk.undo()
    assert stage.contents() == before


def test_people_are_named_noted_and_taken_off(stage: Stage) -> None:
    entry = request(stage, opened(stage, AccessInspector)).entry_id
    new = stage.desk.do(
        "New", partial(create_access_request, visit_id=stage.visit_id, entry_id=entry, asks_for="Sex, title")
    )
    inspector = stage.show(AccessInspector(stage.desk), 348, 1400)
    inspector.show_row(new)
    people = sheet(inspector).people
    assert people.all.words() == "Name the other 7 at the entry"
    people.box.setFocus()
    QTest.keyClicks(people.box, "Yoon")
    QTest.keyClick(people.box, Qt.Key.Key_Down)
    QTest.keyClick(people.box, Qt.Key.Key_Return)
    assert [line.person.name for line in people.lines()] == ["Yoon Se-ryeong"]
    assert people.lines()[0].missing() == "Missing: Sex"
    QTest.mouseClick(people.all, LEFT)
    assert len(request(stage, inspector).people) == 7
    assert not people.all.isVisible()
    note = people.lines()[1].note
    note.setFocus()
    QTest.keyClicks(note, "renewing the passport")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert request(stage, inspector).people[1].note == "renewing the passport"
    QTest.mouseClick(people.lines()[0].remove, LEFT)
    assert len(people.lines()) == 6


def test_a_request_of_no_entry_has_no_day_to_count_from(stage: Stage) -> None:
    new = stage.desk.do("New", partial(create_access_request, visit_id=stage.visit_id))
    inspector = stage.show(AccessInspector(stage.desk), 348, 900)
    inspector.show_row(new)
    assert not sheet(inspector).suggest.isEnabled()
    assert "Choose the entry" in sheet(inspector)._rule.text()


def test_a_reader_only_reads(reader: Stage) -> None:
    for kind, row_id in ids(reader).items():
        inspector = reader.show(kind(reader.desk), 348, 700)
        inspector.show_row(row_id)
        assert inspector.row_id() == row_id
    inspector = opened(reader, AccessInspector)
    assert not sheet(inspector).send.isVisible()
    assert not sheet(inspector).people.box.isVisible()
    assert reader.told == []


@pytest.mark.parametrize("name", ["light", "dark"])
def test_pictures(stage: Stage, qapp: QApplication, name: Literal["light", "dark"]) -> None:
    apply_theme(qapp, name)
    for kind in ids(stage):
        inspector = opened(stage, kind)
        stage.settle()
        grab(inspector, f"logistics-{kind.__name__}-{name}")
