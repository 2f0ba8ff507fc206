"""Days, clocks, durations and differences of zones, in words of the language in force."""

from datetime import date, datetime
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date

from app.domain.time import Precision, from_utc, offset_minutes, zone_abbreviation
from app.wording.language import _, language, ngettext


@cache
def _locale(tag: str) -> Locale:
    return Locale.parse("en_GB" if tag == "en" else tag)


def day(value: date) -> str:
    """Return a day, short: ``Mon 22 Jan``."""
    return _format(value, _("EEE d MMM"))


def day_of_month(value: date) -> str:
    """Return a day for where there is little room: ``Mon 22``."""
    return _format(value, _("EEE d"))


def day_with_year(value: date) -> str:
    """Return a day as fields show it, to be typed over: ``Mon 22 Jan 2024``."""
    return _format(value, _("EEE d MMM y"))


def day_within(value: date, first: date, last: date) -> str:
    """Return a day, short; with its year where that is not the one year of a visit's days.

    Of a visit that goes over New Year every day bears its year.
    """
    return day(value) if first.year == value.year == last.year else day_with_year(value)


def day_long(value: date) -> str:
    """Return a day in full: ``Monday 22 January 2024``."""
    return _format(value, _("EEEE d MMMM y"))


def weekday(value: date) -> str:
    """Return a day of the week, short: ``Mon``."""
    return _format(value, "EEE")


def month_long(value: date) -> str:
    """Return the month of a day in full: ``January 2024``."""
    return _format(value, _("LLLL y"))


def days(first: date, last: date) -> str:
    """Return a span of days: ``22–30 Jan 2024``, with month and year said once where they are shared."""
    if first == last:
        return _format(first, _("d MMM y"))
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_format(last, _('d MMM y'))}"
    start = _format(first, _("d MMM") if first.year == last.year else _("d MMM y"))
    return f"{start} – {_format(last, _('d MMM y'))}"


def _format(value: date, pattern: str) -> str:
    return _formatted(value, pattern, language())


@lru_cache(maxsize=4096)
def _formatted(value: date, pattern: str, tag: str) -> str:
    return str(format_date(value, pattern, locale=_locale(tag)))


def clock(wall: datetime, precision: Precision = Precision.EXACT) -> str:
    """Return the time of a wall clock: ``09:30``, ``about 09:30`` or ``to be decided``."""
    if precision is Precision.UNDECIDED:
        return _("to be decided")
    text = f"{wall:%H:%M}"
    return _("about {time}").format(time=text) if precision is Precision.ABOUT else text


def stamp(instant: datetime, zone: str) -> str:
    """Return an instant (naive UTC) by the clock of a zone: ``Tue 1 Dec 2026, 06:04 KST``."""
    wall = from_utc(instant, zone).time
    words = _("{day}, {time} {zone}")
    return words.format(
        day=day_with_year(wall.date()), time=clock(wall), zone=zone_abbreviation(instant, zone)
    )


def days_away(days: int) -> str:
    """Return how many days a clock lies after the day beside it: ``+1``, ``−1``, or nothing for the same."""
    return f"{days:+d}".replace("-", "−") if days else ""


def duration(minutes: int) -> str:
    """Return a length of time: ``45 min``, ``1 h``, ``1 h 45``."""
    hours, rest = divmod(abs(minutes), 60)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    return (
        _("{hours} h {minutes:02d}").format(hours=hours, minutes=rest)
        if rest
        else _("{hours} h").format(hours=hours)
    )


def travel_time(minutes: int, *, estimated: bool) -> str:
    """Return how long a journey takes, and that it is an estimate where it is: ``45 min (estimate)``."""
    length = duration(minutes)
    return _("{time} (estimate)").format(time=length) if estimated else length


def zones_apart(here: str, there: str, minutes: int) -> str:
    """Return how far the clock of ``there`` is ahead of that of ``here``, in a sentence.

    ``Washington is 14 hours behind Seoul.``
    """
    if not minutes:
        return _("{there} has the same time as {here}.").format(there=there, here=here)
    hours, rest = divmod(abs(minutes), 60)
    if rest:
        words = (
            _("{there} is {time} ahead of {here}.") if minutes > 0 else _("{there} is {time} behind {here}.")
        )
        return words.format(there=there, here=here, time=duration(minutes))
    words = (
        ngettext(
            "{there} is {hours} hour ahead of {here}.", "{there} is {hours} hours ahead of {here}.", hours
        )
        if minutes > 0
        else ngettext(
            "{there} is {hours} hour behind {here}.", "{there} is {hours} hours behind {here}.", hours
        )
    )
    return words.format(there=there, here=here, hours=hours)


def arrival(leaves: datetime, arrives: datetime) -> str:
    """Return in a sentence on which day a journey arrives, from the wall clocks of its two ends."""
    later = (arrives.date() - leaves.date()).days
    if later < 0:
        return ngettext(
            "It arrives on the day before.",
            "It arrives {count} days before it leaves by the calendar.",
            -later,
        ).format(count=-later)
    if later == 0:
        return (
            _("It arrives on the same day, at an earlier time than it leaves.")
            if arrives < leaves
            else _("It arrives on the same day.")
        )
    return ngettext("It arrives on the next day.", "It arrives {count} days later.", later).format(
        count=later
    )


def home_difference(
    home_city: str, home_zone: str, zone: str, utc: datetime, until_utc: datetime | None = None
) -> str:
    """Return how far home is ahead of a zone at an instant (naive UTC): ``Seoul +14 h``.

    With a second instant, at which it is another: ``Seoul +8 h → +7 h``.
    """
    words = _ahead(home_city, home_zone, zone, utc)
    if until_utc is None or words == _ahead(home_city, home_zone, zone, until_utc):
        return words
    return f"{words} → {_ahead('', home_zone, zone, until_utc).strip()}"


def _ahead(city: str, home_zone: str, zone: str, utc: datetime) -> str:
    minutes = offset_minutes(utc, home_zone) - offset_minutes(utc, zone)
    hours, rest = divmod(abs(minutes), 60)
    size = f"{hours}" if not rest else f"{hours}:{rest:02d}"
    return _("{city} {sign}{size} h").format(city=city, sign="−" if minutes < 0 else "+", size=size)
