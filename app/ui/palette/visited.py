"""Where one was: the rows gone to or looked at for a while, the latest first."""

from PySide6.QtCore import QObject, QTimer, Slot

MOST = 6
LOOKED_AT_MS = 1000  # a row that the arrows pass by was not looked at
#: Kinds that are other rows than their names say.
_TABLES = {"meeting": "entry", "topic_page": "topic", "organisation_page": "organisation"}


class Visited(QObject):
    """Remembers rows by table and id, as long as the planner is open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: list[tuple[str, str]] = []
        self._seen: tuple[str, str] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOKED_AT_MS)
        self._timer.timeout.connect(self._settle)

    def keys(self) -> list[tuple[str, str]]:
        """Return table and id of each, the latest first."""
        return list(self._keys)

    def see(self, kind: str, row_id: str) -> None:
        """Note what is shown now; it was visited if nothing else is shown for a while."""
        self._timer.stop()
        self._seen = (_TABLES.get(kind, kind), row_id) if row_id else None
        if self._seen:
            self._timer.start()

    def go(self, kind: str, row_id: str) -> None:
        """Note what somebody went to."""
        self._put((_TABLES.get(kind, kind), row_id))

    @Slot()
    def _settle(self) -> None:
        if self._seen is not None:
            self._put(self._seen)

    def _put(self, key: tuple[str, str]) -> None:
        self._keys = [key, *(other for other in self._keys if other != key)][:MOST]
