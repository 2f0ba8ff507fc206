"""What a mouse does on the board: hold, move, pull an edge, draw a new entry, copy, let go.

A hand changes nothing by itself: when it lets go, the act is done as one step. Escape lets go of everything.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from app.domain.board.pieces import pieces
from app.domain.errors import AideError
from app.domain.time import from_utc, to_utc
from app.planning.verbs.programme import Start
from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.board.block import Block
from app.ui.screens.programme.board.ghost import Carried, Ghost
from app.ui.screens.programme.board.measures import DAY_MINUTES, Spot
from app.ui.screens.programme.board.moving import Clocks, Shift, snapped, target_part, targets, wall_of
from app.ui.screens.programme.board.plan import Box
from app.ui.screens.programme.board.times import span_words

if TYPE_CHECKING:
    from app.ui.screens.programme.board.view import BoardView

_EDGE_PX = 5.0
_LEAST_MINUTES = 5
_NEW_MINUTES = 60
_EDGE_SCROLL_PX = 24


class Grip(Enum):
    """How a hand holds what lies under it."""

    NOTHING = "nothing"
    PRESSED = "pressed"  # on a box, not yet moved
    MOVE = "move"
    START = "start"
    END = "end"
    DRAW = "draw"


@dataclass(slots=True)
class _Held:
    """What a hand holds since it was pressed."""

    at: QPointF
    spot: Spot
    block: Block | None
    line: BoardLine | None
    grip: Grip


class Hands(QObject):
    """The mouse on a board view. ``pressed`` says on which entry, and whether others stay selected."""

    pressed = Signal(str, bool)
    created = Signal(str)
    copied = Signal(tuple)

    def __init__(self, view: "BoardView", acts: BoardActs, ghost: Ghost) -> None:
        super().__init__(view)
        self._view = view
        self._acts = acts
        self._ghost = ghost
        self._held: _Held | None = None
        self._moved: dict[str, Start] = {}
        self._span: tuple[datetime, datetime, str] | None = None

    @property
    def busy(self) -> bool:
        """Whether something is held."""
        return self._held is not None

    def grip_at(self, point: QPointF) -> Grip:
        """Return what a press at a point of the scene would do; the cursor tells it."""
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
        """Take hold of what lies under the mouse."""
        point = self._view.mapToScene(event.position().toPoint())
        spot = self._view.board.measures.at(point)
        if spot is None:
            return
        block = self._view.board.block_at(point.x(), point.y())
        line = self._view.board.lines.get(block.entry_id) if block else None
        more = bool(
            event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        )
        self.pressed.emit(line.id if line else "", more)
        grip = self.grip_at(point) if block else Grip.NOTHING
        self._held = _Held(point, spot, block, line, Grip.PRESSED if grip is Grip.MOVE else grip)

    def move(self, event: QMouseEvent) -> None:
        """Carry what is held."""
        held = self._held
        if held is None or self._acts.idle:
            return
        point = self._view.mapToScene(event.position().toPoint())
        if held.grip in (Grip.PRESSED, Grip.NOTHING):
            if (point - held.at).manhattanLength() < QApplication.startDragDistance():
                return
            held.grip = Grip.MOVE if held.grip is Grip.PRESSED else Grip.DRAW
        spot = self._view.board.measures.at(point)
        if spot is None:
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if held.grip is Grip.MOVE:
            self._carry(held, spot, fine=fine)
        elif held.grip is Grip.DRAW:
            self._draw(held, spot, fine=fine)
        else:
            self._pull(held, spot, fine=fine)
        self._view.scroll_near(event.position().toPoint(), _EDGE_SCROLL_PX)

    def release(self, event: QMouseEvent) -> None:
        """Let go: do what was shown."""
        held, moved, span = self._held, self._moved, self._span
        self.let_go()
        if held is None:
            return
        if held.grip is Grip.MOVE and moved and held.line:
            lines = [self._view.board.lines[entry_id] for entry_id in moved]
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                made = self._acts.copy(moved, lines)
                if made:
                    self.copied.emit(made)
            elif any(_start(line) != start for line, start in zip(lines, moved.values(), strict=True)):
                self._acts.move(moved, lines)
        elif held.grip is Grip.START and held.line and span:
            self._acts.stretch(held.line, start=span[0])
        elif held.grip is Grip.END and held.line and span:
            self._acts.stretch(held.line, end=span[1])
        elif held.grip is Grip.DRAW and span:
            made_id = self._acts.create(*span, party_ids=self._view.board.parties_at(held.spot))
            if made_id:
                self.created.emit(made_id)

    def let_go(self) -> None:
        """Hold nothing any more; nothing is done."""
        self._held, self._moved, self._span = None, {}, None
        self._ghost.let_go()
        for block in self._view.board.blocks():
            block.lift(lifted=False)

    # What is shown meanwhile

    def _carry(self, held: _Held, spot: Spot, *, fine: bool) -> None:
        scene = self._view.board
        assert held.line is not None
        assert held.block is not None
        chosen = self._view.chosen_lines() or [held.line]
        piece = held.block.box.piece
        edge = piece.top if piece.starts or not piece.ends else piece.bottom
        minute = snapped(edge + spot.minute - held.spot.minute, fine=fine)
        columns = scene.plan.columns
        days = (columns[spot.column].day - columns[piece.column].day).days
        zone = columns[spot.column].parts[spot.part].zone
        same = (spot.column, spot.part) == (piece.column, piece.part)
        shift = Shift(days, minute - edge, "" if same or scene.choice.home else zone)
        self._moved = targets(shift, chosen, columns, held.line)
        for block in scene.blocks():
            block.lift(lifted=block.entry_id in self._moved)
        rects: list[QRectF] = []
        for line in sorted(chosen, key=lambda line: line.id != held.line.id if held.line else True):
            rects += self._rects(line, self._moved[line.id])
        start = self._moved[held.line.id]
        self._show(rects, start.wall, start.zone, _length(held.line), _end_zone(held.line, start))

    def _pull(self, held: _Held, spot: Spot, *, fine: bool) -> None:
        line, block = held.line, held.block
        assert line is not None
        assert block is not None
        scene = self._view.board
        piece = block.box.piece
        part = scene.plan.columns[spot.column].parts[0 if spot.column != piece.column else piece.part]
        if spot.column == piece.column:
            part = scene.plan.columns[piece.column].parts[piece.part]
        wall = wall_of(part, snapped(spot.minute, fine=fine))
        zone = line.start_zone if held.grip is Grip.START else line.end_zone
        if part.zone != zone:
            try:
                wall = from_utc(to_utc(wall, part.zone), zone).time
            except AideError:
                return
        if held.grip is Grip.START:
            wall = min(wall, self._before(line))
            self._span = (wall, line.end_wall, zone)
            self._show(self._cut(line, wall, line.end_wall), wall, zone, None, line.end_zone, line.end_utc)
        else:
            wall = max(wall, self._after(line))
            self._span = (line.start_wall, wall, zone)
            try:
                end_utc = to_utc(wall, zone, line.end_fold)
            except AideError:
                end_utc = line.end_utc
            rects = self._cut(line, line.start_wall, wall)
            self._show(rects, line.start_wall, line.start_zone, None, line.end_zone, end_utc)

    def _draw(self, held: _Held, spot: Spot, *, fine: bool) -> None:
        scene = self._view.board
        part = scene.plan.columns[held.spot.column].parts[held.spot.part]
        first, last = sorted((snapped(held.spot.minute, fine=fine), snapped(spot.minute, fine=fine)))
        last = max(last, first + _LEAST_MINUTES)
        last = min(last, DAY_MINUTES)
        first = min(first, last - _LEAST_MINUTES)
        start, end = wall_of(part, first), wall_of(part, last)
        self._span = (start, end, part.zone)
        rect = scene.measures.part_rect(held.spot.column, held.spot.part)
        top, bottom = scene.measures.y(first), scene.measures.y(last)
        left, right = scene.lane_edges(held.spot)
        rects = [QRectF(left, top, right - left, bottom - top).intersected(rect)]
        try:
            end_utc = to_utc(end, part.zone)
        except AideError:
            end_utc = part.ends_utc
        self._show(rects, start, part.zone, None, part.zone, end_utc)

    def _show(
        self,
        rects: list[QRectF],
        start: datetime,
        zone: str,
        length: timedelta | None,
        end_zone: str,
        end_utc: datetime | None = None,
    ) -> None:
        scene = self._view.board
        assert scene.board is not None
        allowed = True
        try:
            start_utc = to_utc(start, zone)
        except AideError:
            allowed, start_utc = False, datetime(2000, 1, 1)  # the words say that there is no such time
        ends = end_utc if end_utc is not None else start_utc + (length or timedelta())
        words = span_words(scene.board.head, start, zone, ends, end_zone)
        seen = self._view.mapToScene(self._view.viewport().rect()).boundingRect()
        self._ghost.carry(Carried(tuple(rects), words, allowed), seen)

    def _rects(self, line: BoardLine, start: Start) -> list[QRectF]:
        """Return where an entry would stand with another start: its boxes, of the widths they have now."""
        try:
            start_utc = to_utc(start.wall, start.zone, start.fold or 0)
            end_utc = start_utc + _length(line)
            zone = _end_zone(line, start)
            moved = Clocks(
                line.id, start.wall, start.zone, start_utc, from_utc(end_utc, zone).time, zone, end_utc
            )
        except AideError:
            part = target_part(self._view.board.plan.columns, start)
            if part is None:
                return []
            return [self._view.board.measures.part_rect(*part)]
        return self._boxes(moved, line.id)

    def _cut(self, line: BoardLine, start: datetime, end: datetime) -> list[QRectF]:
        try:
            start_utc = to_utc(start, line.start_zone, line.start_fold)
            end_utc = to_utc(end, line.end_zone, line.end_fold)
        except AideError:
            return []
        moved = Clocks(line.id, start, line.start_zone, start_utc, end, line.end_zone, end_utc)
        return self._boxes(moved, line.id)

    def _boxes(self, moved: Clocks, entry_id: str) -> list[QRectF]:
        scene = self._view.board
        old = scene.blocks(entry_id)
        share = (old[0].box.left, old[0].box.right) if old else (0.0, 1.0)
        measures = scene.measures
        return [
            measures.rect(Box((entry_id, number, 0), piece, *share))
            for number, piece in enumerate(pieces(scene.plan.columns, moved))
        ]

    @staticmethod
    def _before(line: BoardLine) -> datetime:
        last = line.end_utc - timedelta(minutes=_LEAST_MINUTES)
        return from_utc(last, line.start_zone).time

    @staticmethod
    def _after(line: BoardLine) -> datetime:
        first = line.start_utc + timedelta(minutes=_LEAST_MINUTES)
        return from_utc(first, line.end_zone).time


def _start(line: BoardLine) -> Start:
    return Start(line.start_wall, line.start_zone, line.start_fold)


def _length(line: BoardLine) -> timedelta:
    return line.end_utc - line.start_utc


def _end_zone(line: BoardLine, start: Start) -> str:
    return start.zone if line.start_zone == line.end_zone else line.end_zone
