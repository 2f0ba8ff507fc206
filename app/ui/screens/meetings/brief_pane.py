"""The brief of a meeting: who drafts it by when, its paragraphs by section, and its clearance."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.words import BriefSection
from app.planning.verbs.briefs import clear_brief, reopen_brief
from app.planning.views.brief import BriefAt
from app.planning.views.meeting import Meeting
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.forms.day import DayField
from app.ui.forms.field import Field
from app.ui.forms.record import Record
from app.ui.forms.text import TextField
from app.ui.inspector.candidates import MemberField, ours
from app.ui.screens.meetings.exchange import Exchange
from app.ui.screens.meetings.kinds import brief_kind
from app.ui.screens.meetings.point_lines import ParagraphLines
from app.ui.screens.meetings.words import clearance
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import PlainLabel, SectionLabel
from app.ui.widgets.line import Line
from app.wording import _
from app.wording.names import word_name

_DUE_PX = 150
_CLEARER_PX = 200


class BriefPane(QFrame):
    """Shows and edits the brief of one meeting."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk, exchange: Exchange) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(_("Brief"))
        self._desk = desk
        self._meeting: Meeting | None = None
        self.exchange = exchange
        self._record = Record(desk, brief_kind(), self)
        self.asked_by = TextField(self._record, "asked_by", _("Asked by"))
        self.drafter = MemberField(
            self._record,
            "drafter_id",
            _("Drafter"),
            "drafter",
            ours,
            placeholder=_("Nobody yet"),
        )
        self.due_on = DayField(self._record, "due_on", _("Due (at home)"), near=self._day)
        self.due_on.setFixedWidth(_DUE_PX)
        self._state = PlainLabel(wrap=True, tone="muted")
        self.clearer = Line()
        self.clearer.setPlaceholderText(_("Name of who clears it"))
        self.clearer.setAccessibleName(_("Name of who clears the brief"))
        self.clearer.setFixedWidth(_CLEARER_PX)
        self.clear_button = PlainButton(_("Clear the brief"), icon_name="check")
        self.reopen = PlainButton(_("Take the clearance back"))
        self.sections = {section: ParagraphLines(desk, section) for section in BriefSection}
        for lines in self.sections.values():
            lines.told.connect(self.told)
            lines.reordered.connect(self._order_tabs)
        self.clearer.returnPressed.connect(self._clear)
        self.clear_button.clicked.connect(self._clear)
        self.reopen.clicked.connect(self._reopen)
        exchange.told.connect(self.told)
        exchange.leaving.connect(self.leave)
        exchange.reordered.connect(self._order_tabs)
        self._lay_out()
        for field in self.fields():
            field.set_read_only(read_only=desk.read_only)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.asked_by, 3)
        head.addWidget(self.drafter, 2)
        head.addWidget(self.due_on)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._state, 1)
        for part in (self.clearer, self.clear_button, self.reopen, self.exchange.button):
            row.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.exchange)
        for section, lines in self.sections.items():
            column.addWidget(SectionLabel(word_name(section)))
            column.addWidget(lines)
        column.addStretch(1)

    def fields(self) -> Sequence[Field]:
        """Return the fields of the brief itself."""
        return (self.asked_by, self.drafter, self.due_on)

    def show_brief(self, meeting: Meeting, markings: tuple[str, ...]) -> None:
        """Show the brief of a meeting; what is unfinished in another one is saved first."""
        brief, entry = meeting.brief, meeting.entry
        other = brief.id != self._record.row_id
        if other:
            self.leave()
        before = None if other or self._meeting is None else self._meeting.brief
        self._meeting = meeting
        self._record.take(brief)
        unfinished = self._record.unfinished(brief.id) if other else {}
        for field in self.fields():
            if other:
                field.open(brief, unfinished)
            else:
                field.fill(brief)
        cleared = brief.cleared_at is not None
        self._state.setText(clearance(brief, entry.home_zone))
        self._state.set_tone("ok" if cleared else "muted")
        writable = not self._desk.read_only
        self.reopen.setVisible(cleared and writable)
        for part in (self.clearer, self.clear_button):
            part.setVisible(not cleared and writable and bool(brief.paragraphs))
        self.exchange.show_meeting(meeting, markings)
        for section, lines in self.sections.items():
            lines.brief_id = brief.brief_id or ""
            lines.show_lines(entry.id, brief.section(section), entry.marking, markings)
        self._order_tabs()
        if before is not None and before.cleared_at is not None and not cleared:
            self._say_reopened(before, brief)

    def _say_reopened(self, before: BriefAt, now: BriefAt) -> None:
        """Say that a change of the words took the clearance back: whoever typed may not look at it."""
        if before.paragraphs != now.paragraphs:
            said = _("The brief was cleared by {name}. As its words changed, it is to be cleared again.")
            self.told.emit(said.format(name=before.cleared_by), True)

    def leave(self) -> None:
        """Save what is unfinished."""
        if self._meeting is None or self._desk.read_only:
            return
        for field in self.fields():
            if field.dirty:
                field.leave()
        for lines in self.sections.values():
            lines.leave()

    def take_keys(self) -> None:
        """Let the keys go to who clears the brief, or to its first field."""
        seen = [stop for stop in (self.clearer, *self.fields()[0].stops()) if stop.isVisible()]
        if seen:
            seen[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Show no brief."""
        self._meeting = None
        self._record.take(None)
        self.exchange.clear()

    @Slot()
    def _clear(self) -> None:
        name = self.clearer.text().strip()
        if self._meeting is None:
            return
        if not name:
            self.clearer.setFocus()
            self.told.emit(_("Say who clears the brief."), False)
            return
        self.leave()
        label = _("Clear the brief of “{title}”").format(title=self._meeting.entry.title)
        verb = partial(clear_brief, entry_id=self._meeting.entry.id, cleared_by=name)
        if done(self._desk, self.told, label, verb):
            self.clearer.clear()

    @Slot()
    def _reopen(self) -> None:
        if self._meeting is None:
            return
        label = _("Take back the clearance of “{title}”").format(title=self._meeting.entry.title)
        done(self._desk, self.told, label, partial(reopen_brief, entry_id=self._meeting.entry.id))

    def _day(self) -> date:
        assert self._meeting is not None
        return self._meeting.entry.day

    @Slot()
    def _order_tabs(self) -> None:
        stops: list[QWidget] = [stop for field in self.fields() for stop in field.stops()]
        stops += [self.clearer, self.clear_button, self.reopen, self.exchange.button]
        stops += self.exchange.stops()
        for lines in self.sections.values():
            stops += lines.stops()
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
