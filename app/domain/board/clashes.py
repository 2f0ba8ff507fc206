"""Who, which room, which car or which interpreter is wanted twice at once.

The rule is that of the readiness checks (``DOMAIN.md``, "Time and place": double-booked, by UTC intervals;
touching ends are fine). Cancelled entries never clash. Time that is only held free, rest and private time ask
for nobody, nor does a mere moment, and a way that is tied to the other entry does not ask for anybody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.folding import folded
from app.domain.words import EntryKind

_FREE = frozenset({EntryKind.HOLD, EntryKind.REST, EntryKind.PRIVATE})
_NO_ROOM = _FREE | {EntryKind.TRAVEL}


class ClashKind(StrEnum):
    """What is wanted twice."""

    PEOPLE = "people"
    PLACE = "place"
    VEHICLE = "vehicle"
    INTERPRETER = "interpreter"


@dataclass(frozen=True, slots=True)
class Busy:
    """What an entry takes up, and when (naive UTC). No parties and no members means everyone.

    ``interpreter_ids`` are the members booked to interpret there, whether or not they are named at it.
    """

    id: str
    start_utc: datetime
    end_utc: datetime
    kind: EntryKind
    cancelled: bool
    party_ids: frozenset[str]
    member_ids: frozenset[str]
    vehicle_ids: frozenset[str]
    place_id: str | None
    room: str
    tied_to_id: str | None = None
    interpreter_ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Clash:
    """Two entries that want the same at once, the earlier one first.

    ``what`` are the ids of the members, the place, the vehicles or the interpreters; empty where it is people
    of whom no list tells who they are.
    """

    kind: ClashKind
    one: str
    other: str
    what: tuple[str, ...] = ()


def clashes(busy: Iterable[Busy], members_of_party: Mapping[str, frozenset[str]]) -> tuple[Clash, ...]:
    """Return all clashes among entries, by the order of their starts.

    People clash where a member is at both entries, or both are for one party or for everyone: unless both
    name who takes part and these are others. A place clashes where both are in the same room of it; the
    room's name is compared without regard to letters' case. A vehicle clashes where both use it, and an
    interpreter where one is booked at either and wanted at the other, unless that is said of people already.
    """
    running: list[Busy] = []
    found: list[Clash] = []
    asking = (one for one in busy if not one.cancelled and one.start_utc < one.end_utc)
    for later in sorted(asking, key=_order):
        running = [one for one in running if one.end_utc > later.start_utc]
        for earlier in running:
            found += _between(earlier, later, members_of_party)
        running.append(later)
    return tuple(found)


def _order(busy: Busy) -> tuple[datetime, datetime, str]:
    return busy.start_utc, busy.end_utc, busy.id


def _between(one: Busy, other: Busy, members: Mapping[str, frozenset[str]]) -> Iterator[Clash]:
    people = None if _is_let_be(one, other) else _shared_people(one, other, members)
    if people is not None:
        yield Clash(ClashKind.PEOPLE, one.id, other.id, tuple(sorted(people)))
    if one.kind not in _NO_ROOM and other.kind not in _NO_ROOM and one.place_id is not None:
        room, other_room = ((each.place_id, folded(each.room)) for each in (one, other))
        if room == other_room:
            yield Clash(ClashKind.PLACE, one.id, other.id, (one.place_id,))
    vehicles = one.vehicle_ids & other.vehicle_ids
    if vehicles:
        yield Clash(ClashKind.VEHICLE, one.id, other.id, tuple(sorted(vehicles)))
    interpreters = _shared_interpreters(one, other) - (people or frozenset())
    if interpreters:
        yield Clash(ClashKind.INTERPRETER, one.id, other.id, tuple(sorted(interpreters)))


def _shared_interpreters(one: Busy, other: Busy) -> frozenset[str]:
    here, there = one.interpreter_ids, other.interpreter_ids
    return (here & (there | other.member_ids)) | (there & one.member_ids)


def _is_let_be(one: Busy, other: Busy) -> bool:
    """Tell whether the same people may be at both."""
    led_to = any(
        way.kind is EntryKind.TRAVEL and way.tied_to_id == there.id
        for way, there in ((one, other), (other, one))
    )
    return led_to or one.kind in _FREE or other.kind in _FREE


def _shared_people(one: Busy, other: Busy, members: Mapping[str, frozenset[str]]) -> frozenset[str] | None:
    """Return who is asked for twice: ``None`` if nobody, empty if it is not known who.

    An entry at which people are named is for these; one without, for the members of its parties; one without
    parties, for everyone.
    """
    here, there = _people(one, members), _people(other, members)
    if here is None or there is None:
        return (here if there is None else there) or frozenset()
    shared = here & there
    same_party = bool(one.party_ids & other.party_ids) and not (one.member_ids and other.member_ids)
    return shared if shared or same_party else None


def _people(busy: Busy, members: Mapping[str, frozenset[str]]) -> frozenset[str] | None:
    """Return who is asked for, ``None`` for everyone."""
    if busy.member_ids:
        return busy.member_ids
    if not busy.party_ids:
        return None
    return frozenset().union(*(members.get(party, frozenset()) for party in busy.party_ids))
