"""What a mouse does on the board: hold, move, pull an edge, draw a new entry, copy, band, let go.

A hand changes nothing by itself: when it lets go, the act is done as one step. Escape lets go of everything.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from app.domain.board.pieces import Piece
from app.planning.lanes import Lanes
from app.planning.moving import Start
from app.planning.placing import end_of, start_of
from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.board.edges import Edges
from app.ui.screens.programme.board.grips import Grip, Held, grip_of
from app.ui.screens.programme.board.measures import Spot
from app.ui.screens.programme.board.reckoning import carried, drawn, hour_at, other_lane, pulled
from app.ui.screens.programme.board.shades import Shades
from app.wording import _

if TYPE_CHECKING:
    from app.ui.screens.programme.board.view import BoardView

_MORE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Hands(QObject):
    """The mouse on a board view. ``drawn`` carries a :class:`NewEntry` whose title is to be typed."""

    drawn = Signal(object)

    def __init__(self, view: "BoardView", acts: BoardActs, shades: Shades) -> None:
        super().__init__(view)
        self._view = view
        self._acts = acts
        self._shades = shades
        self._held: Held | None = None
        self._last: tuple[QPoint, Qt.KeyboardModifier] = (QPoint(), Qt.KeyboardModifier.NoModifier)
        self._starts: dict[str, Start] = {}
        self._span: tuple[Start, Start] | None = None
        self._lanes: Lanes | None = None
        self._edges = Edges(view)
        self._edges.scrolled.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether something is held."""
        return self._held is not None

    def grip_at(self, point: QPointF) -> Grip:
        """Return how a press at a point of the scene would hold a box; the cursor tells it."""
        block = self._view.board.block_at(point.x(), point.y())
        return Grip.NOTHING if block is None or self._acts.idle else grip_of(block, point)

    # What the mouse does

    def press(self, event: QMouseEvent) -> None:
        """Take hold of what lies under the mouse, and select it."""
        at, held_keys = event.position().toPoint(), event.modifiers()
        point = self._view.mapToScene(at)
        spot = self._view.board.measures.at(point)
        if spot is None:
            return
        block = self._view.board.block_at(point.x(), point.y())
        selection = self._view.selection
        before = selection.ids
        if block is None:
            band = bool(held_keys & Qt.KeyboardModifier.ShiftModifier)
            if not held_keys & _MORE:
                selection.set(())
            self._held = Held(at, point, spot, None, None, Grip.BAND if band else Grip.DRAW, before=before)
            return
        chosen = block.entry_id
        others = tuple(entry_id for entry_id in before if entry_id != chosen)
        # A press holds all that is selected; only a click that goes nowhere takes something out again.
        on_click = None
        if chosen in before:
            on_click = others if held_keys & _MORE else (chosen,)
        selection.set((*others, chosen) if chosen in before or held_keys & _MORE else (chosen,))
        grip = self.grip_at(point)
        line = self._view.board.lines.get(chosen)
        self._held = Held(at, point, spot, line, block.box.piece, grip, on_click, before)

    def move(self, event: QMouseEvent) -> None:
        """Carry what is held."""
        at = event.position().toPoint()
        held = self._held
        if held is None:
            return
        if not held.dragged and (at - held.at).manhattanLength() < QApplication.startDragDistance():
            return
        held.dragged = True
        self._last = (at, event.modifiers())
        self._go_on()
        self._edges.reach(at)

    def release(self, event: QMouseEvent) -> None:
        """Let go: do what was shown; a click that went nowhere only selects."""
        held, starts, span, lanes = self._held, self._starts, self._span, self._lanes
        self.let_go()
        if held is None:
            return
        if not held.dragged:
            if held.on_click is not None:
                self._view.selection.set(held.on_click)
        elif held.grip is Grip.DRAW and span:
            parties = self._view.board.parties_at(held.spot)
            self._acts.design(*span, party_ids=parties, then=self.drawn.emit)
        elif held.line is not None and held.line is self._view.board.lines.get(held.line.id):
            self._finish(held, held.line, starts, span, lanes, copies=_is_copying(event.modifiers()))

    def _finish(
        self,
        held: Held,
        line: BoardLine,
        starts: dict[str, Start],
        span: tuple[Start, Start] | None,
        lanes: Lanes | None,
        *,
        copies: bool,
    ) -> None:
        if held.grip is Grip.MOVE and starts:
            self._say_it_stays(held, line)
            lines = [self._view.board.lines[entry_id] for entry_id in starts]
            if copies:
                self._acts.copy(starts, lines, lanes, then=self._view.selection.set)
            elif lanes is not None or any(start_of(each) != starts[each.id] for each in lines):
                self._acts.move(starts, lines, lanes)
        elif held.grip is Grip.START and span:
            self._acts.stretch(line, start=span[0])
        elif held.grip is Grip.END and span:
            self._acts.stretch(line, end=span[1])

    def _say_it_stays(self, held: Held, line: BoardLine) -> None:
        """Say why an entry that stands in all lanes does not go into another."""
        scene = self._view.board
        to = scene.measures.at(self._view.mapToScene(self._last[0]))
        if line.party_ids or to is None or not scene.plan.lanes:
            return
        if scene.lane_at(held.spot) != scene.lane_at(to):
            words = _("“{title}” is for everyone: it stands in all lanes.").format(title=line.title)
            self._acts.told.emit(words, False)

    def let_go(self) -> None:
        """Hold nothing any more; nothing is done."""
        if self._held is not None:
            self._held, self._starts, self._span, self._lanes = None, {}, None, None
            self._edges.leave()
            self._shades.let_go()

    def give_up(self) -> None:
        """Let go, and select again what was selected before."""
        held = self._held
        self.let_go()
        if held is not None:
            self._view.selection.set(held.before)

    def add_at(self, at: QPoint) -> None:
        """Draw an entry of an hour at a point of the viewport, on the quarter; its title is typed next."""
        point = self._view.mapToScene(at)
        spot = self._view.board.measures.at(point)
        if spot is None or self._acts.idle:
            return
        parties = self._view.board.parties_at(spot)
        self._acts.design(*hour_at(self._view.board, spot), party_ids=parties, then=self.drawn.emit)

    # What is shown meanwhile

    @Slot()
    def _go_on(self) -> None:
        held, (at, keys) = self._held, self._last
        assert held is not None
        point = self._view.mapToScene(at)
        spot = self._view.board.measures.at(point)
        if spot is None or (self._acts.idle and held.grip is not Grip.BAND):
            return
        fine = bool(keys & Qt.KeyboardModifier.ControlModifier)
        if held.grip is Grip.BAND:
            self._band(held, point)
        elif held.grip is Grip.DRAW:
            self._span = drawn(self._view.board, held.spot, spot, fine=fine)
            self._shades.show_new(self._view.board.parties_at(held.spot), *self._span)
        elif held.line is None or held.piece is None or held.line.id not in self._view.board.lines:
            self.let_go()
        elif held.grip is Grip.MOVE:
            self._carry(held, held.line, held.piece, spot, fine=fine)
        else:
            self._pull(held, held.line, held.piece, spot, end=held.grip is Grip.END, fine=fine)

    def _carry(self, held: Held, line: BoardLine, piece: Piece, spot: Spot, *, fine: bool) -> None:
        scene = self._view.board
        chosen = [line, *(each for each in self._view.chosen_lines() if each.id != line.id)]
        self._starts = carried(scene, chosen, piece, held.spot, spot, fine=fine)
        self._lanes = other_lane(scene, held.spot, spot, chosen)
        lane = scene.lane_at(spot) if self._lanes is not None else None
        self._shades.show_starts(self._starts, chosen, lane=lane, copies=_is_copying(self._last[1]))

    def _pull(self, held: Held, line: BoardLine, piece: Piece, spot: Spot, *, end: bool, fine: bool) -> None:
        time = pulled(self._view.board, line, piece, held.spot, spot, end=end, fine=fine)
        before = end_of(line) if end else start_of(line)
        # A time that another zone's clock skips is none that could be asked about: it is only shown.
        own = time.zone == before.zone
        start, last = (None, time) if end else (time, None)
        changed = own and time != before
        self._span = (start or start_of(line), last or end_of(line)) if changed else None
        self._shades.show_span(line, start, last)

    def _band(self, held: Held, point: QPointF) -> None:
        band = QRectF(held.point, point).normalized().adjusted(0, 0, 1, 1)  # a line is a band too
        blocks = self._view.board.blocks()
        within = [block.entry_id for block in blocks if block.rect().intersects(band)]
        self._view.selection.set((*(each for each in held.before if each not in within), *within))
        self._shades.show_band(band)


def _is_copying(keys: Qt.KeyboardModifier) -> bool:
    return bool(keys & Qt.KeyboardModifier.AltModifier)
