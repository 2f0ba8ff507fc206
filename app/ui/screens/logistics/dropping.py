"""A frame on which people can be let go."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame

from app.ui.screens.logistics.person_chip import KIND
from app.ui.tables.dragging import rows_of
from app.ui.theme.style import restyle


class DropFrame(QFrame):
    """Lights up while members are over it; ``landed`` carries their ids when they are let go."""

    landed = Signal(list)

    def __init__(self, role: str, *, read_only: bool) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setAcceptDrops(not read_only)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        self._weigh(event)

    def dragMoveEvent(self, event: QDragMoveEvent, /) -> None:
        self._weigh(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        super().dragLeaveEvent(event)
        self._light(on=False)

    def dropEvent(self, event: QDropEvent, /) -> None:
        self._light(on=False)
        rows = rows_of(event.mimeData())
        if rows is None or rows[0] != KIND:
            event.ignore()
            return
        event.acceptProposedAction()
        self.landed.emit(rows[1])

    def _weigh(self, event: QDragMoveEvent) -> None:
        rows = rows_of(event.mimeData())
        fits = rows is not None and rows[0] == KIND
        self._light(on=fits)
        if fits:
            event.acceptProposedAction()
        else:
            event.ignore()

    def _light(self, *, on: bool) -> None:
        if self.property("drop") != str(on):
            self.setProperty("drop", str(on))
            restyle(self)
