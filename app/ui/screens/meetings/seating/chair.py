"""A chair of the plan, or somebody who waits for one: a button that can be dragged."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.domain.seating import Chair
from app.ui.screens.meetings.seating.face import HIGH_PX, State, paint_free, paint_sitter
from app.ui.screens.meetings.seating.seats import SeatAt
from app.ui.screens.meetings.seating.words import by_rule_words, row_words, seat_at_words
from app.ui.theme.style import theme
from app.ui.widgets.plain import set_tip
from app.wording import _

_WAITING_PX = 152


class ChairButton(QAbstractButton):
    """Shows one chair. Keys are left to the board that it stands on.

    ``lifted`` tells that the mouse begins to drag; ``carried``, ``dropped`` and ``asked`` carry where on the
    screen it is dragged to and let go, and where a menu is wanted. ``entered`` tells that the focus came.
    """

    lifted = Signal()
    carried = Signal(QPoint)
    dropped = Signal(QPoint)
    asked = Signal(QPoint)
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.seat = SeatAt("", 0)
        self._state = State()
        self._departs = False
        self._lifted = False
        self._target = False
        self._pressed: QPoint | None = None
        self._dragging = False
        self.movable = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        theme().changed.connect(self.update)

    def show_seat(self, seat: SeatAt, rule: Chair | None, *, movable: bool) -> None:
        """Show a chair; ``rule`` is where protocol would have who sits there, if elsewhere."""
        self.seat, self.movable = seat, movable
        self._departs = rule is not None
        words = seat_at_words(seat)
        self.setAccessibleName(words)
        self.setAccessibleDescription(
            _("Space picks up and puts down, the arrows go from chair to chair, Delete takes the seat away.")
            if movable
            else ""
        )
        set_tip(self, "\n".join([words, *([by_rule_words(rule)] if rule else [])]))
        self.update()

    def set_lifted(self, *, lifted: bool) -> None:
        """Show that who sits here is being carried."""
        self._lifted = lifted
        self.update()

    def set_target(self, *, target: bool) -> None:
        """Show that who is carried would be put down here."""
        self._target = target
        self.update()

    def drop_grip(self) -> None:
        """Have the mouse that is still pressed carry nothing any more."""
        self._pressed, self._dragging = None, False

    def sizeHint(self) -> QSize:
        return QSize(_WAITING_PX, HIGH_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(_WAITING_PX // 2, HIGH_PX)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = State(self._departs, self._lifted, self._target, self.hasFocus())
        if self.seat.sitter is None:
            paint_free(painter, QRectF(self.rect()), row_words(self.seat.row), state)
        else:
            paint_sitter(painter, QRectF(self.rect()), self.seat.sitter, state)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        if self._pressed is None or not self.movable or self.seat.sitter is None:
            return
        at = event.position().toPoint()
        where = event.globalPosition().toPoint()
        if not self._dragging:
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._dragging = True
            self.lifted.emit()
        self.carried.emit(where)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        dragged = self._dragging
        free = self._pressed is not None and self.seat.sitter is None and self.movable
        self.drop_grip()
        where = event.globalPosition().toPoint()
        if dragged:
            self.dropped.emit(where)
        elif free and self.rect().contains(event.position().toPoint()):
            self.asked.emit(where)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent, /) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        if not self.movable:
            super().contextMenuEvent(event)
        elif event.reason() is QContextMenuEvent.Reason.Mouse:
            self.asked.emit(event.globalPos())
        else:
            self.asked.emit(self.mapToGlobal(self.rect().bottomLeft()))
