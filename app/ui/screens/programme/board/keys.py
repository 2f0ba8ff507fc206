"""What the keys do on the board: choose, nudge, stretch.

An arrow shows at once where the entries would be and moves them when it is let go, so that an arrow held
down, which repeats, is one step of undo. What is shown when the keys go elsewhere is done then, not lost.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from operator import attrgetter

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.domain.time import from_utc
from app.planning.moving import Start
from app.planning.placing import Shift, placed, placed_at_home, start_of
from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.board.moving import (
    SNAP_MINUTES,
    length_of,
)
from app.ui.screens.programme.board.scene import BoardScene
from app.ui.screens.programme.board.selection import Selection
from app.ui.screens.programme.board.shades import Shades

_PAUSE_MS = 1000
_ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class Keys(QObject):
    """The keyboard on a board: arrows nudge, with Shift they stretch, Tab goes from entry to entry."""

    def __init__(
        self,
        scene: BoardScene,
        selection: Selection,
        acts: BoardActs,
        shades: Shades,
        follow: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._scene = scene
        self._selection = selection
        self._acts = acts
        self._shades = shades
        self._follow = follow
        self._days = self._minutes = self._longer = 0
        self._finish: Callable[[], None] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.finish)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key says; tell whether it said anything."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in _ARROWS and not held & Qt.KeyboardModifier.AltModifier:
            across, down = _ARROWS[key]
            step = 1 if held & Qt.KeyboardModifier.ControlModifier else SNAP_MINUTES
            if held & Qt.KeyboardModifier.ShiftModifier:
                return self._stretch(down * step) if down else False
            return self._nudge(across, down * step)
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_all()
            return True
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return self._go(0 if key == Qt.Key.Key_Home else -1)
        return False

    def release(self, event: QKeyEvent) -> None:
        """Do what was shown, once an arrow is let go."""
        if Qt.Key(event.key()) in _ARROWS and not event.isAutoRepeat():
            self.finish()

    @property
    def busy(self) -> bool:
        """Whether something is shown that is not done yet."""
        return self._finish is not None

    @Slot()
    def finish(self) -> None:
        """Do what is shown, if anything is."""
        act = self._finish
        self.let_go()
        if act is not None:
            act()

    def let_go(self) -> None:
        """Show nothing any more; nothing is done."""
        self._pause.stop()
        if self._finish is not None:
            self._finish = None
            self._shades.let_go()
        self._days = self._minutes = self._longer = 0

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

    def choose_all(self) -> None:
        """Select all that is shown; the current entry stays the current one."""
        current = self._selection.current
        order = self.order()
        self._selection.set(
            [*(each for each in order if each != current), *([current] if current in order else [])]
        )

    def _go(self, place: int) -> bool:
        order = self.order()
        if order:
            self._selection.set([order[place]])
        return bool(order)

    def _nudge(self, days: int, minutes: int) -> bool:
        lines = self._lines()
        if not lines:
            return self._go(0)
        if self._acts.refuse_idle():
            return True
        if self._longer:
            self.finish()
        assert self._scene.board is not None
        head, held = self._scene.board.head, lines[0]
        wall = held.start_wall
        if self._scene.choice.home:
            wall = from_utc(held.start_utc, head.home_zone).time
        self._days, self._minutes = self._days + days, _on_grid(wall.minute, self._minutes, minutes)
        shift = Shift(self._days, self._minutes)
        if self._scene.choice.home:
            starts = placed_at_home(head, lines, shift)
        else:
            starts = placed(head, lines, shift, held)
        self._shades.show_starts(starts, lines)
        self._wait(lambda: self._move(starts, lines))
        return True

    def _move(self, starts: dict[str, Start], lines: list[BoardLine]) -> None:
        if any(starts[line.id] != start_of(line) for line in lines):
            self._acts.move(starts, lines)

    def _stretch(self, minutes: int) -> bool:
        lines = self._lines()
        if not lines:
            return False
        if self._acts.refuse_idle():
            return True
        if self._days or self._minutes:
            self.finish()
        lines = self._lines()
        least = SNAP_MINUTES if abs(minutes) >= SNAP_MINUTES else 1
        shortest = min(int(length_of(line).total_seconds()) // 60 for line in lines)
        longer = _on_grid(lines[0].end_wall.minute, self._longer, minutes)
        self._longer = max(longer, min(least - shortest, 0))
        ends = {line.id: self._later_end(line) for line in lines}
        self._shades.show_ends(ends, lines)
        self._wait(partial(self._pull, lines, self._longer))
        return True

    def _later_end(self, line: BoardLine) -> Start:
        wall, fold = from_utc(line.end_utc + timedelta(minutes=self._longer), line.end_zone)
        return Start(wall, line.end_zone, fold)

    def _pull(self, lines: list[BoardLine], minutes: int) -> None:
        if minutes:
            self._acts.stretch_all(lines, minutes)

    def _wait(self, act: Callable[[], None]) -> None:
        self._finish = act
        self._follow()
        self._pause.start()

    def _lines(self) -> list[BoardLine]:
        """Return the rows of the selected entries, the current one first."""
        lines = self._scene.lines
        return [lines[entry_id] for entry_id in reversed(self._selection.ids) if entry_id in lines]


def _on_grid(minute: int, gone: int, step: int) -> int:
    """Return how far a wall minute has gone after one more step: to the grid's next line, or by a minute."""
    if abs(step) < SNAP_MINUTES:
        return gone + step
    at = minute + gone + step
    return at - at % step - minute
