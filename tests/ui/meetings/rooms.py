"""The room of the meetings over the sample visit, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.planning.views.meeting import Meeting, meeting
from app.planning.views.meetings import meeting_rows
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.screens.meetings.screen import MeetingsScreen
from tests.helpers.planner import planner

NASA = "NASA Headquarters — bilateral"


@contextmanager
def room(
    folder: Path,
    *,
    kind: str = "sample",
    read_only: bool = False,
    size: tuple[int, int] = (900, 860),
    chooser: FileChooser | None = None,
) -> Iterator[MeetingsScreen]:
    """Give the room of a new planner, shown."""
    path = planner(folder, kind)
    desk = Desk(Workspace.open(path, writable=not read_only))
    desk.show_visit(desk.ask(the_visit, None))
    screen = MeetingsScreen(desk, Preferences(folder / "window.ini"), chooser or FileChooser())
    screen.resize(*size)
    screen.show()
    QApplication.processEvents()
    try:
        yield screen
    finally:
        screen.close()
        screen.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        desk.close()


def desk_of(screen: MeetingsScreen) -> Desk:
    """Return the desk of a room."""
    return screen._desk


def meeting_of(screen: MeetingsScreen) -> Meeting:
    """Return what stands in the file of the meeting on the page."""
    return desk_of(screen).ask(meeting, screen.page.entry_id)


def open_page(screen: MeetingsScreen, title: str = NASA) -> Meeting:
    """Open a meeting's page by its title."""
    rows = desk_of(screen).ask(meeting_rows, desk_of(screen).visit_id)
    screen.open_row(next(row.id for row in rows if row.title == title))
    settle()
    return meeting_of(screen)


def settle() -> None:
    """Let texts take their height, and what holds them make room for it."""
    for _turn in range(4):
        QApplication.processEvents()
