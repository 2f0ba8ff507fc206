"""The verbs of the programme: instants follow the clocks, and each refusal says what and where."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.domain.errors import PlanningError
from app.domain.time import Precision, check_wall, to_utc
from app.domain.words import EntryStatus, Marking
from app.planning.soundness import faults
from app.planning.verbs.entries import (
    cancel_entry,
    copy_entry,
    create_entry,
    delete_entry,
    edit_entry,
    move_entry,
    set_leg,
    set_parties,
)
from app.planning.views.document import visit_document
from app.planning.views.entry import EntryDetail, entry_detail
from app.planning.workspace import Workspace
from app.wording.errors import sentence
from tests.helpers.planner import PARTIES, VISIT, at, planner

PARIS, SEOUL, NEW_YORK = "Europe/Paris", "Asia/Seoul", "America/New_York"
MORNING = at(10, 9)
GAP = at(29, 2, 30)  # Paris, 29 March 2026: 02:00 to 03:00 is skipped
FOLD = datetime(2026, 10, 25, 2, 30)  # Paris, 25 October 2026: 02:00 to 03:00 comes twice


@pytest.fixture
def space(tmp_path: Path) -> Any:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened
        assert opened.ask(faults) == ()


def new(space: Workspace, start: datetime = MORNING, hours: float = 1, **more: Any) -> str:
    zone = more.pop("zone", PARIS)
    values = {"start_wall": start, "start_zone": zone, "end_zone": zone, "title": "Call"}
    values["end_wall"] = start + timedelta(hours=hours)
    return space.do("New", create_entry, VISIT, **(values | more))


def detail(space: Workspace, entry: str) -> EntryDetail:
    return space.ask(entry_detail, entry)


def test_a_new_entry_takes_the_marking_of_its_visit_and_its_instants(space: Workspace) -> None:
    found = detail(space, new(space))
    assert found.marking is Marking.OFFICIAL_USE
    assert (found.start_utc, found.end_utc) == (at(10, 8), at(10, 9))
    assert detail(space, new(space, marking=Marking.CONFIDENTIAL)).marking is Marking.CONFIDENTIAL


def test_a_new_entry_is_tentative_until_it_is_confirmed(space: Workspace) -> None:
    assert detail(space, new(space)).status is EntryStatus.TENTATIVE
    assert detail(space, new(space, status=EntryStatus.CONFIRMED)).status is EntryStatus.CONFIRMED


def test_a_flight_may_land_before_it_took_off_by_the_clock(space: Workspace) -> None:
    flight = new(
        space, at(10, 10), start_zone=SEOUL, end_zone="America/Los_Angeles", end_wall=at(10, 5), title="KE"
    )
    assert detail(space, flight).minutes == 11 * 60


def test_a_skipped_hour_is_refused_with_its_neighbours(space: Workspace) -> None:
    cases: list[tuple[str, dict[str, Any]]] = [
        ("start_wall", {}),
        ("end_wall", {"start": at(28, 23), "end_wall": GAP}),
    ]
    for field, values in cases:
        with pytest.raises(PlanningError) as caught:
            new(space, **({"start": GAP} | values))
        assert (caught.value.code, caught.value.field) == ("time_nonexistent", field)
        assert (caught.value.data["before"], caught.value.data["after"]) == (at(29, 1, 59), at(29, 3))


def test_an_hour_that_comes_twice_is_asked_for_and_stored(space: Workspace) -> None:
    with pytest.raises(PlanningError) as caught:
        new(space, FOLD, 3)
    assert (caught.value.code, caught.value.field) == ("time_ambiguous", "start_wall")
    first, second = (detail(space, new(space, FOLD, 3, start_fold=fold)) for fold in (0, 1))
    assert (first.start_fold, second.start_fold) == (0, 1)
    assert second.start_utc - first.start_utc == timedelta(hours=1)
    assert first.minutes == 4 * 60  # by the clock three hours
    space.do("Zone", edit_entry, first.id, title="Other words ask nothing")


def test_a_move_over_the_night_of_the_switch_keeps_the_length(space: Workspace) -> None:
    entry = new(space, at(27, 22), 8)
    space.do("Move", move_entry, entry, start_wall=at(28, 22))
    found = detail(space, entry)
    assert (found.start_wall, found.end_wall, found.minutes) == (at(28, 22), at(29, 7), 8 * 60)


@settings(max_examples=25)
@given(
    start=st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 30)),
    target=st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 30)),
    minutes=st.integers(1, 3000),
    zones=st.tuples(*[st.sampled_from([PARIS, SEOUL, NEW_YORK, "Asia/Kathmandu"])] * 3),
)
def test_a_move_keeps_the_length_in_real_time_anywhere(
    tmp_path_factory: pytest.TempPathFactory,
    start: datetime,
    target: datetime,
    minutes: int,
    zones: tuple[str, str, str],
) -> None:
    start, target = start.replace(second=0, microsecond=0), target.replace(second=0, microsecond=0)
    here, there, goal = zones
    if not check_wall(start, here).instants or not check_wall(target, goal).instants:
        return
    end = check_wall(start, here).instants[0] + timedelta(minutes=minutes)
    with Workspace.open(planner(tmp_path_factory.mktemp("move"))) as space:
        entry = space.do(
            "New", create_entry, VISIT, title="x", start_wall=start, start_zone=here, start_fold=0,
            end_wall=end.replace(tzinfo=None), end_zone="UTC",
        )  # fmt: skip
        space.do("Move", move_entry, entry, start_wall=target, start_zone=goal, start_fold=0)
        found = detail(space, entry)
        assert found.minutes == minutes
        assert (found.start_wall, found.start_zone) == (target, goal)
        assert found.start_utc == to_utc(target, goal)
        assert found.end_zone == (goal if here == "UTC" else "UTC")
        assert there in zones
        assert space.ask(faults) == ()


def test_a_change_of_zone_keeps_the_clock(space: Workspace) -> None:
    entry = new(space)
    space.do("Zone", edit_entry, entry, start_zone=NEW_YORK, end_zone=NEW_YORK)
    found = detail(space, entry)
    assert (found.start_wall, found.start_utc) == (at(10, 9), at(10, 13))


def test_what_is_tied_moves_along_and_so_does_what_is_tied_to_that(space: Workspace) -> None:
    meeting = new(space, at(28, 12))
    car = new(space, at(28, 11, 30), 0.5, tied_to_id=meeting, tied_minutes=30)
    call = new(space, at(28, 11), 0.25, tied_to_id=car, tied_minutes=30)
    after = new(space, at(28, 13), 1, tied_to_id=meeting, tied_minutes=-60)
    space.do("Move", move_entry, meeting, start_wall=at(29, 12))
    assert [detail(space, key).start_wall for key in (call, car, meeting, after)] == [
        at(29, 11), at(29, 11, 30), at(29, 12), at(29, 13),
    ]  # fmt: skip
    space.do("Edit", edit_entry, meeting, start_wall=at(30, 12), end_wall=at(30, 13))
    assert detail(space, call).start_wall == at(30, 11)
    space.undo()
    assert detail(space, call).start_wall == at(29, 11)


def test_the_minutes_of_a_tie_and_the_clocks_always_agree(space: Workspace) -> None:
    meeting = new(space, at(28, 12))
    car = new(space, at(28, 11, 30), 0.5)
    space.do("Tie", edit_entry, car, tied_to_id=meeting)
    assert detail(space, car).tied_minutes == 30
    space.do("Move the car", move_entry, car, start_wall=at(28, 11, 15))
    assert detail(space, car).tied_minutes == 45
    space.do("Say the minutes", edit_entry, car, tied_minutes=20)
    assert detail(space, car).start_wall == at(28, 11, 40)
    space.do("Move the meeting", move_entry, meeting, start_wall=at(28, 15))
    assert detail(space, car).start_wall == at(28, 14, 40)


@pytest.mark.parametrize("minutes", [10**5, -(10**9), 10**13])
def test_a_tie_of_months_is_refused(space: Workspace, minutes: int) -> None:
    car = new(space, at(28, 11), tied_to_id=new(space, at(28, 12)))
    with pytest.raises(PlanningError) as caught:
        space.do("Tie", edit_entry, car, tied_minutes=minutes)
    assert (caught.value.code, caught.value.field) == ("time_out_of_range", "tied_minutes")


def test_a_change_of_the_leg_is_told_to_calendars_and_so_is_its_undoing(space: Workspace) -> None:
    flight = new(space)
    sequences = [_sequence(space, flight)]
    for terminal in ("1", "1", "2"):
        space.do("Terminal", set_leg, flight, from_terminal=terminal)
        sequences.append(_sequence(space, flight))
    space.undo()
    sequences.append(_sequence(space, flight))
    assert sequences == [0, 1, 1, 2, 3]


def _sequence(space: Workspace, entry_id: str) -> int:
    rows = space.ask(visit_document, VISIT)["entries"]
    return int(next(row["calendar_sequence"] for row in rows if row["id"] == entry_id))


def test_ties_in_a_circle_are_refused(space: Workspace) -> None:
    one = new(space)
    two = new(space, tied_to_id=one)
    three = new(space, tied_to_id=two)
    for target in (one, two, three):
        with pytest.raises(PlanningError) as caught:
            space.do("Tie", edit_entry, one, tied_to_id=target)
        assert (caught.value.code, caught.value.field) == ("tied_in_circle", "tied_to_id")


REFUSED: dict[str, tuple[Callable[[Session, str], Any], str, str | None]] = {
    "no title": (lambda s, e: edit_entry(s, e, title="  "), "title_empty", "title"),
    "copy without title": (lambda s, e: copy_entry(s, e, title=" "), "title_empty", "title"),
    "end first": (lambda s, e: edit_entry(s, e, end_wall=at(9, 9)), "end_not_after_start", "end_wall"),
    "no length": (lambda s, e: edit_entry(s, e, end_wall=at(10, 9)), "end_not_after_start", "end_wall"),
    "too long": (lambda s, e: edit_entry(s, e, end_wall=datetime(2026, 5, 1)), "span_too_long", "end_wall"),
    "kind": (lambda s, e: edit_entry(s, e, kind="party"), "choice_unknown", "kind"),
    "status": (lambda s, e: edit_entry(s, e, status=None), "field_empty", "status"),
    "marking": (lambda s, e: edit_entry(s, e, marking=4), "choice_unknown", "marking"),
    "precision": (lambda s, e: edit_entry(s, e, end_precision="so"), "choice_unknown", "end_precision"),
    "mode": (lambda s, e: set_leg(s, e, mode="rocket"), "choice_unknown", "mode"),
    "long title": (lambda s, e: edit_entry(s, e, title="x" * 1_000_000), "text_too_long", "title"),
    "long copy": (lambda s, e: copy_entry(s, e, title="x" * 1_000_000), "text_too_long", "title"),
    "long notes": (lambda s, e: edit_entry(s, e, notes="x" * 200_001), "text_too_long", "notes"),
    "long carrier": (lambda s, e: set_leg(s, e, carrier="x" * 1_000_000), "text_too_long", "carrier"),
    "long number": (lambda s, e: set_leg(s, e, number="x" * 21), "text_too_long", "number"),
    "no fallback": (lambda s, e: edit_entry(s, e, fallback=None), "field_empty", "fallback"),
    "place": (lambda s, e: edit_entry(s, e, place_id="x"), "reference_missing", "place_id"),
    "party": (lambda s, e: set_parties(s, e, frozenset({"x"})), "reference_missing", "parties"),
    "zone": (lambda s, e: edit_entry(s, e, start_zone="Mars"), "zone_unknown", "start_zone"),
    "end zone": (lambda s, e: edit_entry(s, e, end_zone=""), "zone_unknown", "end_zone"),
    "year": (
        lambda s, e: move_entry(s, e, start_wall=datetime(206, 1, 1)), "time_out_of_range", "start_wall"
    ),
    "gap": (lambda s, e: move_entry(s, e, start_wall=GAP), "time_nonexistent", "start_wall"),
    "fold": (lambda s, e: move_entry(s, e, start_wall=FOLD), "time_ambiguous", "start_wall"),
    "gone": (lambda s, _: cancel_entry(s, "gone"), "entry_missing", None),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_says_what_and_where(space: Workspace, name: str) -> None:
    entry = new(space)
    before = detail(space, entry)
    verb, code, field = REFUSED[name]
    with pytest.raises(PlanningError) as caught:
        space.do("Refused", verb, entry)
    assert (caught.value.code, caught.value.field) == (code, field)
    assert sentence(caught.value) != code
    assert detail(space, entry) == before


@pytest.mark.parametrize("verb", [edit_entry, set_leg])
def test_an_unknown_column_is_a_bug(space: Workspace, verb: Any) -> None:
    with pytest.raises(TypeError):
        space.do("Bug", verb, new(space), calendar_sequence=0)


def test_parties_legs_copies_cancelling_and_deleting(space: Workspace) -> None:
    entry = new(space)
    space.do("Parties", set_parties, entry, frozenset(PARTIES))
    space.do("Parties", set_parties, entry, frozenset(PARTIES[1:]))
    space.do("Leg", set_leg, entry, mode="train", number=" 9 ")
    copy = detail(space, space.do("Copy", copy_entry, entry))
    assert copy.parties == {PARTIES[1]}
    assert copy.leg is not None
    assert (copy.leg.mode, copy.leg.number) == ("train", "9")
    assert copy.status is EntryStatus.TENTATIVE
    space.do("About", edit_entry, entry, start_precision="about")
    assert detail(space, entry).start_precision is Precision.ABOUT
    space.do("Cancel", cancel_entry, entry)
    assert detail(space, entry).status is EntryStatus.CANCELLED
    space.do("Delete", delete_entry, entry)
    with pytest.raises(PlanningError, match="entry_missing"):
        detail(space, entry)
    assert detail(space, copy.id) == copy
