"""The precedents: their list, their inspector, and those suggested to a topic."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.words import Area
from app.planning.verbs.precedents import delete_precedent
from app.planning.views.precedents import PrecedentDetail, precedent_detail, precedent_rows
from app.planning.views.suggested import suggested_precedents
from app.ui.desk import Desk
from app.ui.inspector.precedent import PrecedentInspector, PrecedentSheet
from app.ui.inspector.precedents import MOST_SUGGESTED
from app.ui.theme.style import apply_theme
from tests.helpers.planner import contents
from tests.ui.topics.rooms import desk_of, field, room, rows_of, sheet_of, topic_of, type_into

_KEY = Qt.Key
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


def _inspector(desk: Desk, qtbot: QtBot, precedent_id: str) -> PrecedentInspector:
    made = PrecedentInspector(desk)
    qtbot.addWidget(made)
    made.resize(348, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.show_row(precedent_id)
    return made


def _sheet(made: PrecedentInspector) -> PrecedentSheet:
    assert isinstance(made.sheet, PrecedentSheet)
    return made.sheet


def _first(desk: Desk) -> PrecedentDetail:
    return desk.ask(precedent_detail, desk.ask(precedent_rows)[0].id)


def test_the_switch_leads_to_the_precedents_and_back(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        told: list[tuple[str, str]] = []
        screen.selected.connect(lambda kind, row_id: told.append((kind, row_id)))
        screen.list.switch.selected.emit("precedent")
        assert screen.precedents.isVisible()
        ids = [row.id for row in desk_of(screen).ask(precedent_rows)]
        assert screen.precedents.table.ids() == ids
        screen.precedents.table.select(ids[1])
        assert told[-1] == ("precedent", ids[1])
        screen.precedents.switch.selected.emit("topic")
        assert screen.list.isVisible()
        screen.reveal("precedent", ids[0])
        assert screen.precedents.isVisible()
        assert screen.precedents.table.current_id() == ids[0]


def test_a_precedent_is_added_with_its_name_to_be_typed_next_and_deleted(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        desk, created = desk_of(screen), []
        screen.created.connect(lambda kind, row_id: created.append((kind, row_id)))
        screen.show_part("precedent")
        before = desk.ask(contents)
        QTest.mouseClick(screen.precedents.bar.add, _LEFT)
        (made,) = created
        assert made[0] == "precedent"
        assert screen.precedents.table.current_id() == made[1]
        QTest.keyClick(screen.precedents.table, _KEY.Key_Delete)
        assert made[1] not in screen.precedents.table.ids()
        assert desk.ask(contents) == before


def test_deleting_tells_of_the_topics_that_pointed_at_it(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        desk = desk_of(screen)
        told: list[tuple[str, bool]] = []
        screen.told.connect(lambda words, undo: told.append((words, undo)))
        used = next(row for row in desk.ask(precedent_rows) if row.used == 1)
        screen.reveal("precedent", used.id)
        QTest.keyClick(screen.precedents.table, _KEY.Key_Delete)
        said = f"“{used.title}” deleted. 1 topic points at it no more."
        assert told == [(said, True)]
        desk.undo()
        assert desk.ask(precedent_detail, used.id).topics


@pytest.mark.parametrize("column", ["title", "years", "description", "lesson", "source"])
def test_each_field_is_saved_when_it_is_left_and_taken_back(
    tmp_path: Path, qtbot: QtBot, column: str
) -> None:
    with room(tmp_path) as screen:
        desk = desk_of(screen)
        before = _first(desk)
        made = _inspector(desk, qtbot, before.id)
        editor = field(made.sheet, column).editor
        type_into(editor, "Changed")
        QTest.keyClick(editor, _KEY.Key_Tab)
        assert getattr(desk.ask(precedent_detail, before.id), column) == "Changed"
        desk.undo()
        assert desk.ask(precedent_detail, before.id) == before
        assert field(made.sheet, column).text() == getattr(before, column)


def test_parties_are_added_by_name_made_anew_and_removed(tmp_path: Path, qtbot: QtBot) -> None:
    with room(tmp_path) as screen:
        desk = desk_of(screen)
        before, key = desk.ask(contents), _first(desk).id
        parties = {one.organisation for one in _first(desk).parties}
        made = _inspector(desk, qtbot, key)
        sheet, told = _sheet(made), []
        made.told.connect(lambda words, undo: told.append((words, undo)))
        QTest.mouseClick(sheet.parties.stops()[-1], _LEFT)
        assert sheet.new_party.hasFocus()
        QTest.keyClicks(sheet.new_party, "Institute nobody knows")
        QTest.keyClick(sheet.new_party, _KEY.Key_Return)
        (part,) = [one for one in _first(desk).parties if one.organisation not in parties]
        assert part.organisation == "Institute nobody knows"
        contribution = field(sheet.parties.card(part.id).sheet, "contribution").editor
        type_into(contribution, "A detector")
        QTest.keyClick(contribution, _KEY.Key_Tab)
        assert "A detector" in {one.contribution for one in _first(desk).parties}
        # The same one again is refused, and stays to be mended.
        QTest.mouseClick(sheet.parties.stops()[-1], _LEFT)
        QTest.keyClicks(sheet.new_party, "Institute nobody knows")
        QTest.keyClick(sheet.new_party, _KEY.Key_Return)
        assert told == [("This organisation is a party to the precedent already.", False)]
        assert sheet.new_party.text()
        QTest.mouseClick(sheet.parties.card(part.id).stops()[-1], _LEFT)
        assert {one.organisation for one in _first(desk).parties} == parties
        while desk.ask(contents) != before:
            assert desk.undo() is not None


def test_a_topic_that_points_at_it_is_a_link(tmp_path: Path, qtbot: QtBot) -> None:
    with room(tmp_path) as screen:
        desk = desk_of(screen)
        used = next(row for row in desk.ask(precedent_rows) if row.used)
        made = _inspector(desk, qtbot, used.id)
        went: list[tuple[str, str]] = []
        made.go.connect(lambda kind, row_id: went.append((kind, row_id)))
        QTest.mouseClick(_sheet(made).topics.stops()[0], _LEFT)
        assert went == [("topic", desk.ask(precedent_detail, used.id).topics[0].id)]


def test_one_that_goes_leaves_the_inspector_empty(tmp_path: Path, qtbot: QtBot) -> None:
    with room(tmp_path) as screen:
        desk = desk_of(screen)
        made = _inspector(desk, qtbot, _first(desk).id)
        desk.do("Delete", delete_precedent, _first(desk).id)
        assert made.row_id() == ""


@pytest.mark.parametrize("key", [_KEY.Key_Return, _KEY.Key_Space])
def test_a_suggested_precedent_is_taken_by_one_key(tmp_path: Path, key: Qt.Key) -> None:
    with room(tmp_path) as screen:
        desk = desk_of(screen)
        topic = next(row for row in rows_of(screen) if desk.ask(suggested_precedents, row.id))
        before = desk.ask(contents)
        screen.open_row(topic.id)
        chips = sheet_of(screen).precedents
        offered = desk.ask(suggested_precedents, topic.id)[:MOST_SUGGESTED]
        shown = [chip.property("row") for chip in chips.suggestions.chips()]
        assert shown == [each.id for each in offered]
        first = chips.suggestions.chips()[0]
        assert "in the same area" in first.words() or "with " in first.words()
        first.setFocus()
        QTest.keyClick(first, key)
        assert topic_of(screen).precedents[-1].id == shown[0]
        assert shown[0] not in [chip.property("row") for chip in chips.suggestions.chips()]
        assert chips.isAncestorOf(screen.focusWidget())
        desk.undo()
        assert desk.ask(contents) == before
        assert [chip.property("row") for chip in chips.suggestions.chips()] == shown


def test_a_precedent_nobody_wrote_down_is_made_where_it_is_named(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        desk = desk_of(screen)
        topic = next(row for row in rows_of(screen) if row.area is not Area.JOINT_MISSIONS)
        screen.open_row(topic.id)
        before = desk.ask(contents)
        chips = sheet_of(screen).precedents
        type_into(chips.box, "Cassini probe")
        QTest.keyClick(chips.box, _KEY.Key_Return)
        made = topic_of(screen).precedents[-1]
        assert made.name == "Cassini probe"
        assert desk.ask(precedent_detail, made.id).area is topic.area
        desk.undo()
        assert desk.ask(contents) == before
