"""Ways over land between two places, guessed from how far apart they are: estimates, until staff know better.

The speeds are not here: they are a table that staff can edit (``app.reference.speeds``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.geo import Point, distance_km
from app.domain.words import LegMode

STEP = 5  # minutes; an estimate to the minute would promise what it does not keep
SAME_SITE_KM = 0.1  # nearer than this, it is another door of the same site


@dataclass(frozen=True, slots=True)
class Boarding:
    """How long before leaving one has to be where a mode is boarded, and how long it takes to get away.

    Both are minutes: those from the terminal's door to the seat, and from the seat to the street.
    """

    mode: LegMode
    before_minutes: int
    after_minutes: int


@dataclass(frozen=True, slots=True)
class Band:
    """How fast one travels on the part of a way that is not farther than ``up_to_km`` from its start.

    Kilometres are those of the straight line; the speed, in km/h, is that on the road.
    """

    up_to_km: float
    speed: float


@dataclass(frozen=True, slots=True)
class Pace:
    """How one mode travels. ``detour`` is how much longer the road is than the straight line.

    ``fixed_minutes`` go with getting in and out; ``bands`` stand in the order of their reach, and beyond the
    last one nobody travels so.
    """

    mode: LegMode
    detour: float
    fixed_minutes: int
    bands: tuple[Band, ...]

    @property
    def reach_km(self) -> float:
        """How far it goes, in kilometres of the straight line."""
        return self.bands[-1].up_to_km


@dataclass(frozen=True, slots=True)
class Way:
    """A way as estimated: by what, how far on the road, and how many minutes from door to door."""

    mode: LegMode
    road_km: float
    minutes: int


def estimate(start: Point, end: Point, paces: Sequence[Pace], *, driven: LegMode = LegMode.CAR) -> Way | None:
    """Return how one gets from one place to another over land: on foot if it is near, else ``driven``.

    Minutes are rounded up to five. There is no way within one site, nor to where no road is taken.
    """
    straight = distance_km(start, end)
    if straight < SAME_SITE_KM:
        return None
    by_mode = {pace.mode: pace for pace in paces}
    for mode in (LegMode.WALK, driven):
        pace = by_mode.get(mode)
        if pace is not None and straight <= pace.reach_km:
            return Way(mode, straight * pace.detour, _minutes(straight, pace))
    return None


def _minutes(straight_km: float, pace: Pace) -> int:
    hours, behind = 0.0, 0.0
    for band in pace.bands:
        part = min(straight_km, band.up_to_km) - behind
        if part <= 0:
            break
        hours += part * pace.detour / band.speed
        behind = band.up_to_km
    exact = pace.fixed_minutes + hours * 60
    return STEP * max(1, -int(-exact // STEP))
