"""Precedence: in which order the persons of a side stand, walk and are printed.

Protocol practice, as ``DOMAIN.md`` gathers it: the head of the side goes first; then rank; among equals in
rank, who has held the post longer; then the family name. A post without a first day counts as the newest,
since seniority that nobody can show is none. Where rank and seniority are equal the name decides only the
print: :func:`ties` says who stands so, for somebody to decide and give the reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.domain.folding import folded


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person's place is computed from. A lower ``rank`` goes first; ``since`` begins the post."""

    id: str
    rank: int
    since: date | None
    family_name: str
    given_name: str = ""
    head: bool = False


def by_precedence(persons: Iterable[Standing]) -> tuple[str, ...]:
    """Return the ids of persons in the order of their precedence."""
    return tuple(person.id for person in sorted(persons, key=_place))


def ties(persons: Iterable[Standing]) -> tuple[tuple[str, ...], ...]:
    """Return the groups whose order only their names decide, each in the order of precedence."""
    groups = groupby(sorted(persons, key=_place), key=_worth)
    found = (tuple(person.id for person in group) for _worth_of_all, group in groups)
    return tuple(group for group in found if len(group) > 1)


def _worth(person: Standing) -> tuple[bool, int, date]:
    return (not person.head, person.rank, person.since or date.max)


def _place(person: Standing) -> tuple[tuple[bool, int, date], str, str, str]:
    return (_worth(person), folded(person.family_name), folded(person.given_name), person.id)
