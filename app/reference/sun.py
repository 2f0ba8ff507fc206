"""Sunrise and sunset, from the library ``astral``: good to two minutes, for a flat horizon at sea level."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from app.domain import zones

if TYPE_CHECKING:
    from collections.abc import Callable

_UPPER_EDGE = -0.833  # degrees: how high the sun's middle stands when its edge meets the horizon
_HALF_A_MINUTE = timedelta(seconds=30)


class Polar(StrEnum):
    """A day on which the sun never sets, or never rises."""

    DAY = "day"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class Sun:
    """When the sun rises and sets on a local day: naive walls of the place, to the minute.

    Where it does neither, ``polar`` says which it is. Near the polar circles there are days that have but
    one of the two.
    """

    rises: datetime | None
    sets: datetime | None
    polar: Polar | None = None


@lru_cache(maxsize=1024)
def sun_times(day: date, latitude: float, longitude: float, zone: str) -> Sun:
    """Return when the sun rises and sets on a local day of a zone (an IANA name); degrees are WGS 84.

    Raises:
        UnknownZone: no zone has this name.
    """
    from astral import Observer, sun  # only boards show the sun

    observer = Observer(latitude, longitude)
    clock = zones.zone(zone)
    rises, sets = (_wall(event, observer, day, clock) for event in (sun.sunrise, sun.sunset))
    if rises or sets:
        return Sun(rises, sets)
    height = sun.elevation(observer, sun.noon(observer, day), with_refraction=False)
    return Sun(None, None, Polar.DAY if height > _UPPER_EDGE else Polar.NIGHT)


def _wall(event: Callable[..., datetime], observer: Any, day: date, clock: Any) -> datetime | None:
    try:
        exact = event(observer, day, tzinfo=clock)
    except ValueError:  # the sun does not reach the horizon that day
        return None
    rounded = exact + _HALF_A_MINUTE
    chosen = rounded if rounded.date() == day else exact
    return chosen.replace(second=0, microsecond=0, tzinfo=None, fold=0)
