"""What stands over a day of the board: the day, its cities, its zones, its light and its holidays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.board.days import Column
from app.planning.views.programme import Head
from app.reference.almanac import DayFacts
from app.reference.sun import Polar, Sun
from app.ui.screens.programme.both_clocks import day_clocks
from app.wording import _
from app.wording.dates import day, day_of_month, day_within


@dataclass(frozen=True, slots=True)
class DayWords:
    """A day: ``Mon 22 Jan``, ``Seoul → Washington``, ``KST | EST · Seoul +14 h``, a holiday, its light.

    ``light`` is short, ``07:22–17:17``; ``sun`` says the same in a sentence's part. ``plain_day``,
    ``short_day`` and ``number``, ``away`` and ``ahead`` are what a narrow column has room for: a day without
    the year that it may need, ``Mon 22``, ``22``; ``Seoul +14 h``, ``+14 h``.
    """

    day: str
    cities: str
    zones: str
    holiday: str = ""
    light: str = ""
    sun: str = ""
    plain_day: str = ""
    short_day: str = ""
    number: str = ""
    away: str = ""
    ahead: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The day from its longest to its shortest words."""
        return self.day, self.plain_day, self.short_day, self.number

    @property
    def rows(self) -> tuple[str, ...]:
        """Everything that there is to say, one thing in each row."""
        return tuple(part for part in (self.day, self.cities, self.zones, self.holiday, self.sun) if part)

    @property
    def spoken(self) -> str:
        """The day in one sentence."""
        return ", ".join(self.rows)


Facts = Callable[[date, str, str], DayFacts]


def city_days(columns: Sequence[Column]) -> list[tuple[date, str, str]]:
    """Return of which days of which cities and zones the words tell."""
    return [
        (column.day, city, zone)
        for column in columns
        for part in column.parts
        for city, zone in zip(part.cities, part.zones, strict=True)
    ]


def day_words(head: Head, column: Column, facts: Facts) -> DayWords:
    """Return the words over a day; the sun is that of the city where the day ends."""
    cities = list(dict.fromkeys(city for part in column.parts for city in part.cities))
    last, clocks = column.parts[-1], day_clocks(head, column.parts)
    light, sun = _sun_words(facts(column.day, last.city, last.zone).sun)
    return DayWords(
        day=day_within(column.day, head.starts_on, head.ends_on),
        plain_day=day(column.day),
        cities=" → ".join(cities),
        zones=clocks.words,
        holiday=_holidays(column, facts),
        light=light,
        sun=sun,
        short_day=day_of_month(column.day),
        number=str(column.day.day),
        away=_("home time") if clocks.at_home else clocks.away,
        ahead="" if clocks.at_home else clocks.ahead,
    )


def _holidays(column: Column, facts: Facts) -> str:
    """Return the holidays, each with its city where the day knows several countries."""
    known = [(city, facts(day, city, zone)) for day, city, zone in city_days([column])]
    names = {fact.country_code: (fact.holiday, city) for city, fact in known if fact.holiday}
    several = len({fact.country_code for _city, fact in known}) > 1
    return " · ".join(
        _("{holiday} ({city})").format(holiday=name, city=city) if several else name
        for name, city in names.values()
    )


def _sun_words(sun: Sun | None) -> tuple[str, str]:
    """Return when the sun is up, short and as it is said."""
    if sun is None:
        return "", ""
    if sun.polar is not None:
        words = _("the sun never sets") if sun.polar is Polar.DAY else _("the sun never rises")
        return words, words
    rises, sets = (f"{time:%H:%M}" if time else "" for time in (sun.rises, sun.sets))
    told = (
        _("sunrise {time}").format(time=rises) if rises else "",
        _("sunset {time}").format(time=sets) if sets else "",
    )
    return f"{rises}–{sets}", ", ".join(part for part in told if part)


def lane_names(lanes: Sequence[str], names: dict[str, str]) -> tuple[str, ...]:
    """Return the names over the lanes of a part."""
    return tuple(names.get(lane, "") for lane in lanes)
