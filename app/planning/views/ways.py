"""The ways that nobody has planned yet: between what follows each other at different places on a day.

Besides entries these are the stations of flights, trains and ferries, and the hotels: the way from the hotel
in the morning and back to it, to the airport and away from it. ``app.planning.views.way_beds`` says whose
hotel it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from app.data.models import Party
from app.domain.hops import missing, unknown
from app.domain.time import Wall, from_utc
from app.domain.ways import Pace, Way, estimate
from app.domain.words import LegMode, Marking
from app.planning.views.way_beds import Beds, Divided
from app.planning.views.way_stays import End, WayStay, day_stays
from app.reference.speeds import paces

_NEAR = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class MissingWay:
    """A way as proposed: in time for what it leads to, or, from a station or to a bed, as soon as one can.

    In time is before that begins, less the ``badge_minutes`` that it takes to get in or to board. Away from a
    station it begins ``station_minutes`` after the arrival. Instants are naive UTC; walls stand in the zones
    of its two ends. ``party_ids`` is empty where it is for everyone. ``free_minutes`` are those between the
    two, negative where they overlap, and missing where one of the two is a bed: the night has time. Where
    the way and what goes with it take longer, it does not fit. It is to be tied to the entry ``tied_to_id``.
    Its marking is the higher one of the two.
    """

    before_id: str
    after_id: str
    before: str
    after: str
    from_name: str
    to_name: str
    way: Way
    badge_minutes: int
    station_minutes: int
    free_minutes: int | None
    from_bed: bool
    to_bed: bool
    start_utc: datetime
    start: Wall
    start_zone: str
    end_utc: datetime
    end: Wall
    end_zone: str
    tied_to_id: str
    party_ids: frozenset[str]
    parties: tuple[str, ...]
    marking: Marking

    @property
    def needed_minutes(self) -> int:
        """How long it takes with what goes with it."""
        return self.station_minutes + self.way.minutes + self.badge_minutes

    @property
    def fits(self) -> bool:
        """Whether there is time for it."""
        return self.free_minutes is None or self.free_minutes >= self.needed_minutes


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What nobody has placed, an entry or a hotel: it has no place, or that ``place`` no coordinates."""

    id: str
    title: str
    place: str


@dataclass(frozen=True, slots=True)
class DayWays:
    """The ways missing on a local day, and why there may be more.

    ``unplaced`` are those to and from which none can be estimated; ``divided`` the nights in which those who
    travel together sleep in several hotels, so that no way from or to one of them is proposed.
    """

    ways: tuple[MissingWay, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    divided: tuple[Divided, ...] = ()


def day_ways(connection: Connection, visit_id: str, day: date, *, driven: LegMode = LegMode.CAR) -> DayWays:
    """Return the ways missing on a local day, in their order, and what is not known: six queries.

    Each party's day is looked at by itself; a way that several need is proposed once, and none that is
    planned between the same two names at nearly that time. What is not near
    enough to walk to is ``driven``.

    Raises:
        DataError: ``table_unreadable``, the table of speeds or of boarding has been edited and is wrong.
    """
    names = {row.id: row.name for row in connection.execute(_parties(), {"visit_id": visit_id})}
    stays = day_stays(connection, visit_id, day)
    beds = Beds(connection, visit_id, names)
    # Of a visit without parties there is one lane, for nobody in particular.
    lanes = {
        party_id: beds.around(party_id, [stay for stay in stays if _is_for(stay, party_id)], day)
        for party_id in names or [""]
    }
    return DayWays(_missing(names, lanes, driven), _unplaced(lanes), beds.divided())


def _is_for(stay: WayStay, party_id: str) -> bool:
    return not party_id or not stay.party_ids or party_id in stay.party_ids


def _missing(
    names: Mapping[str, str], lanes: Mapping[str, Sequence[WayStay]], driven: LegMode
) -> tuple[MissingWay, ...]:
    speeds = paces()
    hops: dict[tuple[WayStay, WayStay], list[str]] = {}
    for party_id, lane in lanes.items():
        for before, after in missing(lane):
            if not any(_leads(stay, before, after) for stay in lane):
                hops.setdefault((before, after), []).extend([party_id] if party_id else [])
    found = []
    for (before, after), wanted in hops.items():
        shared = len(wanted) == len(names) and not before.party_ids and not after.party_ids
        way = _way(before, after, speeds, driven, {} if shared else {key: names[key] for key in wanted})
        found += [way] if way else []
    return tuple(sorted(found, key=_order))


def _leads(way: WayStay, before: WayStay, after: WayStay) -> bool:
    """Tell whether a way is planned already between the two, though it stands elsewhere in the day."""
    if not (way.travels and _alike(way.begins, before.ends) and _alike(way.ends, after.begins)):
        return False
    off = way.start_utc - before.end_utc if after.bed else way.end_utc - after.start_utc
    return abs(off) < _NEAR


def _alike(one: End, other: End) -> bool:
    """Tell whether two names may be of one place: the one, or as much of it as somebody wrote."""
    short, long = sorted((one.name.casefold(), other.name.casefold()), key=len)
    return bool(short) and long.startswith(short)


def _way(
    before: WayStay, after: WayStay, speeds: Sequence[Pace], driven: LegMode, parties: Mapping[str, str]
) -> MissingWay | None:
    assert before.ends_at
    assert after.begins_at
    way = estimate(before.ends_at, after.begins_at, speeds, driven=driven)
    if way is None:
        return None
    at_once = before.boarded or after.bed  # nobody waits at a station, nor where the day has ended
    if at_once:
        start = before.end_utc + timedelta(minutes=before.out_minutes)
    else:
        start = after.start_utc - timedelta(minutes=after.in_minutes + way.minutes)
    end = start + timedelta(minutes=way.minutes)
    start_zone = before.end_zone
    end_zone = after.start_zone
    return MissingWay(
        before_id=before.id,
        after_id=after.id,
        before=before.title,
        after=after.title,
        from_name=before.ends.name,
        to_name=after.begins.name,
        way=way,
        badge_minutes=after.in_minutes,
        station_minutes=before.out_minutes,
        free_minutes=None if before.bed or after.bed else _minutes(after.start_utc - before.end_utc),
        from_bed=before.bed,
        to_bed=after.bed,
        start_utc=start,
        start=from_utc(start, start_zone),
        start_zone=start_zone,
        end_utc=end,
        end=from_utc(end, end_zone),
        end_zone=end_zone,
        tied_to_id=before.id if at_once else after.id,
        party_ids=frozenset(parties),
        parties=tuple(parties.values()),
        marking=max(before.marking, after.marking),
    )


def _unplaced(lanes: Mapping[str, Sequence[WayStay]]) -> tuple[Unplaced, ...]:
    """Return those of which nobody knows where they are, where a way may be missing; in their order."""
    found: dict[Unplaced, datetime] = {}
    for lane in lanes.values():
        for before, after in unknown(lane):
            one, other = before.ends, after.begins
            if one.place_id == other.place_id and one.place_id is not None:
                continue  # wherever it is, there is no way
            for stay, end in ((before, one), (after, other)):
                if end.at is None:
                    found.setdefault(Unplaced(stay.id, stay.title, end.name), stay.start_utc)
    return tuple(sorted(found, key=found.__getitem__))


def _minutes(time: timedelta) -> int:
    return int(time.total_seconds() // 60)


def _order(found: MissingWay) -> tuple[datetime, datetime, str, str]:
    return found.start_utc, found.end_utc, found.before_id, found.after_id


@cache
def _parties() -> Select[*tuple[Any, ...]]:
    # Built once: building a statement takes longer than asking it.
    query = select(Party.id, Party.name).where(Party.visit_id == bindparam("visit_id"))
    return query.order_by(Party.position, Party.name, Party.id)
