"""What is written down under one item while a meeting runs: notes, decisions, promises."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.promise_line import PromiseLine
from app.planning.verbs.actions import create_action_at
from app.planning.views.promisers import Promiser, owed_between
from app.planning.views.record import RecordAt, Taken
from app.ui.desk import Desk
from app.ui.forms.record import Record
from app.ui.screens.meetings.fitting import FittingLabel
from app.ui.screens.meetings.kinds import brief_kind, item_kind
from app.ui.screens.meetings.new_line import Owner
from app.ui.screens.meetings.promise_entry import PromiseEntry
from app.ui.screens.meetings.promise_list import PromiseList
from app.ui.screens.meetings.record_lines import DecisionLines, NoteLines
from app.ui.screens.meetings.run_words import read_as
from app.ui.theme.fonts import INSPECTOR_PX, SEMIBOLD, SMALL_PX, ui_font
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import PlainLabel, SectionLabel
from app.ui.widgets.plain import set_tip
from app.ui.widgets.tuning import scrolled
from app.wording import _
from app.wording.short import short

_SIDE = 14


class NotesCard(QFrame):
    """The notes under one item, or ``alone`` those that belong to none. ``go`` leads to an action."""

    told = Signal(str, bool)
    go = Signal(str, str)

    def __init__(self, desk: Desk, *, alone: bool) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(_("Notes of the meeting"))
        self._desk = desk
        self._alone = alone
        self._taken: Taken | None = None
        self._entry_id = ""
        self._there: tuple[Promiser, ...] = ()
        self._of = Record(desk, brief_kind() if alone else item_kind(), self)
        self._heading = FittingLabel(font=ui_font(INSPECTOR_PX, SEMIBOLD))
        self.notes = NoteLines(desk, alone=alone)
        self.decisions = DecisionLines(desk, alone=alone)
        self.promises = PromiseList()
        self.entry = PromiseEntry(self._of, self._add_action)
        self._read = PlainLabel("", wrap=True, tone="muted")
        self._read.setFont(ui_font(SMALL_PX))
        self._read.hide()
        self.to_decide = PlainButton(_("Decision"), icon_name="check")
        set_tip(self.to_decide, _("Write down a decision; what is being noted goes along (F8)"))
        self.to_promise = PlainButton(_("Action"), icon_name="flag")
        set_tip(self.to_promise, _("Note an action; what is being noted goes along (F7)"))
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        for lines in (self.notes, self.decisions):
            lines.told.connect(self.told)
            lines.reordered.connect(self._order_tabs)
        self.promises.wanted.connect(partial(self.go.emit, "action"))
        self.entry.read.connect(self._show_read)
        self.entry.faulty.connect(self._show_fault)
        self.to_decide.clicked.connect(self.begin_decision)
        self.to_promise.clicked.connect(self.begin_action)

    def _lay_out(self) -> None:
        inside = QWidget()
        scrolled(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(_SIDE, 12, _SIDE, 16)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(SectionLabel(_("Notes")))
        column.addWidget(self.notes)
        acts = QHBoxLayout()
        acts.setSpacing(6)
        for button in (self.to_decide, self.to_promise):
            if self._desk.read_only:
                button.hide()
            acts.addWidget(button)
        acts.addStretch(1)
        column.addLayout(acts)
        for title, parts in (
            (_("Decisions"), (self.decisions,)),
            (_("Actions"), (self.promises, self.entry, self._read)),
        ):
            column.addSpacing(6)
            column.addWidget(SectionLabel(title))
            for part in parts:
                column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(area)

    # What is shown

    def show_taken(
        self, record: RecordAt, taken: Taken, there: tuple[Promiser, ...], markings: tuple[str, ...]
    ) -> None:
        """Show what was taken down under an item; what is unfinished in another one is saved first."""
        owner = record.id if self._alone else taken.id or ""
        other = owner != self._of.row_id
        if other:
            self.entry.leave()
        self._taken, self._entry_id, self._there = taken, record.id, there
        number = record.all.index(taken) + 1
        heading = _("Not on the agenda") if self._alone else f"{number} · {taken.heading}"
        self._heading.setText(heading)
        self._of.take(Owner(owner))
        self.entry.show_promisers(there)
        self.entry.show_day(record.entry.day)
        places = _places(record, taken)
        for lines in (self.notes, self.decisions):
            lines.entry_id = record.id
            lines.show_places(places)
        self.notes.record_id = record.record_id or ""
        self.notes.show_lines(owner, taken.points, taken.marking, markings)
        self.decisions.show_lines(owner, taken.decisions, taken.marking, markings)
        self.promises.show_promises(taken.promises)
        if other:
            self.entry.open(self._of.unfinished(owner))
        self._order_tabs()

    def leave(self) -> None:
        """Save what is unfinished."""
        if self._taken is not None and not self._desk.read_only:
            self.notes.leave()
            self.decisions.leave()
            self.entry.leave()

    def clear(self) -> None:
        """Show nothing."""
        self._taken = None
        self._of.take(None)

    def begin(self) -> None:
        """Put the cursor where the next point is noted."""
        self.notes.begin()

    def go_on(self) -> None:
        """Leave the cursor where something new is being written; else put it where points are noted."""
        if not any(line.hasFocus() for line in (self.notes.new, self.decisions.new, self.entry)):
            self.begin()

    @Slot()
    def begin_decision(self) -> None:
        """Write down a decision next; what is being noted goes along, unless one is begun already."""
        self.decisions.begin("" if self.decisions.typed() else self.notes.hand_over())

    @Slot()
    def begin_action(self) -> None:
        """Note an action next; what is being noted goes along, unless one is begun already."""
        text = "" if self.entry.text() else self.notes.hand_over() or self.decisions.hand_over()
        if text:
            self.entry.setText(text)
            self.entry.pause()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        before = [*self.notes.stops(), self.to_decide, self.to_promise, *self.decisions.stops()]
        return [*before, *self.promises.stops(), self.entry]

    @Slot()
    def _order_tabs(self) -> None:
        for before, after in pairwise(self.stops()):
            self.setTabOrder(before, after)

    # Promises

    def _add_action(self, line: PromiseLine, named: list[Promiser]) -> None:
        owed = owed_between(named, self._there)
        verb = partial(
            create_action_at,
            entry_id=self._entry_id,
            text=line.text,
            agenda_item_id=self._taken.id if self._taken else None,
            owed_by=owed.owed_by,
            owner_id=owed.owner_id,
            owner_organisation_id=owed.owner_organisation_id,
            counterpart_organisation_id=owed.counterpart_organisation_id,
            due_on=line.due_on,
        )
        self._desk.do(_("Note the action “{name}”").format(name=short(line.text)), verb)

    @Slot(object, object)
    def _show_read(self, line: PromiseLine, named: list[Promiser]) -> None:
        self._show_below(read_as(line, named), "muted")

    @Slot(str)
    def _show_fault(self, words: str) -> None:
        if words:
            self._show_below(words, "bad")

    def _show_below(self, words: str, tone: str) -> None:
        self._read.setText(words)
        self._read.set_tone(tone)
        self._read.setVisible(bool(words))


def _places(record: RecordAt, taken: Taken) -> list[tuple[str, str]]:
    """Return where else than under an item something can stand: under the others, or off the agenda."""
    return [
        (each.id or "", f"{number} · {each.heading}" if each.id else _("Off the agenda"))
        for number, each in enumerate(record.all, 1)
        if each is not taken
    ]
