"""Words broken into the lines that a box has room for; what has none is shortened, never cut."""

import re
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from app.ui.theme.fonts import BOLD, SEMIBOLD, SMALL_PX, ui_font

_TITLE_PX = 12
_TIGHT_PX = 11  # as far apart as its lines stand: its highest letters just clear those that hang above
_WORDS = re.compile(r"[^ –→/-]*(?:[–→/-]|(?: +)|$)")  # a line may end after a space, a dash, an arrow
_BLANKS = re.compile(r"[^\S\u00a0]+")
_HANGUL = re.compile("[가-힣]")
_SYLLABLE = re.compile(
    "[^aeiouyäöüàâéèêëîïôûù][rlh]?[aeiouyäöüàâéèêëîïôûù]", re.IGNORECASE
)  # begins one, mostly
_LEAST_BROKEN_PX = 40  # in a narrower line no word is broken: what is left of it would be no word at all
_LEAST_LETTERS = 3  # on either side where a word has to be broken
_ELLIPSIS = "…"


class Hand(Enum):
    """A way of writing on the board. Tight lines are for boxes that are too low for two usual ones."""

    TITLE = "title"
    STRUCK = "struck"
    SLANTED = "slanted"
    TIGHT = "tight"
    TIGHT_STRUCK = "tight struck"
    TIGHT_SLANTED = "tight slanted"
    SMALL = "small"
    BADGE = "badge"


TIGHT: Final = MappingProxyType(
    {
        Hand.TITLE: Hand.TIGHT,
        Hand.STRUCK: Hand.TIGHT_STRUCK,
        Hand.SLANTED: Hand.TIGHT_SLANTED,
    }
)


@lru_cache(maxsize=len(Hand))
def font(hand: Hand) -> QFont:
    """Return the font of a way of writing."""
    if hand is Hand.SMALL:
        return ui_font(SMALL_PX, tabular=True)
    if hand is Hand.BADGE:
        made = ui_font(9, BOLD)
        made.setCapitalization(QFont.Capitalization.AllUppercase)
        return made
    made = ui_font(_TIGHT_PX if hand in TIGHT.values() else _TITLE_PX, SEMIBOLD)
    made.setStrikeOut(hand in (Hand.STRUCK, Hand.TIGHT_STRUCK))
    made.setItalic(hand in (Hand.SLANTED, Hand.TIGHT_SLANTED))
    return made


@lru_cache(maxsize=len(Hand))
def metrics(hand: Hand) -> QFontMetricsF:
    """Return the measures of a way of writing."""
    return QFontMetricsF(font(hand))


@lru_cache(maxsize=len(Hand))
def line_px(hand: Hand) -> float:
    """Return how far apart lines stand."""
    return float(_TIGHT_PX) if hand in TIGHT.values() else float(round(metrics(hand).height()))


@lru_cache(maxsize=len(Hand))
def rise_px(hand: Hand) -> float:
    """Return how far below the upper edge of a line its letters stand."""
    spare = metrics(hand).height() - line_px(hand)
    return metrics(hand).ascent() - spare / 2


@lru_cache(maxsize=16384)
def advance(text: str, hand: Hand) -> float:
    """Return how wide a text is in one line."""
    return metrics(hand).horizontalAdvance(text)


@lru_cache(maxsize=16384)
def broken(
    text: str, hand: Hand, width: int, lines: int, less: int = 0, last_less: int = 0
) -> tuple[str, ...]:
    """Return a text in at most so many lines of a width in pixels, the last of them shortened to fit.

    The first line is ``less`` pixels narrower, and the last one that there may be ``last_less``: something
    stands beside them. Lines end between words, and within a word only where it is wider than a line, three
    letters from either end if that can be.
    """
    text = _tidy(text)
    if not text or width <= 0 or lines <= 0:
        return ()
    found: list[str] = []
    rest = text
    while rest and len(found) < lines:
        room = width - (0 if found else less) - (last_less if len(found) == lines - 1 else 0)
        if advance(rest, hand) <= room:
            found.append(rest)
            break
        if len(found) == lines - 1:
            found.append(shortened(rest, hand, room))
            break
        line, used = _first_line(rest, hand, room, width)
        if used and not line:
            break  # not even the beginning of a word fits
        found.append(line)
        rest = rest[used:].lstrip()
    return tuple(found if any(found[-1:]) else found[:-1])


_HYPHEN = "\u2010"


def _first_line(text: str, hand: Hand, room: int, width: int) -> tuple[str, int]:
    """Return what fits into a line, to the end of a word if that can be, and how many letters it took."""
    end = 0
    for word in _WORDS.findall(text):
        if advance(text[: end + len(word)].rstrip(), hand) > room:
            break
        end += len(word)
    if end:
        return text[:end].rstrip(), end
    word = _WORDS.match(text)
    whole = word[0].rstrip() if word else text
    if advance(whole, hand) <= width:  # it is only too wide for the line beside a mark
        return "", 0
    return _broken_word(whole, hand, room)


def _broken_word(word: str, hand: Hand, room: int) -> tuple[str, int]:
    """Return the beginning of a word that is wider than a line, and its length; else all of it, shortened."""
    hyphen = "" if _HANGUL.search(word) else _HYPHEN
    if hyphen and room < _LEAST_BROKEN_PX:
        return shortened(word, hand, room), len(word)
    for least in (_LEAST_LETTERS, 2) if hyphen else (1,):
        ends = range(least, len(word) - least + 1)
        fitting = [at for at in ends if advance(word[:at] + hyphen, hand) <= room]
        if fitting:
            last = next((at for at in reversed(fitting) if _SYLLABLE.match(word, at)), fitting[-1])
            return word[:last] + hyphen, last
    return shortened(word, hand, room), len(word)


def shortened(text: str, hand: Hand, width: int) -> str:
    """Return a text in one line, with an ellipsis where it had to be shortened; no lone letter before it."""
    if advance(text, hand) <= width:
        return text
    cut = metrics(hand).elidedText(text, Qt.TextElideMode.ElideRight, width)
    kept = cut.removesuffix(_ELLIPSIS).rstrip(" ·–→,;:-/")
    head, space, tail = kept.rpartition(" ")
    if space and len(tail) == 1 and not text[len(kept) :].startswith(" "):
        kept = head.rstrip(" ·–→,;:-/")
    return kept + _ELLIPSIS if len(kept) > 1 else ""


@lru_cache(maxsize=16384)
def unbroken(text: str, hand: Hand, width: int, lines: int) -> tuple[str, ...]:
    """Return a text, such as a time, in so many lines or not at all: a part of it would mislead.

    What follows after a ``·`` is left out first.
    """
    found = broken(text, hand, width, lines)
    whole = _tidy(text)
    if _letters("".join(found)) == _letters(whole) and all(advance(one, hand) <= width for one in found):
        return found
    first, dot, _ = whole.rpartition(" · ")
    return unbroken(first, hand, width, lines) if dot else ()


def _tidy(text: str) -> str:
    """Make every white space one plain space; what no line may end at stays."""
    return _BLANKS.sub(" ", text).strip()


def _letters(text: str) -> str:
    return text.replace(" ", "")
