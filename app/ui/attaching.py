"""Bringing files into the planner and out of it again, with what is then said."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.errors import AideError
from app.domain.file_kinds import is_program, may_open
from app.domain.file_names import file_suffix
from app.planning.attaching import attach_files, weigh
from app.planning.views.attachments import AttachmentRow, attachment_bytes
from app.publish.output import write_output
from app.ui.desk import Desk
from app.ui.files import FileChooser, any_kind, documents, free_name
from app.ui.opened import opened_files
from app.wording import _, ngettext
from app.wording.errors import sentence

_SLOW_BYTES = 20 * 1024**2  # from here on, waiting is shown


def add_files(
    desk: Desk, paths: Sequence[Path], *, entry_id: str | None = None, topic_id: str | None = None
) -> list[str]:
    """Keep files in the visit in view, with an entry or a topic where one is named; return their ids.

    Raises:
        AideError: one cannot be kept, or the planner not be written; then none is.
    """
    slow = weigh(paths, desk.path) > _SLOW_BYTES
    count = len(paths)
    label = ngettext("Add {count} file", "Add {count} files", count).format(count=count)
    if count == 1:
        label = _("Add the file “{name}”").format(name=paths[0].name)
    verb = partial(attach_files, visit_id=desk.visit_id, paths=paths, planner=desk.path)
    with _waiting(slow=slow):
        return desk.do(label, verb, entry_id=entry_id, topic_id=topic_id)


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


def open_copy(desk: Desk, row: AttachmentRow) -> str:
    """Have a file shown by the program for its kind, and return what is said.

    Only documents and pictures are: a program, and what nobody knows, never leaves the planner but by
    :func:`save_copy`.

    Raises:
        AideError: the bytes are not there, or cannot be written to be shown.
    """
    if is_program(row.name):
        words = _("“{name}” can run as a program, and is not opened from here. Save a copy of it instead.")
    elif not may_open(row.name):
        words = _("Only documents and pictures are opened from here. Save a copy of “{name}” instead.")
    else:
        with _waiting(slow=row.size > _SLOW_BYTES):
            shown = opened_files(desk).open(row)
        words = _("“{name}” is opened as a copy to read: what is changed in it is not kept.")
        if not shown:
            words = _("No program was found that opens “{name}”. Save a copy of it instead.")
    return words.format(name=row.name)


def in_words(act: Callable[[], str]) -> str:
    """Return what an act says, or the sentence of the error that it ended with."""
    try:
        return act()
    except AideError as error:
        return sentence(error)


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
