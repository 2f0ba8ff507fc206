"""Going through every room of a window, and every row's inspector."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import select

from app.data.models import Base
from app.ui.desk import Desk
from app.ui.screens.meetings.phases import PHASE_KEYS
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.widgets.segmented import SegmentedControl
from app.ui.window.catalogue import all_rooms
from app.ui.window.frame import PlannerFrame


def settle() -> None:
    """Let what was put off be done."""
    for _turn in range(3):
        QApplication.processEvents()


def rooms(frame: PlannerFrame) -> Iterator[tuple[str, QWidget]]:
    """Enter each room, and each part of it that a segmented control shows; yield its name and widget.

    The settings come first: there the theme changes, which takes the longer the more rooms have been made.
    """
    for room in sorted(all_rooms(), key=lambda kind: kind.name != "settings"):
        frame.enter(room.name)
        settle()
        shown = frame.rooms.currentWidget()
        assert shown is not None
        yield room.name, shown
        for control in shown.findChildren(SegmentedControl):
            if not control.isVisible():
                continue
            first = control.current()
            for key in list(control._buttons):
                if key != first and control.isVisible():
                    control.select(key)
                    settle()
                    yield f"{room.name}, {key}", shown
            if control.isVisible():
                control.select(first)
                settle()
    yield from _phases(frame)


def _phases(frame: PlannerFrame) -> Iterator[tuple[str, QWidget]]:
    """Open the first meeting, if there is one, and go through the phases of its page."""
    entry_id = first_row(frame.desk, "agenda_item", "entry_id")
    if not entry_id or not frame.desk.visit_id:
        return
    frame.go("meeting", entry_id)
    settle()
    screen = frame.rooms.currentWidget()
    assert isinstance(screen, MeetingsScreen)
    for phase in PHASE_KEYS:
        screen.page.phases.select(phase)
        settle()
        yield f"meeting, {phase}", screen


def first_row(desk: Desk, kind: str, column: str = "id") -> str:
    """Return the id of a row of a kind, or of what it refers to; nothing where there is none."""
    wanted = select(Base.metadata.tables[kind].c[column]).limit(1)
    return desk.ask(lambda connection: connection.execute(wanted).scalar()) or ""


def inspectors(frame: PlannerFrame) -> Iterator[tuple[str, QWidget]]:
    """Show a row of each kind in the inspector; yield its kind and the inspector."""
    frame.panes.show_inspector(True)
    for kind in list(frame.inspectors._makers):
        row_id = first_row(frame.desk, kind)
        frame.enter("programme")
        if not row_id or frame.room == "empty":
            continue
        frame.inspection.inspect(kind, row_id)
        settle()
        shown = frame.inspectors.currentWidget()
        assert shown is not None
        yield kind, shown
