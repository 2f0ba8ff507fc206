"""From one thing to the next in a day of one lane: between which a way over land is missing.

Instants are naive UTC.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Protocol, TypeVar

from app.domain.geo import Point, distance_km


class Stay(Protocol):
    """What stands in a lane: an entry, a flight between two airports, or the bed before or after them."""

    @property
    def id(self) -> str:
        """Its key."""

    @property
    def start_utc(self) -> datetime:
        """When it begins."""

    @property
    def travels(self) -> bool:
        """Whether it is a way over land itself, which leads from and to whatever stands beside it."""

    @property
    def tied_to_id(self) -> str | None:
        """The entry that it moves with."""

    @property
    def begins_at(self) -> Point | None:
        """Where one has to be for it, if somebody has said so."""

    @property
    def ends_at(self) -> Point | None:
        """Where one is after it, if somebody has said so: for a flight, the airport where it lands."""

    @property
    def site_km(self) -> float:
        """What is nearer than this is on the same ground."""


S = TypeVar("S", bound=Stay)


def missing(lane: Sequence[S]) -> Iterator[tuple[S, S]]:
    """Yield what stands in one lane, in its order, where a way is missing: each with what stands before it.

    They follow each other, are at places that are known and not one site, and nothing travels between them,
    before the second begins or tied to it.
    """
    for before, after in _hops(lane):
        near = max(before.site_km, after.site_km)
        if before.ends_at and after.begins_at and distance_km(before.ends_at, after.begins_at) >= near:
            yield before, after


def unknown(lane: Sequence[S]) -> Iterator[tuple[S, S]]:
    """Yield what stands in one lane where a way may be missing: nobody knows where one of the two is."""
    for before, after in _hops(lane):
        if not before.ends_at or not after.begins_at:
            yield before, after


def _hops(lane: Sequence[S]) -> Iterator[tuple[S, S]]:
    """Yield what follows each other without anything that travels between them."""
    starts = {stay.id: stay.start_utc for stay in lane}
    # A way tied to what it leads away from begins after that; it leads to something else.
    led_to = {
        stay.tied_to_id
        for stay in lane
        if stay.travels and stay.tied_to_id in starts and stay.start_utc <= starts[stay.tied_to_id]
    }
    for before, after in pairwise(lane):
        if not before.travels and not after.travels and after.id not in led_to:
            yield before, after
