"""Files let go over a widget, as a mouse does it, without the drag that would wait for one."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_COPY, _LEFT, _NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def carried(*paths: Path) -> QMimeData:
    """Return what a drag of files from a folder carries."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def enter(widget: QWidget, mime: QMimeData) -> bool:
    """Come over a widget; tell whether it would take what is carried."""
    event = QDragEnterEvent(QPoint(9, 9), _COPY, mime, _LEFT, _NONE)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def leave(widget: QWidget) -> None:
    """Go away again."""
    QApplication.sendEvent(widget, QDragLeaveEvent())


def drop(widget: QWidget, mime: QMimeData) -> bool:
    """Come over a widget and let go; tell whether it took what was carried."""
    if not enter(widget, mime):
        leave(widget)
        return False
    event = QDropEvent(QPointF(10, 10), _COPY, mime, _LEFT, _NONE)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()
