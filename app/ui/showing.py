"""Keeping what a widget shows up with the planner: at once while it is seen, else when it is shown next."""

from collections.abc import Callable, Sequence
from weakref import WeakMethod

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import AideError
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.wording.errors import sentence


class Showing(QObject):
    """Has a widget ask again whenever that is due, and never twice for the same.

    ``ask`` is a method of the widget, or of what owns it, and is not held on to. It shows what is there
    now: it is handed the change where only that needs to be looked at, and ``None`` where all must be, as
    the first time, after the widget was hidden, after what failed. What it raises as an
    :class:`AideError` is said by ``told``, which carries a sentence and no undo, and is tried again at the
    next occasion. ``tables`` are those of which rows are shown; without them, every step counts. A visit
    that comes into view is the widget's own affair: it calls ``ask_again``.
    """

    told = Signal(str, bool)

    def __init__(
        self,
        widget: QWidget,
        desk: Desk,
        ask: Callable[[Changed | None], object],
        tables: Sequence[str] | None = None,
    ) -> None:
        super().__init__(widget)
        # A circle of widgets would be taken apart at any time, as while one of them is being painted.
        self._ask = WeakMethod(ask)
        self._tables = tables
        self._stale = True
        widget.installEventFilter(self)
        desk.changed.connect(self._on_changed)

    def ask_again(self) -> None:
        """Ask for all there is: now if the widget is seen, else when it is."""
        self._stale = True
        if self._is_seen():
            self.ask_now()

    def ask_now(self) -> None:
        """Ask for all there is, though the widget be hidden."""
        self._show(None)

    def catch_up(self) -> None:
        """Ask for all there is if anything may have changed, though the widget be hidden."""
        if self._stale:
            self.ask_now()

    def is_shown(self) -> None:
        """Take note that the widget has just shown all there is, by itself."""
        self._stale = False

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.Show:
            self.catch_up()
        return False

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if self._tables is not None and not changed.touches(*self._tables):
            return
        if self._stale or not self._is_seen():
            self.ask_again()
        else:
            self._show(changed)

    def _is_seen(self) -> bool:
        widget = self.parent()
        return isinstance(widget, QWidget) and widget.isVisible()

    def _show(self, changed: Changed | None) -> None:
        ask = self._ask()
        if ask is None:
            return
        self._stale = False  # before it asks: what changes meanwhile makes it stale again
        try:
            ask(changed)
        except AideError as error:
            self._stale = True
            self.told.emit(sentence(error), False)
