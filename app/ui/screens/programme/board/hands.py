"""What a mouse does on the board: hold, move, pull an edge, draw a new entry, copy, band, let go.

A hand changes nothing by itself: when it lets go, the act is done as one step. Escape lets go of everything.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from app.domain.board.pieces import Piece
from app.domain.errors import AideError
from app.domain.time import from_utc, to_utc
from app.planning.verbs.programme import Start
from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.acts import BoardActs, Lanes
from app.ui.screens.programme.board.measures import DAY_MINUTES, Spot
from app.ui.screens.programme.board.moving import (
    SNAP_MINUTES,
    Shift,
    at_home,
    end_of,
    home_targets,
    snapped,
    start_of,
    targets,
    wall_of,
)
from app.ui.screens.programme.board.shades import Shades

if TYPE_CHECKING:
    from app.ui.screens.programme.board.view import BoardView

_EDGE_PX = 5.0
_NEW_MINUTES = 60
_EDGE_SCROLL_PX = 24
_SCROLL_MS = 40
_MORE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Grip(Enum):
    """How a hand holds what lies under it."""

    NOTHING = "nothing"
    MOVE = "move"
    START = "start"
    END = "end"
    DRAW = "draw"
    BAND = "band"


@dataclass(slots=True)
class _Held:
    """What a hand holds since it was pressed. A press becomes a drag once it has gone far enough."""

    at: QPoint
    point: QPointF
    spot: Spot
    line: BoardLine | None
    piece: Piece | None
    grip: Grip
    on_click: tuple[str, ...] | None = None
    before: tuple[str, ...] = ()
    dragged: bool = False


class Hands(QObject):
    """The mouse on a board view. ``created`` carries the id of an entry whose title is to be typed."""

    created = Signal(str)

    def __init__(self, view: "BoardView", acts: BoardActs, shades: Shades) -> None:
        super().__init__(view)
        self._view = view
        self._acts = acts
        self._shades = shades
        self._held: _Held | None = None
        self._last: tuple[QPoint, Qt.KeyboardModifier] = (QPoint(), Qt.KeyboardModifier.NoModifier)
        self._starts: dict[str, Start] = {}
        self._span: tuple[Start, Start] | None = None
        self._lanes: Lanes | None = None
        self._edge_timer = QTimer(self)
        self._edge_timer.setInterval(_SCROLL_MS)
        self._edge_timer.timeout.connect(self._scroll_on)

    @property
    def busy(self) -> bool:
        """Whether something is held."""
        return self._held is not None

    def grip_at(self, point: QPointF) -> Grip:
        """Return how a press at a point of the scene would hold a box; the cursor tells it."""
        block = self._view.board.block_at(point.x(), point.y())
        if block is None or self._acts.idle:
            return Grip.NOTHING
        rect, piece = block.rect(), block.box.piece
        reach = min(_EDGE_PX, rect.height() / 4)
        if piece.starts and point.y() - rect.top() <= reach:
            return Grip.START
        if piece.ends and rect.bottom() - point.y() <= reach:
            return Grip.END
        return Grip.MOVE

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
            self._held = _Held(at, point, spot, None, None, Grip.BAND if band else Grip.DRAW, before=before)
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
        self._held = _Held(at, point, spot, line, block.box.piece, grip, on_click, before)

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
        if self._view.is_at_edge(at, _EDGE_SCROLL_PX):
            self._edge_timer.start()

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
            self._acts.create(*span, party_ids=parties, then=self.created.emit)
        elif held.line is not None and held.line is self._view.board.lines.get(held.line.id):
            self._finish(held, held.line, starts, span, lanes, copies=_is_copying(event.modifiers()))

    def _finish(
        self,
        held: _Held,
        line: BoardLine,
        starts: dict[str, Start],
        span: tuple[Start, Start] | None,
        lanes: Lanes | None,
        *,
        copies: bool,
    ) -> None:
        if held.grip is Grip.MOVE and starts:
            lines = [self._view.board.lines[entry_id] for entry_id in starts]
            if copies:
                self._acts.copy(starts, lines, lanes, then=self._view.selection.set)
            elif lanes is not None or any(start_of(each) != starts[each.id] for each in lines):
                self._acts.move(starts, lines, lanes)
        elif held.grip is Grip.START and span:
            self._acts.stretch(line, start=span[0])
        elif held.grip is Grip.END and span:
            self._acts.stretch(line, end=span[1])

    def let_go(self) -> None:
        """Hold nothing any more; nothing is done."""
        if self._held is not None:
            self._held, self._starts, self._span, self._lanes = None, {}, None, None
            self._edge_timer.stop()
            self._shades.let_go()

    def give_up(self) -> None:
        """Let go, and select again what was selected before."""
        held = self._held
        self.let_go()
        if held is not None:
            self._view.selection.set(held.before)

    def add_at(self, at: QPoint) -> None:
        """Add an entry of an hour at a point of the viewport, on the quarter; its title is typed next."""
        point = self._view.mapToScene(at)
        spot = self._view.board.measures.at(point)
        if spot is None or self._acts.idle:
            return
        first = min(int(spot.minute // 15) * 15, DAY_MINUTES - _NEW_MINUTES)
        span = self._start(spot, first), self._start(spot, first + _NEW_MINUTES)
        parties = self._view.board.parties_at(spot)
        self._acts.create(*span, party_ids=parties, then=self.created.emit)

    # What is shown meanwhile

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
            self._draw(held, spot, fine=fine)
        elif held.line is None or held.piece is None or held.line.id not in self._view.board.lines:
            self.let_go()
        elif held.grip is Grip.MOVE:
            self._carry(held, held.line, held.piece, spot, fine=fine, copies=_is_copying(keys))
        else:
            self._pull(held.grip, held.line, held.piece, spot, fine=fine)

    @Slot()
    def _scroll_on(self) -> None:
        if self._held is not None and self._view.scroll_near(self._last[0], _EDGE_SCROLL_PX):
            self._go_on()
        else:
            self._edge_timer.stop()

    def _carry(
        self, held: _Held, line: BoardLine, piece: Piece, spot: Spot, *, fine: bool, copies: bool
    ) -> None:
        scene = self._view.board
        assert scene.board is not None
        chosen = [line, *(each for each in self._view.chosen_lines() if each.id != line.id)]
        edge = piece.top if piece.starts or not piece.ends else piece.bottom
        minutes = snapped(edge + spot.minute - held.spot.minute, fine=fine) - edge
        columns = scene.plan.columns
        days = (columns[spot.column].day - columns[piece.column].day).days
        if scene.choice.home:
            self._starts = home_targets(Shift(days, minutes), chosen, scene.board.head)
        else:
            same = (spot.column, spot.part) == (piece.column, piece.part)
            zone = "" if same else columns[spot.column].parts[spot.part].zone
            self._starts = targets(Shift(days, minutes, zone), chosen, columns, line)
        self._lanes = self._other_lane(held.spot, spot, chosen)
        lane = scene.lane_at(spot) if self._lanes is not None else None
        self._shades.show_starts(self._starts, chosen, lane=lane, copies=copies)

    def _other_lane(self, held: Spot, spot: Spot, lines: list[BoardLine]) -> Lanes | None:
        """Return from which party to which the entries go; ``None`` where they stay in their lanes."""
        lanes = self._view.board.plan.lanes
        if not lanes:
            return None
        come_from, go_to = lanes[self._view.board.lane_at(held)], lanes[self._view.board.lane_at(spot)]
        if come_from == go_to or not any(come_from in line.party_ids for line in lines):
            return None  # what is for everyone stands in all lanes and has none to leave
        return Lanes(come_from, go_to)

    def _pull(self, grip: Grip, line: BoardLine, piece: Piece, spot: Spot, *, fine: bool) -> None:
        columns = self._view.board.plan.columns
        # Beside its own part the hand still pulls along that part's clock; another day has its own.
        part_number = piece.part if spot.column == piece.column else spot.part
        part = columns[spot.column].parts[part_number]
        wall = wall_of(part, snapped(spot.minute, fine=fine))
        zone = line.start_zone if grip is Grip.START else line.end_zone
        least = timedelta(minutes=1 if fine else SNAP_MINUTES)
        starts = grip is Grip.START
        pulled = Start(wall, zone)
        self._span = None
        try:
            if part.zone != zone:
                pulled = Start(wall, part.zone)
                pulled = _at(to_utc(wall, part.zone), zone)
            utc = to_utc(pulled.wall, zone, pulled.fold or 0)
        except AideError:  # a skipped hour: shown as such, and what refuses it offers the nearest times
            utc = None
        if utc is not None and starts and utc > line.end_utc - least:
            pulled = _at(line.end_utc - least, zone)
        elif utc is not None and not starts and utc < line.start_utc + least:
            pulled = _at(line.start_utc + least, zone)
        if pulled.zone == zone:
            self._span = (pulled, end_of(line)) if starts else (start_of(line), pulled)
        self._shades.show_span(line, **{"start" if starts else "end": pulled})

    def _draw(self, held: _Held, spot: Spot, *, fine: bool) -> None:
        first, last = sorted((snapped(held.spot.minute, fine=fine), snapped(spot.minute, fine=fine)))
        last = min(max(last, first + SNAP_MINUTES), DAY_MINUTES)
        first = min(first, last - SNAP_MINUTES)
        self._span = self._start(held.spot, first), self._start(held.spot, last)
        self._shades.show_new(held.spot, *self._span)

    def _band(self, held: _Held, point: QPointF) -> None:
        band = QRectF(held.point, point).normalized()
        blocks = self._view.board.blocks()
        within = [block.entry_id for block in blocks if block.rect().intersects(band)]
        self._view.selection.set((*(each for each in held.before if each not in within), *within))
        self._shades.show_band(band)

    def _start(self, spot: Spot, minute: int) -> Start:
        """Return the time at a minute of a spot's part, by the clock of the place."""
        scene = self._view.board
        part = scene.plan.columns[spot.column].parts[spot.part]
        wall = wall_of(part, minute)
        if scene.choice.home:
            assert scene.board is not None
            return at_home(scene.board.head, wall)
        return Start(wall, part.zone)


def _at(utc: datetime, zone: str) -> Start:
    wall, fold = from_utc(utc, zone)
    return Start(wall, zone, fold)


def _is_copying(keys: Qt.KeyboardModifier) -> bool:
    return bool(keys & Qt.KeyboardModifier.AltModifier)
