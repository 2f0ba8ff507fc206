"""Whatever a hand does to a seating: the file, its view and the plan that is drawn agree, and undo works."""

from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.seating import TableShape
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.theme.style import apply_theme
from tests.helpers.planner import contents
from tests.ui.meetings.rooms import desk_of, room
from tests.ui.meetings.seating.tables import call, drag, plan_of, seating_of

_ACTS = 24
_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


@pytest.mark.parametrize("number", range(4))
def test_view_plan_and_file_agree_over_random_acts(qapp: QApplication, tmp_path: Path, number: int) -> None:
    apply_theme(qapp, "light")
    draw = Random(number)  # noqa: S311 - repeatable
    with room(tmp_path, size=(1000, 1000)) as screen:
        part = seating_of(screen, call(screen, 4, 3))
        desk = desk_of(screen)
        first, done = desk.ask(contents), desk.next_undo()
        for _act in range(_ACTS):
            _act_once(screen, draw)
            _agree(screen)
            assert not part.board.carries
        steps = 0
        while desk.next_undo() != done:
            assert desk.undo() is not None
            _agree(screen)
            steps += 1
        assert 0 < steps <= _ACTS
        assert desk.ask(contents) == first


def _act_once(screen: MeetingsScreen, draw: Random) -> None:
    part = screen.page.late.seating
    board = part.board
    chair = draw.choice(board.chairs())
    act = draw.randrange(8)
    if act == 0:
        part.rule.shapes.select(draw.choice(list(TableShape)).value)
    elif act == 1:
        QTest.mouseClick(part.rule.seat, Qt.MouseButton.LeftButton)
    elif act == 2:
        chair.setFocus()
        QTest.keyClick(chair, Qt.Key.Key_Delete)
    elif act == 3:
        chair.setFocus()
        QTest.keyClick(chair, draw.choice(_KEYS), Qt.KeyboardModifier.ControlModifier)
    elif act == 4:
        drag(chair, board.waiting.mapToGlobal(QPoint(4, 4)))
    else:
        drag(chair, draw.choice(board.table.pool.chairs))


def _agree(screen: MeetingsScreen) -> None:
    plan, board = plan_of(screen), screen.page.late.seating.board
    drawn: dict[str, list[str]] = {}
    for chair in board.table.pool.chairs:
        if chair.seat.sitter is not None:
            drawn.setdefault(chair.seat.row, []).append(chair.seat.sitter.id)
    assert drawn == {row: [one.id for one in sitters] for row, sitters in plan.rows.items()}
    waiting = [chair.seat.sitter for chair in board.waiting.pool.chairs]
    assert waiting == list(plan.unseated)
    assert sum(map(len, drawn.values())) + len(waiting) == 7
    for sitters in plan.rows.values():
        assert [one.place for one in sitters] == list(range(len(sitters)))
    assert board.current in board.chairs()
