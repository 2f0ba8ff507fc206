"""What is shown is kept up with the planner: at once where it is seen, else once when it is shown."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any
from weakref import WeakMethod, ref

import pytest
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import DataError
from app.planning.workspace import EVERYTHING, Changed
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.export.screen import ExportScreen
from app.ui.screens.history.screen import HistoryScreen
from app.ui.screens.logistics.ways import WaysPart
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.screens.overview.screen import OverviewScreen
from app.ui.screens.people.screen import PeopleScreen
from app.ui.screens.places.screen import PlacesScreen
from app.ui.screens.programme.screen import ProgrammeScreen
from app.ui.screens.settings.screen import SettingsScreen
from app.ui.screens.tell.screen import TellScreen
from app.ui.screens.visits.screen import VisitsScreen
from app.ui.screens.visits.visit_screen import VisitScreen
from app.ui.showing import Showing
from app.ui.window.rooms import Rooms
from tests.ui.windows import Answers

ENTRY = Changed(ids={"entry": frozenset({"one"})})
GIFT = Changed(ids={"gift": frozenset({"one"})})


class Shown:
    """A widget that counts what it is asked for, and can be made to fail."""

    def __init__(self, desk: Desk, tables: tuple[str, ...] | None = ("entry", "visit")) -> None:
        self.desk = desk
        self.widget = QWidget()
        self.asked: list[Changed | None] = []
        self.error: DataError | None = None
        self.told: list[str] = []
        self.showing = Showing(self.widget, desk, self._ask, tables)
        self.showing.told.connect(lambda words, _undo: self.told.append(words))

    def _ask(self, changed: Changed | None) -> None:
        self.asked.append(changed)
        if self.error is not None:
            raise self.error

    def since(self) -> list[Changed | None]:
        """Return what was asked since the last look."""
        asked, self.asked = self.asked, []
        return asked


class Counted:
    """What a room asks, passed on to it and counted."""

    def __init__(self, ask: Callable[[Changed | None], object]) -> None:
        self.asked: list[Changed | None] = []
        self._ask = ask

    def ask(self, changed: Changed | None) -> None:
        self.asked.append(changed)
        self._ask(changed)


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot) -> Shown:
    made = Shown(desk)
    qtbot.addWidget(made.widget)
    return made


def test_nothing_is_asked_before_it_is_seen_and_all_then(shown: Shown) -> None:
    shown.desk.changed.emit(ENTRY)
    assert shown.since() == []
    shown.widget.show()
    assert shown.since() == [None]
    shown.widget.hide()
    shown.widget.show()
    assert shown.since() == []  # nothing has changed


def test_seen_it_asks_for_what_has_changed_of_what_it_shows(shown: Shown) -> None:
    shown.widget.show()
    shown.since()
    for changed in (ENTRY, GIFT, EVERYTHING):
        shown.desk.changed.emit(changed)
    assert shown.since() == [ENTRY, EVERYTHING]


def test_hidden_it_asks_once_for_all_when_it_is_shown(shown: Shown) -> None:
    shown.widget.show()
    shown.widget.hide()
    shown.since()
    shown.desk.changed.emit(GIFT)
    shown.widget.show()
    assert shown.since() == []
    shown.widget.hide()
    for _time in range(3):
        shown.desk.changed.emit(ENTRY)
    assert shown.since() == []
    shown.widget.show()
    assert shown.since() == [None]


def test_without_tables_every_step_counts(desk: Desk, qtbot: QtBot) -> None:
    shown = Shown(desk, None)
    qtbot.addWidget(shown.widget)
    shown.widget.show()
    desk.changed.emit(GIFT)
    assert shown.since() == [None, GIFT]


def test_somebody_who_must_know_has_it_ask_though_it_is_hidden(shown: Shown) -> None:
    shown.showing.catch_up()
    shown.showing.catch_up()
    shown.widget.show()
    assert shown.since() == [None]
    shown.widget.hide()
    shown.showing.ask_again()
    assert shown.since() == []
    shown.widget.show()
    shown.showing.ask_again()
    assert shown.since() == [None, None]


def test_what_the_widget_has_shown_by_itself_is_not_asked_again(shown: Shown) -> None:
    shown.showing.is_shown()
    shown.widget.show()
    assert shown.since() == []


def test_what_fails_is_told_and_tried_again(shown: Shown) -> None:
    shown.error = DataError("file_unreadable", path="a.aide", detail="it is gone")
    shown.widget.show()
    assert shown.since() == [None]
    assert len(shown.told) == 1
    assert "a.aide" in shown.told[0]
    shown.error = None
    shown.desk.changed.emit(ENTRY)
    assert shown.since() == [None]  # all of it: what was not shown is not known
    shown.desk.changed.emit(ENTRY)
    assert shown.since() == [ENTRY]


def test_what_changes_while_it_asks_is_asked_too(desk: Desk, qtbot: QtBot) -> None:
    class Saving(Shown):
        def _ask(self, changed: Changed | None) -> None:
            super()._ask(changed)
            if len(self.asked) == 1:
                self.desk.changed.emit(ENTRY)  # as where something unfinished is saved first

    shown = Saving(desk)
    qtbot.addWidget(shown.widget)
    shown.widget.show()
    assert shown.since() == [None, ENTRY]


# The rooms

Make = Callable[[Desk, Preferences], QWidget]
ROOMS: dict[str, tuple[Make, str]] = {
    "overview": (OverviewScreen, "gift"),
    "visits": (VisitsScreen, "visit"),
    "visit": (VisitScreen, "stop"),
    "tell": (lambda desk, preferences: TellScreen(desk, preferences, Answers()), "gift"),
    "history": (HistoryScreen, "gift"),
    "programme": (ProgrammeScreen, "entry"),
    "meetings": (lambda desk, preferences: MeetingsScreen(desk, preferences, Answers()), "agenda_item"),
    "people": (PeopleScreen, "post"),
    "places": (PlacesScreen, "place"),
    "logistics": (WaysPart, "vehicle"),
    "export": (lambda desk, preferences: ExportScreen(desk, preferences, Answers()), "gift"),
    "settings": (lambda desk, preferences: SettingsScreen(desk, preferences, Answers()), "setting"),
}


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_asks_while_it_is_seen_and_once_after_it_was_hidden(
    desk: Desk, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    make, table = ROOMS[name]
    room: Any = make(desk, Preferences(tmp_path / "window.ini"))
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    other = QWidget()
    for widget in (room, other):
        stack.addWidget(widget)
    counted = Counted(room._showing._ask())
    asked = counted.asked
    room._showing._ask = WeakMethod(counted.ask)
    changed = Changed(ids={table: frozenset({"one"})})
    desk.changed.emit(changed)
    assert asked == []
    stack.show()
    assert asked == [None]
    desk.changed.emit(changed)
    assert asked == [None, changed]
    stack.setCurrentWidget(other)
    for _time in range(3):
        desk.changed.emit(changed)
    assert asked == [None, changed]
    stack.setCurrentWidget(room)
    assert asked == [None, changed, None]


def test_nobody_is_asked_after_the_room_is_gone(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    rooms = Rooms(desk, Preferences(tmp_path / "window.ini"), Answers())
    rooms.show_room("visits")
    rooms.show()
    with qtbot.waitSignal(rooms.destroyed):
        rooms.deleteLater()
    desk.changed.emit(EVERYTHING)


def test_a_room_that_nobody_holds_is_gone_at_once(desk: Desk, tmp_path: Path) -> None:
    # Else it would be taken apart when Python gets round to it, as while it is being painted.
    room = OverviewScreen(desk, Preferences(tmp_path / "window.ini"))
    held = ref(room)
    gc.disable()
    del room
    gone = held() is None
    gc.enable()
    assert gone
