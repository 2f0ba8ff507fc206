"""Rows of columns: the lines of programmes and tables, cut inside a row where one is higher than a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reportlab.lib.colors import Color

from app.domain.words import Marking
from app.publish.book.blocks import Block, Spacer, cut_stack, draw_stack, para, stack_height
from app.publish.book.styles import COLUMN, LINE, SIDE_LABEL, TEXT, Style

GAP = 10.0  # points between columns
WHOLE = 76.0  # a row lower than this is not cut
LEAST = 42.0  # what of a higher row must fit on a page for it to begin there

LABEL_WIDTH = 92.0  # of the column in which labels stand

Columns = tuple[float, ...]
Cells = list[list[Block]]


@dataclass(kw_only=True, eq=False)
class Row(Block):
    """Columns side by side. A width above 1 is in points; the others share what is left, by their size."""

    columns: Columns = (1.0,)
    cells: Cells = field(default_factory=list)
    pad: float = 4.0
    whole: float = WHOLE
    rule: Color | None = LINE
    fill: Color | None = None
    edge: Color | None = None
    width: float = 0.0
    height: float = 0.0

    def __post_init__(self) -> None:
        self.marking = max((block.marking for cell in self.cells for block in cell), default=Marking.PUBLIC)

    def widths(self) -> list[float]:
        """Return the widths of the columns in points, once measured."""
        fixed = sum(column for column in self.columns if column > 1)
        shares = sum(column for column in self.columns if column <= 1) or 1.0
        free = self.width - fixed - GAP * (len(self.columns) - 1)
        return [column if column > 1 else free * column / shares for column in self.columns]

    def measure(self, width: float) -> float:
        if width != self.width:
            self.width = width
            heights = [stack_height(cell, size) for cell, size in zip(self.cells, self.widths(), strict=True)]
            self.height = max(heights, default=0.0) + 2 * self.pad
        return self.height

    def lead(self) -> float:
        return self.height if self.height <= self.whole else LEAST

    def cut(self, room: float) -> tuple[Block, Block] | None:
        if self.height <= self.whole or room < LEAST:
            return None
        inner = room - 2 * self.pad
        halves = [cut_stack(cell, size, inner) for cell, size in zip(self.cells, self.widths(), strict=True)]
        if any(rest and not taken for taken, rest in halves):
            return None
        return self._part([taken for taken, _ in halves], last=False), self._part(
            [rest for _, rest in halves], last=True
        )

    def _part(self, cells: Cells, *, last: bool) -> "Row":
        return Row(
            before=0.0 if last else self.before,
            after=self.after,
            keep_next=last and self.keep_next,
            head=self.head,
            anchor=None if last else self.anchor,
            columns=self.columns,
            cells=cells,
            pad=self.pad,
            whole=self.whole,
            rule=self.rule if last else None,
            fill=self.fill,
            edge=self.edge,
        )

    def draw(self, canvas: Any, x: float, top: float) -> None:
        self._draw_ground(canvas, x, top)
        for cell, width in zip(self.cells, self.widths(), strict=True):
            draw_stack(canvas, cell, width, x, top - self.pad)
            x += width + GAP

    def _draw_ground(self, canvas: Any, x: float, top: float) -> None:
        bottom = top - self.height
        if self.fill:
            canvas.setFillColor(self.fill)
            canvas.rect(x - 4, bottom, self.width + 8, self.height, stroke=0, fill=1)
        if self.edge:
            canvas.setFillColor(self.edge)
            canvas.rect(x - 6, bottom + 1, 2, self.height - 2, stroke=0, fill=1)
        if self.rule:
            canvas.setStrokeColor(self.rule)
            canvas.setLineWidth(0.6)
            canvas.line(x, bottom, x + self.width, bottom)


def row(
    columns: Columns,
    *cells: Sequence[Block],
    head: Block | None = None,
    edge: Color | None = None,
    pad: float = 4.0,
    rule: bool = True,
) -> Row:
    """Return one line of a table, with a hairline under it unless ``rule`` is false."""
    filled = [list(cell) for cell in cells]
    return Row(columns=columns, cells=filled, head=head, edge=edge, pad=pad, rule=LINE if rule else None)


def head_row(columns: Columns, *labels: str, styles: Sequence[Style] = ()) -> Row:
    """Return the head of a table, which is said again on each page that the table runs on."""
    looks = styles or [COLUMN] * len(labels)
    cells: Cells = [
        [para(label.upper(), style=style)] if label else []
        for label, style in zip(labels, looks, strict=True)
    ]
    return Row(columns=columns, cells=cells, pad=3.0, keep_next=True)


def table(
    columns: Columns, labels: Sequence[str], rows: Iterable[Sequence[Sequence[Block]]], pad: float = 4.0
) -> list[Block]:
    """Return a table: a head and its rows; nothing at all where there is no row."""
    head = head_row(columns, *labels)
    lines: list[Block] = [row(columns, *cells, head=head, pad=pad) for cells in rows]
    return [head, *lines] if lines else []


def labelled(label: str, *blocks: Block, colour: Color | None = None) -> Row:
    """Return words with their label beside them, in a column of its own."""
    style = replace(SIDE_LABEL, colour=colour) if colour else SIDE_LABEL
    mark = para(label.upper(), style=style)
    cells: Cells = [[Spacer(height=1.7), mark], list(blocks)]  # both stand on one base line so
    return Row(columns=(LABEL_WIDTH, 1.0), cells=cells, pad=0.0, rule=None, after=3.0)


def fact(label: str, text: str, marking: Marking, style: Style = TEXT) -> list[Block]:
    """Return a labelled text, or nothing where the text is empty."""
    return [labelled(label, para(text, style=style, marking=marking))] if text.strip() else []
