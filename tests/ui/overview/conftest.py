"""The overview over the sample visit, at an instant that tests choose."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.planning.views.visits import visit_cards
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.overview.screen import OverviewScreen
from app.ui.theme.style import apply_theme
from tests.helpers.planner import planner

UNDER_WAY = datetime(2024, 1, 23, 13, 20)  # 08:20 in Washington, 22:20 in Seoul

Open = Callable[..., OverviewScreen]


class Clock:
    """What the screen takes for the time."""

    def __init__(self) -> None:
        self.utc = UNDER_WAY

    def __call__(self) -> datetime:
        return self.utc


@pytest.fixture
def sample_desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    apply_theme(qapp, "light")
    desk = Desk(Workspace.open(planner(tmp_path, "sample")))
    desk.show_visit(desk.ask(visit_cards)[0].id)
    yield desk
    desk.close()
    apply_theme(qapp, "light")


@pytest.fixture
def now() -> Clock:
    return Clock()


@pytest.fixture
def open_screen(qtbot: QtBot, tmp_path: Path, now: Clock) -> Open:
    def opened(desk: Desk, width: int = 884, height: int = 830) -> OverviewScreen:
        screen = OverviewScreen(desk, Preferences(tmp_path / "window.ini"), now=now)
        qtbot.addWidget(screen)
        screen.resize(width, height)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return screen

    return opened
