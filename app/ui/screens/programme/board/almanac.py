"""Holidays and the sun of the board's days: looked up beside the window, kept, told when they are known."""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.planning.views.board import Board, BoardStay
from app.reference.almanac import NOTHING_KNOWN, CityDay, DayFacts
from app.ui.jobs import JobRunner
from app.wording.language import language

_LOOK_UP = "app.reference.almanac:look_up"
_LATER_MS = 400  # the board is painted first, and days that are passed by quickly are not asked for


class Almanac(QObject):
    """Knows what was looked up. ``changed`` follows when more is known; nothing is, where it cannot be."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stays: Mapping[tuple[str, str], BoardStay] = {}
        self._known: dict[CityDay, DayFacts] = {}
        self._wanted: tuple[CityDay, ...] = ()
        self._resting = False
        self._runner = JobRunner(self)
        self._runner.finished.connect(self._take)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._ask)

    def show_board(self, board: Board) -> None:
        """Take the places of a board's cities."""
        self._stays = {(stay.city, stay.zone): stay for stay in board.stays}

    def facts(self, day: date, city: str, zone: str) -> DayFacts:
        """Return what is known by now of a local day of a city."""
        return self._known.get(self._asked(day, city, zone), NOTHING_KNOWN)

    def want(self, days: Iterable[tuple[date, str, str]]) -> None:
        """Have these days looked up that are not known yet: each with its city and its zone."""
        self._wanted = tuple(self._asked(*one) for one in days)
        if not self._resting and any(one not in self._known for one in self._wanted):
            self._later.start()

    def rest(self) -> None:
        """Look nothing up while nobody sees it."""
        self._resting = True
        self._later.stop()
        self._runner.cancel()

    def go_on(self) -> None:
        """Look up what is wanted."""
        self._resting = False
        if any(one not in self._known for one in self._wanted):
            self._later.start()

    def _asked(self, day: date, city: str, zone: str) -> CityDay:
        stay = self._stays.get((city, zone))
        if stay is None:
            return CityDay(day, city, zone)
        there = stay.latitude is not None and stay.longitude is not None
        at = (stay.latitude, stay.longitude) if there else None
        return CityDay(day, city, zone, stay.country_code, at)  # type: ignore[arg-type]

    @Slot()
    def _ask(self) -> None:
        missing = tuple(dict.fromkeys(one for one in self._wanted if one not in self._known))
        if missing and not self._runner.running:
            self._runner.start(_LOOK_UP, missing, language())

    @Slot(object)
    def _take(self, found: dict[CityDay, DayFacts]) -> None:
        self._known |= found
        self.changed.emit()
        self._ask()  # days that came into view meanwhile
