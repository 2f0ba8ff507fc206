"""The visits of a planner as cards: open one, begin another, make one from one that was."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from app.planning.clock import now_utc
from app.planning.settings import marking_names
from app.planning.verbs.visits import archive_visit, delete_visit
from app.planning.views.visit import visit_cities
from app.planning.views.visits import VisitCard, visit_cards
from app.planning.workspace import Changed
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.visits.asking import AskPanel
from app.ui.screens.visits.card import Card
from app.ui.screens.visits.duplicate import DuplicatePanel
from app.ui.screens.visits.new_visit import NewVisitPanel
from app.ui.showing import Showing
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import MutedLabel, TitleLabel
from app.ui.widgets.plain import literal, set_tip
from app.ui.widgets.tuning import scrolled
from app.wording import _, ngettext

HEADER_PX = 48
_WIDEST_PX = 760
_MOST = 100  # a panel's share of its row, as far as its own width goes


class VisitsScreen(QWidget):
    """``go`` asks to open a visit; ``told`` carries a sentence, and whether undo takes back what it tells."""

    selected = Signal(str, str)
    go = Signal(str, str)
    told = Signal(str, bool)

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        del preferences  # every room is made alike
        self._desk = desk
        self._rows: dict[str, VisitCard] = {}
        self.cards: list[Card] = []
        self.add = PlainButton(_("New visit"), icon_name="plus")
        self.archived = QCheckBox(_("Show archived"))
        self._count = MutedLabel()
        self.new_panel = NewVisitPanel(desk)
        self.copy_panel: DuplicatePanel | None = None
        self._nothing = EmptyState(
            "briefcase", _("No visits here. To begin one, a title, a city and its days are enough.")
        )
        self._begin = self._nothing.add_button(_("New visit"), icon_name="plus", primary=True)
        self._begin.clicked.connect(self.ask_new)
        self._nothing.hide()
        # Each panel in a row: only rows ask it for its height at the width it is really given.
        self._copying, self._beginning = QHBoxLayout(), QHBoxLayout()
        self._inner = QVBoxLayout()
        self._list = QVBoxLayout()
        self._lay_out()
        for button in (self.add, self._begin):
            button.setEnabled(not desk.read_only)
        self.add.clicked.connect(self.ask_new)
        self._make_actions()
        self.archived.toggled.connect(self._on_archived)
        self._connect(self.new_panel)
        self.new_panel.hide()
        self._showing = Showing(self, desk, self._show_all, ("visit", "stop", "entry", "setting"))
        self._showing.told.connect(self.told)

    def _lay_out(self) -> None:
        header = QFrame()
        header.setProperty("role", "ground")
        header.setFixedHeight(HEADER_PX)
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        for widget in (TitleLabel(_("Visits")), self.add, self.archived):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._count)
        rule = QFrame()
        rule.setProperty("role", "rule")
        middle = QWidget()
        scrolled(middle)
        middle.setMaximumWidth(_WIDEST_PX)
        self._inner.setContentsMargins(16, 16, 16, 16)
        self._inner.setSpacing(12)
        self._list.setSpacing(8)
        for row in (self._copying, self._beginning):
            self._inner.addLayout(row)
            row.addStretch(1)
        self._beginning.insertWidget(0, self.new_panel, _MOST)
        self._inner.addLayout(self._list)
        self._inner.addWidget(self._nothing)
        self._inner.addStretch(1)
        middle.setLayout(self._inner)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (header, rule, area):
            column.addWidget(part)

    def _make_actions(self) -> None:
        acts: tuple[tuple[str, QKeySequence, Callable[[], object]], ...] = (
            (_("New visit"), QKeySequence(QKeySequence.StandardKey.New), self.ask_new),
            (_("Duplicate the visit"), QKeySequence("Ctrl+D"), self.ask_copy_of_chosen),
        )
        for words, keys, slot in acts:
            action = QAction(literal(words), self)
            action.setShortcut(keys)
            action.setEnabled(not self._desk.read_only)
            action.triggered.connect(slot)
            self.addAction(action)
        set_tip(self.add, _("Begin another visit ({keys})").format(keys="Ctrl+N"))

    def _connect(self, panel: AskPanel) -> None:
        panel.made.connect(self._on_made)
        panel.closed.connect(self._close_panels)

    # What is shown

    def reveal(self, _kind: str, row_id: str) -> None:
        """Put the focus on a visit's card."""
        self._showing.catch_up()
        for card in self.cards:
            if card.row_id == row_id:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing is kept unfinished here but what stands in the panels."""

    @Slot()
    def _on_archived(self) -> None:
        self._showing.ask_again()

    def _show_all(self, _changed: Changed | None) -> None:
        rows = self._desk.ask(visit_cards, archived=self.archived.isChecked())
        cities = self._desk.ask(visit_cities)
        names = self._desk.ask(marking_names)
        self._rows = {row.id: row for row in rows}
        while len(self.cards) < len(rows):
            self.cards.append(self._make_card())
        while len(self.cards) > len(rows):
            card = self.cards.pop()
            card.hide()
            card.deleteLater()
        now = now_utc()
        for card, row in zip(self.cards, rows, strict=True):
            card.show_visit(row, cities.get(row.id, ()), names[row.marking], now)
        self._count.setText(ngettext("{count} visit", "{count} visits", len(rows)).format(count=len(rows)))
        self._show_nothing()

    def _show_nothing(self) -> None:
        """Say what to do where no visit is listed; asking for one takes the place of the words."""
        asking = not self.new_panel.isHidden() or self.copy_panel is not None
        self._nothing.setVisible(not self._rows and not asking)

    def _make_card(self) -> Card:
        card = Card()
        card.opened.connect(self._open)
        card.delete_wanted.connect(self.delete)
        card.menu_wanted.connect(self._show_menu)
        card.stepped.connect(self._step)
        self._list.addWidget(card)
        return card

    @Slot(str, int)
    def _step(self, row_id: str, way: int) -> None:
        at = next((place for place, card in enumerate(self.cards) if card.row_id == row_id), 0)
        self.cards[(at + way) % len(self.cards)].setFocus(Qt.FocusReason.OtherFocusReason)

    # What is done

    @Slot()
    def ask_new(self) -> None:
        """Ask in place for a new visit; what was typed before stands there still."""
        self._close_panels()
        self.new_panel.show()
        self._show_nothing()
        self.new_panel.begin()

    @Slot(str)
    def ask_copy(self, visit_id: str) -> None:
        """Ask in place how a copy is called and when it begins."""
        if visit_id not in self._rows or self._desk.read_only:
            return
        self._close_panels()
        self.copy_panel = DuplicatePanel(self._desk, self._rows[visit_id])
        self._connect(self.copy_panel)
        self._copying.insertWidget(0, self.copy_panel, _MOST)
        self.copy_panel.begin()

    @Slot()
    def ask_copy_of_chosen(self) -> None:
        """Ask the same of the visit whose card has the focus; without one, of the first listed."""
        cursor = self.focusWidget()
        inside = (card for card in self.cards if cursor is card or card.isAncestorOf(cursor or self))
        card = next(inside, next(iter(self.cards), None))
        if card is not None:
            self.ask_copy(card.row_id)

    @Slot(str)
    def delete(self, visit_id: str) -> None:
        """Delete a visit; the toast offers to undo it."""
        self._do(visit_id, _("Delete “{title}”"), delete_visit, _("“{title}” deleted."))

    def archive(self, visit_id: str, *, archived: bool) -> None:
        """Put a visit into the archive, or take it out."""
        label = _("Archive “{title}”") if archived else _("Take “{title}” out of the archive")
        said = _("“{title}” archived.") if archived else _("“{title}” is out of the archive.")
        self._do(visit_id, label, archive_visit, said, archived=archived)

    def _do(self, visit_id: str, label: str, verb: Callable[..., Any], said: str, **fields: Any) -> None:
        row = self._rows.get(visit_id)
        if row is None or self._desk.read_only:
            return
        act = partial(verb, visit_id=visit_id, **fields)
        if done(self._desk, self.told, label.format(title=row.title), act):
            self.told.emit(said.format(title=row.title), True)

    @Slot(str)
    def _open(self, visit_id: str) -> None:
        self.go.emit("visit", visit_id)

    @Slot(str, QPoint)
    def _show_menu(self, visit_id: str, at: QPoint) -> None:
        menu = self.make_menu(visit_id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def make_menu(self, visit_id: str) -> QMenu:
        """Return the menu of one visit."""
        archived = self._rows[visit_id].archived
        acts: tuple[tuple[str, Callable[[], object]], ...] = (
            (_("Open"), partial(self._open, visit_id)),
            (_("Duplicate as template…"), partial(self.ask_copy, visit_id)),
            (
                _("Take out of the archive") if archived else _("Archive"),
                partial(self.archive, visit_id, archived=not archived),
            ),
            (_("Delete"), partial(self.delete, visit_id)),
        )
        menu = QMenu(self)
        for place, (words, slot) in enumerate(acts):
            action = QAction(literal(words), menu)
            action.setEnabled(place == 0 or not self._desk.read_only)
            action.triggered.connect(slot)
            menu.addAction(action)
        return menu

    @Slot(str)
    def _on_made(self, visit_id: str) -> None:
        self._close_panels()
        self.go.emit("visit", visit_id)

    @Slot()
    def _close_panels(self) -> None:
        self.new_panel.hide()
        if self.copy_panel is not None:
            panel, self.copy_panel = self.copy_panel, None
            panel.hide()
            panel.deleteLater()
        self._show_nothing()
