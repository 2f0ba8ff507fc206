"""The yearly change of clocks that a zone's POSIX rule tells, as far as a calendar can repeat it.

A rule like ``CET-1CEST,M3.5.0,M10.5.0/3`` reads: CET is one hour ahead of UTC; CEST starts on the fifth,
that is last, Sunday of March at 02:00 (the hour where none is said) and ends on that of October at 03:00,
each by the clock that is being changed. Offsets are written as UTC minus local time.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

_LAST = 5
_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_NAME = r"<([^>]+)>|([A-Za-z]{3,})"
_TIME = r"[-+]?\d{1,3}(?::\d\d){0,2}"
_ONSET = rf"M(\d+)\.(\d)\.(\d)(?:/({_TIME}))?"
_RULE = re.compile(rf"(?:{_NAME})({_TIME})(?:{_NAME})({_TIME})?,{_ONSET},{_ONSET}")


@dataclass(frozen=True, slots=True)
class Switch:
    """One of a year's two changes: on the ``week``-th ``weekday`` of a month (Sunday is 0; week 5 the last).

    ``at`` is the hour by the clock that is being changed; offsets are local time minus UTC.
    """

    month: int
    week: int
    weekday: int
    at: timedelta
    offset_before: timedelta
    offset_after: timedelta
    abbreviation: str

    def onset(self, year: int) -> datetime:
        """Return the wall time in a year, by the clock that is being changed, naive."""
        monday_first = (self.weekday - 1) % 7
        days = [
            week[monday_first]
            for week in calendar.Calendar().monthdatescalendar(year, self.month)
            if week[monday_first].month == self.month
        ]
        day = days[-1 if self.week == _LAST else self.week - 1]
        return datetime(day.year, day.month, day.day) + self.at

    def onset_utc(self, year: int) -> datetime:
        """Return the instant of the change in a year, naive UTC."""
        return self.onset(year) - self.offset_before

    @property
    def recurrence(self) -> dict[str, str | int]:
        """The parts of an RRULE (RFC 5545) that repeats the onset each year."""
        number = -1 if self.week == _LAST else self.week
        return {"FREQ": "YEARLY", "BYMONTH": self.month, "BYDAY": f"{number}{_WEEKDAYS[self.weekday]}"}


def yearly_switches(rule: str) -> tuple[Switch, Switch] | None:
    """Read a POSIX TZ rule with a start and an end of its second time, in this order.

    Returns ``None`` for a rule without a change, and for one that cannot be repeated by weekday: an hour
    outside of its day ("the day after the last Thursday", ``M10.5.4/24``) may fall into the next month.
    """
    match = _RULE.fullmatch(rule)
    if match is None:
        return None
    quoted, plain, offset, other_quoted, other_plain, other_offset, *onsets = match.groups()
    usual = -_span(offset)
    other = -_span(other_offset) if other_offset else usual + _HOUR
    start = _switch(onsets[:4], usual, other, other_quoted or other_plain)
    end = _switch(onsets[4:], other, usual, quoted or plain)
    return (start, end) if all(timedelta() <= each.at < _DAY for each in (start, end)) else None


def _switch(onset: list[str | None], before: timedelta, after: timedelta, abbreviation: str) -> Switch:
    month, week, weekday = (int(number or 0) for number in onset[:3])
    return Switch(month, week, weekday, _span(onset[3] or "2"), before, after, abbreviation)


def _span(text: str) -> timedelta:
    """Read ``[+-]h[:mm[:ss]]``."""
    hours, minutes, seconds, *_ = [*(int(part) for part in text.lstrip("+-").split(":")), 0, 0]
    span = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -span if text.startswith("-") else span
