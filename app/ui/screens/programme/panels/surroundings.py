"""Hearing of what may come to lie over a widget: what stands beside it moves, comes or goes."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.ui.screens.programme.panels.uncovered import neighbours

_MOVES = {QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.ParentChange}


class Surroundings(QObject):
    """Watches a widget and what stands beside it, or beside one of those around it.

    ``moved`` comes at once, when the widget itself did; ``changed`` comes after that, and after its
    neighbours did, once all is stacked as it will be.
    """

    moved = Signal()
    changed = Signal()

    def __init__(self, widget: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._widget = widget
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.changed)
        widget.installEventFilter(self)

    def look(self) -> None:
        """Watch what stands beside the widget now: a drawer may have been put there since."""
        for each in neighbours(self._widget):
            each.installEventFilter(self)

    def end(self) -> None:
        """Watch nothing any more."""
        self._again.stop()
        for each in (self._widget, *neighbours(self._widget)):
            each.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in _MOVES:
            if watched is self._widget:
                if event.type() == QEvent.Type.Show:  # by now it stands where it belongs
                    self.look()
                self.moved.emit()
            self._again.start()
        return super().eventFilter(watched, event)
