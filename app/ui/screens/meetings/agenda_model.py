"""The rows of an agenda as Qt asks for them: exact inserts, moves, removes and changes."""

from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.planning.views.meeting import Item, Meeting
from app.ui.screens.meetings.words import starts
from app.ui.tables.dragging import MIME, put_rows
from app.ui.tables.stepping import do_step
from app.ui.tables.steps import steps
from app.wording import _
from app.wording.names import word_name

KIND: Final = "agenda_item"
_ROOT: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class Columns(IntEnum):
    """The columns of an agenda."""

    NUMBER = 0
    ITEM = 1
    LEAD = 2
    MINUTES = 3


class AgendaModel(QAbstractTableModel):
    """The items of one meeting in order.

    ``typed`` carries an item's id and what was typed as its minutes.
    """

    typed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, Item] = {}
        self._clocks: dict[str, str] = {}
        self._ids: list[str] = []
        self._read_only = False

    # What Qt asks

    def rowCount(self, parent: _Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(Columns)

    def data(self, index: _Index, role: int = _Role.DisplayRole, /) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role in {_Role.DisplayRole, _Role.EditRole}:
            return self.words(index.row(), index.column())[0]
        if role == _Role.AccessibleTextRole:
            return ", ".join(part for part in self.words(index.row(), index.column()) if part)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole, /) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return ("#", _("Agenda item"), _("Lead"), _("Min"))[section]
        return None

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole, /) -> bool:
        if role != _Role.EditRole or index.column() != Columns.MINUTES:
            return False
        self.typed.emit(self._ids[index.row()], str(value))
        return True

    def flags(self, index: _Index, /) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags if self._read_only else Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if self._read_only:
            return flags
        if index.column() == Columns.MINUTES:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Any, /) -> QMimeData:
        mime = QMimeData()
        put_rows(mime, KIND, list(dict.fromkeys(self._ids[index.row()] for index in indexes)))
        return mime

    # What the view asks

    def item(self, row: int) -> Item | None:
        """Return the item of a row, or nothing."""
        return self._items[self._ids[row]] if 0 <= row < len(self._ids) else None

    def row_of(self, item_id: str) -> int:
        """Return the row of an item; -1 where it is not here."""
        return self._ids.index(item_id) if item_id in self._items else -1

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the items in order."""
        return tuple(self._ids)

    def words(self, row: int, column: int) -> tuple[str, str]:
        """Return what a cell says, and its muted second line."""
        item = self._items[self._ids[row]]
        if column == Columns.NUMBER:
            return str(row + 1), self._clocks[item.id]
        if column == Columns.ITEM:
            return item.heading, item.topic.objective if item.topic else ""
        if column == Columns.LEAD:
            return item.speaker, word_name(item.intent)
        return str(item.minutes), ""

    # What the page says

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nothing be changed, or everything again."""
        self._read_only = read_only

    def show(self, meeting: Meeting) -> None:
        """Show the agenda of a meeting in place of what was shown before."""
        wanted = {item.id: item for item in meeting.items}
        fresh = wanted.keys() - self._items.keys()
        self._items |= {key: wanted[key] for key in fresh}  # while rows come and go, both are asked for
        self._clocks |= dict.fromkeys(fresh, "")
        for step in steps(self._ids, list(wanted)):
            do_step(self, self._ids, step)
        self._items = wanted
        self._clocks = {item.id: starts(meeting, item) for item in meeting.items}
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(Columns) - 1))
