"""Times typed into a list: a clock alone, by the place or by home."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.time import Precision, from_utc
from app.planning.verbs.typed import type_end, type_start
from app.planning.workspace import Workspace
from tests.helpers.planner import at, planner
from tests.planning.programme import FOLD, NEW_YORK, SEOUL, detail, new, refused, undone


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened


def test_a_start_keeps_the_day_and_the_length(space: Workspace) -> None:
    entry = new(space, at(10, 9), 2)
    undone(space, type_start, entry, time(14, 5))
    assert (detail(space, entry).start_wall, detail(space, entry).end_wall) == (at(10, 14, 5), at(10, 16, 5))


def test_an_end_is_the_first_after_the_start(space: Workspace) -> None:
    entry = new(space, at(10, 22), 1)
    undone(space, type_end, entry, time(23, 30))
    assert detail(space, entry).end_wall == at(10, 23, 30)
    space.do("Past midnight", type_end, entry, time(0, 30))
    assert detail(space, entry).end_wall == at(11, 0, 30)
    space.do("Before it again", type_end, entry, time(23, 45))
    assert detail(space, entry).end_wall == at(10, 23, 45)
    space.do("A whole day", type_end, entry, time(22))
    assert detail(space, entry).end_wall == at(11, 22)


def test_the_day_is_named_where_the_clock_alone_would_mean_another(space: Workspace) -> None:
    entry = new(space, at(10, 22), 1)
    space.do("Start", type_start, entry, time(21, 59), on=at(11, 0).date())
    assert detail(space, entry).start_wall == at(11, 21, 59)
    space.do("End", type_end, entry, time(23), on=at(12, 0).date())
    assert detail(space, entry).end_wall == at(12, 23)
    error = refused(space, type_end, entry, time(21, 59), on=at(11, 0).date())
    assert error.code == "end_not_after_start"


def test_what_lasts_for_days_ends_on_its_last_one(space: Workspace) -> None:
    entry = new(space, at(10, 9), 50)
    space.do("End", type_end, entry, time(8))
    assert detail(space, entry).end_wall == at(12, 8)


def test_clocks_of_home_are_taken_as_such(space: Workspace) -> None:
    entry = new(space, at(10, 20), 1)  # 04:00 on the 11th in Seoul
    undone(space, type_start, entry, time(5, 30), home=True)
    assert detail(space, entry).start_wall == at(10, 21, 30)
    space.do("End", type_end, entry, time(7), home=True)
    assert detail(space, entry).end_wall == at(10, 23)


def test_an_arrival_is_typed_by_its_own_clock(space: Workspace) -> None:
    entry = new(space, at(10, 10), 1, zone=SEOUL, end_zone=NEW_YORK, end_wall=at(10, 10))
    space.do("Lands", type_end, entry, time(9, 30))
    assert detail(space, entry).end_wall == at(10, 9, 30)
    space.do("Lands", type_end, entry, time(21, 30))  # on the evening before, by its own clock
    assert (detail(space, entry).end_wall, detail(space, entry).minutes) == (at(9, 21, 30), 30)


def test_a_time_that_was_to_be_decided_is_decided(space: Workspace) -> None:
    entry = new(space, at(10, 9), start_precision=Precision.UNDECIDED, end_precision=Precision.UNDECIDED)
    space.do("Start", type_start, entry, time(10))
    assert detail(space, entry).start_precision is Precision.EXACT
    assert detail(space, entry).end_precision is Precision.UNDECIDED
    space.do("End", type_end, entry, time(11))
    assert detail(space, entry).end_precision is Precision.EXACT


def test_times_that_are_none_or_two_are_refused(space: Workspace) -> None:
    spring, autumn = new(space, at(29, 9)), new(space, FOLD.replace(hour=9))
    assert refused(space, type_start, spring, time(2, 30)).code == "time_nonexistent"
    assert refused(space, type_start, autumn, time(2, 30)).code == "time_ambiguous"
    assert refused(space, type_end, new(space, at(28, 23)), time(2, 30)).code == "time_nonexistent"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    start=st.times(),
    length=st.integers(1, 23 * 60),
    clock=st.times(),
    home=st.booleans(),
    day=st.integers(1, 26),
)
def test_a_typed_end_comes_within_a_day_and_reads_as_typed(
    space: Workspace, start: time, length: int, clock: time, *, home: bool, day: int
) -> None:
    begins, clock = at(day, start.hour, start.minute), clock.replace(second=0, microsecond=0)
    entry = new(space, begins, 1)
    space.do("Length", type_end, entry, (begins + timedelta(minutes=length)).time())
    space.do("End", type_end, entry, clock, home=home)
    found = detail(space, entry)
    shown: datetime = from_utc(found.end_utc, SEOUL).time if home else found.end_wall
    assert shown.time() == clock
    assert 0 < found.minutes <= 24 * 60
