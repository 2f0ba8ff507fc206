"""The inspector of a member on the sample visit."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.words import Side
from app.planning.views.delegation import MemberDetail, delegation, member_detail
from app.ui.desk import Desk
from app.ui.forms.field import Field
from app.ui.inspector.member import MemberInspector, MemberSheet
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.helpers.planner import contents


@pytest.fixture
def inspector(desk: Desk, qtbot: QtBot) -> MemberInspector:
    made = MemberInspector(desk)
    qtbot.addWidget(made)
    made.resize(348, 900)
    with qtbot.waitExposed(made):
        made.show()
    row = next(row for row in desk.ask(delegation, desk.visit_id) if "Bae" in row.name)
    made.show_row(row.id)
    return made


def detail(inspector: MemberInspector) -> MemberDetail:
    return inspector.desk.ask(member_detail, inspector.row_id())


def field(inspector: MemberInspector, column: str) -> Field:
    (found,) = (field for field in inspector.sheet.fields() if field.column == column)
    return found


def leave(field: Field, text: str) -> None:
    editor: Any = field.editor
    editor.setFocus()
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Tab)


def sheet(inspector: MemberInspector) -> MemberSheet:
    assert isinstance(inspector.sheet, MemberSheet)
    return inspector.sheet


@pytest.mark.parametrize(
    ("column", "typed", "stored"),
    [
        ("title", "Deputy Minister", "Deputy Minister"),
        ("native_title", "Cha-gwan", "Cha-gwan"),
        ("duty", "Leads", "Leads"),
        ("joins_on", "23 Jan", date(2024, 1, 23)),
        ("leaves_on", "29.1.", date(2024, 1, 29)),
    ],
)
def test_each_field_is_saved_and_taken_back(
    inspector: MemberInspector, column: str, typed: str, stored: Any
) -> None:
    before = inspector.desk.ask(contents)
    leave(field(inspector, column), typed)
    assert getattr(detail(inspector), column) == stored
    inspector.desk.undo()
    assert inspector.desk.ask(contents) == before


def test_a_place_waits_for_its_reason_and_goes_back_by_one_button(inspector: MemberInspector) -> None:
    before = inspector.desk.ask(contents)
    leave(field(inspector, "precedence"), "2")
    for _again in range(2):  # passing by without a word does not settle it
        assert "Say why" in field(inspector, "precedence_reason").error()
        QTest.keyClick(field(inspector, "precedence_reason").editor, Qt.Key.Key_Tab)
    assert inspector.desk.ask(contents) == before
    leave(field(inspector, "precedence_reason"), "Envoy")
    assert (detail(inspector).precedence, detail(inspector).precedence_reason) == (2, "Envoy")
    assert [field(inspector, name).error() for name in ("precedence", "precedence_reason")] == ["", ""]
    assert "place 3" in sheet(inspector).rule.text()
    button = sheet(inspector).by_rule
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isVisible()
    assert inspector.desk.ask(contents) == before


def test_a_place_by_rank_takes_the_reason_away(inspector: MemberInspector) -> None:
    before = inspector.desk.ask(contents)
    leave(field(inspector, "precedence_reason"), "Envoy")
    assert detail(inspector).precedence_reason == "Envoy"
    leave(field(inspector, "precedence"), "2")
    assert detail(inspector).precedence == 2
    leave(field(inspector, "precedence"), "3")
    assert inspector.desk.ask(contents) == before


def test_it_leads_to_the_person_and_the_entries(inspector: MemberInspector, qtbot: QtBot) -> None:
    links = sheet(inspector).entries.stops()
    assert len(links) == 68
    with qtbot.waitSignal(inspector.go) as gone:
        QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert gone.args == ["entry", detail(inspector).entries[0].id]
    with qtbot.waitSignal(inspector.go) as gone:
        sheet(inspector).person.setFocus()
        QTest.keyClick(sheet(inspector).person, Qt.Key.Key_Space)
    assert gone.args == ["person", detail(inspector).person_id]


@pytest.mark.parametrize("look", ["light", "dark"])
def test_it_is_looked_at(inspector: MemberInspector, look: str, qapp: QApplication) -> None:
    apply_theme(qapp, "dark" if look == "dark" else "light")
    leave(field(inspector, "precedence"), "2")
    grab(inspector, f"member-inspector-{look}")
    assert detail(inspector).side is Side.OURS


def test_who_joins_outside_of_the_visit_is_told_so(inspector: MemberInspector) -> None:
    assert sheet(inspector).beyond.text() == ""
    leave(field(inspector, "joins_on"), "1 Jan 2030")
    assert detail(inspector).joins_on == date(2030, 1, 1)
    assert sheet(inspector).beyond.text().startswith("That is outside of the visit (")
    leave(field(inspector, "joins_on"), "23 Jan 2024")
    assert sheet(inspector).beyond.text() == ""


def test_a_day_of_a_year_that_nobody_means_is_refused_at_its_field(inspector: MemberInspector) -> None:
    leave(field(inspector, "joins_on"), "0001-01-01")
    assert detail(inspector).joins_on is None
    assert field(inspector, "joins_on").error() == "That year is out of range; check the date."
