"""Finding names by what is typed of them: words in any order, best first.

A name is kept folded, and with its Hangul as initial consonants too. Every word that is typed must occur;
a word with a consonant standing alone is looked for among the initials. Scanning twenty thousand names
takes a few milliseconds, so there is no index to keep.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from app.domain.folding import folded, initials, is_initials

FEW = 12


class Haystack:
    """Names to search, in the order in which equals are found."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        # With a blank before, every word begins behind one.
        self._lines = [f" {folded(text)}" for text in texts]
        self._initials = [initials(line) for line in self._lines]
        self._last: tuple[str, Sequence[int]] = ("", ())

    def insert(self, at: int, text: str) -> None:
        """Put a name at a place among the others."""
        line = f" {folded(text)}"
        self._lines.insert(at, line)
        self._initials.insert(at, initials(line))
        self._last = ("", ())

    def remove(self, at: int) -> None:
        """Take the name at a place away."""
        del self._lines[at], self._initials[at]
        self._last = ("", ())

    def find(self, text: str, limit: int = FEW) -> list[int]:
        """Return which names match: those that begin with the text, those with words that do, the others."""
        wanted = folded(text)
        if not wanted:
            return list(range(min(limit, len(self._lines))))
        hits = self._hits(wanted)
        found = dict.fromkeys(islice(self._beginning(hits, wanted), limit))
        for at in hits:
            if len(found) >= limit:
                break
            found.setdefault(at)
        return list(found)

    def _hits(self, wanted: str) -> Sequence[int]:
        """Return what has every word; who types on searches what was found for less."""
        before, hits = self._last
        if not before or not wanted.startswith(before):
            hits = range(len(self._lines))
        for word in sorted(wanted.split(), key=len, reverse=True):
            side = self._side(word)
            hits = [at for at in hits if word in side[at]]
        # A consonant typed alone is another search than the syllable it becomes a part of.
        self._last = ("" if is_initials(wanted) else wanted, hits)
        return hits

    def _beginning(self, hits: Sequence[int], wanted: str) -> Iterator[int]:
        side, start = self._side(wanted), f" {wanted}"
        yield from [at for at in hits if side[at].startswith(start)]
        for word in wanted.split():
            side, start = self._side(word), f" {word}"
            hits = [at for at in hits if start in side[at]]
        yield from hits

    def _side(self, word: str) -> Sequence[str]:
        return self._initials if is_initials(word) else self._lines
