"""Opening a kept file in the program that shows it: as a copy to read, which goes when the planner is closed.

The copies stand in a folder that only this user can look into. What a run that ended badly left there is
taken away by the next that opens a file.
"""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from app.domain.errors import DataError, reason
from app.domain.file_names import clean_file_name
from app.planning.views.attachments import AttachmentRow, attachment_bytes
from app.publish.output import write_output
from app.ui.desk import Desk

_PREFIX = "aide-memoire-files-"
_LOCK = "in-use"


class OpenedFiles(QObject):
    """The copies of one open planner's files."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._folder: Path | None = None
        self._lock: QLockFile | None = None
        self._copies: dict[tuple[str, str], Path] = {}
        desk.closed.connect(self.remove)

    def open(self, row: AttachmentRow) -> bool:
        """Write a copy of a file and have it shown; return whether a program was found for it.

        Whoever calls has asked whether files of its kind are opened at all.

        Raises:
            AideError: the bytes are not there, or the copy cannot be written.
        """
        path = self._copies.get((row.id, row.name))
        if path is None or not path.is_file():
            path = self._write(row)
            self._copies[row.id, row.name] = path
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _write(self, row: AttachmentRow) -> Path:
        data = self._desk.ask(attachment_bytes, row.id)
        try:
            # Each in a folder of its own: two files may have one name, and each shall keep its.
            path = Path(tempfile.mkdtemp(dir=self._home())) / copy_name(row)
            write_output(path, data)
            path.chmod(0o400)  # what is changed in a copy would be lost
        except OSError as error:
            raise DataError("output_unwritable", path=row.name, detail=reason(error)) from error
        return path

    def _home(self) -> Path:
        if self._folder is None or not self._folder.is_dir():
            _sweep()
            self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX))  # by itself, nobody else may look in
            self._lock = _lock(self._folder)
            self._lock.tryLock(0)
        return self._folder

    @Slot()
    def remove(self) -> None:
        """Take all copies away; one that another program holds is left to the next run."""
        folder, self._folder = self._folder, None
        lock, self._lock = self._lock, None
        self._copies.clear()
        if lock is not None:
            lock.unlock()
        if folder is not None:
            _remove(folder)


def opened_files(desk: Desk) -> OpenedFiles:
    """Return the copies of a desk's files; there is one collection of them for each desk."""
    found = desk.findChild(OpenedFiles, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, OpenedFiles) else OpenedFiles(desk)


def copy_name(row: AttachmentRow) -> str:
    """Return the name of a copy: the file's own as far as every disk takes it, with the same ending."""
    return clean_file_name(row.name).lstrip(". ") or row.id


def _lock(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / _LOCK))
    lock.setStaleLockTime(0)  # however old, it holds while its program runs
    return lock


def _sweep() -> None:
    """Take away what runs that are over have left."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        lock = _lock(folder)
        with suppress(OSError):
            if _is_own(folder) and lock.tryLock(0):
                lock.unlock()
                _remove(folder)


def _is_own(folder: Path) -> bool:
    """Tell whether a folder is this user's; some systems give each a place of their own."""
    return not folder.is_symlink() and (not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid())


def _remove(folder: Path) -> None:
    for path in folder.rglob("*"):
        with suppress(OSError):
            if not path.is_symlink():
                path.chmod(0o700)  # some systems do not delete what must not be written
    shutil.rmtree(folder, ignore_errors=True)
