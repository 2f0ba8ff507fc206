"""Rows under headings: which rows belong together, and what stands above them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.ui.tables.arrangement import HasId

HEADING = "\x1f"  # begins the key of a heading, and no row's id


@dataclass(frozen=True, slots=True)
class GroupWords:
    """What a heading says: a title, something more beside it, and something muted at the right."""

    title: str
    detail: str = ""
    aside: str = ""

    @property
    def spoken(self) -> str:
        """The heading in one line."""
        return " · ".join(part for part in (self.title, self.detail, self.aside) if part)


@dataclass(frozen=True, slots=True)
class Grouping:
    """A way to put rows together.

    ``of`` gives for a row the key of its group, ``words`` for the rows of a group its heading. The groups
    stand in the order of what ``order`` gives for any of their rows; without it, as their rows do.
    """

    of: Callable[[Any], str]
    words: Callable[[Sequence[Any]], GroupWords]
    order: Callable[[Any], Any] | None = None


class Groups:
    """The headings of rows in view. What is above unchanged rows is not worked out again."""

    def __init__(self) -> None:
        self._by: Grouping | None = None
        self._rows: dict[str, list[HasId]] = {}
        self._words: dict[str, GroupWords] = {}

    def put(self, by: Grouping | None) -> None:
        """Put rows together in this way from now on, or not at all."""
        self._by = by
        self._rows, self._words = {}, {}

    def arrange(self, ids: Sequence[str], rows: Mapping[str, HasId]) -> tuple[list[str], set[str]]:
        """Return the keys of rows and headings in their order, and which headings say something else now.

        Headings that are gone can still be asked for, until ``settle``.
        """
        if self._by is None:
            return list(ids), set()
        groups: dict[str, list[str]] = {}
        for row_id in ids:
            groups.setdefault(HEADING + self._by.of(rows[row_id]), []).append(row_id)
        if self._by.order is not None:
            order = self._by.order
            groups = dict(sorted(groups.items(), key=lambda group: order(rows[group[1][0]])))
        before, self._rows = self._rows, {key: [rows[one] for one in found] for key, found in groups.items()}
        changed = set()
        for key, found in self._rows.items():
            if before.get(key) == found and key in self._words:
                continue
            words = self._by.words(found)
            if key in self._words and self._words[key] != words:
                changed.add(key)
            self._words[key] = words
        return [key for heading, found in groups.items() for key in (heading, *found)], changed

    def settle(self) -> None:
        """Forget the headings that are gone."""
        self._words = {key: words for key, words in self._words.items() if key in self._rows}

    def words(self, key: str) -> GroupWords | None:
        """Return what a heading says; ``None`` where the key is a row's."""
        return self._words.get(key)
