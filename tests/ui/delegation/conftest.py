"""The sample visit on a desk, for the room of its delegation."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.delegation.screen import DelegationScreen
from app.ui.theme.style import apply_theme
from tests.helpers.planner import planner


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    apply_theme(qapp, "light")
    made = Desk(Workspace.open(planner(tmp_path, "sample")))
    made.show_visit(made.ask(the_visit, None))
    yield made
    made.close()


@pytest.fixture
def screen(desk: Desk, tmp_path: Path, qtbot: QtBot) -> DelegationScreen:
    made = DelegationScreen(desk, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.resize(1000, 640)
    with qtbot.waitExposed(made):
        made.show()
    return made
