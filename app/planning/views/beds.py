"""Where each party sleeps: from there its day begins, and there it ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, Date, RowMapping, Select, bindparam, select

from app.data.models import Lodging, PartyMember, Place, Room, RoomGuest, Visit
from app.domain.geo import Point
from app.domain.words import Marking


@dataclass(frozen=True, slots=True)
class Bed:
    """A hotel, with its place and where that is (WGS 84) if somebody has said so; marked as its visit."""

    id: str
    name: str
    place_id: str | None
    place: str | None
    zone: str | None
    latitude: float | None
    longitude: float | None
    marking: Marking

    @property
    def at(self) -> Point | None:
        """North and east, in degrees."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude


@dataclass(frozen=True, slots=True)
class Night:
    """Who sleeps where in a night: all hotels of it, and those of each member who has a room."""

    hotels: Mapping[str, Bed]
    members: Mapping[str, frozenset[str]]

    def bed_of(self, member_ids: frozenset[str]) -> Bed | None:
        """Return the hotel where these people sleep; ``None`` where they have none, or several.

        As long as none of them has a room, they are where everybody is, if there is one such hotel.
        """
        own = {hotel for member in member_ids for hotel in self.members.get(member, ())}
        found = [bed for hotel, bed in self.hotels.items() if not own or hotel in own]
        return found[0] if len({bed.place_id or bed.id for bed in found}) == 1 else None


@dataclass(frozen=True, slots=True)
class Beds:
    """The night before a local day and the night after it; ``members`` are those of each party."""

    before: Night
    after: Night
    members: Mapping[str, frozenset[str]]


def beds(connection: Connection, visit_id: str, day: date) -> Beds:
    """Return where everybody sleeps before and after a local day: three queries."""
    known = {"visit_id": visit_id}
    hotels = connection.execute(_hotels(), known | {"day": day}).mappings().all()
    guests = [(row.lodging_id, row.member_id) for row in connection.execute(_guests(), known)]
    parties: dict[str, set[str]] = {}
    for party_id, member_id in connection.execute(_members(), known):
        parties.setdefault(party_id, set()).add(member_id)
    nights = [_night(night, hotels, guests) for night in (day - timedelta(days=1), day)]
    return Beds(nights[0], nights[1], {key: frozenset(some) for key, some in parties.items()})


def _night(night: date, hotels: Sequence[RowMapping], guests: Sequence[tuple[str, str]]) -> Night:
    there = {
        row["id"]: Bed(**{name: row[name] for name in Bed.__slots__})
        for row in hotels
        if row["starts_on"] <= night < row["ends_on"]
    }
    members: dict[str, set[str]] = {}
    for lodging_id, member_id in guests:
        if lodging_id in there:
            members.setdefault(member_id, set()).add(lodging_id)
    return Night(there, {key: frozenset(some) for key, some in members.items()})


@cache
def _hotels() -> Select[*tuple[Any, ...]]:
    day = bindparam("day", type_=Date)
    return (
        select(
            Lodging.starts_on,
            Lodging.ends_on,
            *(Lodging.id, Lodging.name, Lodging.place_id),
            *(Place.name.label("place"), Place.zone, Place.latitude, Place.longitude),
            Visit.marking,
        )
        .join(Place.__table__, Place.id == Lodging.place_id, isouter=True)
        .join(Visit.__table__, Visit.id == Lodging.visit_id)
        .where(Lodging.visit_id == bindparam("visit_id"), Lodging.starts_on <= day, Lodging.ends_on >= day)
        .order_by(Lodging.id)
    )


@cache
def _guests() -> Select[*tuple[Any, ...]]:
    query = select(Room.lodging_id, RoomGuest.member_id).join(Room.__table__, Room.id == RoomGuest.room_id)
    return query.where(Room.visit_id == bindparam("visit_id"))


@cache
def _members() -> Select[*tuple[Any, ...]]:
    query = select(PartyMember.party_id, PartyMember.member_id)
    return query.where(PartyMember.visit_id == bindparam("visit_id"))
