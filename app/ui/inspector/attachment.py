"""The inspector of a file that is kept in the planner."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.planning.verbs.attachments import delete_attachment, edit_attachment
from app.planning.views.attachments import AttachmentRow, attachment_detail
from app.planning.views.visit import visit_detail
from app.ui.attaching import in_words, open_copy, save_copy
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.finding import finders
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import TitleField
from app.ui.forms.pick import PickField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.words import MarkingField
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import MutedLabel
from app.ui.widgets.plain import set_tip
from app.wording import _
from app.wording.dates import stamp
from app.wording.sizes import size_words

_UNKNOWN_TYPE = "application/octet-stream"
_SHOWN_DIGITS = 12  # of the 64: enough to compare by eye


def attachment_act(column: str) -> str:
    """Return the words of undo for the change of a column of the file ``{name}``."""
    return {
        "name": _("Rename “{name}”"),
        "entry_id": _("Change the entry of “{name}”"),
        "topic_id": _("Change the topic of “{name}”"),
        "marking": _("Change the marking of “{name}”"),
    }[column]


ATTACHMENT = Kind(
    "attachment", edit_attachment, lambda file: str(file.name), attachment_act, delete_attachment
)


class AttachmentSheet(Sheet):
    """The fields of a file, what is known of it, and the way out; ``told`` says how that went."""

    told = Signal(str, bool)

    def __init__(self, record: Record, files: FileChooser) -> None:
        super().__init__()
        self._record = record
        self._files = files
        find = finders(record.desk)
        self.name = TitleField(record, "name", _("Name"))
        self.bytes, self.digest, self.added = MutedLabel(wrap=True), MutedLabel(), MutedLabel()
        self.open_it = PlainButton(_("Open"), icon_name="external-link")
        self.open_it.clicked.connect(self._on_open)
        self.save = PlainButton(_("Save a copy…"), icon_name="download")
        self.save.clicked.connect(self._on_save)
        self.add(self.name)
        self.add(MarkingField(record, "marking", _("Marking")))
        self.add(
            PickField(record, "entry_id", _("Entry"), find.entries, named="entry", placeholder=_("None"))
        )
        self.add(PickField(record, "topic_id", _("Topic"), find.topics, named="topic", placeholder=_("None")))
        self.section(_("The file"))
        for label in (self.bytes, self.added, self.digest):
            self.add(label)
        self.row((self.open_it, 0), (self.save, 0), (QWidget(), 1))

    def show_also(self, detail: AttachmentRow) -> None:
        size = size_words(detail.size)
        self.bytes.setText(size if detail.media_type == _UNKNOWN_TYPE else f"{size} · {detail.media_type}")
        home = self._record.desk.ask(visit_detail, detail.visit_id).home_zone
        self.added.setText(_("Added on {when}").format(when=stamp(detail.created_at, home)))
        self.digest.setText(f"SHA-256 {detail.sha256[:_SHOWN_DIGITS]}…")
        set_tip(self.digest, detail.sha256)

    @Slot()
    def _on_save(self) -> None:
        if self._record.idle:
            return
        said = in_words(partial(save_copy, self._record.desk, self._files, self, self._record.shown))
        if said:
            self.told.emit(said, False)

    @Slot()
    def _on_open(self) -> None:
        if not self._record.idle:
            self.told.emit(in_words(partial(open_copy, self._record.desk, self._record.shown)), False)


class AttachmentInspector(RecordInspector):
    """Shows and edits one file."""

    kind = ATTACHMENT
    tables = ("entry", "topic")

    def __init__(self, desk: Desk, parent: QWidget | None = None, files: FileChooser | None = None) -> None:
        self._files = files or FileChooser()
        super().__init__(desk, parent)

    def view(self, row_id: str) -> Any:
        return self.desk.ask(attachment_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        sheet = AttachmentSheet(record, self._files)
        sheet.told.connect(self.told)
        return sheet

    def heading(self, detail: AttachmentRow) -> str:
        return _("File · {size}").format(size=size_words(detail.size))

    def nothing(self) -> str:
        return _("Select a file to see and change what is known of it here.")
