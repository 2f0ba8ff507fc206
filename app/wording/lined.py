"""Rows of words in columns, for a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from unicodedata import combining, east_asian_width

_GAP = "  "


def lined(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield each row as a line, its cells under those of the rows before; a cell is one line of words.

    A wide letter, such as a Hangul syllable, takes two places, and the last cell is never filled up.
    """
    plain = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip_longest(*plain, fillvalue="")]
    for row in plain:
        filled = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=False))
        yield _GAP.join(filled).rstrip()


def _width(text: str) -> int:
    return sum(0 if combining(one) else 2 if east_asian_width(one) in "WF" else 1 for one in text)
