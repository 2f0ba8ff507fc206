"""Rows that are found by their names, kept folded so that a search costs no reading."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.domain.folding import folded
from app.domain.matching import FEW, Haystack
from app.planning.views.visits import Choice


@dataclass(frozen=True, slots=True)
class Hay:
    """One row: how it is offered, the words it is found by, and what it is ordered by among its likes."""

    choice: Choice
    words: str
    order: Any

    @property
    def key(self) -> tuple[Any, str]:
        """Its place among its likes; words are ordered without case and accents."""
        return folded(self.order) if isinstance(self.order, str) else self.order, self.choice.id


class Stack:
    """Rows of one kind, in order. What changed is put or dropped; the rest stays folded."""

    def __init__(self, hays: Iterable[Hay]) -> None:
        kept = sorted(((hay.key, hay) for hay in hays), key=lambda one: one[0])
        self._keys = [key for key, _hay in kept]
        self._choices = [hay.choice for _key, hay in kept]
        self._haystack = Haystack(hay.words for _key, hay in kept)
        self._key_of = {hay.choice.id: key for key, hay in kept}
        self._coded: dict[str, list[Choice]] = {}
        for choice in self._choices:
            self._keep_code(choice)

    def put(self, hays: Iterable[Hay]) -> None:
        """Take rows in, in place of what stood under their ids."""
        for hay in hays:
            self.drop([hay.choice.id])
            key = self._key_of[hay.choice.id] = hay.key
            at = bisect_left(self._keys, key)
            self._keys.insert(at, key)
            self._choices.insert(at, hay.choice)
            self._haystack.insert(at, hay.words)
            self._keep_code(hay.choice)

    def drop(self, row_ids: Iterable[str]) -> None:
        """Take rows out."""
        for row_id in row_ids:
            key = self._key_of.pop(row_id, None)
            if key is not None:
                at = bisect_left(self._keys, key)
                gone = self._choices[at]
                del self._keys[at], self._choices[at]
                self._haystack.remove(at)
                if gone.code:
                    self._coded[folded(gone.code)].remove(gone)

    def find(self, text: str, limit: int = FEW) -> tuple[Choice, ...]:
        """Return what is found, what has the text as its code first; without words, the first there are."""
        found = [self._choices[at] for at in self._haystack.find(text, limit)]
        coded = self._coded.get(folded(text), [])
        return tuple(dict.fromkeys([*coded, *found]))[:limit] if coded else tuple(found)

    def _keep_code(self, choice: Choice) -> None:
        if choice.code:
            self._coded.setdefault(folded(choice.code), []).append(choice)
