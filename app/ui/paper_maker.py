"""Making one paper at a time as a job: where it goes is asked for, and the toast tells how it ended."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import AideError
from app.ui.desk import Desk
from app.ui.files import FileChooser, FileKind, documents
from app.ui.making import Making
from app.wording import _
from app.wording.errors import sentence


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: the name that is suggested, the job's function, and what it is given."""

    name: str
    function: str
    given: tuple[Any, ...]


class PaperMaker(QObject):
    """Makes papers of one kind. ``told`` carries a sentence for the toast, ``busy`` whether one is made."""

    told = Signal(str, bool)
    busy = Signal(bool)

    def __init__(self, desk: Desk, chooser: FileChooser, over: QWidget, kind: FileKind) -> None:
        super().__init__(over)
        self._desk = desk
        self._chooser = chooser
        self._over = over
        self._kind = kind
        self.making = Making(self)
        self.making.saved.connect(self._on_saved)
        self.making.failed.connect(self._on_failed)
        self.making.cancelled.connect(self._on_ended)

    def make(self, order: Callable[[], Order]) -> None:
        """Ask for a name, and make there what is ordered; while one is made, nothing is."""
        if self.making.running:
            return
        try:
            wanted = order()
            suggested = documents() / wanted.name
            path = self._chooser.to_save(self._over, _("Save"), suggested, self._kind, replace=True)
            if path is None:
                return
            self.making.start(path, self._desk.path, wanted.function, *wanted.given)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self.busy.emit(True)

    @Slot()
    def _on_ended(self) -> None:
        self.busy.emit(False)

    @Slot(str)
    def _on_saved(self, path: str) -> None:
        self._on_ended()
        self.told.emit(_("Saved {name}").format(name=Path(path).name), False)

    @Slot(str)
    def _on_failed(self, words: str) -> None:
        self._on_ended()
        self.told.emit(words, False)
