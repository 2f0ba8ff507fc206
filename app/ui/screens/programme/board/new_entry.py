"""An entry that is drawn but not added yet: its title is still to be typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Self

from app.planning.moving import Start
from app.planning.new_entry import create_entry_for


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What an entry of a visit is to be: from when to when, and for which parties (none means everyone)."""

    visit_id: str
    start: Start
    end: Start
    party_ids: frozenset[str] = frozenset()

    def at(self, times: Mapping[str, Start]) -> Self:
        """Return the same entry with another ``start`` and ``end``."""
        return replace(self, start=times["start"], end=times["end"])

    def verb(self, title: str) -> Callable[..., str]:
        """Return the verb that adds it under a title and returns its id."""
        return partial(
            create_entry_for,
            visit_id=self.visit_id,
            party_ids=self.party_ids,
            title=title,
            start_wall=self.start.wall,
            start_zone=self.start.zone,
            start_fold=self.start.fold,
            end_wall=self.end.wall,
            end_zone=self.end.zone,
            end_fold=self.end.fold,
        )
