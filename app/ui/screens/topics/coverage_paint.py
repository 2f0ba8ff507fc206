"""How topics over meetings are painted: cells, the head of a topic, the head of a meeting."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.domain.words import Intent
from app.planning.views.coverage import Cell
from app.ui.screens.topics.coverage_model import CoverageModel
from app.ui.theme.fonts import BOLD, SEMIBOLD, SMALL_PX, TEXT_PX, ui_font
from app.ui.theme.style import theme
from app.wording import _
from app.wording.coverage import gap_words
from app.wording.dates import clock, day_of_month
from app.wording.names import word_name

ROW_PX: Final = 46
HEAD_PX: Final = 72
SIDE_PX: Final = 11  # as tables have it
_SIDE: Final = 8
_LINE: Final = 18
_SMALL_LINE: Final = 15
_BADGE_PX: Final = 10
_PILL: Final = 20
_RADIUS: Final = 5
_RING_PX: Final = 2
_LEVELS: Final = ("ok", "warn", "bad", "bad")
_ONE_LINE: Final = int(Qt.TextFlag.TextSingleLine)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | _ONE_LINE
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignCenter) | _ONE_LINE
_Index = QModelIndex | QPersistentModelIndex


class CoveragePainter(QStyledItemDelegate):
    """Paints all of the matrix. ``landing`` is the cell in which what is dragged would land."""

    def __init__(self, view: QTableView, model: CoverageModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.landing = QPersistentModelIndex()
        self.markings: tuple[str, ...] = ()
        self._strong = ui_font(TEXT_PX, SEMIBOLD)
        self._name = ui_font(SMALL_PX + 1, SEMIBOLD)
        self._pill = ui_font(SMALL_PX, SEMIBOLD)
        self._small = ui_font(SMALL_PX, tabular=True)
        self._small_strong = ui_font(SMALL_PX, SEMIBOLD, tabular=True)
        self._badge = ui_font(_BADGE_PX, BOLD)
        self._badge.setCapitalization(QFont.Capitalization.AllUppercase)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index, /) -> QSize:
        return QSize(0, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        rect: QRect = option.rect
        tokens, current = theme().tokens, self._view.currentIndex()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, chosen=index.row() == current.row())
        cell = self._model.cell(index.row(), index.column())
        if cell is None:
            _write(painter, rect, "–", self._small, tokens.faint, _MIDDLE)
        else:
            self._paint_cell(painter, rect, cell)
        lands = index == self.landing
        if lands or (index == current and self._view.hasFocus()):
            painter.setPen(QPen(QColor(tokens.accent), _RING_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(3, 3, -3, -4), _RADIUS, _RADIUS)

    def paint_topic(self, painter: QPainter, rect: QRect, row: int) -> None:
        """Paint the head of a row: title, marking, and what is wrong or what is asked."""
        tokens, topic = theme().tokens, self._model.topic(row)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, chosen=row == self._view.currentIndex().row())
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), QColor(tokens.line))
        inner = rect.adjusted(SIDE_PX, 0, -_SIDE, -1)
        top = inner.top() + (inner.height() - _LINE - _SMALL_LINE) // 2
        title = QRect(inner.left(), top, inner.width(), _LINE)
        _write(painter, title, topic.title, self._strong, tokens.ink)
        below = QRect(inner.left(), top + _LINE, inner.width(), _SMALL_LINE)
        if self.markings:
            below.setLeft(self._paint_badge(painter, below, int(topic.marking)))
        finding = self._model.coverage.of_topic(topic.id)
        if finding is not None:
            _write(painter, below, gap_words(finding), self._small_strong, tokens.warn)
        else:
            second = " · ".join(part for part in (word_name(topic.area), topic.ask or topic.offer) if part)
            _write(painter, below, second, self._small, tokens.muted)

    def paint_meeting(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Paint the head of a column: day and time, title, minutes used of its slot."""
        tokens, meeting = theme().tokens, self._model.meeting(column)
        painter.fillRect(rect, QColor(tokens.panel))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        inner = rect.adjusted(4, 5, -4, -5)
        at = f"{day_of_month(meeting.start_wall.date())} {clock(meeting.start_wall, meeting.start_precision)}"
        line = QRect(inner.left(), inner.top(), inner.width(), _SMALL_LINE)
        _write(painter, line, at, self._small, tokens.muted, _MIDDLE)
        words = _two_lines(meeting.title or meeting.host_acronym or "", self._name, inner.width())
        top = line.bottom() + 1 + (2 - len(words)) * _SMALL_LINE // 2
        for number, part in enumerate(words):
            place = QRect(inner.left(), top + number * _SMALL_LINE, inner.width(), _SMALL_LINE)
            _write(painter, place, part, self._name, tokens.ink, _MIDDLE)
        used = _("{used} / {slot} min").format(used=meeting.used, slot=meeting.slot)
        over = meeting.over > 0
        if over:
            used = _("{used} / {slot} over").format(used=meeting.used, slot=meeting.slot)
        line.moveBottom(inner.bottom())
        font = self._small_strong if over else self._small
        _write(painter, line, used, font, tokens.bad if over else tokens.muted, _MIDDLE)

    def _ground(self, painter: QPainter, rect: QRect, *, chosen: bool) -> None:
        tokens = theme().tokens
        painter.fillRect(rect, QColor(tokens.soft if chosen else tokens.panel))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        tokens = theme().tokens
        words = word_name(cell.intent)
        room = rect.width() - 2 * _SIDE
        width = min(room, QFontMetrics(self._pill).horizontalAdvance(words) + 2 * _SIDE)
        top = rect.top() + (rect.height() - _PILL - _SMALL_LINE) // 2
        pill = QRect(rect.left() + (rect.width() - width) // 2, top, width, _PILL)
        looks = {
            Intent.LEAD: (tokens.accent, tokens.accent, tokens.on_accent),
            Intent.RAISE: (tokens.accent_soft, tokens.accent_soft, tokens.accent),
            Intent.IF_RAISED: (tokens.panel, tokens.muted, tokens.muted),
        }
        fill, edge, ink = looks[cell.intent]
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(pill, _RADIUS, _RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _write(painter, pill.adjusted(3, 0, -3, 0), words, self._pill, ink, _MIDDLE)
        minutes = _("{minutes} min").format(minutes=cell.minutes)
        below = QRect(rect.left(), pill.bottom() + 1, rect.width(), _SMALL_LINE)
        _write(painter, below, minutes, self._small, tokens.muted, _MIDDLE)

    def _paint_badge(self, painter: QPainter, line: QRect, level: int) -> int:
        """Paint a marking at the left of a line; return where the words begin."""
        tokens, tone, word = theme().tokens, _LEVELS[level], self.markings[level]
        rect = QRect(line)
        rect.setWidth(min(QFontMetrics(self._badge).horizontalAdvance(word) + 10, line.width() // 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(tokens, f"{tone}_soft")))
        painter.drawRoundedRect(rect, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _write(painter, rect.adjusted(4, 0, -4, 0), word, self._badge, getattr(tokens, tone), _MIDDLE)
        return rect.right() + 6


def _write(painter: QPainter, rect: QRect, text: str, font: QFont, ink: str, align: int = _LEFT) -> None:
    line = " ".join(text.split())
    shown = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(rect, align, shown)


def _two_lines(text: str, font: QFont, width: int) -> list[str]:
    """Break words into two lines at the most; the second may be too long."""
    metrics, words = QFontMetrics(font), text.split()
    taken = 1
    while taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= width:
        taken += 1
    return [part for part in (" ".join(words[:taken]), " ".join(words[taken:])) if part]
