"""The list that hangs under a box: it goes where the box goes, and goes away where it does not belong."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.forms.picks import Picks

_SHUTS = {QEvent.Type.MouseButtonPress, QEvent.Type.Hide}
_SHIFTS = {QEvent.Type.Move, QEvent.Type.Resize}


class HangingPicks(QObject):
    """The list of one box, made when it is first shown. ``taken`` carries the number of a line."""

    taken = Signal(int)

    def __init__(self, box: QWidget) -> None:
        super().__init__(box)
        self._box = box
        self._picks: Picks | None = None
        self._watched: list[QWidget] = []

    def open_picks(self) -> Picks | None:
        """Return the list while it is shown, with something in it that can be taken."""
        picks = self._shown()
        return picks if picks is not None and picks.offers() else None

    def picks(self) -> Picks:
        """Return the list, to be filled, over the window in which the box is now."""
        if self._picks is None or self._picks.parentWidget() is not self._box.window():
            self._picks = self._make()
        return self._picks

    def show(self) -> None:
        """Show the list under its box."""
        picks = self.picks()
        picks.place(self._box)
        picks.show()
        picks.raise_()
        self._watch()

    def shut(self) -> None:
        """Take the list away."""
        if self._picks is not None:
            self._picks.hide()
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = []

    def _shown(self) -> Picks | None:
        return self._picks if self._picks is not None and not self._picks.isHidden() else None

    def _make(self) -> Picks:
        self.shut()
        if self._picks is not None:
            self._picks.deleteLater()
        picks = Picks(self._box.window())
        picks.taken.connect(self.taken)
        self._box.destroyed.connect(picks.deleteLater)
        return picks

    def _watch(self) -> None:
        """Follow all that the box lies in: where one of them moves, the list does not belong there."""
        if self._watched:
            return
        widget: QWidget | None = self._box
        while widget is not None:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = None if widget.isWindow() else widget.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        kind, picks = event.type(), self._shown()
        if picks is not None:
            if kind in _SHUTS and watched is not self._box:
                self.shut()
            elif kind in _SHIFTS:
                picks.place(self._box)
                if not self._box.visibleRegion().contains(self._box.rect().center()):
                    self.shut()
        return super().eventFilter(watched, event)
