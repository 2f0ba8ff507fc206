"""Entries on other days: only what lives by its day's own clock takes the new day's."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import PlanningError
from app.domain.time import Precision, from_utc, to_utc
from app.domain.words import EntryKind, EntryStatus, Marking
from app.planning.moving import Start
from app.planning.placing import Shift, at_home, placed, placed_at_home, pulled_to
from app.planning.views.entry_line import EntryLine
from app.planning.views.programme import Base, Head

SEOUL, WASHINGTON, PARIS, LONDON = "Asia/Seoul", "America/New_York", "Europe/Paris", "Europe/London"
_BASES = (
    Base("Washington", WASHINGTON, date(2024, 1, 23), date(2024, 1, 25)),
    Base("Paris", PARIS, date(2024, 1, 26), date(2024, 1, 28)),
    Base("London", LONDON, date(2024, 1, 28), date(2024, 1, 30)),
)
#: From Seoul to three cities: on the 28th from Paris to London.
HEAD = Head(
    "visit",
    "Visit",
    "Seoul",
    SEOUL,
    Marking.OFFICIAL_USE,
    date(2024, 1, 23),
    date(2024, 1, 30),
    _BASES,
)


def line(wall: datetime, zone: str, end_zone: str = "") -> EntryLine:
    start = to_utc(wall, zone)
    end_wall, end_fold = from_utc(start + timedelta(hours=1), end_zone or zone)
    exact = Precision.EXACT
    return EntryLine(
        *("call", "Call", EntryKind.MEETING, EntryStatus.CONFIRMED, Marking.OFFICIAL_USE),
        *(wall, zone, 0, exact, start),
        *(end_wall, end_zone or zone, end_fold, exact, start + timedelta(hours=1)),
        "",
    )


def zone_after(entry: EntryLine, shift: Shift) -> str:
    return placed(HEAD, [entry], shift, entry)[entry.id].zone


@pytest.mark.parametrize(
    ("day", "zone", "days", "expected"),
    [
        (24, WASHINGTON, 1, WASHINGTON),
        (24, WASHINGTON, 2, PARIS),
        (24, WASHINGTON, 4, LONDON),  # the city where that day ends
        (24, SEOUL, 1, SEOUL),
        (24, SEOUL, 2, SEOUL),
        (27, PARIS, 1, PARIS),  # by which that day still lives
        (28, PARIS, 1, LONDON),
        (28, LONDON, -1, PARIS),
        (28, LONDON, -3, WASHINGTON),
        (30, LONDON, 1, LONDON),  # a day of no city
        (31, LONDON, -1, LONDON),
        (22, SEOUL, 1, WASHINGTON),
    ],
)
def test_what_lives_by_its_day_takes_the_clock_of_its_new_day(
    day: int, zone: str, days: int, expected: str
) -> None:
    entry = line(datetime(2024, 1, day, 23), zone)
    start = placed(HEAD, [entry], Shift(days), entry)[entry.id]
    assert (start.wall, start.zone) == (datetime(2024, 1, day, 23) + timedelta(days), expected)


def test_a_way_keeps_its_stations_zones() -> None:
    assert zone_after(line(datetime(2024, 1, 25, 9), WASHINGTON, PARIS), Shift(2, zone=PARIS)) == WASHINGTON


def test_a_hand_chooses_the_clock_of_what_lives_by_its_day() -> None:
    assert zone_after(line(datetime(2024, 1, 27, 9), PARIS), Shift(1, zone=LONDON)) == LONDON
    assert zone_after(line(datetime(2024, 1, 24, 9), SEOUL), Shift(1, zone=WASHINGTON)) == SEOUL
    assert zone_after(line(datetime(2024, 1, 24, 9), SEOUL), Shift(0, 5, zone=WASHINGTON)) == WASHINGTON


def test_only_what_stood_beside_the_held_one_goes_with_it() -> None:
    held = line(datetime(2024, 1, 27, 9), PARIS)
    beside = replace(line(datetime(2024, 1, 27, 15), PARIS), id="beside")
    call = replace(line(datetime(2024, 1, 27, 15), SEOUL), id="seoul")
    before = replace(line(datetime(2024, 1, 26, 15), PARIS), id="before")
    starts = placed(HEAD, [held, beside, call, before], Shift(1, zone=LONDON), held)
    assert {key: start.zone for key, start in starts.items()} == {
        "call": LONDON,
        "beside": LONDON,
        "seoul": SEOUL,
        "before": PARIS,
    }


@given(
    minute=st.integers(0, 12 * 1440),
    zone=st.sampled_from((SEOUL, WASHINGTON, PARIS, LONDON)),
    days=st.integers(-12, 12),
    minutes=st.integers(-1440, 1440),
)
def test_local_time_keeps_the_wall_and_home_time_the_hour_at_home(
    minute: int, zone: str, days: int, minutes: int
) -> None:
    entry, shift = line(datetime(2024, 1, 20) + timedelta(minutes=minute), zone), Shift(days, minutes)
    assert placed(HEAD, [entry], shift, entry)["call"].wall == entry.start_wall + shift.span
    there = placed_at_home(HEAD, [entry], shift)["call"]
    home = from_utc(to_utc(there.wall, there.zone, there.fold or 0), SEOUL).time
    assert home == from_utc(entry.start_utc, SEOUL).time + shift.span
    lives = zone in HEAD.zones_on(entry.day)
    assert there.zone == zone if not lives or not shift.span else there.zone == at_home(HEAD, home).zone


def test_no_calendar_reaches_so_far() -> None:
    entry = line(datetime(2024, 1, 24, 9), WASHINGTON)
    with pytest.raises(PlanningError, match="time_out_of_range"):
        placed(HEAD, [entry], Shift(4_000_000), entry)


LEAST = timedelta(minutes=5)
#: The clocks of Paris go forward on the 31st of March at 2, and back on the 27th of October at 3.


def test_a_pulled_edge_stands_by_its_own_clock_and_never_beyond_the_other() -> None:
    flight = line(datetime(2024, 1, 25, 22), WASHINGTON, PARIS)  # an hour, for the ease of reckoning
    assert pulled_to(flight, datetime(2024, 1, 26, 6), PARIS, end=True, least=LEAST) == Start(
        datetime(2024, 1, 26, 6), PARIS
    )
    by_the_other_clock = pulled_to(flight, datetime(2024, 1, 26, 1), WASHINGTON, end=True, least=LEAST)
    assert by_the_other_clock == Start(datetime(2024, 1, 26, 7), PARIS, 0)
    too_early = pulled_to(flight, datetime(2024, 1, 26, 2), PARIS, end=True, least=LEAST)
    assert too_early == Start(datetime(2024, 1, 26, 4, 5), PARIS, 0)
    too_late = pulled_to(flight, datetime(2024, 1, 26, 2), WASHINGTON, end=False, least=LEAST)
    assert too_late == Start(datetime(2024, 1, 25, 22, 55), WASHINGTON, 0)


def test_an_edge_is_pulled_into_a_skipped_hour_only_where_both_sides_are_free() -> None:
    skipped = datetime(2024, 3, 31, 2, 30)
    before = line(datetime(2024, 3, 31, 0, 30), PARIS)
    assert pulled_to(before, skipped, PARIS, end=True, least=LEAST) == Start(skipped, PARIS)  # asked about
    up_to_it = line(datetime(2024, 3, 31, 1, 57), PARIS)
    assert pulled_to(up_to_it, skipped, PARIS, end=True, least=LEAST) == Start(
        datetime(2024, 3, 31, 3, 2), PARIS, 0
    )


def test_of_an_hour_that_comes_twice_the_pass_that_is_free_is_meant() -> None:
    second = line(datetime(2024, 10, 27, 4), PARIS)
    twice = datetime(2024, 10, 27, 2, 30)
    assert pulled_to(second, twice, PARIS, end=False, least=LEAST) == Start(twice, PARIS)  # both are
    start = to_utc(twice, PARIS, 0)
    wall, fold = from_utc(start, PARIS)
    within = replace(second, start_wall=wall, start_fold=fold, start_utc=start)
    later = datetime(2024, 10, 27, 2, 15)
    assert pulled_to(within, later, PARIS, end=True, least=LEAST) == Start(later, PARIS, 1)
