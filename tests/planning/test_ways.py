"""The ways missing on a day: proposed for each lane, added as estimates, which a typed time ends."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from app.data.models import Leg, Place
from app.domain.errors import DataError, PlanningError
from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus, LegMode, Marking
from app.planning.verbs.entries import (
    cancel_entry,
    create_entry,
    edit_entry,
    move_entry,
    set_leg,
    set_parties,
)
from app.planning.verbs.programme import stretch_entry
from app.planning.verbs.ways import add_ways
from app.planning.views.entry import entry_detail
from app.planning.views.visits import the_visit
from app.planning.views.ways import day_ways
from app.planning.workspace import Workspace
from app.reference import speeds
from tests.helpers.planner import PARTIES, VISIT, at, contents, planner, risen

DAY = date(2026, 3, 2)
#: The middle of Paris, a quarter of an hour's walk from it, and a place some 20 km away.
PLACES = {"place-0": (48.8566, 2.3522), "place-1": (48.8640, 2.3522), "place-2": (48.7130, 2.2020)}
ADD = partial(add_ways, driven_title="Car to {place}", walked_title="Walk to {place}")


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path)) as opened:
        opened.do("Places", _plant)
        yield opened


def _plant(session: Session) -> None:
    session.add(Place(id="place-2", name="Place 2", zone="Europe/Paris", badge_minutes=10))
    session.flush()
    for place_id, (latitude, longitude) in PLACES.items():
        place = session.get_one(Place, place_id)
        place.latitude, place.longitude = latitude, longitude


def entry(space: Workspace, hour: int, place: int | None, length: int = 60, **fields: Any) -> str:
    """Add an entry of so many minutes at one of the places."""
    start = at(DAY.day, hour)
    return space.do(
        "Add",
        partial(
            create_entry,
            title=f"At {hour}",
            start_wall=start,
            start_zone="Europe/Paris",
            end_wall=start + timedelta(minutes=length),
            end_zone="Europe/Paris",
            place_id=None if place is None else f"place-{place}",
            **fields,
        ),
        VISIT,
    )


def hops(space: Workspace) -> list[tuple[str, str]]:
    return [(way.before_id, way.after_id) for way in space.ask(day_ways, VISIT, DAY).ways]


def test_a_way_ends_when_the_next_begins_less_its_badges(space: Workspace) -> None:
    first, second = entry(space, 9, 0), entry(space, 12, 2, marking=Marking.CONFIDENTIAL)
    (way,) = space.ask(day_ways, VISIT, DAY).ways
    assert (way.before_id, way.after_id, way.from_name, way.to_name) == (first, second, "Place 0", "Place 2")
    assert (way.way.mode, way.way.minutes, way.badge_minutes, way.free_minutes) == (LegMode.CAR, 50, 10, 120)
    assert (way.start.time, way.end.time) == (at(2, 11), at(2, 11, 50))
    assert (way.start_utc, way.end_zone) == (at(2, 10), "Europe/Paris")
    assert way.fits
    assert way.parties == ()
    assert way.marking is Marking.CONFIDENTIAL


def test_what_is_near_is_walked(space: Workspace) -> None:
    entry(space, 9, 0)
    entry(space, 11, 1)
    (way,) = space.ask(day_ways, VISIT, DAY).ways
    assert (way.way.mode, way.way.minutes) == (LegMode.WALK, 20)


def test_a_way_that_does_not_fit_says_so(space: Workspace) -> None:
    first = entry(space, 9, 0, length=130)
    second = entry(space, 12, 2)
    (way,) = space.ask(day_ways, VISIT, DAY).ways
    assert (way.free_minutes, way.fits) == (50, False)  # 50 and 10 are more
    assert space.do("Add", ADD, VISIT, DAY) == ()
    (added,) = space.do("Add", partial(ADD, pairs=[(first, second)]), VISIT, DAY)
    assert space.ask(entry_detail, added).start_wall == at(2, 11)


def test_what_nobody_has_placed_is_said(space: Workspace) -> None:
    space.do("No degrees", _unlocate)
    entry(space, 8, 3)
    entry(space, 10, 0)
    entry(space, 11, 3)
    entry(space, 12, 3)  # the same place: wherever it is, there is no way
    entry(space, 13, None, kind=EntryKind.HOLD)
    call = entry(space, 14, None)
    entry(space, 15, 0)
    found = space.ask(day_ways, VISIT, DAY)
    assert found.ways == ()
    assert [(stay.title, stay.place) for stay in found.unplaced] == [
        *(("At 8", "Place 3"), ("At 11", "Place 3"), ("At 12", "Place 3")),
        ("At 14", ""),
    ]
    space.do("Gone", cancel_entry, call)
    assert [stay.title for stay in space.ask(day_ways, VISIT, DAY).unplaced] == ["At 8", "At 11", "At 12"]


def _unlocate(session: Session) -> None:
    session.add(Place(id="place-3", name="Place 3", zone="Europe/Paris"))


def test_where_none_is_missing(space: Workspace) -> None:
    one = entry(space, 7, 0)
    assert hops(space) == []  # there is but one
    two = entry(space, 9, 0)
    assert hops(space) == []  # the same place
    three = entry(space, 11, 2)
    assert hops(space) == [(two, three)]
    entry(space, 10, None, kind=EntryKind.HOLD)
    assert hops(space) == [(two, three)]  # a hold is nowhere
    meal = entry(space, 10, None, kind=EntryKind.MEAL)
    assert hops(space) == []  # who knows where that is
    space.do("Cancel", cancel_entry, meal)
    space.do("Cancel", cancel_entry, two)
    assert hops(space) == [(one, three)]
    entry(space, 10, None, kind=EntryKind.TRAVEL)
    assert hops(space) == []  # planned already
    assert space.ask(day_ways, VISIT, DAY + timedelta(days=1)).ways == ()
    assert space.ask(day_ways, "nowhere", DAY).ways == ()


def test_each_lane_has_its_own_ways(space: Workspace) -> None:
    start, end = entry(space, 8, 0), entry(space, 16, 2)
    team = entry(space, 12, 1)
    space.do("Parties", set_parties, team, frozenset({PARTIES[1]}))
    found = {(way.before_id, way.after_id): way.party_ids for way in space.ask(day_ways, VISIT, DAY).ways}
    assert found == {
        (start, end): {PARTIES[0]},
        (start, team): {PARTIES[1]},
        (team, end): {PARTIES[1]},
    }
    later = entry(space, 18, 0)
    (shared,) = (way for way in space.ask(day_ways, VISIT, DAY).ways if way.after_id == later)
    assert (shared.before_id, shared.party_ids, shared.parties) == (end, frozenset(), ())


def test_ways_are_added_as_estimates_tied_to_where_they_lead(space: Workspace) -> None:
    entry(space, 9, 0)
    second, third = entry(space, 12, 2), entry(space, 15, 0)
    space.do("Parties", set_parties, second, frozenset({PARTIES[0]}))
    before = space.ask(contents)
    ways = space.do("Add the ways between", ADD, VISIT, DAY)
    first, last = (space.ask(entry_detail, way) for way in ways)
    assert [first.title, last.title] == ["Car to Place 2", "Car to Place 0"]
    assert (first.kind, first.status, first.start_precision) == (
        EntryKind.TRAVEL, EntryStatus.TENTATIVE, Precision.ABOUT,
    )  # fmt: skip
    assert (first.tied_to_id, first.tied_minutes, first.minutes) == (second, 60, 50)
    assert (last.tied_to_id, last.tied_minutes) == (third, 50)
    assert first.parties == last.parties == {PARTIES[0]}
    assert first.leg is not None
    assert (first.leg.mode, first.leg.from_name, first.leg.to_name, first.leg.estimated) == (
        LegMode.CAR, "Place 0", "Place 2", True,
    )  # fmt: skip
    assert hops(space) == []
    assert space.do("Add again", ADD, VISIT, DAY) == ()
    space.undo()
    assert space.ask(contents) == before


def test_ways_to_some_entries_by_coach(space: Workspace) -> None:
    entry(space, 9, 0)
    second, third = entry(space, 12, 2), entry(space, 15, 0)
    chosen = partial(ADD, driven=LegMode.COACH, pairs=[(second, third)])
    (way,) = space.do("Add", chosen, VISIT, DAY)
    leg = space.ask(entry_detail, way).leg
    assert leg is not None
    assert leg.mode is LegMode.COACH
    assert [after for _before, after in hops(space)] == [second]


def test_a_way_over_the_night_of_the_switch_takes_real_time(space: Workspace) -> None:
    def add(session: Session, hour: int, minute: int, place: str) -> None:
        create_entry(
            session, VISIT, title=place, start_wall=at(29, hour, minute), start_zone="Europe/Paris",
            end_wall=at(29, hour, minute + 15), end_zone="Europe/Paris", place_id=place,
        )  # fmt: skip

    space.do("Add", add, 0, 30, "place-0")
    space.do("Add", add, 3, 5, "place-2")
    (way,) = space.ask(day_ways, VISIT, date(2026, 3, 29)).ways
    assert (way.start.time, way.end.time) == (at(29, 1, 5), at(29, 1, 55))
    assert way.free_minutes == 80


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"driven": LegMode.FLIGHT}, "choice_unknown"),
        ({"driven_title": " "}, "title_empty"),
    ],
)
def test_what_is_refused(space: Workspace, fields: dict[str, Any], code: str) -> None:
    entry(space, 9, 0)
    entry(space, 12, 2)
    with pytest.raises(PlanningError, match=code):
        space.do("Add", partial(ADD, **fields), VISIT, DAY)
    with pytest.raises(PlanningError, match="visit_missing"):
        space.do("Add", ADD, "nowhere", DAY)


def test_a_table_that_was_spoilt_is_said(
    space: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt = tmp_path / "speeds.csv"
    spoilt.write_text("mode\nrocket\n", "utf-8")
    monkeypatch.setattr(speeds.paces, "__defaults__", (spoilt,))
    with pytest.raises(DataError, match="table_unreadable"):
        space.ask(day_ways, VISIT, DAY)


def test_the_number_of_queries_does_not_grow(space: Workspace) -> None:
    seen: list[str] = []

    def count() -> int:
        seen.clear()
        space.ask(day_ways, VISIT, DAY)
        return len(seen)

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.extend([statement] * statement.startswith("SELECT"))

    event.listen(space._engine, "before_cursor_execute", note)
    assert count() == 6
    for hour in range(8, 20):
        entry(space, hour, hour % 3, length=10)
    assert count() == 6
    event.remove(space._engine, "before_cursor_execute", note)


# The estimate ends where somebody types a time, and only there.


@pytest.fixture
def way(space: Workspace) -> str:
    entry(space, 9, 0)
    entry(space, 12, 2)
    (added,) = space.do("Add", ADD, VISIT, DAY)
    return added


def estimated(space: Workspace, entry_id: str) -> bool:
    leg = space.ask(entry_detail, entry_id).leg
    assert leg is not None
    return leg.estimated


@pytest.mark.parametrize(
    "fields",
    [
        {"start_wall": at(2, 10, 45)},
        {"end_wall": at(2, 12)},
        {"start_wall": at(2, 11)},  # as it was: now somebody has said so
        {"end_zone": "Europe/Berlin", "end_wall": at(2, 11, 50)},
    ],
)
def test_a_typed_time_ends_the_estimate(space: Workspace, way: str, fields: dict[str, Any]) -> None:
    before, told = space.ask(contents), space.ask(risen)
    space.do("Type", partial(edit_entry, **fields), way)
    assert not estimated(space, way)
    key = ("entry", way, "calendar_sequence")
    assert space.ask(risen)[key] > told[key]  # calendars say that it is an estimate
    space.undo()
    assert space.ask(contents) == before
    assert estimated(space, way)


def test_pulling_an_edge_ends_the_estimate(space: Workspace, way: str) -> None:
    space.do("Stretch", partial(stretch_entry, end_wall=at(2, 11, 45)), way)
    assert space.ask(entry_detail, way).minutes == 45
    assert not estimated(space, way)


def test_a_way_that_is_moved_remains_an_estimate(space: Workspace, way: str) -> None:
    target = space.ask(entry_detail, way).tied_to_id
    assert target is not None
    space.do("Move what it is tied to", partial(move_entry, start_wall=at(2, 13)), target)
    assert space.ask(entry_detail, way).start_wall == at(2, 12)
    space.do("Move", partial(move_entry, start_wall=at(2, 11, 30)), way)
    space.do("Tie", partial(edit_entry, tied_minutes=70), way)
    space.do("Name", partial(edit_entry, title="By car"), way)
    space.do("Leg", partial(set_leg, number="3"), way)
    assert estimated(space, way)


def test_nobody_sets_the_estimate_by_hand(space: Workspace, way: str) -> None:
    with pytest.raises(TypeError, match="estimated"):
        space.do("Leg", partial(set_leg, estimated=False), way)


def test_the_sample_has_ways_to_propose(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path, "sample", "sample.aide")) as space:
        visit = space.ask(the_visit, None)
        days = [date(2024, 1, 21) + timedelta(days=number) for number in range(11)]
        found = [way for day in days for way in space.ask(day_ways, visit, day).ways]
        for day in days:
            space.do("Add", ADD, visit, day)
        query = select(Leg.to_name).where(Leg.estimated)
        added = space.ask(lambda connection: connection.execute(query).scalars().all())
        assert sorted(added) == sorted(way.to_name for way in found if way.fits)
        assert added
