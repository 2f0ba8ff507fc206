"""The empty line below others, in which the next is written: what is typed there is kept until it is said."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QTextCursor

from app.ui.forms.field import PAUSE_MS
from app.ui.forms.record import Record
from app.ui.screens.meetings.line_row import LineText
from app.ui.widgets.plain import set_tip
from app.wording import _


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose lines are shown, as a record takes it."""

    id: str


class NewLine(LineText):
    """What is typed of a new line of an owner; it outlasts the program, as an unfinished text does."""

    def __init__(self, of_owner: Record, part: str, adding: str) -> None:
        """``part`` is the name by which the text is kept, ``adding`` says what is written here."""
        super().__init__()
        self._of_owner = of_owner
        self._part = part
        self._kept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.keep)
        self.setPlaceholderText(adding)
        self.setAccessibleName(adding)
        set_tip(
            self,
            _(
                "**Strong** (Ctrl+B) and *slanted* (Ctrl+I) words are printed as such. Shift+Enter begins a "
                "new line; one that begins with “- ” is an item of a list."
            ),
        )
        self.textChanged.connect(self._on_changed)

    def take(self, owner: str) -> bool:
        """Show what was typed for an owner, or for nobody; tell whether anything is unsaid."""
        self._of_owner.take(Owner(owner) if owner else None)
        unsaid = self._of_owner.unfinished(owner).get(self._part, "") if owner else ""
        self._kept = bool(unsaid)
        self.setPlainText(unsaid)
        self._timer.stop()
        return self._kept

    def typed(self) -> str:
        """Return what is typed, without the blanks around it."""
        return self.toPlainText().strip()

    def write(self, text: str) -> None:
        """Put a text here, to be written on at its end."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    @Slot()
    def keep(self) -> None:
        """Keep what is typed so far, or forget what is not there any more."""
        self._timer.stop()
        if self._of_owner.idle or self._of_owner.desk.read_only:
            return
        text = self.toPlainText()
        if text.strip():
            self._kept = True
            self._of_owner.keep(self._part, text)
        elif self._kept:
            self._kept = False
            self._of_owner.drop(self._part)

    @Slot()
    def _on_changed(self) -> None:
        if not self._timer.isActive():  # who types without a pause has the text kept on the way
            self._timer.start()
