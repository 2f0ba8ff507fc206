"""What lies under the boxes: threads of ways and marks of gaps, made again only where something differs."""

from collections.abc import Mapping

from PySide6.QtWidgets import QGraphicsScene

from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.gap_marks import GapMark, gap_marks, gaps_by_place
from app.ui.screens.programme.board.joins import Join, join, pairs
from app.ui.screens.programme.board.measures import Measures
from app.ui.screens.programme.board.plan import Box, Place, Plan


class Undergrowth:
    """Keeps threads and marks in a scene."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._measures = Measures((), 1.0, 1.0)
        self._joins: dict[tuple[Box, Box], Join] = {}
        self._marks: dict[Place, tuple[object, list[GapMark]]] = {}

    def show(self, plan: Plan, lines: Mapping[str, BoardLine], measures: Measures) -> None:
        """Show the threads and marks of a plan."""
        if measures != self._measures:
            self._measures = measures
            self._forget()
        wanted = pairs(plan, lines)
        for gone in self._joins.keys() - wanted:
            self._scene.removeItem(self._joins.pop(gone))
        for new in wanted - self._joins.keys():
            self._joins[new] = join(*new, measures)
            self._scene.addItem(self._joins[new])
        gaps = gaps_by_place(plan)
        for place in self._marks.keys() | gaps.keys():
            seen = (gaps.get(place, ()), plan.places.get(place, ()))
            if place not in self._marks or self._marks[place][0] != seen:
                self._remove_marks(place)
                marks = gap_marks(*seen, measures)
                self._marks[place] = (seen, marks)
                for mark in marks:
                    self._scene.addItem(mark)

    def _remove_marks(self, place: Place) -> None:
        for mark in self._marks.pop(place, ((), []))[1]:
            self._scene.removeItem(mark)

    def _forget(self) -> None:
        for place in tuple(self._marks):
            self._remove_marks(place)
        for join_ in self._joins.values():
            self._scene.removeItem(join_)
        self._joins = {}
