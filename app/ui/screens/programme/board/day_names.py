"""What the days over the board, and the lanes in them, are called in the room that they have."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetrics

from app.ui.screens.programme.board.headings import DayWords
from app.ui.screens.programme.board.lettering import Hand, advance, broken
from app.ui.screens.programme.board.measures import Measures
from app.ui.theme.fonts import BOLD, SMALL_PX, TEXT_PX, ui_font

_LEFT_PX, _BESIDE_PX = 9, 14  # of a day that its words leave free: at its left, and in all
_NARROW_PX, _LEFT_NARROW_PX, _BESIDE_NARROW_PX = 64, 3, 4
APART_PX = 8  # between a day and its holiday


@lru_cache(maxsize=1)
def day_font() -> QFont:
    """Return the font of a day's name."""
    return ui_font(TEXT_PX, BOLD)


@lru_cache(maxsize=1)
def holiday_font() -> QFont:
    """Return the font of what stands beside and under it."""
    return ui_font(SMALL_PX, tabular=True)


def margins(width: float) -> tuple[int, int]:
    """Return how much of a day of this width its words leave free: at its left, and in all."""
    return (_LEFT_NARROW_PX, _BESIDE_NARROW_PX) if width < _NARROW_PX else (_LEFT_PX, _BESIDE_PX)


def fitting_names(days: Sequence[DayWords], measures: Measures) -> tuple[tuple[str, ...], ...]:
    """Return what each day may be called, the longest first: shortened alike, by the one with the least room.

    The first of them is called by its longest name, and so says of which month they are.
    """
    measure, by = QFontMetrics(day_font()), 0
    for number, words in enumerate(days[: len(measures.columns)]):
        width = measures.column_right(number) - measures.column_left(number)
        room = width - margins(width)[1]
        while by < len(words.names) - 1 and measure.horizontalAdvance(words.names[by]) > room:
            by += 1
    return tuple(words.names[by if number else 0 :] for number, words in enumerate(days))


def beside_holiday(names: tuple[str, ...], holiday: str, room: int) -> tuple[str, ...]:
    """Return the names of a day that has a holiday: where both do not fit, its longest one gives way."""
    if not holiday or len(names) == 1:
        return names
    day, feast = QFontMetrics(day_font()), QFontMetrics(holiday_font())
    wide = day.horizontalAdvance(names[0]) + APART_PX + feast.horizontalAdvance(holiday)
    return names[1:] if wide > room else names


def lane_words(name: str, room: int) -> str:
    """Return a lane's name, its initials where it is too long, or what of it there is room for."""
    initials = "".join(word[0] for word in name.split()).upper()
    whole = next((text for text in (name, initials) if advance(text, Hand.SMALL) <= room), "")
    return whole or "".join(broken(name, Hand.SMALL, room, 1))
