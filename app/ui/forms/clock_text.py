"""Days and clocks as people type them: ``9:30``, ``930``, ``9.30``; ``23 Jan``, ``2024-01-23``, ``23.1.``.

Pure functions. What cannot be read gives ``None``; whether a place's clock ever shows a time is asked
elsewhere, of the zone data.
"""

import re
from datetime import date, time
from functools import cache

from babel import Locale

_LANGUAGES = ("en", "fr", "ko", "de")
_SHORTEST_MONTH = 3
_AFTERNOON = 12
_NEAR_YEARS = (-1, 0, 1)
_CENTURY = 2000

_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.hH]\s*(\d{2}))?\s*(?:h|시)?\s*([ap])?\.?m?\.?", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{1,2})(\d{2})\s*([ap])?\.?m?\.?", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})\.?")
_SHORT = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]?\s*(\d{4}|\d{2})?")
_KOREAN = re.compile(r"(?:(\d{4})\s*년\s*)?(\d{1,2})\s*월\s*(\d{1,2})\s*일?")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


def read_clock(text: str) -> time | None:
    """Return the time of day that a text means; ``9`` is 9:00, ``930`` is 9:30, ``9 pm`` is 21:00."""
    text = text.strip()
    found = _CLOCK.fullmatch(text) or _DIGITS.fullmatch(text)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= _AFTERNOON:
            return None
        hour = hour % _AFTERNOON + (_AFTERNOON if found[3].lower() == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


def read_day(text: str, near: date) -> date | None:
    """Return the day that a text means. Without a year it is the one nearest to ``near``.

    A weekday is not looked at: who corrects ``Tue 23 Jan`` to ``Tue 24 Jan`` means the 24th.
    """
    text = text.strip().strip(",")
    if found := _ISO.fullmatch(text):
        return _exact(int(found[1]), int(found[2]), int(found[3]))
    if found := _KOREAN.match(text):
        return _dated(found[1], int(found[2]), int(found[3]), near)
    if found := _SHORT.fullmatch(text):
        return _dated(found[3], int(found[2]), int(found[1]), near)
    return _in_words(text, near)


def _in_words(text: str, near: date) -> date | None:
    """Read a day and a month by name, in either order, a weekday before them and a year after."""
    numbers = re.findall(r"\d+", text)
    words = _WORD.findall(text)
    named = [word for word in words if _month(word) is not None]
    if len(named) > 1:
        named = [word for word in named if word.casefold() not in _weekdays()]  # "mar." is a Tuesday too
    months = [month for word in named if (month := _month(word)) is not None]
    if re.search(r"[^\w\s.,()]", text) or not numbers or len(numbers) > len("dy") or len(months) > 1:
        return None
    if any(_month(word) is None and not _is_small_word(word) for word in words):
        return None
    if not months:
        return _exact(near.year, near.month, int(numbers[0])) if len(numbers) == 1 else None
    return _dated(numbers[1] if len(numbers) > 1 else None, months[0], int(numbers[0]), near)


def _dated(year: str | None, month: int, day: int, near: date) -> date | None:
    if year is not None:
        return _exact(int(year) if len(year) > len("24") else _CENTURY + int(year), month, day)
    found = [_exact(near.year + step, month, day) for step in _NEAR_YEARS]
    return min((one for one in found if one), key=lambda one: abs(one - near), default=None)


def _exact(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Return the months by their names, whole and short, in the languages that are typed."""
    names: dict[str, int] = {}
    for tag in _LANGUAGES:
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in Locale.parse(tag).months[use][width].items():
                    names.setdefault(name.rstrip(".").casefold(), number)
    return names


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(
        name.rstrip(".").casefold()
        for tag in _LANGUAGES
        for width in ("wide", "abbreviated")
        for name in Locale.parse(tag).days["format"][width].values()
    )


def _month(word: str) -> int | None:
    word = word.casefold()
    exact = _months().get(word)
    if exact is not None or len(word) < _SHORTEST_MONTH:
        return exact
    begun = {number for name, number in _months().items() if name.startswith(word)}
    return begun.pop() if len(begun) == 1 else None


def _is_small_word(word: str) -> bool:
    word = word.casefold()
    return word in {"st", "nd", "rd", "th", "er"} or any(name.startswith(word) for name in _weekdays())
