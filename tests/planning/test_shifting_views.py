"""What is shown before a day or a visit is put off is what then moves."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import PlanningError
from app.planning.verbs.programme import shift_later
from app.planning.views.shifting import later_entries, shiftable
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, at, planner
from tests.planning.programme import NEW_YORK, detail, new


@pytest.fixture
def space(tmp_path: Path) -> Any:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened


def test_an_entry_and_what_follows_on_its_day(space: Workspace) -> None:
    before, first = new(space, at(10, 8)), new(space, at(10, 9))
    late, next_day = new(space, at(10, 23), 4), new(space, at(11, 0))
    abroad = new(space, at(10, 12), zone=NEW_YORK)
    found = [each.id for each in space.ask(later_entries, first)]
    assert found == [first, abroad, late]
    assert before not in found
    assert next_day not in found


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 47), min_size=1, max_size=6), st.integers(-200, 200).filter(bool))
def test_what_is_shown_moves_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, halves: list[int], minutes: int
) -> None:
    with Workspace.open(planner(tmp_path_factory.mktemp("later"))) as space:
        ids = [new(space, at(10, 0) + timedelta(minutes=30 * half)) for half in halves]
        before = {each: detail(space, each).start_utc for each in ids}
        shown = {each.id for each in space.ask(later_entries, ids[0])}
        space.do("Later", shift_later, ids[0], minutes=minutes)
        moved = {each for each in ids if detail(space, each).start_utc != before[each]}
        assert moved == shown


def test_how_much_of_a_visit_moves(space: Workspace) -> None:
    assert space.ask(shiftable, VISIT).entries == 0
    new(space, at(10, 9))
    found = space.ask(shiftable, VISIT)
    assert (found.starts_on, found.ends_on, found.entries) == (date(2026, 3, 1), date(2026, 3, 31), 1)


@pytest.mark.parametrize(("view", "code"), [(later_entries, "entry_missing"), (shiftable, "visit_missing")])
def test_what_is_gone_is_said(space: Workspace, view: Any, code: str) -> None:
    with pytest.raises(PlanningError) as refused:
        space.ask(view, "nobody")
    assert refused.value.code == code
