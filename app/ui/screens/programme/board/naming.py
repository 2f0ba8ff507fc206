"""Typing an entry's title where it stands on the board."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.theme.fonts import SEMIBOLD, ui_font
from app.wording import _

_HIGH_PX = 24
_LEAST_PX = 120


class TitleEditor(QLineEdit):
    """A field over a box. ``done`` carries the entry and what was typed; Escape leaves all as it was."""

    done = Signal(str, str)

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._ground = viewport
        self.setProperty("role", "board-title")
        self.setFont(ui_font(12, SEMIBOLD))
        self.setAccessibleName(_("Title"))
        self._entry_id = ""
        self.hide()

    @property
    def entry_id(self) -> str:
        """The entry whose title is being typed, or nothing."""
        return self._entry_id

    def begin(self, entry_id: str, title: str, rect: QRectF) -> None:
        """Show the title in a field at a place of the viewport, all of it selected."""
        self.finish()
        self._entry_id = entry_id
        self.setText(title)
        self.selectAll()
        self.follow(rect)
        self.show()
        self.setFocus()

    def follow(self, rect: QRectF) -> None:
        """Stand over a place of the viewport, to which the box has come."""
        width = min(max(int(rect.width()), _LEAST_PX), self._ground.width())
        left = min(max(int(rect.left()), 0), self._ground.width() - width)
        top = min(max(int(rect.top()), 0), self._ground.height() - _HIGH_PX)
        self.setGeometry(left, top, width, _HIGH_PX)

    def finish(self) -> None:
        """Take what was typed."""
        entry_id, self._entry_id = self._entry_id, ""
        if entry_id:
            self._put_away()
            self.done.emit(entry_id, self.text())

    def _put_away(self) -> None:
        """Hide; the keys go to the board first, which would else be asked for the next entry to have them."""
        if self.hasFocus():
            self._ground.setFocus()
        self.hide()

    def put_back(self, entry_id: str, rect: QRectF) -> None:
        """Show the field again with what was typed, after it was refused."""
        text = self.text()
        self.begin(entry_id, text, rect)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._entry_id = ""
            self._put_away()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()  # the board below must not hear of it: there the key begins to type
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, _forward: bool, /) -> bool:  # noqa: FBT001 - Qt's own
        self.finish()  # Tab ends the typing; from entry to entry it goes on the board
        return True

    def event(self, event: QEvent | QObject, /) -> bool:
        if isinstance(event, QEvent) and event.type() == QEvent.Type.FocusOut:
            self.finish()
        return super().event(event)  # type: ignore[arg-type]
