"""The board as a scene: told rows and measures, it works the plan out and brings what is painted in step."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QRectF, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene, QGraphicsSceneHelpEvent, QToolTip

from app.domain.board.days import Part
from app.planning.views.board import Board, BoardLine
from app.ui.preferences import USUAL_ZOOM
from app.ui.screens.programme.board.amiss import WELL, Amiss, found_amiss
from app.ui.screens.programme.board.block import Block
from app.ui.screens.programme.board.blocks import Blocks
from app.ui.screens.programme.board.faces import face, told
from app.ui.screens.programme.board.ground import Scenery, paint_ground, paint_now
from app.ui.screens.programme.board.lane_room import lanes_px
from app.ui.screens.programme.board.measures import Measures, Spot
from app.ui.screens.programme.board.plan import Box, Choice, Plan
from app.ui.screens.programme.board.planner import Planner
from app.ui.screens.programme.board.undergrowth import Undergrowth
from app.ui.theme.style import theme
from app.ui.widgets.plain import tip_markup


class BoardScene(QGraphicsScene):
    """Shows a board. It is told rows and measures; hands and keys are not its business."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self.board: Board | None = None
        self.lines: dict[str, BoardLine] = {}
        self.plan = Plan()
        self.choice = Choice()
        self.measures = Measures((), *USUAL_ZOOM)
        self.names: tuple[str, ...] = ()
        self._blocks = Blocks(self)
        self._drawn: object = None
        self._seen_rect = QRectF()
        self._amiss: dict[str, Amiss] = {}
        self._planner = Planner()
        self._under = Undergrowth(self)
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
        changed = tuple(ids)
        for entry_id in changed:
            self.lines.pop(entry_id, None)
        self.lines |= {line.id: line for line in lines}
        self.draw(changed)

    def choose(self, choice: Choice) -> None:
        """Look at the board in another way."""
        if choice != self.choice:
            self.choice = choice
            self.draw()

    def measure(self, column_px: float, hour_px: float, *, even: bool = False) -> None:
        """Make days wider and hours higher, or the contrary; all of one width where they are ``even``."""
        room = lanes_px(len(self.plan.lanes))
        self.measures = Measures(self.plan.columns, column_px, hour_px, even=even, lanes_px=room)
        self._lay_out(self._blocks)

    def set_now(self, now: datetime | None) -> None:
        """Set the moment of the now-line (naive UTC), or take the line away."""
        if now != self._now:
            self._now = now
            self._scenery = self._sceneries()
            self.update()

    def set_seen(self, seen: QRectF) -> None:
        """Know what part of the board is seen."""
        self._seen_rect = seen
        self._blocks.stick(seen)

    def select(self, ids: Iterable[str]) -> None:
        """Show these entries as selected."""
        self._blocks.choose(ids)

    def fade(self, ids: Iterable[str]) -> None:
        """Show these entries as cut."""
        self._blocks.fade(ids)

    # What is asked of it

    def now_at(self) -> tuple[int, float] | None:
        """Return on which day and at which minute of it this moment lies, while the visit is under way."""
        if self._now is not None:
            for number, column in enumerate(self.plan.columns):
                for part in column.parts:
                    if part.starts_utc <= self._now < part.ends_utc:
                        return number, part.minute(self._now)
        return None

    def blocks(self, entry_id: str = "") -> list[Block]:
        """Return the boxes of an entry in their order, or all."""
        return self._blocks.of(entry_id)

    def block_at(self, x: float, y: float) -> Block | None:
        """Return the box that lies at a point, the uppermost."""
        return self._blocks.at(x, y)

    def looked_at(self) -> list[str]:
        """Return the entries that the chosen parties leave, on the board or beyond it."""
        if not self.choice.parties:
            return list(self.lines)
        return [entry_id for entry_id, line in self.lines.items() if self.choice.shows(line)]

    def beyond(self) -> list[str]:
        """Return those of them that lie too far from the visit for the days of the board."""
        return [entry_id for entry_id in self.looked_at() if not self._blocks.keys(entry_id)]

    def amiss(self, entry_id: str) -> Amiss:
        """Return what is wrong with an entry, in words."""
        return self._amiss.get(entry_id, WELL)

    def tip(self, entry_id: str) -> str:
        """Return all there is to know of an entry at a glance."""
        line = self.lines.get(entry_id)
        if line is None or self.board is None:
            return ""
        return told(self.board.head, line, self.amiss(entry_id), self.names)

    def lane_at(self, spot: Spot) -> int:
        """Return the number of the lane at a spot; 0 where there are none."""
        return int(spot.share * len(self.plan.lanes))

    def share_of(self, party_ids: frozenset[str]) -> tuple[float, float]:
        """Return which share of its part's width a new entry takes: the lane of its party, or all of it."""
        lanes = self.plan.lanes
        if len(party_ids) != 1 or not party_ids <= set(lanes):
            return 0.0, 1.0
        lane = lanes.index(next(iter(party_ids)))
        return lane / len(lanes), (lane + 1) / len(lanes)

    def parties_at(self, spot: Spot) -> frozenset[str]:
        """Return for whom a new entry at a spot is: the lane's party; else those that are looked at."""
        lanes = self.plan.lanes
        return frozenset({lanes[self.lane_at(spot)]}) if lanes else self.choice.parties

    # Drawing

    def draw(self, changed: Iterable[str] = ()) -> None:
        """Work out the plan again, and bring what is painted in step with it; these entries' rows are new."""
        if self.board is None:
            return
        before, amiss_before = self.plan, self._amiss
        self.plan = self._planner.plan(self.board, self.lines, self.choice)
        self._amiss = found_amiss(self.plan, self.lines)
        drawn = (self.board.head, self.names, self.choice.home)
        whole = drawn != self._drawn or self.plan.columns is not before.columns
        self._drawn = drawn
        if self.plan.columns is not before.columns:
            room = lanes_px(len(self.plan.lanes))
            self.measures = replace(self.measures, columns=self.plan.columns, lanes_px=room)
        places = [
            place
            for place, boxes in self.plan.places.items()
            if whole or before.places.get(place) is not boxes
        ]
        self._blocks.forget(before, self.plan, places)
        touched = {box.key: box for place in places for box in self.plan.places[place]}
        amiss = {
            entry_id
            for entry_id in self._amiss.keys() | amiss_before.keys()
            if self._amiss.get(entry_id) != amiss_before.get(entry_id)
        }
        for entry_id in amiss.union(changed):
            touched |= {key: self.plan.boxes[key] for key in self._blocks.keys(entry_id)}
        self._lay_out([self._tell(box, self.lines[box.entry_id]) for box in touched.values()])

    def _tell(self, box: Box, line: BoardLine) -> Block:
        """Let a box say what there is to say."""
        assert self.board is not None
        head, amiss = self.board.head, self.amiss(line.id)
        return self._blocks.tell(
            box,
            (line, amiss, box.piece, self._drawn),
            lambda: face(head, line, box.piece, amiss, self.names, home=self.choice.home),
        )

    def _lay_out(self, blocks: Iterable[Block]) -> None:
        """Put these boxes, and what lies under them, where they stand."""
        bounds = QRectF(0, 0, self.measures.width, self.measures.height)
        if bounds != self.sceneRect():
            self.setSceneRect(bounds)
        for block in blocks:
            block.stand(self.measures)
            block.stick(self._seen_rect)
        self._under.show(self.plan, self.lines, self.measures)
        scenery = self._sceneries()
        if scenery != self._scenery:
            self._scenery = scenery
            self.update()

    def _sceneries(self) -> Scenery:
        assert self.board is not None or not self.plan.columns
        beside: dict[Part, str] = {}
        if self.board is not None:
            head = self.board.head
            beside = {
                part: head.zone_on(column.day) if self.choice.home else head.home_zone
                for column in self.plan.columns
                for part in column.parts
            }
        return Scenery(self.measures, beside, max(len(self.plan.lanes), 1), self._now)

    def helpEvent(self, event: QGraphicsSceneHelpEvent, /) -> None:
        at = event.scenePos()
        block = self.block_at(at.x(), at.y())
        QToolTip.showText(event.screenPos(), tip_markup(self.tip(block.entry_id)) if block else "")
        event.accept()

    def drawBackground(self, painter: QPainter, rect: QRectF | object, /) -> None:
        assert isinstance(rect, QRectF)
        paint_ground(painter, rect, self._scenery)

    def drawForeground(self, painter: QPainter, rect: QRectF | object, /) -> None:
        assert isinstance(rect, QRectF)
        paint_now(painter, rect, self._scenery)

    @Slot()
    def _on_theme(self) -> None:
        self.update()
