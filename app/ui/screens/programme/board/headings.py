"""What stands over a day of the board: the day, its cities, its zones, its light and its holidays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.board.days import Column, Part
from app.domain.time import zone_abbreviation
from app.planning.views.programme import Head
from app.wording import _
from app.wording.dates import day, home_difference


@dataclass(frozen=True, slots=True)
class DayWords:
    """A day: ``Mon 22 Jan``, ``Seoul → Washington``, ``KST | EST · Seoul +14 h``, its light, a holiday."""

    day: str
    cities: str
    zones: str
    light: str
    holiday: str

    @property
    def spoken(self) -> str:
        """The day in one sentence."""
        return ", ".join(
            part for part in (self.day, self.cities, self.zones, self.holiday, self.light) if part
        )


@dataclass(frozen=True, slots=True)
class Almanac:
    """What is known of a city on a day, in words: a holiday's name, when the sun rises and sets; or ""."""

    holiday: Callable[[date, str], str]
    light: Callable[[date, str], str]


NO_ALMANAC = Almanac(holiday=lambda _day, _city: "", light=lambda _day, _city: "")


def day_words(head: Head, column: Column, almanac: Almanac) -> DayWords:
    """Return the words over a day."""
    cities = list(dict.fromkeys(city for part in column.parts for city in part.cities))
    short = dict.fromkeys(
        zone_abbreviation(_noon(part), zone) for part in column.parts for zone in part.zones
    )
    last = column.parts[-1]
    zones = " | ".join(short)
    away = home_difference(head.home_city, head.home_zone, last.zone, _noon(last))
    at_home = all(part.zone == head.home_zone for part in column.parts)
    holidays = [name for city in cities if (name := almanac.holiday(column.day, city))]
    return DayWords(
        day=day(column.day),
        cities=" → ".join(cities),
        zones=_("{zones} · home time").format(zones=zones) if at_home else f"{zones} · {away}",
        light=almanac.light(column.day, last.city),
        holiday=" · ".join(dict.fromkeys(holidays)),
    )


def lane_names(lanes: Sequence[str], names: dict[str, str]) -> tuple[str, ...]:
    """Return the names over the lanes of a part."""
    return tuple(names.get(lane, "") for lane in lanes)


def _noon(part: Part) -> datetime:
    return part.starts_utc + (part.ends_utc - part.starts_utc) / 2
