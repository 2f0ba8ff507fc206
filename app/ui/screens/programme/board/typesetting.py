"""Which words of a box are written, and where: none lies over another, and none is cut."""

from dataclasses import dataclass
from functools import lru_cache

from app.domain.words import EntryStatus
from app.ui.screens.programme.board.faces import Face
from app.ui.screens.programme.board.lettering import Hand, advance, broken, line_px, unbroken

BAR_PX = 3
SIGN_PX = 12
BADGE_PX = 13
_PAD_LEFT = BAR_PX + 5
_PAD_RIGHT = 4
_LEAST_WORDS_PX = 11  # below it, no line of words is whole
_LEAST_WIDTH_PX = 16
_TITLE_LINES = 2  # before anything else is written
_TITLE_MOST = 4
_BESIDE_PX = 6  # between two texts in one line
_BADGE_WIDER = 1.25  # capitals are wider than the letters that are measured


@dataclass(frozen=True, slots=True)
class Written:
    """A line of words with the left end of its upper edge, in pixels of the box."""

    text: str
    hand: Hand
    tone: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Badge:
    """A marking's word with the box around it."""

    text: str
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Setting:
    """What is painted into a box. ``sign`` tells whether there is room for the sign of a clash."""

    lines: tuple[Written, ...] = ()
    badge: Badge | None = None
    sign: bool = False


@lru_cache(maxsize=8192)
def typeset(face: Face, width: int, height: int) -> Setting:
    """Return the words of a box of this size: title, time, marking, what it clashes with, place."""
    room = width - _PAD_LEFT - _PAD_RIGHT
    if height < _LEAST_WORDS_PX or room < _LEAST_WIDTH_PX:
        return Setting()
    sign = bool(face.clash) and room >= 3 * SIGN_PX
    less = SIGN_PX + 2 if sign else 0
    hand = _hand(face)
    high, small = line_px(hand), line_px(Hand.SMALL)
    top = min(3.0, max((height - high) / 2, -1.0))
    left = height - top - 1
    least = max(1, min(_TITLE_LINES, int(left // high)))
    badge = _badge(face, room) if left >= high + BADGE_PX + 1 else ""
    if badge and least > 1 and left - least * high < BADGE_PX + 2:
        least -= 1  # a title of one line and the marking rather than a title of two
    below = left - (BADGE_PX + 2 if badge else 0)
    wanted = min(_TITLE_MOST, max(least, int((below - small) // high)))
    title = broken(face.title, hand, room, wanted, less)
    tone = "muted" if face.status is EntryStatus.CANCELLED else "ink"
    written = [Written(text, hand, tone, _PAD_LEFT, top + number * high) for number, text in enumerate(title)]
    at = top + len(title) * high
    end = height - 1.0 - (BADGE_PX + 2 if badge else 0)
    if len(title) == 1 and at + small > end and not badge:
        written += _beside(face, title[0], hand, room - less, top)
        return Setting(tuple(written), None, sign)
    for text, tone, whole in (
        (face.time, "muted", True),
        (face.clash, "bad", False),
        (face.second, "muted", False),
    ):
        fits = min(int((end - at) // small), 3 if text == face.clash else 2)
        for line in (unbroken if whole else broken)(text, Hand.SMALL, room, fits) if fits > 0 else ():
            written.append(Written(line, Hand.SMALL, tone, _PAD_LEFT, at))
            at += small
    return Setting(tuple(written), _placed(badge, width, height), sign)


def _hand(face: Face) -> Hand:
    if face.status is EntryStatus.CANCELLED:
        return Hand.STRUCK
    return Hand.SLANTED if face.status is EntryStatus.TENTATIVE else Hand.TITLE


def _beside(face: Face, title: str, hand: Hand, room: int, top: float) -> list[Written]:
    """Write the time after a title that leaves room in the only line there is."""
    taken = advance(title, hand) + _BESIDE_PX
    if not face.time or taken + advance(face.time, Hand.SMALL) > room:
        return []
    lower = line_px(hand) - line_px(Hand.SMALL)
    return [Written(face.time, Hand.SMALL, "muted", _PAD_LEFT + taken, top + max(lower / 2, 0.0))]


def _badge(face: Face, room: int) -> str:
    """Return the marking's word, its first letter where it is too wide, or nothing."""
    if not face.badge:
        return ""
    return next((text for text in (face.badge, face.badge[:1]) if _badge_px(text) <= room), "")


def _badge_px(text: str) -> float:
    return advance(text, Hand.BADGE) * (_BADGE_WIDER if text.upper() != text else 1.0) + 8


def _placed(text: str, width: int, height: int) -> Badge | None:
    if not text:
        return None
    wide = _badge_px(text)
    return Badge(text, width - _PAD_RIGHT - wide, height - 3 - BADGE_PX, wide)
