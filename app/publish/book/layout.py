"""Filling pages: blocks in order, headings kept with what follows, table heads said again."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.words import Marking
from app.publish.book.blocks import Anchor, Block, PageBreak


@dataclass(frozen=True, slots=True)
class Placed:
    """A block at its place: ``down`` points below the upper edge of the text area."""

    block: Block
    down: float


@dataclass(slots=True)
class Page:
    """One laid-out page."""

    placed: list[Placed] = field(default_factory=list)

    @property
    def marking(self) -> Marking:
        """The highest marking of the words really on this page."""
        return max((one.block.marking for one in self.placed), default=Marking.PUBLIC)

    @property
    def anchors(self) -> list[tuple[Anchor, float]]:
        """The anchors on this page, and how far down they stand."""
        return [(one.block.anchor, one.down) for one in self.placed if one.block.anchor]


def lay_out(story: Iterable[Block], width: float, height: float) -> list[Page]:
    """Lay blocks out on pages whose text area has the given size in points; no page is left empty."""
    filler = _Filler(width, height, deque(story))
    filler.run()
    return [page for page in filler.pages if page.placed]


@dataclass
class _Filler:
    width: float
    height: float
    queue: deque[Block]
    pages: list[Page] = field(default_factory=lambda: [Page()])
    used: float = 0.0
    gap: float = 0.0

    def run(self) -> None:
        while self.queue:
            block = self.queue.popleft()
            if isinstance(block, PageBreak):
                self._turn()
            else:
                self._set(block)

    def _turn(self) -> None:
        if self.pages[-1].placed:
            self.pages.append(Page())
        self.used = self.gap = 0.0

    def _set(self, block: Block) -> None:
        if not self._fits_with_next(block) and self.used:
            self._turn()
        if not self.used and block.head is not None and len(self.pages) > 1:
            self._place(block.head, block.head.measure(self.width))
        height = block.measure(self.width)
        room = self.height - self.used - self._space(block)
        if height <= room + 1e-6:
            self._place(block, height)
            return
        parts = block.cut(room)
        if parts is None and self._is_fresh(block):
            self._place(block, height)  # higher than any page and cannot be cut: nothing better is left
        elif parts is None:
            self.queue.appendleft(block)
            self._turn()
        else:
            self._place(parts[0], parts[0].measure(self.width))
            self.queue.appendleft(parts[1])
            self._turn()

    def _is_fresh(self, block: Block) -> bool:
        """Tell whether a page holds nothing yet but the head of this block."""
        placed = self.pages[-1].placed
        return not placed or (len(placed) == 1 and placed[0].block is block.head)

    def _space(self, block: Block) -> float:
        return max(self.gap, block.before) if self.used else 0.0

    def _place(self, block: Block, height: float) -> None:
        self.used += self._space(block)
        self.pages[-1].placed.append(Placed(block, self.used))
        self.used += height
        self.gap = block.after

    def _fits_with_next(self, block: Block) -> bool:
        """Tell whether a block, and all that must stay with it, can begin on this page."""
        need, gap = self.used, self.gap
        for follower in self._chain(block):
            need += max(gap, follower.before) if need else 0.0
            height = follower.measure(self.width)
            need += height if follower.keep_next else follower.lead()
            gap = follower.after
        return need <= self.height + 1e-6

    def _chain(self, block: Block) -> Iterable[Block]:
        yield block
        following = iter(self.queue)
        while block.keep_next:
            found = next(following, None)
            if found is None or isinstance(found, PageBreak):
                return
            block = found
            yield block
