"""The fonts of paper: embedded as subsets, and one standing in for another where a glyph is missing.

Pretendard carries Latin, Greek, Cyrillic and all Hangul syllables; the Hanja font carries the rest.
reportlab has no fall-back between fonts, so words are cut into runs here, by the fonts' own cmaps.
"""

from functools import cache, lru_cache, partial
from itertools import groupby
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.domain.errors import PlanningError
from app.paths import RESOURCES

REGULAR = "Pretendard-Regular"
SEMIBOLD = "Pretendard-SemiBold"
BOLD = "Pretendard-Bold"
HANJA = "NotoSansKR-Hanja"


class Run(NamedTuple):
    """Letters of one font; ``width`` is that of one point of size."""

    font: str
    text: str
    width: float


@cache
def _font(name: str) -> Any:
    font = TTFont(name, RESOURCES / "fonts" / f"{name}.ttf")
    font.face.charWidths[0xA0] = font.face.charWidths.get(0x20, 0)  # reportlab draws it as a space
    font.stringWidth = partial(_string_width, name)  # reportlab's own adds up letter by letter each time
    pdfmetrics.registerFont(font)
    return font


def _string_width(name: str, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: ARG001 - reportlab names it
    return width(name, text) * size


@cache
def _letters(name: str) -> frozenset[str]:
    return frozenset(map(chr, _font(name).face.charToGlyph))


def register() -> None:
    """Load the fonts; the second time it costs nothing."""
    for name in (REGULAR, SEMIBOLD, BOLD, HANJA):
        _font(name)


def covers(letters: set[str]) -> bool:
    """Tell whether every one of the letters has a glyph in one of the fonts."""
    return _letters(REGULAR).issuperset(letters) or not (letters - _letters(REGULAR) - _letters(HANJA))


@lru_cache(maxsize=65536)
def width(font: str, text: str) -> float:
    """Return the width of a text in a font, at one point of size."""
    widths = _font(font).face.charWidths
    return float(sum(widths[ord(letter)] for letter in text)) / 1000


@lru_cache(maxsize=65536)
def runs(font: str, word: str) -> tuple[Run, ...]:
    """Cut a word into runs of letters that one font can draw.

    Raises:
        PlanningError: ``glyph_missing``, no font has a glyph for a letter of the word.
    """
    if _letters(font).issuperset(word):
        return (Run(font, word, width(font, word)),)
    if not covers(set(word)):
        raise PlanningError("glyph_missing", word=word, where="")
    cuts = groupby(word, lambda letter: font if letter in _letters(font) else HANJA)
    texts = [(name, "".join(letters)) for name, letters in cuts]
    return tuple(Run(name, text, width(name, text)) for name, text in texts)
