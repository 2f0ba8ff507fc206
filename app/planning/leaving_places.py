"""Where a member would have been from the moment on: entries, seats, cars, rooms, parties; the baggage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select, true

from app.data.models import (
    BaggagePiece,
    Entry,
    Lodging,
    Participation,
    Party,
    PartyMember,
    Place,
    Ride,
    Rider,
    Room,
    RoomGuest,
    Seat,
    Stop,
    Vehicle,
)
from app.domain.words import Role
from app.planning.leaving import Consequence, Fate, Leaving

_APART = " · "


def at_entries(leaving: Leaving) -> Iterator[Consequence]:
    """Yield the entries from the moment on; the seat there follows, or goes first."""
    query = (
        select(
            Participation.id,
            Participation.role,
            Entry.id.label("entry_id"),
            Entry.title,
            Entry.start_wall,
            Seat.id.label("seat_id"),
        )
        .join(Entry.__table__, Entry.id == Participation.entry_id)
        .join(Seat.__table__, Seat.participation_id == Participation.id, isouter=True)
        .where(Participation.member_id == leaving.member_id, leaving.later)
        .order_by(Entry.start_utc, Entry.id)
    )
    there = leaving.beside(Participation.__table__, "entry_id", true())
    plain = _plain_roles(leaving, there)
    for row in leaving.connection.execute(query):
        about: dict[str, Any] = {"title": row.title, "when": row.start_wall, "entry_id": row.entry_id}
        twin = there.get(row.entry_id)
        if leaving.taker_id and twin is None:
            values = {"member_id": leaving.taker_id, "confirmed": False}
            yield Consequence("participation", row.id, Fate.PASSED, values=values, **about)
            continue
        if row.seat_id is not None:
            yield Consequence("seat", row.seat_id, Fate.REMOVED, **about)
        yield Consequence("participation", row.id, Fate.REMOVED, **about)
        if twin in plain and row.role is not Role.PARTICIPANT:
            yield Consequence("participation", twin, Fate.CHANGED, values={"role": row.role}, **about)


def _plain_roles(leaving: Leaving, there: dict[str, str]) -> frozenset[str]:
    """Return the participations of who takes over that say nothing particular: those take over the role."""
    query = select(Participation.id).where(
        Participation.member_id == leaving.taker_id, Participation.role == Role.PARTICIPANT
    )
    return frozenset(leaving.connection.execute(query).scalars()) if there else frozenset()


def in_cars(leaving: Leaving) -> Iterator[Consequence]:
    """Yield the places in cars on the ways of entries from the moment on."""
    query = (
        select(Rider.id, Entry.id.label("entry_id"), Entry.title, Entry.start_wall, Vehicle.name)
        .join(Ride.__table__, Ride.id == Rider.ride_id)
        .join(Entry.__table__, Entry.id == Ride.entry_id)
        .join(Vehicle.__table__, Vehicle.id == Ride.vehicle_id)
        .where(Rider.member_id == leaving.member_id, leaving.later)
        .order_by(Entry.start_utc, Entry.id, Rider.id)
    )
    rides = leaving.beside(Rider.__table__, "ride_id", true())
    ways = select(Ride.entry_id).where(Ride.id.in_(rides))
    riding = frozenset(leaving.connection.execute(ways).scalars()) if rides else frozenset()
    for row in leaving.connection.execute(query):
        yield Consequence(
            "rider",
            row.id,
            title=_APART.join(part for part in (row.name, row.title) if part),
            when=row.start_wall,
            entry_id=row.entry_id,
            **_handed(leaving, there=row.entry_id in riding),
        )


def in_rooms(leaving: Leaving) -> Iterator[Consequence]:
    """Yield the rooms: where the member slept before that day, the room is kept until then.

    A hotel may have been taken earlier, by those who travel ahead: the member sleeps there once they join.
    """
    query = (
        select(
            RoomGuest.id,
            Room.number,
            Lodging.id.label("lodging_id"),
            Lodging.name,
            func.coalesce(Lodging.starts_on, Stop.arrives_on).label("starts_on"),
            func.coalesce(Lodging.ends_on, Stop.leaves_on).label("ends_on"),
            func.coalesce(Stop.zone, Place.zone).label("zone"),
        )
        .join(Room.__table__, Room.id == RoomGuest.room_id)
        .join(Lodging.__table__, Lodging.id == Room.lodging_id)
        .join(Stop.__table__, Stop.id == Lodging.stop_id, isouter=True)
        .join(Place.__table__, Place.id == Lodging.place_id, isouter=True)
        .where(RoomGuest.member_id == leaving.member_id)
        .order_by(Lodging.starts_on, Lodging.id, RoomGuest.id)
    )
    rooms = leaving.beside(RoomGuest.__table__, "room_id", true())
    hotels = select(Room.lodging_id).where(Room.id.in_(rooms))
    sleeping = frozenset(leaving.connection.execute(hotels).scalars()) if rooms else frozenset()
    for row in leaving.connection.execute(query):
        day = leaving.day_in(row.zone)
        starts = row.starts_on or leaving.visit.starts_on
        starts = max(starts, leaving.member.joins_on or starts)
        title = _APART.join(part for part in (row.name, row.number) if part)
        if starts >= day:
            handed = _handed(leaving, there=row.lodging_id in sleeping)
            yield Consequence("room_guest", row.id, title=title, when=starts, **handed)
        elif row.ends_on is None or row.ends_on > day:
            yield Consequence("room_guest", row.id, Fate.KEPT, title, starts)


def in_parties(leaving: Leaving) -> Iterator[Consequence]:
    """Yield the parties: the entries that are for one are for its members."""
    query = (
        select(PartyMember.id, Party.id.label("party_id"), Party.name)
        .join(Party.__table__, Party.id == PartyMember.party_id)
        .where(PartyMember.member_id == leaving.member_id)
        .order_by(Party.position, Party.id)
    )
    there = leaving.beside(PartyMember.__table__, "party_id", true())
    for row in leaving.connection.execute(query):
        handed = _handed(leaving, there=row.party_id in there)
        yield Consequence("party_member", row.id, title=row.name, **handed)


def baggage(leaving: Leaving) -> Iterator[Consequence]:
    """Yield the pieces of baggage: they stay their owner's."""
    query = (
        select(BaggagePiece.id, BaggagePiece.tag, BaggagePiece.description)
        .where(BaggagePiece.member_id == leaving.member_id)
        .order_by(BaggagePiece.position, BaggagePiece.id)
    )
    for row in leaving.connection.execute(query):
        yield Consequence("baggage_piece", row.id, Fate.KEPT, row.tag or row.description)


def _handed(leaving: Leaving, *, there: bool) -> dict[str, Any]:
    """Return what happens to a place that nobody has twice: it passes, or it goes."""
    if leaving.taker_id is None or there:
        return {"fate": Fate.REMOVED}
    return {"fate": Fate.PASSED, "values": {"member_id": leaving.taker_id}}
