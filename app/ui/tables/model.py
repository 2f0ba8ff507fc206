"""The rows of a table as Qt asks for them.

An edit inserts, removes, moves and changes exactly the rows it touches, so that selection and place
survive; a filter, or a change of very many rows, is one reset, over which the view carries them.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from app.ui.tables.arrangement import Arrangement, HasId
from app.ui.tables.column import Cell, Column, cell_of
from app.ui.tables.dragging import MIME, put_rows
from app.ui.tables.grouping import HEADING, Grouping, Groups, GroupWords
from app.ui.tables.stepping import do_step
from app.ui.tables.steps import steps
from app.wording import _
from app.wording.names import marking_names

_ROOT: Final = QModelIndex()
_MOST_STEPS: Final = 64
_ASKED_ONE_BY_ONE: Final = 8  # beyond so many, a table of all places is quicker
_WARMED_AT_ONCE: Final = 250  # rows in one pause: some milliseconds
_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class TableModel(QAbstractTableModel):
    """Frozen rows with an id each, seen through columns; with a ``kind`` they can be dragged.

    Grouped rows have headings between them, which can neither be selected nor changed.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        kind: str = "",
        natural: Callable[[Any], Any] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.markings: tuple[str, ...] = marking_names()
        self.editable = True
        self._kind = kind
        self._flags = _FLAGS | Qt.ItemFlag.ItemIsDragEnabled if kind else _FLAGS
        self._arranged = Arrangement(self.columns, natural)
        self._groups = Groups()
        self._ids: list[str] = []
        self._going: dict[str, HasId] = {}
        self._places: dict[str, int] | None = None
        self._asked = 0
        self._cells: dict[tuple[str, int], Cell] = {}
        self._sorted: tuple[int, bool] = (-1, False)
        self._pause = QTimer(self)
        self._pause.setInterval(0)
        self._pause.timeout.connect(self._warm)

    # What Qt asks

    def rowCount(self, parent: _Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = _Role.DisplayRole, /) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        heading = self.heading(index.row())
        if heading is not None:
            return heading.spoken if role in {_Role.DisplayRole, _Role.AccessibleTextRole} else None
        if role == _Role.DisplayRole:
            cell = self.cell(index.row(), index.column())
            return cell.text or cell.chip
        if role == _Role.AccessibleTextRole:
            return ", ".join(self.cell(index.row(), index.column()).words(self.markings))
        if role == _Role.TextAlignmentRole:
            return self._alignment(index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole, /) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _Role.DisplayRole:
            return self.columns[section].title
        if role == _Role.AccessibleTextRole:
            return self._spoken_title(section)
        if role == _Role.TextAlignmentRole:
            return self._alignment(section)
        return None

    def flags(self, index: _Index, /) -> Qt.ItemFlag:
        if not index.isValid() or self.heading(index.row()) is not None:
            return Qt.ItemFlag.NoItemFlags
        edit = self.columns[index.column()].edit
        row = self._arranged.rows.get(self._ids[index.row()])
        editable = self.editable and edit is not None and row is not None and edit.allowed(row)
        return self._flags | Qt.ItemFlag.ItemIsEditable if editable else self._flags

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder, /) -> None:
        descending = order == Qt.SortOrder.DescendingOrder
        column = column if 0 <= column < len(self.columns) else -1
        if (column, descending) == self._sorted:
            return
        self._sorted = (column, descending)
        self._arranged.set_order(self.columns[column] if column >= 0 else None, descending=descending)
        self._relay(self._in_groups()[0])

    def mimeTypes(self) -> list[str]:
        return [MIME] if self._kind else []

    def mimeData(self, indexes: Sequence[QModelIndex], /) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        mime = QMimeData()
        put_rows(mime, self._kind, [self._ids[row] for row in rows])
        mime.setText("\n".join(self.cell(row, 0).text for row in rows))
        return mime

    # What the view asks

    @property
    def kind(self) -> str:
        """What the rows are; empty where they cannot be dragged."""
        return self._kind

    @property
    def filtered(self) -> bool:
        """Whether a filter may leave rows out."""
        return self._arranged.filtered

    @property
    def ids(self) -> Sequence[str]:
        """The ids of the rows in view, in their order, and between them the keys of headings."""
        return self._ids

    def heading(self, at: int) -> GroupWords | None:
        """Return what the heading at a place says; ``None`` where there is a row."""
        return self._groups.words(self._ids[at]) if 0 <= at < len(self._ids) else None

    def row_ids(self) -> list[str]:
        """Return the ids of the rows in view, without headings."""
        return [key for key in self._ids if not key.startswith(HEADING)]

    @property
    def is_warm(self) -> bool:
        """Whether all words and keys are made, so that a filter or another order comes at once."""
        return not self._pause.isActive()

    def total(self) -> int:
        """Return how many rows there are, those that the filter leaves out counted too."""
        return len(self._arranged.rows)

    def row_of(self, row_id: str) -> Any:
        """Return a row by its id, in view or not; ``None`` where there is none."""
        return self._arranged.rows.get(row_id)

    def all_rows(self) -> list[Any]:
        """Return all rows, those that the filter leaves out too."""
        return list(self._arranged.rows.values())

    def place(self, row_id: str) -> int:
        """Return at which place a row is shown; -1 where it is not."""
        if self._places is None:
            self._asked += 1
            if self._asked <= _ASKED_ONE_BY_ONE:
                return self._ids.index(row_id) if row_id in self._ids else -1
            self._places = {key: at for at, key in enumerate(self._ids)}
        return self._places.get(row_id, -1)

    def _forget_places(self) -> None:
        self._places, self._asked = None, 0

    def cell(self, at: int, column: int) -> Cell:
        """Return what a column shows of the row at a place."""
        key = self._ids[at]
        found = self._cells.get((key, column))
        if found is None:
            row = self._arranged.rows.get(key) or self._going[key]
            found = self._cells[key, column] = cell_of(self.columns[column], row)
        return found

    # What the view says

    def show_rows(self, rows: Iterable[HasId]) -> None:
        """Show these rows in place of those before."""
        before = self._arranged.rows
        self._settle(before, self._arranged.take(rows))

    def refresh(self, ids: Iterable[str], rows: Iterable[HasId]) -> None:
        """Take what is new of the rows ``ids``; those of them that are not given are gone."""
        before = self._arranged.rows
        self._settle(before, self._arranged.replace(ids, rows))

    def set_filter(self, text: str) -> None:
        """Show the rows that have all the words of ``text``, in any order."""
        if self._arranged.set_filter(text):
            shown, changed = self._in_groups()
            if shown != self._ids:
                self._reset(shown)
            self._tell(changed)

    def set_grouping(self, by: Grouping | None) -> None:
        """Put the rows under headings, or under none."""
        self._groups.put(by)
        self._reset(self._in_groups()[0])

    def _in_groups(self) -> tuple[list[str], set[str]]:
        return self._groups.arrange(self._arranged.shown(), self._arranged.rows)

    def set_markings(self, names: Sequence[str]) -> None:
        """Call the markings by the planner's own names, lowest first."""
        if tuple(names) != self.markings:
            self.markings = tuple(names)
            self._say_all()

    def begin_day(self) -> None:
        """Make all words anew: what they say of rows that are as they were may hang on the day."""
        self._cells.clear()
        self._arranged.forget_words()
        self._say_all()

    # How it is done

    def _settle(self, before: dict[str, HasId], changed: set[str]) -> None:
        """Bring what is shown to what is there."""
        gone = before.keys() - self._arranged.rows.keys()
        for key in changed | gone:
            for column in range(len(self.columns)):
                self._cells.pop((key, column), None)
        shown, said = self._in_groups()
        # While rows are taken out one by one, those that go are still asked for.
        self._going = {key: before[key] for key in gone}
        plan = steps(self._ids, shown, _MOST_STEPS) if self._ids else None
        if plan is None:
            self._reset(shown)
        else:
            for step in plan:
                self._forget_places()
                do_step(self, self._ids, step)
            self._tell(changed | said)
        self._groups.settle()
        for key in gone:
            for column in range(len(self.columns)):
                self._cells.pop((key, column), None)
        self._going = {}
        self._pause.start()

    def _reset(self, shown: list[str]) -> None:
        if not self._ids and not shown:
            return
        self.beginResetModel()
        self._ids = shown
        self._forget_places()
        self.endResetModel()

    def _relay(self, shown: list[str]) -> None:
        """Show the same rows in another order; what Qt keeps of them goes along."""
        if shown == self._ids:
            return
        # Without arguments: PySide crashes on an empty list of parents.
        self.layoutAboutToBeChanged.emit()
        old, kept = self._ids, self.persistentIndexList()
        self._ids = shown
        self._forget_places()
        if kept:
            moved = [self.index(self.place(old[index.row()]), index.column()) for index in kept]
            self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _tell(self, changed: set[str]) -> None:
        if len(changed) > _MOST_STEPS:
            self._say_all()
            return
        last = len(self.columns) - 1
        for at in sorted(self.place(key) for key in changed):
            if at >= 0:
                self.dataChanged.emit(self.index(at, 0), self.index(at, last))

    def _say_all(self) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    def _warm(self) -> None:
        if not self._arranged.warm(_WARMED_AT_ONCE):
            self._pause.stop()

    def _alignment(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if self.columns[column].align_right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def _spoken_title(self, section: int) -> str:
        title = self.columns[section].title
        if section != self._sorted[0]:
            return title
        words = _("{column}, sorted downwards") if self._sorted[1] else _("{column}, sorted upwards")
        return words.format(column=title)
