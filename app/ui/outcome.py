"""A line that tells of a paper that is being made: how far it is, and how it ended."""

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.ui.theme.style import restyle
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import PlainLabel
from app.wording import _, ngettext


class Outcome(QFrame):
    """Hidden until there is something to tell. ``edge`` and ``below`` are the room left around it."""

    def __init__(self, parent: QWidget | None = None, *, edge: int = 16, below: int = 12) -> None:
        super().__init__(parent)
        self.setProperty("role", "ground")
        self._path = Path()
        self._notice = QFrame()
        self._notice.setProperty("role", "notice")
        self.words = PlainLabel("", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        self.cancel = PlainButton(_("Cancel"))
        self.show_folder = PlainButton(_("Show in folder"), icon_name="folder-open")
        self.show_folder.clicked.connect(self._open_folder)
        row = QHBoxLayout(self._notice)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.bar, 2)
        row.addWidget(self.cancel)
        row.addWidget(self.show_folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, 0, edge, below)
        column.addWidget(self._notice)
        self.clear()

    @Slot()
    def clear(self) -> None:
        """Tell nothing."""
        self.hide()

    def show_working(self, words: str) -> None:
        """Tell that a paper is being made."""
        self.bar.setRange(0, 0)
        self._show(words, "", working=True)

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Tell how far it is."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def show_saved(self, path: Path, weeks: int = 0, more: str = "") -> None:
        """Tell where the paper stands, and offer to look.

        ``weeks`` is how many parts stand beside it, ``more`` a sentence that is to be told, too.
        """
        self._path = path
        words = _("Saved {name}").format(name=path.name)
        if weeks:
            beside = ngettext("and beside it {count} week", "and beside it {count} weeks", weeks)
            why = _("for calendars that take no large file")
            words = f"{words}, {beside.format(count=weeks)} {why}"
        self._show(f"{words}. {more}" if more else words, "ok", folder=True)

    def show_failed(self, words: str) -> None:
        """Tell why there is no paper."""
        self._show(words, "bad")

    def show_words(self, words: str) -> None:
        """Tell something that is neither good nor bad."""
        self._show(words, "")

    def _show(self, words: str, tone: str, *, working: bool = False, folder: bool = False) -> None:
        self.words.setText(words)
        self.words.set_tone(tone)
        self._notice.setProperty("tone", tone)
        restyle(self._notice)
        self.bar.setVisible(working)
        self.cancel.setVisible(working)
        self.show_folder.setVisible(folder)
        self.show()

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
