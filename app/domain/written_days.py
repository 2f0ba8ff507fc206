"""Days as people write them: ``23 Jan``, ``2024-01-23``, ``23.1.``, ``1월 23일``.

Pure functions. What cannot be read gives ``None``. The names of months and weekdays are given by who asks,
for they are words of languages.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

_SHORTEST_MONTH = 3
_NEAR_YEARS = (-1, 0, 1)
_CENTURY = 2000

_ISO = re.compile(r"(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})\.?")
_SHORT = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]?\s*(\d{4}|\d{2})?")
_KOREAN = re.compile(r"(?:(\d{4})\s*년\s*)?(\d{1,2})\s*월\s*(\d{1,2})\s*일?")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class DayNames:
    """Months (1 to 12) and weekdays (0 is Monday) by their names, folded, whole and short, without a dot."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]

    def month(self, word: str) -> int | None:
        """Return the month of a name, also of one that is begun and can be no other."""
        word = word.casefold()
        exact = self.months.get(word)
        if exact is not None or len(word) < _SHORTEST_MONTH:
            return exact
        begun = {number for name, number in self.months.items() if name.startswith(word)}
        return begun.pop() if len(begun) == 1 else None


def read_written_day(text: str, near: date, names: DayNames) -> date | None:
    """Return the day that a text means. Without a year it is the one nearest to ``near``.

    A weekday is not looked at: who corrects ``Tue 23 Jan`` to ``Tue 24 Jan`` means the 24th.
    """
    text = text.strip().strip(",")
    if found := _ISO.fullmatch(text):
        return exact_day(int(found[1]), int(found[2]), int(found[3]))
    if found := _KOREAN.match(text):
        return _dated(found[1], int(found[2]), int(found[3]), near)
    if found := _SHORT.fullmatch(text):
        return _dated(found[3], int(found[2]), int(found[1]), near)
    return _in_words(text, near, names)


def exact_day(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar, or ``None`` where it has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_words(text: str, near: date, names: DayNames) -> date | None:
    """Read a day and a month by name, in either order, a weekday before them and a year after."""
    numbers = re.findall(r"\d+", text)
    words = _WORD.findall(text)
    named = [word for word in words if names.month(word) is not None]
    if len(named) > 1:
        named = [word for word in named if word.casefold() not in names.weekdays]  # "mar." is a Tuesday too
    months = [month for word in named if (month := names.month(word)) is not None]
    if re.search(r"[^\w\s.,()]", text) or not numbers or len(numbers) > len("dy") or len(months) > 1:
        return None
    if any(names.month(word) is None and not _is_small_word(word, names) for word in words):
        return None
    if not months:
        return exact_day(near.year, near.month, int(numbers[0])) if len(numbers) == 1 else None
    return _dated(numbers[1] if len(numbers) > 1 else None, months[0], int(numbers[0]), near)


def _dated(year: str | None, month: int, day: int, near: date) -> date | None:
    if year is not None:
        return exact_day(int(year) if len(year) > len("24") else _CENTURY + int(year), month, day)
    found = [exact_day(near.year + step, month, day) for step in _NEAR_YEARS]
    return min((one for one in found if one), key=lambda one: abs(one - near), default=None)


def _is_small_word(word: str, names: DayNames) -> bool:
    word = word.casefold()
    return word in {"st", "nd", "rd", "th", "er"} or any(name.startswith(word) for name in names.weekdays)
