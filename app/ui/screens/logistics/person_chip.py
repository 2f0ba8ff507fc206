"""A person in a car or a room: a chip that can be dragged to another, opened, and taken out."""

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication

from app.ui.tables.dragging import put_rows
from app.ui.widgets.chip import Chip
from app.wording import _

KIND = "member"


class PersonChip(Chip):
    """One person. ``row_id`` is that of the line which puts the member there; ``out`` carries it.

    ``opened`` carries the member's id.
    """

    out = Signal(str)
    opened = Signal(str)

    def __init__(self, row_id: str, member_id: str, name: str, *, read_only: bool) -> None:
        remove = "" if read_only else _("Take {person} out").format(person=name)
        super().__init__(name, remove_name=remove)
        self.row_id = row_id
        self.member_id = member_id
        self._read_only = read_only
        self._pressed: QPoint | None = None
        if not read_only:
            self.setAccessibleDescription(_("Delete takes out; drag to move elsewhere."))
        self.removed.connect(self._tell_out)
        self.clicked.connect(self._open)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        super().mousePressEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton and not self._read_only
        self._pressed = event.position().toPoint() if left else None

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        super().mouseMoveEvent(event)
        if self._pressed is None:
            return
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed = None
            self.setDown(False)
            self._drag()

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def payload(self) -> QMimeData:
        """Return what a drag of this person carries."""
        mime = QMimeData()
        put_rows(mime, KIND, [self.member_id])
        return mime

    def _drag(self) -> None:
        drag = QDrag(self)
        drag.setMimeData(self.payload())
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)

    @Slot()
    def _tell_out(self) -> None:
        self.out.emit(self.row_id)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.member_id)
