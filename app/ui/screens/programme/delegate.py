"""How a row of the programme is painted: the time in its column, a kind's colour, two lines of words."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.words import EntryKind, EntryStatus
from app.ui.screens.programme.model import WORDS
from app.ui.screens.programme.words import Heading, Row
from app.ui.theme.fonts import BOLD, SEMIBOLD, SMALL_PX, TEXT_PX, ui_font
from app.ui.theme.palette import Tokens
from app.ui.theme.style import theme

ROW_PX: Final = 46
TIME_PX: Final = 188  # “15:50 CEST → 11:25 AKST −1”, whole: the day it lands is the half of it
_SIDE: Final = 16
_GAP: Final = 8
_BAR: Final = 3
_BADGE_PX: Final = 10
_CHIP_HEIGHT: Final = 18
_LINE: Final = 16
_HATCH: Final = 8
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE: Final = Qt.AlignmentFlag.AlignCenter
_LEVELS: Final = ("ok", "warn", "bad", "bad")

_Index = QModelIndex | QPersistentModelIndex


class ProgrammeDelegate(QStyledItemDelegate):
    """Paints headings and lines, all of one height."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title = ui_font(TEXT_PX, SEMIBOLD)
        self._struck = ui_font(TEXT_PX, SEMIBOLD)
        self._struck.setStrikeOut(True)
        self._slanted = ui_font(TEXT_PX, SEMIBOLD)
        self._slanted.setItalic(True)
        self._day = ui_font(TEXT_PX, BOLD)
        self._text = ui_font(TEXT_PX)
        self._time = ui_font(TEXT_PX, tabular=True)
        self._small = ui_font(SMALL_PX)
        self._small_time = ui_font(SMALL_PX, tabular=True)
        self._badge = ui_font(_BADGE_PX, BOLD)
        self._badge.setCapitalization(QFont.Capitalization.AllUppercase)
        self._metrics = {
            id(font): QFontMetrics(font) for font in vars(self).values() if isinstance(font, QFont)
        }

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index, /) -> QSize:
        return QSize(TIME_PX * 3, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        words = index.data(WORDS)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        tokens = theme().tokens
        painter.save()
        if isinstance(words, Heading):
            self._heading(painter, rect, words, tokens)
        elif isinstance(words, Row):
            self._ground(painter, rect, state, tokens)
            # On a chosen row the chips stand on the accent's own ground: theirs is then the panel's.
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            self._line(painter, rect, words, replace(tokens, accent_soft=tokens.panel) if chosen else tokens)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, words: Heading, tokens: Tokens) -> None:
        painter.fillRect(rect, QColor(tokens.bg))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.line))
        line = rect.adjusted(_SIDE, rect.height() - 32, -_SIDE, -4)
        zones = self._wide(self._small, words.zones)
        line.setRight(line.right() - zones - _GAP)
        left = self._words(painter, line, words.day, self._day, tokens.ink)
        line.setLeft(left + _GAP)
        self._words(painter, line, words.cities, self._text, tokens.ink)
        line = QRect(rect.right() - _SIDE - zones, line.top(), zones + 1, line.height())
        self._words(painter, line, words.zones, self._small, tokens.muted)

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, tokens: Tokens) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        fill = tokens.accent_soft if chosen else tokens.soft if over else tokens.panel
        painter.fillRect(rect, QColor(fill))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.line))

    def _line(self, painter: QPainter, rect: QRect, words: Row, tokens: Tokens) -> None:
        top = rect.top() + (rect.height() - 2 * _LINE) // 2 - 1
        quiet = words.status is EntryStatus.CANCELLED
        times = QRect(rect.left() + _SIDE, top, TIME_PX - _GAP, _LINE)
        ink = tokens.muted if quiet else tokens.ink
        self._words(painter, times, words.time, self._time, ink)
        self._words(painter, times.translated(0, _LINE + 1), words.other, self._small_time, tokens.muted)
        bar = QRect(rect.left() + _SIDE + TIME_PX, rect.top() + 6, _BAR, rect.height() - 13)
        self._bar(painter, bar, words, tokens)
        marks = QRect(bar.right(), top, rect.right() - _SIDE - bar.right(), _LINE)
        right = self._marks(painter, marks, words, tokens)
        text = QRect(bar.right() + 10, top, right - bar.right() - 10 - _GAP, _LINE)
        font = self._struck if quiet else self._slanted if words.word else self._title
        self._words(painter, text, words.title, font, ink)
        self._words(painter, text.translated(0, _LINE + 1), words.second, self._small, tokens.muted)

    def _bar(self, painter: QPainter, bar: QRect, words: Row, tokens: Tokens) -> None:
        """Paint the edge in the kind's colour; a journey's is broken, so that its shape tells it too."""
        color = QColor(tokens.kind_color(words.kind.value))
        if words.kind is not EntryKind.TRAVEL:
            painter.fillRect(bar, color)
            return
        for y in range(bar.top(), bar.bottom() + 1, _HATCH):
            painter.fillRect(QRect(bar.left(), y, _BAR, min(_HATCH - 3, bar.bottom() + 1 - y)), color)

    def _marks(self, painter: QPainter, rect: QRect, words: Row, tokens: Tokens) -> int:
        """Paint what stands at the right: marking, status, parties; return where they begin."""
        right = rect.right()
        colors = tokens.colors()
        if words.badge:
            name = _LEVELS[words.marking]
            fill, ink = colors[f"{name}_soft"], colors[name]
            right = self._pill(painter, rect, right, words.badge, self._badge, fill, ink, radius=3)
        if words.word:
            right = self._pill(
                painter, rect, right, words.word, self._small, tokens.soft, tokens.ink, radius=9
            )
        for party in reversed(words.parties):
            if right - rect.left() < TIME_PX * 2:
                break
            fill, ink = tokens.accent_soft, tokens.accent
            right = self._pill(painter, rect, right, party, self._small, fill, ink, radius=9)
        return right

    def _pill(
        self,
        painter: QPainter,
        rect: QRect,
        right: int,
        text: str,
        font: QFont,
        fill: str,
        ink: str,
        *,
        radius: int,
    ) -> int:
        width = min(self._wide(font, text) + (10 if radius < _GAP else 16), TIME_PX)
        pill = QRect(right - width, rect.center().y(), width, _CHIP_HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(pill, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._words(painter, pill.adjusted(4, 0, -4, 0), text, font, ink, _MIDDLE)
        return right - width - 6

    def _words(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        font: QFont,
        ink: str,
        at: Qt.AlignmentFlag = _LEFT,
    ) -> int:
        """Paint one line of words, shortened to the room there is; return where it ends."""
        metrics = self._metrics[id(font)]
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(rect, int(at) | Qt.TextFlag.TextSingleLine, shown)
        return rect.left() + metrics.horizontalAdvance(shown)

    def _wide(self, font: QFont, text: str) -> int:
        return self._metrics[id(font)].horizontalAdvance(text) + 1
