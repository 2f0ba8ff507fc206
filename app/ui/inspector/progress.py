"""The notes on how far an action has got, each with its time, and a line in which another is added."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.domain.time import from_utc
from app.planning.verbs.actions import add_action_note, delete_action_note, edit_action_note
from app.planning.views.actions import ActionDetail, ActionNoteRow
from app.ui.desk import Desk
from app.ui.forms.long_text import LongField, PlainText
from app.ui.forms.record import Kind, Record
from app.ui.inspector.entering import EnterLine
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import MutedLabel
from app.wording import _
from app.wording.dates import clock, day_with_year
from app.wording.errors import sentence
from app.wording.short import short


def _act(column: str) -> str:
    return {
        "text": _("Change the note “{name}”"),
        "deleted": _("Delete the note “{name}”"),
    }[column]


NOTE = Kind("action_note", edit_action_note, lambda note: short(note.text), _act)


class NoteField(LongField):
    """The words of a note, to be typed over; the line above says when it was made."""

    def __init__(self, record: Record, name: str) -> None:
        self.words = PlainText(least_lines=1, one_line=True)
        super().__init__(record, "text", name, self.words)
        self._label.hide()


class NoteLine(QWidget):
    """One note: when it was made, by the clock at home, and its words.

    ``texts`` is where those live that are not saved: longer than the line.
    """

    told = Signal(str, bool)

    def __init__(
        self, desk: Desk, note: ActionNoteRow, home_zone: str, texts: dict[str, dict[str, str]]
    ) -> None:
        super().__init__()
        self._record = Record(desk, NOTE, self, texts=texts)
        when = "" if note.noted_at is None else _when(note.noted_at, home_zone)
        self.field = NoteField(self._record, _("Note of {when}").format(when=when) if when else _("Note"))
        self.field.set_read_only(read_only=desk.read_only)
        self.remove = IconButton("x", _("Delete the note"), tone="muted", small=True)
        if desk.read_only:
            self.remove.hide()
        self.remove.clicked.connect(self._delete)
        head = QHBoxLayout()
        head.addWidget(MutedLabel(when), 1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.field)
        self._record.take(note)
        self.field.open(note, self._record.unfinished(note.id))

    @property
    def note(self) -> ActionNoteRow:
        """The note as it is stored."""
        shown: ActionNoteRow = self._record.shown
        return shown

    @property
    def words(self) -> PlainText:
        """Where its words stand."""
        return self.field.words

    def show_note(self, note: ActionNoteRow) -> None:
        """Show what is stored now; what is being typed stays."""
        self._record.take(note)
        self.field.fill(note)

    def leave(self) -> None:
        """Save what was typed; refused, it is kept, and the reason stands below it."""
        if self.field.dirty and not self._record.desk.read_only:
            self.field.leave()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [self.words] if self._record.desk.read_only else [self.words, self.remove]

    @Slot()
    def _delete(self) -> None:
        note = short(self.note.text)
        self.field.take_back()  # what was being typed is not to come back with it
        try:
            self._record.act("deleted", delete_action_note)
        except AideError as error:
            self.told.emit(sentence(error), False)
        else:
            self.told.emit(_("“{title}” deleted.").format(title=note), True)


class Progress(QWidget):
    """The notes of the action that ``record`` shows, the latest last; ``told`` as every screen's."""

    told = Signal(str, bool)

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        self.notes: list[NoteLine] = []
        self._texts: dict[str, dict[str, str]] = {}
        self._none = MutedLabel(_("No progress noted yet."), wrap=True)
        self.line = EnterLine(record, "new_note", _("Note some progress"), self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._none)
        self._column.addWidget(self.line)

    def show_notes(self, detail: ActionDetail) -> bool:
        """Show the notes of an action; tell whether others stood here before."""
        self._none.setVisible(not detail.notes)
        if [line.note.id for line in self.notes] == [note.id for note in detail.notes]:
            for line, note in zip(self.notes, detail.notes, strict=True):
                line.show_note(note)
            return False
        there = {line.note.id: line for line in self.notes}
        self.notes = []
        for at, note in enumerate(detail.notes):
            line = there.pop(note.id) if note.id in there else self._make(note, detail.home_zone)
            line.show_note(note)
            self._column.insertWidget(at + 1, line)
            line.show()
            self.notes.append(line)
        for gone in there.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        return True

    def leave(self) -> None:
        """Save what is unfinished."""
        for line in self.notes:
            line.leave()
        self.line.leave()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        stops = [stop for line in self.notes for stop in line.stops()]
        return stops if self._record.desk.read_only else [*stops, self.line]

    def _make(self, note: ActionNoteRow, home_zone: str) -> NoteLine:
        line = NoteLine(self._record.desk, note, home_zone, self._texts)
        line.told.connect(self.told)
        return line

    def _add(self, text: str) -> None:
        label = _("Note progress on “{name}”").format(name=short(self._record.shown.text))
        self._record.desk.do(label, partial(add_action_note, action_id=self._record.row_id, text=text))


def _when(noted_at: datetime, home_zone: str) -> str:
    wall = from_utc(noted_at, home_zone).time
    return _("{day}, {time}").format(day=day_with_year(wall.date()), time=clock(wall))
