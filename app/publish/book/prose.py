"""Words with plain emphasis and lists, as blocks on a page."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from app.domain.prose import Line, lines_of
from app.domain.words import Marking
from app.publish.book.blocks import Block, para
from app.publish.book.fonts import SEMIBOLD
from app.publish.book.styles import POINT
from app.publish.book.text import Span

_STEP = "\u2003"  # an em space: as wide as the indent of an item


def prose(words: str, marking: Marking, *tail: Span) -> list[Block]:
    """Return a text as paragraphs and items of lists, with ``tail`` behind its last word.

    The letters of the book have no slanted form: either emphasis is their stronger one.
    """
    groups = [(level, list(group)) for level, group in groupby(lines_of(words), key=lambda line: line.level)]
    parts = [(level, spans) for level, group in groups for spans in _spans(level, group)]
    parts[-1][1].extend(tail)
    return [_block(level, spans, marking) for level, spans in parts]


def _spans(level: int | None, lines: list[Line]) -> Iterator[list[Span]]:
    """Yield the spans of each block: an item each, or all the lines between two lists as one."""
    if level is not None:
        yield from ([*_of_line(line)] for line in lines)
        return
    spans: list[Span] = []
    for number, line in enumerate(lines):
        spans += [*([Span("\n")] if number else []), *_of_line(line)]
    yield spans


def _of_line(line: Line) -> Iterator[Span]:
    for run in line.runs:
        yield Span(run.text, font=SEMIBOLD if run.strong or run.slanted else None)


def _block(level: int | None, spans: list[Span], marking: Marking) -> Block:
    if level is None:
        return para(*spans, marking=marking)
    style = replace(POINT, indent=POINT.indent * (level + 1))
    return para(*spans, style=style, marking=marking, bullet=f"{_STEP * level}•")
