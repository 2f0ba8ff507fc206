"""Files that are dragged in from elsewhere and let go over a widget."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from app.ui.files import PLANNER_SUFFIX
from app.ui.theme.style import restyle

_COMING = {QEvent.Type.DragEnter, QEvent.Type.DragMove}


class FileDrops(QObject):
    """Watches a widget; ``landed`` carries the paths of the files that were let go over it.

    While files are over it, ``lit`` has the property ``drop``, by which the style sheet lights it up.
    A planner that is dragged over is left to the window, which opens it.
    """

    landed = Signal(list)

    def __init__(self, widget: QWidget, *, lit: QWidget | None = None) -> None:
        super().__init__(widget)
        self._lit = lit or widget
        self.also(widget)

    def also(self, *widgets: QWidget) -> None:
        """Watch more widgets: lines and texts would else take a file for its path in words."""
        for widget in widgets:
            widget.setAcceptDrops(True)
            widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.DragLeave:
            self._light(on=False)
            return False
        if not isinstance(event, QDropEvent):  # those of coming are drop events too
            return False
        paths = dropped_files(event.mimeData())
        if not paths:
            return False
        coming = event.type() in _COMING
        self._light(on=coming)
        event.acceptProposedAction()
        if not coming:
            self.landed.emit(paths)
        return True

    def _light(self, *, on: bool) -> None:
        if self._lit.property("drop") != str(on):
            self._lit.setProperty("drop", str(on))
            restyle(self._lit)


def dropped_files(mime: QMimeData) -> list[Path]:
    """Return the paths of what is dragged; none where it is no file of this machine, or a planner."""
    urls = mime.urls()
    if not urls or not all(url.isLocalFile() for url in urls):
        return []
    paths = [Path(url.toLocalFile()) for url in urls]
    return [] if any(path.suffix.lower() == PLANNER_SUFFIX for path in paths) else paths
