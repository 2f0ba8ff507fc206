"""The heads of the matrix: topics at the left, to be dragged onto meetings, and meetings above."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QHeaderView

from app.ui.screens.topics.coverage_model import CoverageModel
from app.ui.screens.topics.coverage_paint import HEAD_PX, ROW_PX, CoveragePainter
from app.wording import _

TOPIC_PX: Final = (200, 400)
MEETING_PX: Final = (88, 150)


class TopicHead(QHeaderView):
    """The topics. ``pressed_at`` carries the row that was pressed; ``opened`` that of a double click."""

    pressed_at = Signal(int)
    opened = Signal(int)

    def __init__(self, model: CoverageModel, painter: CoveragePainter) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._model = model
        self._painter = painter
        self._pressed = QPoint()
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(ROW_PX)
        self.setAccessibleName(_("Topics"))

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int, /) -> None:
        painter.save()
        self._painter.paint_topic(painter, rect, section)
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        self._pressed = event.position().toPoint()
        row = self.logicalIndexAt(self._pressed)
        if row >= 0:
            self.pressed_at.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        row = self.logicalIndexAt(self._pressed)
        held = event.buttons() & Qt.MouseButton.LeftButton
        if held and row >= 0 and far >= QApplication.startDragDistance() and not self._model.read_only:
            drag = QDrag(self)
            drag.setMimeData(self._model.mime_of_topic(row))
            drag.exec(Qt.DropAction.CopyAction)

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        row = self.logicalIndexAt(event.position().toPoint())
        if row >= 0:
            self.opened.emit(row)


class MeetingHead(QHeaderView):
    """The meetings. ``opened`` carries the column of a double click."""

    opened = Signal(int)

    def __init__(self, painter: CoveragePainter) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._painter = painter
        self.setFixedHeight(HEAD_PX)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(MEETING_PX[0])
        self.setAccessibleName(_("Meetings"))

    def paintSection(self, painter: QPainter, rect: QRect, section: int, /) -> None:
        painter.save()
        self._painter.paint_meeting(painter, rect, section)
        painter.restore()

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        column = self.logicalIndexAt(event.position().toPoint())
        if column >= 0:
            self.opened.emit(column)
