"""The navigation: the visit in view on top, and the rooms below."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from app.planning.views.visits import VisitCard
from app.ui.widgets.labels import SectionLabel
from app.ui.widgets.plain import literal
from app.ui.window.catalogue import RoomKind, paper_rooms, shared_rooms, work_rooms
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
        self._rooms: dict[str, RoomButton] = {}
        self._sections: list[SectionLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 10, 8, 8)
        self._column.setSpacing(1)
        self._column.addWidget(self.card)
        self._column.addSpacing(8)
        self._list(work_rooms())
        self._list(shared_rooms(), _("All visits"))
        self._list(paper_rooms(), _("Prepare & issue"))
        self._column.addStretch(1)
        self.set_folded(folded=False)

    def _list(self, rooms: Iterable[RoomKind], heading: str = "") -> None:
        if heading:
            section = SectionLabel(heading)
            section.setContentsMargins(10, 8, 0, 2)
            self._sections.append(section)
            self._column.addWidget(section)
        for room in rooms:
            button = RoomButton(room.icon, room.words)
            button.setProperty("room", room.name)
            button.clicked.connect(self._choose_room)
            self._rooms[room.name] = button
            self._column.addWidget(button)

    def room_button(self, room: str) -> RoomButton:
        """Return the button of a room."""
        return self._rooms[room]

    def show_room(self, room: str) -> None:
        """Mark a room as the one in view; none where the navigation does not list it."""
        for name, button in self._rooms.items():
            button.setAutoExclusive(False)
            button.setChecked(name == room)
            button.setAutoExclusive(True)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how much stands in the rooms of these names."""
        for name, button in self._rooms.items():
            button.set_count(counts.get(name, 0))

    def show_visits(self, cards: tuple[VisitCard, ...], visit_id: str, cities: int) -> None:
        """Show the visit in view out of all; ``cities`` is how many it stops in."""
        self._cards, self._visit_id = cards, visit_id
        card = next((card for card in cards if card.id == visit_id), None)
        if card is None:
            self.card.show_visit(_("No visit"), _("Choose one, or begin one"))
            return
        stops = ngettext("{count} city", "{count} cities", cities).format(count=cities)
        detail = f"{days(card.starts_on, card.ends_on)} · {stops}"
        self.card.show_visit(card.title, detail)

    def set_folded(self, *, folded: bool) -> None:
        """Fold to icons, or show the words."""
        for button in (self.card, *self._rooms.values()):
            button.set_folded(folded=folded)
        for section in self._sections:
            section.setVisible(not folded)
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
        group.triggered.connect(self._choose_visit)
        menu.addSeparator()
        everything = menu.addAction(_("All visits, and new ones…"))
        everything.triggered.connect(self._show_all)
        return menu

    @Slot()
    def _list_visits(self) -> None:
        menu = self.visit_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.card.mapToGlobal(self.card.rect().bottomLeft()))

    @Slot(QAction)
    def _choose_visit(self, action: QAction) -> None:
        self.visit_chosen.emit(str(action.data()))

    @Slot()
    def _show_all(self) -> None:
        self.room_chosen.emit("visits")

    @Slot()
    def _choose_room(self) -> None:
        sender = self.sender()
        if isinstance(sender, RoomButton):
            self.room_chosen.emit(str(sender.property("room")))
