"""Whatever is moved, copied, shifted or tied: lengths are kept, ties are true, and undo brings all back."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from app.data.models import Entry
from app.domain.errors import PlanningError
from app.domain.time import WallState, check_wall, from_utc
from app.planning.moving import Start
from app.planning.soundness import faults
from app.planning.verbs.programme import (
    MOST_MINUTES,
    copy_entries,
    place_entries,
    shift_later,
    shift_visit,
    tie_entry,
)
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, contents, planner
from tests.planning.programme import (
    NEW_YORK,
    PARIS,
    SEOUL,
    detail,
    false_ties,
    new,
    undone,
    walls,
)

# Days around the switches of Europe (29 March, 25 October) and America (8 March, 1 November).
ZONES = st.sampled_from([PARIS, SEOUL, NEW_YORK, "Asia/Kathmandu", "Australia/Lord_Howe"])
WEEKS = st.sampled_from([datetime(2026, 3, 6), datetime(2026, 3, 27), datetime(2026, 10, 23)])
MINUTES = st.integers(0, 12 * 24 * 12).map(lambda five: timedelta(minutes=5 * five))
CLOCKS = st.builds(lambda week, more: week + more, WEEKS, MINUTES)
STARTS = st.builds(Start, CLOCKS, ZONES, st.sampled_from([0, 1]))
PLANNED = st.lists(st.tuples(STARTS, st.integers(1, 900), ZONES, st.integers(0, 9)), min_size=1, max_size=5)


def _planned(space: Workspace, planned: list[tuple[Start, int, str, int]]) -> list[str]:
    """Make entries, some of them tied to one made before; a clock that there is not makes none."""
    made: list[str] = []
    for start, minutes, end_zone, tied in planned:
        instants = check_wall(start.wall, start.zone).instants
        if instants:
            utc = instants[min(start.fold or 0, len(instants) - 1)] + timedelta(minutes=minutes)
            end = dict(zip(("end_wall", "end_fold"), from_utc(utc, end_zone), strict=True))
            other = made[tied] if tied < len(made) else None
            more: dict[str, Any] = {"zone": start.zone, "start_fold": start.fold, "tied_to_id": other}
            made.append(new(space, start.wall, title=f"{len(made)}", **(more | end | {"end_zone": end_zone})))
    return made


def _lengths(connection: Connection) -> dict[str, timedelta]:
    table = Entry.__table__
    rows = connection.execute(select(table.c.id, table.c.start_utc, table.c.end_utc))
    return {row.id: row.end_utc - row.start_utc for row in rows}


def _holds(space: Workspace, act: Callable[..., Any], *given: Any, **named: Any) -> bool:
    """Do an act; see that it keeps lengths and ties and is undone. Tell whether it was not refused."""
    before, lengths = space.ask(contents), space.ask(_lengths)
    code = None
    try:
        space.do("Act", act, *given, **named)
    except PlanningError as error:
        code = error.code
    assert code in {None, "time_nonexistent", "time_ambiguous"}
    if code is not None:
        assert space.ask(contents) == before
        return False
    after = space.ask(contents)
    assert {key: length for key, length in space.ask(_lengths).items() if key in lengths} == lengths
    assert space.ask(false_ties) == []
    assert space.ask(faults) == ()
    if after != before:
        space.undo()
        assert space.ask(contents) == before
        space.redo()
        assert space.ask(contents) == after
    return True


@settings(max_examples=20)
@given(planned=PLANNED, starts=st.lists(STARTS, max_size=3), copied=st.booleans())
def test_what_is_placed_stands_where_it_was_put_as_long_as_it_was(
    tmp_path_factory: pytest.TempPathFactory,
    planned: list[tuple[Start, int, str, int]],
    starts: list[Start],
    copied: bool,  # noqa: FBT001 - drawn
) -> None:
    with Workspace.open(planner(tmp_path_factory.mktemp("place"))) as space:
        wanted = dict(zip(_planned(space, planned), starts, strict=False))
        if copied:
            _holds(space, copy_entries, VISIT, wanted)
        elif _holds(space, place_entries, VISIT, wanted):
            for entry, start in wanted.items():
                found = detail(space, entry)
                assert (found.start_wall, found.start_zone) == (start.wall, start.zone)
                if check_wall(start.wall, start.zone).state is WallState.AMBIGUOUS:
                    assert found.start_fold == start.fold


@settings(max_examples=12)
@given(planned=PLANNED, days=st.integers(-240, 240), minutes=st.integers(-MOST_MINUTES, MOST_MINUTES))
def test_there_and_back_is_where_it_was(
    tmp_path_factory: pytest.TempPathFactory,
    planned: list[tuple[Start, int, str, int]],
    days: int,
    minutes: int,
) -> None:
    with Workspace.open(planner(tmp_path_factory.mktemp("shift"))) as space:
        made = _planned(space, planned)
        before, clocks = space.ask(contents), walls(space, *made)
        if _holds(space, shift_visit, VISIT, days=days, fold=0):
            assert walls(space, *made) == [clock + timedelta(days=days) for clock in clocks]
            twice = any(
                row["start_fold"] for row in before["entry"]
            )  # which of two was meant is lost on the way
            assert _holds(space, shift_visit, VISIT, days=-days, fold=0)
            assert twice or space.ask(contents) == before
        assert not made or _holds(space, shift_later, made[0], minutes=minutes)


@settings(max_examples=20)
@given(planned=PLANNED, entry=st.integers(0, 4), other=st.integers(0, 4), minutes=st.integers(-600, 600))
def test_a_tie_is_true_as_soon_as_it_is_tied(
    tmp_path_factory: pytest.TempPathFactory,
    planned: list[tuple[Start, int, str, int]],
    entry: int,
    other: int,
    minutes: int,
) -> None:
    with Workspace.open(planner(tmp_path_factory.mktemp("tie"))) as space:
        made = _planned(space, planned)
        if max(entry, other) < len(made):
            code = None
            try:
                undone(space, tie_entry, made[entry], to_id=made[other], minutes=minutes + 5000)
            except PlanningError as error:
                code = error.code
            assert code in {None, "tied_in_circle"}
            if code is None:
                gap = detail(space, made[other]).start_utc - detail(space, made[entry]).start_utc
                assert gap == timedelta(minutes=minutes + 5000)
            assert space.ask(false_ties) == []
