"""The grid of a month: its days under hand and keys, and the actions due on them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QToolTip

from app.planning.views.actions import ActionRow
from app.ui.screens.actions.month import MonthModel, spoken
from app.ui.screens.actions.month_paint import HEAD_PX, LINE_PX, DayDelegate
from app.ui.tables.dragging import put_rows, rows_of
from app.ui.widgets.plain import tip_markup
from app.ui.widgets.tuning import flat, tune
from app.wording import _

_Index = QModelIndex | QPersistentModelIndex
_KEYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONTHS: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ACTION: Final = "action"


class MonthView(QTableView):
    """Arrows go from day to day, also into the next month; Page up and down from month to month.

    Enter or Space goes through the actions of a day. With Alt the same keys move the action in hand to
    another day, as dragging it does. ``chosen`` carries an action's id, ``opened`` that of one that was
    double-clicked, ``moved`` that of one and the day on which it is to be due; ``turned`` tells that another
    month is in view.
    """

    chosen = Signal(str)
    opened = Signal(str)
    moved = Signal(str, object)
    turned = Signal()

    def __init__(self, today: date, *, read_only: bool = False) -> None:
        super().__init__()
        self.today = today
        self.landing: date | None = None  # the day on which what is dragged would be let go
        self._read_only = read_only
        self._held: tuple[QPoint, ActionRow] | None = None  # where the mouse went down on an action
        self.month = MonthModel(today)
        self.month.setParent(self)
        self.action_id = ""
        self.setModel(self.month)
        tune(self)
        flat(self)
        self.setAccessibleName(_("Days on which actions are due"))
        if not read_only:
            self.setAccessibleDescription(
                _("Alt with the arrows, Page up or Page down moves the action in hand to another day.")
            )
            self.setAcceptDrops(True)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setItemDelegate(DayDelegate(self))
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(6 * (HEAD_PX + LINE_PX))
        self.show_day(today)

    def day(self) -> date:
        """Return the day under the cursor."""
        return self.month.day(self.currentIndex())

    def set_today(self, today: date) -> None:
        """Take another day as the one that it is; where the cursor stood on it, it goes along."""
        if today == self.today:
            return
        there = self.day() == self.today
        self.today = today
        if there:
            self.show_day(today)
        self.viewport().update()

    def show_day(self, day: date) -> None:
        """Put the cursor on a day, in its month."""
        before = self.month.month
        self.month.show_month(day)
        self.setCurrentIndex(self.month.place(day))
        if self.month.month != before:
            self.turned.emit()

    def show_months_away(self, months: int) -> None:
        """Go to the same day of another month, or to its last."""
        self.show_day(_months_away(self.day(), months))

    def mark(self, row: ActionRow | None) -> None:
        """Show which action is the current one, and its day."""
        self.action_id = "" if row is None else row.id
        if row is not None and row.due_on is not None and row.due_on != self.day():
            self.show_day(row.due_on)
        self.viewport().update()

    # What hands do

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS or key in _MONTHS:
            day = self.day() + timedelta(days=_KEYS.get(key, 0))
            day = _months_away(day, _MONTHS[key]) if key in _MONTHS else day
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move_in_hand(day)
            else:
                self.show_day(day)
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
        held = row is not None and event.button() is Qt.MouseButton.LeftButton and not self._read_only
        self._held = (event.position().toPoint(), row) if held and row is not None else None
        if row is not None:
            self.chosen.emit(row.id)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        if self._held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        (pressed, row), at = self._held, event.position().toPoint()
        if (at - pressed).manhattanLength() >= QApplication.startDragDistance():
            self._held = None
            self._drag_action(row, pressed)

    def mouseReleaseEvent(self, _event: QMouseEvent, /) -> None:
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        _index, row = self._under(event.position().toPoint())
        if row is not None:
            self.opened.emit(row.id)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        self._drag_over(event)

    def dragMoveEvent(self, event: QDragMoveEvent, /) -> None:
        self._drag_over(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent, /) -> None:
        self._land(None)

    def dropEvent(self, event: QDropEvent, /) -> None:
        found, day = self._dropped(event)
        self._land(None)
        if not found or day is None:
            event.ignore()
            return
        # The file is asked, and the days are shown anew: Qt itself must remove nothing.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.moved.emit(found, day)

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
        room = max(1, (cell.height() - HEAD_PX - 2) // LINE_PX)
        shown = len(rows) if len(rows) <= room else room - 1
        for at in range(min(len(rows), room)):
            rect = QRect(cell.left() + 3, cell.top() + HEAD_PX + at * LINE_PX, cell.width() - 7, LINE_PX - 2)
            yield rect, rows[at] if at < shown else None

    def _drag_action(self, row: ActionRow, pressed: QPoint) -> None:
        drag, rect = QDrag(self), self.line_rect(row)
        mime = QMimeData()
        put_rows(mime, _ACTION, [row.id])
        drag.setMimeData(mime)
        if rect.isValid():
            drag.setPixmap(self.viewport().grab(rect))
            drag.setHotSpot(pressed - rect.topLeft())
        drag.exec(Qt.DropAction.CopyAction)

    def _drag_over(self, event: QDragMoveEvent) -> None:
        found, day = self._dropped(event)
        self._land(day if found else None)
        if self.landing is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def _dropped(self, event: QDropEvent) -> tuple[str, date | None]:
        """Return the action that is dragged, nothing where it is something else, and the day below."""
        found = rows_of(event.mimeData())
        index = self.indexAt(event.position().toPoint())
        action_id = found[1][0] if found and found[0] == _ACTION and found[1] else ""
        return action_id, self.month.day(index) if index.isValid() else None

    def _land(self, day: date | None) -> None:
        if self.landing != day:
            self.landing = day
            self.viewport().update()

    def _move_in_hand(self, day: date) -> None:
        """Ask for the action in hand, where it is due on the day under the cursor, to be due on another."""
        if not self._read_only and self.action_id in {row.id for row in self.month.rows_on(self.day())}:
            self.moved.emit(self.action_id, day)

    def _choose_next(self) -> None:
        ids = [row.id for row in self.month.rows_on(self.day())]
        if ids:
            after = ids.index(self.action_id) + 1 if self.action_id in ids else 0
            self.chosen.emit(ids[after % len(ids)])

    def _under(self, at: QPoint) -> tuple[QModelIndex, ActionRow | None]:
        index = self.indexAt(at)
        return index, next((row for rect, row in self.lines(index) if rect.contains(at)), None)


def _months_away(day: date, months: int) -> date:
    """Return the same day of another month, or its last."""
    number = day.year * 12 + day.month - 1 + months
    first = date(number // 12, number % 12 + 1, 1)
    after = date((number + 1) // 12, (number + 1) % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), after - timedelta(days=1))
