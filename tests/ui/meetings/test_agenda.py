"""The agenda under the hand: order by keys and dragging, minutes and lead in place, topics and headings."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.domain.words import Intent, Marking
from app.ui.screens.meetings.agenda_model import Columns
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.tables.dragging import put_rows
from app.ui.theme.style import apply_theme
from tests.helpers.planner import contents
from tests.ui.meetings.rooms import desk_of, meeting_of, open_page, room, settle

_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
FIRST = [
    "Artemis participation",
    "Lunar science data sharing",
    "KASA founding and agency link",
    "Deep-space antenna time",
    "Any other business",
]


@pytest.fixture
def screen(qapp: QApplication, tmp_path: Path) -> Iterator[MeetingsScreen]:
    apply_theme(qapp, "light")
    with room(tmp_path) as made:
        open_page(made)
        yield made


def headings(screen: MeetingsScreen) -> list[str]:
    return [item.heading for item in meeting_of(screen).items]


def shown(screen: MeetingsScreen) -> list[str]:
    model = screen.page.prepared.agenda.view.rows
    return [model.words(row, Columns.ITEM)[0] for row in range(model.rowCount())]


def test_items_move_with_alt_and_the_arrows_and_undo_brings_them_back(screen: MeetingsScreen) -> None:
    view = screen.page.prepared.agenda.view
    assert headings(screen) == FIRST
    QTest.keyClick(view, Qt.Key.Key_Down, _ALT)
    QTest.keyClick(view, Qt.Key.Key_Down, _ALT)
    assert headings(screen) == shown(screen) == [*FIRST[1:3], FIRST[0], *FIRST[3:]]
    assert view.currentIndex().row() == 2
    QTest.keyClick(view, Qt.Key.Key_Up, _ALT)
    assert headings(screen)[1] == FIRST[0]
    for _step in range(3):
        desk_of(screen).undo()
    assert headings(screen) == shown(screen) == FIRST
    QTest.keyClick(view, Qt.Key.Key_Up, _ALT)  # the first goes no higher
    view.selectRow(0)
    before = desk_of(screen).next_undo()
    QTest.keyClick(view, Qt.Key.Key_Up, _ALT)
    assert desk_of(screen).next_undo() == before


@pytest.mark.parametrize(
    ("source", "over", "wanted"),
    [
        (0, 2.9, [1, 2, 0, 3, 4]),
        (4, 0.1, [4, 0, 1, 2, 3]),
        (1, 1.9, [0, 1, 2, 3, 4]),
        (2, 4.9, [0, 1, 3, 4, 2]),
    ],
)
def test_an_item_is_dragged_to_its_place(
    screen: MeetingsScreen, source: int, over: float, wanted: list[int]
) -> None:
    view = screen.page.prepared.agenda.view
    mime = view.rows.mimeData([view.rows.index(source, column) for column in Columns])
    rect = view.visualRect(view.rows.index(int(over), 1))
    at = QPointF(rect.center().x(), rect.top() + rect.height() * (over % 1))
    action = Qt.DropAction.MoveAction
    event = QDropEvent(at, action, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    view.dropEvent(event)  # without a drag under way, Qt passes none on
    assert headings(screen) == [FIRST[number] for number in wanted]


def test_what_is_dragged_from_elsewhere_moves_nothing(screen: MeetingsScreen) -> None:
    view = screen.page.prepared.agenda.view
    mime = QMimeData()
    put_rows(mime, "person", [view.rows.ids[0]])
    at, action = QPointF(view.viewport().rect().center()), Qt.DropAction.MoveAction
    event = QDropEvent(at, action, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    view.dropEvent(event)  # without a drag under way, Qt passes none on
    assert headings(screen) == FIRST


def _type_minutes(screen: MeetingsScreen, text: str) -> None:
    view = screen.page.prepared.agenda.view
    view.setFocus()
    QTest.keyClicks(view, text[0])
    editor = view.viewport().findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()  # Qt takes what stands in the editor with its next turn


def test_digits_change_the_minutes_and_the_clock_runs_on(screen: MeetingsScreen) -> None:
    agenda = screen.page.prepared.agenda
    assert agenda.clock == "09:30 → 11:05 · 10 min to spare"
    _type_minutes(screen, "47")
    assert meeting_of(screen).items[0].minutes == 47
    assert agenda.view.rows.words(1, Columns.NUMBER) == ("2", "10:17")
    assert agenda.clock == "09:30 → 11:27 · 12 min over the slot"
    assert agenda._clock.property("tone") == "bad"
    desk_of(screen).undo()
    assert agenda.clock == "09:30 → 11:05 · 10 min to spare"
    assert agenda._clock.property("tone") == "muted"


def test_minutes_that_cannot_be_stand_in_the_field_with_the_reason(screen: MeetingsScreen) -> None:
    _type_minutes(screen, "6000")
    field = screen.page.prepared.item.minutes
    assert (field.text(), meeting_of(screen).items[0].minutes) == ("6000", 25)
    assert "600" in field.error()
    assert field.editor.hasFocus()
    QTest.keyClick(field.editor, Qt.Key.Key_Escape)
    assert (field.text(), field.error()) == ("25", "")


def _popup() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_lead_and_intent_are_chosen_in_place_by_keyboard(screen: MeetingsScreen) -> None:
    view = screen.page.prepared.agenda.view
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    menu = _popup()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert meeting_of(screen).items[0].intent is Intent.RAISE
    QTest.keyClick(view, Qt.Key.Key_F2)
    menu = _popup()
    name = next(action for action in menu.actions() if action.text() == "Bae Yun-seok")
    menu.setActiveAction(name)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert meeting_of(screen).items[0].speaker == "Bae Yun-seok"
    assert view.rows.words(0, Columns.LEAD) == ("Bae Yun-seok", "Raise")


def test_an_item_is_taken_off_and_the_toast_can_undo_it(qtbot: QtBot, screen: MeetingsScreen) -> None:
    before = desk_of(screen).ask(contents)
    with qtbot.waitSignal(screen.told) as told:
        QTest.keyClick(screen.page.prepared.agenda.view, Qt.Key.Key_Delete)
    assert told.args == ["“Artemis participation” taken from the agenda.", True]
    assert headings(screen) == shown(screen) == FIRST[1:]
    assert screen.page.prepared.item.item_id == meeting_of(screen).items[0].id
    desk_of(screen).undo()
    assert desk_of(screen).ask(contents) == before
    assert shown(screen) == FIRST


def test_a_topic_is_found_and_put_on_the_agenda(screen: MeetingsScreen) -> None:
    box = screen.page.prepared.agenda.add
    box.setFocus()
    QTest.keyClicks(box, "einstein")
    assert box.is_open()
    name = box.found()[0].name
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert headings(screen)[-1] == name
    assert meeting_of(screen).items[-1].topic is not None
    assert (box.text(), box.hasFocus()) == ("", True)
    assert screen.page.prepared.item.item_id == meeting_of(screen).items[-1].id


def test_a_new_topic_is_made_in_the_same_step(screen: MeetingsScreen) -> None:
    before = desk_of(screen).ask(contents)
    box = screen.page.prepared.agenda.add
    box.setFocus()
    QTest.keyClicks(box, "Schwerelosigkeitsforschungszusammenarbeit")
    QTest.keyClick(box, Qt.Key.Key_Return)
    last = meeting_of(screen).items[-1]
    assert last.topic is not None
    assert last.topic.title == "Schwerelosigkeitsforschungszusammenarbeit"
    assert last.topic.red_line_marking is Marking.RESTRICTED
    assert box.text() == ""
    desk_of(screen).undo()
    assert desk_of(screen).ask(contents) == before


def test_a_bare_heading_is_added_with_ctrl_enter_or_its_button(screen: MeetingsScreen) -> None:
    agenda = screen.page.prepared.agenda
    agenda.add.setFocus()
    composed = QInputMethodEvent()
    composed.setCommitString("사진 촬영")
    QApplication.sendEvent(agenda.add, composed)
    QTest.keyClick(agenda.add, Qt.Key.Key_Return, _CTRL)
    assert not agenda.heading.isEnabled()
    QTest.keyClicks(agenda.add, "Signing")
    QTest.mouseClick(agenda.heading, Qt.MouseButton.LeftButton)
    assert headings(screen)[-2:] == ["사진 촬영", "Signing"]
    assert meeting_of(screen).items[-1].topic is None
    assert screen.page.prepared.item.title.isVisibleTo(screen)
    assert not screen.page.prepared.item.objective.isVisibleTo(screen)


def test_an_item_moves_to_another_meeting_by_its_menu(qtbot: QtBot, screen: MeetingsScreen) -> None:
    agenda = screen.page.prepared.agenda
    rect = agenda.view.visualRect(agenda.view.rows.index(1, Columns.ITEM))
    agenda.view.customContextMenuRequested.emit(rect.center())
    menu = _popup()
    elsewhere = next(action.menu() for action in menu.actions() if action.text() == "Move to")
    assert isinstance(elsewhere, QMenu)
    titles = [action.text() for action in elsewhere.actions()]
    assert "NASA Headquarters — bilateral" not in titles
    with qtbot.waitSignal(screen.told) as told:
        elsewhere.actions()[titles.index("CNES — President")].trigger()
    menu.close()
    assert told.args == ["“Lunar science data sharing” moved to “CNES — President”.", True]
    assert "Lunar science data sharing" not in headings(screen)
    open_page(screen, "CNES — President")
    assert headings(screen)[-1] == "Lunar science data sharing"


def test_letters_write_nothing_into_the_table(screen: MeetingsScreen) -> None:
    view = screen.page.prepared.agenda.view
    before = desk_of(screen).ask(contents)
    QTest.keyClicks(view, "abc")
    assert view.viewport().findChild(QLineEdit) is None
    assert desk_of(screen).ask(contents) == before
