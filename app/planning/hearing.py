"""What a side may be told of an entry: what the rules of release do not name stays inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.domain.release import AudienceKind
from app.domain.telling import What
from app.domain.words import Marking, Side
from app.planning.audiences import rules_for

_CLOCKS = tuple(
    f"{end}_{part}" for end in ("start", "end") for part in ("wall", "zone", "fold", "precision", "utc")
)
#: The tables and columns that must all be released for a side to be told of this.
_NEEDS: Mapping[What, Mapping[str, tuple[str, ...]]] = {
    What.ADDED: {"entry": _CLOCKS},
    What.REMOVED: {"entry": _CLOCKS},
    What.TIME: {"entry": _CLOCKS},
    What.PLACE: {"place": ("name",)},
    What.ROOM: {"entry": ("room",)},
    What.STATUS: {"entry": ("status",)},
    What.TITLE: {"entry": ("title", "kind")},
    What.TRAVEL: {
        "leg": (
            "mode", "carrier", "number", "from_name", "from_code", "from_terminal", "to_name", "to_code",
            "to_terminal",
        )
    },
    What.ROLE: {"participation": ("role",)},
    What.CAR: {"vehicle": ("name",), "ride": (), "rider": ()},
}  # fmt: skip
_BEDS: Mapping[str, tuple[str, ...]] = {
    "lodging": ("name",), "place": ("name",), "room": ("number",), "room_guest": (),
}  # fmt: skip
#: Of an entry above the side's marking: when it is, and that it is elsewhere now, without a word of where.
_OF_WITHHELD = frozenset({What.ADDED, What.REMOVED, What.TIME, What.PLACE, What.ROOM})


@dataclass(frozen=True, slots=True)
class Hearing:
    """What one side may be told; ``beds`` tells whether it hears of hotels and rooms."""

    ceiling: Marking
    whats: frozenset[What]
    beds: bool
    only_shared: bool

    def hears_of(self, entry: Mapping[str, Any]) -> bool:
        """Tell whether the side may be told of an entry at all."""
        return not self.only_shared or bool(entry["share_with_host"] and entry["marking"] <= self.ceiling)

    def withholds(self, entry: Mapping[str, Any]) -> bool:
        """Tell whether an entry is above the side's marking: none of its words is said."""
        return bool(entry["marking"] > self.ceiling)

    def of(self, *, withheld: bool) -> frozenset[What]:
        """Return what may be told of an entry, of one that is withheld or another."""
        return self.whats & _OF_WITHHELD if withheld else self.whats


@cache
def hearing(side: Side) -> Hearing:
    """Return what a side may be told: as much as the book for it may carry."""
    kind = AudienceKind.DELEGATION if side is Side.OURS else AudienceKind.HOST
    rules = rules_for(kind, "book")

    def released(needs: Mapping[str, tuple[str, ...]]) -> bool:
        return all(
            table in rules.fields and rules.fields[table] >= {*names} for table, names in needs.items()
        )

    whats = frozenset(what for what, needs in _NEEDS.items() if released(needs))
    return Hearing(rules.ceiling, whats, released(_BEDS), only_shared=kind is AudienceKind.HOST)
