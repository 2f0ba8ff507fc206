"""The navigation: the visit in view on top, and its rooms below."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from app.planning.views.visits import VisitCard
from app.ui.widgets.labels import SectionLabel
from app.ui.widgets.plain import literal
from app.ui.window.painted import RoomButton, VisitCardButton
from app.wording import _, ngettext
from app.wording.dates import days

WIDTH_PX = 208
FOLDED_PX = 52
_LEAST_PX = 168
_MOST_PX = 320


class Navigation(QFrame):
    """Says which visit and which room to show. Folded, it shows icons alone."""

    room_chosen = Signal(str)
    visit_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._cards: tuple[VisitCard, ...] = ()
        self._visit_id = ""
        self.card = VisitCardButton()
        self.card.clicked.connect(self._list_visits)
        self._section = SectionLabel(_("Prepare & issue"))
        self._section.setContentsMargins(10, 14, 0, 4)
        self._rooms = {
            "programme": RoomButton("list", _("Programme")),
            "book": RoomButton("book-open", _("Briefing book")),
            "calendar": RoomButton("calendar", _("Calendar")),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 8)
        column.setSpacing(2)
        column.addWidget(self.card)
        column.addSpacing(10)
        column.addWidget(self._rooms["programme"])
        column.addWidget(self._section)
        column.addWidget(self._rooms["book"])
        column.addWidget(self._rooms["calendar"])
        column.addStretch(1)
        for key, button in self._rooms.items():
            button.setProperty("room", key)
            button.clicked.connect(self._choose_room)
        self.set_folded(folded=False)

    def room_button(self, room: str) -> RoomButton:
        """Return the button of a room."""
        return self._rooms[room]

    def show_room(self, room: str) -> None:
        """Mark a room as the one in view."""
        self._rooms[room].setChecked(True)

    def show_visits(self, cards: tuple[VisitCard, ...], visit_id: str, cities: int) -> None:
        """Show the visit in view out of all; ``cities`` is how many it stops in."""
        self._cards, self._visit_id = cards, visit_id
        card = next((card for card in cards if card.id == visit_id), None)
        if card is None:
            self.card.show_visit(_("No visit"), _("The file holds none yet"), several=bool(cards))
            return
        stops = ngettext("{count} city", "{count} cities", cities).format(count=cities)
        detail = f"{days(card.starts_on, card.ends_on)} · {stops}"
        self.card.show_visit(card.title, detail, several=len(cards) > 1)

    def set_folded(self, *, folded: bool) -> None:
        """Fold to icons, or show the words."""
        for button in (self.card, *self._rooms.values()):
            button.set_folded(folded=folded)
        self._section.setVisible(not folded)
        self.setMinimumWidth(FOLDED_PX if folded else _LEAST_PX)
        self.setMaximumWidth(FOLDED_PX if folded else _MOST_PX)

    def visit_menu(self) -> QMenu:
        """Return the menu of the file's visits."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for card in self._cards:
            span = days(card.starts_on, card.ends_on)
            action = QAction(literal(f"{card.title} · {span}"), menu)
            action.setCheckable(True)
            action.setChecked(card.id == self._visit_id)
            action.setData(card.id)
            group.addAction(action)
            menu.addAction(action)
        menu.triggered.connect(self._choose_visit)
        return menu

    @Slot()
    def _list_visits(self) -> None:
        if len(self._cards) < 2:  # noqa: PLR2004 - one visit is no choice
            return
        menu = self.visit_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.card.mapToGlobal(self.card.rect().bottomLeft()))

    @Slot(QAction)
    def _choose_visit(self, action: QAction) -> None:
        self.visit_chosen.emit(str(action.data()))

    @Slot()
    def _choose_room(self) -> None:
        sender = self.sender()
        if isinstance(sender, RoomButton):
            self.room_chosen.emit(str(sender.property("room")))
