"""The inspector of an entry."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.words import EntryKind
from app.planning.views.entry import EntryDetail, entry_detail
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.record import Record
from app.ui.forms.sheet import Sheet
from app.ui.inspector.editing import ENTRY, Editing
from app.ui.inspector.form import Form
from app.wording import _
from app.wording.names import word_name


class EntryInspector(RecordInspector):
    """Shows and edits one entry."""

    kind = ENTRY
    tables = (
        *("entry_party", "leg", "participation", "agenda_item", "topic", "visit", "stop"),
        *("place", "organisation", "party", "member", "person", "attachment"),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None, files: FileChooser | None = None) -> None:
        self._files = files or FileChooser()
        super().__init__(desk, parent)

    def view(self, row_id: str) -> Any:
        return self.desk.ask(entry_detail, row_id)

    def make_record(self) -> Record:
        return Editing(self.desk, self)

    def make_sheet(self, record: Record) -> Sheet:
        assert isinstance(record, Editing)
        form = Form(record, self._files)
        for part in (form.files, form.offered):
            part.told.connect(self.told)
            part.go.connect(self.go)
        return form

    def heading(self, detail: EntryDetail) -> str:
        return f"{word_name(detail.kind)} · {word_name(detail.status)}"

    def page(self) -> tuple[str, str]:
        entry: EntryDetail = self.record.shown
        if entry.kind is not EntryKind.MEETING and not entry.agenda:
            return "", ""
        return _("Open the meeting"), "meeting"

    def offer_page(self, *, offered: bool) -> None:
        super().offer_page(offered=offered)
        self.form.stand_beside_page(beside=not offered)

    def nothing(self) -> str:
        return _("Select an entry to see and change it here.")

    def shows(self, changed: Changed) -> bool:
        tied = self.record.shown.tied_to_id in changed.ids.get("entry", frozenset())
        return tied or super().shows(changed)

    @property
    def form(self) -> Form:
        """The fields."""
        assert isinstance(self.sheet, Form)
        return self.sheet

    def entry_id(self) -> str:
        """Return the id of the entry shown, or nothing."""
        return self.row_id()

    @Slot(str)
    def show_entry(self, entry_id: str | None) -> None:
        """Show an entry, or none."""
        self.show_row(entry_id)
