"""Keeping what a widget holds clear of a drawer that comes to lie over it."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLayout, QWidget

from app.ui.screens.programme.panels.surroundings import Surroundings
from app.ui.screens.programme.panels.uncovered import uncovered


class ClearOfDrawer(QObject):
    """Gives the layout of a widget margins as wide as what drawers cover; ``changed`` when that changed."""

    changed = Signal()

    def __init__(self, host: QWidget, layout: QLayout) -> None:
        super().__init__(host)
        self._host = host
        self._layout = layout
        Surroundings(host, self).changed.connect(self._fit)

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
