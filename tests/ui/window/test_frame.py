"""The frame around a planner: undo by name, the saved state, room for everything at every size."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import DataError
from app.planning.verbs.entries import edit_entry
from app.planning.verbs.topics import create_topic
from app.planning.views.persons import person_rows
from app.planning.views.programme import head, programme
from app.planning.views.visits import visit_cards
from app.ui.desk import Desk
from app.ui.palette.lines import Command
from app.ui.window.catalogue import listed_rooms
from app.ui.window.clocks import clock_words
from app.ui.window.frame import PlannerFrame
from app.ui.window.status import failure_words
from tests.helpers.pictures import grab
from tests.helpers.planner import contents
from tests.ui.planner import make_visit
from tests.ui.windows import Windows

SIZES = [(1440, 900), (1280, 800), (1200, 760), (1024, 700)]


def first_entry(desk: Desk) -> str:
    return desk.ask(programme, desk.visit_id).lines[0].id


def rename(desk: Desk, title: str) -> None:
    desk.do(f"Rename “{title}”", edit_entry, first_entry(desk), title=title)


def active(frame: PlannerFrame, qtbot: QtBot) -> QWidget:
    """Return a frame's window once it hears keys."""
    window = frame.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def room_to_press(window: QWidget, button: QAbstractButton) -> bool:
    middle = button.mapTo(window, button.rect().center())
    found = window.childAt(middle)
    return found is button or (found is not None and button.isAncestorOf(found))


def test_undo_and_redo_are_called_after_their_step(windows: Windows) -> None:
    frame = windows.frame()
    assert not frame.top.undo.isEnabled()
    assert not frame.top.redo.isEnabled()
    rename(frame.desk, "R&D <b>talks</b>")
    assert frame.top.undo.isEnabled()
    assert "R&amp;D &lt;b&gt;talks" in frame.top.undo.toolTip()
    assert frame.top.undo.accessibleDescription() == "Undo: Rename “R&D <b>talks</b>”"
    rename(frame.desk, "Second")
    assert frame.top.undo.accessibleDescription() == "Undo: Rename “Second”"
    frame.top.undo.click()
    assert frame.top.undo.accessibleDescription() == "Undo: Rename “R&D <b>talks</b>”"
    assert frame.top.redo.accessibleDescription() == "Redo: Rename “Second”"
    assert "Second" in frame.top.redo.toolTip()
    frame.top.redo.click()
    assert not frame.top.redo.isEnabled()


def test_undo_and_redo_have_their_keys(windows: Windows, qtbot: QtBot) -> None:
    frame = windows.frame()
    window = active(frame, qtbot)
    rename(frame.desk, "By keyboard")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert frame.top.redo.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert not frame.top.redo.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_Z, both)
    assert frame.top.undo.accessibleDescription() == "Undo: Rename “By keyboard”"


def test_what_was_undone_is_told(windows: Windows) -> None:
    frame = windows.frame()
    rename(frame.desk, "Told")
    frame.top.undo.click()
    assert frame.toast.isVisible()
    grab(frame, "toast")


def test_no_hole_is_left_where_there_is_no_export(windows: Windows) -> None:
    frame = windows.frame()
    frame.enter("book")
    QTest.qWait(1)
    assert not frame.top.export.isVisible()
    assert frame.top.width() - frame.top.menu.geometry().right() < 20


def test_a_toast_goes_with_its_room_and_its_undo_stays_at_hand(windows: Windows, qtbot: QtBot) -> None:
    frame = windows.frame()
    window = active(frame, qtbot)
    rename(frame.desk, "Told")
    frame.tell("Renamed.", True)
    QTest.qWait(1)
    frame.enter(frame.room)
    assert frame.toast.isVisible()
    frame.enter("places")
    assert not frame.toast.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert frame.top.redo.isEnabled()
    assert frame.toast.isVisible()
    assert frame.room == "places"


@pytest.mark.parametrize("tells_first", [True, False])
def test_what_an_act_tells_stays_in_the_room_that_it_goes_to(windows: Windows, *, tells_first: bool) -> None:
    frame = windows.frame()
    if tells_first:
        frame.tell("Made.", True)
    frame.enter("places")
    if not tells_first:
        frame.tell("Made.", True)
    QTest.qWait(1)
    assert frame.room == "places"
    assert frame.toast.isVisible()


def test_saved_is_told_after_each_step_with_the_time(windows: Windows) -> None:
    frame = windows.frame()
    assert frame.status.state.text() == "All changes saved"
    rename(frame.desk, "Saved")
    words = frame.status.state.text()
    assert words.startswith("All changes saved · ")
    datetime.strptime(words.rsplit(" ", 1)[1], "%H:%M")


def test_the_words_of_a_failure() -> None:
    full = failure_words(DataError("write_failed", path="/a.aide", detail="disk full"))
    assert full == "Not saved — /a.aide could not be written (disk full). What you typed is still here."
    backup = failure_words(DataError("backup_failed", path="/b.aide", detail="disk full"))
    assert backup == "The backup /b.aide could not be made: disk full."
    assert failure_words(OSError(28, "No space left")) == "Not saved — No space left"


def test_a_write_that_fails_is_told_in_the_bad_colour_until_one_succeeds(
    windows: Windows, qtbot: QtBot
) -> None:
    frame = windows.frame()
    entry = first_entry(frame.desk)
    with qtbot.waitSignal(frame.desk.failed), full_disk(), pytest.raises(DataError):
        frame.desk.do("Rename", edit_entry, entry, title="Kept out")
    assert frame.status.state.text().startswith("Not saved — ")
    assert frame.status.state.property("tone") == "bad"
    assert frame.toast.isVisible()
    grab(frame, "not-saved")
    titles = {line.title for line in frame.desk.ask(programme, frame.desk.visit_id).lines}
    assert "Kept out" not in titles
    assert not frame.top.undo.isEnabled()
    rename(frame.desk, "Let in")
    assert frame.status.state.text().startswith("All changes saved · ")
    assert frame.status.state.property("tone") == "muted"


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("size", SIZES)
def test_everything_can_be_reached_at_every_size(windows: Windows, size: tuple[int, int]) -> None:
    frame = windows.frame(size)
    window = frame.window()
    rename(frame.desk, "Something to undo")
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    rooms = [frame.navigation.room_button(room) for room in ("programme", "book", "calendar")]
    top = [frame.top.undo, frame.top.redo, frame.top.inspector, frame.top.menu, frame.top.export]
    for button in [*rooms, *top, frame.navigation.card]:
        assert room_to_press(window, button), button.accessibleName()
    for button in (frame.top.undo, frame.top.redo, frame.top.export):
        assert button.width() >= button.sizeHint().width(), "words are cut off"
    assert frame.panes.is_drawer == (size[0] < 1280)
    assert frame.panes.is_folded == (size[0] < 1100)
    frame.panes.show_inspector(True)
    QApplication.processEvents()
    assert frame.inspectors.isVisible()
    left = frame.inspectors.mapTo(window, QPoint(0, 0)).x()
    assert left >= 0
    assert left + frame.inspectors.width() <= size[0]
    grab(window, f"frame-{size[0]}")
    frame.enter("book")
    QApplication.processEvents()
    exporting = frame.rooms.exporting()
    assert room_to_press(window, exporting.save)
    for kind in ("principal", "delegation", "host", "public"):
        assert room_to_press(window, exporting.audience.button(kind)), kind


def test_a_drawer_opens_for_an_entry_and_shuts_with_escape(windows: Windows) -> None:
    frame = windows.frame((1024, 700))
    assert not frame.panes.inspector_is_shown()
    frame.rooms.selected.emit("entry", first_entry(frame.desk))
    assert frame.panes.inspector_is_shown()
    assert frame.inspector.entry_id()
    assert frame.top.inspector.isChecked()
    QTest.keyClick(frame.panes, Qt.Key.Key_Escape)
    assert not frame.panes.inspector_is_shown()
    assert not frame.top.inspector.isChecked()
    frame.top.inspector.click()
    assert frame.panes.inspector_is_shown()


def test_the_inspector_is_hidden_and_shown_with_f9(windows: Windows, qtbot: QtBot) -> None:
    frame = windows.frame()
    window = active(frame, qtbot)
    assert frame.panes.inspector_is_shown()
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert not frame.panes.inspector_is_shown()
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert frame.panes.inspector_is_shown()


def test_from_wide_to_narrow_and_back_nothing_is_lost(windows: Windows) -> None:
    frame = windows.frame()
    window = frame.window()
    entry = first_entry(frame.desk)
    frame.rooms.selected.emit("entry", entry)
    before = frame.panes.widths()
    for width in (1024, 1440, 1150, 1300, 1024, 1440):
        window.resize(width, 800)
        QApplication.processEvents()
    assert frame.panes.widths() == before == (208, 348)
    assert frame.navigation.width() == 208
    assert frame.inspector.entry_id() == entry
    assert frame.inspector.isVisible()


def test_export_enters_the_room_where_the_book_is_made(windows: Windows) -> None:
    frame = windows.frame()
    frame.top.export.click()
    assert frame.room == "book"
    assert frame.navigation.room_button("book").isChecked()
    assert not frame.panes.inspector_is_shown()
    frame.navigation.room_button("calendar").click()
    assert frame.room == "calendar"
    frame.navigation.room_button("programme").click()
    assert frame.inspectors.isVisible()


def test_the_navigation_switches_visits(windows: Windows) -> None:
    frame = windows.frame()
    second = second_visit(frame)
    ids = [card.id for card in frame.desk.ask(visit_cards)]
    assert len(ids) == 2
    menu = frame.navigation.visit_menu()
    action = next(action for action in menu.actions() if action.data() == second)
    action.trigger()
    menu.deleteLater()
    assert frame.desk.visit_id == second
    assert "Besuch bei der Weltraumbehörde" in frame.navigation.card.accessibleName()
    assert frame.room == "programme"


def second_visit(frame: PlannerFrame) -> str:
    return frame.desk.do("Add a visit", make_visit)


def test_both_clocks_by_day(windows: Windows) -> None:
    frame = windows.frame()
    visit = frame.desk.ask(head, frame.desk.visit_id)
    cases = {
        datetime(2024, 1, 23, 14, 12): "Washington 09:12 · Home (Seoul) 23:12",
        datetime(2024, 1, 27, 11, 0): "Paris 12:00 · Home (Seoul) 20:00",
        datetime(2024, 1, 30, 9, 0): "Garching 10:00 · Home (Seoul) 18:00",
        datetime(2026, 7, 1, 0, 0): "Washington 20:00 · Home (Seoul) 09:00",
    }
    assert {at: clock_words(visit, at) for at in cases} == cases


def test_f6_goes_from_part_to_part(windows: Windows, qtbot: QtBot) -> None:
    frame = windows.frame()
    window = active(frame, qtbot)
    frame.rooms.selected.emit("entry", first_entry(frame.desk))
    frame.navigation.room_button("programme").setFocus()
    parts = [frame.navigation, frame.rooms, frame.panes.holder]
    for part in (*parts[1:], *parts):
        QTest.keyClick(window, Qt.Key.Key_F6)
        focused = window.focusWidget()
        assert focused is not None
        assert part.isAncestorOf(focused)
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert frame.rooms.isAncestorOf(window.focusWidget())


def test_what_is_gone_to_is_shown_in_its_room_and_its_visit(windows: Windows) -> None:
    frame = windows.frame()
    entry = first_entry(frame.desk)
    person = frame.desk.ask(person_rows, date(2024, 1, 23))[3].id
    frame.go("person", person)
    assert frame.room == "people"
    assert frame.inspectors.of_kind("person").row_id() == person
    other = frame.desk.do("Visit", make_visit)
    frame.go("visit", other)
    assert frame.desk.visit_id == other
    frame.go("entry", entry)
    assert frame.desk.visit_id != other
    assert frame.room == "programme"
    assert frame.inspector.entry_id() == entry


def test_every_room_is_entered_by_its_action(windows: Windows) -> None:
    frame = windows.frame()
    for room in listed_rooms():
        frame._actions[f"room_{room.name}"].trigger()
        assert frame.room == room.name
        assert frame.navigation.room_button(room.name).isChecked()
    frame._actions["settings"].trigger()
    assert frame.room == "settings"
    assert not any(frame.navigation.room_button(room.name).isChecked() for room in listed_rooms())


def test_rooms_count_what_stands_in_them(windows: Windows, qtbot: QtBot) -> None:
    frame = windows.frame()
    topics = frame.navigation.room_button("topics")
    before = int(topics.accessibleDescription())
    frame.desk.do("Topic", create_topic, frame.desk.visit_id, title="New topic")
    qtbot.waitUntil(lambda: int(topics.accessibleDescription()) == before + 1)


@pytest.mark.parametrize(
    ("typed", "table"),
    [
        ("add entry", "entry"),
        ("add meeting", "entry"),
        ("add topic", "topic"),
        ("add action", "action"),
        ("add note", "note"),
        ("add person", "person"),
        ("add place", "place"),
    ],
)
def test_what_a_room_is_made_of_is_added_by_a_command(windows: Windows, typed: str, table: str) -> None:
    frame = windows.frame()
    before = len(frame.desk.ask(contents)[table])
    frame.open_search()
    QTest.keyClicks(frame.palette_.field, typed)
    QTest.keyClick(frame.palette_.field, Qt.Key.Key_Return)
    title = frame.window().focusWidget()
    if typed == "add entry":  # on the board it is added with its title
        assert isinstance(title, QLineEdit)
        QTest.keyClicks(title, "Coffee")
        QTest.keyClick(title, Qt.Key.Key_Return)
    assert len(frame.desk.ask(contents)[table]) == before + 1


def test_the_theme_is_found_as_a_command(windows: Windows) -> None:
    frame = windows.frame()
    frame.open_search()
    QTest.keyClicks(frame.palette_.field, "theme")
    model = frame.palette_.list.lines()
    lines = [model.line(row) for row in range(model.rowCount())]
    found = [line.words for line in lines if isinstance(line, Command)]
    assert found == ["Theme as the system", "Light theme", "Dark theme"]
