"""One room over a new planner, shown by itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from tests.helpers.planner import planner

W = TypeVar("W", bound=QWidget)


@contextmanager
def shown_room(
    make: Callable[[Desk, Preferences], W], folder: Path, kind: str, *, read_only: bool, size: tuple[int, int]
) -> Iterator[W]:
    """Give a room over a planner of this kind; it is closed with its desk."""
    desk = Desk(Workspace.open(planner(folder, kind), writable=not read_only))
    desk.show_visit(desk.ask(the_visit, None))
    screen = make(desk, Preferences(folder / "window.ini"))
    screen.resize(*size)
    screen.show()
    screen.activateWindow()
    QApplication.processEvents()
    try:
        yield screen
    finally:
        screen.close()
        screen.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        desk.close()
