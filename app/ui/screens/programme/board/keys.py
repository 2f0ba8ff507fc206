"""What the keys do on the board: choose, nudge, stretch."""

from datetime import timedelta
from operator import attrgetter

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from app.domain.time import from_utc
from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.board.moving import SNAP_MINUTES, Shift, targets
from app.ui.screens.programme.board.scene import BoardScene
from app.ui.screens.programme.board.selection import Selection

_ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class Keys(QObject):
    """The keyboard on a board: arrows nudge, with Shift they stretch, Tab goes from entry to entry."""

    def __init__(self, scene: BoardScene, selection: Selection, acts: BoardActs, parent: QObject) -> None:
        super().__init__(parent)
        self._scene = scene
        self._selection = selection
        self._acts = acts

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key says; tell whether it said anything."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in _ARROWS:
            across, down = _ARROWS[key]
            step = 1 if held & Qt.KeyboardModifier.ControlModifier else SNAP_MINUTES
            if held & Qt.KeyboardModifier.ShiftModifier:
                return self._stretch(down * step) if down else False
            return self._nudge(across, down * step)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return self._go(0 if key == Qt.Key.Key_Home else -1)
        return False

    def step(self, by: int) -> bool:
        """Go to the next or the previous entry; tell whether there is one."""
        order = self.order()
        current = self._selection.current
        if current not in order:
            return False
        place = order.index(current) + by
        if not 0 <= place < len(order):
            return False
        self._selection.set([order[place]])
        return True

    def order(self) -> list[str]:
        """Return the entries that are shown, in the order of the programme."""
        shown = {box.entry_id for box in self._scene.plan.boxes.values()}
        lines = sorted(self._scene.lines.values(), key=attrgetter("order"))
        return [line.id for line in lines if line.id in shown]

    def _go(self, place: int) -> bool:
        order = self.order()
        if order:
            self._selection.set([order[place]])
        return bool(order)

    def _nudge(self, days: int, minutes: int) -> bool:
        lines = self._lines()
        if not lines:
            return self._go(0)
        moved = targets(Shift(days, minutes), lines, self._scene.plan.columns, lines[-1])
        self._acts.move(moved, lines)
        return True

    def _stretch(self, minutes: int) -> bool:
        lines = self._lines()
        if len(lines) != 1:
            return False
        line = lines[0]
        end = from_utc(line.end_utc + timedelta(minutes=minutes), line.end_zone).time
        self._acts.stretch(line, end=end)
        return True

    def _lines(self) -> list[BoardLine]:
        lines = self._scene.lines
        return [lines[entry_id] for entry_id in self._selection.ids if entry_id in lines]
