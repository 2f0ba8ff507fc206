"""Asking where a file is or shall be; a test answers in the user's place."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.wording import _

PLANNER_SUFFIX = ".aide"


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: what people call it, and how its names end."""

    words: str
    suffix: str

    @property
    def pattern(self) -> str:
        """The kind as Qt's file dialogs filter by it."""
        return f"{self.words} (*{self.suffix})"


def planner_kind() -> FileKind:
    """Return the kind of planner files."""
    return FileKind(_("Aide-Mémoire planners"), PLANNER_SUFFIX)


def any_kind(suffix: str = "") -> FileKind:
    """Return files of any kind; a name that is typed without an ending gets ``suffix``."""
    return FileKind(_("Files"), suffix)


class FileChooser:
    """Asks with the system's file dialogs."""

    def to_open(self, parent: QWidget, title: str, kind: FileKind) -> Path | None:
        """Ask for a file that is there; ``None`` if the user thought better of it."""
        dialog = QFileDialog(parent, title, str(documents()), kind.pattern)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return _answer(dialog)

    def to_add(self, parent: QWidget, title: str) -> list[Path]:
        """Ask for files of any kind that are there; none if the user thought better of it."""
        dialog = QFileDialog(parent, title, str(documents()), any_kind().pattern)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return _answers(dialog)

    def folder(self, parent: QWidget, title: str, now: Path) -> Path | None:
        """Ask for a folder, beginning with ``now``; ``None`` if the user thought better of it."""
        dialog = QFileDialog(parent, title, str(now))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return _answer(dialog)

    def to_save(
        self, parent: QWidget, title: str, suggested: Path, kind: FileKind, *, replace: bool
    ) -> Path | None:
        """Ask for a name to write to; with ``replace``, the user is asked before taking one that is there."""
        dialog = QFileDialog(parent, title, str(suggested.parent), kind.pattern)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind.suffix.removeprefix("."))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not replace)
        dialog.selectFile(suggested.name)
        return _answer(dialog)


def documents() -> Path:
    """Return the user's folder for documents, else the home folder."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(found) if found else Path.home()
    return folder if folder.is_dir() else Path.home()


def free_name(wanted: Path) -> Path:
    """Return ``wanted``, or the first ``wanted 2``, ``wanted 3``… that is not taken."""
    name, number = wanted, 2
    while name.exists():
        name = wanted.with_stem(f"{wanted.stem} {number}")
        number += 1
    return name


def _answer(dialog: QFileDialog) -> Path | None:
    files = _answers(dialog)
    return files[0] if files else None


def _answers(dialog: QFileDialog) -> list[Path]:
    chosen = dialog.exec()
    files = dialog.selectedFiles()
    dialog.deleteLater()
    return [Path(name) for name in files] if chosen else []
