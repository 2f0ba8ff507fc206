"""What is known of a city on a day: what its country celebrates, and when the sun rises and sets.

The libraries behind it take half a second to load: the window has it looked up by a job, a process that ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.reference.cities import City, find_cities
from app.reference.holidays import holiday_name
from app.reference.sun import Sun, sun_times


@dataclass(frozen=True, slots=True)
class CityDay:
    """A local day of a city. ``zone`` is an IANA name, ``country_code`` of two letters (ISO 3166).

    Country and degrees (WGS 84, north and east) are those that somebody has typed; what nobody has is looked
    up among the shipped cities.
    """

    day: date
    city: str
    zone: str
    country_code: str = ""
    at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class DayFacts:
    """A holiday's name, or nothing; the sun, ``None`` where nobody knows where the city is.

    ``country_code`` tells whose holiday it is.
    """

    holiday: str = ""
    country_code: str = ""
    sun: Sun | None = None


NOTHING_KNOWN = DayFacts()


def look_up(
    asked: Iterable[CityDay], language: str, report: Callable[[int, int], None]
) -> dict[CityDay, DayFacts]:
    """Return what is known of these days, holidays in ``language`` (a tag) where they have a name in it."""
    wanted = tuple(asked)
    found = {}
    for number, one in enumerate(wanted):
        found[one] = _facts(one, language)
        report(number + 1, len(wanted))
    return found


def _facts(asked: CityDay, language: str) -> DayFacts:
    city = city_of(asked.city, asked.zone, asked.country_code)
    country = asked.country_code or (city.country_code if city else "")
    at = asked.at or ((city.latitude, city.longitude) if city else None)
    return DayFacts(
        holiday=holiday_name(asked.day, country, language) if country else "",
        country_code=country,
        sun=sun_times(asked.day, *at, asked.zone) if at else None,
    )


@lru_cache(maxsize=256)
def city_of(name: str, zone: str, country_code: str = "") -> City | None:
    """Return the largest shipped city of a name in a time zone, and in a country where that is known."""
    wanted = name.strip()
    if not wanted:
        return None
    return next(
        (
            city
            for city in find_cities(wanted)
            if city.zone == zone and country_code.upper() in {"", city.country_code}
        ),
        None,
    )
