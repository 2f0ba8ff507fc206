"""One file in a panel of files: its name, which is dragged and led by, its size, and what is done with it."""

from typing import Final

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from app.planning.views.attachments import AttachmentRow
from app.ui.tables.dragging import put_rows
from app.ui.widgets.buttons import IconButton, PlainButton
from app.ui.widgets.labels import MutedLabel
from app.ui.widgets.plain import literal, set_tip
from app.wording import _
from app.wording.sizes import size_words

KIND: Final = "attachment"
_SIDES_PX: Final = 4
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FileLine(QWidget):
    """One file: its name, which leads to it, its size, and what can be done with it."""

    def __init__(self, row: AttachmentRow, *, read_only: bool) -> None:
        super().__init__()
        self.row = row
        size = size_words(row.size)
        self.name = _Name(row, movable=not read_only)
        moves = "" if read_only else _("Alt with the up and down arrows moves it.")
        self.name.setAccessibleDescription(" ".join(part for part in (size, moves) if part))
        self.open = IconButton("external-link", _("Open {name}").format(name=row.name), small=True)
        self.save = IconButton("download", _("Save a copy of {name}").format(name=row.name), small=True)
        self.remove = IconButton("x", _("Delete {name}").format(name=row.name), tone="muted", small=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.name, 1)
        line.addWidget(MutedLabel(size))
        line.addWidget(self.open)
        line.addWidget(self.save)
        line.addWidget(self.remove)
        self.remove.setVisible(not read_only)  # in its place: shown before, it would be a window

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [self.name, self.open, self.save, self.remove]


class _Name(PlainButton):
    """A link as wide as there is room; its whole name stands in the tip. It can be dragged.

    ``stepped`` carries -1 or 1 where Alt with an arrow is to move the file up or down.
    """

    stepped = Signal(int)

    def __init__(self, row: AttachmentRow, *, movable: bool) -> None:
        super().__init__(row.name, role="link")
        self._row_id = row.id
        self._movable = movable
        self._pressed = QPoint()
        self.setProperty("listed", "True")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_tip(self, row.name)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        way = _STEPS.get(Qt.Key(event.key()))
        if way is not None and self._movable and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(way)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        held = event.buttons() & Qt.MouseButton.LeftButton
        if not held or not self._movable or far < QApplication.startDragDistance():
            super().mouseMoveEvent(event)
            return
        self.setDown(False)  # what is let go elsewhere was no click
        mime = QMimeData()
        put_rows(mime, KIND, [self._row_id])
        drag = QDrag(self.window())  # which outlives the line, when the files are shown anew
        drag.setMimeData(mime)
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.CopyAction)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        room = self.width() - _SIDES_PX
        # The end tells what kind of file it is.
        shown = self.fontMetrics().elidedText(self.words(), Qt.TextElideMode.ElideMiddle, room)
        self.setText(literal(shown))
