"""The verbs and the view of seating: by rule, by hand, undone, and how often is asked."""

from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.data.models import Person
from app.domain.seating import TableRow, TableShape
from app.domain.words import Role, Side
from app.planning.verbs.people_at import add_person_at, remove_participant
from app.planning.verbs.seating import clear_seat, clear_seating, move_seat, seat_by_rule, swap_seats
from app.planning.views.meetings import meeting_rows
from app.planning.views.seating import SeatingPlan, seating_plan
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from tests.helpers.planner import contents, planner
from tests.planning.test_agenda import call, refused, space

__all__ = ["space"]  # the fixture

OURS, HOST, BEHIND = TableRow.OURS, TableRow.HOST, TableRow.BEHIND


def hosts(session: Session) -> None:
    session.add_all(Person(id=f"host-{n}", family_name=f"Lee {n}") for n in range(3))


@pytest.fixture
def entry(space: Workspace) -> str:
    """A meeting of three and three; the second of ours leads."""
    space.do("Hosts", hosts)
    found = call(space)
    for number in range(3):
        role = Role.HEAD if number == 1 else Role.PARTICIPANT
        come = partial(add_person_at, entry_id=found, role=role)
        space.do("Come", partial(come, person_id=f"person-{number}", side=Side.OURS))
        space.do("Come", partial(come, person_id=f"host-{number}", side=Side.HOST))
    return found


def plan(space: Workspace, entry: str) -> SeatingPlan:
    return space.ask(seating_plan, entry)


def drawn(found: SeatingPlan) -> dict[str, list[str]]:
    return {name: [sitter.name.split()[-1] for sitter in row] for name, row in sorted(found.rows.items())}


def key(space: Workspace, entry: str, name: str) -> str:
    found = plan(space, entry)
    everybody = [*found.unseated, *(sitter for row in found.rows.values() for sitter in row)]
    return next(sitter.id for sitter in everybody if sitter.name.endswith(name) and sitter.side is Side.OURS)


def test_everybody_is_seated_by_rule_in_one_step(space: Workspace, entry: str) -> None:
    assert len(plan(space, entry).unseated) == 6
    before = space.ask(contents)
    space.do("Seat", seat_by_rule, entry)
    found = plan(space, entry)
    assert found.shape is TableShape.FACING
    assert [sitter.role for sitter in found.row(OURS)] == [Role.PARTICIPANT, Role.HEAD, Role.PARTICIPANT]
    assert (found.unseated, found.departures) == ((), ())
    space.undo()
    assert space.ask(contents) == before
    space.redo()
    for shape in (TableShape.ROUND, TableShape.HORSESHOE, TableShape.FACING):
        space.do("Seat", seat_by_rule, entry, shape=shape)
        assert plan(space, entry).shape is shape
        assert sum(map(len, plan(space, entry).rows.values())) == 6
    assert drawn(plan(space, entry)) == drawn(found)
    space.do("Few", seat_by_rule, entry, places=4)
    assert [len(plan(space, entry).row(row)) for row in (OURS, HOST, BEHIND)] == [2, 2, 1]
    assert refused(space, seat_by_rule, entry, places=1).code == "number_wanted"
    assert refused(space, seat_by_rule, entry, shape="oval").code == "choice_unknown"
    assert refused(space, seat_by_rule, "nothing").code == "entry_missing"


def test_a_seat_is_moved_within_its_row_and_to_another(space: Workspace, entry: str) -> None:
    space.do("Seat", seat_by_rule, entry)
    first = drawn(plan(space, entry))["ours"]
    mover = key(space, entry, first[0])
    space.do("Move", move_seat, mover, row=OURS, place=2)
    assert drawn(plan(space, entry))["ours"] == [first[1], first[2], first[0]]
    space.do("Move", move_seat, mover, row=BEHIND, place=9)
    assert drawn(plan(space, entry)) | {"host": []} == {
        "behind": [first[0]], "host": [], "ours": [first[1], first[2]],
    }  # fmt: skip
    assert [sitter.place for sitter in plan(space, entry).row(OURS)] == [0, 1]
    space.do("Move", move_seat, mover, row=OURS, place=0)
    assert drawn(plan(space, entry))["ours"] == first
    before = space.next_undo()
    space.do("Stay", move_seat, mover, row=OURS, place=0)
    assert space.next_undo() == before
    assert refused(space, move_seat, mover, row="north", place=0).code == "choice_unknown"
    assert refused(space, move_seat, "nothing", row=OURS, place=0).code == "participant_missing"


def test_two_change_places_and_who_has_none_takes_the_others(space: Workspace, entry: str) -> None:
    space.do("Seat", seat_by_rule, entry)
    first = drawn(plan(space, entry))["ours"]
    one, two = (key(space, entry, name) for name in first[:2])
    space.do("Swap", swap_seats, one, with_id=two)
    assert drawn(plan(space, entry))["ours"] == [first[1], first[0], first[2]]
    assert {chair.id: chair.place for chair in plan(space, entry).departures} == {one: 0, two: 1}
    space.do("Clear", clear_seat, one)
    assert drawn(plan(space, entry))["ours"] == [first[1], first[2]]
    space.do("Swap", swap_seats, one, with_id=two)
    assert drawn(plan(space, entry))["ours"] == [first[0], first[2]]
    assert [sitter.id for sitter in plan(space, entry).unseated] == [two]
    before = space.next_undo()
    space.do("Swap", swap_seats, one, with_id=one)
    assert space.next_undo() == before
    elsewhere = call(space, "Other")
    other = space.do("Come", partial(add_person_at, entry_id=elsewhere, person_id="person-0", side=Side.OURS))
    assert refused(space, swap_seats, one, with_id=other).code == "reference_missing"


def test_seats_are_cleared_and_go_with_who_leaves(space: Workspace, entry: str) -> None:
    space.do("Seat", seat_by_rule, entry)
    gone = plan(space, entry).row(OURS)[0].id
    space.do("Gone", remove_participant, gone)
    assert len(plan(space, entry).row(OURS)) == 2
    space.do("Clear", clear_seating, entry)
    assert dict(plan(space, entry).rows) == {}
    assert len(plan(space, entry).unseated) == 5


@pytest.mark.parametrize("number", range(6))
def test_no_hand_seats_two_on_one_chair(space: Workspace, entry: str, number: int) -> None:
    draw = Random(number)  # noqa: S311 - repeatable
    everybody = [sitter.id for sitter in plan(space, entry).unseated]
    acts: list[Any] = [
        lambda one, _two: partial(
            move_seat, participation_id=one, row=draw.choice(list(TableRow)), place=draw.randrange(5)
        ),
        lambda one, two: partial(swap_seats, participation_id=one, with_id=two),
        lambda one, _two: partial(clear_seat, participation_id=one),
        lambda _one, _two: partial(seat_by_rule, entry_id=entry, shape=draw.choice(list(TableShape))),
    ]
    for _step in range(25):
        one, two = draw.sample(everybody, 2)
        space.do("Act", draw.choices(acts, [6, 3, 1, 1])[0](one, two))
        found = plan(space, entry)
        for row in found.rows.values():
            assert [sitter.place for sitter in row] == list(range(len(row)))
        assert sum(map(len, found.rows.values())) + len(found.unseated) == 6


def test_the_sample_has_plans(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path, "sample")) as space:
        plans = [
            space.ask(seating_plan, row.id) for row in space.ask(meeting_rows, space.ask(the_visit, None))
        ]
        full = [found for found in plans if found.rows]
        assert len(full) == 4
        assert all(found.shape is TableShape.FACING for found in full)
        with pytest.raises(Exception, match="entry_missing"):
            space.ask(seating_plan, "nothing")


def test_the_number_of_queries_does_not_grow(space: Workspace) -> None:
    found = call(space)

    def count() -> int:
        statements: list[str] = []

        def heard(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            statements.append(statement)

        event.listen(space._engine, "before_cursor_execute", heard)
        plan(space, found)
        event.remove(space._engine, "before_cursor_execute", heard)
        return len(statements)

    before = count()
    for number in range(3):
        come = partial(add_person_at, entry_id=found, person_id=f"person-{number}", side=Side.OURS)
        space.do("Come", come)
    space.do("Seat", seat_by_rule, found)
    assert count() == before
