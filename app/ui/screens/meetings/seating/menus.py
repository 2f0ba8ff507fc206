"""What can be chosen for a chair, or for somebody without one."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from app.ui.screens.meetings.seating.seats import SeatAt
from app.ui.screens.meetings.seating.words import person_words, row_words
from app.ui.widgets.acts_menu import ActsMenus
from app.wording import _

Put = Callable[[SeatAt, SeatAt], object]


class SeatMenus:
    """Makes the menus of a board; ``put`` does what is chosen, with who is carried and where to."""

    def __init__(self, board: QWidget, put: Put) -> None:
        self._menus = ActsMenus(board, board)
        self._put = put

    def of(self, seat: SeatAt, seats: Iterable[SeatAt]) -> QMenu:
        """Return the menu of a seat among all there are; empty where nothing can be done."""
        menu = self._menus.begin()
        others = [other for other in seats if other != seat]
        if seat.sitter is None:
            menu.setAccessibleName(row_words(seat.row))
            for other in others:
                if other.sitter is not None and not other.row:
                    self._add(menu, _("Seat {name} here").format(name=other.sitter.name), other, seat)
            return menu
        menu.setAccessibleName(person_words(seat.sitter))
        free = menu.addMenu(_("Seat"))
        swap = menu.addMenu(_("Change places with") if seat.row else _("Take the seat of"))
        for other in others:
            if not other.row:
                continue
            if other.sitter is None:
                self._add(free, row_words(other.row), seat, other)
            else:
                self._add(swap, other.sitter.name, seat, other)
        for part in (free, swap):
            part.setEnabled(not part.isEmpty())
        if seat.row:
            menu.addSeparator()
            away = partial(self._put, seat, SeatAt("", 0))
            self._menus.add(menu, _("Take the seat away"), away, keys="Del")
        return menu

    def _add(self, menu: QMenu, words: str, carried: SeatAt, target: SeatAt) -> None:
        self._menus.add(menu, words, partial(self._put, carried, target))
