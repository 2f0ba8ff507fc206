"""What a page is made of: blocks that know their height, can be cut, and know their marking.

Why not reportlab's platypus: its paragraph parses mark-up and costs the square of its length, its table
lays out every cell anew at every split, and neither can say which words ended on which page. Here
nothing is drawn until all pages of a tab are known, so a page knows its banner and "n of m" at once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.domain.words import Marking
from app.publish.book.styles import TEXT, Align, Style
from app.publish.book.text import Line, Look, Span, lines

ORPHANS = 2  # lines of a paragraph that stay together at either side of a cut


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links and the outline lead to. ``title`` is its line in the outline, if it has one."""

    key: str
    title: str = ""
    marking: Marking = Marking.PUBLIC


@dataclass(kw_only=True, eq=False)
class Block:
    """Something that stands in a column. Measures in points, ``top`` counted from the sheet's lower edge.

    ``keep_next`` keeps it on one page with what follows; ``head`` is said again above it when it is the
    first on a page. ``measure`` comes before ``lead``, ``cut`` and ``draw``.
    """

    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False
    marking: Marking = Marking.PUBLIC
    head: "Block | None" = None
    anchor: Anchor | None = None

    def measure(self, width: float) -> float:
        """Return the height in a column of this width."""
        raise NotImplementedError

    def lead(self) -> float:
        """Return the least height that must fit for the block to begin on a page."""
        raise NotImplementedError

    def cut(self, room: float) -> "tuple[Block, Block] | None":
        """Cut into a part no higher than ``room`` and the rest, or return None where that is not possible."""
        raise NotImplementedError

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw with the upper left corner at the given point."""
        raise NotImplementedError


@dataclass(kw_only=True, eq=False)
class Para(Block):
    """A paragraph. ``bullet`` stands before the first line, in the indent."""

    parts: tuple[str | Span, ...] = ()
    style: Style = TEXT
    bullet: str = ""
    lines: list[Line] = field(default_factory=list)
    width: float = 0.0

    def measure(self, width: float) -> float:
        if width != self.width:
            self.width = width
            self.lines = lines(self.parts, self.style, width - self.style.indent)
        return len(self.lines) * self.style.leading

    def lead(self) -> float:
        count = len(self.lines)
        return (count if count <= ORPHANS + 1 else ORPHANS) * self.style.leading

    def cut(self, room: float) -> tuple[Block, Block] | None:
        fitting = min(int(room / self.style.leading + 1e-6), len(self.lines) - ORPHANS)
        if fitting < ORPHANS:
            return None
        return self._part(0, fitting), self._part(fitting, len(self.lines))

    def _part(self, start: int, end: int) -> "Para":
        return Para(
            before=0.0 if start else self.before,
            after=self.after if end == len(self.lines) else 0.0,
            marking=self.marking,
            head=self.head,
            anchor=None if start else self.anchor,
            style=self.style,
            bullet="" if start else self.bullet,
            lines=self.lines[start:end],
            width=self.width,
        )

    def draw(self, canvas: Any, x: float, top: float) -> None:
        style = self.style
        base = top - (style.leading - style.size) / 2 - style.size * 0.82
        if self.bullet:
            draw_lines(canvas, lines((self.bullet,), style, self.width)[:1], style, [x], base)
        left = x + style.indent
        share = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[style.align]
        room = self.width - style.indent
        lefts = [left + max(room - line_width(line), 0.0) * share if share else left for line in self.lines]
        draw_lines(canvas, self.lines, style, lefts, base)


def line_width(line: Line) -> float:
    """Return the width of a line in points."""
    return sum(piece.width for piece in line)


def draw_lines(canvas: Any, rows: Sequence[Line], style: Style, lefts: Sequence[float], base: float) -> None:
    """Draw lines of one style, each from its own left, the first on the base line ``base``."""
    text = canvas.beginText(0, base)
    font = colour = None
    for number, (line, left) in enumerate(zip(rows, lefts, strict=True)):
        down, at = base - number * style.leading, left
        for look, words, width in line:
            if look.font != font:
                font = look.font
                text.setFont(font, style.size, style.leading)
            if look.colour is not colour:
                colour = look.colour
                text.setFillColor(colour)
            text.setTextOrigin(at, down)
            text.textLine(words)
            if look.link or look.strike:
                _decorate(canvas, look, at, down, width - look.space.width * words.endswith(" "))
            at += width
    canvas.drawText(text)


def _decorate(canvas: Any, look: Look, left: float, base: float, width: float) -> None:
    right, size = left + width, look.size
    if look.link:
        canvas.linkRect("", look.link, (left, base - size * 0.25, right, base + size))
    if look.strike:
        canvas.setStrokeColor(look.colour)
        canvas.setLineWidth(0.6)
        canvas.line(left, base + size * 0.3, right, base + size * 0.3)


def para(
    *parts: str | Span,
    style: Style = TEXT,
    marking: Marking = Marking.PUBLIC,
    bullet: str = "",
    anchor: Anchor | None = None,
) -> Para:
    """Return a paragraph of plain text, the one way in which words come onto a page."""
    return Para(
        parts=parts,
        style=style,
        marking=marking,
        bullet=bullet,
        anchor=anchor,
        before=style.before,
        after=style.after,
        keep_next=style.keep_next,
    )


def stack_height(blocks: Sequence[Block], width: float) -> float:
    """Return the height of blocks one under another."""
    total, gap = 0.0, 0.0
    for number, block in enumerate(blocks):
        total += (max(gap, block.before) if number else 0.0) + block.measure(width)
        gap = block.after
    return total


def cut_stack(blocks: Sequence[Block], width: float, room: float) -> tuple[list[Block], list[Block]]:
    """Cut blocks one under another into those that fit in ``room``, and the rest."""
    taken: list[Block] = []
    used, gap = 0.0, 0.0
    for number, block in enumerate(blocks):
        space = max(gap, block.before) if number else 0.0
        height = block.measure(width)
        if used + space + height > room + 1e-6:
            parts = block.cut(room - used - space)
            if parts:
                return [*taken, parts[0]], [parts[1], *blocks[number + 1 :]]
            return _with_what_follows(taken, blocks[number:])
        taken.append(block)
        used += space + height
        gap = block.after
    return taken, []


def _with_what_follows(taken: list[Block], rest: Iterable[Block]) -> tuple[list[Block], list[Block]]:
    kept = len(taken)
    while kept and taken[kept - 1].keep_next:
        kept -= 1
    return taken[:kept], [*taken[kept:], *rest]


def draw_stack(canvas: Any, blocks: Sequence[Block], width: float, x: float, top: float) -> None:
    """Draw blocks one under another."""
    gap = 0.0
    for number, block in enumerate(blocks):
        top -= max(gap, block.before) if number else 0.0
        height = block.measure(width)
        block.draw(canvas, x, top)
        top -= height
        gap = block.after


@dataclass(kw_only=True, eq=False)
class Spacer(Block):
    """Empty room."""

    height: float = 0.0

    def measure(self, width: float) -> float:  # noqa: ARG002 - its height is given
        return self.height

    def lead(self) -> float:
        return self.height

    def cut(self, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002 - there is nothing to cut
        return None

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Leave the room empty."""


@dataclass(kw_only=True, eq=False)
class PageBreak(Spacer):
    """What follows begins on a new page."""
