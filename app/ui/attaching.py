"""Bringing files into the planner and out of it again, with what is then said."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.file_names import file_suffix
from app.planning.attaching import attach_files, weigh
from app.planning.views.attachments import AttachmentRow, attachment_bytes
from app.publish.output import write_output
from app.ui.desk import Desk
from app.ui.files import FileChooser, any_kind, documents, free_name
from app.wording import _, ngettext

_SLOW_BYTES = 20 * 1024**2  # from here on, waiting is shown


def add_files(desk: Desk, paths: Sequence[Path], *, entry_id: str | None = None) -> list[str]:
    """Keep files in the visit in view, with an entry where one is named; return their ids.

    Raises:
        AideError: one cannot be kept, or the planner not be written; then none is.
    """
    slow = weigh(paths, desk.path) > _SLOW_BYTES
    count = len(paths)
    label = ngettext("Add {count} file", "Add {count} files", count).format(count=count)
    if count == 1:
        label = _("Add the file “{name}”").format(name=paths[0].name)
    verb = partial(attach_files, visit_id=desk.visit_id, paths=paths, planner=desk.path, entry_id=entry_id)
    with _waiting(slow=slow):
        return desk.do(label, verb)


def added_words(paths: Sequence[Path]) -> str:
    """Return the sentence that tells which files were added."""
    if len(paths) == 1:
        return _("“{name}” added.").format(name=paths[0].name)
    return ngettext("{count} file added.", "{count} files added.", len(paths)).format(count=len(paths))


def save_copy(desk: Desk, chooser: FileChooser, parent: QWidget, row: AttachmentRow) -> str:
    """Ask for a name and write a copy of a file there; return what is said, nothing if none was wanted.

    Raises:
        AideError: the bytes are not there, or cannot be written where they were wanted.
    """
    suggested = free_name(documents() / row.name)
    kind = any_kind(file_suffix(row.name))
    path = chooser.to_save(parent, _("Save a copy as"), suggested, kind, replace=True)
    if path is None:
        return ""
    with _waiting(slow=row.size > _SLOW_BYTES):
        write_output(path, desk.ask(attachment_bytes, row.id))
    return _("Saved as {name}.").format(name=path.name)


@contextmanager
def _waiting(*, slow: bool) -> Iterator[None]:
    """Show that one waits, where it takes long."""
    if not slow:
        yield
        return
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()
