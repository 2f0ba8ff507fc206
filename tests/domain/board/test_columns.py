"""The columns of the board: which days, and which clocks on them."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.board.columns import Stay, columns, home_columns
from app.domain.board.days import DAY, Column, alike, part
from app.domain.time import check_wall, from_utc
from tests.domain.board.spans import (
    PARIS,
    SEOUL,
    WASHINGTON,
    ZONES,
    Entry,
    at,
    city_of,
    days,
    entry,
    legs,
    stays,
)

FLIGHT = entry("KE 093", "2024-01-22T10:30", SEOUL, "2024-01-22T10:10", WASHINGTON)
BACK = entry("KE 094", "2024-01-23T12:00", WASHINGTON, "2024-01-24T17:10", SEOUL)


def zones_of(found: tuple[Column, ...]) -> list[tuple[str, ...]]:
    return [tuple(part.zone for part in column.parts) for column in found]


def test_a_day_that_changes_zone_has_two_parts_in_the_order_in_which_they_are_reached() -> None:
    found = days([FLIGHT, BACK])
    assert [column.day.day for column in found] == [22, 23, 24]
    assert zones_of(found) == [(SEOUL, WASHINGTON), (WASHINGTON,), (SEOUL,)]
    assert [part.city for part in found[0].parts] == ["Seoul", "New_York"]


def test_a_day_with_nothing_on_it_keeps_the_last_clock_or_takes_the_stay_that_reaches_it() -> None:
    assert zones_of(days([FLIGHT], last="2024-01-24")) == [(SEOUL, WASHINGTON), (WASHINGTON,), (WASHINGTON,)]
    assert days([FLIGHT], last="2024-01-24")[2].parts[0].city == "New_York"
    found = columns(
        [FLIGHT],
        first=date(2024, 1, 21),
        last=date(2024, 1, 25),
        stays=(
            Stay("Washington", WASHINGTON, date(2024, 1, 22), date(2024, 1, 24)),
            Stay("Paris", PARIS, date(2024, 1, 24), date(2024, 1, 24)),
        ),
        home_zone=SEOUL,
        home_city="Seoul",
        city_of=city_of,
    )
    assert zones_of(found) == [(SEOUL,), (SEOUL, WASHINGTON), (WASHINGTON,), (PARIS,), (PARIS,)]
    assert [column.parts[-1].city for column in found] == [
        "Seoul",
        "New_York",
        "Washington",
        "Paris",
        "Paris",
    ]


def test_zones_whose_clocks_are_alike_share_a_part() -> None:
    amsterdam = "Europe/Amsterdam"
    train = entry("train", "2024-01-27T08:25", PARIS, "2024-01-27T11:44", amsterdam)
    (column,) = days([train], "2024-01-27", "2024-01-27")
    (both,) = column.parts
    assert (both.zone, both.zones, both.cities) == (amsterdam, (PARIS, amsterdam), ("Paris", "Amsterdam"))
    assert both.earlier == (part(column.day, PARIS, "Paris"),)


def test_clocks_that_are_changed_on_other_days_or_at_other_hours_do_not_share_a_part() -> None:
    london, lisbon, casablanca = "Europe/London", "Europe/Lisbon", "Africa/Casablanca"
    hop = entry("hop", "2024-03-31T12:00", london, "2024-03-31T14:30", lisbon)
    assert [part.zones for part in days([hop], "2024-03-31", "2024-03-31")[0].parts] == [(london, lisbon)]
    winter = entry("hop", "2024-03-20T12:00", london, "2024-03-20T14:30", casablanca)
    assert len(days([winter], "2024-03-20", "2024-03-20")[0].parts) == 1  # Ramadan: both at UTC
    summer = entry("hop", "2024-03-31T12:00", london, "2024-03-31T14:30", casablanca)
    assert len(days([summer], "2024-03-31", "2024-03-31")[0].parts) == 2


def test_a_clock_between_two_that_are_alike_has_its_own_part() -> None:
    out = entry("out", "2024-01-27T08:00", PARIS, "2024-01-27T09:00", "Europe/London")
    back = entry("back", "2024-01-27T15:00", "Europe/London", "2024-01-27T18:00", "Europe/Berlin")
    (column,) = days([out, back], "2024-01-27", "2024-01-27")
    assert [part.zones for part in column.parts] == [(PARIS, "Europe/Berlin"), ("Europe/London",)]


@given(spans=st.lists(stays | legs, max_size=4))
def test_no_two_parts_of_a_day_are_alike(spans: list[Entry]) -> None:
    first = min((span.start_wall.date() for span in spans), default=date(2024, 3, 1)).isoformat()
    for column in days(spans, first, first):
        for one, other in combinations(column.parts, 2):
            assert not alike(one, other)
            midnight_utc = at(f"{column.day}T00:00")
            hours = [midnight_utc + timedelta(hours=hour) for hour in range(-14, 39)]
            assert [from_utc(utc, one.zone) for utc in hours] != [from_utc(utc, other.zone) for utc in hours]
        for shared in column.parts:
            for earlier in shared.earlier:
                walls = [shared.wall(minute) for minute in range(0, DAY, 60)]
                assert [check_wall(wall, shared.zone).instants for wall in walls] == [
                    check_wall(wall, earlier.zone).instants for wall in walls
                ]


def test_what_ends_at_midnight_does_not_reach_the_next_day() -> None:
    dinner = entry("dinner", "2024-01-22T20:00", SEOUL, "2024-01-23T00:00")
    assert [column.day.day for column in days([dinner])] == [22]
    assert [column.day.day for column in home([dinner])] == [22]
    moment = entry("moment", "2024-01-23T00:00", SEOUL, "2024-01-23T00:00")
    assert [column.day.day for column in days([moment])] == [22, 23]


def test_a_slip_of_the_year_does_not_make_a_board_of_a_thousand_days() -> None:
    wrong = entry("wrong", "2042-01-22T10:00", SEOUL, "2042-01-22T11:00")
    near = entry("near", "2024-03-20T10:00", SEOUL, "2024-03-20T11:00")
    assert len(days([wrong])) == 1
    assert len(home([wrong])) == 1
    assert days([wrong, near])[-1].day == date(2024, 3, 20)


def test_home_time_is_one_clock_for_the_whole_board() -> None:
    assert [column.day.day for column in home([FLIGHT])] == [22, 23]
    assert {zone for zones in zones_of(home([FLIGHT, BACK])) for zone in zones} == {SEOUL}


def home(spans: list[Entry]) -> tuple[Column, ...]:
    day = date(2024, 1, 22)
    return home_columns(spans, first=day, last=day, home_zone=SEOUL, home_city="Seoul")


@given(spans=st.lists(stays | legs, max_size=6))
def test_every_start_and_end_has_a_part_of_its_clock(spans: list[Entry]) -> None:
    first = min((span.start_wall.date() for span in spans), default=date(2024, 3, 1))
    found = columns(
        [span for span in spans if abs((span.start_wall.date() - first).days) < 50],
        first=first,
        last=first,
        stays=(),
        home_zone=SEOUL,
        home_city="Seoul",
        city_of=city_of,
    )
    assert [column.day for column in found] == [
        found[0].day + timedelta(days=number) for number in range(len(found))
    ]
    every = [(part.day, zone) for column in found for part in column.parts for zone in part.zones]
    parts = set(every)
    assert len(parts) == len(every)
    for span in spans:
        if abs((span.start_wall.date() - first).days) < 50:
            assert (span.start_wall.date(), span.start_zone) in parts
            assert ((span.end_wall - timedelta(minutes=1)).date(), span.end_zone) in parts


def test_zones_of_these_tests_are_those_of_the_story() -> None:
    assert from_utc(at("2024-01-22T01:30"), SEOUL).time == FLIGHT.start_wall
    assert {FLIGHT.start_zone, FLIGHT.end_zone} <= set(ZONES)
