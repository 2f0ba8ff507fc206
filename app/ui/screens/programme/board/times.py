"""The words that a hand shows while it moves: the local time, and the time at home."""

from datetime import datetime

from app.domain.errors import AideError
from app.domain.time import from_utc, to_utc, zone_abbreviation
from app.planning.moving import Start
from app.planning.views.programme import Head
from app.wording import _
from app.wording.dates import day, duration


def span_words(head: Head, start: Start, end_utc: datetime, end_zone: str) -> tuple[str, ...]:
    """Return a span's words: ``Tue 23 Jan 09:30–11:15 EST · 1 h 45`` and ``23:30–01:15 in Seoul``.

    ``end_utc`` is naive UTC.

    Raises:
        AideError: there is no such start: see :func:`skipped_words`.
    """
    start_utc = to_utc(start.wall, start.zone, start.fold or 0)
    end = from_utc(end_utc, end_zone).time
    minutes = int((end_utc - start_utc).total_seconds()) // 60
    short = zone_abbreviation(start_utc, start.zone)
    on, at = day(start.wall.date()), f"{start.wall:%H:%M}"
    if start.zone != end_zone:
        last = zone_abbreviation(end_utc, end_zone)
        local = f"{on} {at} {short} → {end:%H:%M} {last} · {duration(minutes)}"
    else:
        local = f"{on} {at}–{end:%H:%M} {short} · {duration(minutes)}"
    if start.zone == end_zone == head.home_zone:
        return (local,)
    there = from_utc(start_utc, head.home_zone).time, from_utc(end_utc, head.home_zone).time
    hours = f"{day(there[0].date())} {there[0]:%H:%M}–{there[1]:%H:%M}"
    return local, _("{hours} in {city}").format(hours=hours, city=head.home_city)


def skipped_words(wall: datetime) -> tuple[str, ...]:
    """Return what is said of a wall time that the clock skips."""
    words = _("{day} {time} does not exist: the clocks go forward")
    return (words.format(day=day(wall.date()), time=f"{wall:%H:%M}"),)


def exists(start: Start) -> bool:
    """Tell whether the clock ever shows a time."""
    try:
        to_utc(start.wall, start.zone)
    except AideError:
        return False
    return True
