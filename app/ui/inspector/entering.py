"""A line in which something is added to a row with Enter, one after another."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.domain.errors import AideError
from app.ui.forms.field import PAUSE_MS
from app.ui.forms.record import Record
from app.ui.theme.style import restyle
from app.ui.widgets.plain import set_tip
from app.ui.widgets.retyping import retrievable
from app.wording import _
from app.wording.errors import sentence


class EnterLine(QLineEdit):
    """Takes words; Enter adds what they say to the record's row and empties the line. Refused, they stay.

    What is typed belongs to the row it was typed for: it is kept at each pause, by the name ``column``. Esc
    takes it out, and the line's undo brings it back.
    """

    def __init__(self, record: Record, column: str, words: str, add: Callable[[str], object]) -> None:
        super().__init__()
        self._record = record
        self._column = column
        self._add = add
        self._kept = False
        self._timer = self._single_shot(self.pause)
        self._steady = self._single_shot(self._keep)  # who types without a pause has it kept on the way
        self.setPlaceholderText(words)
        set_tip(self, words)
        self.setAccessibleName(words)
        self.returnPressed.connect(self.enter)
        self.textEdited.connect(self._on_edited)
        if record.desk.read_only:
            self.hide()

    def _single_shot(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(PAUSE_MS)
        timer.timeout.connect(slot)
        return timer

    def open(self, unfinished: Mapping[str, str]) -> None:
        """Show what was typed for the row that the record shows now, and is not added."""
        self._rest()
        text = unfinished.get(self._column, "")
        self._kept = bool(text)
        self.setText(text)
        self._mark(_("Not saved yet: this was typed earlier.") if text else "")

    @Slot()
    def enter(self) -> None:
        """Add what is typed."""
        self._rest()
        text = self.text()
        if not text.strip() or self._record.idle or self._record.desk.read_only:
            return
        self.setText("")  # before the writing, which lets others ask again and leave
        try:
            self._add(text)
        except AideError as error:
            self.setText(text)
            self._mark(sentence(error))
            self.pause()
            return
        self._mark("")
        self._drop()

    def leave(self) -> None:
        """Add what is typed, as fields save; refused, it is kept for the row."""
        self.enter()

    @Slot()
    def pause(self) -> None:
        """Keep what is typed so far, where the hand rests."""
        self._rest()
        self._keep()

    @Slot()
    def _keep(self) -> None:
        if self._record.idle or self._record.desk.read_only:
            return
        if self.text().strip():
            self._kept = True
            self._record.keep(self._column, self.text())
        else:
            self._drop()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            with retrievable(self):
                self.setText("")
            self._mark("")
            self.pause()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if self._timer.isActive():
            self.pause()

    @Slot()
    def _on_edited(self) -> None:
        self._mark("")
        self._timer.start()
        if not self._steady.isActive():
            self._steady.start()

    def _rest(self) -> None:
        for timer in (self._timer, self._steady):
            timer.stop()

    def _drop(self) -> None:
        if self._kept:
            self._kept = False
            self._record.drop(self._column)

    def _mark(self, wrong: str) -> None:
        self.setProperty("invalid", bool(wrong))
        self.setAccessibleDescription(wrong)
        set_tip(self, wrong or self.placeholderText())
        restyle(self)
