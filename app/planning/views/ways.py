"""The ways that nobody has planned yet: between two entries that follow each other at different places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from app.data.models import Entry, EntryParty, Party, Place
from app.domain.geo import Point
from app.domain.time import Wall, from_utc
from app.domain.ways import Pace, Way, estimate, missing, unknown
from app.domain.words import EntryKind, EntryStatus, LegMode, Marking
from app.reference.speeds import paces


@dataclass(frozen=True, slots=True)
class MissingWay:
    """A way as proposed: it ends when the second entry begins, less the minutes that its badges take.

    Instants are naive UTC; walls stand in the zones of the two entries' ends. ``party_ids`` is empty where it
    is for everyone. ``free_minutes`` are those between the two entries, negative where they overlap; where
    the way and the badges take longer, it does not fit. Its marking is the higher one of the two entries.
    """

    before_id: str
    after_id: str
    before: str
    after: str
    from_name: str
    to_name: str
    way: Way
    badge_minutes: int
    free_minutes: int
    start_utc: datetime
    start: Wall
    start_zone: str
    end_utc: datetime
    end: Wall
    end_zone: str
    party_ids: frozenset[str]
    parties: tuple[str, ...]
    marking: Marking

    @property
    def fits(self) -> bool:
        """Whether there is time for it between the two entries."""
        return self.free_minutes >= self.way.minutes + self.badge_minutes


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An entry of which nobody has said where it is: it has no place, or that ``place`` no coordinates."""

    id: str
    title: str
    place: str


@dataclass(frozen=True, slots=True)
class DayWays:
    """The ways missing on a local day, and the entries to and from which none can be estimated."""

    ways: tuple[MissingWay, ...]
    unplaced: tuple[Unplaced, ...]


@dataclass(frozen=True, slots=True)
class _Stay:
    id: str
    title: str
    kind: EntryKind
    marking: Marking
    start_utc: datetime
    start_zone: str
    end_utc: datetime
    end_zone: str
    tied_to_id: str | None
    place_id: str | None
    place: str
    latitude: float | None
    longitude: float | None
    badge_minutes: int | None
    party_ids: frozenset[str]

    @property
    def travels(self) -> bool:
        return self.kind is EntryKind.TRAVEL

    @property
    def at(self) -> Point | None:
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude


def day_ways(connection: Connection, visit_id: str, day: date, *, driven: LegMode = LegMode.CAR) -> DayWays:
    """Return the ways missing on a local day, and what stands in the way of knowing more; three queries.

    Raises:
        DataError: ``table_unreadable``, the table of speeds has been edited and is wrong.
    """
    names, stays = _day(connection, visit_id, day)
    unplaced = {
        stay
        for _party, lane in _lanes(names, stays)
        for before, after in unknown(lane)
        for stay in (before, after)
        if not stay.at and (before.place_id != after.place_id or before.place_id is None)
    }
    return DayWays(
        _missing(names, stays, driven),
        tuple(Unplaced(stay.id, stay.title, stay.place or "") for stay in stays if stay in unplaced),
    )


def missing_ways(
    connection: Connection, visit_id: str, day: date, *, driven: LegMode = LegMode.CAR
) -> tuple[MissingWay, ...]:
    """Return the ways missing on a local day, in the order in which they begin; three queries.

    Each party's day is looked at by itself; a way that several need is proposed once. An entry that is
    cancelled leads nowhere, and a hold without a place is no reason to stay away from it. What is not near
    enough to walk to is ``driven``.

    Raises:
        DataError: ``table_unreadable``, the table of speeds has been edited and is wrong.
    """
    return _missing(*_day(connection, visit_id, day), driven)


def _day(connection: Connection, visit_id: str, day: date) -> tuple[dict[str, str], list[_Stay]]:
    """Return the parties of a visit by their ids, and what stands on a day in its order."""
    names = {row.id: row.name for row in connection.execute(_parties(), {"visit_id": visit_id})}
    return names, sorted(_stays(connection, visit_id, day), key=_begins)


def _lanes(names: dict[str, str], stays: Sequence[_Stay]) -> Iterator[tuple[str, list[_Stay]]]:
    """Yield each party with its day; of a visit without parties the whole day, for nobody in particular."""
    if not names:
        yield "", list(stays)
    for party_id in names:
        yield party_id, [stay for stay in stays if not stay.party_ids or party_id in stay.party_ids]


def _missing(names: dict[str, str], stays: Sequence[_Stay], driven: LegMode) -> tuple[MissingWay, ...]:
    speeds = paces()
    hops: dict[tuple[_Stay, _Stay], list[str]] = {}
    for party_id, lane in _lanes(names, stays):
        for pair in missing(lane):
            hops.setdefault(pair, []).extend([party_id] if party_id else [])
    found = []
    for (before, after), lanes in hops.items():
        shared = len(lanes) == len(names) and not before.party_ids and not after.party_ids
        way = _way(before, after, speeds, driven, {} if shared else {key: names[key] for key in lanes})
        found += [way] if way else []
    return tuple(sorted(found, key=_order))


def _way(
    before: _Stay, after: _Stay, speeds: Sequence[Pace], driven: LegMode, parties: dict[str, str]
) -> MissingWay | None:
    assert before.at
    assert after.at
    way = estimate(before.at, after.at, speeds, driven=driven)
    if way is None:
        return None
    badges = after.badge_minutes or 0
    end = after.start_utc - timedelta(minutes=badges)
    start = end - timedelta(minutes=way.minutes)
    return MissingWay(
        before_id=before.id,
        after_id=after.id,
        before=before.title,
        after=after.title,
        from_name=before.place,
        to_name=after.place,
        way=way,
        badge_minutes=badges,
        free_minutes=int((after.start_utc - before.end_utc).total_seconds() // 60),
        start_utc=start,
        start=from_utc(start, before.end_zone),
        start_zone=before.end_zone,
        end_utc=end,
        end=from_utc(end, after.start_zone),
        end_zone=after.start_zone,
        party_ids=frozenset(parties),
        parties=tuple(parties.values()),
        marking=max(before.marking, after.marking),
    )


def _stays(connection: Connection, visit_id: str, day: date) -> list[_Stay]:
    first = datetime.combine(day, time())
    wanted = {"visit_id": visit_id, "first": first, "after": first + timedelta(days=1)}
    parties: dict[str, set[str]] = {}
    for entry_id, party_id in connection.execute(_entry_parties(), wanted):
        parties.setdefault(entry_id, set()).add(party_id)
    rows: Sequence[Any] = connection.execute(_entries(), wanted).all()
    stays = [_Stay(*(*row, frozenset(parties.get(row.id, ())))) for row in rows]
    return [stay for stay in stays if stay.place_id or stay.kind is not EntryKind.HOLD]


def _begins(stay: _Stay) -> tuple[datetime, datetime, str]:
    return stay.start_utc, stay.end_utc, stay.id


def _order(found: MissingWay) -> tuple[datetime, datetime, str, str]:
    return found.start_utc, found.end_utc, found.before_id, found.after_id


# The statements are built once: building one takes longer than asking it.


@cache
def _parties() -> Select[*tuple[Any, ...]]:
    query = select(Party.id, Party.name).where(Party.visit_id == bindparam("visit_id"))
    return query.order_by(Party.position, Party.name, Party.id)


@cache
def _entries() -> Select[*tuple[Any, ...]]:
    own = _Stay.__slots__[: _Stay.__slots__.index("place")]
    query = select(
        *(getattr(Entry, name) for name in own),
        Place.name,
        *(Place.latitude, Place.longitude, Place.badge_minutes),
    ).join(Place.__table__, Place.id == Entry.place_id, isouter=True)
    return _of_day(query)


@cache
def _entry_parties() -> Select[*tuple[Any, ...]]:
    query = select(EntryParty.entry_id, EntryParty.party_id)
    return _of_day(query.join(Entry.__table__, Entry.id == EntryParty.entry_id))


def _of_day(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return query.where(
        Entry.visit_id == bindparam("visit_id"),
        Entry.start_wall >= bindparam("first"),
        Entry.start_wall < bindparam("after"),
        Entry.status != EntryStatus.CANCELLED,
    )
