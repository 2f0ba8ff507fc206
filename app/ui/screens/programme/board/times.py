"""The words that a hand shows while it moves: the local time, and the time at home."""

from datetime import datetime

from app.domain.errors import AideError
from app.domain.time import NonexistentTime, from_utc, to_utc, zone_abbreviation
from app.planning.views.programme import Head
from app.wording import _
from app.wording.dates import day, duration


def span_words(
    head: Head, start: datetime, start_zone: str, end_utc: datetime, end_zone: str
) -> tuple[str, ...]:
    """Return a span's words: ``Tue 23 Jan 09:30–11:15 EST · 1 h 45`` and ``23:30–01:15 Seoul``.

    ``start`` is a naive wall time of its zone, ``end_utc`` naive UTC. Of a start that
    the clock skips it is said that there is none.
    """
    try:
        start_utc = to_utc(start, start_zone)
    except NonexistentTime:
        return (
            _("{day} {time} does not exist: the clocks go forward").format(
                day=day(start.date()), time=f"{start:%H:%M}"
            ),
        )
    except AideError:
        return (f"{day(start.date())} {start:%H:%M}",)
    end = from_utc(end_utc, end_zone).time
    minutes = int((end_utc - start_utc).total_seconds()) // 60
    short = zone_abbreviation(start_utc, start_zone)
    if start_zone != end_zone:
        last = zone_abbreviation(end_utc, end_zone)
        local = f"{day(start.date())} {start:%H:%M} {short} → {end:%H:%M} {last} · {duration(minutes)}"
    else:
        local = f"{day(start.date())} {start:%H:%M}–{end:%H:%M} {short} · {duration(minutes)}"
    if start_zone == end_zone == head.home_zone:
        return (local,)
    there = from_utc(start_utc, head.home_zone).time, from_utc(end_utc, head.home_zone).time
    hours = f"{day(there[0].date())} {there[0]:%H:%M}–{there[1]:%H:%M}"
    return local, _("{hours} in {city}").format(hours=hours, city=head.home_city)
