"""The numbers beside the rooms: how much stands in each, and how many people have something to be told."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot

from app.domain.errors import AideError
from app.planning.backwards import bears_on_plans
from app.planning.views.counts import room_counts
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.window.navigation import Navigation

_COUNTED = ("entry", "topic", "action", "member")
SOON_MS = 60  # after an edit is painted: nobody waits for a number in the navigation
TELL_MS = 700  # who is to be told is found out once the hands rest: it reads the journal
_RESTS = 10  # where that is slow, the hands must have rested so many times as long


class Counts(QObject):
    """Keeps the navigation's numbers in step with the visit in view."""

    def __init__(self, desk: Desk, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._desk = desk
        self._navigation = navigation
        self._counts: dict[str, int] = {}
        self._soon = self._later(SOON_MS, self._count_rooms)
        self._timer = self._later(TELL_MS, self._count_told)
        desk.changed.connect(self._on_changed)
        desk.visit_changed.connect(self.count)
        self.count()

    def _later(self, pause: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(act)
        return timer

    @Slot()
    def count(self) -> None:
        """Count the rooms again, now, and then who is to be told."""
        self._count_rooms()
        self._timer.start()

    @Slot()
    def _count_rooms(self) -> None:
        visit_id = self._desk.visit_id
        with suppress(AideError):  # whoever shows the rows says why they cannot be read
            found = self._desk.ask(room_counts, visit_id) if visit_id else {}
            self._show(found | {"tell": self._counts.get("tell", 0) if visit_id else 0})

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches(*_COUNTED):
            self._soon.start()
        if bears_on_plans(changed):
            self._timer.start()

    @Slot()
    def _count_told(self) -> None:
        from app.planning.views.telling import to_tell_count

        if self._desk.visit_id:
            clock = QElapsedTimer()
            clock.start()
            with suppress(AideError):
                self._show(self._counts | {"tell": self._desk.ask(to_tell_count, self._desk.visit_id)})
            self._timer.setInterval(max(TELL_MS, _RESTS * clock.elapsed()))

    def _show(self, counts: dict[str, int]) -> None:
        self._counts = counts
        self._navigation.show_counts(counts)
