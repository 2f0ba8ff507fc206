"""What a screen reader hears on the board, and that all of it can be reached by keys."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from app.ui.desk import Desk
from app.ui.screens.programme.board import speaking
from tests.ui.languages.spoken import unnamed
from tests.ui.planner import add
from tests.ui.programme.board.hand import CTRL, BoardHand

_Key = Qt.Key
_CNES = "CNES, Tue 26 Mar, 10:00–11:00, 18:00–19:00 in Seoul, Meeting"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 3, day, hour, minute)


class _Reader:
    """Stands where a screen reader is told."""

    Text = QAccessible.Text

    def __init__(self) -> None:
        self.heard: list[str] = []

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:
        self.heard.append(event.message())


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> _Reader:
    made = _Reader()
    monkeypatch.setattr(speaking, "QAccessible", made)
    return made


def _name(hand: BoardHand) -> str:
    interface = QAccessible.queryAccessibleInterface(hand.view)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


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
    assert _name(hand) == "Talks, Wed 27 Mar, 09:00–10:00, 17:00–18:00 in Seoul, Meeting"
    hand.key(_Key.Key_A, CTRL)
    assert reader.heard[-1].endswith("; 3 entries selected")
    hand.key(_Key.Key_Escape)
    assert reader.heard[-1] == _name(hand) == "Programme board"


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
    hand.screen._bar.add.setFocus()
    hand.screen.select(meeting)
    assert reader.heard == []
    assert _name(hand) == _CNES


def test_every_control_of_board_and_panels_has_a_name(hand: BoardHand, meeting: str) -> None:
    hand.click(hand.middle(meeting))
    assert unnamed(hand.screen) == []
    for open_panel in (
        hand.screen._commands.shift_later,
        hand.screen._commands.shift_visit,
        hand.screen._commands.tie,
    ):
        open_panel()
        panel = hand.screen._commands.panel
        assert panel is not None
        assert unnamed(panel) == []
