"""The ground of the board: hour lines, the hours of the other clock, the edges of days and zones, and now."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.domain.board.days import Part
from app.domain.errors import AideError
from app.domain.time import from_utc, to_utc
from app.ui.screens.programme.board.hatching import paint_hatching
from app.ui.screens.programme.board.lettering import Hand, advance, broken, font, line_px, metrics, rise_px
from app.ui.screens.programme.board.measures import (
    DAY_MINUTES,
    HOME_PX,
    HOUR_MINUTES,
    LEFT_PX,
    Measures,
)
from app.ui.theme.palette import Tokens, mix
from app.ui.theme.style import theme
from app.wording import _

_DENSE_PX = 13.0  # hours lower than this say every second one, then every third
_NOW_PX = 14.0
_QUARTERS_PX = 90.0  # an hour so high has lines for its quarters


@dataclass(frozen=True, slots=True)
class Scenery:
    """What the ground is painted from.

    ``beside`` is the zone whose hours stand beside a part's own, by the part; ``now`` is naive UTC, or
    ``None`` where the visit is not under way. ``lanes`` is how many lanes each part has.
    """

    measures: Measures
    beside: dict[Part, str]
    lanes: int
    now: datetime | None


def paint_ground(painter: QPainter, seen: QRectF, scenery: Scenery) -> None:
    """Paint what lies under the boxes, as far as it is seen."""
    tokens, measures = theme().tokens, scenery.measures
    painter.fillRect(seen, QColor(tokens.panel))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    days = measures.days_at(seen.left(), seen.right())
    if not days:
        return
    _hours(painter, seen, measures, tokens, measures.column_right(days[-1]))
    for column in days:
        for number, part in enumerate(measures.columns[column].parts):
            rect = measures.part_rect(column, number)
            _switches(painter, rect, part, measures, tokens)
            _lanes(painter, rect, measures.inner_width(column), scenery.lanes, tokens)
            if home_px := measures.home_px(column):
                _beside(painter, seen, rect, part, scenery, tokens, home_px)
            if number:
                painter.setPen(QPen(QColor(mix(tokens.muted, tokens.panel, 0.5)), 1, Qt.PenStyle.DashLine))
                painter.drawLine(QLineF(rect.left(), 0, rect.left(), measures.height))
        painter.setPen(QPen(QColor(tokens.line), 1))
        edge = measures.column_right(column)
        painter.drawLine(QLineF(edge, 0, edge, measures.height))


def paint_now(painter: QPainter, seen: QRectF, scenery: Scenery) -> None:
    """Paint the line of this moment over the boxes, with its time by each clock that is shown."""
    if scenery.now is None:
        return
    measures = scenery.measures
    for column in measures.days_at(seen.left(), seen.right()):
        for number, part in enumerate(measures.columns[column].parts):
            if part.starts_utc <= scenery.now < part.ends_utc:
                _now(
                    painter,
                    measures.part_rect(column, number),
                    measures.y(part.minute(scenery.now)),
                    part,
                    scenery.now,
                )


def _now(painter: QPainter, rect: QRectF, y: float, part: Part, now: datetime) -> None:
    tokens = theme().tokens
    words = f"{from_utc(now, part.zone).time:%H:%M}"
    wide = metrics(Hand.SMALL).horizontalAdvance(words) + 8
    label = QRectF(rect.right() - wide - 1, y - _NOW_PX / 2, wide, _NOW_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.bad), 1.5))
    painter.drawLine(QLineF(rect.left() + 3, y, label.left(), y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.bad))
    painter.drawEllipse(QPointF(rect.left() + 3, y), 3, 3)
    painter.drawRoundedRect(label, 4, 4)
    painter.setFont(font(Hand.SMALL))
    painter.setPen(QColor(tokens.panel))
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)


def hour_step(hour_px: float) -> int:
    """Return of how many hours one is written, so that they stand apart."""
    return next(step for step in (1, 2, 3, 6, 24) if step * hour_px >= _DENSE_PX or step == DAY_MINUTES)


def _hours(painter: QPainter, seen: QRectF, measures: Measures, tokens: Tokens, right: float) -> None:
    soft, faint = QColor(tokens.soft), QColor(mix(tokens.soft, tokens.panel, 0.5))
    quarters = measures.hour_px >= _QUARTERS_PX
    for minute in range(0, DAY_MINUTES + 1, HOUR_MINUTES // 4 if quarters else HOUR_MINUTES):
        y = measures.y(minute)
        if seen.top() - 1 <= y <= seen.bottom() + 1:
            painter.setPen(QPen(faint if minute % HOUR_MINUTES else soft, 1))
            painter.drawLine(QLineF(max(seen.left(), 0), y, min(seen.right(), right), y))


def _switches(painter: QPainter, rect: QRectF, part: Part, measures: Measures, tokens: Tokens) -> None:
    """Hatch the hour that a spring night leaves out, tint the one that an autumn night has twice; say so."""
    for begin, end in part.skipped:
        gap = _between(rect, begin, end, measures)
        painter.fillRect(gap, QColor(tokens.soft))
        paint_hatching(painter, gap, mix(tokens.muted, tokens.soft, 0.3), 2.0, gap.topLeft())
        _say(painter, gap, _("clocks go forward: not there"), tokens.muted, tokens.soft)
    for begin, end in part.repeated:
        twice = _between(rect, begin, end, measures)
        painter.fillRect(twice, QColor(tokens.warn_soft))
        _say(painter, twice, _("clocks go back: comes twice"), tokens.warn, tokens.warn_soft)


def _between(rect: QRectF, begin: int, end: int, measures: Measures) -> QRectF:
    top, bottom = measures.y(begin), measures.y(end)
    return QRectF(rect.left(), top, rect.width(), bottom - top)


def _say(painter: QPainter, at: QRectF, words: str, ink: str, paper: str) -> None:
    """Write words into a stretch of hours, as far as there is room."""
    small = line_px(Hand.SMALL)
    lines = broken(
        words, Hand.SMALL, int(at.width()) - 2 * LEFT_PX - HOME_PX, min(int(at.height() // small), 2)
    )
    painter.setFont(font(Hand.SMALL))
    painter.setPen(QColor(ink))
    for number, line in enumerate(lines):
        below = QRectF(
            at.left() + 2 * LEFT_PX, at.top() + 1 + number * small, advance(line, Hand.SMALL), small
        )
        painter.fillRect(below.adjusted(-LEFT_PX, 0, LEFT_PX, 0), QColor(paper))
        painter.drawText(QPointF(below.left(), below.top() + rise_px(Hand.SMALL)), line)


def _lanes(painter: QPainter, rect: QRectF, inner: float, lanes: int, tokens: Tokens) -> None:
    painter.setPen(QPen(QColor(tokens.soft), 1))
    for lane in range(1, lanes):
        x = rect.left() + LEFT_PX - 1 + inner * lane / lanes
        painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()))


def _beside(
    painter: QPainter,
    seen: QRectF,
    rect: QRectF,
    part: Part,
    scenery: Scenery,
    tokens: Tokens,
    home_px: float,
) -> None:
    zone = scenery.beside.get(part, part.zone)
    if zone == part.zone:
        return
    measures, measure = scenery.measures, metrics(Hand.SMALL)
    painter.setFont(font(Hand.SMALL))
    painter.setPen(QColor(tokens.faint))
    for hour in range(0, 24, hour_step(measures.hour_px)):
        y = measures.y(hour * HOUR_MINUTES)
        words = other_hour(part, hour, zone)
        if words and seen.top() - HOME_PX <= y <= seen.bottom() + HOME_PX:
            wide = measure.horizontalAdvance(words)
            if wide > home_px:
                continue  # a narrow part has room for whole hours alone
            x = rect.right() - min(4.0, (home_px - wide) / 2) - wide
            painter.drawText(QPointF(x, y + measure.ascent() / 2 - 1), words)


@lru_cache(maxsize=8192)
def other_hour(part: Part, hour: int, zone: str) -> str:
    """Return what another zone shows at an hour of a part: ``23``, ``23:30``; "" if there is no such hour."""
    try:
        there = from_utc(to_utc(part.wall(hour * HOUR_MINUTES), part.zone), zone).time
    except AideError:
        return ""
    return f"{there:%H}" if there.minute == 0 else f"{there:%H:%M}"
