"""Nothing is shown as a window of its own while rooms and inspectors are built."""

from PySide6.QtWidgets import QApplication, QWidget

from app.ui.window.catalogue import all_rooms
from tests.journeys.hands import Flashes
from tests.ui.windows import Windows

_INSPECTED = (
    *("entry", "topic", "action", "member", "note", "attachment", "stop", "person", "organisation"),
    *("place", "vehicle", "lodging", "room", "baggage_piece", "gift", "access_request"),
)


def test_no_room_and_no_inspector_flashes_a_window(windows: Windows) -> None:
    frame = windows.frame()
    with Flashes() as flashes:
        for room in (*(room.name for room in all_rooms()), "empty"):
            frame.enter(room)
            QApplication.processEvents()
        frame.begin_visit()
        for kind in _INSPECTED:
            if frame.inspectors.shows(kind):
                frame.inspectors.of_kind(kind)
                QApplication.processEvents()
    assert flashes.seen == []


def test_a_widget_without_a_parent_is_noted(qapp: QApplication) -> None:
    assert qapp
    with Flashes() as flashes:
        stray = QWidget()
        stray.show()
        stray.close()
    assert flashes.seen == ["QWidget ''"]
