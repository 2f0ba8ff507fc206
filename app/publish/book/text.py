"""The only way in which words reach paper: cleaned, cut into runs by font, never read as mark-up.

Text is plain: ``<``, ``&`` and links in it are letters like any others, because nothing here parses.
Lines break at spaces, which is Korean practice too; a word wider than its column is cut.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from reportlab.lib.colors import Color

from app.publish.book import fonts
from app.publish.book.fonts import Run
from app.publish.book.styles import Style

_NEWLINES = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_DROPPED = {"Cc", "Cf", "Cs"}
_VARIATIONS = range(0xFE00, 0xFE10)
_LONGEST = 200  # letters of a piece: cutting a longer word costs the square of its length


def clean(text: str) -> str:
    """Return text as paper carries it: NFC, newlines as one letter, no control or invisible letters."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", _NEWLINES.sub("\n", text)).replace("\t", " ")
    return "".join(map(_letter, text))


@lru_cache(maxsize=16384)
def _letter(letter: str) -> str:
    category = unicodedata.category(letter)
    if letter == "\n":
        return letter
    if category in _DROPPED or ord(letter) in _VARIATIONS:
        return ""
    if category == "Zs" and not fonts.covers({letter}):
        return " "
    return letter


@dataclass(frozen=True, slots=True)
class Span:
    """Some words within a paragraph in a look of their own; ``link`` is the key of an anchor in the book."""

    text: str
    font: str | None = None
    colour: Color | None = None
    link: str = ""
    strike: bool = False


class Look:
    """The look of pieces of a line; two pieces belong together when they have the same ``Look`` object."""

    __slots__ = ("colour", "font", "link", "size", "space", "strike")

    def __init__(self, font: str, span: Span, style: Style, plain: "Look | None" = None) -> None:
        self.font = font
        self.colour = span.colour or style.colour
        self.size = style.size
        self.link = span.link
        self.strike = span.strike
        # The Hanja font has no space: one behind its letters is drawn in the font beside it.
        self.space: Piece = plain.space if plain else self.piece(Run(font, " ", fonts.width(font, " ")))

    def piece(self, run: Run) -> "Piece":
        """Return letters in this look."""
        return Piece(self, run.text, run.width * self.size)

    def letters(self, text: str) -> "Piece":
        """Return letters that the font of this look is known to have, in this look."""
        return Piece(self, text, fonts.width(self.font, text) * self.size)


class Piece(NamedTuple):
    """Letters of one look on a line; ``width`` in points."""

    look: Look
    text: str
    width: float


Word = tuple[Piece, ...]
Line = tuple[Piece, ...]
NEWLINE: Word = ()


class _Looks:
    """The looks of one part of a paragraph: one for each font that its letters need."""

    def __init__(self, span: Span, style: Style) -> None:
        self.span, self.style = span, style
        self.plain = Look(span.font or style.font, span, style)
        self.known = {self.plain.font: self.plain}

    def of(self, font: str) -> Look:
        look = self.known.get(font)
        if look is None:
            look = self.known[font] = Look(font, self.span, self.style, self.plain)
        return look

    def pieces(self, token: str) -> Iterator[Piece]:
        for start in range(0, len(token), _LONGEST):
            for run in fonts.runs(self.plain.font, token[start : start + _LONGEST]):
                yield self.of(run.font).piece(run)


def words(parts: tuple[str | Span, ...], style: Style) -> Iterator[Word]:
    """Cut the parts of a paragraph into words; a word may run over several parts. ``NEWLINE`` breaks."""
    word: list[Piece] = []
    for part in parts:
        span = part if isinstance(part, Span) else Span(part)
        looks = _Looks(span, style)
        for number, row in enumerate(clean(span.text).split("\n")):
            if number:
                yield from (tuple(word), NEWLINE) if word else (NEWLINE,)
                word = []
            for place, token in enumerate(row.split(" ")):
                if place and word:
                    yield tuple(word)
                    word = []
                if token:
                    word.extend(looks.pieces(token))
    if word:
        yield tuple(word)


def lines(parts: tuple[str | Span, ...], style: Style, width: float) -> list[Line]:
    """Break the parts of a paragraph into lines no wider than ``width`` points."""
    found: list[Line] = []
    line: list[Piece] = []
    taken = 0.0
    for word in words(parts, style):
        if word is NEWLINE:
            _end_line(found, line)
            line, taken = [], 0.0
            continue
        for part in _fitting(word, width):
            size = _width(part)
            if line:
                space = line[-1].look.space
                if taken + space.width + size > width:
                    found.append(_merged(line))
                    line, taken = [], 0.0
                else:
                    line.append(space)
                    taken += space.width
            line.extend(part)
            taken += size
    _end_line(found, line)
    return found if found and found[-1] else found[:-1]


def _end_line(found: list[Line], line: list[Piece]) -> None:
    """Take up a line that ends by itself; of several empty lines one is kept, at the start none."""
    if line or (found and found[-1]):
        found.append(_merged(line))


def _merged(line: list[Piece]) -> Line:
    """Return a line with neighbours of one look in one piece."""
    if len(line) <= 1:
        return tuple(line)
    merged = []
    for look, pieces in groupby(line, attrgetter("look")):
        group = list(pieces)
        merged.append(Piece(look, "".join([one.text for one in group]), _width(group)))
    return tuple(merged)


def _width(pieces: Sequence[Piece]) -> float:
    return pieces[0].width if len(pieces) == 1 else sum([one.width for one in pieces])


def _fitting(word: Word, width: float) -> Iterable[Word]:
    """Cut a word that is wider than its column into parts that fit, if need be letter by letter."""
    return (word,) if _width(word) <= width else _fitted(word, width)


def _fitted(word: Word, width: float) -> Iterator[Word]:
    taken: list[Piece] = []
    room = width
    for whole in word:
        rest = whole
        while rest.width > room:
            head, rest = _cut(rest, room, at_start=not taken)
            yield tuple([*taken, head] if head.text else taken)
            taken, room = [], width
        taken.append(rest)
        room -= rest.width
    yield tuple(taken)


def _cut(whole: Piece, room: float, *, at_start: bool) -> tuple[Piece, Piece]:
    """Cut a piece before the first letter that does not fit; where it can, after a hyphen or a slash."""
    look, text, _ = whole
    used, count = 0.0, 0
    for letter in text:
        used += fonts.width(look.font, letter) * look.size
        if used > room:
            break
        count += 1
    if at_start:
        count = max(count, 1)  # at least one letter, else a very narrow column would never end
    better = max(text.rfind(mark, 0, count) for mark in "-/–—.") + 1
    count = better if better > count / 2 else count
    return look.letters(text[:count]), look.letters(text[count:])


def fitted(words: str, style: Style, width: float, most: int) -> list[Line]:
    """Return words on ``most`` lines at the most; what does not fit ends in an ellipsis."""
    plain = " ".join(words.split())
    found = lines((plain,), style, width) if plain else []
    if len(found) <= most:
        return found
    rest = " ".join("".join(piece.text for piece in line).strip() for line in found[most - 1 :])
    return [*found[: most - 1], shorten(Span(rest), style, width)]


def shorten(span: Span, style: Style, width: float) -> Line:
    """Return some words on one line, ended with an ellipsis where they are wider than ``width``."""
    one_line = replace(span, text=clean(span.text).replace("\n", " "))
    whole = lines((one_line,), style, width)
    if len(whole) <= 1:
        return whole[0] if whole else ()
    look = Look(span.font or style.font, span, style)
    dots = look.letters("…")
    return (*lines((one_line,), style, width - dots.width)[0], dots)


def joined(*texts: str, by: str = "\u00a0· ") -> str:
    """Join those texts that are not empty; a line never begins with the mark that parts them."""
    return by.join(text for text in texts if text)
