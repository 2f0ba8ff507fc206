"""A meeting's agenda with what stands around it, and the item in hand beside it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.meeting_ready import Matter
from app.planning.views.meeting import Meeting
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.inspector.offered import OfferedPanel
from app.ui.screens.meetings.agenda_card import AgendaCard
from app.ui.screens.meetings.around import LogisticsCard, SidesCard
from app.ui.screens.meetings.item_card import ItemCard
from app.ui.screens.meetings.provided import ProvidedCard
from app.ui.screens.meetings.readiness_card import ReadinessCard
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.tuning import scrolled
from app.wording import _

EDGE_PX = 14
_BESIDE_PX = 640  # below it the item stands under the agenda


class AgendaPart(QWidget):
    """What is read and written before a meeting, but for its brief and its table.

    ``selected`` carries kind and id of what is to be shown beside the page: the entry, or what is provided
    for it; ``created`` those of what was just made there, whose fields are to be typed next. ``brief_wanted``
    leads to the brief.
    """

    told = Signal(str, bool)
    go = Signal(str, str)
    selected = Signal(str, str)
    created = Signal(str, str)
    brief_wanted = Signal()

    def __init__(self, desk: Desk, chooser: FileChooser) -> None:
        super().__init__()
        self._meeting: Meeting | None = None
        self._markings: tuple[str, ...] = ()
        self._turning = False  # to another meeting
        self._leaving = ""
        self._entry_aside = True  # whether the entry itself is shown beside the page
        self.agenda = AgendaCard(desk)
        self.offered = OfferedPanel(desk)
        self.item = ItemCard(desk)
        self.readiness = ReadinessCard()
        self.sides = SidesCard(desk)
        self.logistics = LogisticsCard()
        self.provided = ProvidedCard(desk, chooser)
        self.nothing = EmptyState(
            "list", _("Add a topic to the agenda, and write here what is to be said about it.")
        )
        self._beside = QStackedWidget()
        self._beside.addWidget(self.item)
        self._beside.addWidget(self.nothing)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(EDGE_PX, 0, 0, EDGE_PX)
        column.setSpacing(12)
        for card in (
            *(self.agenda, self.offered, self.readiness, self.sides, self.provided, self.logistics),
        ):
            column.addWidget(card)
        column.addStretch(1)
        self._left = QScrollArea()
        dress(self._left, left)
        right = QWidget()
        self._right = QVBoxLayout(right)
        self._right.addWidget(self._beside)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(12)
        self._columns.addWidget(self._left, 1)
        self._columns.addWidget(right, 1)

    def _connect(self) -> None:
        self.agenda.chosen.connect(self._on_chosen)
        self.agenda.opened.connect(self._on_opened)
        self.agenda.typed.connect(self._on_typed)
        self.readiness.wanted.connect(self._mend)
        self.provided.wanted.connect(self._show_aside)
        self.provided.created.connect(self._on_provided)
        for goes in (self.item, self.offered, self.provided):
            goes.go.connect(self.go)
        for tells in (self.agenda, self.offered, self.item, self.provided):
            tells.told.connect(self.told)

    def show_meeting(self, shown: Meeting, markings: tuple[str, ...]) -> None:
        """Show a meeting, or what is new of it; another one begins with its first item.

        Raises:
            DataError: what is provided for it cannot be read.
        """
        other = self._meeting is None or self._meeting.entry.id != shown.entry.id
        self._meeting, self._markings = shown, markings
        entry = shown.entry
        if other:
            self._entry_aside = True
            self.item.clear()
        # While the rows of another meeting come, the current one goes from row to row: none of them is meant.
        self._turning = other
        self.agenda.show_meeting(shown, markings)
        if other:
            self.agenda.view.select_first()
        self._turning = False
        self.offered.show_entry(entry.id, entry.title)
        self.sides.show_sides(shown)
        self.provided.show_provided(shown)
        self.readiness.show_readiness(shown, self.provided.booked(), self.provided.noted())
        self.logistics.show_logistics(shown)
        self._show_item(self._leaving or self.agenda.view.current_id())
        if other:
            self._left.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        """Save what is unfinished."""
        self.item.leave()
        self.provided.leave()

    def clear(self) -> None:
        """Show no meeting."""
        self._meeting = None
        self.offered.show_entry("", "")
        for part in (self.item, self.sides, self.provided):
            part.clear()

    def begin(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Let the keys go to the agenda."""
        self.agenda.view.setFocus(reason)

    def add_person(self) -> None:
        """Let the keys go to where people are put at the meeting."""
        self._left.ensureWidgetVisible(self.sides)
        self.sides.panels[0].add.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _mend(self, matter: str) -> None:
        """Lead to where a matter of readiness is seen to."""
        if matter == Matter.BRIEF:
            self.brief_wanted.emit()
        elif matter == Matter.HEADS:
            self.add_person()
        elif matter in {Matter.INTERPRETER, Matter.GIFT}:
            stop = (
                self.provided.stop_of_interpreters() if matter == Matter.INTERPRETER else self.provided.gift
            )
            self._left.ensureWidgetVisible(stop)
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            if matter == Matter.LEADS:
                self._select_without_lead()
            self.begin()

    def _select_without_lead(self) -> None:
        items = self._meeting.items if self._meeting else ()
        item = next((each for each in items if each.speaker_id is None), None)
        if item is not None:
            self.agenda.view.select(item.id)

    def _show_item(self, item_id: str) -> None:
        shown = self._meeting
        item = next((each for each in shown.items if each.id == item_id), None) if shown else None
        if shown is None or item is None:
            self.item.clear()
            self._beside.setCurrentWidget(self.nothing)
        else:
            self.item.show_item(shown, item, self._markings)
            self._beside.setCurrentWidget(self.item)

    @Slot(str, str)
    def _show_aside(self, kind: str, row_id: str) -> None:
        """Have what is provided for the meeting shown beside the page, until one goes on with its agenda."""
        self._entry_aside = False
        self.selected.emit(kind, row_id)

    @Slot(str, str)
    def _on_provided(self, kind: str, row_id: str) -> None:
        self._entry_aside = False
        self.created.emit(kind, row_id)

    @Slot(str)
    def _on_chosen(self, item_id: str) -> None:
        if self._turning:
            return
        if not self._entry_aside and self._meeting is not None:
            self._entry_aside = True
            self.selected.emit("entry", self._meeting.entry.id)
        if not item_id or item_id != self.item.item_id:
            # What is written now makes the page ask again: the card must not change under the hand.
            self._leaving = self.item.item_id
            self.item.leave()
            self._leaving = ""
            self._show_item(item_id)

    @Slot(str)
    def _on_opened(self, item_id: str) -> None:
        self._show_item(item_id)
        self.item.begin()

    @Slot(str, str)
    def _on_typed(self, item_id: str, text: str) -> None:
        self._show_item(item_id)
        self.item.type_minutes(text)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_PX
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        self._right.setContentsMargins(0 if beside else EDGE_PX, 0, EDGE_PX, EDGE_PX)


def in_scroll_area(widget: QWidget) -> QScrollArea:
    """Return an area in which a part of the page scrolls, with the page's edges around it."""
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(EDGE_PX, 0, EDGE_PX, EDGE_PX)
    column.addWidget(widget)
    area = QScrollArea()
    dress(area, around)
    return area


def dress(area: QScrollArea, inside: QWidget) -> None:
    """Let what is inside scroll up and down only."""
    scrolled(inside)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
