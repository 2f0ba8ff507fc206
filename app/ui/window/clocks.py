"""Which clocks the status bar shows: the one where the visit is today, and the one at home."""

from datetime import datetime

from app.domain.time import from_utc
from app.planning.views.programme import Base, Head
from app.wording import _


def clock_words(head: Head, utc: datetime) -> str:
    """Return both clocks at an instant (naive UTC): ``Washington 09:12 · Home (Seoul) 23:12``.

    The local clock is that of the city where the visit is on that day; on a day outside the visit, of its
    first city abroad. Where that is home itself, only home is shown.
    """
    home = _("Home ({city})") if head.home_city else _("Home")
    home_words = f"{home.format(city=head.home_city)} {from_utc(utc, head.home_zone).time:%H:%M}"
    base = _here(head, utc)
    if base is None or base.zone == head.home_zone:
        return home_words
    return f"{base.city} {from_utc(utc, base.zone).time:%H:%M} · {home_words}"


def _here(head: Head, utc: datetime) -> Base | None:
    staying = [
        base
        for base in head.bases
        if base.arrives_on <= from_utc(utc, base.zone).time.date() <= base.leaves_on
    ]
    if staying:
        return staying[-1]
    abroad = [base for base in head.bases if base.zone != head.home_zone]
    return abroad[0] if abroad else None
