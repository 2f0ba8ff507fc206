"""How a day of the month is painted: its number, and a line for each action due on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.planning.views.actions import ActionRow
from app.ui.theme.fonts import SEMIBOLD, SMALL_PX, ui_font
from app.ui.theme.style import theme
from app.wording import ngettext

if TYPE_CHECKING:
    from app.ui.screens.actions.month_view import MonthView

HEAD_PX: Final = 22  # the line of the day's number
LINE_PX: Final = 19
_SIDE: Final = 6
_RADIUS: Final = 4
_Index = QModelIndex | QPersistentModelIndex


class DayDelegate(QStyledItemDelegate):
    """Paints a day: its number, and a line for each action."""

    def __init__(self, view: MonthView) -> None:
        super().__init__(view)
        self._view = view
        self._number, self._small = ui_font(SMALL_PX, SEMIBOLD, tabular=True), ui_font(SMALL_PX)
        self._closed = QFont(self._small)
        self._closed.setStrikeOut(True)
        self._metrics = QFontMetrics(self._small)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        tokens, view = theme().tokens, self._view
        cell: QRect = option.rect
        day = view.month.day(index)
        own = day.month == view.month.month.month
        painter.save()
        painter.fillRect(cell, QColor(tokens.panel if own else tokens.bg))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, QColor(tokens.line))
        painter.fillRect(cell.right(), cell.top(), 1, cell.height(), QColor(tokens.line))
        if day == view.landing:
            painter.fillRect(cell.adjusted(0, 0, -1, -1), QColor(tokens.accent_soft))
            painter.setPen(QColor(tokens.accent))
            painter.drawRect(cell.adjusted(0, 0, -2, -2))
        elif day == view.day():
            painter.setPen(QColor(tokens.accent if view.hasFocus() else tokens.muted))
            painter.drawRect(cell.adjusted(0, 0, -2, -2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._number)
        head = QRect(cell.left() + _SIDE, cell.top() + 2, cell.width() - 2 * _SIDE, HEAD_PX - 4)
        if day == view.today:
            wide = painter.fontMetrics().horizontalAdvance(str(day.day)) + 2 * _SIDE
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(QRect(head.left() - _SIDE + 3, head.top(), wide, head.height()), 8, 8)
        painter.setPen(QColor(tokens.on_accent if day == view.today else tokens.ink if own else tokens.muted))
        aside = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(head.translated(3, 0), aside, str(day.day))
        count = len(view.month.rows_on(day))
        for shown, (rect, row) in enumerate(view.lines(index)):
            self._paint_line(painter, rect, row, count - shown)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, row: ActionRow | None, left: int) -> None:
        tokens = theme().tokens
        fill, ink = tokens.soft, tokens.muted
        if row is not None and not row.closed:
            fill, ink = (tokens.bad_soft, tokens.bad) if row.overdue else (tokens.accent_soft, tokens.accent)
        if row is not None:
            chosen = row.id == self._view.action_id
            painter.setPen(QColor(ink) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        words = (
            " ".join(row.text.split())
            if row is not None
            else ngettext("{count} more", "{count} more", left).format(count=left)
        )
        inside = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(self._closed if row is not None and row.closed else self._small)
        painter.setPen(QColor(ink))
        shown = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
