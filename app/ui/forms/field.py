"""A field of a row: shows a column, saves it when it is left, and never loses what was typed."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain.errors import AideError
from app.ui.forms.record import Record
from app.ui.widgets.field import FieldBox
from app.ui.widgets.retyping import retrievable
from app.wording import _
from app.wording.errors import sentence

PAUSE_MS = 600


class Field(FieldBox):
    """A field of text. Subclasses bring the editor and say how text and column belong together.

    ``drafted`` fields keep their text at each pause too.
    """

    drafted = False

    def __init__(self, record: Record, column: str, label: str, editor: QWidget, *, hint: str = "") -> None:
        super().__init__(label, editor, hint=hint)
        # Tab would stop at the proxied frame where it stands, not where its editor comes in order.
        self.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs leave out that it may be none
        self.column = column
        self._record = record
        self._shown = ""
        self._stored = ""
        self._saving = False
        self._kept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.pause)

    # What a kind of field brings

    def text(self) -> str:
        """Return what stands in the editor."""
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Put a text into the editor."""
        raise NotImplementedError

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the field be read only, or written again."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the whole text under the cursor, to be typed over."""
        stop = self.stops()[0]
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(stop, QLineEdit | QPlainTextEdit):
            stop.selectAll()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [self.editor]

    def stored(self, detail: Any) -> str:
        """Return how the editor shows what is stored."""
        value = getattr(detail, self.column)
        return "" if value is None else str(value)

    def value(self, text: str) -> Any:
        """Return what a text means.

        Raises:
            PlanningError: it means nothing.
        """
        return text

    def write(self, value: Any) -> None:
        """Write a value.

        Raises:
            AideError: it is refused, or the file is.
        """
        self._record.edit(self.column, **{self.column: value})

    # What all have in common

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.text() != self._shown

    def fill(self, detail: Any) -> None:
        """Show what is stored now of the row shown; what is being typed stays."""
        self._stored = self.stored(detail)
        if not self._saving and not self.dirty and not self.error():
            self._show(self._stored)

    def open(self, detail: Any, unfinished: Mapping[str, str]) -> None:
        """Show another row, with its unfinished text where there is one."""
        self._timer.stop()
        self._stored = self.stored(detail)
        self._show(self._stored)
        self.set_fault(None)
        text = unfinished.get(self.column)
        self._kept = text is not None
        if text is not None and text != self._stored:
            self.set_text(text)
            self.set_fault(self.fault(text))
            if not self.error():
                self.set_error(_("Not saved yet: this was typed earlier."))

    def fault(self, text: str) -> AideError | None:
        """Return what is wrong with a text, or nothing; asked while it is typed."""
        try:
            self.value(text)
        except AideError as error:
            return error
        return None

    def set_fault(self, error: AideError | None) -> None:
        """Say what is wrong, or that nothing is."""
        self.set_error("" if error is None else sentence(error))

    @Slot()
    def leave(self) -> bool:
        """Save what was typed; return whether nothing unfinished is left."""
        self._timer.stop()
        if self._record.idle:
            return True
        if not self.dirty:
            self._settle()
            return True
        self._saving = True
        try:
            self.write(self.value(self.text()))
        except AideError as error:
            self.refuse(error)
            return False
        finally:
            self._saving = False
        self._settle()
        return True

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        # Editors leave Esc to what holds them; with nothing to take back, it may shut the drawer.
        if event.key() == Qt.Key.Key_Escape and (self.dirty or self.error()):
            self.take_back()
            return
        super().keyPressEvent(event)

    def take_back(self) -> None:
        """Show what is stored in place of what was typed; the field's own undo brings that back."""
        self._timer.stop()
        with retrievable(*self.stops()):
            self._settle()

    def refuse(self, error: AideError) -> None:
        """Say what is wrong and keep the text."""
        self.set_fault(error)
        self._kept = True
        self._record.keep(self.column, self.text())

    @Slot()
    def typed(self) -> None:
        """Note that somebody types; who types without a pause has a drafted text kept on the way."""
        if not (self.drafted and self._timer.isActive()):
            self._timer.start()

    @Slot()
    def pause(self) -> None:
        """Check what was typed so far, and keep it where it may be long."""
        if self._record.idle:
            return
        self.set_fault(self.fault(self.text()) if self.dirty else None)
        if self.drafted and self.dirty:
            self._kept = True
            self._record.keep(self.column, self.text())

    def _settle(self) -> None:
        self._show(self._stored)
        self.set_fault(None)
        if self._kept:
            self._kept = False
            self._record.drop(self.column)

    def _show(self, text: str) -> None:
        if text != self._shown or self.dirty:
            self.set_text(text)
        # What an editor makes of a text may differ from it: that is no typing.
        self._shown = self.text()
