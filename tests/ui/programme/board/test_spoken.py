"""What a screen reader hears on the board, and that all of it can be reached by keys."""

import gc
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.programme.board import speaking
from app.ui.screens.programme.screen import ProgrammeScreen
from tests.ui.languages.spoken import unnamed
from tests.ui.planner import add
from tests.ui.programme.board.hand import CTRL, BoardHand

_Key = Qt.Key
_CNES = "CNES, Tue 26 Mar, 10:00–11:00, 18:00–19:00 in Seoul, Meeting"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 3, day, hour, minute)


class _Reader:
    """Stands where a screen reader is told."""

    Event = QAccessible.Event

    def __init__(self) -> None:
        self.heard: list[str] = []

    def isActive(self) -> bool:
        return True

    def updateAccessibility(self, event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            self.heard.append(event.message())
        else:
            self.heard.append(event.accessibleInterface().text(QAccessible.Text.Name))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> _Reader:
    made = _Reader()
    monkeypatch.setattr(speaking, "QAccessible", made)
    return made


def _board(hand: BoardHand) -> QAccessibleInterface:
    interface = QAccessible.queryAccessibleInterface(hand.view)
    assert interface is not None
    return interface


def _children(hand: BoardHand) -> list[QAccessibleInterface]:
    board = _board(hand)
    return [board.child(number) for number in range(board.childCount())]


def _name(child: QAccessibleInterface) -> str:
    return child.text(QAccessible.Text.Name)


def _current(hand: BoardHand) -> str:
    """Return what has the reader's attention, while the board has the keys."""
    return _name(_board(hand).focusChild() or _board(hand))


def test_each_entry_is_heard_as_the_keys_go_over_it(
    hand: BoardHand, desk: Desk, meeting: str, reader: _Reader
) -> None:
    add(desk, "Press", at(26, 14))
    add(desk, "Talks", at(27, 9))
    hand.view.setFocus()
    hand.key(_Key.Key_Home)
    assert hand.screen.selected() == meeting
    hand.key(_Key.Key_Tab)
    hand.key(_Key.Key_Tab)
    assert [words.split(",")[0] for words in reader.heard] == ["CNES", "Press", "Talks"]
    assert reader.heard[0] == _CNES
    assert _current(hand) == "Talks, Wed 27 Mar, 09:00–10:00, 17:00–18:00 in Seoul, Meeting"
    hand.key(_Key.Key_A, CTRL)
    assert reader.heard[-1].endswith("; 3 entries selected")
    hand.key(_Key.Key_Escape)
    assert reader.heard[-1] == _current(hand) == "Programme board"


def test_a_move_and_a_clash_are_heard(hand: BoardHand, meeting: str, reader: _Reader, desk: Desk) -> None:
    hand.click(hand.middle(meeting))
    hand.key(_Key.Key_Down)
    assert reader.heard[-1].startswith("CNES, Tue 26 Mar, 10:05–11:05, 18:05–19:05 in Seoul")
    heard = len(reader.heard)
    desk.undo()
    assert reader.heard[heard:] == [_CNES]


def test_nothing_is_announced_while_the_keys_are_elsewhere(
    hand: BoardHand, meeting: str, reader: _Reader
) -> None:
    hand.screen.setFocus()
    hand.screen.bar.add.setFocus()
    hand.screen.select(meeting)
    assert reader.heard == []
    assert _board(hand).focusChild() is None
    hand.view.setFocus()
    QApplication.processEvents()
    assert reader.heard == [_CNES]


@pytest.mark.usefixtures("meeting")
def test_the_board_holds_its_days_and_their_entries(hand: BoardHand, desk: Desk) -> None:
    add(desk, "Press", at(27, 14))
    add(desk, "Talks", at(27, 9))
    board, children = _board(hand), _children(hand)
    assert [_name(child).split(",")[0] for child in children[:6]] == [
        "Mon 25 Mar",
        "Tue 26 Mar",
        "CNES",
        "Wed 27 Mar",
        "Talks",
        "Press",
    ]
    assert len(children) == 12 + 3
    assert _name(children[1]).startswith("Tue 26 Mar, Paris, CET · Seoul +8 h")
    assert _name(children[2]) == _CNES
    assert [child.role() for child in children[1:3]] == [QAccessible.Role.Heading, QAccessible.Role.ListItem]
    assert _name(board) == "Programme board"
    assert board.role() == QAccessible.Role.List
    for number, child in enumerate(children):
        assert child.isValid()
        assert board.indexOfChild(child) == number
        assert child.parent() is board
        assert board.child(number) is child
    assert board.child(len(children)) is None


def test_a_child_stands_where_it_is_painted(hand: BoardHand, meeting: str) -> None:
    board, child = _board(hand), _children(hand)[2]
    port = hand.view.viewport()
    box = hand.view.mapFromScene(hand.view.board.blocks(meeting)[0].rect()).boundingRect()
    assert child.rect() == box.translated(port.mapToGlobal(QPoint()))
    assert board.childAt(*child.rect().center().toTuple()) is child
    day = _children(hand)[1].rect()
    assert day.left() <= child.rect().left() < child.rect().right() <= day.right()
    assert day.bottom() < port.mapToGlobal(QPoint()).y() <= child.rect().top()
    assert not child.state().offscreen
    hand.view.verticalScrollBar().setValue(hand.view.verticalScrollBar().maximum())
    assert child.state().offscreen
    assert child.rect().top() < box.top()


def test_a_child_says_that_it_is_selected_and_has_the_keys(hand: BoardHand, desk: Desk, meeting: str) -> None:
    add(desk, "Press", at(26, 14))
    _mon, tue, cnes, press = _children(hand)[:4]
    assert not tue.state().focusable
    assert cnes.state().focusable
    assert not cnes.state().selected
    hand.click(hand.middle(meeting))
    assert [(child.state().selected, child.state().focused) for child in (cnes, press)] == [(1, 1), (0, 0)]
    assert _board(hand).focusChild() is cnes
    hand.key(_Key.Key_A, CTRL)
    assert [child.state().selected for child in (cnes, press)] == [1, 1]


def test_a_child_follows_its_entry_and_goes_with_it(
    hand: BoardHand, desk: Desk, meeting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = _children(hand)[2]
    before = child.rect()
    renamed: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: renamed.append(_of(event)))
    hand.click(hand.middle(meeting))
    hand.key(_Key.Key_Down)
    assert _name(child).startswith("CNES, Tue 26 Mar, 10:05–11:05")
    assert renamed == [_name(child)]
    assert child.rect().top() > before.top()
    hand.key(_Key.Key_Right)
    assert _children(hand)[3] is child
    hand.key(_Key.Key_Delete)
    assert not isValid(child)
    assert _board(hand).childCount() == 12
    desk.undo()
    assert _name(_children(hand)[3]).startswith("CNES, Wed 27 Mar")


def _of(event: QAccessibleEvent) -> str:
    return _name(event.accessibleInterface())


def test_what_qt_still_holds_of_a_board_goes_with_it(desk: Desk, meeting: str, tmp_path: Path) -> None:
    del meeting
    screen = ProgrammeScreen(desk, Preferences(tmp_path / "other.ini"))
    screen.show()
    children = _children(BoardHand(screen))
    number = QAccessible.uniqueId(children[2])
    assert QAccessible.accessibleInterface(number) is children[2]
    screen.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert not any(isValid(child) for child in children)
    assert QAccessible.accessibleInterface(number) is None


def test_every_control_of_board_and_panels_has_a_name(hand: BoardHand, meeting: str) -> None:
    hand.click(hand.middle(meeting))
    assert unnamed(hand.screen) == []
    for open_panel in (
        hand.screen.commands.shift_later,
        hand.screen.commands.shift_visit,
        hand.screen.commands.tie,
    ):
        open_panel()
        panel = hand.screen.commands.panel
        assert panel is not None
        assert unnamed(panel) == []
