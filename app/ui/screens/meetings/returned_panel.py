"""A brief that came back, before it is taken: what would change by section, and what has no place."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.domain.returned import ReturnedBrief, Stray
from app.domain.returning import Change, ChangeKind, SectionChange
from app.domain.words import BriefSection, Marking
from app.planning.returning import brief_changes
from app.planning.verbs.returning import take_brief
from app.planning.views.meeting import Meeting
from app.ui.desk import Desk
from app.ui.forms.ticks import Tick
from app.ui.screens.meetings.returned_words import from_words, kind_words, summary, warnings
from app.ui.theme.fonts import SEMIBOLD, SMALL_PX, ui_font
from app.ui.widgets.badge import MarkingBadge
from app.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton
from app.ui.widgets.labels import MutedLabel, PlainLabel, SectionLabel
from app.wording import _
from app.wording.errors import sentence
from app.wording.names import word_name

_ASIDE_PX = 104
_INDENT_PX = 24  # under the words of the tick
_MARKING_PX = 100


class ReturnedPanel(QFrame):
    """Hidden until a file was read.

    ``closed`` tells that it is hidden again, ``reordered`` that other widgets stand here now; ``told`` as
    every screen's.
    """

    told = Signal(str, bool)
    reordered = Signal()
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setAccessibleName(_("The brief that came back"))
        self._desk = desk
        self._meeting: Meeting | None = None
        self._markings: tuple[str, ...] = ()
        self._returned: ReturnedBrief | None = None
        self._shown: tuple[SectionChange, ...] | None = None
        self._body: QWidget | None = None
        self.ticks: dict[BriefSection, Tick] = {}
        self.title = PlainLabel("", elide=True)
        self.title.setFont(ui_font(weight=SEMIBOLD))
        self.cross = IconButton("x", _("Leave the file as it is"))
        self.error = PlainLabel("", wrap=True, tone="bad")
        self.take = PrimaryButton(_("Take what is ticked"), icon_name="check")
        self.leave = PlainButton(_("Leave it"))
        self.cross.clicked.connect(self._on_closed)
        self.leave.clicked.connect(self._on_closed)
        self.take.clicked.connect(self._take)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.cross)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.error, 1)
        foot.addWidget(self.leave)
        foot.addWidget(self.take)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 12)
        self._column.setSpacing(10)
        self._column.addLayout(head)
        self._column.addLayout(foot)

    def stops(self) -> list[QWidget]:
        """Return what the tabulator stops at, in order."""
        return [self.cross, *self.ticks.values(), self.leave, self.take]

    def show_file(self, name: str, returned: ReturnedBrief) -> None:
        """Show what a file would change in the brief of the meeting in view.

        Raises:
            PlanningError: ``brief_of_another_meeting``.
        """
        assert self._meeting is not None
        changes = self._desk.ask(brief_changes, self._meeting.entry.id, returned)
        self._returned, self._shown = returned, None
        self.title.setText(_("What came back in {name}").format(name=name))
        self._show(changes)
        self.show()

    def refresh(self, meeting: Meeting, markings: tuple[str, ...]) -> None:
        """Take note of the meeting in view, and show again what the file would change now."""
        self._meeting, self._markings = meeting, markings
        if self._returned is None:
            return
        try:
            self._show(self._desk.ask(brief_changes, meeting.entry.id, self._returned))
        except AideError as error:
            self.error.setText(sentence(error))

    def close_file(self) -> None:
        """Show nothing."""
        self._returned = self._shown = None
        self._clear()
        self.hide()

    @Slot()
    def _on_closed(self) -> None:
        self.close_file()
        self.closed.emit()

    def _clear(self) -> None:
        self.error.setText("")
        self.ticks.clear()
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = None

    def _show(self, changes: tuple[SectionChange, ...]) -> None:
        if changes == self._shown or self._returned is None:
            return
        first = self._shown is None
        unticked = {section for section, tick in self.ticks.items() if not tick.isChecked()}
        self._clear()
        self._shown = changes
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        moving = [each for each in changes if each.any]
        for section in moving:
            tick = Tick(word_name(section.section))
            tick.setFont(ui_font(weight=SEMIBOLD))
            tick.setChecked(not warnings(section) if first else section.section not in unticked)
            tick.toggled.connect(self._settle)
            self.ticks[section.section] = tick
            column.addWidget(self._section(section, tick))
        if not moving:
            column.addWidget(PlainLabel(_("Nothing in it differs from the brief as it is here."), wrap=True))
        if self._returned.strays:
            column.addWidget(_strays(self._returned.strays))
        self._column.insertWidget(1, self._body)
        self._settle()
        self.reordered.emit()

    @Slot()
    def _settle(self) -> None:
        self.take.setVisible(bool(self.ticks) and not self._desk.read_only)
        self.take.setEnabled(any(tick.isChecked() for tick in self.ticks.values()))

    def _section(self, section: SectionChange, tick: Tick) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(tick)
        head.addWidget(MutedLabel(summary(section)), 1)
        column.addLayout(head)
        for warning in warnings(section):
            label = PlainLabel(warning, wrap=True, tone="warn")
            label.setContentsMargins(_INDENT_PX, 0, 0, 0)
            column.addWidget(label)
        for change in section.changes:
            column.addWidget(self._change(change, section))
        return whole

    def _change(self, change: Change, section: SectionChange) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(_INDENT_PX, 0, 0, 0)
        line.setSpacing(10)
        words, tone = kind_words(change)
        label = PlainLabel(words, tone=tone)
        label.setFont(ui_font(SMALL_PX, SEMIBOLD))
        label.setFixedWidth(_ASIDE_PX)
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._texts(change, section), 1)
        line.addWidget(self._markings_of(change), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _texts(self, change: Change, section: SectionChange) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        old = change.ours.text if change.ours else ""
        if change.kind is ChangeKind.GONE or (old and old != change.text):
            struck = PlainLabel(old, wrap=True, tone="muted")
            font = struck.font()
            font.setStrikeOut(True)
            struck.setFont(font)
            column.addWidget(struck)
        if change.kind is not ChangeKind.GONE:
            column.addWidget(PlainLabel(change.text, wrap=True))
        moved = from_words(change, section)
        if moved:
            column.addWidget(MutedLabel(moved))
        return column

    def _markings_of(self, change: Change) -> QWidget:
        """Return the marking as it would be, with the one that it was where that is another."""
        assert self._meeting is not None
        new = self._meeting.entry.marking if change.marking is None else change.marking
        old = change.ours.marking if change.ours else new
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addStretch(1)
        row.setMinimumWidth(_MARKING_PX)
        if old is not new:
            line.addWidget(self._badge(old))
            line.addWidget(MutedLabel("→"))
        line.addWidget(self._badge(new))
        return row

    def _badge(self, marking: Marking) -> MarkingBadge:
        return MarkingBadge(int(marking), self._markings[marking])

    @Slot()
    def _take(self) -> None:
        chosen = [section for section, tick in self.ticks.items() if tick.isChecked()]
        if self._meeting is None or self._returned is None or not chosen:
            return
        entry, returned = self._meeting.entry, self._returned
        label = _("Take what came back for the brief of “{title}”").format(title=entry.title)
        verb = partial(take_brief, entry_id=entry.id, returned=returned, sections=chosen)
        try:
            self._desk.do(label, verb)
        except AideError as error:
            self.error.setText(sentence(error))
            return
        names = ", ".join(map(word_name, chosen))
        self.told.emit(_("Taken from the file: {sections}.").format(sections=names), True)
        if not returned.strays and not self.ticks:
            self._on_closed()


def _strays(strays: Sequence[Stray]) -> QWidget:
    """Return what belongs to no section, to be looked at and copied from."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(6)
    column.addWidget(SectionLabel(_("Stands in no section, and is not taken")))
    for stray in strays:
        words = PlainLabel(stray.text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if stray.under:
            column.addWidget(MutedLabel(stray.under, elide=True))
        column.addWidget(words)
    return whole
