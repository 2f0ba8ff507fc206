"""Keeping what a widget holds clear of a drawer that comes to lie over it."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QLayout, QWidget

from app.ui.screens.programme.panels.uncovered import neighbours, uncovered

_MOVES = {QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.ParentChange}


class ClearOfDrawer(QObject):
    """Gives the layout of a widget margins as wide as what drawers cover; ``changed`` when that changed."""

    changed = Signal()

    def __init__(self, host: QWidget, layout: QLayout) -> None:
        super().__init__(host)
        self._host = host
        self._layout = layout
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._fit)
        host.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in _MOVES:
            if watched is self._host and event.type() == QEvent.Type.Show:
                for each in neighbours(self._host):  # by now it stands where it belongs
                    each.installEventFilter(self)
            self._again.start()  # once all is stacked as it will be
        return super().eventFilter(watched, event)

    @Slot()
    def _fit(self) -> None:
        if not self._host.isVisible():
            return
        seen = uncovered(self._host)
        margins = seen.left(), 0, self._host.width() - seen.right() - 1, 0
        before = self._layout.contentsMargins()
        if margins != (before.left(), before.top(), before.right(), before.bottom()):
            self._layout.setContentsMargins(*margins)
            self._layout.activate()
            self.changed.emit()
