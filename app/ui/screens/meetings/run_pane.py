"""A meeting while it runs: the agenda with a clock, what is noted under each item, who was there."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.planning.verbs.agenda import tick_agenda_item
from app.planning.views.promisers import Promiser, promisers
from app.planning.views.record import RecordAt
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.screens.meetings.notes_card import NotesCard
from app.ui.screens.meetings.present_card import PresentCard
from app.ui.screens.meetings.run_agenda import RunAgenda
from app.ui.screens.meetings.run_clock import RunClock
from app.ui.screens.meetings.run_keys import ACTION_KEY, DECISION_KEY, NEXT_KEY, PREVIOUS_KEY, TICK_KEY
from app.ui.widgets.tuning import scrolled
from app.wording import _

_EDGE_PX = 14
_GAP_PX = 12
_LEFT_PX, _RIGHT_PX = 300, 240
_THREE_PX = 880  # below it, who was there stands under the agenda
_LEFT_LEAST_PX = 200


class RunPane(QWidget):
    """Takes the record of one meeting."""

    told = Signal(str, bool)
    go = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: RecordAt | None = None
        self._there: tuple[Promiser, ...] = ()
        self._markings: tuple[str, ...] = ()
        self.clock = RunClock()
        self.agenda = RunAgenda(read_only=desk.read_only)
        self.present = PresentCard(desk)
        self.under_item = NotesCard(desk, alone=False)
        self.alone = NotesCard(desk, alone=True)
        self._notes = QStackedWidget()
        for card in (self.under_item, self.alone):
            self._notes.addWidget(card)
            card.told.connect(self.told)
            card.go.connect(self.go)
        self.present.told.connect(self.told)
        self.clock.moved.connect(self._on_minute)
        self.agenda.chosen.connect(self._on_chosen)
        self.agenda.ticked.connect(self._tick)
        self.agenda.entered.connect(self._note)
        for key, slot in (
            (ACTION_KEY, self._begin_action),
            (DECISION_KEY, self._begin_decision),
            (NEXT_KEY, self._go_on),
            (PREVIOUS_KEY, self._go_back),
            (TICK_KEY, self._tick_current),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._lay_out()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 12, 1, 8)
        column.setSpacing(10)
        inset = QHBoxLayout()
        inset.setContentsMargins(13, 0, 13, 0)
        inset.addWidget(self.clock)
        column.addLayout(inset)
        column.addWidget(self.agenda)
        self._left, self._left_column = _scrolling()
        self._right, self._right_column = _scrolling()
        self._left_column.addWidget(card)
        self._left_column.addStretch(1)
        self._right_column.addWidget(self.present)
        self._right_column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE_PX, 0, _EDGE_PX, _EDGE_PX)
        row.setSpacing(_GAP_PX)
        row.addWidget(self._left)
        row.addWidget(self._notes, 1)
        row.addWidget(self._right)

    # What is shown

    def show_record(self, record: RecordAt, markings: tuple[str, ...]) -> None:
        """Show a meeting; of another one, begin with the item that is in hand.

        Raises:
            AideError: who can be named cannot be read.
        """
        there = self._desk.ask(promisers, record.id)
        other = self._record is None or self._record.id != record.id
        if other:
            self.leave()
        self._record, self._there, self._markings = record, there, markings
        self.clock.show_record(record)
        if other:
            self.agenda.clear()
        self.agenda.show_record(record, self.clock.pace)
        self.agenda.setFixedHeight(self.agenda.sizeHint().height())
        self.present.show_people(record)
        self._show_notes()

    def leave(self) -> None:
        """Save what is unfinished."""
        self.card.leave()

    def show_item(self, item_id: str) -> None:
        """Bring an item into view, to be written under."""
        self.agenda.select(item_id)
        self.begin()

    def clear(self) -> None:
        """Show no meeting."""
        self._record = None
        for card in (self.under_item, self.alone):
            card.clear()

    def begin(self) -> None:
        """Let the keys go to the agenda."""
        self.agenda.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def card(self) -> NotesCard:
        """The card that is written on."""
        return self.under_item if self._notes.currentWidget() is self.under_item else self.alone

    def _show_notes(self) -> None:
        if self._record is None:
            return
        item_id = self.agenda.current_id()
        taken = next((each for each in self._record.items if each.id == item_id), self._record.alone)
        card = self.under_item if taken.id else self.alone
        if card is not self.card:
            self.card.leave()
            self._notes.setCurrentWidget(card)
        card.show_taken(self._record, taken, self._there, self._markings)

    # What is done

    @Slot()
    def _on_minute(self) -> None:
        self.agenda.show_pace(self.clock.pace)

    @Slot(str)
    def _on_chosen(self, _item_id: str) -> None:
        self.card.leave()
        self._show_notes()

    @Slot(str, bool)
    def _tick(self, item_id: str, ticked: bool) -> None:  # noqa: FBT001 - Qt's signal
        record = self._record
        taken = next((each for each in record.items if each.id == item_id), None) if record else None
        if taken is None:
            return
        label = _("Tick off “{name}”") if ticked else _("Take the tick from “{name}”")
        at_hand = item_id == self.agenda.in_hand()
        verb = partial(tick_agenda_item, agenda_item_id=item_id, ticked=ticked)
        if not done(self._desk, self.told, label.format(name=taken.heading), verb):
            return
        if at_hand and self.agenda.in_hand():
            self.agenda.select(self.agenda.in_hand())

    @Slot()
    def _go_on(self) -> None:
        self._go(partial(self.agenda.step, 1))

    @Slot()
    def _go_back(self) -> None:
        self._go(partial(self.agenda.step, -1))

    @Slot()
    def _tick_current(self) -> None:
        self._go(partial(self.agenda.tick, self.agenda.current_id()))

    def _go(self, act: Callable[[], None]) -> None:
        """Do something to the agenda from anywhere: who writes goes on, under the item then in view."""
        writes = self.card.isAncestorOf(self.window().focusWidget() or self)
        act()
        if writes:
            self.card.go_on()

    @Slot()
    def _note(self) -> None:
        self.card.begin()

    @Slot()
    def _begin_action(self) -> None:
        self.card.begin_action()

    @Slot()
    def _begin_decision(self) -> None:
        self.card.begin_decision()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        # Lines and fields leave Esc to the pane where nothing is typed in them.
        if event.key() == Qt.Key.Key_Escape and not self.agenda.hasFocus():
            self.begin()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        three = self.width() >= _THREE_PX
        column = self._right_column if three else self._left_column
        if column.indexOf(self.present) < 0:
            column.insertWidget(column.count() - 1, self.present)
        self._right.setVisible(three)
        self._left.setFixedWidth(max(_LEFT_LEAST_PX, min(_LEFT_PX, self.width() * 2 // 5)))
        self._right.setFixedWidth(_RIGHT_PX)


def _scrolling() -> tuple[QScrollArea, QVBoxLayout]:
    inside = QWidget()
    scrolled(inside)
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_GAP_PX)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area, column
