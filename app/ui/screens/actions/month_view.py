"""The grid of a month: its days under hand and keys, and the actions due on them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QToolTip

from app.planning.views.actions import ActionRow
from app.ui.screens.actions.month import MonthModel, spoken
from app.ui.theme.fonts import SEMIBOLD, SMALL_PX, ui_font
from app.ui.theme.style import theme
from app.ui.widgets.plain import tip_markup
from app.ui.widgets.tuning import flat, tune
from app.wording import _, ngettext

_HEAD: Final = 22  # the line of the day's number
_LINE: Final = 19
_SIDE: Final = 6
_RADIUS: Final = 4
_Index = QModelIndex | QPersistentModelIndex
_KEYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class MonthView(QTableView):
    """Arrows go from day to day, also into the next month; Page up and down from month to month.

    Enter or Space goes through the actions of a day. ``chosen`` carries an action's id, ``opened`` that of
    one that was double-clicked; ``turned`` tells that another month is in view.
    """

    chosen = Signal(str)
    opened = Signal(str)
    turned = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.today = today
        self.month = MonthModel(today)
        self.month.setParent(self)
        self.action_id = ""
        self.setModel(self.month)
        tune(self)
        flat(self)
        self.setAccessibleName(_("Days on which actions are due"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setItemDelegate(_DayDelegate(self))
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(6 * (_HEAD + _LINE))
        self.show_day(today)

    def day(self) -> date:
        """Return the day under the cursor."""
        return self.month.day(self.currentIndex())

    def show_day(self, day: date) -> None:
        """Put the cursor on a day, in its month."""
        before = self.month.month
        self.month.show_month(day)
        self.setCurrentIndex(self.month.place(day))
        if self.month.month != before:
            self.turned.emit()

    def show_months_away(self, months: int) -> None:
        """Go to the same day of another month, or to its last."""
        number = self.month.month.year * 12 + self.month.month.month - 1 + months
        first = date(number // 12, number % 12 + 1, 1)
        after = date((number + 1) // 12, (number + 1) % 12 + 1, 1)
        self.show_day(min(first + timedelta(days=self.day().day - 1), after - timedelta(days=1)))

    def mark(self, row: ActionRow | None) -> None:
        """Show which action is the current one, and its day."""
        self.action_id = "" if row is None else row.id
        if row is not None and row.due_on is not None and row.due_on != self.day():
            self.show_day(row.due_on)
        self.viewport().update()

    # What hands do

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.show_day(self.day() + timedelta(days=_KEYS[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.show_months_away(1 if key is Qt.Key.Key_PageDown else -1)
        elif key is Qt.Key.Key_Home:
            self.show_day(self.today)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose_next()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        index, row = self._under(event.position().toPoint())
        if index.isValid():
            self.show_day(self.month.day(index))
        if row is not None:
            self.chosen.emit(row.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        _index, row = self._under(event.position().toPoint())
        if row is not None:
            self.opened.emit(row.id)

    def viewportEvent(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            _index, row = self._under(event.pos())
            QToolTip.showText(event.globalPos(), tip_markup(spoken(row)) if row else "", self)
            return True
        return super().viewportEvent(event)

    def line_rect(self, row: ActionRow) -> QRect:
        """Return where an action stands; nowhere where its day has no room for it."""
        index = self.month.place(row.due_on) if row.due_on else QModelIndex()
        return next(
            (rect for rect, one in self.lines(index) if one is not None and one.id == row.id), QRect()
        )

    def lines(self, index: _Index) -> Iterator[tuple[QRect, ActionRow | None]]:
        """Yield where the actions of a day stand, as many as there is room for; ``None`` for the rest."""
        if not index.isValid():
            return
        cell = self.visualRect(index)
        rows = self.month.rows_on(self.month.day(index))
        room = max(1, (cell.height() - _HEAD - 2) // _LINE)
        shown = len(rows) if len(rows) <= room else room - 1
        for at in range(min(len(rows), room)):
            rect = QRect(cell.left() + 3, cell.top() + _HEAD + at * _LINE, cell.width() - 7, _LINE - 2)
            yield rect, rows[at] if at < shown else None

    def _choose_next(self) -> None:
        ids = [row.id for row in self.month.rows_on(self.day())]
        if ids:
            after = ids.index(self.action_id) + 1 if self.action_id in ids else 0
            self.chosen.emit(ids[after % len(ids)])

    def _under(self, at: QPoint) -> tuple[QModelIndex, ActionRow | None]:
        index = self.indexAt(at)
        return index, next((row for rect, row in self.lines(index) if rect.contains(at)), None)


class _DayDelegate(QStyledItemDelegate):
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
        if day == view.day():
            painter.setPen(QColor(tokens.accent if view.hasFocus() else tokens.muted))
            painter.drawRect(cell.adjusted(0, 0, -2, -2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._number)
        head = QRect(cell.left() + _SIDE, cell.top() + 2, cell.width() - 2 * _SIDE, _HEAD - 4)
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
