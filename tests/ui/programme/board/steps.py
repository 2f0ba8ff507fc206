"""What the tests of the board look at: the steps that were done, the whole planner, what was told."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.planning.views.history import steps
from app.ui.desk import Desk
from app.ui.screens.programme.screen import ProgrammeScreen
from tests.helpers.planner import contents

MEETING = "CNES"
FIRST = datetime(2024, 3, 26, 10)


class Told:
    """Keeps what a screen tells."""

    def __init__(self, screen: ProgrammeScreen) -> None:
        self.words: list[str] = []
        screen.told.connect(lambda words, _can_undo: self.words.append(words))


def labels(desk: Desk) -> list[str]:
    """Return the names of the steps that undo would take back, the newest first."""
    return [step.label for step in desk.ask(steps, limit=100) if step.state == "done"]


def everything(desk: Desk) -> dict[str, list[dict[str, Any]]]:
    """Return all that stands in the planner, but for what only rises."""
    return desk.ask(_contents)


def _contents(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    return contents(connection)
