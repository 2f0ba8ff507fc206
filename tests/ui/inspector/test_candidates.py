"""The fields that name a member: whom they find, and who joins the delegation by being named."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app.data.models import Member, Person
from app.domain.words import GiftDirection, Side
from app.planning.verbs.gifts import create_gift, edit_gift
from app.planning.views.logistics import gift_detail
from app.ui.desk import Desk
from app.ui.inspector.candidates import MemberField
from app.ui.inspector.gift import GiftInspector, GiftSheet
from tests.helpers.planner import contents


def _plant(session: Session) -> None:
    session.add(Person(id="guest", family_name="Neumann", given_name="Iris"))


def _side(connection: Connection, person_id: str) -> Side | None:
    return connection.scalar(select(Member.side).where(Member.person_id == person_id))


@pytest.fixture
def gift(desk: Desk) -> str:
    desk.do("Plant", _plant)
    return str(desk.do("Gift", create_gift, desk.visit_id, description="Vase"))


def _field(desk: Desk, gift: str, qtbot: QtBot) -> tuple[GiftInspector, GiftSheet]:
    inspector = GiftInspector(desk)
    qtbot.addWidget(inspector)
    with qtbot.waitExposed(inspector):
        inspector.show()
    inspector.activateWindow()
    inspector.show_row(gift)
    assert isinstance(inspector.sheet, GiftSheet)
    return inspector, inspector.sheet


def _type(field: MemberField, text: str) -> None:
    field.box.setFocus()
    QTest.keyClicks(field.box, text)


@pytest.mark.parametrize(
    ("direction", "side"), [(GiftDirection.GIVEN, Side.HOST), (GiftDirection.RECEIVED, Side.OURS)]
)
def test_a_person_of_no_side_joins_by_being_named_in_one_step(
    desk: Desk, gift: str, qtbot: QtBot, direction: GiftDirection, side: Side
) -> None:
    desk.do("Direction", edit_gift, gift, direction=direction)
    _inspector, sheet = _field(desk, gift, qtbot)
    before = desk.ask(contents)
    _type(sheet.receiver, "neum")
    picks = sheet.receiver.box.picks()
    assert picks is not None
    assert picks.item(0).text() == "Iris Neumann"
    QTest.keyClick(sheet.receiver.box, Qt.Key.Key_Return)
    assert desk.ask(gift_detail, gift).receiver == "Iris Neumann"
    assert desk.ask(_side, "guest") is side
    desk.undo()
    assert desk.ask(contents) == before


def test_a_name_typed_whole_is_no_other_person(desk: Desk, gift: str, qtbot: QtBot) -> None:
    _inspector, sheet = _field(desk, gift, qtbot)
    _type(sheet.giver, "Iris Neumann")
    picks = sheet.giver.box.picks()
    assert picks is not None
    assert [picks.item(row).text() for row in range(picks.count())] == ["Iris Neumann"]
    QTest.keyClick(sheet.giver.box, Qt.Key.Key_Tab)
    assert desk.ask(gift_detail, gift).giver == "Iris Neumann"
    assert desk.ask(_side, "guest") is Side.OURS
