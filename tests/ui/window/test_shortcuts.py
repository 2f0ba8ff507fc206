"""The sheet of keys: whatever key a room takes stands on it, under that room or under every list."""

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.ui.tables.room import ListRoom
from app.ui.widgets.labels import PlainLabel
from app.ui.window.catalogue import all_rooms, room_title
from app.ui.window.room_keys import room_keys
from app.ui.window.shortcuts import ShortcutsSheet
from tests.helpers.pictures import grab
from tests.ui.languages.tour import rooms, settle
from tests.ui.windows import Windows

_FORM = QKeySequence.SequenceFormat.PortableText


def _taken(room: QWidget) -> set[str]:
    """Return the keys that a room takes."""
    found = {key for action in room.findChildren(QAction) for key in action.shortcuts()}
    for shortcut in room.findChildren(QShortcut):
        found |= set(shortcut.keys())
    return {key.toString(_FORM) for key in found}


def test_every_key_that_a_room_takes_is_on_the_sheet(windows: Windows) -> None:
    frame = windows.frame()
    everywhere = {key.toString(_FORM) for action in frame._actions.all() for key in action.shortcuts()}
    listed = {
        group.room: {QKeySequence(key).toString(_FORM) for _words, keys in group.rows for key in keys}
        for group in room_keys()
    }
    assert listed[""] >= {"Ctrl+N", "Ctrl+F"}
    missing = []
    for room in all_rooms():
        frame.enter(room.name)
        settle()
        shown = frame.rooms.currentWidget()
        assert shown is not None
        known = everywhere | listed.get(room.name, set())
        if isinstance(shown, ListRoom) or shown.findChildren(ListRoom):
            known |= listed[""]
        missing += [(room.name, key) for key in _taken(shown) - known]
    assert not missing


def test_the_sheet_shows_rooms_and_their_keys_and_fits_a_small_window(windows: Windows) -> None:
    frame = windows.frame((1024, 700))
    window = frame.window()
    assert next(rooms(frame))  # a room that was entered adds nothing twice
    window.show_shortcuts()  # type: ignore[attr-defined]
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, ShortcutsSheet)
    settle()
    words = [label.text() for label in sheet.findChildren(PlainLabel)]
    for title in ("Every list", "The window", room_title("delegation"), room_title("visits")):
        assert words.count(title) == 1 + (title == room_title("delegation"))  # as a room it has a key too
    assert "Ctrl+Shift+W" in words
    assert words.count("Filter the list") == 1
    assert sheet.height() <= window.height()
    assert sheet.width() <= window.width()
    (area,) = sheet.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    grab(sheet, "shortcuts-1024")
    sheet.close()
