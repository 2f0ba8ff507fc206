"""How wide a day and how high an hour is: from the whole visit in the window to one hour that fills it."""

from math import log
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from app.ui.screens.programme.board.measures import DAY_MINUTES, HOUR_MINUTES, TOP_PX

if TYPE_CHECKING:
    from app.ui.screens.programme.board.view import BoardView

COLUMN_LEAST, COLUMN_MOST = 24.0, 3600.0
HOUR_LEAST, HOUR_MOST = 14.0, 2000.0
A_NOTCH = 1.2  # a turn of the wheel by a notch, a press of a key
_DAY_HOURS = DAY_MINUTES // HOUR_MINUTES


class Zoom(QObject):
    """Zooms a board view, by touchpad too. ``changed`` follows each change.

    Days are not wider than the window, yet remember how wide they would be: zooming in and out again
    comes back to where it began.
    """

    changed = Signal()

    def __init__(self, view: "BoardView") -> None:
        super().__init__(view)
        self._view = view
        self._floor = 0.0
        self._wanted_px = 0.0
        view.viewport().grabGesture(Qt.GestureType.PinchGesture)
        view.viewport().installEventFilter(self)

    @property
    def share(self) -> float:
        """How far it is from the whole day in sight (0) to a single hour that fills the window (1)."""
        least, most = self._reach()
        hour_px = min(max(self._view.board.measures.hour_px, least), most)
        return log(hour_px / least) / log(most / least)

    def set_share(self, share: float) -> None:
        """Zoom to somewhere between the whole day and a single hour."""
        least, most = self._reach()
        self.by(least * (most / least) ** share / self._view.board.measures.hour_px)

    def set_floor(self, column_px: float) -> None:
        """Make days no narrower than this, and each as wide as any other; 0 lets them be narrow."""
        self._floor = column_px

    def set(self, column_px: float, hour_px: float, around: QPoint | None = None) -> None:
        """Make days so wide and hours so high; what lies at ``around`` (of the viewport) stays there."""
        self._wanted_px = max(column_px, COLUMN_LEAST)
        column_px = max(min(self._wanted_px, self._most_px()), self._floor)
        hour_px = min(max(hour_px, HOUR_LEAST), HOUR_MOST)
        old, even = self._view.board.measures, self._floor > 0
        if (old.column_px, old.hour_px, old.even) == (column_px, hour_px, even):
            return
        at = around if around is not None else self._view.viewport().rect().center()
        point = self._view.mapToScene(at)
        across = point.x() / old.width if old.width else 0.0
        minute = (point.y() - TOP_PX) / old.hour_px
        self._view.board.measure(column_px, hour_px, even=even)
        new = self._view.board.measures
        self._view.scroll_to(QPointF(across * new.width - at.x(), minute * new.hour_px + TOP_PX - at.y()))
        self.changed.emit()

    def by(self, factor: float, around: QPoint | None = None, *, across: bool = True) -> None:
        """Zoom in or out: hours, and with ``across`` days too."""
        measures = self._view.board.measures
        shown = max(min(self._wanted_px, self._most_px()), self._floor) == measures.column_px
        column_px = self._wanted_px if shown else measures.column_px
        self.set(column_px * (factor if across else 1.0), measures.hour_px * factor, around)

    def fit(self) -> None:
        """Show the whole visit: all its days beside each other, each from midnight to midnight."""
        measures = self._view.board.measures
        room = self._view.size()
        if measures.width:
            days = measures.width / measures.column_px
            self.set((room.width() - 1) / days, (room.height() - 2 * TOP_PX - 1) / _DAY_HOURS)

    def _most_px(self) -> float:
        return min(max(float(self._view.viewport().width()), COLUMN_LEAST), COLUMN_MOST)

    def _reach(self) -> tuple[float, float]:
        return HOUR_LEAST, min(max(float(self._view.viewport().height()), 4 * HOUR_LEAST), HOUR_MOST)

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.by(max(1.0 + event.value(), 0.1), event.position().toPoint())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._pinch(pinch)
                event.accept(pinch)
                return True
        return False

    def _pinch(self, pinch: QPinchGesture) -> None:
        if pinch.changeFlags() & QPinchGesture.ChangeFlag.ScaleFactorChanged and pinch.scaleFactor() > 0:
            self.by(pinch.scaleFactor(), self._view.viewport().mapFromGlobal(pinch.centerPoint().toPoint()))
