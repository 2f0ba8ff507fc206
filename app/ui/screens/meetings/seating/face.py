"""How a chair is painted: its side by fill and mark, who leads by a flag, what departs by a triangle."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from app.domain.words import Role, Side
from app.planning.views.seating import Seated
from app.ui.screens.meetings.seating.lettering import fitted
from app.ui.theme.fonts import SEMIBOLD, SMALL_PX, ui_font
from app.ui.theme.icons import icon_pixmap
from app.ui.theme.style import theme
from app.wording.names import word_name

HIGH_PX = 52
MARK_PX = 7
_NAME_PX = 12
_NAME_LINE, _SMALL_LINE = 15, 14
_GUTTER, _EDGE = 14, 5
_ICON = 11
_RADIUS = 5
_MOST_OF_NAME = 2
_TOLD_BY_ROLE = {Role.INTERPRETER, Role.NOTE_TAKER, Role.OBSERVER}


@dataclass(frozen=True, slots=True)
class State:
    """What a chair shows beside who sits on it."""

    departs: bool = False
    lifted: bool = False
    target: bool = False
    focused: bool = False


@cache
def _fonts() -> tuple[QFont, QFont]:
    return ui_font(_NAME_PX, SEMIBOLD), ui_font(SMALL_PX)


def paint_mark(painter: QPainter, at: QPointF, side: Side) -> None:
    """Paint the mark of a side around a point: ours a full disk, the host's a ring."""
    color = QColor(theme().tokens.accent)
    half = MARK_PX / 2
    painter.setPen(QPen(color, 1.5))
    painter.setBrush(color if side is Side.OURS else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, half - 0.75, half - 0.75)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_sitter(painter: QPainter, box: QRectF, sitter: Seated, state: State) -> None:
    """Paint a chair that is taken."""
    tokens = theme().tokens
    ours, leads = sitter.side is Side.OURS, sitter.role is Role.HEAD
    painter.setBrush(QColor(tokens.accent_soft if ours else tokens.panel))
    painter.setPen(_border(state, strong=leads))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    paint_mark(painter, box.topLeft() + QPointF(_GUTTER / 2 + 2, 11), sitter.side)
    left = box.left() + (_GUTTER - _ICON) / 2 + 2
    ratio = painter.device().devicePixelRatio()
    for shown, name, color, down in (
        (leads, "flag", tokens.accent, 20),
        (state.departs, "alert-triangle", tokens.warn, 35),
    ):
        if shown:
            painter.drawPixmap(QPointF(left, box.top() + down), icon_pixmap(name, color, _ICON, ratio))
    _words(painter, box.adjusted(_GUTTER + 2, 0, -_EDGE, 0), sitter)


def paint_free(painter: QPainter, box: QRectF, words: str, state: State) -> None:
    """Paint a chair on which nobody sits."""
    tokens = theme().tokens
    painter.setBrush(QColor(tokens.accent_soft) if state.target else Qt.BrushStyle.NoBrush)
    pen = _border(state, strong=False)
    if not (state.target or state.focused):
        pen = QPen(QColor(tokens.muted), 1, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    small = _fonts()[1]
    lines = fitted(words, small, box.width() - 2 * _EDGE, _MOST_OF_NAME)
    top = box.top() + (box.height() - len(lines) * _SMALL_LINE) / 2
    for number, line in enumerate(lines):
        rect = QRectF(box.left(), top + number * _SMALL_LINE, box.width(), _SMALL_LINE)
        _draw(painter, rect, line, small, tokens.muted, Qt.AlignmentFlag.AlignCenter)


def _second_line(sitter: Seated) -> str:
    """Return what stands under the name: what somebody does at the table, or else the title."""
    return word_name(sitter.role) if sitter.role in _TOLD_BY_ROLE else sitter.title


def _words(painter: QPainter, box: QRectF, sitter: Seated) -> None:
    tokens = theme().tokens
    strong, small = _fonts()
    name = fitted(sitter.name, strong, box.width(), _MOST_OF_NAME)
    below = fitted(_second_line(sitter), small, box.width(), 1)
    top = box.top() + (box.height() - len(name) * _NAME_LINE - len(below) * _SMALL_LINE) / 2
    for lines, font, high, ink in (
        (name, strong, _NAME_LINE, tokens.ink),
        (below, small, _SMALL_LINE, tokens.muted),
    ):
        for line in lines:
            _draw(painter, QRectF(box.left(), top, box.width(), high), line, font, ink)
            top += high


def _draw(
    painter: QPainter,
    rect: QRectF,
    words: str,
    font: QFont,
    ink: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(rect, align | Qt.TextFlag.TextSingleLine, words)


def _border(state: State, *, strong: bool) -> QPen:
    tokens = theme().tokens
    if state.lifted:
        return QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine)
    if state.target or state.focused:
        return QPen(QColor(tokens.accent), 2)
    return QPen(QColor(tokens.accent if strong else tokens.line), 1)
