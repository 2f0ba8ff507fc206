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
from app.ui.forms.long_text import PlainText
from app.ui.forms.record import Record
from app.ui.inspector.action_words import short
from app.ui.inspector.entering import EnterLine
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import MutedLabel
from app.wording import _
from app.wording.dates import clock, day_with_year
from app.wording.errors import sentence


class NoteLine(QWidget):
    """One note: when it was made, by the clock at home, and its words, to be typed over."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk, note: ActionNoteRow, home_zone: str) -> None:
        super().__init__()
        self._desk = desk
        self.note = note
        when = "" if note.noted_at is None else _when(note.noted_at, home_zone)
        self.words = PlainText(least_lines=1, one_line=True)
        self.words.setAccessibleName(_("Note of {when}").format(when=when) if when else _("Note"))
        self.words.setReadOnly(desk.read_only)
        self.words.setPlainText(note.text)
        self.words.left.connect(self.leave)
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
        column.addWidget(self.words)

    def show_note(self, note: ActionNoteRow) -> None:
        """Show what is stored now; what is being typed stays."""
        typed = self.words.toPlainText() != self.note.text
        self.note = note
        if not typed:
            self.words.setPlainText(note.text)

    @Slot()
    def leave(self) -> None:
        """Save what was typed; refused, it stays and the reason is told."""
        text = self.words.toPlainText()
        if text == self.note.text or self._desk.read_only:
            return
        try:
            label = _("Change the note “{note}”").format(note=short(self.note.text))
            self._desk.do(label, partial(edit_action_note, action_note_id=self.note.id, text=text))
        except AideError as error:
            self.told.emit(sentence(error), False)

    @Slot()
    def _delete(self) -> None:
        note = short(self.note.text)
        try:
            self._desk.do(_("Delete the note “{note}”").format(note=note), delete_action_note, self.note.id)
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
        self._none = MutedLabel(_("No progress noted yet."), wrap=True)
        self.line = EnterLine(_("Note some progress"), self._add)
        if record.desk.read_only:
            self.line.hide()
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

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        if self._record.desk.read_only:
            return [line.words for line in self.notes]
        return [*(stop for line in self.notes for stop in (line.words, line.remove)), self.line]

    def _make(self, note: ActionNoteRow, home_zone: str) -> NoteLine:
        line = NoteLine(self._record.desk, note, home_zone)
        line.told.connect(self.told)
        return line

    def _add(self, text: str) -> None:
        label = _("Note progress on “{name}”").format(name=short(self._record.shown.text))
        self._record.desk.do(label, partial(add_action_note, action_id=self._record.row_id, text=text))


def _when(noted_at: datetime, home_zone: str) -> str:
    wall = from_utc(noted_at, home_zone).time
    return _("{day}, {time}").format(day=day_with_year(wall.date()), time=clock(wall))
