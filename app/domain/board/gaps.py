"""The time between two entries at different places, and the way that has to be made in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.domain.geo import Point, distance_km
from app.domain.ways import SAME_SITE_KM
from app.domain.words import EntryKind, EntryStatus


class Stop(Protocol):
    """An entry as the gaps see it: where it is (WGS 84), what it takes to get in, when it is (naive UTC)."""

    @property
    def id(self) -> str:
        """The entry."""

    @property
    def kind(self) -> EntryKind:
        """What it is."""

    @property
    def status(self) -> EntryStatus:
        """How firm it is."""

    @property
    def start_utc(self) -> datetime:
        """When it starts."""

    @property
    def end_utc(self) -> datetime:
        """When it ends."""

    @property
    def place_id(self) -> str | None:
        """Where it is."""

    @property
    def latitude(self) -> float | None:
        """North is positive."""

    @property
    def longitude(self) -> float | None:
        """East is positive."""

    @property
    def badge_minutes(self) -> int | None:
        """How long it takes to get in there."""

    @property
    def party_ids(self) -> frozenset[str]:
        """For whom it is; nobody means everyone."""


@dataclass(frozen=True, slots=True)
class Gap:
    """From one entry to the next at another place: the free minutes, the way's, and those for the badges.

    ``way`` is ``None`` where the way is not known; then ``enough`` is too.
    """

    before: str
    after: str
    minutes: int
    way: int | None
    badge: int
    enough: bool | None


def gaps(stops: Sequence[Stop], way: Callable[[Point, Point], int | None]) -> tuple[Gap, ...]:
    """Return the gaps between consecutive entries of the same people that have no travel between them.

    Before a day's first entry and after its last there is none: the free time there is the night, which no
    entry bounds. The ways from the hotel and back to it are proposed, not marked.

    ``way`` estimates the minutes between two points, ``None`` where it cannot. An unknown way is unknown,
    never zero. Within one site there is none, nor beside an entry of which nobody has said where it is.
    """
    found: dict[tuple[str, str], Gap] = {}
    lanes = frozenset(party for stop in stops for party in stop.party_ids) or frozenset(("",))
    latest: dict[str, Stop] = {}  # of each lane
    for stop in sorted((stop for stop in stops if stop.status is not EntryStatus.CANCELLED), key=_order):
        here = stop.party_ids or lanes
        for before in {one.id: one for lane in here if (one := latest.get(lane)) is not None}.values():
            gap = _gap(before, stop, way)
            if gap is not None:
                found[before.id, stop.id] = gap
        latest |= dict.fromkeys(here, stop)
    return tuple(found[key] for key in sorted(found))


def _order(stop: Stop) -> tuple[datetime, datetime, str]:
    return stop.start_utc, stop.end_utc, stop.id


def _gap(before: Stop, after: Stop, way: Callable[[Point, Point], int | None]) -> Gap | None:
    if EntryKind.TRAVEL in (before.kind, after.kind) or before.place_id is None or after.place_id is None:
        return None
    if before.place_id == after.place_id or after.start_utc < before.end_utc:
        return None
    minutes = int((after.start_utc - before.end_utc).total_seconds()) // 60
    badge = after.badge_minutes or 0
    here, there = _point(before), _point(after)
    if here is None or there is None:
        return Gap(before.id, after.id, minutes, None, badge, None)
    if distance_km(here, there) < SAME_SITE_KM:
        return None
    needed = way(here, there)
    enough = None if needed is None else needed + badge <= minutes
    return Gap(before.id, after.id, minutes, needed, badge, enough)


def _point(stop: Stop) -> Point | None:
    if stop.latitude is None or stop.longitude is None:
        return None
    return stop.latitude, stop.longitude
