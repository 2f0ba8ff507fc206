"""The one table of the window: rows, and what hands do with them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from app.ui.preferences import Preferences
from app.ui.tables.column import Column
from app.ui.tables.copying import as_lines, table_mime
from app.ui.tables.rows_view import RowsView

_Move = QAbstractItemView.CursorAction
_Flag = QItemSelectionModel.SelectionFlag
_Index = QModelIndex | QPersistentModelIndex


class Table(RowsView):
    """Frozen rows with an ``id`` each, seen through columns.

    ``name`` is by what widths, order, choice of columns and sorting are remembered; ``label`` what a
    screen reader calls it; with a ``kind`` rows can be dragged out, as ``dragging.rows_of`` reads them;
    ``natural`` gives what rows are ordered by where no column orders them.

    ``current_changed`` carries an id, or nothing when no row is current; ``opened`` the id of the row on
    which Enter was pressed or that was double-clicked; ``delete_wanted`` a list of ids; ``tick_wanted`` an
    id, a column's key, and whether it is to be ticked; ``menu_wanted`` a point of the viewport.
    ``editing_ended`` comes when a cell is typed into no more.
    """

    opened = Signal(str)
    delete_wanted = Signal(list)
    tick_wanted = Signal(str, str, bool)
    menu_wanted = Signal(QPoint)
    editing_ended = Signal()

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        preferences: Preferences,
        *,
        label: str,
        kind: str = "",
        natural: Callable[[Any], Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, columns, preferences, label=label, kind=kind, natural=natural, parent=parent)
        self.customContextMenuRequested.connect(self.menu_wanted)
        self.doubleClicked.connect(self._open)
        self.entered.connect(self._hover)
        self._delegate.stepped.connect(self._step)

    # What is copied

    def copied(self) -> QMimeData:
        """Return the selected rows as a table with the columns in view, tab-separated and as HTML."""
        columns = self._head.shown()
        titles = [self._rows.columns[column].title for column in columns]
        return table_mime(titles, self._selected_words(columns))

    def copied_lines(self) -> str:
        """Return the selected rows as lines that read well in a letter."""
        return as_lines(self._selected_words(self._head.shown()))

    @Slot()
    def copy(self) -> None:
        """Put the selected rows on the clipboard as a table."""
        if self.selected_ids():
            QGuiApplication.clipboard().setMimeData(self.copied())

    @Slot()
    def copy_lines(self) -> None:
        """Put the selected rows on the clipboard as lines of text."""
        if self.selected_ids():
            QGuiApplication.clipboard().setText(self.copied_lines())

    def _selected_words(self, columns: Sequence[int]) -> list[list[str]]:
        return [
            [", ".join(self._rows.cell(at, column).words(self._rows.markings)) for column in columns]
            for at in map(self._rows.place, self.selected_ids())
        ]

    # What is edited in place

    def set_read_only(self, *, read_only: bool) -> None:
        """Let no cell be edited, or those again that can be."""
        self._rows.editable = not read_only

    def edit_cell(self, row_id: str, key: str = "") -> bool:
        """Edit a row's cell of a column; without one, the current cell or the first that can be edited.

        Return whether it can be. What was refused in another cell is brought back instead.
        """
        at = self._rows.place(row_id)
        columns = [column for column in self._head.shown() if self._can_edit(at, column)]
        named = [column for column in columns if self._rows.columns[column].key == key]
        current = self.currentIndex().column()
        column = next(iter(named or ([current] if current in columns and not key else columns)), -1)
        if column < 0 or (key and not named):
            return False
        if not self.finish_editing():
            return True
        self._edit_at(at, column)
        return True

    def finish_editing(self) -> bool:
        """Write what is being typed into a cell; return whether nothing unfinished is left."""
        editor = self._delegate.editor
        if editor is None:
            return True
        if not self._delegate.commit():
            editor.setFocus()
            return False
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        return True

    @property
    def holds_refused(self) -> bool:
        """Whether what stands in an open cell was refused: what hides its row would lose it."""
        return self._delegate.editor is not None and self._delegate.refused

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint, /) -> None:
        # What was refused stays under the hands until it is mended or taken back.
        if self._delegate.refused and hint != QAbstractItemDelegate.EndEditHint.RevertModelCache:
            return
        super().closeEditor(editor, hint)
        self.editing_ended.emit()

    def _can_edit(self, at: int, column: int) -> bool:
        return bool(self._rows.flags(self._rows.index(at, column)) & Qt.ItemFlag.ItemIsEditable)

    def _edit_at(self, at: int, column: int) -> None:
        index = self._rows.index(at, column)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)
        self.edit(index)
        self._delegate.begin()

    @Slot(str, int, int)
    def _step(self, row_id: str, column: int, step: int) -> None:
        """Go on to the next cell of the row that can be edited, or the one before."""
        at, shown = self._rows.place(row_id), self._head.shown()
        if at < 0 or column not in shown:
            return
        beside = shown[shown.index(column) + 1 :] if step > 0 else shown[: shown.index(column)][::-1]
        found = next((one for one in beside if self._can_edit(at, one)), None)
        if found is not None:
            self._edit_at(at, found)

    # What hands do

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        current = self.current_id()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_F2 and current:
            self.edit_cell(current)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and current:
            self.opened.emit(current)
        elif event.key() == Qt.Key.Key_Delete and self.selected_ids():
            self.delete_wanted.emit(self.selected_ids())
        elif event.key() == Qt.Key.Key_Space and not event.modifiers() and self._tick_current():
            pass
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            box = self._delegate.tick_rect(self.visualRect(index), index)
            if box is not None and box.contains(event.position().toPoint()):
                self._tick(index.row(), index.column())

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier, /) -> QModelIndex:
        # Qt's own Home and End stay in the row, and its Left and Right go through cells nobody chooses.
        rows = range(len(self._rows.ids))
        column = self.currentIndex().column() if self.currentIndex().isValid() else self._head.shown()[0]
        if action is _Move.MoveHome or (not self.currentIndex().isValid() and action is not _Move.MoveEnd):
            return self._nearest_row(rows, column)  # where nothing is chosen yet, Qt would choose a heading
        if action is _Move.MoveEnd:
            return self._nearest_row(reversed(rows), column)
        found = super().moveCursor(action, modifiers)
        at = found.row()
        if action is _Move.MovePageUp and self._rows.heading(at) is not None:
            return self._nearest_row(rows[at:], column)
        return found

    def _nearest_row(self, places: Iterable[int], column: int) -> QModelIndex:
        """Return the first of these places where there is a row, not a heading."""
        at = next((at for at in places if self._rows.heading(at) is None), -1)
        if at >= 0 and self._rows.heading(at - 1) is not None:
            self.scrollTo(self._rows.index(at - 1, column))  # its heading is seen with it
        return self._rows.index(at, column)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.layout_keeper.fit(self.viewport().width())

    def viewportEvent(self, event: QEvent, /) -> bool:
        if event.type() in {QEvent.Type.Leave, QEvent.Type.HoverLeave}:
            self._hover(QModelIndex())
        return super().viewportEvent(event)

    def _tick_current(self) -> bool:
        at = self.currentIndex().row()
        for column in self._head.shown() if at >= 0 else []:
            if self._rows.cell(at, column).tick is not None:
                self._tick(at, column)
                return True
        return False

    def _tick(self, at: int, column: int) -> None:
        wanted = not self._rows.cell(at, column).tick
        self.tick_wanted.emit(self._rows.ids[at], self._rows.columns[column].key, wanted)

    @Slot(QModelIndex)
    def _open(self, index: _Index) -> None:
        if not index.isValid() or self._rows.heading(index.row()) is not None:
            return
        row_id = self._rows.ids[index.row()]
        if not self.edit_cell(row_id, self._rows.columns[index.column()].key):
            self.opened.emit(row_id)

    @Slot(QModelIndex)
    def _hover(self, index: _Index) -> None:
        at = index.row() if index.isValid() else -1
        if at != self._delegate.hovered:
            self._delegate.hovered = at
            self.viewport().update()
