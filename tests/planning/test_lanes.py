"""Entries go into another lane and to another time in one step; what is for everyone stays so."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.data.models import EntryParty, Party
from app.planning.lanes import Lanes, copy_into_lane, place_in_lane
from app.planning.moving import Start
from app.planning.soundness import faults
from app.planning.verbs.entries import set_parties
from app.planning.workspace import Workspace
from tests.helpers.planner import PARTIES, VISIT, at, planner
from tests.planning.programme import PARIS, leaves_no_step, new, undone, walls

FIRST, SECOND = PARTIES
_THIRD = "party-press"


@pytest.fixture
def space(tmp_path: Path) -> Any:
    with Workspace.open(planner(tmp_path)) as opened:
        opened.do("Party", lambda session: session.add(Party(id=_THIRD, visit_id=VISIT, name="Press")))
        yield opened
        assert opened.ask(faults) == ()


def _parties(space: Workspace, entry: str) -> set[str]:
    query = select(EntryParty.party_id).where(EntryParty.entry_id == entry)
    return space.ask(lambda connection: set(connection.execute(query).scalars()))


def _for(space: Workspace, entry: str, *parties: str) -> str:
    space.do("For", set_parties, entry, party_ids=frozenset(parties))
    return entry


def test_the_party_of_the_lane_is_another_and_the_others_stay(space: Workspace) -> None:
    one = _for(space, new(space, at(10, 9)), FIRST)
    both = _for(space, new(space, at(10, 11)), FIRST, _THIRD)
    everyone = new(space, at(10, 13))
    starts = {each: Start(at(11, 9 + hour), PARIS) for hour, each in enumerate((one, both, everyone))}
    undone(space, place_in_lane, VISIT, starts, Lanes(FIRST, SECOND))
    assert [_parties(space, each) for each in (one, both, everyone)] == [{SECOND}, {SECOND, _THIRD}, set()]
    assert walls(space, one, both, everyone) == [at(11, 9), at(11, 10), at(11, 11)]


def test_who_is_in_both_lanes_leaves_one(space: Workspace) -> None:
    both = _for(space, new(space, at(10, 9)), FIRST, SECOND)
    undone(space, place_in_lane, VISIT, {both: Start(at(10, 9), PARIS)}, Lanes(FIRST, SECOND))
    assert _parties(space, both) == {SECOND}


def test_nothing_that_changes_leaves_no_step(space: Workspace) -> None:
    other = _for(space, new(space, at(10, 9)), SECOND)
    starts = {other: Start(at(10, 9), PARIS)}
    leaves_no_step(space, place_in_lane, VISIT, starts, Lanes(FIRST, SECOND))
    leaves_no_step(space, place_in_lane, VISIT, starts)


def test_copies_go_into_the_other_lane(space: Workspace) -> None:
    one = _for(space, new(space, at(10, 9)), FIRST)
    (copy,) = undone(space, copy_into_lane, VISIT, {one: Start(at(12, 9), PARIS)}, Lanes(FIRST, SECOND))
    assert (_parties(space, one), _parties(space, copy)) == ({FIRST}, {SECOND})
    assert walls(space, copy) == [at(12, 9)]
