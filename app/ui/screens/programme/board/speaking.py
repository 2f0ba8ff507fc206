"""What a screen reader hears of the board: which entry is the current one, and where it stands now."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from app.ui.screens.programme.board.faces import spoken
from app.ui.screens.programme.board.scene import BoardScene
from app.ui.screens.programme.board.view import BoardView
from app.wording import _, ngettext


class Speaker(QObject):
    """Keeps the board's name in step with the current entry: title, day, times, clash.

    While the board has the keys, each change is announced: a name alone is not read again everywhere.
    """

    def __init__(self, view: BoardView, scene: BoardScene) -> None:
        super().__init__(view)
        self._view = view
        self._scene = scene
        view.selection.changed.connect(self.speak)

    @Slot()
    def speak(self) -> None:
        """Say what is current now, where that differs from what was said last."""
        name = self._name()
        if name == self._view.accessibleName():
            return
        self._view.setAccessibleName(name)
        if self._view.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, name))

    def _name(self) -> str:
        selection, scene = self._view.selection, self._scene
        line = scene.lines.get(selection.current)
        if line is None or scene.board is None:
            return _("Programme board")
        words = spoken(scene.board.head, line, scene.amiss(line.id), scene.names)
        count = len(selection.ids)
        if count == 1:
            return words
        several = ngettext("{count} entry selected", "{count} entries selected", count)
        return f"{words}; {several.format(count=count)}"
