"""The files of an entry or a topic: a list with sizes, on which more can be dropped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.verbs.attachments import delete_attachment, order_attachments
from app.planning.views.attachments import AttachmentRow, entry_attachments, topic_attachments
from app.ui.acting import done
from app.ui.attaching import add_files, added_words, in_words, open_copy, save_copy
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.inspector.file_line import KIND, FileLine
from app.ui.tables.dragging import rows_of
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.drops import FileDrops
from app.ui.widgets.labels import MutedLabel
from app.wording import _
from app.wording.errors import sentence


@dataclass(frozen=True, slots=True)
class FilesOf:
    """With what files are kept: the view of them, how they are added to it, and what is said."""

    view: Callable[..., tuple[AttachmentRow, ...]]
    column: str
    empty: str
    empty_to_read: str
    asked: str


def of_entry() -> FilesOf:
    """Return what the panel of an entry needs."""
    return FilesOf(
        entry_attachments,
        "entry_id",
        _("Drop files here, to keep them with this entry."),
        _("No files are kept with this entry."),
        _("Add files to this entry"),
    )


def of_topic() -> FilesOf:
    """Return what the panel of a topic needs."""
    return FilesOf(
        topic_attachments,
        "topic_id",
        _("Drop files here, to keep them with this topic."),
        _("No files are kept with this topic."),
        _("Add files to this topic"),
    )


class FilesPanel(QFrame):
    """Shows the files that are kept with a row, and takes more.

    A file is dragged to its place among the others, or moved by Alt with the arrows; papers list them so.
    ``told`` carries a sentence, and whether undo takes back what it tells; ``go`` the kind and the id of a
    file to be opened in its room.
    """

    told = Signal(str, bool)
    go = Signal(str, str)

    def __init__(self, desk: Desk, of: FilesOf, files: FileChooser | None = None) -> None:
        super().__init__()
        self.setProperty("role", "files")
        self._desk = desk
        self._files = files or FileChooser()
        self._of = of
        self._row_id = ""
        self._rows: tuple[AttachmentRow, ...] = ()
        self.lines: list[FileLine] = []
        self._none = MutedLabel(of.empty_to_read if desk.read_only else of.empty, wrap=True)
        self.add = PlainButton(_("Add files…"), icon_name="file-plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(4)
        self._column.addWidget(self._none)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._on_add)
        self.add.setVisible(not desk.read_only)
        if not desk.read_only:
            FileDrops(self).landed.connect(self.take_files)

    def show_files(self, row_id: str) -> bool:
        """Show the files of a row; tell whether the places where Tab stops are others than before.

        Raises:
            DataError: the planner cannot be read.
        """
        rows = self._desk.ask(self._of.view, row_id)
        self._row_id = row_id
        if rows == self._rows:
            return False
        self._rows = rows
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [FileLine(row, read_only=self._desk.read_only) for row in rows]
        for at, line in enumerate(self.lines):
            self._column.insertWidget(at, line)
            line.name.clicked.connect(partial(self.go.emit, "attachment", line.row.id))
            line.open.clicked.connect(partial(self._on_open, line.row))
            line.save.clicked.connect(partial(self._on_save, line.row))
            line.remove.clicked.connect(partial(self._on_remove, line.row))
            line.name.stepped.connect(partial(self._step, line.row.id))
            line.show()
        self._none.setVisible(not rows)
        return True

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*(stop for line in self.lines for stop in line.stops()), self.add]

    @Slot(list)
    def take_files(self, paths: Sequence[Path]) -> None:
        """Keep files with the row shown."""
        if not self._row_id or self._desk.read_only:
            return
        try:
            add_files(self._desk, paths, **{self._of.column: self._row_id})
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self.told.emit(added_words(paths), True)

    @Slot()
    def _on_add(self) -> None:
        paths = self._files.to_add(self, self._of.asked)
        if paths:
            self.take_files(paths)

    def _on_open(self, row: AttachmentRow) -> None:
        self.told.emit(in_words(partial(open_copy, self._desk, row)), False)

    def _on_save(self, row: AttachmentRow) -> None:
        said = in_words(partial(save_copy, self._desk, self._files, self, row))
        if said:
            self.told.emit(said, False)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        self._drag_over(event)

    def dragMoveEvent(self, event: QDragMoveEvent, /) -> None:
        self._drag_over(event)

    def dropEvent(self, event: QDropEvent, /) -> None:
        moved = self._dragged(event.mimeData())
        if not moved:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # the file is asked: Qt itself must remove nothing
        event.accept()
        y = event.position().toPoint().y()
        rest = [line for line in self.lines if line.row.id != moved]
        self._order(moved, sum(line.geometry().center().y() < y for line in rest))

    def _drag_over(self, event: QDragMoveEvent) -> None:
        if self._dragged(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _dragged(self, mime: QMimeData) -> str:
        """Return the file of this panel that is dragged; nothing where it is something else."""
        kind, ids = rows_of(mime) or ("", [])
        there = {row.id for row in self._rows}
        return ids[0] if kind == KIND and ids and ids[0] in there and not self._desk.read_only else ""

    def _step(self, row_id: str, way: int) -> None:
        at = [row.id for row in self._rows].index(row_id) + way
        if 0 <= at < len(self._rows) and not self._desk.read_only:
            self._order(row_id, at)
            moved = next(line for line in self.lines if line.row.id == row_id)
            moved.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order(self, row_id: str, place: int) -> None:
        """Put a file at a place, counted from 0 among the others."""
        before = [row.id for row in self._rows]
        ids = [each for each in before if each != row_id]
        ids.insert(place, row_id)
        if ids == before:
            return
        name = next(row.name for row in self._rows if row.id == row_id)
        label = _("Change the place of “{title}”").format(title=name)
        if done(self._desk, self.told, label, order_attachments, ids):
            self.show_files(self._row_id)

    def _on_remove(self, row: AttachmentRow) -> None:
        label = _("Delete “{title}”").format(title=row.name)
        if done(self._desk, self.told, label, delete_attachment, row.id):
            self.told.emit(_("“{title}” deleted.").format(title=row.name), True)
