"""Nothing is shown as a window of its own while rooms and inspectors are built.

A widget that is shown before it has a parent is a window for a moment: it flashes, and takes the keys away
from whoever is typing.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.window.catalogue import all_rooms
from tests.ui.windows import Windows


class Flashes(QObject):
    """Notes each widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(watched, QWidget) and event.type() == QEvent.Type.Show and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()!r}")
        return False


def test_no_room_and_no_inspector_flashes_a_window(windows: Windows, qapp: QApplication) -> None:
    frame = windows.frame()
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    for room in (*(room.name for room in all_rooms()), "empty"):
        frame.enter(room)
        QApplication.processEvents()
    frame.begin_visit()
    for kind in ("entry", "topic", "action", "member", "note", "stop", "person", "organisation", "place"):
        if frame.inspectors.shows(kind):
            frame.inspectors.of_kind(kind)
            QApplication.processEvents()
    qapp.removeEventFilter(flashes)
    assert flashes.seen == []


def test_a_window_that_is_shown_is_noted(qapp: QApplication) -> None:
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    stray = QWidget()
    stray.show()
    qapp.removeEventFilter(flashes)
    stray.close()
    assert flashes.seen == ["QWidget ''"]
