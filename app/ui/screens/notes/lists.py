"""The two lists of the room: notes, and the files that are kept in the planner."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction

from app.domain.errors import AideError
from app.domain.file_names import file_suffix
from app.domain.words import Marking, NoteKind
from app.planning.settings import marking_names
from app.planning.verbs.attachments import delete_attachment, edit_attachment
from app.planning.verbs.notes import create_note, delete_note, edit_note, order_notes
from app.planning.views.attachments import AttachmentRow, attachment_rows
from app.planning.views.notes import NoteRow, note_rows
from app.ui.acting import done
from app.ui.attaching import add_files, added_words, in_words, open_copy, save_copy
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.tables.bulk import BulkField
from app.ui.tables.column import Column
from app.ui.tables.room import ListRoom
from app.ui.widgets.drops import FileDrops
from app.ui.widgets.segmented import SegmentedControl
from app.wording import _
from app.wording.dates import days
from app.wording.errors import sentence
from app.wording.names import word_name
from app.wording.sizes import size_words

_START_LETTERS = 200  # of a note's text, in its list


class NotesOrFiles(ListRoom):
    """A list with the switch to the other; ``switched`` carries the one that is wanted."""

    switched = Signal(str)

    def __init__(self, desk: Desk, preferences: Preferences, **about: Any) -> None:
        super().__init__(desk, preferences, title=_("Notes & files"), **about)
        choices = (("note", _("Notes")), ("attachment", _("Files")))
        self.switch = SegmentedControl(choices, _("What is listed"))
        self.add_control(self.switch)
        self.switch.select(self.kind)
        self.switch.selected.connect(self.switched)

    def _markings(self, verb: Any) -> BulkField:
        names = self.desk.ask(marking_names)
        values = [(name, partial(verb, marking=level)) for level, name in zip(Marking, names, strict=True)]
        return (_("Marking"), values)


class NotesList(NotesOrFiles):
    """The notes of the visit in their own order."""

    tables = ("note", "entry")

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        super().__init__(
            desk,
            preferences,
            name="note",
            columns=_note_columns(),
            add_words=_("Add note"),
            icon="message-square",
            empty=(
                _("No notes yet."),
                _("Keep press lines, answers, speeches, glossary words and country notes here."),
                _("Add note"),
            ),
        )
        self._earlier = QAction(_("Earlier in the order"), self)
        self._later = QAction(_("Later in the order"), self)
        self._earlier.triggered.connect(self._move_up)
        self._later.triggered.connect(self._move_down)

    def ask_rows(self) -> Sequence[NoteRow]:
        return self.desk.ask(note_rows, self.desk.visit_id) if self.desk.visit_id else ()

    def add(self) -> str:
        current: Any = self.table.row(self.table.current_id())
        kind = (
            NoteKind.PRESS_LINE if current is None else current.kind
        )  # many of one kind are written in a row
        title = _("New note")
        verb = partial(create_note, visit_id=self.desk.visit_id, title=title, kind=kind)
        return str(self.desk.do(_("Add a note"), verb))

    def delete(self, ids: Sequence[str]) -> str:
        return self.delete_each(delete_note, ids)

    def bulk_fields(self) -> Sequence[BulkField]:
        kinds = [(word_name(kind), partial(edit_note, kind=kind)) for kind in NoteKind]
        return ((_("Kind"), kinds), self._markings(edit_note))

    def menu_actions(self, ids: Sequence[str]) -> Sequence[QAction]:
        if self.desk.read_only:
            return ()
        # Where a column sorts the rows, their own order is not seen.
        free = len(ids) == 1 and self.table.horizontalHeader().sortIndicatorSection() < 0
        for action in (self._earlier, self._later):
            action.setEnabled(free)
        return (self._earlier, self._later)

    @Slot()
    def _move_up(self) -> None:
        self._shift(-1)

    @Slot()
    def _move_down(self) -> None:
        self._shift(1)

    def _shift(self, by: int) -> None:
        ids = [row.id for row in self.ask_rows()]
        current = self.table.current_id()
        if current not in ids or not 0 <= ids.index(current) + by < len(ids):
            return
        at = ids.index(current)
        ids.insert(at + by, ids.pop(at))
        verb = partial(order_notes, visit_id=self.desk.visit_id, note_ids=ids)
        done(self.desk, self.told, _("Change the order of the notes"), verb)


class FilesList(NotesOrFiles):
    """The files kept in the visit. Files from elsewhere can be dropped on it."""

    tables = ("attachment", "entry", "topic")

    def __init__(self, desk: Desk, preferences: Preferences, files: FileChooser) -> None:
        self._files = files
        super().__init__(
            desk,
            preferences,
            name="attachment",
            columns=_file_columns(),
            add_words=_("Add files…"),
            icon="file",
            empty=(
                _("No files yet."),
                _("Drop files here, of 200 MB each at the most."),
                _("Add files…"),
            ),
        )
        self.opened.connect(self._on_open)
        self._save = QAction(_("Save a copy…"), self)
        self._save.triggered.connect(self._on_save)
        if not desk.read_only:
            drops = FileDrops(self, lit=self._stack.parentWidget())
            drops.also(self.bar.filter)
            drops.landed.connect(self.take_files)

    def ask_rows(self) -> Sequence[AttachmentRow]:
        return self.desk.ask(attachment_rows, self.desk.visit_id) if self.desk.visit_id else ()

    def add(self) -> None:
        paths = self._files.to_add(self, _("Add files to the visit"))
        if paths:
            self.take_files(paths)

    def delete(self, ids: Sequence[str]) -> str:
        return self.delete_each(delete_attachment, ids)

    def bulk_fields(self) -> Sequence[BulkField]:
        return (self._markings(edit_attachment),)

    def menu_actions(self, ids: Sequence[str]) -> Sequence[QAction]:
        return (self._save,) if len(ids) == 1 else ()

    @Slot(list)
    def take_files(self, paths: Sequence[Path]) -> None:
        """Keep files in the visit in view, all or none, and choose the first of them."""
        if not self.desk.visit_id:
            return
        try:
            ids = add_files(self.desk, paths)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self.reveal(self.kind, ids[0])
        self.told.emit(added_words(paths), True)

    @Slot()
    def _on_save(self) -> None:
        row: Any = self.table.row(self.table.current_id())
        if row is None:
            return
        said = in_words(partial(save_copy, self.desk, self._files, self, row))
        if said:
            self.told.emit(said, False)

    @Slot(str, str)
    def _on_open(self, _kind: str, row_id: str) -> None:
        row: Any = self.table.row(row_id)
        if row is not None:
            self.told.emit(in_words(partial(open_copy, self.desk, row)), False)


def _note_columns() -> Sequence[Column]:
    return (
        Column("title", _("Title"), lambda row: row.title, width=240),
        Column("kind", _("Kind"), lambda row: word_name(row.kind), width=170),
        Column(
            "text", _("Text"), lambda row: row.text[:_START_LETTERS], width=300, tone=lambda _row: "muted"
        ),
        Column("entry", _("Entry"), lambda row: row.entry, width=160),
        _marking_column(),
    )


def _file_columns() -> Sequence[Column]:
    return (
        Column("name", _("Name"), lambda row: row.name, width=260),
        Column(
            "size",
            _("Size"),
            lambda row: size_words(row.size),
            sort=lambda row: row.size,
            width=100,
            align_right=True,
        ),
        Column("kind", _("Kind"), _kind, width=80),
        Column("where", _("Where"), _where, width=200, tone=_where_tone),
        _marking_column(),
        Column(
            "added",
            _("Added"),
            lambda row: days(row.created_at.date(), row.created_at.date()),
            sort=lambda row: row.created_at,
            width=120,
        ),
    )


def _marking_column() -> Column:
    return Column(
        "marking",
        _("Marking"),
        lambda _row: "",
        sort=lambda row: row.marking,
        badge=lambda row: row.marking,
        width=120,
    )


def _kind(row: AttachmentRow) -> str:
    return file_suffix(row.name).removeprefix(".").upper() or _("File")


def _where(row: AttachmentRow) -> str:
    return " · ".join(title for title in (row.entry, row.topic) if title) or _("The visit")


def _where_tone(row: AttachmentRow) -> str:
    return "" if row.entry or row.topic else "muted"
