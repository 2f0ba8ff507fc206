"""The record of a meeting and its readout: drafted from the notes, edited in place, each with its marking."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.views.record import RecordAt
from app.ui.desk import Desk
from app.ui.forms.guarded import GuardedField
from app.ui.forms.long_text import LongField, PlainText
from app.ui.forms.record import Record
from app.ui.screens.meetings.kinds import record_kind
from app.ui.screens.meetings.record_papers import RecordPapers
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import TitleLabel
from app.ui.widgets.plain import set_tip
from app.wording import _
from app.wording.errors import sentence
from app.wording.minutes import draft_memorandum, draft_readout

_LEAST_LINES, _MOST_LINES = 8, 30


class RecordCard(QFrame):
    """Shows and edits the record of one meeting."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk, papers: RecordPapers) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        self.papers = papers
        papers.leaving.connect(self.leave)
        self._record = Record(desk, record_kind(), self)
        self.present = LongField(
            self._record, "present", _("Also present, or away"), PlainText(least_lines=1)
        )
        self.memorandum = GuardedField(
            self._record, "memorandum", _("Record of the conversation"), _editor(), marked_by="marking"
        )
        self.readout = GuardedField(self._record, "readout", _("Public readout"), _editor())
        self.draft_memorandum = PlainButton(_("Draft the record from the notes"), icon_name="pencil")
        self.draft_readout = PlainButton(_("Draft the readout from the notes"), icon_name="pencil")
        set_tip(self.draft_readout, _("Only words that are public, or for official use, go into a readout."))
        self.draft_memorandum.clicked.connect(self._draft_memorandum)
        self.draft_readout.clicked.connect(self._draft_readout)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(TitleLabel(_("Record and readout"), small=True), 1)
        head.addWidget(papers.button)
        column.addLayout(head)
        column.addWidget(papers)
        column.addWidget(self.present)
        for field, button in (
            (self.memorandum, self.draft_memorandum),
            (self.readout, self.draft_readout),
        ):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            column.addWidget(field)
            column.addLayout(row)
            button.setVisible(not desk.read_only)
        for each in self.fields():
            each.set_read_only(read_only=desk.read_only)

    def fields(self) -> tuple[LongField, ...]:
        """Return the fields in order."""
        return (self.present, self.memorandum, self.readout)

    def show_record(self, record: RecordAt) -> None:
        """Show a record; what is unfinished in another one is saved first."""
        other = record.id != self._record.row_id
        if other:
            self.leave()
        self._record.take(record)
        self.papers.show_record(record)
        unfinished = self._record.unfinished(record.id) if other else {}
        for field in self.fields():
            if other:
                field.open(record, unfinished)
            else:
                field.fill(record)

    @Slot()
    def leave(self) -> None:
        """Save what is unfinished."""
        if self._record.idle or self._desk.read_only:
            return
        for field in self.fields():
            if field.dirty:
                field.leave()

    def clear(self) -> None:
        """Show no record."""
        self.papers.clear()
        self._record.take(None)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        after = {self.memorandum: self.draft_memorandum, self.readout: self.draft_readout}
        stops = self.papers.stops()
        for field in self.fields():
            stops += field.stops()
            stops += [after[field]] if field in after else []
        return stops

    @Slot()
    def _draft_memorandum(self) -> None:
        if self._record.idle or not self.memorandum.leave():
            return
        record: RecordAt = self._record.shown
        draft = draft_memorandum(record)
        marking = max(draft.marking, record.marking) if record.memorandum else draft.marking
        self._write("draft_memorandum", memorandum=draft.text, marking=marking)

    @Slot()
    def _draft_readout(self) -> None:
        if self._record.idle or not self.readout.leave():
            return
        draft = draft_readout(self._record.shown)
        if not draft.text:
            self.told.emit(_("This meeting is marked too highly for a readout."), False)
            return
        self._write("draft_readout", readout=draft.text, readout_marking=draft.marking)

    def _write(self, act: str, **fields: object) -> None:
        """Put a draft in place of what stands there: a step of its own, which undo takes back."""
        try:
            self._record.edit(act, **fields)
        except AideError as error:
            self.told.emit(sentence(error), False)
        else:
            self.told.emit(_("Drafted from the notes."), True)


def _editor() -> PlainText:
    return PlainText(least_lines=_LEAST_LINES, most_lines=_MOST_LINES)
