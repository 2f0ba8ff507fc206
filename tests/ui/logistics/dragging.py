"""Dropping rows on a widget as a mouse does, without the drag that would wait for one."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.tables.dragging import put_rows

_MOVE, _LEFT, _NONE = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def rows(kind: str, *ids: str) -> QMimeData:
    """Return what a drag of rows carries."""
    mime = QMimeData()
    put_rows(mime, kind, ids)
    return mime


def enter(widget: QWidget, mime: QMimeData) -> bool:
    """Come over a widget; tell whether it would take the rows."""
    event = QDragEnterEvent(QPoint(9, 9), _MOVE, mime, _LEFT, _NONE)
    QApplication.sendEvent(widget, event)
    moved = QDragMoveEvent(QPoint(10, 10), _MOVE, mime, _LEFT, _NONE)
    QApplication.sendEvent(widget, moved)
    return event.isAccepted() and moved.isAccepted()


def leave(widget: QWidget) -> None:
    """Go away again."""
    QApplication.sendEvent(widget, QDragLeaveEvent())


def drop(widget: QWidget, mime: QMimeData) -> bool:
    """Come over a widget and let go; tell whether it took the rows."""
    if not enter(widget, mime):
        leave(widget)
        return False
    event = QDropEvent(QPointF(10, 10), _MOVE, mime, _LEFT, _NONE)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()
