"""A list whose lines one puts in order by dragging, or by Alt with the arrows; Del deletes the line.

A menu on the line offers the same.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QMenu, QWidget

from app.ui.widgets.plain import literal, tip_markup
from app.ui.widgets.tuning import flat, tune
from app.wording import _

_ID = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderedList(QListWidget):
    """``ordered`` carries the ids in their new order; ``chosen`` the id of the current line, or nothing."""

    ordered = Signal(list)
    chosen = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, name: str, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        flat(self)
        tune(self)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._read_only = read_only
        if not read_only:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.currentItemChanged.connect(self._tell)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show these lines, of id and words; the one chosen before stays so, else the first is."""
        before = self.current_id()
        self.blockSignals(True)
        self.clear()
        for row_id, words in lines:
            item = QListWidgetItem(words, self)
            item.setData(_ID, row_id)
            item.setToolTip(tip_markup(words))
        self.blockSignals(False)
        self.choose(before if before in self.ids() else next(iter(self.ids()), ""))
        self._tell()

    def ids(self) -> list[str]:
        """Return the ids in the order shown."""
        return [str(self.item(at).data(_ID)) for at in range(self.count())]

    def current_id(self) -> str:
        """Return the id of the line that is chosen, or nothing."""
        item = self.currentItem()
        return "" if item is None else str(item.data(_ID))

    def choose(self, row_id: str) -> None:
        """Choose a line."""
        if row_id in self.ids():
            self.setCurrentRow(self.ids().index(row_id))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(_STEPS[key])
        elif key is Qt.Key.Key_Delete:
            self.ask_delete()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent, /) -> None:
        super().dropEvent(event)
        self.ordered.emit(self.ids())

    def _move(self, way: int) -> None:
        at = self.currentRow()
        if self._read_only or at < 0 or not 0 <= at + way < self.count():
            return
        ids = self.ids()
        ids.insert(at + way, ids.pop(at))
        self.ordered.emit(ids)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        if self._read_only or not self.current_id():
            return
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def make_menu(self) -> QMenu:
        """Return the menu of the line that is chosen."""
        at = self.currentRow()
        acts: tuple[tuple[str, bool, Callable[[], object]], ...] = (
            (_("Move up"), at > 0, partial(self._move, -1)),
            (_("Move down"), at < self.count() - 1, partial(self._move, 1)),
            (_("Delete"), True, self.ask_delete),
        )
        menu = QMenu(self)
        for words, possible, act in acts:
            action = QAction(literal(words), menu)
            action.setEnabled(possible)
            action.triggered.connect(act)
            menu.addAction(action)
        return menu

    @Slot()
    def ask_delete(self) -> None:
        """Ask for the line that is chosen to be deleted."""
        if self.current_id() and not self._read_only:
            self.delete_wanted.emit(self.current_id())

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.current_id())
