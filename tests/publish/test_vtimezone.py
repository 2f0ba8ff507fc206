"""Our VTIMEZONEs, read by ical.js and libical, tell the instants that zoneinfo tells."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from types import ModuleType
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain import zones
from app.domain.time import WallState, check_wall, from_utc
from app.publish.calendar.vtimezone import observances, vtimezone
from tests.judges import ical_js, libical

zones.use_shipped_zones()

ALL_ZONES = sorted(zones.known_zones())
#: Zones of the sample visit, and those that broke other programs.
HARD_ZONES = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/Tripoli",
    "Africa/Windhoek",
    "America/Argentina/San_Luis",
    "America/Caracas",
    "America/Havana",
    "America/New_York",
    "America/Nuuk",
    "America/Santiago",
    "America/St_Johns",
    "America/Vancouver",
    "Antarctica/Casey",
    "Antarctica/Troll",
    "Asia/Amman",
    "Asia/Dhaka",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Pyongyang",
    "Asia/Seoul",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Europe/Amsterdam",
    "Europe/Berlin",
    "Europe/Dublin",
    "Europe/Istanbul",
    "Europe/Moscow",
    "Europe/Paris",
    "Europe/Volgograd",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Pacific/Easter",
    "Pacific/Fiji",
    "Pacific/Kiritimati",
    "Pacific/Norfolk",
]
MINUTE = timedelta(minutes=1)
#: Seconds before and after a change of clocks at which events are put.
AROUND = [timedelta(seconds=each) for each in (-86400, -3601, -1800, -1, 0, 1, 1800, 3600, 7200, 86400)]


class Probe(NamedTuple):
    """An event in a zone, and the instant (naive UTC) at which it is to start."""

    zone: str
    wall: datetime
    utc: datetime


@pytest.fixture(params=[ical_js, libical], ids=["ical_js", "libical"])
def judge(request: pytest.FixtureRequest) -> ModuleType:
    module: ModuleType = request.param
    if not module.available():
        pytest.skip(module.MISSING)
    return module


@pytest.mark.judge
def test_every_zone_is_read_right_in_the_next_years(judge: ModuleType) -> None:
    probes = [probe for zone in ALL_ZONES for probe in probes_of(zone, 2026, 2028)]
    assert len(probes) > 20_000
    assert misread(judge, probes, 2026, 2028) == []


@pytest.mark.judge
@pytest.mark.parametrize(
    ("first", "last"), [(1993, 1995), (2005, 2008), (2010, 2019), (2024, 2027), (2030, 2035)]
)
def test_hard_zones_are_read_right_in_other_years(judge: ModuleType, first: int, last: int) -> None:
    probes = [probe for zone in HARD_ZONES for probe in probes_of(zone, first, last)]
    assert misread(judge, probes, first, last) == []


@st.composite
def random_probes(draw: st.DrawFn) -> tuple[list[Probe], int, int]:
    """Events in a few zones and years, at any time and on the nights of a switch."""
    first = draw(st.integers(1980, 2034))
    last = draw(st.integers(first, min(first + 4, 2035)))
    probes: list[Probe] = []
    for zone in draw(st.lists(st.sampled_from(ALL_ZONES), min_size=1, max_size=6, unique=True)):
        start, end = datetime(first, 1, 1, 14), datetime(last, 12, 31, 10)
        at_any_time = draw(st.lists(st.datetimes(start, end), max_size=4))
        nights = [
            change.at + timedelta(minutes=draw(st.integers(-300, 300)))
            for change in zones.changes(start, end, zone)
        ]
        instants = (instant.replace(microsecond=0) for instant in (*at_any_time, *nights))
        probes += plain(zone, (i for i in instants if start <= i <= end))
    return probes, first, last


@pytest.mark.judge
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(case=random_probes())
def test_any_event_is_read_right(judge: ModuleType, case: tuple[list[Probe], int, int]) -> None:
    assert misread(judge, *case) == []


@pytest.mark.parametrize("zone", ["Asia/Seoul", "Asia/Kathmandu", "Etc/UTC"])
def test_zone_without_change_is_one_standard(zone: str) -> None:
    (only,) = observances(zone, 2026, 2027)
    assert not only.daylight
    assert only.offset_before == only.offset_after
    assert only.yearly is None


def test_regular_zone_is_two_yearly_rules_by_the_clock_that_is_changed() -> None:
    assert lines("Europe/Paris", 2026, 2027) == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Paris",
        "X-LIC-LOCATION:Europe/Paris",
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
    ]


def test_daylight_is_summer_where_the_zone_data_saves_in_winter() -> None:
    dublin = {each.abbreviation: each.daylight for each in observances("Europe/Dublin", 2026, 2026)}
    assert dublin == {"GMT": False, "IST": True}
    morocco = {each.abbreviation: each.daylight for each in observances("Africa/Casablanca", 2024, 2025)}
    assert morocco == {"+00": False, "+01": True}


def test_change_of_standard_time_is_no_daylight() -> None:
    assert [each.daylight for each in observances("Asia/Pyongyang", 2015, 2018)] == [False, False, False]


def test_rules_of_another_time_are_written_out() -> None:
    american = observances("America/New_York", 2005, 2006)
    assert [each.onset.date() for each in american[1:]] == [
        date(2005, 4, 3),
        date(2005, 10, 30),
        date(2006, 4, 2),
        date(2006, 10, 29),
    ]
    assert all(each.yearly for each in observances("America/New_York", 2007, 2008))


@pytest.mark.parametrize("zone", ["Africa/Cairo", "Asia/Jerusalem", "America/Santiago", "America/Nuuk"])
def test_irregular_zone_has_an_observance_for_each_change_of_the_years_used(zone: str) -> None:
    written = observances(zone, 2030, 2031)
    assert [each.onset.year for each in written[1:]] == [2030, 2030, 2031, 2031]
    assert not any(each.yearly for each in written)


def test_same_zone_is_the_same_bytes_and_a_component_of_its_own() -> None:
    one, other = vtimezone("Asia/Gaza", 2026, 2028), vtimezone("Asia/Gaza", 2026, 2028)
    assert one is not other
    assert one.to_ical() == other.to_ical()


def test_unknown_zone_is_refused() -> None:
    with pytest.raises(zones.UnknownZone):
        vtimezone("Mars/Olympus", 2026, 2026)


def probes_of(zone: str, first: int, last: int) -> Iterator[Probe]:
    """Yield probes at noon and midnight in the middle of each month, at both ends, and around each change."""
    start, end = datetime(first, 1, 1, 14), datetime(last, 12, 31, 9)
    grid = [
        datetime(year, month, 15, hour)
        for year in range(first, last + 1)
        for month in range(1, 13)
        for hour in (0, 12)
    ]
    near = [change.at + shift for change in zones.changes(start, end, zone) for shift in AROUND]
    yield from plain(zone, (i for i in (start, *grid, *near, end) if start <= i <= end))


def plain(zone: str, instants: Iterable[datetime]) -> Iterator[Probe]:
    """Yield the instants whose wall time can be said with a zone; the others are written in UTC."""
    for instant in instants:
        wall = from_utc(instant, zone).time
        if check_wall(wall, zone).state is WallState.OK:
            yield Probe(zone, wall, instant)


def misread(judge: ModuleType, probes: list[Probe], first: int, last: int) -> list[tuple[Probe, str | None]]:
    """Return the probes that a judge reads as another instant, or at all otherwise."""
    events = judge.read(calendar_of(probes, first, last))
    assert len(events) == len(probes)
    return [
        (probe, event.start_utc)
        for probe, event in zip(probes, events, strict=True)
        if event.start_utc != probe.utc.isoformat() or event.end_utc != (probe.utc + MINUTE).isoformat()
    ]


def calendar_of(probes: list[Probe], first: int, last: int) -> bytes:
    """Return a file with the VTIMEZONEs and an event of a minute, its end in UTC, for each probe."""
    timezones = [vtimezone(zone, first, last).to_ical() for zone in sorted({probe.zone for probe in probes})]
    events = [
        f"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTAMP:20260101T000000Z\r\n"
        f"DTSTART;TZID={probe.zone}:{probe.wall:%Y%m%dT%H%M%S}\r\n"
        f"DTEND:{probe.utc + MINUTE:%Y%m%dT%H%M%SZ}\r\nEND:VEVENT\r\n".encode()
        for number, probe in enumerate(probes)
    ]
    head = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Aide-Memoire//test//EN\r\n"
    return b"".join([head, *timezones, *events, b"END:VCALENDAR\r\n"])


def lines(zone: str, first: int, last: int) -> list[str]:
    content: bytes = vtimezone(zone, first, last).to_ical()
    return content.decode().splitlines()
