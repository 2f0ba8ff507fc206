"""Days and clocks as people type them: ``9:30``, ``930``, ``9.30``; ``23 Jan``, ``2024-01-23``, ``23.1.``.

Pure functions. What cannot be read gives ``None``; whether a place's clock ever shows a time is asked
elsewhere, of the zone data.
"""

import re
from datetime import date, time

from app.domain.spoken_days import read_spoken_day, read_two_days
from app.domain.written_days import read_written_day
from app.wording.day_names import day_names

_AFTERNOON = 12

_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.hH]\s*(\d{2}))?\s*(?:h|시)?\s*([ap])?\.?m?\.?", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{1,2})(\d{2})\s*([ap])?\.?m?\.?", re.IGNORECASE)


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
    return read_written_day(text, near, day_names())


def read_due_day(text: str, today: date) -> date | None:
    """Return the day by which something is promised: written, or in words such as ``in two weeks``.

    Without a year it is the next such day.
    """
    return read_spoken_day(text, today, day_names())


def two_due_days(text: str, today: date) -> tuple[date, date] | None:
    """Return the two days that ``3/4`` may mean, by who writes it; none where there are no two."""
    return read_two_days(text, today, day_names())
