"""VTIMEZONE: what a calendar file says about the clocks of a zone, in the form that clients read alike.

A zone without a change is one STANDARD. A zone whose rule holds in all the years asked for is one STANDARD
and one DAYLIGHT, each repeated yearly. Any other is one observance for each change in those years, as no
client can be trusted with lists of dates. Onsets are written by the clock that is being changed (RFC 5545,
3.6.5). DAYLIGHT is the one with the clocks forward, whatever the zone data calls it: in Dublin that is IST.

An hour that clocks show twice cannot be said with a zone: who writes such a time writes it in UTC.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vText

from app.domain import zones
from app.domain.zones import Change, Phase
from app.publish.calendar.yearly import Switch, yearly_switches

#: Observances without an onset of their own begin here, as those of the usual calendars do.
_EPOCH_YEAR = 1970
#: Local years begin before and end after those of UTC by less than this.
_MARGIN = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Observance:
    """From ``onset`` on, a wall time by the clock that is being changed, the offset is ``offset_after``.

    Offsets are local time minus UTC. ``yearly`` is the change that repeats the onset each year; without
    it, it happens once.
    """

    onset: datetime
    offset_before: timedelta
    offset_after: timedelta
    abbreviation: str
    daylight: bool
    yearly: Switch | None = None


def vtimezone(name: str, first_year: int, last_year: int) -> Timezone:
    """Return a new VTIMEZONE with TZID ``name``, right in the local years ``first_year`` to ``last_year``.

    Raises:
        UnknownZone: no zone has this IANA name.
    """
    component = Timezone()
    component.add("TZID", name)
    component.add("X-LIC-LOCATION", vText(name))
    for observance in observances(name, first_year, last_year):
        component.add_component(_component(observance))
    return component


@lru_cache(maxsize=2048)
def observances(name: str, first_year: int, last_year: int) -> tuple[Observance, ...]:
    """Return what a VTIMEZONE has to say about the local years ``first_year`` to ``last_year``.

    Raises:
        UnknownZone: no zone has this IANA name.
    """
    start = datetime(first_year, 1, 1) - _MARGIN
    end = datetime(last_year + 1, 1, 1) + _MARGIN
    changes = tuple(zones.changes(start, end, name))
    single = tuple(_single(change) for change in changes)
    begin_year = min(_EPOCH_YEAR, start.year)
    switches = yearly_switches(zones.posix_rule(name))
    if switches and single == _foretold(switches, start, end):
        standard, daylight = sorted(switches, key=_forward)
        return (_yearly(standard, begin_year), _yearly(daylight, begin_year))
    begin = datetime(begin_year, 1, 1)
    summer = bool(changes) and _saves(changes[0]) and not single[0].daylight
    return (_lasting(zones.phase(start, name), begin, summer=summer), *single)


def _foretold(switches: tuple[Switch, Switch], start: datetime, end: datetime) -> tuple[Observance, ...]:
    """Return the changes after ``start`` and up to ``end`` (naive UTC) as the rule has them, in order."""
    years = range(start.year, end.year + 1)
    onsets = [(switch.onset_utc(year), switch, year) for year in years for switch in switches]
    return tuple(
        _at(switch.onset(year), switch)
        for utc, switch, year in sorted(onsets, key=lambda each: each[0])
        if start < utc <= end
    )


def _at(onset: datetime, switch: Switch, yearly: Switch | None = None) -> Observance:
    return Observance(
        onset,
        switch.offset_before,
        switch.offset_after,
        switch.abbreviation,
        daylight=_forward(switch),
        yearly=yearly,
    )


def _yearly(switch: Switch, first_year: int) -> Observance:
    return _at(switch.onset(first_year), switch, switch)


def _forward(switch: Switch) -> bool:
    return switch.offset_after > switch.offset_before


def _single(change: Change) -> Observance:
    before, after = change.before.offset, change.after.offset
    daylight = after > before and _saves(change)
    return Observance(change.at + before, before, after, change.after.abbreviation, daylight)


def _saves(change: Change) -> bool:
    """Tell a change to or from daylight saving, in either sense of it, from one of standard time itself."""
    return bool(change.before.saving or change.after.saving)


def _lasting(phase: Phase, begin: datetime, *, summer: bool) -> Observance:
    return Observance(begin, phase.offset, phase.offset, phase.abbreviation, summer)


def _component(observance: Observance) -> TimezoneStandard | TimezoneDaylight:
    component = TimezoneDaylight() if observance.daylight else TimezoneStandard()
    component.add("DTSTART", observance.onset)
    component.add("TZOFFSETFROM", observance.offset_before)
    component.add("TZOFFSETTO", observance.offset_after)
    component.add("TZNAME", observance.abbreviation)
    if observance.yearly is not None:
        component.add("RRULE", observance.yearly.recurrence)
    return component
