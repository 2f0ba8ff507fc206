"""The inspector of a note."""

from typing import Any

from PySide6.QtCore import Slot

from app.domain.words import NoteKind
from app.planning.verbs.notes import delete_note, edit_note
from app.planning.views.notes import NoteRow, note_detail
from app.ui.finding import finders
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import LongField, PlainText, TitleField
from app.ui.forms.pick import PickField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.words import MarkingField, WordField, vocabulary
from app.ui.widgets.labels import MutedLabel
from app.wording import _
from app.wording.names import word_name
from app.wording.notes import about_text, note_words

_MOST_LINES = 24  # of the text, before it scrolls


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
    """The fields of a note, named by its kind; under the text stands what its kind makes of it."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self.title = TitleField(record, "title", _("Title"))
        self.kind = WordField(record, "kind", _("Kind"), vocabulary(NoteKind))
        self.text = LongField(record, "text", _("Text"), PlainText(least_lines=4, most_lines=_MOST_LINES))
        self.about = MutedLabel(wrap=True)
        self.hint = MutedLabel(wrap=True)
        self.entry = PickField(
            record, "entry_id", _("Entry"), finders(record.desk).entries, named="entry", placeholder=_("None")
        )
        self._kind = NoteKind.PRESS_LINE
        self.text.words.textChanged.connect(self._say)
        for part in (self.kind, self.title, self.text, self.about, self.hint, self.entry):
            self.add(part)
        self.add(MarkingField(record, "marking", _("Marking")))
        self.hint.setVisible(not record.desk.read_only)

    def show_also(self, detail: NoteRow) -> None:
        self._kind = detail.kind
        words = note_words(detail.kind)
        for field, name in ((self.title, words.title), (self.text, words.text), (self.entry, words.entry)):
            field.set_name(name)
        self.hint.setText(words.hint)
        self._say()

    @Slot()
    def _say(self) -> None:
        said = about_text(self._kind, self.text.text())
        self.about.setText(said)
        self.about.setVisible(bool(said))


class NoteInspector(RecordInspector):
    """Shows and edits one note."""

    kind = NOTE
    tables = ("entry",)

    def view(self, row_id: str) -> Any:
        return self.desk.ask(note_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        return NoteSheet(record)

    def begin(self) -> None:
        assert isinstance(self.sheet, NoteSheet)
        self.sheet.title.begin()

    def heading(self, detail: NoteRow) -> str:
        return word_name(detail.kind)

    def nothing(self) -> str:
        return _("Select a note to see and change it here.")
