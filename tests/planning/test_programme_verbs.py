"""What hands do to the programme: each moves once, keeps its length, and stays tied; all or nothing."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Date, DateTime

from app.data.models import Action, Base, Entry, Leg, Owned, Participation, Visit
from app.data.models.base import stored_classes
from app.domain.words import EntryStatus
from app.planning import dated
from app.planning.moving import Start
from app.planning.soundness import faults
from app.planning.verbs.entries import copy_entry, set_leg, set_parties
from app.planning.verbs.people_at import add_participant
from app.planning.verbs.programme import (
    MOST_MINUTES,
    copy_entries,
    delete_entries,
    place_entries,
    shift_later,
    shift_visit,
    stretch_entries,
    stretch_entry,
    tie_entry,
    untie_entry,
)
from app.planning.verbs.vehicles import create_vehicle_on_way
from app.planning.workspace import Workspace
from tests.helpers.planner import PARTIES, VISIT, at, contents, planner
from tests.planning.programme import (
    FOLD,
    GAP,
    NEW_YORK,
    PARIS,
    SEOUL,
    detail,
    false_ties,
    leaves_no_step,
    new,
    refused,
    undone,
    values,
    walls,
)


@pytest.fixture
def space(tmp_path: Path) -> Any:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened
        assert opened.ask(faults) == ()
        assert opened.ask(false_ties) == []


# place_entries


def test_several_move_as_one_and_what_is_tied_to_them_follows_once(space: Workspace) -> None:
    meeting = new(space, at(10, 12), title="Meeting")
    car = new(space, at(10, 11, 30), 0.5, tied_to_id=meeting, tied_minutes=30, title="Car")
    call = new(space, at(10, 11), 0.25, tied_to_id=car, tied_minutes=30, title="Call time")
    dinner = new(space, at(10, 19), title="Dinner")
    # The car goes elsewhere by hand; the call time hangs on it, and the car still on the meeting.
    starts = {
        meeting: Start(at(11, 14), PARIS),
        car: Start(at(11, 13), PARIS),
        dinner: Start(at(11, 20), PARIS),
    }
    undone(space, place_entries, VISIT, starts)
    assert walls(space, meeting, car, call, dinner) == [at(11, 14), at(11, 13), at(11, 12, 30), at(11, 20)]
    assert [detail(space, each).tied_minutes for each in (car, call)] == [60, 30]


def test_one_tied_through_another_to_a_moved_one_is_reckoned_after_it_followed(space: Workspace) -> None:
    meeting = new(space, at(10, 12))
    car = new(space, at(10, 11), 0.5, tied_to_id=meeting, tied_minutes=60)
    call = new(space, at(10, 10), 0.25, tied_to_id=car, tied_minutes=60)
    starts = {call: Start(at(10, 9), PARIS), meeting: Start(at(10, 13), PARIS)}
    undone(space, place_entries, VISIT, starts)
    assert walls(space, call, car, meeting) == [at(10, 9), at(10, 12), at(10, 13)]
    assert detail(space, call).tied_minutes == 180


def test_each_row_is_written_once_in_a_move(space: Workspace) -> None:
    meeting = new(space, at(10, 12))
    car = new(space, at(10, 11), tied_to_id=meeting, tied_minutes=60)
    before = values(space, Entry.__table__.c.version)
    starts = {meeting: Start(at(11, 12), PARIS), car: Start(at(11, 10), PARIS)}
    space.do("Move", place_entries, VISIT, starts)
    assert values(space, Entry.__table__.c.version) == [version + 1 for version in before]


def test_a_day_in_another_zone_keeps_the_wall_clock_and_the_length(space: Workspace) -> None:
    entry = new(space, at(10, 9), 2)
    undone(space, place_entries, VISIT, {entry: Start(at(12, 9), NEW_YORK)})
    found = detail(space, entry)
    assert (found.start_wall, found.end_wall, found.end_zone) == (at(12, 9), at(12, 11), NEW_YORK)
    assert found.start_utc == at(12, 13)


def test_a_move_of_nothing_leaves_no_step(space: Workspace) -> None:
    entry = new(space, at(10, 9))
    twice = new(space, FOLD, 3, start_fold=1)
    leaves_no_step(space, place_entries, VISIT, {})
    same = {entry: Start(at(10, 9), PARIS), twice: Start(FOLD, PARIS)}
    leaves_no_step(space, place_entries, VISIT, same)
    leaves_no_step(space, shift_later, entry, minutes=0)
    leaves_no_step(space, shift_visit, VISIT, days=0)
    leaves_no_step(space, stretch_entry, twice, start_wall=FOLD)
    leaves_no_step(space, stretch_entry, entry)
    leaves_no_step(space, untie_entry, entry)
    leaves_no_step(space, delete_entries, ())
    leaves_no_step(space, copy_entries, VISIT, {})


def test_one_that_does_not_fit_holds_back_all(space: Workspace) -> None:
    good, bad = new(space, at(10, 9)), new(space, at(10, 2, 30))
    starts = {good: Start(at(29, 9), PARIS), bad: Start(GAP, PARIS)}
    for act in (place_entries, copy_entries):
        error = refused(space, act, VISIT, starts)
        assert (error.code, error.field) == ("time_nonexistent", "start_wall")
        assert (error.data["before"], error.data["after"]) == (at(29, 1, 59), at(29, 3))
        assert error.data["entry_id"] == bad
        assert refused(space, act, VISIT, {good: Start(FOLD, PARIS)}).code == "time_ambiguous"
        assert refused(space, act, VISIT, {good: Start(at(9, 9), "No/Where")}).code == "zone_unknown"
        assert refused(space, act, VISIT, {"gone": Start(at(9, 9), PARIS)}).code == "entry_missing"
        assert refused(space, act, "gone", {}).code == "visit_missing"
    undone(space, place_entries, VISIT, {good: Start(FOLD, PARIS, 1)})
    assert detail(space, good).start_utc == datetime(2026, 10, 25, 1, 30)


# stretch_entry


def test_an_edge_is_pulled_and_the_other_stays(space: Workspace) -> None:
    meeting = new(space, at(10, 12), 2)
    car = new(space, at(10, 11), tied_to_id=meeting, tied_minutes=60)
    undone(space, stretch_entry, meeting, end_wall=at(10, 15))
    undone(space, stretch_entry, meeting, start_wall=at(10, 11, 30))
    found = detail(space, meeting)
    assert (found.start_wall, found.end_wall, found.minutes) == (at(10, 11, 30), at(10, 15), 210)
    assert walls(space, car) == [at(10, 10, 30)]
    assert refused(space, stretch_entry, meeting, end_wall=at(10, 11)).code == "end_not_after_start"
    assert refused(space, stretch_entry, meeting, start_wall=at(10, 15)).code == "end_not_after_start"
    assert refused(space, stretch_entry, meeting, end_wall=GAP).code == "time_nonexistent"
    assert refused(space, stretch_entry, "gone", end_wall=GAP).code == "entry_missing"


def test_an_edge_in_the_hour_that_comes_twice_is_asked_for(space: Workspace) -> None:
    entry = new(space, datetime(2026, 10, 25, 1), 0.5)
    assert refused(space, stretch_entry, entry, end_wall=FOLD).code == "time_ambiguous"
    undone(space, stretch_entry, entry, end_wall=FOLD, end_fold=0)
    assert detail(space, entry).minutes == 90
    undone(space, stretch_entry, entry, end_wall=FOLD, end_fold=1)
    assert detail(space, entry).minutes == 150


def test_several_are_stretched_or_none(space: Workspace) -> None:
    one, other = new(space, at(10, 12)), new(space, at(10, 15))
    undone(space, stretch_entries, [one, other, one], minutes=-30)
    assert [detail(space, each).end_wall for each in (one, other)] == [at(10, 12, 30), at(10, 15, 30)]
    assert refused(space, stretch_entries, [one, "gone"], minutes=5).code == "entry_missing"
    assert refused(space, stretch_entries, [one, other], minutes=-30).code == "end_not_after_start"


# copy_entries


def test_copies_have_parties_people_and_leg_and_are_tied_among_themselves(space: Workspace) -> None:
    meeting = new(space, at(10, 12), title="Meeting", kind="travel", status=EntryStatus.CONFIRMED)
    car = new(space, at(10, 11), tied_to_id=meeting, tied_minutes=60, title="Car")
    space.do("Leg", set_leg, meeting, carrier="KE")
    space.do("Parties", set_parties, meeting, frozenset(PARTIES[:1]))
    space.do("Person", add_participant, meeting, member_id="member-0")
    starts = {car: Start(at(12, 8), PARIS), meeting: Start(at(12, 12), SEOUL)}
    copies = undone(space, copy_entries, VISIT, starts)
    assert walls(space, *copies, car, meeting) == [at(12, 8), at(12, 12), at(10, 11), at(10, 12)]
    car_copy, meeting_copy = (detail(space, each) for each in copies)
    assert (car_copy.tied_to_id, car_copy.tied_minutes) == (meeting_copy.id, -4 * 60)
    assert {car_copy.status, meeting_copy.status} == {EntryStatus.TENTATIVE}
    for kind in (Leg, Participation):
        assert set(values(space, kind.__table__.c.entry_id)) == {meeting, meeting_copy.id}
    assert len(set(values(space, Entry.__table__.c.calendar_uid))) == 4


def test_a_copy_without_what_it_was_tied_to_stands_on_its_own(space: Workspace) -> None:
    meeting = new(space, at(10, 12))
    car = new(space, at(10, 11), tied_to_id=meeting, tied_minutes=60)
    (copy,) = undone(space, copy_entries, VISIT, {car: Start(at(20, 11), PARIS)})
    assert (detail(space, copy).tied_to_id, detail(space, copy).tied_minutes) == (None, 0)
    assert detail(space, car).tied_to_id == meeting


def test_a_copy_that_starts_with_its_entry_keeps_the_tie_however_many_are_copied(space: Workspace) -> None:
    meeting, other = new(space, at(10, 12)), new(space, at(10, 15))
    car = new(space, at(10, 11), tied_to_id=meeting, tied_minutes=60)
    starts = {car: Start(at(10, 11), PARIS), other: Start(at(10, 15), PARIS)}
    for copy in (undone(space, copy_entry, car), *undone(space, copy_entries, VISIT, starts)[:1]):
        assert (detail(space, copy).tied_to_id, detail(space, copy).tied_minutes) == (meeting, 60)
    both = starts | {meeting: Start(at(10, 12), PARIS)}
    car_copy, _other, meeting_copy = undone(space, copy_entries, VISIT, both)
    assert (detail(space, car_copy).tied_to_id, detail(space, car_copy).tied_minutes) == (meeting_copy, 60)


# delete_entries


def test_several_are_deleted_as_one(space: Workspace) -> None:
    meeting = new(space, at(10, 12))
    car = new(space, at(10, 11), tied_to_id=meeting, tied_minutes=60)
    other = new(space, at(10, 15))
    assert refused(space, delete_entries, [meeting, "gone"]).code == "entry_missing"
    undone(space, delete_entries, [meeting, other, meeting])
    assert detail(space, car).tied_to_id is None
    assert values(space, Entry.__table__.c.id) == [car]


# shift_later


def test_all_later_that_day_is_put_off_by_real_minutes(space: Workspace) -> None:
    early, late = new(space, at(28, 9)), new(space, at(28, 23, 30), 1)
    first = new(space, at(28, 12))
    car = new(space, at(28, 11, 30), tied_to_id=first, tied_minutes=30)
    same = new(space, at(28, 12))
    elsewhere = new(space, at(28, 9), zone=NEW_YORK)  # 14:00 in Paris, the same local day
    next_day = new(space, at(29, 9))
    undone(space, shift_later, first, minutes=180)
    assert walls(space, early, car, first, same, elsewhere, next_day) == [
        at(28, 9), at(28, 14, 30), at(28, 15), at(28, 15), at(28, 12), at(29, 9),
    ]  # fmt: skip
    assert walls(space, late) == [at(29, 3, 30)]  # over the night of the switch: three hours passed
    assert refused(space, shift_later, first, minutes=MOST_MINUTES + 1).code == "number_wanted"
    assert refused(space, shift_later, "gone", minutes=5).code == "entry_missing"


def test_cars_and_riders_stay_on_their_way(space: Workspace) -> None:
    entry = new(space, at(10, 9))
    space.do("Car", create_vehicle_on_way, entry, name="Car 1")
    undone(space, place_entries, VISIT, {entry: Start(at(11, 9), PARIS)})
    before = {name: rows for name, rows in space.ask(contents).items() if name != "entry"}
    undone(space, shift_later, entry, minutes=30)
    assert {name: rows for name, rows in space.ask(contents).items() if name != "entry"} == before


# shift_visit


def test_every_dated_column_of_a_visit_is_decided_on() -> None:
    """A new one must be put into one of the three tables of ``app.planning.dated``, and into one only."""
    stamps = {"created_at", "updated_at"}
    dated_columns = sorted(
        (each.__tablename__, column.name)
        for each in stored_classes()
        if each is Visit or issubclass(each, Owned)
        for column in each.__table__.c
        if isinstance(column.type, Date | DateTime) and column.name not in stamps
    )
    decided = sorted(
        (table, name)
        for decisions in (dated.DAYS, dated.CLOCKS, dated.STAYS)
        for table, names in decisions.items()
        for name in names
    )
    assert decided == dated_columns
    assert all(
        type(Base.metadata.tables[table].c[name].type) is Date
        for table, names in dated.DAYS.items()
        for name in names
    )


@pytest.mark.parametrize("days", [7, -400])
def test_all_that_is_dated_moves_with_the_visit_and_nothing_else(tmp_path: Path, days: int) -> None:
    with Workspace.open(planner(tmp_path, "filled")) as space:
        before = space.ask(contents)
        undone(space, shift_visit, before["entry"][0]["visit_id"], days=days)
        after = space.ask(contents)
        changed = {
            (table, name): new_row[name] - old_row[name]
            for table, rows in before.items()
            for old_row, new_row in zip(rows, after[table], strict=True)
            for name in old_row
            if old_row[name] != new_row[name]
        }
        moved = {
            (table, name)
            for decided in (dated.DAYS, dated.CLOCKS)
            for table, names in decided.items()
            for name in names
        }
        ties = {("entry", "tied_minutes")}  # the filled one's was not true before
        assert changed.keys() - ties == moved
        assert {each for key, each in changed.items() if key not in ties and "utc" not in key[1]} == {
            timedelta(days=days)
        }
        assert space.ask(faults) == ()


def test_a_promise_keeps_its_day_when_the_visit_is_put_off(tmp_path: Path) -> None:
    due = Action.__table__.c.due_on
    with Workspace.open(planner(tmp_path, "sample")) as space:
        (visit,) = values(space, Visit.__table__.c.id)
        before = values(space, due)
        space.do("Shift", shift_visit, visit, days=28)
        assert values(space, due) == before
        assert space.ask(faults) == ()
        assert space.ask(false_ties) == []


def test_a_visit_put_into_the_night_of_the_switch_is_asked_about(space: Workspace) -> None:
    entry = new(space, at(22, 2, 30), title="Night train")
    error = refused(space, shift_visit, VISIT, days=7)
    assert (error.code, error.data["entry_id"]) == ("time_nonexistent", entry)
    assert error.data["title"] == "Night train"  # of all there are, it says which
    days = (date(2026, 10, 25) - date(2026, 3, 22)).days
    assert refused(space, shift_visit, VISIT, days=days).code == "time_ambiguous"
    undone(space, shift_visit, VISIT, days=days, fold=1)
    assert detail(space, entry).start_utc == datetime(2026, 10, 25, 1, 30)
    undone(space, shift_visit, VISIT, days=7, starts={entry: Start(at(29, 3), PARIS)})
    assert detail(space, entry).start_wall == at(29, 3)
    assert refused(space, shift_visit, VISIT, days=10**6).code == "time_out_of_range"
    assert refused(space, shift_visit, VISIT, days=10**12).code == "time_out_of_range"
    assert refused(space, shift_visit, "gone", days=1).code == "visit_missing"


# tie_entry, untie_entry


def test_an_entry_is_tied_and_untied(space: Workspace) -> None:
    meeting, car = new(space, at(10, 12)), new(space, at(10, 9))
    undone(space, tie_entry, car, to_id=meeting)
    assert (walls(space, car), detail(space, car).tied_minutes) == ([at(10, 9)], 180)
    undone(space, tie_entry, car, to_id=meeting, minutes=20)
    assert walls(space, car) == [at(10, 11, 40)]
    undone(space, tie_entry, car, to_id=meeting, minutes=-60)
    assert walls(space, car) == [at(10, 13)]
    assert refused(space, tie_entry, meeting, to_id=car, minutes=1).code == "tied_in_circle"
    assert refused(space, tie_entry, meeting, to_id=meeting).code == "tied_in_circle"
    assert refused(space, tie_entry, car, to_id="gone").code == "reference_missing"
    undone(space, untie_entry, car)
    assert (walls(space, car), detail(space, car).tied_to_id) == ([at(10, 13)], None)
    undone(space, place_entries, VISIT, {meeting: Start(at(11, 12), PARIS)})
    assert walls(space, car) == [at(10, 13)]
