"""The agenda as a table: chosen by the arrows, put in order by dragging or with Alt, changed in place."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QDropEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.words import Marking
from app.ui.screens.meetings.agenda_model import KIND, AgendaModel, Columns
from app.ui.tables.dragging import rows_of
from app.ui.theme.fonts import BOLD, SEMIBOLD, SMALL_PX, TEXT_PX, ui_font
from app.ui.theme.style import theme
from app.ui.widgets.plain import tip_markup
from app.ui.widgets.tuning import flat, tune
from app.wording import _

ROW_PX: Final = 46
_SIDE: Final = 8
_LINE: Final = 18
_SMALL_LINE: Final = 15
_WIDTHS: Final = {Columns.NUMBER: 46, Columns.LEAD: 116, Columns.MINUTES: 46}
_BADGE_PX: Final = 10
_RING_PX: Final = 2  # of the focus, above and below
_LEVELS: Final = ("ok", "warn", "bad", "bad")
_ONE_LINE: Final = int(Qt.TextFlag.TextSingleLine)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | _ONE_LINE
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignCenter) | _ONE_LINE
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_Index = QModelIndex | QPersistentModelIndex


class AgendaDelegate(QStyledItemDelegate):
    """Paints words over a muted second line, and the marking where it is not the meeting's."""

    def __init__(self, view: QTableView, model: AgendaModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.usual = Marking.OFFICIAL_USE
        self.markings: tuple[str, ...] = ()
        self._text = ui_font(TEXT_PX, tabular=True)
        self._strong = ui_font(TEXT_PX, SEMIBOLD)
        self._small = ui_font(SMALL_PX, tabular=True)
        self._badge = ui_font(_BADGE_PX, BOLD)
        self._badge.setCapitalization(QFont.Capitalization.AllUppercase)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index, /) -> QSize:
        return QSize(0, ROW_PX)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index, /) -> QWidget:
        line = QLineEdit(parent)
        name = self._model.words(index.row(), Columns.ITEM)[0]
        line.setAccessibleName(_("Minutes of {item}").format(item=name))
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index, /) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.left() + 1, rect.center().y() - 14, rect.width() - 2, 28)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        rect: QRect = option.rect
        tokens = theme().tokens
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(tokens.accent_soft if chosen else tokens.panel))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        words, second = self._model.words(index.row(), index.column())
        inner = rect.adjusted(_SIDE, 0, -_SIDE, -1)
        font = self._strong if index.column() == Columns.ITEM else self._text
        badge = self._badge_of(index)
        both = _LINE + (_SMALL_LINE if second or badge else 0)
        top = inner.top() + (inner.height() - both) // 2
        self._words(painter, QRect(inner.left(), top, inner.width(), _LINE), words, font, tokens.ink)
        below = QRect(inner.left(), top + _LINE, inner.width(), _SMALL_LINE)
        if badge:
            below.setLeft(self._paint_badge(painter, below, badge, index.row()))
        if second:
            self._words(painter, below, second, self._small, tokens.muted)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QColor(tokens.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def tip(self, rect: QRect, index: _Index) -> str:
        """Return the whole words of a cell where they do not fit; else nothing."""
        room = rect.width() - 2 * _SIDE
        words, second = self._model.words(index.row(), index.column())
        font = self._strong if index.column() == Columns.ITEM else self._text
        fits = _wide(font, words) <= room and _wide(self._small, second) <= room
        return "" if fits else "\n".join(part for part in (words, second) if part)

    def _badge_of(self, index: _Index) -> str:
        """Return the word of an item's marking where it is not the meeting's."""
        item = self._model.item(index.row())
        differs = item is not None and item.marking is not self.usual and bool(self.markings)
        return self.markings[item.marking] if item and differs and index.column() == Columns.ITEM else ""

    def _paint_badge(self, painter: QPainter, line: QRect, word: str, row: int) -> int:
        """Paint a marking at the left of a line; return where the words begin."""
        item = self._model.item(row)
        tokens, tone = theme().tokens, _LEVELS[item.marking if item else 0]
        rect = QRect(line)
        rect.setWidth(min(_wide(self._badge, word) + 10, line.width() // 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(tokens, f"{tone}_soft")))
        painter.drawRoundedRect(rect, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = rect.adjusted(4, 0, -4, 0)
        self._words(painter, inside, word, self._badge, getattr(tokens, tone), _MIDDLE)
        return rect.right() + 6

    @staticmethod
    def _words(painter: QPainter, rect: QRect, text: str, font: QFont, ink: str, align: int = _LEFT) -> None:
        line = " ".join(text.split())
        shown = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(rect, align, shown)


def _wide(font: QFont, text: str) -> int:
    return QFontMetrics(font).horizontalAdvance(text) + 1


class AgendaView(QTableView):
    """The table. Each signal carries an item's id.

    ``stepped`` asks to move it by so many places, ``dropped`` to before a row; ``opened`` to write on in it;
    ``lead_wanted`` to choose who leads, ``menu_wanted`` to offer all, at a point of the screen.
    """

    current_changed = Signal(str)
    stepped = Signal(str, int)
    dropped = Signal(str, int)
    opened = Signal(str)
    lead_wanted = Signal(str, QPoint)
    menu_wanted = Signal(str, QPoint)
    delete_wanted = Signal(str)

    def __init__(self, model: AgendaModel) -> None:
        super().__init__()
        self.rows = model
        self.setModel(model)
        self.painter = AgendaDelegate(self, model)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(_("Agenda"))
        self.setAccessibleDescription(
            _("Alt with the up and down arrows moves an item. Enter changes a cell, digits its minutes.")
        )
        tune(self)
        flat(self)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.doubleClicked.connect(self._open)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Columns.ITEM, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self.fit)
        theme().changed.connect(self.viewport().update)
        self.fit()

    def current_id(self) -> str:
        """Return the id of the current item, or nothing."""
        item = self.rows.item(self.currentIndex().row()) if self.currentIndex().isValid() else None
        return item.id if item else ""

    def select(self, item_id: str) -> None:
        """Make an item the current one."""
        row = self.rows.row_of(item_id)
        if row >= 0:
            column = self.currentIndex().column() if self.currentIndex().isValid() else Columns.ITEM
            self.setCurrentIndex(self.rows.index(row, column))

    def select_first(self) -> None:
        """Make the first item the current one, if there is any."""
        self.setCurrentIndex(self.rows.index(0, Columns.ITEM))

    @Slot()
    def fit(self) -> None:
        """Take the height of the rows there are: the page scrolls, not the table."""
        self.setFixedHeight(
            self.rows.rowCount() * ROW_PX + self.horizontalHeader().sizeHint().height() + 2 * _RING_PX
        )

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        current, key = self.current_id(), Qt.Key(event.key())
        if not current:
            super().keyPressEvent(event)
        elif key in _STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(current, _STEPS[key])
        elif key == Qt.Key.Key_Delete:
            self.delete_wanted.emit(current)
        elif key in _ENTER:
            self._open(self.currentIndex())
        elif event.text().isdigit() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.setCurrentIndex(self.rows.index(self.currentIndex().row(), Columns.MINUTES))
            super().keyPressEvent(event)
        elif event.text().isprintable() and event.text():
            event.ignore()  # letters write nothing here
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent, /) -> None:
        found = rows_of(event.mimeData())
        if found is None or found[0] != KIND or self.rows.row_of(found[1][0]) < 0:
            event.ignore()
            return
        # The rows move when the file has taken it: Qt itself must neither move nor remove any.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(found[1][0], self._place(event.position().toPoint()))

    def _place(self, at: QPoint) -> int:
        """Return before which row something is let fall."""
        index = self.indexAt(at)
        if not index.isValid():
            return self.rows.rowCount()
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def viewportEvent(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            tip = self.painter.tip(self.visualRect(index), index) if index.isValid() else ""
            self.viewport().setToolTip(tip_markup(tip))
        return super().viewportEvent(event)

    def corner(self) -> QPoint:
        """Return where on the screen a menu of the current cell belongs."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    @Slot(QModelIndex)
    def _open(self, index: _Index) -> None:
        item = self.rows.item(index.row())
        if item is None:
            return
        if index.column() == Columns.LEAD:
            self.lead_wanted.emit(item.id, self.corner())
        elif index.column() != Columns.MINUTES:
            self.opened.emit(item.id)
        elif self.state() != QAbstractItemView.State.EditingState and bool(
            index.flags() & Qt.ItemFlag.ItemIsEditable
        ):
            self.edit(index)

    @Slot(QPoint)
    def _ask_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        item = self.rows.item(index.row()) if index.isValid() else None
        if item is not None:
            self.menu_wanted.emit(item.id, self.viewport().mapToGlobal(at))

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        item = self.rows.item(current.row()) if current.isValid() else None
        self.current_changed.emit(item.id if item else "")
