"""What a screen reader is told of the board: which entry is the current one, and what becomes of it."""

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from app.ui.screens.programme.board.faces import spoken
from app.ui.screens.programme.board.header import DayHeader
from app.ui.screens.programme.board.hearing import Heard
from app.ui.screens.programme.board.scene import BoardScene
from app.ui.screens.programme.board.view import BoardView
from app.wording import ngettext


class Speaker(QObject):
    """Tells of the current entry while the board has the keys: title, day, times, clash.

    Where another becomes the current one, it gets the reader's attention. What changes of it, and how many
    are selected beside it, is announced: a name alone is not read again everywhere.
    """

    def __init__(self, view: BoardView, scene: BoardScene, header: DayHeader) -> None:
        super().__init__(view)
        self._view = view
        self._scene = scene
        self._heard = view.heard = Heard(view, header)
        self._said: tuple[str, str] = "", ""
        view.selection.changed.connect(self.speak)
        view.installEventFilter(self)

    @Slot()
    def speak(self) -> None:
        """Say what is current now, where that differs from what was said last."""
        self._heard.refresh()
        current, words = self._view.selection.current, self._words()
        before, self._said = self._said, (current, words)
        if not QAccessible.isActive() or not self._view.hasFocus() or self._said == before:
            return
        several = len(self._view.selection.ids) > 1
        if current == before[0] or several or not self._attend():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))

    @Slot()
    def _attend(self) -> bool:
        """Have the current entry read, or the board where there is none; tell whether that can be."""
        current = self._heard.current()
        if current is None and self._view.selection.current:
            return False  # it lies beyond the days of the board
        about = self._view if current is None else current
        QAccessible.updateAccessibility(QAccessibleEvent(about, QAccessible.Event.Focus))
        return True

    def _words(self) -> str:
        selection, scene = self._view.selection, self._scene
        line = scene.lines.get(selection.current)
        if line is None or scene.board is None:
            return self._view.accessibleName()
        words = spoken(scene.board.head, line, scene.amiss(line.id), scene.names)
        count = len(selection.ids)
        if count == 1:
            return words
        several = ngettext("{count} entry selected", "{count} entries selected", count)
        return f"{words}; {several.format(count=count)}"

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.FocusIn and QAccessible.isActive() and self._view.selection.current:
            QTimer.singleShot(0, self, self._attend)  # once Qt has told that the board has the keys
        return super().eventFilter(watched, event)
