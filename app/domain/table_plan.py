"""Where the table and the chairs of a seating plan stand when it is drawn (pure).

A drawing is measured in whatever unit its width is given in, paper's points or a screen's pixels: across from
the middle of the drawing, down from its upper edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, field
from itertools import pairwise
from math import cos, pi, sin

from app.domain.seating import ROWS, TableRow, TableShape

_BEHIND = (TableRow.HOST_BEHIND, TableRow.BEHIND)
_ARM = 0.24  # of a chair's width: an arm of the table in a U
_CROWDED = 1.25  # how much wider than its share of the ring a chair may be: the ring is flat, rows overlap
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Measures:
    """How large things are: a chair's height and widest and narrowest, the gap between two, a table's depth.

    ``flattest`` and ``deepest`` bound half the height of a round table with its chairs.
    """

    high: float
    gap: float
    widest: float
    narrowest: float
    table: float
    flattest: float
    deepest: float

    def times(self, scale: float) -> Measures:
        """Return them all larger, or smaller."""
        return Measures(*(size * scale for size in astuple(self)))


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of a chair: the row, the number in it from 0, and the middle of its upper edge."""

    row: str
    place: int
    across: float
    down: float


@dataclass(frozen=True, slots=True)
class Top:
    """A piece of the table's top: the middle of its upper edge, and its size."""

    across: float
    down: float
    width: float
    height: float


@dataclass(slots=True)
class Arranged:
    """A whole drawing: the width of a chair, the chairs, the table, and how high it all is."""

    shape: TableShape
    width: float
    wide: float
    spots: list[Spot] = field(default_factory=list)
    tops: list[Top] = field(default_factory=list)
    height: float = 0.0


def arranged(
    counts: Mapping[str, int],
    shape: TableShape,
    width: float,
    measures: Measures,
    middles: Mapping[str, float] | None = None,
) -> Arranged:
    """Return the drawing of rows with so many chairs each, as wide as ``width`` at the most.

    ``middles`` says which place of a row stands in the middle of the drawing; without it, the row does. Rows
    that do not belong to the shape stand beneath.
    """
    draft = _Draft(counts, shape, width, measures, middles or {})
    draft.place()
    return draft.made


class _Draft:
    """A drawing while it is made, from above to below."""

    def __init__(
        self,
        counts: Mapping[str, int],
        shape: TableShape,
        width: float,
        measures: Measures,
        middles: Mapping[str, float],
    ) -> None:
        self.counts, self.measures, self.middles = counts, measures, middles
        self.made = Arranged(shape, width, 0.0)
        self.made.wide = self._chair_width()

    def place(self) -> None:
        known = {row.value for row in (*ROWS[self.made.shape], *_BEHIND)}
        self._line(TableRow.HOST_BEHIND)
        {
            TableShape.FACING: self._facing,
            TableShape.ROUND: self._round,
            TableShape.HORSESHOE: self._horseshoe,
        }[self.made.shape]()
        self._line(TableRow.BEHIND)
        for name in self.counts:
            if name not in known:  # seats of another table, or of a row that somebody named
                self._line(name)

    def _count(self, row: str) -> int:
        return self.counts.get(row, 0)

    def _middle(self, row: str) -> float:
        return self.middles.get(row, (self._count(row) - 1) / 2)

    def _line(self, row: str) -> None:
        """Place a row from side to side."""
        if not self._count(row):
            return
        pitch = self.made.wide + self.measures.gap
        for place in range(self._count(row)):
            self._put(row, place, (place - self._middle(row)) * pitch, self.made.height)
        self.made.height += self.measures.high + self.measures.gap

    def _put(self, row: str, place: int, across: float, down: float) -> None:
        self.made.spots.append(Spot(str(row), place, across, down))

    def _facing(self) -> None:
        made, size = self.made, self.measures
        first = len(made.spots)
        self._line(TableRow.HOST)
        above = made.height
        made.height += size.table + size.gap
        self._line(TableRow.OURS)
        there = [spot.across for spot in made.spots[first:]] or [0.0]
        left, right = min(there) - made.wide / 2, max(there) + made.wide / 2
        made.tops.append(Top((left + right) / 2, above, right - left, size.table))

    def _round(self) -> None:
        made, size, count = self.made, self.measures, self._count(TableRow.ROUND)
        across = (made.width - made.wide) / 2 if count > _PAIR else 0.0
        across = min(across, size.high * count)
        down = self._apart(count, across)
        for place in range(count):
            turn = 2 * pi * place / count
            self._put(TableRow.ROUND, place, across * sin(turn), made.height + down * (1 - cos(turn)))
        inner = max(across - made.wide / 2 - size.gap, size.high * 0.85)
        below = max(2 * down - size.high - 2 * size.gap, size.table)
        made.tops.append(Top(0.0, made.height + size.high + size.gap, 2 * inner, below))
        made.height += 2 * down + size.high + size.gap

    def _apart(self, count: int, across: float) -> float:
        """Return the least half height of a round table at which no chair covers the next."""
        down = self.measures.flattest
        while count > 1 and down < self.measures.deepest and not self._is_clear(count, across, down):
            down += self.measures.gap
        return down

    def _is_clear(self, count: int, across: float, down: float) -> bool:
        size = self.measures
        turns = [2 * pi * place / count for place in range(count + 1)]  # the first comes after the last
        return all(
            across * abs(sin(one) - sin(other)) >= self.made.wide + size.gap
            or down * abs(cos(one) - cos(other)) >= size.high + size.gap
            for one, other in pairwise(turns)
        )

    def _horseshoe(self) -> None:
        made, size = self.made, self.measures
        self._line(TableRow.HEAD)
        above, pitch = made.height, size.high + size.gap
        for row, side in ((TableRow.LEFT, -1), (TableRow.RIGHT, 1)):
            for place in range(self._count(row)):
                self._put(row, place, side * (made.wide + size.gap), above + place * pitch)
        longest = max(self._count(TableRow.LEFT), self._count(TableRow.RIGHT), 1)
        made.height += longest * pitch
        arm = made.wide * _ARM
        made.tops.append(Top(0.0, above, made.wide, size.table))
        for side in (-1, 1):
            down = longest * pitch - size.gap
            made.tops.append(Top(side * (made.wide - arm) / 2, above, arm, down))

    def _chair_width(self) -> float:
        """Return how wide a chair can be so that the longest row fits."""
        size, width = self.measures, self.made.width
        fits = width / (2 * max(self._reaches(), default=0.5)) - size.gap
        if self.made.shape is TableShape.ROUND:
            count = self._count(TableRow.ROUND) or 1
            fits = min(fits, width / 2 * pi / count * _CROWDED - size.gap)
        elif self.made.shape is TableShape.HORSESHOE:
            fits = min(fits, width / 3 - size.gap)  # an arm, the table, an arm
        return max(min(fits, size.widest), size.narrowest)

    def _reaches(self) -> Iterator[float]:
        """Yield how far each row from side to side reaches from the middle of the drawing, in chairs."""
        upright = {TableRow.ROUND, TableRow.LEFT, TableRow.RIGHT}
        for row, count in self.counts.items():
            if count and row not in upright:
                yield max(self._middle(row), count - 1 - self._middle(row)) + 0.5
