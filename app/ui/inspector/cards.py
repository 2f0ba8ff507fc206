"""Rows that belong to the row shown, each on a card of its own fields: posts, passports, visas."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.widgets.buttons import IconButton, PlainButton
from app.ui.widgets.labels import MutedLabel

_INSIDE_PX = 10
_GAP_PX = 8


class CardSheet(Sheet):
    """The fields of one card."""

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [stop for field in self.fields() for stop in field.stops()]


class Card(QFrame):
    """One row with its fields, and a button that removes it; ``removed`` carries its detail."""

    removed = Signal(object)

    def __init__(self, record: Record, sheet: CardSheet, remove_words: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.record = record
        record.setParent(self)
        self.sheet = sheet
        self._remove = IconButton("trash", remove_words, tone="muted", small=True)
        self._remove.clicked.connect(self._on_remove)
        inside = sheet.layout()
        assert inside is not None
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(_GAP_PX)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(_INSIDE_PX, _INSIDE_PX, _INSIDE_PX, 4)
        column.setSpacing(2)
        column.addWidget(sheet)
        column.addLayout(foot)

    def open(self, detail: Any) -> None:
        """Show the row for the first time, with its unfinished texts."""
        unfinished = self.record.unfinished(detail.id)
        self.record.take(detail)
        self.sheet.open(detail, unfinished)

    def fill(self, detail: Any) -> None:
        """Show what is stored now."""
        self.record.take(detail)
        self.sheet.fill(detail)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*self.sheet.stops(), self._remove]

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nothing be written, or everything again."""
        self.sheet.set_read_only(read_only=read_only)
        self._remove.setVisible(not read_only)

    def _on_remove(self) -> None:
        self.removed.emit(self.record.shown)


class Cards(QWidget):
    """The cards of rows of one kind, with a button that adds another.

    ``add_wanted`` is said when it is clicked; ``removed`` carries the detail of the row to be removed.
    """

    add_wanted = Signal()
    removed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        kind: Kind,
        make_sheet: Callable[[Record], CardSheet],
        *,
        add_words: str,
        remove_words: str,
        none_words: str = "",
    ) -> None:
        super().__init__()
        self._desk = desk
        self._kind = kind
        self._make_sheet = make_sheet
        self._remove_words = remove_words
        self._cards: dict[str, Card] = {}
        self._none = MutedLabel(none_words, wrap=True)
        self._add = PlainButton(add_words, icon_name="plus", role="quiet")
        self._add.clicked.connect(self.add_wanted)
        if desk.read_only:
            self._add.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP_PX)
        self._column.addWidget(self._none)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def card(self, row_id: str) -> Card:
        """Return the card of a row."""
        return self._cards[row_id]

    def show_rows(self, rows: Sequence[Any]) -> bool:
        """Show these rows in their order; tell whether others than before are shown."""
        before = list(self._cards)
        gone = self._cards.keys() - {row.id for row in rows}
        for row_id in gone:
            card = self._cards.pop(row_id)
            card.record.take(None)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        cards = {row.id: self._cards.get(row.id) or self._new_card() for row in rows}
        for at, row in enumerate(rows):
            card = cards[row.id]
            if row.id in self._cards:
                card.fill(row)
            else:
                card.open(row)
            self._column.insertWidget(at, card)
        self._cards = cards
        self._none.setVisible(not rows and bool(self._none.text()))
        return before != list(cards)

    def _new_card(self) -> Card:
        record = Record(self._desk, self._kind)
        card = Card(record, self._make_sheet(record), self._remove_words)
        card.set_read_only(read_only=self._desk.read_only)
        card.removed.connect(self.removed)
        return card

    def begin(self, row_id: str) -> None:
        """Put the cursor into the first field of a row."""
        if row_id in self._cards:
            self._cards[row_id].stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Save what is unfinished."""
        for card in list(self._cards.values()):
            if not card.record.idle:
                card.sheet.leave()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*(stop for card in self._cards.values() for stop in card.stops()), self._add]
