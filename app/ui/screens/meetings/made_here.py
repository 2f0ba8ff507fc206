"""A part of a screen in which files are made, and in which it is told how that goes."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.making import Making
from app.ui.outcome import Outcome
from app.ui.preferences import Preferences
from app.wording import _


class MadeHere(QWidget):
    """Makes one file at a time, and tells of it in ``outcome``, at the top of ``_column``.

    A subclass starts ``making``, says what ``_more`` there is to know of a file that is saved, and settles.
    """

    def __init__(self, desk: Desk, preferences: Preferences, chooser: FileChooser, outcome: Outcome) -> None:
        super().__init__()
        self._desk, self._preferences, self._chooser = desk, preferences, chooser
        self._more = ""
        self.outcome = outcome
        self.making = Making(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(outcome)
        outcome.cancel.clicked.connect(self.cancel)
        self.making.progress.connect(outcome.show_progress)
        self.making.saved.connect(self._on_saved)
        self.making.failed.connect(self._refuse)
        self.making.cancelled.connect(self._on_cancelled)

    @Slot()
    def cancel(self) -> None:
        """End what is being made; nothing is written."""
        self.making.cancel()

    def _work(self, words: str) -> None:
        self.outcome.show_working(words)
        self._settle()

    @Slot(str, int)
    def _on_saved(self, path: str, _weeks: int) -> None:
        self.outcome.show_saved(Path(path), more=self._more)
        self._settle()

    @Slot(str)
    def _refuse(self, words: str) -> None:
        self.outcome.show_failed(words)
        self._settle()

    @Slot()
    def _on_cancelled(self) -> None:
        self.outcome.show_words(_("Cancelled; nothing was written."))
        self._settle()

    def _settle(self) -> None:
        """Take no room where there is nothing to tell."""
        raise NotImplementedError
