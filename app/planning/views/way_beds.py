"""Where those of a lane sleep before and after a day, for the ways from the hotel and back to it.

Which hotel counts for whom: for a party, that in which its members sleep by the rooms. Those of them who have
no room yet go with the others; where none of them has one, it is the hotel of that night if there is but one.
Where those of one party sleep in several hotels, none counts: a way to one of them would be wrong for the
rest. A visit without parties is one party, of everybody on our side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from app.data.models import Lodging, Member, PartyMember, Place, Room, RoomGuest, Stop
from app.domain.geo import Point
from app.domain.nights import Hotel, Sleeper, hotels_of
from app.domain.words import Marking, Side
from app.planning.views.way_stays import End, WayStay

_REST = timedelta(hours=3)  # between two things from which on there is time for a hotel
_DAWN = time(3)  # before it, a way leads home from the evening; after it, into the morning


@dataclass(frozen=True, slots=True)
class Divided:
    """Nights in which those of some parties, by name, sleep in several hotels; no party means everybody."""

    nights: tuple[date, ...]
    parties: tuple[str, ...]
    hotels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sleeping:
    hotel: Hotel
    end: End
    zone: str


class Beds:
    """The hotels of a visit, asked for one day: three queries."""

    def __init__(self, connection: Connection, visit_id: str, parties: Mapping[str, str]) -> None:
        wanted = {"visit_id": visit_id}
        guests: dict[str, set[str]] = {}
        for lodging_id, member_id in connection.execute(_guests(), wanted):
            guests.setdefault(lodging_id, set()).add(member_id)
        self._hotels = {
            row.id: _sleeping(row, frozenset(guests.get(row.id, ())))
            for row in connection.execute(_lodgings(), wanted)
            if row.first is not None and row.last is not None
        }
        self._parties = parties
        self._sleepers: dict[str, list[Sleeper]] = {}
        for member_id, joins_on, leaves_on, party_id in connection.execute(_members(), wanted):
            lane = party_id or ""
            self._sleepers.setdefault(lane, []).append(Sleeper(member_id, joins_on, leaves_on))
        self._divided: dict[tuple[date, tuple[str, ...]], list[str]] = {}

    def around(self, party_id: str, lane: Sequence[WayStay], day: date) -> list[WayStay]:
        """Return a lane with the bed before its day and that after it, where one hotel is known to be it.

        The first bed stands after what leads through the night or home in its small hours, if from there
        on is time for a hotel; the other after the way home, where one is planned. Who travels through the
        night after the day has no bed.
        """
        evening = [stay for stay in lane if stay.starts_on <= day or stay.boarded]
        if not evening:
            return evening
        home = [stay for stay in lane if stay not in evening and stay.start_utc - evening[-1].end_utc < _REST]
        lane = [*evening, *home]
        first = _woken(lane, day)
        last = lane[-1]
        beds: list[WayStay] = []
        if not last.travels and not (last.boarded and last.ends_on > day):
            beds += self._bed(party_id, day, last, after=True)
        if first < len(lane) and not lane[first].travels:
            lane[first:first] = self._bed(party_id, day - timedelta(days=1), lane[first], after=False)
        return [*lane, *beds]

    def divided(self) -> tuple[Divided, ...]:
        """Return the nights for which no hotel was told, as there were several: alike ones together."""
        alike: dict[tuple[tuple[str, ...], tuple[str, ...]], list[date]] = {}
        for (night, hotels), parties in sorted(self._divided.items()):
            names = tuple(self._parties[party] for party in parties if party)
            alike.setdefault((names, hotels), []).append(night)
        return tuple(Divided(tuple(nights), *whose) for whose, nights in alike.items())

    def _bed(self, party_id: str, night: date, beside: WayStay, *, after: bool) -> Iterator[WayStay]:
        """Yield the bed of a party in a night, if there is one, at the moment of what it stands beside."""
        found = self._of(party_id, night)
        if len({place.end for place in found}) > 1:
            names = tuple(sorted({place.end.name for place in found}))
            self._divided.setdefault((night, names), []).append(party_id)
        elif found:
            yield self._as_stay(found[0], night, beside, after=after)

    def _as_stay(self, place: _Sleeping, night: date, beside: WayStay, *, after: bool) -> WayStay:
        # A way that everybody takes is for those of no party too, if they sleep there as well.
        rest = self._sleepers.get("") and self._parties
        alike = not rest or {one.end for one in self._of("", night)} == {place.end}
        utc = beside.end_utc if after else beside.start_utc
        zone = place.zone or (beside.end_zone if after else beside.start_zone)
        return WayStay(
            id=place.hotel.id,
            title=place.end.name,
            marking=min(Marking),
            start_utc=utc,
            start_zone=zone,
            start_wall=datetime.combine(night, time()),
            end_utc=utc,
            end_zone=zone,
            end_wall=datetime.combine(night, time()),
            begins=place.end,
            ends=place.end,
            bed=True,
            party_ids=frozenset() if alike else frozenset(self._parties),
        )

    def _of(self, party_id: str, night: date) -> list[_Sleeping]:
        people = {each.id for each in self._sleepers.get(party_id, ()) if each.there(night)}
        found = hotels_of(people, (place.hotel for place in self._hotels.values()), night)
        return [self._hotels[hotel.id] for hotel in found]


def _woken(lane: Sequence[WayStay], day: date) -> int:
    """Return what of a lane comes first after its night; the length of the lane where there was no night."""
    for number, stay in enumerate(lane):
        rested = not number or stay.start_utc - lane[number - 1].end_utc >= _REST
        through = stay.starts_on < day or (stay.travels and stay.start_wall.time() < _DAWN)
        if rested and not through:
            return number
        if not through:
            break
    return len(lane)


def _sleeping(row: Any, guests: frozenset[str]) -> _Sleeping:
    at: Point | None = (
        None if row.latitude is None or row.longitude is None else (row.latitude, row.longitude)
    )
    # A hotel of which nobody has said where it is is another than all the others.
    end = End(row.place or row.name, at, row.place_id or row.id)
    return _Sleeping(Hotel(row.id, row.first, row.last, guests), end, row.zone or "")


@cache
def _lodgings() -> Select[*tuple[Any, ...]]:
    # A hotel without days of its own is slept in as long as the delegation is in its city.
    return (
        select(
            *(Lodging.id, Lodging.name, Lodging.place_id),
            func.coalesce(Lodging.starts_on, Stop.arrives_on).label("first"),
            func.coalesce(Lodging.ends_on, Stop.leaves_on).label("last"),
            Place.name.label("place"),
            *(Place.latitude, Place.longitude, Place.zone),
        )
        .join(Stop.__table__, Stop.id == Lodging.stop_id, isouter=True)
        .join(Place.__table__, Place.id == Lodging.place_id, isouter=True)
        .where(Lodging.visit_id == bindparam("visit_id"))
        .order_by(Lodging.name, Lodging.id)
    )


@cache
def _guests() -> Select[*tuple[Any, ...]]:
    query = select(Room.lodging_id, RoomGuest.member_id)
    query = query.join(Room.__table__, Room.id == RoomGuest.room_id)
    return query.where(RoomGuest.visit_id == bindparam("visit_id"))


@cache
def _members() -> Select[*tuple[Any, ...]]:
    """Return our members by their parties; those of none have none."""
    return (
        select(Member.id, Member.joins_on, Member.leaves_on, PartyMember.party_id)
        .join(PartyMember.__table__, PartyMember.member_id == Member.id, isouter=True)
        .where(Member.visit_id == bindparam("visit_id"), Member.side == Side.OURS)
    )
