"""Wall clocks and instants, on ordinary days and on the nights when clocks are changed."""

import pickle
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import zones
from app.domain.errors import PlanningError
from app.domain.time import (
    Gap,
    NonexistentTime,
    Precision,
    Wall,
    WallCheck,
    WallState,
    check_wall,
    duration,
    from_utc,
    home_difference,
    offset_minutes,
    to_utc,
    zone_abbreviation,
)
from app.domain.zones import Change, TimeError, UnknownZone

zones.use_shipped_zones()

MINUTE = timedelta(minutes=1)
NEVER = timedelta()
any_zone = st.sampled_from(sorted(zones.known_zones()))
any_instant = st.datetimes(datetime(1901, 1, 1), datetime(2200, 1, 1))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@st.composite
def changes_of_clocks(draw: st.DrawFn) -> tuple[str, Change]:
    """A zone and one change of its clocks, of the years in which visits are planned or remembered."""
    changing = draw(any_zone.filter(lambda zone: zones.posix_rule(zone).count(",") == 2) | any_zone)
    year = draw(st.integers(1960, 2090))
    found = list(zones.changes(datetime(year, 1, 1), datetime(year + 2, 1, 1), changing))
    if not found:
        return draw(changes_of_clocks())
    return changing, draw(st.sampled_from(found))


@settings(deadline=None)
@given(utc=any_instant, zone=any_zone)
def test_instant_survives_the_way_to_the_wall_and_back(utc: datetime, zone: str) -> None:
    wall, fold = from_utc(utc, zone)
    assert wall.tzinfo is None
    assert wall.fold == 0
    assert to_utc(wall, zone, fold) == utc


@settings(deadline=None)
@given(case=changes_of_clocks(), minutes=st.integers(-100, 100))
def test_instants_near_a_change_survive_as_well(case: tuple[str, Change], minutes: int) -> None:
    zone, change = case
    utc = change.at + minutes * MINUTE
    wall, fold = from_utc(utc, zone)
    assert to_utc(wall, zone, fold) == utc
    assert to_utc(wall, zone, fold) == wall.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC).replace(
        tzinfo=None
    )


@settings(deadline=None)
@given(case=changes_of_clocks(), part=st.integers(0, 9999))
def test_change_of_clocks_is_a_gap_or_a_fold_of_its_size(case: tuple[str, Change], part: int) -> None:
    zone, change = case
    leap = change.after.offset - change.before.offset
    edge = change.at + min(change.before.offset, change.after.offset)
    wall = edge + abs(leap) * part // 10_000
    check = check_wall(wall, zone)
    if leap > NEVER:
        assert check.state is WallState.NONEXISTENT
        assert check.gap == Gap(edge, edge + leap)
    elif leap < NEVER:
        assert check.state is WallState.AMBIGUOUS
        assert duration(*check.instants) == -leap
        assert [from_utc(instant, zone) for instant in check.instants] == [Wall(wall, 0), Wall(wall, 1)]
    else:
        assert check.state is WallState.OK


@settings(deadline=None)
@given(case=changes_of_clocks())
def test_times_offered_around_a_gap_exist_and_are_a_minute_apart(case: tuple[str, Change]) -> None:
    zone, change = case
    gap = check_wall(change.at + change.before.offset, zone).gap
    if gap is not None:
        assert duration(to_utc(gap.before, zone), to_utc(gap.after, zone)) == MINUTE


@settings(deadline=None)
@given(wall=any_instant, zone=any_zone)
def test_instants_of_a_wall_time_show_it_in_order(wall: datetime, zone: str) -> None:
    check = check_wall(wall, zone)
    assert list(check.instants) == sorted(set(check.instants))
    assert all(from_utc(instant, zone).time == wall for instant in check.instants)
    assert (check.gap is None) == bool(check.instants)


@pytest.mark.parametrize(
    ("zone", "wall", "starts", "ends"),
    [
        ("Europe/Paris", "2026-03-29T02:30", "2026-03-29T02:00", "2026-03-29T03:00"),
        ("Europe/Paris", "2026-03-29T02:00", "2026-03-29T02:00", "2026-03-29T03:00"),
        ("Europe/Dublin", "2026-03-29T01:59", "2026-03-29T01:00", "2026-03-29T02:00"),
        ("America/New_York", "2026-03-08T02:15", "2026-03-08T02:00", "2026-03-08T03:00"),
        ("Australia/Lord_Howe", "2026-10-04T02:10", "2026-10-04T02:00", "2026-10-04T02:30"),
        ("Africa/Casablanca", "2025-04-06T02:30", "2025-04-06T02:00", "2025-04-06T03:00"),
        ("Asia/Beirut", "2026-03-29T00:30", "2026-03-29T00:00", "2026-03-29T01:00"),
        ("America/Nuuk", "2027-03-27T23:30", "2027-03-27T23:00", "2027-03-28T00:00"),
        ("Antarctica/Troll", "2026-03-29T02:00", "2026-03-29T01:00", "2026-03-29T03:00"),
        ("Asia/Pyongyang", "2018-05-04T23:45", "2018-05-04T23:30", "2018-05-05T00:00"),
        ("Pacific/Apia", "2011-12-30T10:00", "2011-12-30T00:00", "2011-12-31T00:00"),
    ],
)
def test_skipped_time_tells_its_gap(zone: str, wall: str, starts: str, ends: str) -> None:
    expected = WallCheck(WallState.NONEXISTENT, (), Gap(at(starts), at(ends)))
    assert check_wall(at(wall), zone) == expected


@pytest.mark.parametrize(
    ("zone", "wall", "first", "second"),
    [
        ("Europe/Paris", "2026-10-25T02:00", "2026-10-25T00:00", "2026-10-25T01:00"),
        ("Europe/Dublin", "2026-10-25T01:30", "2026-10-25T00:30", "2026-10-25T01:30"),
        ("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45", "2026-04-04T15:15"),
        ("Africa/Casablanca", "2026-02-15T02:30", "2026-02-15T01:30", "2026-02-15T02:30"),
        ("Asia/Pyongyang", "2015-08-14T23:45", "2015-08-14T14:45", "2015-08-14T15:15"),
        ("Pacific/Kwajalein", "1969-09-30T12:00", "1969-09-30T01:00", "1969-10-01T00:00"),
    ],
)
def test_time_shown_twice_tells_both_instants(zone: str, wall: str, first: str, second: str) -> None:
    assert check_wall(at(wall), zone) == WallCheck(WallState.AMBIGUOUS, (at(first), at(second)))
    assert to_utc(at(wall), zone) == at(first)
    assert to_utc(at(wall), zone, 1) == at(second)


def test_hours_at_the_edges_of_gap_and_fold_are_plain() -> None:
    paris = "Europe/Paris"
    assert check_wall(at("2026-03-29T01:59"), paris) == WallCheck(WallState.OK, (at("2026-03-29T00:59"),))
    assert check_wall(at("2026-03-29T03:00"), paris) == WallCheck(WallState.OK, (at("2026-03-29T01:00"),))
    assert check_wall(at("2026-10-25T01:59"), paris) == WallCheck(WallState.OK, (at("2026-10-24T23:59"),))
    assert check_wall(at("2026-10-25T03:00"), paris) == WallCheck(WallState.OK, (at("2026-10-25T02:00"),))


def test_fold_says_nothing_of_a_plain_time() -> None:
    noon = at("2026-07-01T12:00")
    assert to_utc(noon, "Europe/Paris", 1) == to_utc(noon, "Europe/Paris", 0) == at("2026-07-01T10:00")
    assert to_utc(noon.replace(fold=1), "Europe/Paris") == at("2026-07-01T10:00")


def test_skipped_time_is_refused_with_the_two_nearest() -> None:
    with pytest.raises(NonexistentTime) as caught:
        to_utc(at("2026-03-29T02:30"), "Europe/Paris")
    error = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own; errors come home from jobs so
    assert isinstance(error, NonexistentTime)
    assert issubclass(NonexistentTime, TimeError)
    assert issubclass(TimeError, PlanningError)
    assert issubclass(TimeError, ValueError)
    assert (error.code, error.wall, error.zone) == (
        "time_nonexistent",
        at("2026-03-29T02:30"),
        "Europe/Paris",
    )
    assert (error.before, error.after) == (at("2026-03-29T01:59"), at("2026-03-29T03:00"))


def test_flight_over_the_date_line_lands_before_it_took_off_by_the_clock() -> None:
    took_off, landed = at("2026-11-04T14:00"), at("2026-11-04T07:30")
    flight = duration(to_utc(took_off, "Asia/Tokyo"), to_utc(landed, "America/Los_Angeles"))
    assert flight == timedelta(hours=10, minutes=30)


def test_night_of_a_switch_has_its_own_length() -> None:
    evening, morning = at("2026-03-28T22:00"), at("2026-03-29T06:00")
    assert duration(to_utc(evening, "Europe/Paris"), to_utc(morning, "Europe/Paris")) == timedelta(hours=7)


def test_home_is_ahead_or_behind_by_the_offsets_of_the_moment() -> None:
    winter, summer = at("2026-01-15T12:00"), at("2026-07-15T12:00")
    assert home_difference(winter, "America/New_York", "Asia/Seoul") == 14 * 60
    assert home_difference(summer, "America/New_York", "Asia/Seoul") == 13 * 60
    assert home_difference(winter, "Asia/Seoul", "America/New_York") == -14 * 60
    assert home_difference(winter, "Asia/Seoul", "Asia/Kathmandu") == -195
    assert home_difference(winter, "Asia/Seoul", "Asia/Seoul") == 0
    assert offset_minutes(winter, "America/St_Johns") == -210


def test_abbreviations_are_those_of_the_moment() -> None:
    assert zone_abbreviation(at("2026-07-15T12:00"), "Europe/Paris") == "CEST"
    assert zone_abbreviation(at("2026-01-15T12:00"), "Europe/Dublin") == "GMT"
    assert zone_abbreviation(at("2026-01-15T12:00"), "Asia/Kathmandu") == "+0545"


@pytest.mark.parametrize(
    "name",
    ["", "America", "Mars/Olympus", "../../etc/passwd", "/etc/localtime", "europe/paris", "a\0b", "Factory"],
)
def test_unknown_zone_is_refused_by_every_door(name: str) -> None:
    noon = at("2026-07-01T12:00")
    doors = (
        lambda: zones.zone(name),
        lambda: zones.posix_rule(name),
        lambda: check_wall(noon, name),
        lambda: from_utc(noon, name),
        lambda: offset_minutes(noon, name),
    )
    for door in doors:
        with pytest.raises(UnknownZone) as caught:
            door()
        assert caught.value.data == {"zone": name}


@pytest.mark.parametrize("year", [1, 9999])
def test_ends_of_the_calendar_are_refused(year: int) -> None:
    with pytest.raises(TimeError) as caught:
        to_utc(datetime(year, 1, 1), "Asia/Seoul")
    assert caught.value.code == "time_out_of_range"


def test_aware_times_are_a_bug_of_the_caller() -> None:
    with pytest.raises(TypeError):
        to_utc(datetime(2026, 1, 1, tzinfo=UTC), "Asia/Seoul")
    with pytest.raises(TypeError):
        duration(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC))


def test_zones_come_from_the_shipped_data() -> None:
    assert zones.zone_data_version() >= "2026a"
    assert {"Asia/Seoul", "Asia/Calcutta", "Etc/UTC", "UTC"} <= zones.known_zones()
    assert zones.posix_rule("Europe/Paris") == "CET-1CEST,M3.5.0,M10.5.0/3"


def test_changes_are_found_to_the_second_and_in_order() -> None:
    found = list(zones.changes(at("2026-01-01"), at("2026-12-31"), "Europe/Paris"))
    assert [change.at for change in found] == [at("2026-03-29T01:00"), at("2026-10-25T01:00")]
    assert [change.after.abbreviation for change in found] == ["CEST", "CET"]
    assert not list(zones.changes(at("2026-03-29T01:00"), at("2026-10-25T00:59:59"), "Europe/Paris"))
    parts = list(zones.changes(at("2026-03-29T00:59:59.5"), at("2026-10-25T01:00:00.5"), "Europe/Paris"))
    assert parts == found


def test_precision_is_written_as_stored() -> None:
    assert [precision.value for precision in Precision] == ["exact", "about", "undecided"]
