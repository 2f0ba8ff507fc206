"""Whose entry is it: the one rule by which a member attends an entry."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from app.domain.words import Side


@dataclass(frozen=True, slots=True)
class Attendee:
    """A member: the local days from which and until which they are there, and their parties, by id."""

    id: str
    side: Side
    joins_on: date | None
    leaves_on: date | None
    parties: AbstractSet[str]


@dataclass(frozen=True, slots=True)
class Gathering:
    """An entry on its local day: the members named there, whether any is of our side, its parties, by id."""

    day: date
    named: AbstractSet[str]
    names_ours: bool
    parties: AbstractSet[str]


def attends(gathering: Gathering, member: Attendee) -> bool:
    """Tell whether a member is at an entry.

    An entry that names its people is theirs; else one for parties is for the parties' members; else it is
    for everyone on our side who is with the visit on that day.
    """
    if member.id in gathering.named or gathering.names_ours:
        return member.id in gathering.named
    if gathering.parties:
        return bool(gathering.parties & member.parties)
    day = gathering.day
    return member.side is Side.OURS and (member.joins_on or day) <= day <= (member.leaves_on or day)
