"""The room of the people over the sample, shown."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.theme.style import apply_theme
from tests.helpers.planner import planner
from tests.ui.people.room import Room
from tests.ui.planner import open_desk
from tests.ui.windows import Answers

MakeRoom = Callable[..., Room]


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def people_desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    apply_theme(qapp, "light")
    desk = open_desk(planner(tmp_path, "sample"))
    yield desk
    desk.close()


@pytest.fixture
def make_room(people_desk: Desk, tmp_path: Path, qtbot: QtBot, answers: Answers) -> Iterator[MakeRoom]:
    made: list[Room] = []

    def make(size: tuple[int, int] = (1232, 820)) -> Room:
        room = Room(people_desk, Preferences(tmp_path / "window.ini"), answers)
        made.append(room)
        room.resize(*size)
        with qtbot.waitExposed(room):
            room.show()
        return room

    yield make
    for room in made:
        room.close()
        room.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
