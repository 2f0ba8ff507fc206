"""The verbs of who is at an entry: what they refuse, and that undo brings people back with their seats."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app.data.models import Member, Participation, Person, Seat, Visit
from app.domain.errors import PlanningError
from app.domain.words import Role, Side
from app.planning.soundness import faults
from app.planning.verbs.entries import copy_entry, create_entry
from app.planning.verbs.people_at import (
    add_participant,
    add_person_at,
    remove_participant,
    set_participant,
)
from app.planning.views.entry import PersonAt, entry_detail
from app.planning.workspace import Workspace
from app.wording.errors import sentence
from tests.helpers.planner import VISIT, at, contents, planner

PARIS = "Europe/Paris"


@pytest.fixture
def space(tmp_path: Path) -> Any:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened
        assert opened.ask(faults) == ()


@pytest.fixture
def call(space: Workspace) -> str:
    return space.do(
        "New",
        partial(
            create_entry,
            visit_id=VISIT,
            title="Call",
            start_wall=at(10, 9),
            start_zone=PARIS,
            end_wall=at(10, 10),
            end_zone=PARIS,
        ),
    )


def put(space: Workspace, entry: str, number: int, **more: Any) -> str:
    return space.do("Add", add_participant, entry, member_id=f"member-{number}", **more)


def people(space: Workspace, entry: str) -> tuple[PersonAt, ...]:
    return space.ask(entry_detail, entry).people


def positions(connection: Connection, entry: str) -> list[tuple[str, int]]:
    query = select(Participation.member_id, Participation.position).where(Participation.entry_id == entry)
    return [(row[0], row[1]) for row in connection.execute(query.order_by(Participation.position))]


def refused(space: Workspace, verb: Any, *args: Any, **more: Any) -> PlanningError:
    before = space.ask(contents)
    with pytest.raises(PlanningError) as caught:
        space.do("Refused", verb, *args, **more)
    assert space.ask(contents) == before
    assert sentence(caught.value) != caught.value.code
    return caught.value


def test_a_member_is_put_last_and_is_not_confirmed(space: Workspace, call: str) -> None:
    for number in (2, 0):
        put(space, call, number)
    put(space, call, 1, role=Role.INTERPRETER)
    assert space.ask(positions, call) == [("member-2", 0), ("member-0", 1), ("member-1", 2)]
    found = {person.member_id: person for person in people(space, call)}
    assert (found["member-1"].role, found["member-0"].role) == (Role.INTERPRETER, Role.PARTICIPANT)
    assert not any(person.confirmed for person in found.values())


def test_people_stand_by_precedence_however_they_came(space: Workspace, call: str) -> None:
    def rank(session: Session) -> None:
        for number in range(3):
            session.get_one(Member, f"member-{number}").precedence = number

    space.do("Rank", rank)
    for number in (2, 0, 1):
        put(space, call, number)
    assert [person.member_id for person in people(space, call)] == ["member-0", "member-1", "member-2"]


def test_nobody_is_there_twice(space: Workspace, call: str) -> None:
    put(space, call, 0)
    error = refused(space, add_participant, call, member_id="member-0")
    assert (error.code, error.field) == ("already_there", "member_id")


def test_who_is_of_another_visit_or_gone_is_refused(space: Workspace, call: str) -> None:
    def plant(session: Session) -> None:
        visit = Visit(
            id="other", title="Other", home_zone="UTC", starts_on=date(2026, 1, 1), ends_on=date(2026, 1, 2)
        )
        session.add_all((visit, Person(id="someone", family_name="Lee")))
        session.add(Member(id="elsewhere", visit_id="other", person_id="someone", side=Side.OURS))

    space.do("Plant", plant)
    for member in ("elsewhere", "nobody"):
        assert refused(space, add_participant, call, member_id=member).code == "reference_missing"
    assert refused(space, add_participant, "nothing", member_id="member-0").code == "entry_missing"
    assert refused(space, add_participant, call, member_id="member-0", role="king").code == "choice_unknown"


def test_role_and_confirmation_are_set_each_alone(space: Workspace, call: str) -> None:
    one = put(space, call, 0)
    space.do("Role", set_participant, one, role=Role.HEAD)
    space.do("Confirm", set_participant, one, confirmed=True)
    (person,) = people(space, call)
    assert (person.id, person.role, person.confirmed) == (one, Role.HEAD, True)
    space.do("Unconfirm", set_participant, one, confirmed=False)
    (person,) = people(space, call)
    assert (person.role, person.confirmed) == (Role.HEAD, False)
    assert refused(space, set_participant, one, role="king").code == "choice_unknown"


def test_who_is_gone_is_said_to_be(space: Workspace, call: str) -> None:
    one = put(space, call, 0)
    space.do("Remove", remove_participant, one)
    assert people(space, call) == ()
    assert refused(space, remove_participant, one).code == "participant_missing"
    assert refused(space, set_participant, one, confirmed=True).code == "participant_missing"


def test_undo_and_redo_bring_people_back_with_their_seats(space: Workspace, call: str) -> None:
    start = space.ask(contents)
    one = put(space, call, 0, role=Role.SPEAKER)

    def seat(session: Session) -> None:
        session.add(Seat(visit_id=VISIT, participation_id=one, table_side="left", position=2))

    space.do("Seat", seat)
    space.do("Set", set_participant, one, role=Role.HEAD, confirmed=True)
    seated = space.ask(contents)
    assert len(seated["seat"]) == 1
    space.do("Remove", remove_participant, one)
    gone = space.ask(contents)
    assert (gone["seat"], gone["participation"]) == ([], [])
    space.undo()
    assert space.ask(contents) == seated
    for _step in range(3):
        space.undo()
    assert space.ask(contents) == start
    for _step in range(4):
        space.redo()
    assert space.ask(contents) == gone


def test_a_copied_entry_takes_its_people_along_unconfirmed(space: Workspace, call: str) -> None:
    first = put(space, call, 0, role=Role.HEAD)
    space.do("Confirm", set_participant, first, confirmed=True)
    copy = space.do("Copy", copy_entry, call)
    (person,) = people(space, copy)
    assert (person.role, person.confirmed) == (Role.HEAD, False)
    assert person.id != first
    assert [one.confirmed for one in people(space, call)] == [True]


def _newcomer(session: Session) -> None:
    session.add(Person(id="newcomer", family_name="Weiß", given_name="Anna"))


def test_a_person_joins_the_delegation_with_the_entry_in_one_step(space: Workspace, call: str) -> None:
    space.do("Person", _newcomer)
    before = space.ask(contents)
    add = partial(add_person_at, entry_id=call, person_id="newcomer", side=Side.HOST, role=Role.SPEAKER)
    space.do("Add", add)
    (person,) = people(space, call)
    assert (person.name, person.side, person.role) == ("Anna Weiß", Side.HOST, Role.SPEAKER)
    with pytest.raises(PlanningError) as refused:
        space.do("Again", add)
    assert refused.value.code == "already_there"
    space.undo()
    assert space.ask(contents) == before


def test_a_member_keeps_their_side_and_a_stranger_is_refused(space: Workspace, call: str) -> None:
    known = space.ask(
        lambda connection: connection.execute(select(Member.person_id, Member.side).limit(1)).one()
    )
    other = Side.HOST if known.side is Side.OURS else Side.OURS
    space.do("Add", partial(add_person_at, entry_id=call, person_id=known.person_id, side=other))
    assert people(space, call)[0].side is known.side
    with pytest.raises(PlanningError) as refused:
        space.do("Add", partial(add_person_at, entry_id=call, person_id="nobody", side=other))
    assert refused.value.code == "reference_missing"
