"""Typing an entry's title where it stands on the board."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.theme.fonts import SEMIBOLD, ui_font
from app.wording import _

_HIGH_PX = 24
_LEAST_PX = 120


class TitleEditor(QLineEdit):
    """A field over a box. ``done`` carries what was typed; ``given_up`` tells that Escape let go of it."""

    done = Signal(str)
    given_up = Signal()

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._ground = viewport
        self.setProperty("role", "board-title")
        self.setFont(ui_font(12, SEMIBOLD))
        self.setAccessibleName(_("Title"))
        self._busy = False
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether a title is being typed."""
        return self._busy

    def begin(self, title: str, rect: QRectF, *, hint: str = "") -> None:
        """Show a title, all of it selected, at a place of the viewport; a hint where there is none."""
        self.finish()
        self._busy = True
        self.setText(title)
        self.setPlaceholderText(hint)
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
        if self._busy:
            self._put_away()
            self.done.emit(self.text())

    def _put_away(self) -> None:
        """Hide; the keys go to the board first, which would else be asked for the next entry to have them."""
        self._busy = False
        if self.window().focusWidget() is self:
            self._ground.setFocus()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._put_away()
            self.given_up.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()  # the board below must not hear of it: there the key begins to type
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, _forward: bool, /) -> bool:  # noqa: FBT001 - Qt's own
        self.finish()  # Tab ends the typing; from entry to entry it goes on the board
        return True

    def event(self, event: QEvent | QObject, /) -> bool:
        if isinstance(event, QFocusEvent) and _goes_elsewhere(event):
            self.finish()
        return super().event(event)  # type: ignore[arg-type]


def _goes_elsewhere(event: QFocusEvent) -> bool:
    """Tell whether the keys are taken away; the field's own menu has them only for as long as it is open."""
    return event.lostFocus() and event.reason() is not Qt.FocusReason.PopupFocusReason
