"""Which entries are selected on the board: some, and among them the current one, which is inspected."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """Keeps selected ids in the order in which they were chosen; the last is the current one.

    ``changed`` follows each change; ``current_changed`` carries the current id, or nothing.
    """

    changed = Signal()
    current_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: dict[str, None] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """The selected ids; the current one stands last."""
        return tuple(self._ids)

    @property
    def current(self) -> str:
        """The current id, or nothing."""
        return next(reversed(self._ids), "")

    def set(self, ids: Iterable[str]) -> None:
        """Select these and no others; the last becomes the current one."""
        self._take({entry_id: None for entry_id in ids if entry_id})

    def keep_only(self, known: Iterable[str]) -> None:
        """Drop what is not there any more."""
        there = set(known)
        self._take({entry_id: None for entry_id in self._ids if entry_id in there})

    def _take(self, ids: dict[str, None]) -> None:
        if tuple(ids) == tuple(self._ids):
            return
        before = self.current
        self._ids = ids
        self.changed.emit()
        if self.current != before:
            self.current_changed.emit(self.current)
