"""Windows and planners for the tests of the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.ui.desk import Desk
from app.ui.theme.style import apply_theme, theme
from tests.ui.planner import new_desk
from tests.ui.windows import Windows


@pytest.fixture(autouse=True, scope="session")
def _application(qapp: QApplication) -> None:
    """Have Qt there for every test, whichever comes first: without it, a font ends the process."""
    del qapp


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    apply_theme(qapp, "light")
    made = new_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def windows(qapp: QApplication, tmp_path: Path) -> Iterator[Windows]:
    apply_theme(qapp, "light")
    theme().set_reduced_motion(still=True)
    made = Windows(tmp_path)
    yield made
    made.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme().set_reduced_motion(still=None)
    apply_theme(qapp, "light")
