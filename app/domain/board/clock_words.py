"""Times at the beginning of a line, as people write them.

``9:30``, ``09.30``, ``9h30``, ``9:30 am``, ``0930-1115``, ``오전 9:30``, ``오후 2시 30분``; a second one
after a dash or "to"; zones by short names (``10:30 KST – 10:10 EST``); days later (``+1``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import time

_NOON = 12
_LAST_HOUR = 24
_MINUTES = 60

_HALF = r"(?:[ ]?(?P<half>[ap])\.?m\b\.?(?!['’]))?"
_START = re.compile(
    r"(?:(?P<korean>오전|오후)[ ]?)?(?P<hour>[0-9]{1,2})"
    r"(?:[:.h](?P<minute>[0-9]{2})|(?P<exact>시)(?:[ ]?(?P<spelt>[0-9]{1,2})분)?)?"
    r"(?![0-9]|[.:/][0-9]|\.(?:\s|$))(?:[ ]?(?:h|hrs|Uhr)\b)?" + _HALF,
    re.IGNORECASE,
)
_FOUR = re.compile(r"(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})(?![0-9])")
_BETWEEN = re.compile(
    r"(?:부터)?(?:[ \t]*(?:->|[-–—−~→])[ \t]*|[ ](?:to|until|till|bis)[ ]|[ ]*\t[ ]*|(?<=부터)[ ]?)",
    re.IGNORECASE,
)
_NOT_A_DATE = re.compile(r"(?![-/][0-9])")
_ZONE = re.compile(r"[ ](?P<zone>[A-Z]{2,5}|[+−-][0-9]{2}(?:[0-9]{2})?)(?![A-Za-z0-9])")
_APART = re.compile(r"[ ]{2}|\t|$|[ ][+−-][0-9]")
_LATER = re.compile(r"[ ]?(?P<sign>[+−-])(?P<days>[0-9](?![0-9])|[0-9]{1,3}d)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Times:
    """What a line begins with; fields as those of a draft."""

    start: time | None
    end: time | None
    end_days: int = 0
    start_zone: str = ""
    end_zone: str = ""
    about: bool = False


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time as written: ``half`` is ``a`` or ``p`` or not said; ``sure`` is whether it can be no number."""

    hour: int
    minute: int
    half: str
    sure: bool
    end: int

    def on(self, half: str) -> _Clock:
        """Read it in a half of the day; 12 am is midnight, and 14 pm is 14."""
        if not half or self.hour > _NOON:
            return self
        return replace(self, hour=self.hour % _NOON + (_NOON if half == "p" else 0), half=half)

    @property
    def minutes(self) -> int:
        """Since midnight."""
        return self.hour * _MINUTES + self.minute

    @property
    def time(self) -> time:
        """As a wall time; 24:00 is midnight."""
        return time(self.hour % _LAST_HOUR, self.minute)


def has_zone_shape(zone: str) -> bool:
    """Tell whether a zone's short name is one that is found again in a text: ``EST``, ``+0545``."""
    return _ZONE.fullmatch(" " + zone) is not None


def read_times(line: str, abouts: Sequence[str], zones: Collection[str] = ()) -> tuple[Times | None, str]:
    """Return the times that a line begins with, and the rest of it; ``None`` if it begins with none.

    ``abouts`` are the ways to say "about" with ``{time}`` in them.
    """
    for about in abouts:
        before, _, after = about.partition("{time}")
        if before and line[: len(before)].casefold() == before.casefold():
            times, rest = _read(line[len(before) :], after, zones)
        elif not before and after:
            times, rest = _read(line, after, zones)
        else:
            continue
        if times is not None and (before or times.about):
            return replace(times, about=True), rest
    return _read(line, "", zones)


def _read(line: str, suffix: str, zones: Collection[str]) -> tuple[Times | None, str]:
    start, end, start_zone, at = _range(line)
    if start is None:
        return None, line
    end_zone = ""
    if (found := _ZONE.match(line, at)) and _stands_apart(line, found, suffix, zones):
        end_zone, at = found["zone"], found.end()
    about = bool(suffix) and line.startswith(suffix, at)
    at += len(suffix) if about else 0
    days = None
    if end is not None and (later := _LATER.match(line, at)):
        days = int(later["days"].rstrip("d")) * (1 if later["sign"] == "+" else -1)
        at = later.end()
    if at < len(line) and (line[at].isalnum() or line[at] == "_"):
        return None, line  # 9:30pmx, 7시간
    if end is None:
        return Times(start.time, None, 0, end_zone, end_zone, about), line[at:]
    first = start_zone or end_zone
    if days is None:
        days = int(end.hour == _LAST_HOUR or (end.minutes < start.minutes and first == end_zone))
    return Times(start.time, end.time, days, first, end_zone, about), line[at:]


def _stands_apart(line: str, found: re.Match[str], suffix: str, zones: Collection[str]) -> bool:
    """Tell a zone from the first word of a title."""
    about = bool(suffix) and line.startswith(suffix, found.end())
    return about or found["zone"] in zones or _APART.match(line, found.end()) is not None


def _word(line: str, at: int, word: str) -> int:
    """Return how long a word is that may stand here."""
    return len(word) if line.startswith(word, at) else 0


def _range(line: str) -> tuple[_Clock | None, _Clock | None, str, int]:
    """Read one time or two; return them with the zone after the first and where the rest begins."""
    start = _clock(line, 0)
    if start is None:
        return _four_digits(line)
    at, zone = start.end, ""
    if (found := _ZONE.match(line, at)) and _BETWEEN.match(line, found.end()):
        at, zone = found.end(), found["zone"]
    between = _BETWEEN.match(line, at)
    end = _clock(line, between.end()) if between else None
    if end is not None and end.sure and _NOT_A_DATE.match(line, end.end):
        start, end = _halves(start, end)
        if start.hour < _LAST_HOUR:
            return start, end, zone, end.end + _word(line, end.end, "까지")
    start_read = start.on(start.half)
    if not start.sure or start_read.hour >= _LAST_HOUR:
        return None, None, "", 0
    return start_read, None, "", start.end + _word(line, start.end, "부터")


def _four_digits(line: str) -> tuple[_Clock | None, _Clock | None, str, int]:
    """Read ``0930-1115``: one alone may as well be a year."""
    first = _FOUR.match(line)
    between = _BETWEEN.match(line, first.end()) if first else None
    second = _FOUR.match(line, between.end()) if between else None
    if first is None or second is None:
        return None, None, "", 0
    clocks = [
        _Clock(int(found["hour"]), int(found["minute"]), "", sure=True, end=found.end())
        for found in (first, second)
    ]
    if any(clock.minute >= _MINUTES or clock.hour >= _LAST_HOUR for clock in clocks):
        return None, None, "", 0
    return clocks[0], clocks[1], "", second.end()


def _clock(line: str, at: int) -> _Clock | None:
    found = _START.match(line, at)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or found["spelt"] or 0)
    if minute >= _MINUTES or hour > _LAST_HOUR or (hour == _LAST_HOUR and minute):
        return None
    half = (found["half"] or "").casefold()
    half = {"오전": "a", "오후": "p"}.get(found["korean"] or "", half)
    sure = bool(half or found["minute"] or found["exact"])
    return _Clock(hour, minute, half, sure, found.end())


def _halves(start: _Clock, end: _Clock) -> tuple[_Clock, _Clock]:
    """Read two times whose half of the day is said once: ``2–3:30 pm``, ``11 am – 1:00``, ``오후 2–3:30``."""
    if end.half and not start.half:
        end = end.on(end.half)
        same = start.on(end.half)
        return (same if same.minutes <= end.minutes else start), end
    start = start.on(start.half)
    if start.half and not end.half:
        same, other = end.on(start.half), end.on("p" if start.half == "a" else "a")
        return start, same if same.minutes >= start.minutes else other
    return start, end.on(end.half)
