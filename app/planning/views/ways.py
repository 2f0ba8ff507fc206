"""The ways that nobody has planned yet: between entries that follow each other at different places.

A day's first entry follows the hotel of the night before, and the hotel of the night after follows its last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from app.domain.time import Wall, from_utc
from app.domain.ways import Pace, Way, estimate, missing, unknown
from app.domain.words import LegMode, Marking
from app.planning.views.beds import beds
from app.planning.views.way_stays import Stay, begins, between_beds, day_stays
from app.reference.speeds import paces

_Lane = tuple[str, list[Stay]]


@dataclass(frozen=True, slots=True)
class MissingWay:
    """A way as proposed: it ends when the second entry begins, less the minutes that its badges take.

    Instants are naive UTC; walls stand in the zones of the two entries' ends. ``party_ids`` is empty where it
    is for everyone. ``free_minutes`` are those between the two entries, negative where they overlap; where
    the way and the badges take longer, it does not fit. Its marking is the higher one of the two entries.

    Where it comes ``from_bed`` or goes ``to_bed``, the id and the name there are a hotel's, there is time for
    it, and in the evening it begins when the last entry ends.
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
    from_bed: bool
    to_bed: bool

    @property
    def fits(self) -> bool:
        """Whether there is time for it between the two entries."""
        at_an_end = self.from_bed or self.to_bed
        return at_an_end or self.free_minutes >= self.way.minutes + self.badge_minutes

    @property
    def tied_to_id(self) -> str:
        """The entry with which it moves: that to which it leads, or from which it leads to bed."""
        return self.before_id if self.to_bed else self.after_id


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An entry or a hotel of which nobody has said where it is: no place, or no coordinates of ``place``."""

    id: str
    title: str
    place: str


@dataclass(frozen=True, slots=True)
class DayWays:
    """The ways missing on a local day, and the entries to and from which none can be estimated."""

    ways: tuple[MissingWay, ...]
    unplaced: tuple[Unplaced, ...]


def day_ways(connection: Connection, visit_id: str, day: date, *, driven: LegMode = LegMode.CAR) -> DayWays:
    """Return the ways missing on a local day, and what stands in the way of knowing more; six queries.

    Raises:
        DataError: ``table_unreadable``, the table of speeds has been edited and is wrong.
    """
    names, lanes = _day(connection, visit_id, day)
    return DayWays(_missing(names, lanes, driven), tuple(_unplaced(lanes)))


def missing_ways(
    connection: Connection, visit_id: str, day: date, *, driven: LegMode = LegMode.CAR
) -> tuple[MissingWay, ...]:
    """Return the ways missing on a local day, in the order in which they begin; six queries.

    Each party's day is looked at by itself, from the hotel where it slept to that where it will sleep; a way
    that several need is proposed once. What is not near enough to walk to is ``driven``.

    Raises:
        DataError: ``table_unreadable``, the table of speeds has been edited and is wrong.
    """
    return _missing(*_day(connection, visit_id, day), driven)


def _day(connection: Connection, visit_id: str, day: date) -> tuple[Mapping[str, str], list[_Lane]]:
    """Return the parties of a visit by their ids, and the day of each.

    A visit without parties has the whole day, for nobody in particular.
    """
    names, stays = day_stays(connection, visit_id, day)
    slept = beds(connection, visit_id, day)
    return names, [(party_id, between_beds(lane, slept, party_id)) for party_id, lane in _lanes(names, stays)]


def _lanes(names: Mapping[str, str], stays: Sequence[Stay]) -> Iterator[_Lane]:
    if not names:
        yield "", list(stays)
    for party_id in names:
        yield party_id, [stay for stay in stays if not stay.party_ids or party_id in stay.party_ids]


def _unplaced(lanes: Iterable[_Lane]) -> Iterator[Unplaced]:
    """Yield what has to be placed before a way can be estimated, in the order of the day.

    Who begins or ends the day nowhere in particular may well be at the hotel.
    """
    found = {
        stay
        for _party, lane in lanes
        for before, after in unknown(lane)
        for stay in (before, after)
        if not stay.at
        and (before.place_id != after.place_id or before.place_id is None)
        and (stay.bed or not (before.bed or after.bed))
    }
    told = {}
    for stay in sorted(found, key=begins):
        told[stay.id] = Unplaced(stay.id, stay.title, stay.place or "")
    yield from told.values()


def _missing(names: Mapping[str, str], lanes: Iterable[_Lane], driven: LegMode) -> tuple[MissingWay, ...]:
    speeds = paces()
    hops: dict[tuple[Stay, Stay], list[str]] = {}
    for party_id, lane in lanes:
        for pair in missing(lane):
            hops.setdefault(pair, []).extend([party_id] if party_id else [])
    found = []
    for (before, after), going in hops.items():
        shared = len(going) == len(names) and not before.party_ids and not after.party_ids
        way = _way(before, after, speeds, driven, {} if shared else {key: names[key] for key in going})
        found += [way] if way else []
    return tuple(sorted(found, key=_order))


def _way(
    before: Stay, after: Stay, speeds: Sequence[Pace], driven: LegMode, parties: dict[str, str]
) -> MissingWay | None:
    assert before.at
    assert after.at
    way = estimate(before.at, after.at, speeds, driven=driven)
    if way is None:
        return None
    badges = after.badge_minutes or 0
    length = timedelta(minutes=way.minutes)
    start = before.end_utc if after.bed else after.start_utc - timedelta(minutes=badges) - length
    end = start + length
    return MissingWay(
        before_id=before.id,
        after_id=after.id,
        before=before.title,
        after=after.title,
        from_name=before.place or before.title,
        to_name=after.place or after.title,
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
        from_bed=before.bed,
        to_bed=after.bed,
    )


def _order(found: MissingWay) -> tuple[datetime, datetime, str, str]:
    return found.start_utc, found.end_utc, found.before_id, found.after_id
