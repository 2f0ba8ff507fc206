"""The inspector of a note."""

from typing import Any

from app.domain.words import NoteKind
from app.planning.verbs.notes import delete_note, edit_note
from app.planning.views.notes import NoteRow, note_detail
from app.ui.finding import finders
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import LongField, TitleField
from app.ui.forms.pick import PickField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.words import MarkingField, WordField, vocabulary
from app.wording import _
from app.wording.names import word_name


def note_act(column: str) -> str:
    """Return the words of undo for the change of a column of the note ``{name}``."""
    return {
        "title": _("Rename “{name}”"),
        "kind": _("Change the kind of “{name}”"),
        "text": _("Change the text of “{name}”"),
        "entry_id": _("Change the entry of “{name}”"),
        "marking": _("Change the marking of “{name}”"),
    }[column]


NOTE = Kind("note", edit_note, lambda note: str(note.title), note_act, delete_note)


class NoteSheet(Sheet):
    """The fields of a note."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self.title = TitleField(record, "title", _("Title"))
        self.kind = WordField(record, "kind", _("Kind"), vocabulary(NoteKind))
        self.text = LongField(record, "text", _("Text"))
        self.entry = PickField(
            record, "entry_id", _("Entry"), finders(record.desk).entries, named="entry", placeholder=_("None")
        )
        self.add(self.title)
        self.add(self.kind)
        self.add(self.text)
        self.add(self.entry)
        self.add(MarkingField(record, "marking", _("Marking")))


class NoteInspector(RecordInspector):
    """Shows and edits one note."""

    kind = NOTE
    tables = ("entry",)

    def view(self, row_id: str) -> Any:
        return self.desk.ask(note_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        return NoteSheet(record)

    def heading(self, detail: NoteRow) -> str:
        return word_name(detail.kind)

    def nothing(self) -> str:
        return _("Select a note to see and change it here.")
