"""The sample visit on a desk, and widgets that are deleted as Qt does it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.theme.style import apply_theme
from tests.helpers.planner import contents, planner

W = TypeVar("W", bound=QWidget)


class Stage:
    """A desk with the sample visit, and the widgets on it."""

    def __init__(self, folder: Path, *, writable: bool = True) -> None:
        self.desk = Desk(Workspace.open(planner(folder, "sample"), writable=writable))
        self.visit_id = self.desk.ask(the_visit, None)
        self.desk.show_visit(self.visit_id)
        self.preferences = Preferences(folder / "window.ini")
        self.told: list[tuple[str, bool]] = []
        self.selected: list[tuple[str, str]] = []
        self._shown: list[QWidget] = []

    def show(self, widget: W, width: int = 880, height: int = 700) -> W:
        """Show a widget and note what it tells."""
        self._shown.append(widget)
        widget.resize(width, height)
        for name, said in (("told", self.told), ("selected", self.selected)):
            if hasattr(widget, name):
                getattr(widget, name).connect(_noted(said))
        widget.show()
        self.settle()
        return widget

    def settle(self) -> None:
        """Let what was posted be done, and layouts come to rest."""
        for _round in range(3):
            QApplication.processEvents()

    def contents(self) -> Any:
        """Return all that stands in the file."""
        return self.desk.ask(contents)

    def close(self) -> None:
        """Take the widgets away and close the file."""
        for widget in self._shown:
            widget.close()
            widget.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.desk.close()


def _noted(said: list[Any]) -> Callable[..., None]:
    return lambda *words: said.append(words)


@pytest.fixture
def stage(tmp_path: Path, qapp: QApplication) -> Iterator[Stage]:
    apply_theme(qapp, "light")
    made = Stage(tmp_path)
    yield made
    made.close()
    apply_theme(qapp, "light")


@pytest.fixture
def reader(tmp_path: Path, qapp: QApplication) -> Iterator[Stage]:
    apply_theme(qapp, "light")
    made = Stage(tmp_path, writable=False)
    yield made
    made.close()
