"""What is painted in a table beside cells: the headings of groups, and the bar of an entry's kind."""

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QTableView

from app.domain.words import EntryKind
from app.ui.tables.grouping import GroupWords
from app.ui.theme.fonts import BOLD, SMALL_PX, TEXT_PX, ui_font
from app.ui.theme.style import theme

SIDE: Final = 11  # as the header has it
EDGE_PX: Final = 3
_GAP: Final = 8
_DASH: Final = 5
_BETWEEN_DASHES: Final = 3


class HeadingPainter:
    """Paints a heading over the whole row, cell by cell: each cell shows its part of it."""

    def __init__(self) -> None:
        self._bold, self._text, self._small = ui_font(TEXT_PX, BOLD), ui_font(TEXT_PX), ui_font(SMALL_PX)

    def paint(self, painter: QPainter, view: QTableView, cell: QRect, words: GroupWords) -> None:
        """Paint what of a heading lies in one cell."""
        header, tokens = view.horizontalHeader(), theme().tokens
        painter.save()
        painter.setClipRect(cell)
        painter.fillRect(cell, QColor(tokens.bg))
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), QColor(tokens.line))
        line = QRect(-header.offset(), cell.top(), header.length(), cell.height()).adjusted(
            SIDE, 0, -SIDE, -1
        )
        aside = self._wide(self._small, words.aside)
        right = QRect(line.right() + 1 - aside, line.top(), aside, line.height())
        self._words(painter, right, words.aside, self._small, tokens.muted)
        line.setRight(right.left() - _GAP)
        line.setLeft(self._words(painter, line, words.title, self._bold, tokens.ink) + _GAP)
        self._words(painter, line, words.detail, self._text, tokens.ink)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, text: str, font: QFont, ink: str) -> int:
        """Paint one line of words, shortened to the room there is; return where it ends."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter) | Qt.TextFlag.TextSingleLine, shown)
        return rect.left() + metrics.horizontalAdvance(shown)

    @staticmethod
    def _wide(font: QFont, text: str) -> int:
        return QFontMetrics(font).horizontalAdvance(text) + 1 if text else 0


def paint_edge(painter: QPainter, bar: QRect, kind: EntryKind) -> None:
    """Paint a kind's colour as a bar; a journey's is broken, so that its shape tells it too."""
    color = QColor(theme().tokens.kind_color(kind.value))
    if kind is not EntryKind.TRAVEL:
        painter.fillRect(bar, color)
        return
    for top in range(bar.top(), bar.bottom() + 1, _DASH + _BETWEEN_DASHES):
        painter.fillRect(QRect(bar.left(), top, bar.width(), min(_DASH, bar.bottom() + 1 - top)), color)
