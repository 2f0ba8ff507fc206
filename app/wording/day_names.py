"""The names of months and weekdays in the languages in which days are typed."""

from functools import cache

from babel import Locale

from app.domain.written_days import DayNames

_LANGUAGES = ("en", "fr", "ko", "de")
_WIDTHS = ("wide", "abbreviated")


@cache
def day_names() -> DayNames:
    """Return the months and weekdays by their names in English, French, Korean and German."""
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for tag in _LANGUAGES:
        locale = Locale.parse(tag)
        for width in _WIDTHS:
            for use in ("format", "stand-alone"):
                for number, name in locale.months[use][width].items():
                    months.setdefault(_folded(name), number)
            for number, name in locale.days["format"][width].items():
                weekdays.setdefault(_folded(name), number)
    return DayNames(months, weekdays)


def _folded(name: str) -> str:
    return name.rstrip(".").casefold()
