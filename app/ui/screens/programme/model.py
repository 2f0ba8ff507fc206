"""The rows of the programme: a heading for each day and its lines beneath, in one flat list.

An edit inserts, removes, moves and changes exactly the rows it touches; the model is never reset by one,
so selection and scroll position survive.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, Final, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.planning.views.programme import Day, Head, Line, day_of
from app.ui.screens.programme.words import Heading, Row, heading, row
from app.ui.tables.stepping import do_step
from app.ui.tables.steps import steps

#: The role under which the painter finds the :class:`Heading` or :class:`Row` of an index.
WORDS: Final = int(Qt.ItemDataRole.UserRole) + 1
#: The role of an entry's id; a heading has none.
ENTRY_ID: Final = int(Qt.ItemDataRole.UserRole) + 2

_ROOT: Final = QModelIndex()
_Any = TypeVar("_Any")
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
            self._lines, self._days, self._keys = _ordered(head, {line.id: line for line in lines})
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
        fresh = {line.id: line for line in lines}
        if all(key in fresh and _same_place(self._lines.get(key), fresh[key]) for key in ids):
            changed = set(_differing(self._lines, fresh))
            self._lines |= fresh
            self._tell(changed)
            return
        gone = set(ids) - fresh.keys()
        kept = {key: line for key, line in self._lines.items() if key not in gone}
        self._take(kept | fresh)

    def set_home_first(self, home_first: bool) -> None:  # noqa: FBT001 - Qt's way of setting
        """Let the clock at home lead, or the local one."""
        if home_first != self._home_first:
            self._home_first = home_first
            self._say_all_anew()

    # How it is done

    def _take(self, lines: dict[str, Line]) -> None:
        old_lines, old_days = self._lines, self._days
        lines, days, keys = _ordered(self._head, lines)
        # While rows move, one that goes is still asked for, and one that comes already.
        self._lines, self._days = old_lines | lines, old_days | days
        changed = {*_differing(old_lines, lines), *_differing(old_days, days)}
        for key in changed:
            self._words.pop(key, None)
        for step in steps(self._keys, keys):
            do_step(self, self._keys, step)
        self._lines, self._days = lines, days
        self._words = {key: words for key, words in self._words.items() if key in lines or key in days}
        self._tell(changed)

    def _tell(self, changed: set[str]) -> None:
        for key in changed:
            self._words.pop(key, None)
        for at, key in enumerate(self._keys):
            if key in changed:
                self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

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


def _ordered(head: Head | None, lines: dict[str, Line]) -> tuple[dict[str, Line], dict[str, Day], list[str]]:
    """Return the lines in order, their days, and the keys of all rows."""
    assert head is not None
    groups: dict[str, list[Line]] = {}
    for line in sorted(lines.values(), key=_order):
        groups.setdefault(line.day.isoformat(), []).append(line)
    days = {key: day_of(head, found) for key, found in groups.items()}
    keys = [key for day, found in groups.items() for key in (day, *(line.id for line in found))]
    return {line.id: line for found in groups.values() for line in found}, days, keys


def _same_place(old: Line | None, new: Line) -> bool:
    """Tell whether a line stays where it is and its day is headed as before."""
    return old is not None and (old.order, old.start_zone, old.end_zone, old.end_wall) == (
        new.order,
        new.start_zone,
        new.end_zone,
        new.end_wall,
    )


def _order(line: Line) -> tuple[date, datetime, datetime, str]:
    return line.order


def _differing(old: dict[str, _Any], new: dict[str, _Any]) -> Iterator[str]:
    for key, value in new.items():
        if key in old and old[key] is not value and old[key] != value:
            yield key
