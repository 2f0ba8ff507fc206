"""A shipped table: compressed columns of text, and search keys by which a row is found as somebody types.

A file is one XZ stream of columns divided by ``BETWEEN``; a column has one line for each row, the best rows
first. The first column holds the search keys: a row's folded names, each followed by ``|``, the name that
it is shown by first. Rows are found by searching that column as one long string, which takes a few
milliseconds for tens of thousands of rows and needs no index to be built at the start.
"""

from __future__ import annotations

import lzma
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, islice

from app.domain.folding import folded, initials, is_initials
from app.paths import RESOURCES

FOLDER = RESOURCES / "reference"
BETWEEN = "\x1d"
_BEFORE_WORDS = " -/("
_UMLAUT = re.compile("ae|oe|ue")
_TELLING = 5  # Latin letters; fewer stand somewhere in nearly every row


class Register:
    """One shipped table; read from its file when it is first asked for anything."""

    def __init__(self, name: str) -> None:
        self._path = FOLDER / f"{name}.xz"

    @cached_property
    def columns(self) -> tuple[list[str], ...]:
        """Return all columns but the keys."""
        return tuple(column.split("\n") for column in self._parts[1:])

    def find(self, text: str, limit: int) -> tuple[int, ...]:
        """Return the numbers of at most ``limit`` rows for what was typed, the likeliest first.

        Names that are what was typed come before names that begin so, those before names with a word
        that begins so, and rows that have every word anywhere come last; among equals, the better row first.
        A consonant standing alone is taken as the beginning of a Korean syllable: ㅍㄹ finds 파리. Where
        nothing is found, ae, oe and ue are read as the umlauts that a keyboard lacks: Koeln finds Köln.
        """
        wanted = _wanted(text)
        if not wanted:
            return ()
        found = self._by_initials(wanted) if is_initials(wanted) else self._by_letters(wanted)
        rows = tuple(islice(_each_once(found), limit))
        bare = _UMLAUT.sub(lambda pair: pair[0][0], wanted)
        if not rows and bare != wanted:
            return self.find(bare, limit)
        return rows

    def begins(self, row: int, text: str) -> bool:
        """Tell whether any name of a row begins with what was typed."""
        return f"|{_wanted(text)}" in self._names(row)

    def is_called(self, row: int, text: str) -> bool:
        """Tell whether any name of a row is what was typed."""
        return f"|{_wanted(text)}|" in self._names(row)

    def _names(self, row: int) -> str:
        return f"|{self._keys[self._starts[row] : self._starts[row + 1]]}"

    @cached_property
    def _parts(self) -> list[str]:
        return lzma.decompress(self._path.read_bytes()).decode().split(BETWEEN)

    @cached_property
    def _keys(self) -> str:
        return f"\n{self._parts[0]}\n"

    @cached_property
    def _starts(self) -> Sequence[int]:
        return list(accumulate((len(line) + 1 for line in self._parts[0].split("\n")), initial=1))

    @cached_property
    def _initial_keys(self) -> tuple[list[int], list[str]]:
        rows, keys = [], []
        for row, line in enumerate(self._parts[0].split("\n")):
            if not line.isascii() and (key := initials(line)) != line:
                rows.append(row)
                keys.append(f"|{key}")
        return rows, keys

    def _by_letters(self, wanted: str) -> Iterator[int]:
        words_begin = (f"{before}{wanted}" for before in _BEFORE_WORDS)
        for needle in (f"\n{wanted}|", f"|{wanted}|", f"\n{wanted}", f"|{wanted}", *words_begin):
            yield from self._rows_with(needle)
        words = wanted.split()
        longest = max(words, key=len)
        if longest.isascii() and len(longest) < _TELLING:
            return
        for row in self._rows_with(longest):
            line = self._keys[self._starts[row] : self._starts[row + 1]]
            if all(word in line for word in words):
                yield row

    def _rows_with(self, needle: str) -> Iterator[int]:
        keys, starts = self._keys, self._starts
        place = keys.find(needle)
        while place >= 0 and (row := bisect_right(starts, place + 1) - 1) < len(starts) - 1:
            yield row
            place = keys.find(needle, starts[row + 1] - 1)

    def _by_initials(self, wanted: str) -> Iterator[int]:
        sought = initials(wanted)
        rows, keys = self._initial_keys
        for needle in (f"|{sought}|", f"|{sought}", sought):
            for row, key in zip(rows, keys, strict=True):
                if needle in key:
                    yield row


def _wanted(text: str) -> str:
    return folded(text).replace("|", " ").strip()


def _each_once(rows: Iterator[int]) -> Iterator[int]:
    seen: set[int] = set()
    for row in rows:
        if row not in seen:
            seen.add(row)
            yield row
