"""The boxes of the board, kept in step with the plan: what did not change is not touched."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject, QRectF, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene

from app.planning.views.board import Board, BoardLine
from app.ui.screens.programme.board.block import Block
from app.ui.screens.programme.board.faces import clash_words, face
from app.ui.screens.programme.board.gap_marks import GapMark, gap_marks
from app.ui.screens.programme.board.ground import Scenery, paint_ground, paint_now
from app.ui.screens.programme.board.joins import Join, joins
from app.ui.screens.programme.board.measures import HOME_PX, Measures, Spot
from app.ui.screens.programme.board.plan import Choice, Key, Plan, plan
from app.ui.theme.style import theme

_NO_PLAN = Plan(columns=(), boxes={}, clashes={}, gaps=(), lanes=())


class BoardScene(QGraphicsScene):
    """Shows a board. It is told rows and measures; hands and keys are not its business."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.board: Board | None = None
        self.lines: dict[str, BoardLine] = {}
        self.plan = _NO_PLAN
        self.choice = Choice()
        self.measures = Measures((), 160.0, 44.0)
        self.names: tuple[str, ...] = ()
        self._blocks: dict[Key, Block] = {}
        self._under: list[Join | GapMark] = []
        self._selected: frozenset[str] = frozenset()
        self._now: datetime | None = None
        self._scenery = Scenery(self.measures, {}, 1, None)
        theme().changed.connect(self._on_theme)

    # What is shown

    def show_board(self, board: Board, names: tuple[str, ...]) -> None:
        """Show a whole board; ``names`` are the planner's names of the markings."""
        self.board, self.names = board, names
        self.lines = {line.id: line for line in board.lines}
        self.draw()

    def take(self, ids: Iterable[str], lines: Iterable[BoardLine]) -> None:
        """Show entries anew of which these are the rows; those without a row are gone."""
        for entry_id in ids:
            self.lines.pop(entry_id, None)
        self.lines |= {line.id: line for line in lines}
        self.draw()

    def choose(self, choice: Choice) -> None:
        """Look at the board in another way."""
        if choice != self.choice:
            self.choice = choice
            self.draw()

    def measure(self, column_px: float, hour_px: float) -> None:
        """Make days wider and hours higher, or the contrary."""
        self.measures = Measures(self.plan.columns, column_px, hour_px)
        self._lay_out()

    def set_now(self, now: datetime | None) -> None:
        """Set the moment of the now-line (naive UTC), or take the line away."""
        self._now = now
        self._scenery = self._sceneries()
        self.update()

    def select(self, ids: Iterable[str]) -> None:
        """Show these entries as selected."""
        self._selected = frozenset(ids)
        for block in self._blocks.values():
            block.choose(chosen=block.entry_id in self._selected)

    # What is asked of it

    def blocks(self, entry_id: str = "") -> list[Block]:
        """Return the boxes of an entry in their order, or all."""
        found = [block for block in self._blocks.values() if entry_id in ("", block.entry_id)]
        return sorted(found, key=lambda block: block.box.key)

    def block_at(self, x: float, y: float) -> Block | None:
        """Return the box that lies at a point, the uppermost."""
        for block in reversed(self._blocks.values()):
            if block.rect().contains(x, y):
                return block
        return None

    def clash(self, entry_id: str) -> str:
        """Return with what an entry clashes, in words; "" with nothing."""
        return clash_words(entry_id, self.plan.clashes.get(entry_id, ()), self.lines)

    def lane_edges(self, spot: Spot) -> tuple[float, float]:
        """Return between which edges a new entry at a spot stands: its lane, or the part."""
        rect = self.measures.part_rect(spot.column, spot.part)
        left, width = rect.left() + 4, rect.width() - 4 - HOME_PX
        count = len(self.plan.lanes)
        if not count:
            return left, left + width
        lane = int(spot.share * count)
        return left + width * lane / count, left + width * (lane + 1) / count

    def parties_at(self, spot: Spot) -> frozenset[str]:
        """Return for whom a new entry at a spot is: the lane's party; else those that are looked at."""
        lanes = self.plan.lanes
        return frozenset({lanes[int(spot.share * len(lanes))]}) if lanes else self.choice.parties

    # Drawing

    def draw(self) -> None:
        """Work out the plan again, and bring the boxes in step with it."""
        if self.board is None:
            return
        self.plan = plan(self.board, self.lines.values(), self.choice)
        self.measures = Measures(self.plan.columns, self.measures.column_px, self.measures.hour_px)
        for key in self._blocks.keys() - self.plan.boxes.keys():
            self.removeItem(self._blocks.pop(key))
        for key, box in self.plan.boxes.items():
            line = self.lines[box.entry_id]
            words = face(
                self.board.head,
                line,
                box.piece,
                self.clash(line.id),
                self.names,
                home=self.choice.home,
            )
            block = self._blocks.get(key)
            if block is None:
                block = self._blocks[key] = Block(box, words)
                block.choose(chosen=line.id in self._selected)
                self.addItem(block)
            else:
                block.tell(box, words)
        self._lay_out()

    def _lay_out(self) -> None:
        self.setSceneRect(QRectF(0, 0, self.measures.width, self.measures.height))
        for block in self._blocks.values():
            block.place(self.measures.rect(block.box))
        for item in self._under:
            self.removeItem(item)
        self._under = [*joins(self.plan, self.lines, self.measures), *gap_marks(self.plan, self.measures)]
        for item in self._under:
            self.addItem(item)
        scenery = self._sceneries()
        if scenery != self._scenery:
            self._scenery = scenery
            self.update()

    def _sceneries(self) -> Scenery:
        assert self.board is not None or not self.plan.columns
        beside: Mapping[object, str] = {}
        if self.board is not None:
            head = self.board.head
            home = head.home_zone
            beside = {
                part: (base.zone if (base := head.base_on(column.day)) else home)
                if self.choice.home
                else home
                for column in self.plan.columns
                for part in column.parts
            }
        return Scenery(self.measures, dict(beside), max(len(self.plan.lanes), 1), self._now)  # type: ignore[arg-type]

    def drawBackground(self, painter: QPainter, rect: QRectF | object, /) -> None:
        assert isinstance(rect, QRectF)
        paint_ground(painter, rect, self._scenery)

    def drawForeground(self, painter: QPainter, rect: QRectF | object, /) -> None:
        assert isinstance(rect, QRectF)
        paint_now(painter, rect, self._scenery)

    @Slot()
    def _on_theme(self) -> None:
        self.update()
