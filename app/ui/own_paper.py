"""A button that makes one paper for our own side: it asks for whom and where, and makes it as a job."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from app.domain.errors import AideError
from app.domain.release import Audience, AudienceKind
from app.ui.desk import Desk
from app.ui.files import FileChooser, FileKind, documents
from app.ui.making import Making
from app.ui.widgets.buttons import PlainButton
from app.wording import _
from app.wording.errors import sentence

PRINT_KEY = "Ctrl+P"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: the name that is suggested, the job's function, and what it is given."""

    name: str
    function: str
    given: tuple[Any, ...]


class OwnPaper(QObject):
    """``order`` gives for an audience what is to be made. ``told`` carries a sentence for the toast."""

    told = Signal(str, bool)

    def __init__(
        self,
        desk: Desk,
        chooser: FileChooser,
        button: PlainButton,
        kind: FileKind,
        order: Callable[[Audience], Order],
    ) -> None:
        super().__init__(button)
        self._desk = desk
        self._chooser = chooser
        self._kind = kind
        self._order = order
        self.button = button
        self.menu = QMenu(button)
        self.making = Making(self)
        for audience, words in (
            (AudienceKind.DELEGATION, _("For the delegation …")),
            (AudienceKind.PRINCIPAL, _("For the principal …")),
        ):
            self.menu.addAction(words).triggered.connect(partial(self._save, Audience(audience)))
        button.setMenu(self.menu)
        button.setShortcut(QKeySequence(PRINT_KEY))
        self.making.saved.connect(self._on_saved)
        self.making.failed.connect(self._on_failed)
        self.making.cancelled.connect(self._on_ended)

    def _save(self, audience: Audience, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt tells it
        if self.making.running:
            return
        try:
            order = self._order(audience)
            suggested = documents() / order.name
            path = self._chooser.to_save(self.button, _("Save"), suggested, self._kind, replace=True)
            if path is None:
                return
            self.making.start(path, self._desk.path, order.function, *order.given)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self.button.setEnabled(False)

    @Slot()
    def _on_ended(self) -> None:
        self.button.setEnabled(True)

    @Slot(str)
    def _on_saved(self, path: str) -> None:
        self._on_ended()
        self.told.emit(_("Saved {name}").format(name=Path(path).name), False)

    @Slot(str)
    def _on_failed(self, words: str) -> None:
        self._on_ended()
        self.told.emit(words, False)
