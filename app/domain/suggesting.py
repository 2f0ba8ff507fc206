"""Which precedents to point at: a rule of rank (pure).

What was done with the same partners says more than what was done in the same area, and what was done lately
more than what was done long ago.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app.domain.words import Area

_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier cooperation: its area, its years as they are written, the ids of who took part."""

    id: str
    area: Area
    years: str
    parties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a precedent, whose ``id`` it bears, is suggested: the partners in common, and the area if so."""

    id: str
    partners: frozenset[str]
    same_area: bool


def suggestions(area: Area, partners: Collection[str], earlier: Iterable[Earlier]) -> tuple[Reason, ...]:
    """Return what there is reason to point at, the best first; of equals, the latest and then by id."""
    found = [
        (Reason(each.id, each.parties & frozenset(partners), each.area is area), _latest(each.years))
        for each in earlier
    ]
    ranked = sorted(
        found, key=lambda pair: (-len(pair[0].partners), not pair[0].same_area, -pair[1], pair[0].id)
    )
    return tuple(reason for reason, _year in ranked if reason.partners or reason.same_area)


def _latest(years: str) -> int:
    return max(map(int, _YEAR.findall(years)), default=0)
