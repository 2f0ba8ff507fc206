"""Public holidays of the world's countries, from the library ``holidays``.

Only holidays of a whole country are known: not those of a state or a town, nor days on which only banks shut.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

_ENGLISH = "en"


def holiday_name(day: date, country_code: str, language: str) -> str:
    """Return what a country celebrates on a local day, nothing on any other day or where it is not known.

    The name is in ``language`` (a tag as ``ko``) where the library has it, else in English, else in the
    country's own language. ``country_code`` is of two letters (ISO 3166). The day that stands in for a
    holiday that falls on a weekend has a name too. Several on one day stand side by side.
    """
    return _names(country_code.strip().upper(), language, day.year).get(day, "")


def is_holiday(day: date, country_code: str) -> bool:
    """Tell whether a local day is a public holiday of a country; never, where its holidays are not known."""
    return bool(holiday_name(day, country_code, _ENGLISH))


def has_holidays(country_code: str, year: int) -> bool:
    """Tell whether the public holidays of a country are known for a year."""
    return bool(_names(country_code.strip().upper(), _ENGLISH, year))


@lru_cache(maxsize=256)
def _names(country_code: str, language: str, year: int) -> Mapping[date, str]:
    from holidays import country_holidays  # a third of a second on a slow machine; most starts need none

    try:
        offered = country_holidays(country_code).supported_languages
        spoken = _first(offered, language) or _first(offered, _ENGLISH)
        found = country_holidays(country_code, years=year, language=spoken)
    except NotImplementedError:  # how the library says that it does not know a country
        return {}
    return {day: name.replace("; ", " · ") for day, name in found.items()}


def _first(offered: tuple[str, ...], language: str) -> str | None:
    """Return the first tag of a language: ``en_GB`` is English too."""
    wanted = language.replace("-", "_").partition("_")[0]
    return next((tag for tag in offered if tag.partition("_")[0] == wanted), None)
