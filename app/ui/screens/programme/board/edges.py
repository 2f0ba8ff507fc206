"""Scrolling on while a hand is at the edge of what is seen."""

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractScrollArea

_REACH_PX = 24
_SCROLL_MS = 40


class Edges(QObject):
    """Scrolls an area while a hand stays near an edge of it. ``scrolled`` follows each step."""

    scrolled = Signal()

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._at = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_SCROLL_MS)
        self._timer.timeout.connect(self._scroll_on)

    def reach(self, at: QPoint) -> None:
        """Know where in the viewport the hand is; at an edge it scrolls on from now."""
        self._at = at
        inner = self._area.viewport().rect().adjusted(_REACH_PX, _REACH_PX, -_REACH_PX, -_REACH_PX)
        if not inner.contains(at):
            self._timer.start()

    def leave(self) -> None:
        """Scroll no further: the hand holds nothing any more."""
        self._timer.stop()

    @Slot()
    def _scroll_on(self) -> None:
        across, down = self._area.horizontalScrollBar(), self._area.verticalScrollBar()
        size = self._area.viewport().size()
        before = across.value(), down.value()
        for bar, place, most in ((across, self._at.x(), size.width()), (down, self._at.y(), size.height())):
            if place < _REACH_PX:
                bar.setValue(bar.value() - _REACH_PX)
            elif place > most - _REACH_PX:
                bar.setValue(bar.value() + _REACH_PX)
        if before != (across.value(), down.value()):
            self.scrolled.emit()
        else:
            self._timer.stop()
