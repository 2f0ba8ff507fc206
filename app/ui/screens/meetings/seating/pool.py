"""Chairs that are kept from one showing to the next: what the cursor stands on is not made anew."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.seating import Chair
from app.ui.screens.meetings.seating.chair import ChairButton
from app.ui.screens.meetings.seating.seats import SeatAt


class ChairPool(QObject):
    """Holds the chairs of a widget. ``made`` carries one that is new."""

    made = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.chairs: list[ChairButton] = []

    def fill(self, seats: Sequence[SeatAt], rule: Mapping[str, Chair], *, movable: bool) -> None:
        """Show these chairs; ``rule`` says where protocol would seat those who sit elsewhere, by id."""
        while len(self.chairs) > len(seats):
            gone = self.chairs.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.chairs) < len(seats):
            chair = ChairButton(self._parent)
            self.chairs.append(chair)
            self.made.emit(chair)
        for chair, seat in zip(self.chairs, seats, strict=True):
            chair.show_seat(seat, rule.get(seat.sitter.id) if seat.sitter else None, movable=movable)
            chair.show()
