"""The agenda while a meeting runs: items are ticked off, and the one in hand has a clock."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.domain.pace import Pace
from app.planning.views.record import RecordAt, Taken
from app.ui.screens.meetings.run_keys import NEXT_KEY, PREVIOUS_KEY, TICK_KEY, spoken
from app.ui.screens.meetings.run_words import item_course
from app.ui.theme.fonts import SEMIBOLD, SMALL_PX, TEXT_PX, ui_font
from app.ui.theme.icons import icon_pixmap
from app.ui.theme.style import theme
from app.ui.widgets.plain import tip_markup
from app.ui.widgets.tuning import flat, tune
from app.wording import _

ROW_PX = 48
BOX_PX = 16
SIDE_PX = 10
_LINE_PX = 18
_MARK_PX = 3
_Index = QModelIndex | QPersistentModelIndex
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Roles(IntEnum):
    """What a row knows beside its heading."""

    ID = Qt.ItemDataRole.UserRole
    BELOW = Qt.ItemDataRole.UserRole + 1
    TONE = Qt.ItemDataRole.UserRole + 2
    TICKED = Qt.ItemDataRole.UserRole + 3
    IN_HAND = Qt.ItemDataRole.UserRole + 4


class RunAgenda(QListWidget):
    """The items in order, and last what belongs to none of them, whose id is empty.

    ``chosen`` carries the id of the item in view; ``ticked`` an item's id and whether it is to be ticked off;
    ``entered`` tells that something is to be noted under the item in view.
    """

    chosen = Signal(str)
    ticked = Signal(str, bool)
    entered = Signal()

    def __init__(self, *, read_only: bool) -> None:
        super().__init__()
        self._read_only = read_only
        self._items: tuple[Taken, ...] = ()
        self.setAccessibleName(_("Agenda to tick off"))
        self.setAccessibleDescription(
            f"{_('Space ticks an item off, Enter notes a point under it.')} {keys()}"
        )
        tune(self)
        flat(self)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Line(self))
        self.currentItemChanged.connect(self._on_current)

    def show_record(self, record: RecordAt, pace: Pace | None) -> None:
        """Show the agenda of a meeting; the row in view stays where it is still there."""
        before = self.current_id() if self.count() else None
        items = (*record.items, record.alone)
        if tuple(item.id for item in items) != tuple(item.id for item in self._items):
            self.blockSignals(True)
            self.clear()
            for _item in items:
                self.addItem(QListWidgetItem())
            self.blockSignals(False)
        self._items = items
        self.show_pace(pace)
        if before is None or not self.select(before):
            self.select(self.in_hand())

    def show_pace(self, pace: Pace | None) -> None:
        """Show how far the item in hand has got."""
        in_hand = self.in_hand()
        for row, taken in enumerate(self._items):
            self._fill(self.item(row), row, taken, pace, in_hand=bool(taken.id) and taken.id == in_hand)

    def in_hand(self) -> str:
        """Return the id of the item that is talked of: the first that is not ticked off, or nothing."""
        return next((item.id for item in self._items if item.id and item.ticked_at is None), "")

    def current_id(self) -> str:
        """Return the id of the item in view; nothing for what belongs to none."""
        item = self.currentItem()
        return "" if item is None else str(item.data(Roles.ID))

    def select(self, item_id: str) -> bool:
        """Bring an item into view; tell whether it is here."""
        for row, taken in enumerate(self._items):
            if (taken.id or "") == item_id:
                self.setCurrentRow(row)
                return True
        return False

    def tick(self, item_id: str) -> None:
        """Ask that an item be ticked off, or no longer."""
        taken = next((item for item in self._items if item.id == item_id), None)
        if taken is not None and item_id and not self._read_only:
            self.ticked.emit(item_id, taken.ticked_at is None)

    def step(self, way: int) -> None:
        """Bring the item so many places further down into view, where there is one."""
        if 0 <= self.currentRow() + way < self.count():
            self.setCurrentRow(self.currentRow() + way)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(1, self.count()) * ROW_PX + 4)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.tick(self.current_id())
        elif event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: Any, /) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            left = event.position().x() - self.visualRect(index).left()
            if left < SIDE_PX + BOX_PX + SIDE_PX // 2:
                self.tick(str(index.data(Roles.ID)))
                return
        super().mousePressEvent(event)

    @staticmethod
    def _fill(row: QListWidgetItem, at: int, taken: Taken, pace: Pace | None, *, in_hand: bool) -> None:
        if not taken.id:
            heading, (below, tone) = _("Not on the agenda"), ("", "muted")
        else:
            heading = f"{at + 1} · {taken.heading}"
            below, tone = item_course(taken, pace, in_hand=in_hand)
        row.setText(heading)
        row.setToolTip(tip_markup(f"{heading}\n{keys()}"))
        for role, value in (
            (Roles.ID, taken.id or ""),
            (Roles.BELOW, below),
            (Roles.TONE, tone),
            (Roles.TICKED, taken.ticked_at is not None),
            (Roles.IN_HAND, in_hand),
        ):
            row.setData(role, value)
        states = [_("ticked off") if taken.ticked_at else "", _("in hand") if in_hand else ""]
        spoken = ", ".join(part for part in (heading, below, *states) if part)
        row.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    @Slot()
    def _on_current(self) -> None:
        self.chosen.emit(self.current_id())


def keys() -> str:
    """Return what the keys do here, also while something is being written."""
    words = _("{next} and {previous} go on and back, {tick} ticks off, also while you write; Esc comes back.")
    return words.format(next=spoken(NEXT_KEY), previous=spoken(PREVIOUS_KEY), tick=spoken(TICK_KEY))


class _Line(QStyledItemDelegate):
    """A box to tick, the heading, and under it its minutes; a bar at the left marks the item in hand."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index, /) -> QSize:
        return QSize(0, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        tokens = theme().tokens
        self.initStyleOption(option, index)
        heading, option.text = option.text, ""
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        painter.save()
        rect: QRect = option.rect
        ticked, in_hand = bool(index.data(Roles.TICKED)), bool(index.data(Roles.IN_HAND))
        if in_hand:
            painter.fillRect(rect.left(), rect.top() + 4, _MARK_PX, rect.height() - 8, QColor(tokens.accent))
        if index.data(Roles.ID):
            self._paint_box(painter, rect, ticked=ticked, ratio=widget.devicePixelRatioF())
        room = rect.adjusted(2 * SIDE_PX + BOX_PX, 0, -SIDE_PX, 0)
        below = str(index.data(Roles.BELOW))
        lines = _LINE_PX * (2 if below else 1)
        room.setTop(rect.top() + (rect.height() - lines) // 2)
        room.setHeight(_LINE_PX)
        painter.setFont(ui_font(TEXT_PX, SEMIBOLD if in_hand else ui_font().weight()))
        painter.setPen(QColor(tokens.muted if ticked else tokens.ink))
        self._write(painter, room, heading)
        painter.setFont(ui_font(SMALL_PX, tabular=True))
        painter.setPen(QColor(tokens.colors()[str(index.data(Roles.TONE))]))
        self._write(painter, room.translated(0, _LINE_PX), below)
        painter.restore()

    @staticmethod
    def _write(painter: QPainter, room: QRect, words: str) -> None:
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(_ONE_LINE), shown)

    @staticmethod
    def _paint_box(painter: QPainter, rect: QRect, *, ticked: bool, ratio: float) -> None:
        tokens = theme().tokens
        box = QRect(rect.left() + SIDE_PX, rect.center().y() - BOX_PX // 2 + 1, BOX_PX, BOX_PX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.accent if ticked else tokens.muted))
        painter.setBrush(QColor(tokens.accent if ticked else tokens.panel))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if ticked:
            drawn = icon_pixmap("check", tokens.on_accent, BOX_PX - 4, ratio)
            painter.drawPixmap(box.left() + 2, box.top() + 2, drawn)
