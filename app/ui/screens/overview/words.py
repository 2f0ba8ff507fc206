"""What the overview says: the route in a sentence, the days, what comes next, what was done lately."""

from datetime import UTC, date, datetime, timedelta

from app.domain.time import from_utc
from app.domain.words import EntryStatus, LegMode
from app.planning.route import Route
from app.planning.views.history import StepLine
from app.planning.views.overview import OverviewDay
from app.planning.views.programme import Line
from app.planning.views.visit import VisitDetail
from app.wording import _
from app.wording.countdown import countdown, until
from app.wording.dates import clock, day, day_within, days, home_difference
from app.wording.names import word_name

APART = " · "
_SOON = timedelta(days=2)


def today(visit: VisitDetail, utc: datetime) -> date:
    """Return the day at home at an instant (naive UTC): the days of a visit are counted there."""
    return from_utc(utc, visit.home_zone).time.date()


def heading(visit: VisitDetail, utc: datetime) -> str:
    """Return what stands beside the title: state, days, countdown."""
    parts = (
        word_name(visit.state),
        days(visit.starts_on, visit.ends_on),
        countdown(visit.state, visit.starts_on, visit.ends_on, today(visit, utc)),
    )
    return APART.join(part for part in parts if part)


def mode_words(mode: LegMode | None) -> str:
    """Return by what one travels, or that nobody planned it yet."""
    return word_name(mode) if mode is not None else _("not planned yet")


def route_words(route: Route) -> str:
    """Return a route in words: ``From Seoul, Flight to Washington, Train to Paris``."""
    if not route.points:
        return ""
    parts = [_("From {city}").format(city=route.points[0].city)]
    for point, mode in zip(route.points[1:], route.modes, strict=True):
        parts.append(_("{mode} to {city}").format(mode=mode_words(mode), city=point.city))
    return ", ".join(parts)


def offset_words(one: OverviewDay, visit: VisitDetail) -> str:
    """Return how far home is ahead where a day ends: ``Seoul +14 h``; nothing where the clocks agree."""
    if one.zone == visit.home_zone:
        return ""
    return home_difference(visit.home_city or _("Home"), visit.home_zone, one.zone, one.utc)


def span_words(one: OverviewDay) -> str:
    """Return the first and the last clock of a day: ``07:30–20:00``; nothing where nothing is planned."""
    there = [line for line in one.lines if line.status is not EntryStatus.CANCELLED]
    if not there:
        return ""
    last = max(there, key=lambda line: line.end_utc)
    end = clock(last.end_wall)
    return f"{clock(there[0].start_wall)}–{end}" + (" +1" if last.end_wall.date() > one.day else "")


def night_words(one: OverviewDay, visit: VisitDetail) -> str:
    """Return where the night is spent, if not in the city where the day ends; nothing after the last day."""
    if one.night:
        slept = one.cities[-1:] == (one.night,)
        return "" if slept else _("night in {city}").format(city=one.night)
    return _("night on the way") if one.lines and one.day < visit.ends_on else ""


def day_words(one: OverviewDay, visit: VisitDetail) -> str:
    """Return what is read aloud of a day before its entries."""
    night = _("night in {city}").format(city=one.night) if one.night else night_words(one, visit)
    on = day_within(one.day, visit.starts_on, visit.ends_on)
    parts = (on, " → ".join(one.cities), offset_words(one, visit), span_words(one), night)
    return ", ".join(part for part in parts if part)


def when_words(line: Line, visit: VisitDetail) -> str:
    """Return when an entry begins, on both clocks: ``Tue 23 Jan 09:30 · Seoul 23:30``."""
    on = day_within(line.day, visit.starts_on, visit.ends_on)
    there = f"{on} {clock(line.start_wall, line.start_precision)}"
    if line.start_zone == visit.home_zone:
        return there
    home = from_utc(line.start_utc, visit.home_zone).time
    other = "" if home.date() == line.day else f" {day(home.date())}"
    return f"{there}{APART}{visit.home_city or _('Home')} {clock(home)}{other}"


def away_words(line: Line, utc: datetime) -> str:
    """Return how far away an entry is that comes soon; nothing for one in more than two days."""
    left = line.start_utc - utc
    return until(left) if left < _SOON else ""


def ends_words(line: Line) -> str:
    """Return until when an entry goes on that has begun."""
    return _("until {time}").format(time=clock(line.end_wall))


def step_when(step: StepLine, utc: datetime) -> str:
    """Return when a step was done, on this machine's clock, and by whom."""
    at, now = (each.replace(tzinfo=UTC).astimezone() for each in (step.at, utc))
    time = f"{at:%H:%M}"
    when = time if at.date() == now.date() else f"{day(at.date())} {time}"
    return APART.join(part for part in (when, step.who) if part)
