"""Cards in columns of like width, as many as there is room for; a card is as high as its people need."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_LEAST_PX = 228
_GAP_PX = 12


class CardGrid(QWidget):
    """Lays cards out row by row."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP_PX)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards in this order, and no others."""
        if list(cards) != self._cards:
            for card in self._cards:
                self._grid.removeWidget(card)
                if card not in cards:
                    card.hide()
            self._cards = list(cards)
            self._columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, (self.width() + _GAP_PX) // (_LEAST_PX + _GAP_PX))
        if columns == self._columns:
            return
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns, Qt.AlignmentFlag(0))
            card.show()
