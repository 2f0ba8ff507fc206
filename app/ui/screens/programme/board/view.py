"""The view of the board: scrolling, zooming, and the widgets around it that go along."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.board.ghost import Ghost
from app.ui.screens.programme.board.grips import Grip
from app.ui.screens.programme.board.hands import Hands
from app.ui.screens.programme.board.hearing import Heard
from app.ui.screens.programme.board.keys import Keys
from app.ui.screens.programme.board.measures import TOP_PX
from app.ui.screens.programme.board.scene import BoardScene
from app.ui.screens.programme.board.selection import Selection
from app.ui.screens.programme.board.shades import Shades
from app.ui.screens.programme.board.zoom import A_NOTCH, Zoom
from app.wording import _

_NOTCH = 120.0
_MORNING = 7 * 60
_CURSORS = {
    Grip.NOTHING: Qt.CursorShape.ArrowCursor,
    Grip.MOVE: Qt.CursorShape.OpenHandCursor,
    Grip.START: Qt.CursorShape.SizeVerCursor,
    Grip.END: Qt.CursorShape.SizeVerCursor,
}


class BoardView(QGraphicsView):
    """Shows a board scene from its left edge.

    ``title_wanted`` asks for an entry's title to be typed in place; ``escape_wanted`` tells that Escape found
    nothing here to let go of, ``resized`` that there is more or less room, as once a scroll bar is gone.
    """

    title_wanted = Signal(str)
    escape_wanted = Signal()
    resized = Signal()

    def __init__(self, scene: BoardScene, acts: BoardActs, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.board = scene
        self.heard: Heard | None = None
        self.selection = Selection(self)
        ghost = Ghost()
        scene.addItem(ghost)
        self.ghost = ghost
        shades = Shades(scene, ghost, self.seen)
        self.hands = Hands(self, acts, shades)
        self.keys = Keys(scene, self.selection, acts, shades, self.follow, self)
        self.zoom = Zoom(self)
        self.selection.changed.connect(self._on_selected)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setAccessibleName(_("Programme board"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._started = False

    def chosen_lines(self) -> list[BoardLine]:
        """Return the rows of the selected entries; the current one stands last."""
        return [self.board.lines[entry_id] for entry_id in self.selection.ids if entry_id in self.board.lines]

    def set_zoom(self, column_px: float, hour_px: float) -> None:
        """Make days so wide and hours so high, as far as that can be."""
        self.zoom.set(column_px, hour_px)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._tell_seen()
        self.resized.emit()
        if not self._started and self.board.plan.columns:
            self.start()

    def scrollContentsBy(self, across: int, down: int, /) -> None:
        super().scrollContentsBy(across, down)
        self._tell_seen()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._tell_seen()

    def _tell_seen(self) -> None:
        if self.isVisible():  # while it is taken down, there may be no boxes left to tell
            self.board.set_seen(self.mapToScene(self.viewport().rect()).boundingRect())

    def start(self) -> None:
        """Show this moment while the visit is under way, else the morning of its first day."""
        self._started = True
        now = self.board.now_at()
        if now is None:
            self.scroll_to(QPointF(0, self.board.measures.y(_MORNING) - TOP_PX))
            return
        column, minute = now
        above = self.viewport().height() / 3
        self.scroll_to(
            QPointF(self.board.measures.column_left(column), self.board.measures.y(minute) - above)
        )

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        turn = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turn:
            only_hours = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            factor = A_NOTCH ** (turn / _NOTCH)
            self.zoom.by(factor, event.position().toPoint(), across=not only_hours)
            event.accept()
            return
        super().wheelEvent(event)

    # Hands and keys

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        self.keys.finish()
        if event.button() == Qt.MouseButton.LeftButton:
            self.hands.press(event)
            event.accept()
        else:
            self.hands.let_go()
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        if self.hands.busy:
            self.hands.move(event)
        else:
            self.viewport().setCursor(
                _CURSORS[self.hands.grip_at(self.mapToScene(event.position().toPoint()))]
            )

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.hands.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.hands.let_go()
        at = event.position().toPoint()
        point = self.mapToScene(at)
        block = self.board.block_at(point.x(), point.y())
        if block is not None:
            self.title_wanted.emit(block.entry_id)
        else:
            self.hands.add_at(at)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self._escape():
            return
        if self.hands.busy:
            return  # one hand at a time: what is held would move away under it
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selection.current:
            self.keys.finish()
            self.title_wanted.emit(self.selection.current)
            return
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent, /) -> bool:
        # The key of the menu means the current entry, wherever the pointer is.
        if isinstance(event, QContextMenuEvent) and event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.keys.finish()
            self.reveal(self.selection.current)
            self.customContextMenuRequested.emit(self._menu_point())
            return True
        return super().event(event)

    def _menu_point(self) -> QPoint:
        blocks = self.board.blocks(self.selection.current) if self.selection.current else []
        seen = self.seen()
        return self.mapFromScene((blocks[0].rect() & seen if blocks else seen).center())

    def keyReleaseEvent(self, event: QKeyEvent, /) -> None:
        self.keys.release(event)
        super().keyReleaseEvent(event)

    def _escape(self) -> bool:
        """Let go of what is held, else of what is selected; tell whether there was anything."""
        if self.hands.busy:
            self.hands.give_up()
        elif self.keys.busy:
            self.keys.let_go()
        elif self.selection.ids:
            self.selection.set(())
        else:
            self.escape_wanted.emit()
            return False
        return True

    def focusNextPrevChild(self, forward: bool, /) -> bool:  # noqa: FBT001 - Qt's own
        # With an entry selected, Tab goes to the next; Escape lets go of it, and Tab leaves the board.
        self.keys.finish()
        if self.keys.step(1 if forward else -1):
            return True
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        self.hands.let_go()
        self.keys.finish()
        super().focusOutEvent(event)

    def seen(self) -> QRectF:
        """Return what is seen of the scene."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def _on_selected(self) -> None:
        self.board.select(self.selection.ids)
        if self.selection.current:
            self.reveal(self.selection.current)

    def reveal(self, entry_id: str) -> None:
        """Bring an entry's first box into view, as wide as its part of the day; a day alone is whole."""
        blocks = self.board.blocks(entry_id) if entry_id else []
        if blocks and not self.hands.busy:
            measures, rect = self.board.measures, blocks[0].rect()
            around = measures.part_rect(*blocks[0].box.place)
            if measures.even:
                column = blocks[0].box.piece.column
                around.setLeft(measures.column_left(column))
                around.setRight(measures.column_right(column))
            self.ensureVisible(QRectF(around.left(), rect.top(), around.width(), rect.height()), 0, 24)

    def follow(self) -> None:
        """Bring what a key carries into view."""
        rects = self.ghost.carried.rects
        if rects:
            self.ensureVisible(rects[0], 12, 24)

    def scroll_to(self, to: QPointF) -> None:
        """Bring a point of the board into the upper left corner, as far as that can be."""
        self.horizontalScrollBar().setValue(round(to.x()))
        self.verticalScrollBar().setValue(round(to.y()))
