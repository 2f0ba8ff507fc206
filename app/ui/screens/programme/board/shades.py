"""What a hand or a key shows while it moves: where the entries would be, in boxes and in words.

Nothing here changes anything; it turns times into pale boxes on the ghost.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRectF

from app.domain.board.days import DAY
from app.domain.board.pieces import Piece, pieces, whole_piece
from app.domain.errors import AideError
from app.domain.time import to_utc
from app.planning.moving import Start
from app.planning.placing import end_of, start_of
from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.ghost import Carried, Ghost
from app.ui.screens.programme.board.moving import (
    Clocks,
    clocks,
    clocks_between,
    length_of,
    target_part,
)
from app.ui.screens.programme.board.plan import Box, Plan
from app.ui.screens.programme.board.scene import BoardScene
from app.ui.screens.programme.board.times import exists, skipped_words, span_words
from app.wording import _

_WHOLE = (0.0, 1.0)


class Shades:
    """Shows on the ghost of a scene what would be; ``seen`` returns what is seen of the scene."""

    def __init__(self, scene: BoardScene, ghost: Ghost, seen: Callable[[], QRectF]) -> None:
        self._scene = scene
        self._ghost = ghost
        self._seen = seen
        self._lifted: frozenset[str] = frozenset()
        self._asked: tuple[object, ...] | None = None  # what the ghost shows, where entries are carried
        self._shares_of: tuple[Plan, dict[str, tuple[float, float]]] | None = None

    def show_starts(
        self,
        starts: Mapping[str, Start],
        lines: Sequence[BoardLine],
        *,
        lane: int | None = None,
        copies: bool = False,
    ) -> None:
        """Show entries at other starts, the first of ``lines`` being the one under the hand.

        ``lane`` is the lane into which they go; ``copies`` tells that those that there are stay.
        """
        asked = (self._scene.plan, self._scene.measures, dict(starts), lane, copies)
        if asked == self._asked:  # within one step of the grid a hand moves nothing
            return
        self._lift(frozenset() if copies else frozenset(starts))
        shares = self._shares()
        if lane is not None:
            count = len(self._scene.plan.lanes)
            shares = dict.fromkeys(shares, (lane / count, (lane + 1) / count))
        rects = [
            rect for line in lines for rect in self._moved(line, starts[line.id], shares.get(line.id, _WHOLE))
        ]
        start = starts[lines[0].id]
        words = self._moved_words(lines[0], start)
        self._carry(rects, (*((_("Copy"),) if copies else ()), *words), allowed=exists(start))
        self._asked = asked

    def show_span(self, line: BoardLine, start: Start | None = None, end: Start | None = None) -> None:
        """Show an entry with another start or another end."""
        first, last = start or start_of(line), end or end_of(line)
        rects = self._between(line.id, first, last, self._shares().get(line.id, _WHOLE))
        self._lift(frozenset({line.id}))
        words = self._words(first, last)
        self._carry(rects, words, allowed=exists(first) and exists(last))

    def show_ends(self, ends: Mapping[str, Start], lines: Sequence[BoardLine]) -> None:
        """Show entries with other ends; the words are those of the first of ``lines``."""
        self._lift(frozenset(ends))
        shares = self._shares()
        rects = [
            rect
            for line in lines
            for rect in self._between(line.id, start_of(line), ends[line.id], shares.get(line.id, _WHOLE))
        ]
        self._carry(rects, self._words(start_of(lines[0]), ends[lines[0].id]), allowed=True)

    def show_new(self, party_ids: frozenset[str], start: Start, end: Start) -> None:
        """Show an entry that would be new, in the lane of its parties."""
        rects = self._between("", start, end, self._scene.share_of(party_ids))
        words = self._words(start, end)
        self._carry(rects, words, allowed=exists(start) and exists(end))

    def show_band(self, band: QRectF) -> None:
        """Show the band that a hand draws around entries."""
        self._carry([band], (), allowed=True)

    def let_go(self) -> None:
        """Show nothing any more."""
        self._asked = None
        self._ghost.let_go()
        self._lift(frozenset())

    def _lift(self, entry_ids: frozenset[str]) -> None:
        """Show these entries, and no others, as being moved; nothing is done where that is so already."""
        if entry_ids != self._lifted:
            self._lifted = entry_ids
            for block in self._scene.blocks():
                block.lift(lifted=block.entry_id in entry_ids)

    def _moved(self, line: BoardLine, start: Start, share: tuple[float, float]) -> list[QRectF]:
        if line.start_zone == line.end_zone:
            # Most are: hundreds of them follow a hand without reckoning what instant it is for each.
            whole = whole_piece(self._scene.plan.columns, line.id, start.wall, start.zone, length_of(line))
            if whole is not None:
                return [self._scene.measures.rect(Box((line.id, 0, 0), whole, *share))]
        try:
            return self._boxes(clocks(line, start), share)
        except AideError:  # no such time: it is shown where the day's hours have it
            return self._skipped(line, start, share)

    def _skipped(self, line: BoardLine, start: Start, share: tuple[float, float]) -> list[QRectF]:
        part = target_part(self._scene.plan.columns, start)
        if part is None:
            return []
        top = 60 * start.wall.hour + start.wall.minute
        bottom = min(top + int(length_of(line).total_seconds()) // 60, DAY)
        piece = Piece(line.id, *part, top, bottom, starts=True, ends=True)
        return [self._scene.measures.rect(Box((line.id, 0, 0), piece, *share))]

    def _between(self, line_id: str, start: Start, end: Start, share: tuple[float, float]) -> list[QRectF]:
        try:
            return self._boxes(clocks_between(line_id, start, end), share)
        except AideError:
            return [block.rect() for block in self._scene.blocks(line_id)] if line_id else []

    def _boxes(self, moved: Clocks, share: tuple[float, float]) -> list[QRectF]:
        measures = self._scene.measures
        return [
            measures.rect(Box((moved.id, number, 0), piece, *share))
            for number, piece in enumerate(pieces(self._scene.plan.columns, moved))
        ]

    def _shares(self) -> dict[str, tuple[float, float]]:
        """Return the share of its part's width that each entry has now, that of its first box."""
        plan = self._scene.plan
        if self._shares_of is None or self._shares_of[0] is not plan:
            shares: dict[str, tuple[float, float]] = {}
            for block in self._scene.blocks():
                shares.setdefault(block.entry_id, (block.box.left, block.box.right))
            self._shares_of = plan, shares
        return self._shares_of[1]

    def _moved_words(self, line: BoardLine, start: Start) -> tuple[str, ...]:
        assert self._scene.board is not None
        try:
            moved = clocks(line, start)
        except AideError:
            return skipped_words(start.wall)
        return span_words(self._scene.board.head, start, moved.end_utc, moved.end_zone)

    def _words(self, start: Start, end: Start) -> tuple[str, ...]:
        assert self._scene.board is not None
        for time in (start, end):
            if not exists(time):
                return skipped_words(time.wall)
        end_utc = to_utc(end.wall, end.zone, end.fold or 0)
        return span_words(self._scene.board.head, start, end_utc, end.zone)

    def _carry(self, rects: Sequence[QRectF], words: tuple[str, ...], *, allowed: bool) -> None:
        self._asked = None
        self._ghost.carry(Carried(tuple(rects), words, allowed), self._seen())
