"""Which words of a box are written, and where: none lies over another, and none is cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from app.domain.words import EntryStatus
from app.ui.screens.programme.board.faces import Face
from app.ui.screens.programme.board.lettering import (
    TIGHT,
    Hand,
    advance,
    broken,
    line_px,
    unbroken,
)

BAR_PX = 3
SIGN_PX = 12
BADGE_PX = 13
_PAD_LEFT = BAR_PX + 4
_PAD_RIGHT = 3
_LEAST_WORDS_PX = 10  # below it, no line of words is whole
_LEAST_WIDTH_PX = 14
_WIDEST_TIMES = "00:00–00:00"  # all figures are as wide
_TITLE_LINES = 2  # before anything else is written
_TITLE_MOST = 4
_TIME_LINES = 2
_BESIDE_PX = 6  # between two texts in one line
_NARROW_PX = 48  # for words that are long
_BESIDE_LEAST_PX = 34  # of words beside a marking: with fewer, the words go before the marking
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
    """What is painted into a box.

    ``sign``: there is room for the sign that something is amiss at the end of the first line; ``low_sign``:
    there is none, nor for words of it, but in the corner below.
    """

    lines: tuple[Written, ...] = ()
    badge: Badge | None = None
    sign: bool = False
    low_sign: bool = False


@dataclass(frozen=True, slots=True)
class _Title:
    """A title as it is written: its lines, and where they begin and end."""

    lines: tuple[str, ...]
    hand: Hand
    top: float

    @property
    def bottom(self) -> float:
        return self.top + len(self.lines) * line_px(self.hand)


@lru_cache(maxsize=1)
def timed_px() -> int:
    """Return how wide a box is in which both its times have room in one line, in pixels."""
    return ceil(_PAD_LEFT + advance(_WIDEST_TIMES, Hand.SMALL) + _PAD_RIGHT)


@lru_cache(maxsize=8192)
def typeset(face: Face, width: int, height: int) -> Setting:
    """Return the words of a box of this size: title, time, what is amiss, place, marking.

    A title has two lines before it is shortened and before anything else is written, tight ones in a low
    box. The marking then takes a line of its own, or its first letter the end of the title's last line.
    """
    room = width - _PAD_LEFT - _PAD_RIGHT
    if height < _LEAST_WORDS_PX or room < _LEAST_WIDTH_PX:
        return Setting()
    sign = bool(face.clash or face.late) and room >= 3 * SIGN_PX
    title, badge = _title(face, room, height, SIGN_PX + 2 if sign else 0)
    if title.lines[:1] == ("",):  # its first word is too wide for the line beside the sign
        sign = False
        title, badge = _title(face, room, height, 0)
    tone = "muted" if face.status is EntryStatus.CANCELLED else "ink"
    written = [
        Written(text, title.hand, tone, _PAD_LEFT, title.top + number * line_px(title.hand))
        for number, text in enumerate(title.lines)
    ]
    own_line = badge and height - title.bottom >= BADGE_PX + 3
    end = height - 1.0 - (BADGE_PX + 2 if own_line else 0)
    if not title.lines:
        return Setting()
    if len(title.lines) == 1 and title.bottom + line_px(Hand.SMALL) > end and not badge:
        written += _beside(face, title, room - (SIGN_PX + 2 if sign else 0))
    elif own_line and title.bottom + line_px(Hand.SMALL) > end:
        written += _before_badge(face, title, room - _badge_px(badge) - _BESIDE_PX, height)
    else:
        written += _below(face, room, title.bottom, end)
    placed = _placed(badge, width, height, title, own_line=bool(own_line))
    low = bool(face.clash or face.late) and not sign and _is_free_below(written, placed, height)
    return Setting(tuple(written), placed, sign, low)


def _is_free_below(written: Sequence[Written], badge: Badge | None, height: int) -> bool:
    """Tell whether the corner below is free for a sign that nothing else stands for."""
    top = height - SIGN_PX - 2
    over = all(line.tone != "bad" and line.y + line_px(line.hand) <= top for line in written)
    return over and (badge is None or badge.x >= _PAD_LEFT + SIGN_PX + 1)


def _title(face: Face, room: int, height: int, less: int) -> tuple[_Title, str]:
    """Return the title, and what of the marking there is room for beside or below it."""
    hand = _hand(face)
    low = height < 2 * line_px(hand) + 1 or room < _NARROW_PX
    if height < line_px(hand) or (low and not _fits(face.title, hand, room - less)):
        hand = TIGHT[hand]
    high = line_px(hand)
    least = min(_TITLE_LINES, max(1, int(height // high)))
    small = line_px(Hand.SMALL)
    badge = _badge(face, room)
    below = height - 4 - (BADGE_PX + 2 if badge else 0)
    kept = max(1, len(_time(face, room, _TIME_LINES))) * small
    wanted = min(_TITLE_MOST, max(least, int((below - kept) // high)))
    lines = broken(face.title, hand, room, wanted, less)
    if badge and height - 3 - len(lines) * high < BADGE_PX + 2:
        # No line is left for the marking: its first letter goes beside the title's last line, if it can.
        letter = badge[:1]
        beside = int(_badge_px(letter)) + 3
        badge = letter if room - beside >= _BESIDE_LEAST_PX else ""
        lines = broken(face.title, hand, room, least, less, beside if badge else 0)
    used = len(lines) * high
    return _Title(lines, hand, max(min(3.0, (height - used) / 2), 0.0)), badge


def _fits(title: str, hand: Hand, room: int) -> bool:
    return advance(" ".join(title.split()), hand) <= room


def _hand(face: Face) -> Hand:
    if face.status is EntryStatus.CANCELLED:
        return Hand.STRUCK
    return Hand.SLANTED if face.status is EntryStatus.TENTATIVE else Hand.TITLE


def _below(face: Face, room: int, at: float, end: float) -> Iterator[Written]:
    """Write under the title what there is room for: a time in whole or not at all, no place without it."""
    small = line_px(Hand.SMALL)
    amiss = "; ".join(part for part in (face.clash, face.late) if part)
    time = _time(face, room, int((end - at) // small))
    for line in time:
        yield Written(line, Hand.SMALL, "muted", _PAD_LEFT, at)
        at += small
    second = face.second if time or not face.time else ""
    for text, tone, most in ((amiss, "bad", 3), (second, "muted", 2)):
        fits = int((end - at) // small)
        if not text or fits <= 0:
            continue
        for line in broken(text, Hand.SMALL, room, min(fits, most)):
            yield Written(line, Hand.SMALL, tone, _PAD_LEFT, at)
            at += small


def _time(face: Face, room: int, fits: int) -> tuple[str, ...]:
    """Return the lines of the time, nothing where it has none or there is no room for it whole."""
    return unbroken(face.time, Hand.SMALL, room, min(fits, _TIME_LINES)) if face.time and fits > 0 else ()


def _beside(face: Face, title: _Title, room: int) -> Iterator[Written]:
    """Write the time after a title that leaves room in the only line there is."""
    taken = advance(title.lines[0], title.hand) + _BESIDE_PX
    if face.time and taken + advance(face.time, Hand.SMALL) <= room:
        lower = (line_px(title.hand) - line_px(Hand.SMALL)) / 2
        yield Written(face.time, Hand.SMALL, "muted", _PAD_LEFT + taken, title.top + lower)


def _before_badge(face: Face, title: _Title, room: float, height: int) -> Iterator[Written]:
    """Write the time into the line of the marking, before it, where there is no other line for it."""
    fits = title.bottom + line_px(Hand.SMALL) <= height - 1
    if face.time and fits and advance(face.time, Hand.SMALL) <= room:
        yield Written(face.time, Hand.SMALL, "muted", _PAD_LEFT, title.bottom)


def _badge(face: Face, room: int) -> str:
    """Return the marking's word, its first letter where it is too wide, or nothing."""
    if not face.badge:
        return ""
    return next((text for text in (face.badge, face.badge[:1]) if _badge_px(text) <= room), "")


def _badge_px(text: str) -> float:
    return advance(text, Hand.BADGE) * (_BADGE_WIDER if text.upper() != text else 1.0) + 8


def _placed(text: str, width: int, height: int, title: _Title, *, own_line: bool) -> Badge | None:
    if not text:
        return None
    wide = _badge_px(text)
    high = line_px(title.hand)
    beside = min(title.bottom - high + (high - BADGE_PX) / 2, height - BADGE_PX - 1.0)
    beside = max(beside, min((height - BADGE_PX) / 2, 0.0))  # a very low box shows the middle of it
    return Badge(text, width - _PAD_RIGHT - wide, height - 3.0 - BADGE_PX if own_line else beside, wide)
