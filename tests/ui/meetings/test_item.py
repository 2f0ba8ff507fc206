"""The selected item: its fields, its talking points, what is guarded, its precedents."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.domain.errors import DataError
from app.domain.words import Marking, PointKind
from app.planning.views.meeting import Item
from app.ui.screens.meetings.item_card import ItemCard
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.theme.style import apply_theme
from app.wording.names import word_name
from tests.helpers.planner import contents
from tests.ui.meetings.rooms import desk_of, meeting_of, open_page, room, settle

_ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def screen(qapp: QApplication, tmp_path: Path) -> Iterator[MeetingsScreen]:
    apply_theme(qapp, "light")
    with room(tmp_path) as made:
        open_page(made)
        made.page.prepared.agenda.view.selectRow(1)
        settle()
        yield made


@pytest.fixture
def card(screen: MeetingsScreen) -> ItemCard:
    return screen.page.prepared.item


def stored(screen: MeetingsScreen) -> Item:
    return meeting_of(screen).items[1]


def texts(screen: MeetingsScreen) -> list[str]:
    return [point.text for point in stored(screen).points]


def _trigger(words: str) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_the_line_to_add_in_stands_with_the_points_or_without_any_with_all_else(card: ItemCard) -> None:
    lines = card.points
    assert lines.rows()
    assert lines.new.x() == lines.rows()[0].field.mapTo(lines, QPoint(0, 0)).x()
    lines.show_lines("none", (), Marking.PUBLIC, ("",) * len(Marking))
    QApplication.processEvents()
    assert (lines.new.x(), lines.new.width()) == (0, lines.width())


def test_points_are_added_one_after_the_other_with_enter(screen: MeetingsScreen, card: ItemCard) -> None:
    before = texts(screen)
    card.points.new.setFocus()
    for text in ("We share what we have.", "We ask for PDS4."):
        QTest.keyClicks(card.points.new, text)
        QTest.keyClick(card.points.new, Qt.Key.Key_Return)
        assert card.points.new.hasFocus()
        assert card.points.new.toPlainText() == ""
    assert texts(screen) == [*before, "We share what we have.", "We ask for PDS4."]
    assert stored(screen).points[-1].marking is stored(screen).marking


def test_a_point_in_hangul_is_added_as_composed(screen: MeetingsScreen, card: ItemCard) -> None:
    card.points.new.setFocus()
    composed = QInputMethodEvent("한", [])
    QApplication.sendEvent(card.points.new, composed)
    committed = QInputMethodEvent()
    committed.setCommitString("한국은 준비가 되어 있습니다.")
    QApplication.sendEvent(card.points.new, committed)
    QTest.keyClick(card.points.new, Qt.Key.Key_Return)
    assert texts(screen)[-1] == "한국은 준비가 되어 있습니다."


def test_a_point_that_is_left_is_kept_too(screen: MeetingsScreen, card: ItemCard) -> None:
    card.points.new.setFocus()
    QTest.keyClicks(card.points.new, "Left behind.")
    QTest.keyClick(card.points.new, Qt.Key.Key_Tab)
    assert texts(screen)[-1] == "Left behind."
    card.points.new.setFocus()
    QTest.keyClicks(card.points.new, "Taken back.")
    QTest.keyClick(card.points.new, Qt.Key.Key_Escape)
    QTest.keyClick(card.points.new, Qt.Key.Key_Tab)
    assert "Taken back." not in texts(screen)


def test_a_point_is_changed_in_place_and_enter_goes_on(screen: MeetingsScreen, card: ItemCard) -> None:
    first, second = card.points.rows()[:2]
    first.field.words.setFocus()
    first.field.words.selectAll()
    QTest.keyClicks(first.field.words, "Shorter.")
    QTest.keyClick(first.field.words, Qt.Key.Key_Return)
    assert texts(screen)[0] == "Shorter."
    assert second.field.words.hasFocus()


def test_points_move_with_alt_and_keep_the_cursor(screen: MeetingsScreen, card: ItemCard) -> None:
    before = texts(screen)
    words = card.points.rows()[0].field.words
    words.setFocus()
    QTest.keyClick(words, Qt.Key.Key_Down, _ALT)
    assert texts(screen) == [before[1], before[0], *before[2:]]
    assert [row.shown.text for row in card.points.rows()] == texts(screen)
    assert words.hasFocus()
    desk_of(screen).undo()
    assert texts(screen) == before


def test_an_emptied_point_goes_with_one_more_backspace(
    qtbot: QtBot, screen: MeetingsScreen, card: ItemCard
) -> None:
    state, before = desk_of(screen).ask(contents), texts(screen)
    words = card.points.rows()[0].field.words
    words.setFocus()
    words.selectAll()
    QTest.keyClick(words, Qt.Key.Key_Backspace)
    assert texts(screen) == before
    card.points.rows()[0].field.pause()
    with qtbot.waitSignal(screen.told) as told:
        QTest.keyClick(words, Qt.Key.Key_Backspace)
    assert told.args == ["Talking point deleted.", True]
    assert texts(screen) == before[1:]
    assert card.points.rows()[0].field.words.hasFocus()
    desk_of(screen).undo()
    assert desk_of(screen).ask(contents) == state
    assert card.points.rows()[0].field.error() == ""  # nor does what was half typed


def test_an_emptied_point_that_is_left_says_why_it_stays(screen: MeetingsScreen, card: ItemCard) -> None:
    before = texts(screen)
    row = card.points.rows()[0]
    row.field.words.setFocus()
    row.field.words.selectAll()
    QTest.keyClick(row.field.words, Qt.Key.Key_Delete)
    QTest.keyClick(row.field.words, Qt.Key.Key_Tab)
    assert row.field.error() == "This must not be empty."
    assert texts(screen) == before


def test_a_point_that_was_refused_stays_with_its_own_item(screen: MeetingsScreen, card: ItemCard) -> None:
    view = screen.page.prepared.agenda.view
    own, other = (meeting_of(screen).items[at].points for at in (1, 0))
    for points, at in ((own, 1), (other, 0), (own, 1), (other, 0)):
        view.selectRow(at)
        rows = card.points.rows()
        assert [row.record.row_id for row in rows] == [point.id for point in points]
        assert [row.tag.words() for row in rows] == [word_name(point.kind) for point in points]
        refused = card.points.rows()[0].field if at == 1 else None
        assert [row.field.text() for row in rows[1:]] == [point.text for point in points[1:]]
        if refused is None:
            assert (rows[0].field.text(), rows[0].field.error()) == (points[0].text, "")
        else:
            refused.set_text("")
            refused.leave()
            assert refused.error()


def test_what_a_point_is_for_and_its_marking_are_chosen(screen: MeetingsScreen, card: ItemCard) -> None:
    row = card.points.rows()[0]
    QTest.mouseClick(row.tag, Qt.MouseButton.LeftButton)
    _trigger("Avoid")
    assert stored(screen).points[0].kind is PointKind.AVOID
    assert row.tag.words() == "Avoid"
    QTest.keyClick(row.more, Qt.Key.Key_Space)
    _trigger("CONFIDENTIAL")
    assert stored(screen).points[0].marking is Marking.CONFIDENTIAL
    assert row.badge.isVisibleTo(row)


def test_more_than_six_points_are_warned_of(card: ItemCard) -> None:
    card.points.new.setFocus()
    for number in range(7 - len(card.points.rows())):
        assert card._counter.property("tone") == "muted"
        QTest.keyClicks(card.points.new, f"Point {number}")
        QTest.keyClick(card.points.new, Qt.Key.Key_Return)
    assert card._counter.text() == "7 points – more than 6 are seldom said"
    assert card._counter.property("tone") == "warn"


def test_the_topic_is_written_from_here(screen: MeetingsScreen, card: ItemCard) -> None:
    card.objective.editor.setFocus()
    card.objective.editor.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(card.objective.editor, "Mirror everything.")
    QTest.keyClick(card.objective.editor, Qt.Key.Key_Tab)
    topic = stored(screen).topic
    assert topic is not None
    assert topic.objective == "Mirror everything."
    assert screen.page.prepared.agenda.view.rows.words(1, 1)[1] == "Mirror everything."


def test_what_is_typed_is_saved_when_another_item_is_chosen(screen: MeetingsScreen, card: ItemCard) -> None:
    card.background.editor.setFocus()
    card.background.editor.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(card.background.editor, "Known since 2022.")
    card.points.new.setPlainText("Unsaid so far.")
    screen.page.prepared.agenda.view.selectRow(3)
    topic = stored(screen).topic
    assert topic is not None
    assert topic.background == "Known since 2022."
    assert texts(screen)[-1] == "Unsaid so far."


def test_two_fields_left_at_once_are_two_steps_of_the_item_they_were_typed_for(
    screen: MeetingsScreen, card: ItemCard
) -> None:
    state = desk_of(screen).ask(contents)
    for field, text in ((card.objective, "One."), (card.background, "Two.")):
        field.set_text(text)
    screen.page.prepared.agenda.view.selectRow(3)
    topic, other = stored(screen).topic, meeting_of(screen).items[3].topic
    assert topic is not None
    assert other is not None
    assert (topic.objective, topic.background) == ("One.", "Two.")
    assert (card.objective.text(), card.background.text()) == (other.objective, other.background)
    for _step in range(2):
        desk_of(screen).undo()
    assert desk_of(screen).ask(contents) == state


def test_a_red_line_bears_its_own_marking(screen: MeetingsScreen, card: ItemCard) -> None:
    assert card.red_line.badge.text() == "RESTRICTED"
    QTest.mouseClick(card.red_line.choose, Qt.MouseButton.LeftButton)
    _trigger("CONFIDENTIAL")
    topic = stored(screen).topic
    assert topic is not None
    assert topic.red_line_marking is Marking.CONFIDENTIAL
    assert topic.if_raised_marking is Marking.RESTRICTED
    assert card.red_line.badge.text() == "CONFIDENTIAL"


def test_precedents_come_and_go(screen: MeetingsScreen, card: ItemCard) -> None:
    def names() -> list[str]:
        topic = stored(screen).topic
        assert topic is not None
        return [precedent.name for precedent in topic.precedents]

    before = names()
    box = card.precedents.box
    box.setFocus()
    QTest.keyClicks(box, "airlock")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert names() == [*before, "Gateway airlock"]
    QTest.keyClick(card.precedents._chips[0], Qt.Key.Key_Delete)
    assert names() == [*before[1:], "Gateway airlock"]


def test_nothing_typed_is_lost_when_the_file_cannot_be_written(
    screen: MeetingsScreen, card: ItemCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: Any, **_more: Any) -> None:
        raise DataError("write_failed", path="visit.aide", detail="full")

    monkeypatch.setattr(desk_of(screen), "do", fail)
    card.points.new.setFocus()
    QTest.keyClicks(card.points.new, "Not lost.")
    QTest.keyClick(card.points.new, Qt.Key.Key_Return)
    assert card.points.new.toPlainText() == "Not lost."
    assert "could not be written" in card.points.error()
    screen.page.prepared.agenda.view.selectRow(2)
    assert card.points.new.toPlainText() == ""
    screen.page.prepared.agenda.view.selectRow(1)
    assert card.points.new.toPlainText() == "Not lost."


def test_what_was_kept_and_then_taken_out_again_does_not_come_back(
    qtbot: QtBot, screen: MeetingsScreen, card: ItemCard
) -> None:
    desk, item = desk_of(screen), stored(screen)
    card.points.new.setFocus()
    QTest.keyClicks(card.points.new, "Half a point")
    qtbot.waitUntil(lambda: "Half a point" in desk.drafts("agenda_item", item.id).values())
    card.points.new.selectAll()
    QTest.keyClick(card.points.new, Qt.Key.Key_Delete)
    screen.page.prepared.agenda.view.selectRow(2)
    assert desk.drafts("agenda_item", item.id) == {}
    screen.page.prepared.agenda.view.selectRow(1)
    assert (card.points.new.toPlainText(), card.points.error()) == ("", "")


def test_the_area_opens_the_topic(qtbot: QtBot, screen: MeetingsScreen, card: ItemCard) -> None:
    with qtbot.waitSignal(screen.go) as gone:
        QTest.mouseClick(card._area, Qt.MouseButton.LeftButton)
    assert gone.args == ["topic", stored(screen).topic_id]
