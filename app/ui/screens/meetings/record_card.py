"""The record of a meeting and its readout: drafted from the notes, edited in place, each with its marking."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.domain.prose import with_new_lines
from app.planning.verbs.records import create_record, draft_record
from app.planning.views.record import RecordAt
from app.ui.desk import Desk
from app.ui.forms.guarded import GuardedField
from app.ui.forms.long_text import LongField, PlainText
from app.ui.forms.record import Record
from app.ui.screens.meetings.draft_panel import DraftPanel
from app.ui.screens.meetings.kinds import record_kind
from app.ui.screens.meetings.readout_readers import ReadoutReaders
from app.ui.screens.meetings.record_papers import RecordPapers
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import TitleLabel
from app.ui.widgets.plain import set_tip
from app.wording import _, ngettext
from app.wording.errors import sentence
from app.wording.minutes import Draft, draft_memorandum, draft_readout

_LEAST_LINES, _MOST_LINES = 8, 30


class RecordCard(QFrame):
    """Shows and edits the record of one meeting. ``go`` leads to a row elsewhere."""

    told = Signal(str, bool)
    go = Signal(str, str)

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
        self.readers = ReadoutReaders()
        self.readers.go.connect(self.go)
        self.draft_memorandum = PlainButton(_("Draft the record from the notes"), icon_name="pencil")
        self.draft_readout = PlainButton(_("Draft the readout from the notes"), icon_name="pencil")
        set_tip(self.draft_readout, _("Of what was noted, only words that are public go into a readout."))
        self.memorandum_draft = DraftPanel(_("Draft of the record"))
        self.readout_draft = DraftPanel(_("Draft of the readout"))
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(TitleLabel(_("Record and readout"), small=True), 1)
        head.addWidget(papers.button)
        column.addLayout(head)
        column.addWidget(papers)
        column.addWidget(self.present)
        for field, button, panel in (
            (self.memorandum, self.draft_memorandum, self.memorandum_draft),
            (self.readout, self.draft_readout, self.readout_draft),
        ):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            column.addWidget(field)
            column.addLayout(row)
            column.addWidget(panel)
            button.setVisible(not desk.read_only)
        column.addWidget(self.readers)
        for each in self.fields():
            each.set_read_only(read_only=desk.read_only)

    def _connect(self) -> None:
        self.draft_memorandum.clicked.connect(self._draft_memorandum)
        self.draft_readout.clicked.connect(self._draft_readout)
        self.memorandum_draft.replaced.connect(self._replace_memorandum)
        self.memorandum_draft.added.connect(self._add_to_memorandum)
        self.readout_draft.replaced.connect(self._replace_readout)
        self.readout_draft.added.connect(self._add_to_readout)

    def fields(self) -> tuple[LongField, ...]:
        """Return the fields in order."""
        return (self.present, self.memorandum, self.readout)

    def show_record(self, record: RecordAt, markings: tuple[str, ...]) -> None:
        """Show a record; what is unfinished in another one is saved first."""
        other = record.id != self._record.row_id
        if other:
            self.leave()
            self._close_drafts()
        self._record.take(record)
        self.papers.show_record(record)
        self.readers.show_record(record, markings)
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
        self._close_drafts()
        self._record.take(None)

    def _close_drafts(self) -> None:
        for panel in (self.memorandum_draft, self.readout_draft):
            panel.close_draft()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        after: dict[LongField, list[QWidget]] = {
            self.memorandum: [self.draft_memorandum, *self.memorandum_draft.stops()],
            self.readout: [self.draft_readout, *self.readout_draft.stops()],
        }
        stops = self.papers.stops()
        for field in self.fields():
            stops += field.stops()
            stops += after.get(field, [])
        return [*stops, self.readers.button]

    @Slot()
    def _draft_memorandum(self) -> None:
        if self._record.idle or not self.memorandum.leave():
            return
        record: RecordAt = self._record.shown
        draft = draft_memorandum(record)
        if record.memorandum.strip() in {"", draft.text.strip()}:
            self._replace_memorandum(draft)
        else:
            self.memorandum_draft.show_draft(draft)

    @Slot()
    def _draft_readout(self) -> None:
        if self._record.idle or not self.readout.leave():
            return
        record: RecordAt = self._record.shown
        draft = draft_readout(record)
        if not draft.text:
            self.told.emit(_("This meeting is marked too highly for a readout."), False)
        elif record.readout.strip() in {"", draft.text.strip()}:
            self._replace_readout(draft)
        else:
            self.readout_draft.show_draft(draft)

    @Slot(object)
    def _replace_memorandum(self, draft: Draft) -> None:
        self._draft_of_record(draft, draft.text)

    @Slot(object)
    def _add_to_memorandum(self, draft: Draft) -> None:
        if self.memorandum.leave():
            record: RecordAt = self._record.shown
            self._draft_of_record(draft, with_new_lines(record.memorandum, draft.text))

    def _draft_of_record(self, draft: Draft, text: str) -> None:
        self._write("draft_memorandum", draft_record, draft, memorandum=text, marking=draft.marking)

    @Slot(object)
    def _replace_readout(self, draft: Draft) -> None:
        self._write("draft_readout", create_record, draft, readout=draft.text, readout_marking=draft.marking)

    @Slot(object)
    def _add_to_readout(self, draft: Draft) -> None:
        if self.readout.leave():
            record: RecordAt = self._record.shown
            text, marking = (
                with_new_lines(record.readout, draft.text),
                max(draft.marking, record.readout_marking),
            )
            self._write("draft_readout", create_record, draft, readout=text, readout_marking=marking)

    def _write(self, act: str, verb: Callable[..., str], draft: Draft, **fields: object) -> None:
        """Write what a draft makes of a field: a step of its own, which undo takes back."""
        try:
            self._record.act(act, verb, **fields)
        except AideError as error:
            self.told.emit(sentence(error), False)
        else:
            self.told.emit(_drafted(draft), True)


def _drafted(draft: Draft) -> str:
    if not draft.left_out:
        return _("Drafted from the notes.")
    words = ngettext(
        "Drafted, without {count} line that is not public.",
        "Drafted, without {count} lines that are not public.",
        draft.left_out,
    )
    return words.format(count=draft.left_out)


def _editor() -> PlainText:
    return PlainText(least_lines=_LEAST_LINES, most_lines=_MOST_LINES)
