"""The rows of a table, put in order and filtered; nothing of Qt.

Words folded for the filter and keys of order are kept for each row until it changes, whole orders until
anything does. They are made when they are first wanted, or before that in the pauses (``warm``).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from app.domain.folding import folded, initials, is_initials
from app.ui.tables.column import Column


class HasId(Protocol):
    """A row: frozen, with an id that is its own."""

    @property
    def id(self) -> str:
        """The id, by which it is known again when it changed."""


class Arrangement:
    """Rows by their ids, the order in which they are shown, and which of them.

    Where no column orders them, ``natural`` does; without it, they stand as they were given.
    """

    def __init__(self, columns: Sequence[Column], natural: Callable[[Any], Any] | None = None) -> None:
        self.rows: dict[str, HasId] = {}
        self._columns = columns
        self._natural = natural
        self._texts: dict[str, str] = {}
        self._keys: dict[str, dict[str, Any]] = {column.key: {} for column in columns}
        self._blank: dict[str, set[str]] = {column.key: set() for column in columns}
        self._sort: Column | None = None
        self._descending = False
        self._ordered: list[str] | None = []
        self._orders: dict[tuple[str, bool], list[str]] = {}
        self._words: list[str] = []
        #: What ``warm`` has still to make: ids by column, and those whose words are wanted without one.
        self._wanting: list[tuple[Column | None, list[str]]] | None = None

    # The rows

    def take(self, rows: Iterable[HasId]) -> set[str]:
        """Take all rows; return the ids of those that were there and are different now."""
        fresh = {row.id: row for row in rows}
        old = self.rows
        changed = {
            key for key, row in fresh.items() if key in old and old[key] is not row and old[key] != row
        }
        self._forget(changed | (old.keys() - fresh.keys()))
        self.rows = fresh
        self._ordered = self._wanting = None
        self._orders.clear()
        return changed

    def replace(self, ids: Iterable[str], rows: Iterable[HasId]) -> set[str]:
        """Take what is new of some rows: those of ``ids`` that are not given are gone, new ones come last."""
        fresh = {row.id: row for row in rows}
        gone = set(ids) - fresh.keys()
        whole = {key: row for key, row in self.rows.items() if key not in gone}
        return self.take((whole | fresh).values())

    def forget_words(self) -> None:
        """Make the words and keys of all rows anew when they are next asked for."""
        self._forget(tuple(self.rows))
        self._ordered = self._wanting = None
        self._orders.clear()

    def _forget(self, ids: Iterable[str]) -> None:
        for key in ids:
            self._texts.pop(key, None)
            for keys in self._keys.values():
                keys.pop(key, None)
            for blank in self._blank.values():
                blank.discard(key)

    # Order and filter

    @property
    def filtered(self) -> bool:
        """Whether some rows may be left out."""
        return bool(self._words)

    def set_filter(self, text: str) -> bool:
        """Show only rows with all the words of ``text``, in any order; return whether that is new."""
        words = [initials(word) if is_initials(word) else word for word in folded(text).split()]
        if words == self._words:
            return False
        self._words = words
        return True

    def set_order(self, column: Column | None, *, descending: bool) -> None:
        """Put the rows in the order of a column; without one in their natural one."""
        self._sort, self._descending = column, descending
        self._ordered = None

    def shown(self) -> list[str]:
        """Return the ids to show, in their order."""
        if self._ordered is None:
            self._ordered = self._in_order(self._sort, descending=self._descending)
        found = self._ordered
        if not self._words:
            return list(found)
        if len(self._texts) < len(self.rows):
            self._fold(key for key in self.rows if key not in self._texts)
        texts = self._texts
        for word in self._words:
            found = [key for key in found if word in texts[key]]
        return found

    def _in_order(self, column: Column | None, *, descending: bool) -> list[str]:
        if column is None:
            natural = self._natural
            return sorted(self.rows, key=lambda key: natural(self.rows[key])) if natural else list(self.rows)
        found = self._orders.get((column.key, descending))
        if found is None:
            keys, blank = self._keys[column.key], self._blank[column.key]
            if len(keys) < len(self.rows):
                self._key(column, (key for key in self.rows if key not in keys))
            # What has nothing to be ordered by stands last, whichever way the order runs.
            given = [key for key in self.rows if key not in blank] if blank else self.rows
            found = sorted(given, key=keys.__getitem__, reverse=descending)
            found += [key for key in self.rows if key in blank] if blank else ()
            self._orders[column.key, descending] = found
        return found

    # What is kept

    def warm(self, count: int) -> bool:
        """Make the words or keys of up to ``count`` rows, or one order; return whether more is wanted."""
        if self._wanting is None:
            self._wanting = [
                (column, [key for key in self.rows if key not in self._keys[column.key]])
                for column in reversed(self._columns)
            ]
            self._wanting.append((None, [key for key in self.rows if key not in self._texts]))
        while self._wanting and not self._wanting[-1][1]:
            self._wanting.pop()
        if not self._wanting:
            return self._warm_an_order()
        column, ids = self._wanting[-1]
        some = ids[-count:]
        del ids[-count:]
        if column is None:
            self._fold(some)
        else:
            self._key(column, some)
        return True

    def _warm_an_order(self) -> bool:
        for column in self._columns:
            for descending in (False, True):
                if (column.key, descending) not in self._orders:
                    self._in_order(column, descending=descending)
                    return True
        return False

    def _fold(self, ids: Iterable[str]) -> None:
        readers = [
            read for column in self._columns for read in (column.text, column.detail, column.chip) if read
        ]
        for key in ids:
            row = self.rows[key]
            text = folded("\n".join([read(row) for read in readers]))
            self._texts[key] = text if text.isascii() else f"{text}\n{initials(text)}"

    def _key(self, column: Column, ids: Iterable[str]) -> None:
        read: Callable[[Any], Any] = column.sort or (lambda row: folded(_first(column, row)))
        rows: Mapping[str, HasId] = self.rows
        keys, blank = self._keys[column.key], self._blank[column.key]
        for key in ids:
            made = keys[key] = read(rows[key])
            if made is None or made == "":
                blank.add(key)


def _first(column: Column, row: HasId) -> str:
    return column.text(row) or (column.chip(row) if column.chip else "")
