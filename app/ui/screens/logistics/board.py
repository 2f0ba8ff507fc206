"""People at the left, cards at the right: who is in none stands first, and is put into one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QSplitter, QVBoxLayout, QWidget

from app.planning.views.visits import Choice
from app.ui.preferences import Preferences
from app.ui.screens.logistics.card import Card, CardText, Inside
from app.ui.screens.logistics.dropping import DropFrame
from app.ui.screens.logistics.grid import CardGrid
from app.ui.screens.logistics.person_chip import KIND
from app.ui.tables.column import Column
from app.ui.tables.view import Table
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import PlainLabel
from app.ui.widgets.plain import literal
from app.ui.widgets.tuning import scrolled
from app.wording import _

_PEOPLE_PX = 280
_NARROWEST_PX = 200


class Board(QWidget):
    """People and cards.

    ``put`` carries a card's id and the members to be put there; ``out`` the ids of the lines that put members
    where they are no longer to be: their chips were removed, or let go over the people.

    ``opened`` carries a member's id, ``chosen`` a card's, ``acted`` a card's and the key of an act.
    """

    put = Signal(str, list)
    out = Signal(list)
    opened = Signal(str)
    chosen = Signal(str)
    acted = Signal(str, str)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        preferences: Preferences,
        finder: Callable[[str], Sequence[Choice]],
        *,
        adding: str,
        putting: str,
        read_only: bool,
    ) -> None:
        super().__init__()
        self._finder = finder
        self._adding = adding
        self._read_only = read_only
        self._cards: dict[str, Card] = {}
        self.people = Table(name, columns, preferences, label=_("People"), kind="" if read_only else KIND)
        self.people.opened.connect(self._offer)
        self.people.menu_wanted.connect(self._offer_at)
        self.people.selection_changed.connect(self._on_selection)
        self.into = PlainButton(putting, icon_name="arrow-right")
        self.into.clicked.connect(self._offer)
        if read_only:
            self.into.hide()
        self._warning = QFrame()
        self._warning.setProperty("role", "notice")
        self._warning.setProperty("tone", "warn")
        self._words = PlainLabel("", wrap=True)
        self._grid = CardGrid()
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._warning)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self._words)
        left = DropFrame("panel", read_only=self._read_only)
        left.landed.connect(self._land)
        self.pane = left
        people = QVBoxLayout(left)
        people.setContentsMargins(0, 0, 0, 8)
        people.setSpacing(8)
        people.addWidget(self.people, 1)
        people.addWidget(self.into, 0, Qt.AlignmentFlag.AlignHCenter)
        left.setMinimumWidth(_NARROWEST_PX)
        right = QWidget()
        cards = QVBoxLayout(right)
        cards.setContentsMargins(16, 12, 16, 16)
        cards.setSpacing(12)
        cards.addWidget(self._warning)
        cards.addWidget(self._grid)
        cards.addStretch(1)
        scrolled(right)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(right)
        self._scroll = scroll
        splitter = QSplitter()
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(scroll)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_PEOPLE_PX, 3 * _PEOPLE_PX])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    # What is shown

    def show_cards(self, cards: Sequence[tuple[str, CardText, Inside]]) -> None:
        """Show these cards in this order; those that were there stay what they are."""
        wanted = {card_id for card_id, _text, _inside in cards}
        for card_id in [each for each in self._cards if each not in wanted]:
            self._cards.pop(card_id).deleteLater()
        for card_id, text, inside in cards:
            if card_id not in self._cards:
                self._cards[card_id] = self._make(card_id)
            self._cards[card_id].show_card(text, inside)
        self._cards = {card_id: self._cards[card_id] for card_id, _text, _inside in cards}
        self._grid.show_cards(list(self._cards.values()))
        self._on_selection()

    def show_warnings(self, sentences: Sequence[str]) -> None:
        """Say what is wrong with all this; with no sentence, nothing."""
        self._words.setText("\n".join(sentences))
        self._warning.setVisible(bool(sentences))

    def warnings(self) -> str:
        """Return what is said to be wrong."""
        return self._words.text()

    def card(self, card_id: str) -> Card:
        """Return a card.

        Raises:
            KeyError: there is no such card.
        """
        return self._cards[card_id]

    def cards(self) -> list[Card]:
        """Return the cards in order."""
        return list(self._cards.values())

    def reveal(self, card_id: str) -> None:
        """Scroll to a card and put the cursor there."""
        if card_id in self._cards:
            card = self._cards[card_id]
            self._scroll.ensureWidgetVisible(card)
            card.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, card_id: str) -> Card:
        card = Card(card_id, self._finder, self._adding, read_only=self._read_only)
        card.dropped.connect(self.put)
        card.out.connect(self._take_out)
        card.opened.connect(self.opened)
        card.chosen.connect(self.chosen)
        card.acted.connect(self.acted)
        return card

    # What hands do

    def menu(self) -> QMenu:
        """Return the menu of where the selected people can be put."""
        menu = QMenu(self)
        for card_id, card in self._cards.items():
            words = f"{card.title.words()}   {card.count_text()}"
            menu.addAction(literal(words)).setData(card_id)
        menu.triggered.connect(self._put)
        return menu

    @Slot(QAction)
    def _put(self, action: QAction) -> None:
        self.put.emit(str(action.data()), self.people.selected_ids())

    @Slot(str)
    def _take_out(self, row_id: str) -> None:
        self.out.emit([row_id])

    @Slot(list)
    def _land(self, member_ids: list[str]) -> None:
        chips = [chip for card in self._cards.values() for chip in card.chips()]
        inside = [chip.row_id for chip in chips if chip.member_id in member_ids]
        if inside:
            self.out.emit(inside)

    @Slot()
    def _offer(self) -> None:
        index = self.people.currentIndex()
        at = self.people.visualRect(index).bottomLeft() if index.isValid() else QPoint(0, 0)
        self._offer_at(at)

    @Slot(QPoint)
    def _offer_at(self, at: QPoint) -> None:
        if self._read_only or not self._cards or not self.people.selected_ids():
            return
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.people.viewport().mapToGlobal(at))

    @Slot()
    def _on_selection(self) -> None:
        self.into.setEnabled(bool(self._cards) and bool(self.people.selected_ids()))
