"""The rows of the programme: a heading for each day and its lines beneath, in one flat list.

An edit inserts, removes, moves and changes exactly the rows it touches; the model is never reset by one,
so selection and scroll position survive.
"""

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.planning.views.programme import Day, Head, Line, day_of
from app.ui.screens.programme.order import Insert, Move, Remove, Step, steps
from app.ui.screens.programme.words import Heading, Row, heading, row

#: The role under which the painter finds the :class:`Heading` or :class:`Row` of an index.
WORDS: Final = int(Qt.ItemDataRole.UserRole) + 1
#: The role of an entry's id; a heading has none.
ENTRY_ID: Final = int(Qt.ItemDataRole.UserRole) + 2

_ROOT: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class ProgrammeModel(QAbstractListModel):
    """Keys of days are ISO dates, those of lines the ids of entries."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._head: Head | None = None
        self._names: tuple[str, ...] = ()
        self._home_first = False
        self._lines: dict[str, Line] = {}
        self._days: dict[str, Day] = {}
        self._keys: list[str] = []
        self._words: dict[str, Heading | Row] = {}

    # What Qt asks

    def rowCount(self, parent: _Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> Any:
        if not index.isValid() or index.row() >= len(self._keys):
            return None
        key = self._keys[index.row()]
        if role == WORDS:
            return self._words_of(key)
        line = self._lines.get(key)
        if role == ENTRY_ID:
            return key if line else None
        if role == Qt.ItemDataRole.DisplayRole:  # what typing looks for
            return line.title if line else self._words_of(key).spoken
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return self._words_of(key).spoken
        return None

    def flags(self, index: _Index, /) -> Qt.ItemFlag:
        if index.isValid() and index.row() < len(self._keys) and self._keys[index.row()] in self._lines:
            leaf = Qt.ItemFlag.ItemNeverHasChildren
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | leaf
        return Qt.ItemFlag.NoItemFlags

    # What the screen asks

    def line(self, entry_id: str) -> Line | None:
        """Return a line by the id of its entry."""
        return self._lines.get(entry_id)

    def index_of(self, entry_id: str) -> QModelIndex:
        """Return the index of an entry; invalid where it is not in the list."""
        return self.index(self._keys.index(entry_id), 0) if entry_id in self._lines else QModelIndex()

    def count(self) -> int:
        """Return how many lines there are, headings not counted."""
        return len(self._lines)

    # What the screen says

    def show(self, head: Head, lines: Iterable[Line], names: tuple[str, ...]) -> None:
        """Show a whole programme; another visit's takes the place of the one shown."""
        if self._head is None or self._head.visit_id != head.visit_id:
            self.beginResetModel()
            self._head, self._names = head, names
            self._lines = {line.id: line for line in lines}
            self._days = self._make_days()
            self._keys = self._order()
            self._words.clear()
            self.endResetModel()
            return
        reword = (self._head, self._names) != (head, names)
        self._head, self._names = head, names
        self._take({line.id: line for line in lines})
        if reword:
            self._say_all_anew()

    def refresh(self, ids: Iterable[str], lines: Iterable[Line]) -> None:
        """Take what is new of the entries ``ids``; those without a line are gone."""
        kept = dict(self._lines)
        for entry_id in ids:
            kept.pop(entry_id, None)
        self._take(kept | {line.id: line for line in lines})

    def set_home_first(self, home_first: bool) -> None:  # noqa: FBT001 - Qt's way of setting
        """Let the clock at home lead, or the local one."""
        if home_first != self._home_first:
            self._home_first = home_first
            self._say_all_anew()

    # How it is done

    def _take(self, lines: dict[str, Line]) -> None:
        old_lines, old_days = self._lines, self._days
        # A row shows old words until it is told as changed, and is asked for by its key at any time.
        self._lines = old_lines | lines
        ordered = {line.id: line for line in sorted(lines.values(), key=_order)}
        days = _grouped(self._head, ordered)
        self._days = old_days | days
        self._words = {
            key: words
            for key, words in self._words.items()
            if old_lines.get(key) is not None
            and old_lines[key] == lines.get(key)
            or key in old_days
            and old_days[key] == days.get(key)
        }
        for step in steps(self._keys, _keys(days)):
            self._step(step)
        self._lines, self._days = ordered, days
        changed = [key for key in self._keys if _differs(key, old_lines, ordered) or _differs(key, old_days, days)]
        for key in changed:
            index = self.index(self._keys.index(key), 0)
            self.dataChanged.emit(index, index)

    def _step(self, step: Step) -> None:
        match step:
            case Remove(first, last):
                self.beginRemoveRows(_ROOT, first, last)
                del self._keys[first : last + 1]
                self.endRemoveRows()
            case Insert(at, key):
                self.beginInsertRows(_ROOT, at, at)
                self._keys.insert(at, key)
                self.endInsertRows()
            case Move(source, before):
                self.beginMoveRows(_ROOT, source, source, _ROOT, before)
                key = self._keys.pop(source)
                self._keys.insert(before if before < source else before - 1, key)
                self.endMoveRows()

    def _make_days(self) -> dict[str, Day]:
        return _grouped(self._head, {line.id: line for line in sorted(self._lines.values(), key=_order)})

    def _order(self) -> list[str]:
        return _keys(self._days)

    def _say_all_anew(self) -> None:
        self._words.clear()
        if self._keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._keys) - 1, 0))

    def _words_of(self, key: str) -> Heading | Row:
        words = self._words.get(key)
        if words is None:
            assert self._head is not None
            line = self._lines.get(key)
            words = (
                row(self._head, line, self._names, home_first=self._home_first)
                if line
                else heading(self._head, self._days[key])
            )
            self._words[key] = words
        return words


def _order(line: Line) -> Any:
    return line.order


def _grouped(head: Head | None, ordered: dict[str, Line]) -> dict[str, Day]:
    assert head is not None
    groups: dict[str, list[Line]] = {}
    for line in ordered.values():
        groups.setdefault(line.day.isoformat(), []).append(line)
    return {key: day_of(head, tuple(lines)) for key, lines in groups.items()}


def _keys(days: dict[str, Day]) -> list[str]:
    return [key for day, found in days.items() for key in (day, *(line.id for line in found.lines))]


def _differs(key: str, old: dict[str, Any], new: dict[str, Any]) -> bool:
    return key in old and key in new and old[key] != new[key]
