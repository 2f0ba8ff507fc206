"""What a local day has for ways to lead to: the entries of each party, with their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from app.data.models import Entry, EntryParty, Party, Place
from app.domain.geo import Point
from app.domain.words import EntryKind, EntryStatus, Marking
from app.planning.views.beds import Bed, Beds

_NIGHT = timedelta(hours=6)  # somewhere between going to bed and the next entry: no way is reckoned from it


@dataclass(frozen=True, slots=True)
class Stay:
    """An entry, or a ``bed`` before or after all entries of a day. Instants are naive UTC."""

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
    place: str | None
    latitude: float | None
    longitude: float | None
    badge_minutes: int | None
    party_ids: frozenset[str]
    bed: bool = False

    @property
    def travels(self) -> bool:
        """Whether it is a way itself."""
        return self.kind is EntryKind.TRAVEL

    @property
    def at(self) -> Point | None:
        """Where it is (WGS 84), if somebody has said so."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude


def day_stays(connection: Connection, visit_id: str, day: date) -> tuple[dict[str, str], list[Stay]]:
    """Return the names of a visit's parties by their ids, and what stands on a day in order: three queries.

    An entry that is cancelled leads nowhere, and a hold without a place is no reason to stay away from it.
    """
    names = {row.id: row.name for row in connection.execute(_parties(), {"visit_id": visit_id})}
    return names, sorted(_stays(connection, visit_id, day), key=begins)


def between_beds(lane: Sequence[Stay], slept: Beds, party_id: str) -> list[Stay]:
    """Return a party's day, in order, between where it slept and where it will sleep, if that is known."""
    if not lane:
        return []
    members = slept.members.get(party_id, frozenset())
    first, last = lane[0], lane[-1]
    before, after = slept.before.bed_of(members), slept.after.bed_of(members)
    return [
        *([_in_bed(before, first.start_utc - _NIGHT, first.start_zone)] if before else []),
        *lane,
        *([_in_bed(after, last.end_utc + _NIGHT, last.end_zone)] if after else []),
    ]


def _in_bed(bed: Bed, at: datetime, zone: str) -> Stay:
    return Stay(
        id=bed.id,
        title=bed.name,
        kind=EntryKind.HOLD,
        marking=bed.marking,
        start_utc=at,
        start_zone=bed.zone or zone,
        end_utc=at,
        end_zone=bed.zone or zone,
        tied_to_id=None,
        place_id=bed.place_id,
        place=bed.place,
        latitude=bed.latitude,
        longitude=bed.longitude,
        badge_minutes=None,
        party_ids=frozenset(),
        bed=True,
    )


def _stays(connection: Connection, visit_id: str, day: date) -> list[Stay]:
    first = datetime.combine(day, time())
    wanted = {"visit_id": visit_id, "first": first, "after": first + timedelta(days=1)}
    parties: dict[str, set[str]] = {}
    for entry_id, party_id in connection.execute(_entry_parties(), wanted):
        parties.setdefault(entry_id, set()).add(party_id)
    rows: Sequence[Any] = connection.execute(_entries(), wanted).all()
    stays = [Stay(*(*row, frozenset(parties.get(row.id, ())))) for row in rows]
    return [stay for stay in stays if stay.place_id or stay.kind is not EntryKind.HOLD]


def begins(stay: Stay) -> tuple[datetime, datetime, str]:
    """Return when an entry begins, as a key to sort by."""
    return stay.start_utc, stay.end_utc, stay.id


# The statements are built once: building one takes longer than asking it.


@cache
def _parties() -> Select[*tuple[Any, ...]]:
    query = select(Party.id, Party.name).where(Party.visit_id == bindparam("visit_id"))
    return query.order_by(Party.position, Party.name, Party.id)


@cache
def _entries() -> Select[*tuple[Any, ...]]:
    own = Stay.__slots__[: Stay.__slots__.index("place")]
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
