"""The programme as a board over a planner with a visit from Seoul to Paris, and a hand upon it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.programme.screen import ProgrammeScreen
from tests.ui.planner import add
from tests.ui.programme.board.hand import BoardHand
from tests.ui.programme.board.steps import FIRST, MEETING, Told


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot, tmp_path: Path) -> ProgrammeScreen:
    made = ProgrammeScreen(desk, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def meeting(desk: Desk) -> str:
    """Add a meeting of an hour on the second day, 10:00 in Paris."""
    return add(desk, MEETING, FIRST)


@pytest.fixture
def hand(screen: ProgrammeScreen, meeting: str) -> BoardHand:
    del meeting  # there must be something before there is a board
    return BoardHand(screen)


@pytest.fixture
def told(screen: ProgrammeScreen) -> Told:
    return Told(screen)
