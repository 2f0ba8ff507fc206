"""One meeting as it is prepared (agenda, item in hand, sides, brief), as it runs, as it is followed up."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import AideError, PlanningError
from app.planning.settings import marking_names
from app.planning.views.meeting import Meeting, meeting
from app.planning.workspace import EVERYTHING, Changed
from app.ui.desk import Desk
from app.ui.inspector.offered import OfferedPanel
from app.ui.screens.meetings.agenda_card import AgendaCard
from app.ui.screens.meetings.around import LogisticsCard, SidesCard
from app.ui.screens.meetings.brief_pane import BriefPane
from app.ui.screens.meetings.exchange import Exchange
from app.ui.screens.meetings.item_card import ItemCard
from app.ui.screens.meetings.provided import ProvidedCard
from app.ui.screens.meetings.record_papers import RecordPapers
from app.ui.screens.meetings.record_part import PHASE_KEYS, PREPARE, RecordPart, phases
from app.ui.screens.meetings.record_part import TABLES as RECORD_TABLES
from app.ui.screens.meetings.seating.part import SeatingPart
from app.ui.screens.meetings.title import TitleLine
from app.ui.screens.meetings.words import time_line
from app.ui.widgets.badge import MarkingBadge
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import MutedLabel
from app.ui.widgets.segmented import SegmentedControl
from app.ui.widgets.tuning import scrolled
from app.wording import _
from app.wording.errors import sentence

HEADER_PX = 48
AGENDA, BRIEF, SEATING = "agenda", "brief", "seating"
_BESIDE_PX = 640  # below it the item stands under the agenda
_EDGE_PX = 14
_BACK_EDGE_PX = 8
_SECOND_PX = 40
TABLES = (
    *(
        "entry",
        "agenda_item",
        "talking_point",
        "topic",
        "topic_precedent",
        "precedent",
        "precedent_party",
        "topic_organisation",
    ),
    *(
        "brief",
        "brief_paragraph",
        "participation",
        "seat",
        "place",
        "organisation",
        "visit",
        "leg",
        "member",
        "person",
    ),
    *("interpreter_booking", "gift", "attachment"),
    *RECORD_TABLES,
)


class MeetingPage(QWidget):
    """The page of one meeting. ``back_wanted`` leads to all meetings; ``gone`` when the entry is no more.

    ``turned`` tells that another phase of the meeting is in view. ``selected`` carries kind and id of what is
    to be shown beside the page: the entry, or what is provided for it; ``created`` those of what was just
    made there, whose fields are to be typed next.
    """

    told = Signal(str, bool)
    go = Signal(str, str)
    back_wanted = Signal()
    gone = Signal()
    turned = Signal()
    selected = Signal(str, str)
    created = Signal(str, str)

    def __init__(
        self,
        desk: Desk,
        exchange: Exchange,
        papers: RecordPapers,
        seating: SeatingPart,
        provided: ProvidedCard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self._leaving = ""
        self._markings: tuple[str, ...] = desk.ask(marking_names)
        self.back = IconButton("chevron-left", _("All meetings (Alt+Left)"))
        self.title = TitleLine(desk)
        self._badge = MarkingBadge(1, self._markings[1])
        self._time, self._below = MutedLabel(), MutedLabel(wrap=True)
        self.parts = SegmentedControl(
            [(AGENDA, _("Agenda")), (BRIEF, _("Brief")), (SEATING, _("Seating"))], _("Part of the page")
        )
        self.phases = SegmentedControl(phases(), _("Phase of the meeting"))
        self.record = RecordPart(desk, papers)
        self.agenda = AgendaCard(desk)
        self.offered = OfferedPanel(desk)
        self.item = ItemCard(desk)
        self.sides = SidesCard(desk)
        self.logistics = LogisticsCard()
        self.provided = provided
        self._entry_aside = True  # whether the entry itself is shown beside the page
        self.brief = BriefPane(desk, exchange)
        self.seating = seating
        self._nothing = EmptyState(
            "list", _("Add a topic to the agenda, and write here what is to be said about it.")
        )
        self._beside = QStackedWidget()
        self._beside.addWidget(self.item)
        self._beside.addWidget(self._nothing)
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        header = QFrame()
        header.setProperty("role", "ground")
        lines = QVBoxLayout(header)
        lines.setContentsMargins(_BACK_EDGE_PX, 0, _EDGE_PX, 0)
        lines.setSpacing(0)
        row = self._line = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self.title)
        row.addWidget(self._badge)
        row.addWidget(self._time)
        row.addStretch(1)
        row.addWidget(self.parts)
        row.addWidget(self.phases)
        bar = QWidget()
        bar.setFixedHeight(HEADER_PX)
        row.setContentsMargins(0, 0, 0, 0)
        bar.setLayout(row)
        lines.addWidget(bar)
        self._second = QHBoxLayout()
        self._second.setContentsMargins(_SECOND_PX, 0, 0, 10)
        self._second.setSpacing(8)
        self._second.addWidget(self._below, 1)
        lines.addLayout(self._second)
        self._prepared = {
            AGENDA: self._agenda_part(),
            BRIEF: _scrolling(self.brief),
            SEATING: _scrolling(self.seating),
        }
        for part in (*self._prepared.values(), self.record):
            self._body.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._body, 1)

    def _agenda_part(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(_EDGE_PX, 0, 0, _EDGE_PX)
        column.setSpacing(12)
        for card in (self.agenda, self.offered, self.sides, self.provided, self.logistics):
            column.addWidget(card)
        column.addStretch(1)
        self._left = QScrollArea()
        _dress(self._left, left)
        right = QWidget()
        self._right = QVBoxLayout(right)
        self._right.addWidget(self._beside)
        part = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, part)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(12)
        self._columns.addWidget(self._left, 1)
        self._columns.addWidget(right, 1)
        return part

    def _connect(self) -> None:
        shortcut = QShortcut(QKeySequence("Alt+Left"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.back_wanted)
        self.back.clicked.connect(self.back_wanted)
        for phase, key in PHASE_KEYS.items():
            turn = QShortcut(QKeySequence(key), self)
            turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.activated.connect(partial(self._turn, phase))
        self.parts.selected.connect(self._show_part)
        self.phases.selected.connect(self._show_phase)
        self.title.textChanged.connect(self._fit_head)
        self.agenda.chosen.connect(self._on_chosen)
        self.agenda.opened.connect(self._on_opened)
        self.agenda.typed.connect(self._on_typed)
        self.item.go.connect(self.go)
        self.offered.go.connect(self.go)
        self.record.go.connect(self.go)
        self.record.phase_wanted.connect(self.phases.select)
        self.seating.people_wanted.connect(self._on_people_wanted)
        self.provided.wanted.connect(self._show_aside)
        self.provided.created.connect(self._on_provided)
        self.provided.go.connect(self.go)
        for part in (
            *(self.agenda, self.offered, self.item, self.brief, self.seating, self.title, self.record),
            self.provided,
        ):
            part.told.connect(self.told)

    # What is shown

    @property
    def entry_id(self) -> str:
        """The id of the meeting shown, or nothing."""
        return self._meeting.entry.id if self._meeting else ""

    def show_meeting(self, entry_id: str) -> bool:
        """Show a meeting; return whether there is one."""
        if entry_id == self.entry_id:
            self.refresh(EVERYTHING)
            return self._meeting is not None
        self.leave()
        self._meeting = None
        self._entry_aside = True
        self.item.clear()
        self.parts.select(AGENDA)
        self.phases.select(PREPARE)
        if not self._ask(entry_id):
            return False
        self.agenda.view.select_first()
        self._left.verticalScrollBar().setValue(0)
        return True

    def refresh(self, changed: Changed) -> None:
        """Ask again for what a change touches."""
        if self._meeting is None:
            return
        if changed.touches("setting"):
            self._markings = self._desk.ask(marking_names)
        if changed.touches("setting", *TABLES):
            self._ask(self.entry_id)

    def leave(self) -> None:
        """Save what is unfinished."""
        self.title.leave()
        self.item.leave()
        self.brief.leave()
        self.provided.leave()
        self.record.leave()

    def clear(self) -> None:
        """Show no meeting, as it is gone."""
        self._meeting = None
        self.offered.show_entry("", "")
        parts = (self.title, self.item, self.sides, self.provided, self.brief, self.seating, self.record)
        for part in parts:
            part.clear()

    def _ask(self, entry_id: str) -> bool:
        try:
            self._show(self._desk.ask(meeting, entry_id))
            self.record.take(entry_id, self._markings)
        except PlanningError:  # it was deleted, or its making was undone
            self.clear()
            self.gone.emit()
            return False
        except AideError as error:
            self.told.emit(sentence(error), False)
            return False
        return True

    def _show(self, shown: Meeting) -> None:
        self._meeting = shown
        entry = shown.entry
        self.title.show_title(entry)
        self._badge.set_marking(int(entry.marking), self._markings[entry.marking])
        self._time.setText(time_line(entry))
        self._below.setText(time_line(entry))
        self._fit_head()
        self.agenda.show_meeting(shown, self._markings)
        self.offered.show_entry(entry.id, entry.title)
        self.sides.show_sides(shown)
        self.provided.show_provided(shown)
        self.logistics.show_logistics(shown)
        self.brief.show_brief(shown, self._markings)
        self.seating.take(entry)
        self._show_item(self._leaving or self.agenda.view.current_id())

    def _show_item(self, item_id: str) -> None:
        shown = self._meeting
        item = next((each for each in shown.items if each.id == item_id), None) if shown else None
        if shown is None or item is None:
            self.item.clear()
            self._beside.setCurrentWidget(self._nothing)
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
        if not self._entry_aside and self.entry_id:
            self._entry_aside = True
            self.selected.emit("entry", self.entry_id)
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

    @Slot(str)
    def _show_part(self, part: str) -> None:
        self._body.setCurrentWidget(self._prepared[part])

    @Slot()
    def _on_people_wanted(self) -> None:
        self.parts.select(AGENDA)
        self._left.ensureWidgetVisible(self.sides)
        self.sides.panels[0].add.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def prepares(self) -> bool:
        """Whether the meeting is being prepared."""
        return self.phases.current() == PREPARE

    def _turn(self, phase: str) -> None:
        """Bring a phase into view; in view already, it begins anew at its agenda."""
        if self.phases.current() != phase:
            self.phases.select(phase)
        elif phase == PREPARE:
            self.parts.select("agenda")
            self.agenda.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.record.begin()

    @Slot(str)
    def _show_phase(self, phase: str) -> None:
        self.leave()
        self.parts.setVisible(self.prepares)
        if self.prepares:
            self._show_part(self.parts.current())
        else:
            self._body.setCurrentWidget(self.record)
        try:
            self.record.show_phase(phase)
        except AideError as error:
            self.told.emit(sentence(error), False)
        self._fit_head()
        self.turned.emit()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_PX
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        self._right.setContentsMargins(0 if beside else _EDGE_PX, 0, _EDGE_PX, _EDGE_PX)
        self._fit_head()

    @Slot()
    def _fit_head(self) -> None:
        """Let time and parts stand beside the title where all can be read whole, else under it."""
        parts = [self.back, self.title, self._badge, self._time, self.phases]
        parts += [self.parts] if self.prepares else []
        wanted = sum(part.sizeHint().width() + self._line.spacing() for part in parts)
        in_line = self.width() >= wanted + _EDGE_PX + _BACK_EDGE_PX
        self._time.setVisible(in_line)
        self._below.setVisible(not in_line)
        where = self._line if in_line else self._second
        if where.indexOf(self.parts) < 0:
            where.insertWidget(self._line.indexOf(self.phases) if in_line else 1, self.parts)
        self._second.setContentsMargins(_SECOND_PX, 0, 0, 0 if in_line else 10)


def _scrolling(widget: QWidget) -> QScrollArea:
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(_EDGE_PX, 0, _EDGE_PX, _EDGE_PX)
    column.addWidget(widget)
    area = QScrollArea()
    _dress(area, around)
    return area


def _dress(area: QScrollArea, inside: QWidget) -> None:
    scrolled(inside)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
