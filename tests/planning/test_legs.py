"""Where a journey begins and ends."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import PlanningError
from app.domain.words import EntryKind
from app.planning.verbs.entries import create_entry, edit_entry
from app.planning.verbs.legs import arrive_at, leave_from
from app.planning.views.entry import EntryDetail, entry_detail
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, at, contents, planner

SEOUL, NEW_YORK, PARIS = "Asia/Seoul", "America/New_York", "Europe/Paris"


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened


def journey(space: Workspace, start: datetime, end: datetime, zone: str = SEOUL) -> str:
    verb = partial(create_entry, visit_id=VISIT, title="KE 093", kind=EntryKind.TRAVEL)
    return space.do("Add", partial(verb, start_wall=start, end_wall=end, start_zone=zone, end_zone=zone))


def go(space: Workspace, verb: Any, entry: str, name: str, code: str, zone: str) -> EntryDetail:
    space.do("Go", partial(verb, entry_id=entry, name=name, code=code, zone=zone))
    return space.ask(entry_detail, entry)


def test_a_flight_gets_its_names_codes_and_clocks(space: Workspace) -> None:
    entry = journey(space, at(2, 10), at(2, 11))
    before = space.ask(contents)
    there = go(space, leave_from, entry, "Incheon", "ICN", SEOUL)
    assert there.leg is not None
    assert (there.leg.from_name, there.leg.from_code, there.start_wall) == ("Incheon", "ICN", at(2, 10))
    there = go(space, arrive_at, entry, "Dulles", "IAD", NEW_YORK)
    assert there.leg is not None
    assert (there.leg.to_name, there.leg.to_code) == ("Dulles", "IAD")
    assert (there.start_zone, there.end_zone, there.end_wall) == (SEOUL, NEW_YORK, at(2, 11))
    assert (there.start_utc, there.end_utc) == (at(2, 1), at(2, 16))
    space.undo()
    space.undo()
    assert space.ask(contents) == before


def test_another_start_zone_takes_the_end_along_until_that_is_known(space: Workspace) -> None:
    entry = journey(space, at(2, 10), at(2, 14), PARIS)
    there = go(space, leave_from, entry, "Seoul Station", "", SEOUL)
    assert (there.start_wall, there.end_wall, there.end_zone) == (at(2, 10), at(2, 14), SEOUL)
    go(space, arrive_at, entry, "Busan Station", "", SEOUL)
    there = go(space, leave_from, entry, "CDG", "CDG", PARIS)
    assert (there.start_wall, there.start_zone, there.end_zone) == (at(2, 10), PARIS, SEOUL)
    assert there.end_utc - there.start_utc == at(2, 14) - at(2, 10)
    assert there.end_wall == at(2, 22)


def test_an_end_that_would_come_before_the_start_keeps_the_length(space: Workspace) -> None:
    entry = journey(space, at(2, 9), at(2, 10), NEW_YORK)
    there = go(space, arrive_at, entry, "Incheon", "ICN", SEOUL)
    assert there.end_utc - there.start_utc == at(2, 10) - at(2, 9)
    assert there.end_wall == at(3, 0)


def test_a_clock_that_never_shows_that_time_shows_another(space: Workspace) -> None:
    entry = journey(space, at(29, 0, 30), at(29, 2, 30), "Europe/London")
    there = go(space, arrive_at, entry, "Gare du Nord", "", PARIS)  # 02:30 is in the gap of that night
    assert (there.end_zone, there.end_wall) == (PARIS, at(29, 3, 30))


def test_what_cannot_be_changes_nothing(space: Workspace) -> None:
    entry = journey(space, at(2, 9), at(2, 10))
    before = space.ask(contents)
    for verb in (leave_from, arrive_at):
        with pytest.raises(PlanningError, match="zone_unknown"):
            go(space, verb, entry, "Atlantis", "ATL", "Atlantic/Atlantis")
        with pytest.raises(PlanningError, match="entry_missing"):
            go(space, verb, "gone", "Incheon", "ICN", SEOUL)
    assert space.ask(contents) == before


def test_a_journey_between_two_clocks_names_their_cities(space: Workspace) -> None:
    entry = journey(space, at(2, 10), at(2, 11))
    assert space.ask(entry_detail, entry).cities is None
    assert go(space, arrive_at, entry, "Dulles", "IAD", NEW_YORK).cities == ("Seoul", "New York")
    space.do("No journey", partial(edit_entry, entry_id=entry, kind=EntryKind.MEETING))
    assert space.ask(entry_detail, entry).cities is None


def test_a_journey_that_would_land_first_is_refused_in_its_own_words(space: Workspace) -> None:
    entry = journey(space, at(2, 10), at(2, 11))
    go(space, arrive_at, entry, "Dulles", "IAD", NEW_YORK)
    with pytest.raises(PlanningError) as caught:
        space.do("End", partial(edit_entry, entry_id=entry, end_wall=at(1, 20)))
    assert (caught.value.code, caught.value.field) == ("arrival_too_early", "end_wall")
    space.do("End", partial(edit_entry, entry_id=entry, end_wall=at(1, 20, 1)))
    assert space.ask(entry_detail, entry).minutes == 1
