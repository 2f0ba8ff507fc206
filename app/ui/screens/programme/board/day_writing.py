"""The words of a day over the board as they are written: none is cut, and what has no room gives way."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from app.ui.screens.programme.board.day_names import (
    APART_PX,
    beside_holiday,
    day_font,
    holiday_font,
    lane_words,
)
from app.ui.screens.programme.board.headings import DayWords
from app.ui.screens.programme.board.lettering import Hand, font
from app.ui.screens.programme.board.measures import LEFT_PX, Measures
from app.ui.theme.fonts import TEXT_PX, ui_font
from app.ui.theme.icons import icon
from app.ui.theme.style import theme

ROW_PX = 16
ROWS = 4
LANE_PX = 16
_SUN_PX = 12
_ELLIPSIS = "…"


def write_day(
    painter: QPainter, first: QRect, words: DayWords, names: tuple[str, ...], *, today: bool
) -> None:
    """Write a day's words into ``ROWS`` rows, the first of them here: which it is, where, and its sun.

    ``names`` are what it may be called, the longest first.
    """
    tokens, small = theme().tokens, holiday_font()
    row = QRect(first)
    names = beside_holiday(names, words.holiday, row.width())
    used = _row(painter, row, names, day_font(), tokens.bad if today else tokens.ink)
    if words.holiday:
        beside = row.adjusted(used + APART_PX, 0, 0, 0)
        _row(painter, beside, (words.holiday,), small, tokens.warn)
    row.translate(0, ROW_PX)
    _row(painter, row, (words.cities,), _cities_font(), tokens.ink)
    row.translate(0, ROW_PX)
    _row(painter, row, (words.zones, words.away, words.ahead, ""), small, tokens.muted)
    row.translate(0, ROW_PX)
    _light(painter, row, words.light)


def write_lanes(painter: QPainter, measures: Measures, number: int, lanes: Sequence[str], top: int) -> None:
    """Write the names of a day's lanes over each of its parts; nothing where there are none."""
    if not lanes:
        return
    painter.setFont(font(Hand.SMALL))
    painter.setPen(QColor(theme().tokens.muted))
    width = measures.inner_width(number) / len(lanes)
    for part in range(len(measures.columns[number].parts)):
        left = measures.left(number, part) + LEFT_PX
        for place, name in enumerate(lanes):
            at = QRectF(left + place * width, top, width - 4, LANE_PX)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, lane_words(name, int(at.width())))


@lru_cache(maxsize=1)
def _cities_font() -> QFont:
    return ui_font(TEXT_PX - 1)


def _row(painter: QPainter, at: QRect, texts: Sequence[str], hand: QFont, ink: str) -> int:
    """Write one line: the first text that fits, else the last one, shortened; return how wide it is."""
    painter.setFont(hand)
    painter.setPen(QColor(ink))
    measure = painter.fontMetrics()
    text = next((one for one in texts if measure.horizontalAdvance(one) <= at.width()), texts[-1])
    shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, at.width())
    if shown != _ELLIPSIS:
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return measure.horizontalAdvance(shown)


def _light(painter: QPainter, at: QRect, words: str) -> None:
    """Write when the sun is up, in whole or not at all."""
    tokens, small = theme().tokens, holiday_font()
    beside = at.adjusted(_SUN_PX + 3, 0, 0, 0)
    painter.setFont(small)
    if words and painter.fontMetrics().horizontalAdvance(words) <= beside.width():
        sun = QRect(at.left() - 1, at.top() + 2, _SUN_PX, _SUN_PX)
        icon("sun", tokens.muted, _SUN_PX).paint(painter, sun)
        _row(painter, beside, (words,), small, tokens.muted)
