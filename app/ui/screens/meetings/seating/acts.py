"""What can be done to a seating: each act is one step of undo, with a name."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.seating import TableRow, TableShape
from app.planning.verbs.seating import clear_seat, clear_seating, move_seat, seat_by_rule, swap_seats
from app.planning.views.seating import Seated
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.screens.meetings.seating.seats import SeatAt
from app.ui.screens.meetings.seating.words import row_words
from app.wording import _


class SeatingActs(QObject):
    """Does them for one meeting at a time. ``told`` as every screen's."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entry_id = ""
        self._title = ""

    def take(self, entry_id: str, title: str) -> None:
        """Do what comes at another meeting."""
        self._entry_id, self._title = entry_id, title

    def by_rule(self, shape: TableShape, places: int | None, *, interpreters_beside: bool) -> None:
        """Seat everybody anew by protocol."""
        verb = partial(seat_by_rule, shape=shape, places=places, interpreters_beside=interpreters_beside)
        label = _("Seat “{title}” by protocol").format(title=self._title)
        if self._do(label, partial(verb, entry_id=self._entry_id)):
            self.told.emit(_("Seated by protocol."), True)

    def clear(self) -> None:
        """Take all seats away."""
        label = _("Clear the seating of “{title}”").format(title=self._title)
        if self._do(label, partial(clear_seating, entry_id=self._entry_id)):
            self.told.emit(_("Nobody has a seat at “{title}” now.").format(title=self._title), True)

    def put(self, carried: SeatAt, target: SeatAt) -> None:
        """Put somebody down on a seat: on one that is taken, both change places; on none, they have none."""
        assert carried.sitter is not None
        if target.sitter is not None and target.row:
            self._swap(carried, target.sitter)
        elif target.row:
            self._move(carried.sitter, target)
        elif carried.row:
            self._unseat(carried.sitter)

    def _swap(self, carried: SeatAt, other: Seated) -> None:
        assert carried.sitter is not None
        label = (
            _("{name} and {other} change places") if carried.row else _("{name} takes the seat of {other}")
        )
        verb = partial(swap_seats, participation_id=carried.sitter.id, with_id=other.id)
        self._do(label.format(name=carried.sitter.name, other=other.name), verb)

    def _move(self, sitter: Seated, target: SeatAt) -> None:
        label = _("Seat {name}: {row}").format(name=sitter.name, row=row_words(target.row))
        verb = partial(move_seat, participation_id=sitter.id, row=TableRow(target.row), place=target.place)
        self._do(label, verb)

    def _unseat(self, sitter: Seated) -> None:
        label = _("Take the seat of {name} away").format(name=sitter.name)
        if self._do(label, partial(clear_seat, participation_id=sitter.id)):
            self.told.emit(_("{name} has no seat now.").format(name=sitter.name), True)

    def _do(self, label: str, verb: Callable[..., Any]) -> bool:
        return done(self._desk, self.told, label, verb)
