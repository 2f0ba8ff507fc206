"""Rows with ids in a view: what is shown, and what stays selected whatever happens to them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.ui.preferences import Preferences
from app.ui.tables.arrangement import HasId
from app.ui.tables.column import Column
from app.ui.tables.editing import CellEditors
from app.ui.tables.grouping import Grouping
from app.ui.tables.header import TableHeader
from app.ui.tables.layout import TableLayout
from app.ui.tables.model import TableModel
from app.ui.theme.style import theme
from app.ui.widgets.tuning import flat, tune

_Move = QAbstractItemView.CursorAction
_Flag = QItemSelectionModel.SelectionFlag
_Index = QModelIndex | QPersistentModelIndex


class RowsView(QTableView):
    """A view of a :class:`TableModel` that carries selection and place over filters; see :class:`Table`."""

    current_changed = Signal(str)
    selection_changed = Signal()

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
        super().__init__(parent)
        self._rows = TableModel(columns, kind=kind, natural=natural, parent=self)
        self._delegate = CellEditors(self, self._rows)
        self._head = TableHeader(self)
        self._told = ""
        self._wanted: tuple[str, list[str]] = ("", [])
        self._restoring = False
        self.setHorizontalHeader(self._head)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(label)
        self._dress()
        self.layout_keeper = TableLayout(name, columns, preferences, self._head)
        self.setSortingEnabled(True)
        self.layout_keeper.start()
        self._rows.modelReset.connect(self._restore)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        theme().changed.connect(self.viewport().update)

    def _dress(self) -> None:
        tune(self)
        flat(self)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self.verticalHeader().setMinimumSectionSize(self._delegate.row_height)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        if self._rows.kind:
            self.setDragEnabled(True)
            self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self._head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    # What is shown

    def show_rows(self, rows: Iterable[HasId]) -> None:
        """Show these rows in place of those before; selection and place stay as far as rows do."""
        self._rows.show_rows(rows)
        self.selection_changed.emit()

    def refresh(self, ids: Iterable[str], rows: Iterable[HasId]) -> None:
        """Take what is new of the rows ``ids``; those of them that are not given are gone."""
        self._rows.refresh(ids, rows)
        self.selection_changed.emit()

    def set_filter(self, text: str) -> None:
        """Show only the rows that have all the words of ``text`` in a column, in any order."""
        self._rows.set_filter(text)

    def set_grouping(self, by: Grouping | None) -> None:
        """Put the rows under headings, or under none."""
        self._rows.set_grouping(by)

    def set_markings(self, names: Sequence[str]) -> None:
        """Call the markings by the planner's own names, lowest first."""
        self._rows.set_markings(names)

    def begin_day(self) -> None:
        """Say all that hangs on the day anew."""
        self._rows.begin_day()

    def count(self) -> int:
        """Return how many rows are in view."""
        return len(self._rows.row_ids())

    @property
    def is_warm(self) -> bool:
        """Whether a filter or another order of these rows comes at once."""
        return self._rows.is_warm

    def total(self) -> int:
        """Return how many rows there are, those that the filter leaves out counted too."""
        return self._rows.total()

    def row(self, row_id: str) -> Any:
        """Return a row by its id, whether the filter shows it or not; ``None`` where there is none."""
        return self._rows.row_of(row_id)

    def ids(self) -> list[str]:
        """Return the ids of the rows in view, from the top."""
        return self._rows.row_ids()

    def rows(self) -> list[Any]:
        """Return all rows, those that the filter leaves out too, in the order in which they were given."""
        return self._rows.all_rows()

    def ids_in_view(self) -> list[str]:
        """Return the ids of the rows that can be seen now, from the top."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        places = range(max(0, first), (last if last >= 0 else len(self._rows.ids) - 1) + 1)
        return [self._rows.ids[at] for at in places if self._rows.heading(at) is None]

    def title_of(self, row: Any) -> str:
        """Return what the first column says of a row."""
        return " ".join(self._rows.columns[0].text(row).split())

    def show_column(self, key: str, *, shown: bool) -> None:
        """Show a column, or hide it."""
        self._head.choose([column.key for column in self._rows.columns].index(key), shown=shown)

    @Slot()
    def open_columns(self) -> None:
        """Show the menu of the columns."""
        self._head.open_menu()

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = (), /) -> None:
        if first.row() != last.row():
            super().dataChanged(first, last, roles)
            return
        # Told of several cells at once, Qt paints all that is in view.
        for column in self._head.shown():
            cell = self._rows.index(first.row(), column)
            super().dataChanged(cell, cell, roles)

    # What is selected

    def current_id(self) -> str:
        """Return the id of the current row, or nothing."""
        at = self.currentIndex().row()
        return self._rows.ids[at] if 0 <= at < len(self._rows.ids) else ""

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected rows, from the top."""
        places: set[int] = set()
        chosen = self.selectionModel().selection()
        for piece in (chosen.at(number) for number in range(chosen.size())):
            places.update(range(piece.top(), piece.bottom() + 1))
        return [self._rows.ids[at] for at in sorted(places) if self._rows.heading(at) is None]

    def select(self, row_id: str) -> bool:
        """Make a row the current and only selected one, in view; return whether it is shown at all."""
        index = self._index(row_id)
        if not index.isValid():
            return False
        # Not by the view's own way, which asks what keys are held: Ctrl would add it to those selected.
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)
        return True

    def select_rows(self, ids: Sequence[str]) -> None:
        """Select these rows and no others, the last of them the current one; nothing is scrolled."""
        shown = [row_id for row_id in ids if self._rows.place(row_id) >= 0]
        self._wanted = (shown[-1] if shown else "", shown)
        self._select_wanted()
        if not shown:
            self.setCurrentIndex(QModelIndex())

    def reveal_row(self, row_id: str, *, on_top: bool = False) -> None:
        """Bring a row into view; ``on_top`` below its heading, at the upper end."""
        at = self._rows.place(row_id)
        if at < 0:
            return
        at -= on_top and self._rows.heading(at - 1) is not None
        hint = (
            QAbstractItemView.ScrollHint.PositionAtTop
            if on_top
            else QAbstractItemView.ScrollHint.EnsureVisible
        )
        self.scrollTo(self._rows.index(at, self._head.shown()[0]), hint)

    def select_none(self) -> None:
        """Let no row be selected or current."""
        self._wanted = ("", [])
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def _index(self, row_id: str) -> QModelIndex:
        shown = self._head.shown()
        column = self.currentIndex().column() if self.currentIndex().isValid() else -1
        at = self._rows.place(row_id)
        return self._rows.index(at, column if column in shown else shown[0] if shown else 0)

    @Slot()
    def _restore(self) -> None:
        """After a reset, which takes it away, select again what was selected, as far as it is shown."""
        index = self._select_wanted()
        if index.isValid():
            self.scrollTo(index)

    def _select_wanted(self) -> QModelIndex:
        current, ids = self._wanted
        self._restoring = True
        chosen = QItemSelection()
        last = len(self._rows.columns) - 1
        for first, end in _runs(sorted(at for at in map(self._rows.place, ids) if at >= 0)):
            chosen.select(self._rows.index(first, 0), self._rows.index(end, last))
        self.selectionModel().select(chosen, _Flag.ClearAndSelect)
        index = self._index(current)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self._restoring = False
        self._tell()
        return index

    @Slot()
    def _on_current(self) -> None:
        if not self._restoring:
            self._wanted = (self.current_id(), self._wanted[1])
            self.viewport().update()
            self._tell()

    @Slot()
    def _on_selection(self) -> None:
        if not self._restoring:
            self._wanted = (self._wanted[0], self.selected_ids())
            self.selection_changed.emit()

    def _tell(self) -> None:
        current = self.current_id()
        if current != self._told:
            self._told = current
            self.current_changed.emit(current)
        if not self.signalsBlocked():
            self.selection_changed.emit()


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Return rising numbers as runs, first and last included."""
    runs: list[tuple[int, int]] = []
    for at in places:
        if runs and runs[-1][1] == at - 1:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return runs
