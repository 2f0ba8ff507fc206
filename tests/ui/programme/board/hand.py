"""A hand on the board: it presses, drags and types where one sees a time, as a person does.

Points are in pixels of the scene; what is pressed is scrolled into view.
"""

from datetime import date, datetime

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.pane import BoardPane
from app.ui.screens.programme.board.view import BoardView
from app.ui.screens.programme.screen import ProgrammeScreen

NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
_LEFT = Qt.MouseButton.LeftButton
_STEPS = 3


class BoardHand:
    """Works on the board of a programme that is shown."""

    def __init__(self, screen: ProgrammeScreen) -> None:
        self.screen = screen
        self.pane: BoardPane = screen.board()
        self.view: BoardView = self.pane.view
        self.at = QPointF()

    # Where things are

    def line(self, entry_id: str) -> BoardLine:
        """Return the row of an entry as the board has it."""
        return self.view.board.lines[entry_id]

    def spot(self, day: date, clock: str, *, zone: str = "", share: float = 0.5) -> QPointF:
        """Return the point where a time of a day stands."""
        scene = self.view.board
        number = next(n for n, column in enumerate(scene.plan.columns) if column.day == day)
        parts = [part.zone for part in scene.plan.columns[number].parts]
        part = parts.index(zone) if zone else 0
        hour, minute = map(int, clock.split(":"))
        rect = scene.measures.part_rect(number, part)
        x = rect.left() + 4 + (rect.width() - 30) * share
        return QPointF(x, scene.measures.y(hour * 60 + minute))

    def middle(self, entry_id: str, box: int = 0, *, share: float = 0.5) -> QPointF:
        """Return the point in the middle of a box of an entry."""
        rect = self.view.board.blocks(entry_id)[box].rect()
        return QPointF(rect.left() + rect.width() * share, rect.center().y())

    def edge(self, entry_id: str, *, end: bool) -> QPointF:
        """Return the point on the edge where an entry starts or ends."""
        blocks = self.view.board.blocks(entry_id)
        rect = blocks[-1 if end else 0].rect()
        return QPointF(rect.center().x(), rect.bottom() - 1.5 if end else rect.top() + 1.5)

    # The mouse

    def press(self, at: QPointF, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press the left button, where one has scrolled to."""
        self.view.ensureVisible(at.x(), at.y(), 1, 1, 60, 60)
        self.view.setFocus(Qt.FocusReason.MouseFocusReason)  # as the window does, where an event is real
        self._send(QEvent.Type.MouseButtonPress, at, keys)

    def move(self, at: QPointF, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        """Move there in some steps."""
        start = self.at
        for step in range(1, _STEPS + 1):
            self._send(QEvent.Type.MouseMove, start + (at - start) * step / _STEPS, keys)

    def release(self, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        """Let the button go."""
        self._send(QEvent.Type.MouseButtonRelease, self.at, keys)
        QApplication.processEvents()

    def click(self, at: QPointF, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press and let go in one place."""
        self.press(at, keys)
        self.release(keys)

    def double_click(self, at: QPointF) -> None:
        """Click twice, as the system tells it."""
        self.click(at)
        self._send(QEvent.Type.MouseButtonDblClick, at, NO_KEY)
        self.release()

    def drag(self, come_from: QPointF, to: QPointF, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        """Drag from one point to another; keys are held from the first move on."""
        self.press(come_from)
        self.move(to, keys)
        self.release(keys)

    def pull(self, entry_id: str, to: QPointF, *, end: bool) -> None:
        """Drag an edge of an entry until it stands at a point, wherever near it the hand took hold."""
        grip, piece = (
            self.edge(entry_id, end=end),
            self.view.board.blocks(entry_id)[-1 if end else 0].box.piece,
        )
        edge = self.view.board.measures.y(piece.bottom if end else piece.top)
        self.drag(grip, to + QPointF(0, grip.y() - edge))

    def by_minutes(self, at: QPointF, minutes: float) -> QPointF:
        """Return the point so many minutes below another."""
        return at + QPointF(0, minutes * self.view.board.measures.hour_px / 60)

    def _send(self, kind: QEvent.Type, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.at = at
        port = self.view.viewport()
        moving = kind == QEvent.Type.MouseMove
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else _LEFT
        button = Qt.MouseButton.NoButton if moving else _LEFT
        there = self.view.mapFromScene(at)
        event = QMouseEvent(kind, QPointF(there), QPointF(port.mapToGlobal(there)), button, held, keys)
        QApplication.sendEvent(port, event)

    # Keys

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEY, widget: QWidget | None = None) -> None:
        """Press a key and let it go."""
        QTest.keyClick(widget or self.view, key, keys)
        QApplication.processEvents()

    def hold(self, key: Qt.Key, times: int, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key and keep it down: it repeats, and is not let go yet."""
        for number in range(times):
            event = QKeyEvent(QEvent.Type.KeyPress, key, keys, "", bool(number), 1)
            QApplication.sendEvent(self.view, event)

    def let_up(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        """Let a key go that was held."""
        QApplication.sendEvent(self.view, QKeyEvent(QEvent.Type.KeyRelease, key, keys))

    def title(self, words: str = "") -> str:
        """Type a title where it stands on the board, and Return; return what is selected then."""
        QTest.keyClicks(self.pane.titling.editor, words)
        self.key(Qt.Key.Key_Return, widget=self.pane.titling.editor)
        return self.screen.selected()

    # What is seen

    def words(self) -> tuple[str, ...]:
        """Return the words beside what is carried."""
        return self.view.ghost.carried.words

    def walls(self, entry_id: str) -> tuple[datetime, datetime]:
        """Return the local clocks of an entry's two ends."""
        line = self.line(entry_id)
        return line.start_wall, line.end_wall
