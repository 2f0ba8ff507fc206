"""What stands on a local day, as far as the ways between ask: where one has to be for it, and is after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, DateTime, Select, and_, bindparam, or_, select

from app.data.models import Entry, EntryParty, Leg, Place
from app.domain.geo import Point
from app.domain.ways import SAME_SITE_KM, Boarding
from app.domain.words import EntryKind, EntryStatus, LegMode, Marking
from app.planning.route import airport_at
from app.reference.boarding import boardings
from app.reference.stations import find_stations

_AIRPORT_KM = 3.0  # from the middle of its field to its farthest terminal
_STATION_KM = 0.3  # as good as the positions of stations are
_SMALL_HOURS = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class End:
    """Where something begins or ends: what the place is called, and where it is, if somebody has said so."""

    name: str
    at: Point | None = None
    place_id: str | None = None


@dataclass(frozen=True, slots=True)
class WayStay:
    """An entry or a bed: from where to where, in which clocks, and what it takes to get in and out.

    ``travels`` is for ways over land alone, of whose ends only the names are told: a flight, a train or a
    ferry begins at one station and ends at another, to and from which one has to get. Instants are naive
    UTC, walls those of each end; a bed has the instants of what stands beside it, and the day of its night.
    """

    id: str
    title: str
    marking: Marking
    start_utc: datetime
    start_zone: str
    start_wall: datetime
    end_utc: datetime
    end_zone: str
    end_wall: datetime
    begins: End
    ends: End
    tied_to_id: str | None = None
    travels: bool = False
    boarded: bool = False
    bed: bool = False
    in_minutes: int = 0
    out_minutes: int = 0
    site_km: float = SAME_SITE_KM
    party_ids: frozenset[str] = frozenset()

    @property
    def starts_on(self) -> date:
        """Its local day."""
        return self.start_wall.date()

    @property
    def ends_on(self) -> date:
        """The local day of its end."""
        return self.end_wall.date()

    @property
    def begins_at(self) -> Point | None:
        """Where one has to be for it."""
        return self.begins.at

    @property
    def ends_at(self) -> Point | None:
        """Where one is after it."""
        return self.ends.at


def day_stays(connection: Connection, visit_id: str, day: date) -> list[WayStay]:
    """Return what stands on a local day in its order: two queries.

    A journey stands on the day on which it begins and on that on which it ends; where it ends on an earlier
    day by the calendar, over the date line, on that day alone. A way over land in the small hours after the
    day is there too: it may lead home from the evening. An entry that is cancelled leads nowhere, and a hold
    without a place is no reason to stay away from it.

    Raises:
        DataError: ``table_unreadable``, the table of boarding has been edited and is wrong.
    """
    first = datetime.combine(day, time())
    after = first + timedelta(days=1)
    wanted = {"visit_id": visit_id, "first": first, "after": after, "morning": after + _SMALL_HOURS}
    parties: dict[str, set[str]] = {}
    for entry_id, party_id in connection.execute(_entry_parties(), wanted):
        parties.setdefault(entry_id, set()).add(party_id)
    boarding = boardings()
    rows: Sequence[Any] = connection.execute(_entries(), wanted).all()
    stays = (
        _stay(row, boarding, frozenset(parties.get(row.id, ())))
        for row in rows
        if row.place_id or row.kind is not EntryKind.HOLD
    )
    return [
        stay
        for stay in stays
        if not stay.boarded or stay.ends_on == day or (stay.starts_on == day and stay.ends_on > day)
    ]


def _stay(row: Any, boarding: Mapping[LegMode, Boarding], party_ids: frozenset[str]) -> WayStay:
    travels = row.kind is EntryKind.TRAVEL
    boards = boarding.get(row.mode) if travels else None
    where = None if row.latitude is None or row.longitude is None else (row.latitude, row.longitude)
    begins = ends = End(row.place or "", where, row.place_id)
    site, entering = SAME_SITE_KM, row.badge_minutes or 0
    if boards:
        # The place of a journey is where it begins; only its code or its name tells where it ends.
        begins = End(
            row.place or row.from_name or row.from_code, where or _station(row.from_code, row.from_name)
        )
        ends = End(row.to_name or row.to_code, _station(row.to_code, row.to_name))
        site = _AIRPORT_KM if airport_at(row.from_code) or airport_at(row.to_code) else _STATION_KM
        entering = row.badge_minutes or boards.before_minutes
    elif travels:
        begins, ends = End(row.from_name or ""), End(row.to_name or "")
    return WayStay(
        id=row.id,
        title=row.title,
        marking=row.marking,
        start_utc=row.start_utc,
        start_zone=row.start_zone,
        start_wall=row.start_wall,
        end_utc=row.end_utc,
        end_zone=row.end_zone,
        end_wall=row.end_wall,
        begins=begins,
        ends=ends,
        tied_to_id=row.tied_to_id,
        travels=travels and boards is None,
        boarded=boards is not None,
        in_minutes=entering,
        out_minutes=boards.after_minutes if boards else 0,
        site_km=site,
        party_ids=party_ids,
    )


def _station(code: str, name: str) -> Point | None:
    return airport_at(code) or _station_at(name)


@lru_cache(maxsize=256)
def _station_at(name: str) -> Point | None:
    """Return where the station is that is called so, letter for letter as it was picked."""
    found = [station for station in find_stations(name) if station.name == name.strip()]
    return (found[0].latitude, found[0].longitude) if found else None


# The statements are built once: building one takes longer than asking it.


@cache
def _entries() -> Select[*tuple[Any, ...]]:
    own = ("id", "title", "kind", "marking", "tied_to_id", "place_id")
    times = ("start_utc", "start_zone", "start_wall", "end_utc", "end_zone", "end_wall")
    query = (
        select(
            *(getattr(Entry, name) for name in (*own, *times)),
            Place.name.label("place"),
            *(Place.latitude, Place.longitude, Place.badge_minutes),
            *(Leg.mode, Leg.from_name, Leg.from_code, Leg.to_name, Leg.to_code),
        )
        .join(Place.__table__, Place.id == Entry.place_id, isouter=True)
        .join(Leg.__table__, Leg.entry_id == Entry.id, isouter=True)
    )
    return _of_day(query).order_by(Entry.start_utc, Entry.end_utc, Entry.id)


@cache
def _entry_parties() -> Select[*tuple[Any, ...]]:
    query = select(EntryParty.entry_id, EntryParty.party_id)
    return _of_day(query.join(Entry.__table__, Entry.id == EntryParty.entry_id))


def _of_day(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    first, after, morning = (bindparam(name, type_=DateTime) for name in ("first", "after", "morning"))
    return query.where(
        Entry.visit_id == bindparam("visit_id"),
        Entry.status != EntryStatus.CANCELLED,
        or_(
            and_(Entry.start_wall >= first, Entry.start_wall < after),
            and_(Entry.kind == EntryKind.TRAVEL, Entry.end_wall >= first, Entry.end_wall < after),
            and_(Entry.kind == EntryKind.TRAVEL, Entry.start_wall >= after, Entry.start_wall < morning),
        ),
    )
