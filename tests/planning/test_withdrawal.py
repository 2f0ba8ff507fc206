"""Withdrawing and replacing members: what the preview says is what happens, no more and no less."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from app.data.models import (
    AccessPerson,
    AccessRequest,
    Action,
    AgendaItem,
    Brief,
    Entry,
    InterpreterBooking,
    JournalRow,
    Member,
    Participation,
    Person,
    Post,
    Rider,
    RoomGuest,
    Step,
    Visit,
)
from app.domain.errors import PlanningError
from app.domain.words import AccessState, Role, Side
from app.planning.leaving import Fate
from app.planning.precedence import follows, ranked
from app.planning.soundness import faults
from app.planning.verbs.withdrawal import replace_member, withdraw_member
from app.planning.views.withdrawal import first_moment, withdrawal
from app.planning.workspace import Workspace
from tests.helpers.planner import contents, planner

NOTE = "The list has changed."
FIRST = datetime(2024, 1, 21, 12)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path_factory.mktemp("withdrawal"), "sample")) as space:
        yield space


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path, "sample")) as opened:
        yield opened
        assert opened.ask(faults) == ()


def _all(space: Workspace, *columns: Any, **equal: Any) -> list[Any]:
    query = select(*columns)
    for name, value in equal.items():
        query = query.where(columns[0].table.c[name] == value)
    return space.ask(lambda connection: list(connection.execute(query).all()))


def _visit(space: Workspace) -> str:
    return str(_all(space, Visit.__table__.c.id)[0].id)


def _member(space: Workspace, family: str) -> str:
    query = (
        select(Member.__table__.c.id)
        .join(Person.__table__, Person.__table__.c.id == Member.__table__.c.person_id)
        .where(Person.__table__.c.family_name == family)
    )
    return str(space.ask(lambda connection: connection.execute(query).scalar_one()))


def _person(space: Workspace, family: str) -> str:
    query = select(Person.__table__.c.id).where(Person.__table__.c.family_name == family)
    return str(space.ask(lambda connection: connection.execute(query).scalar_one()))


def _newcomer(session: Any, rank: int = 25) -> str:
    person = Person(id="newcomer", family_name="Hwang", given_name="So-yeon")
    organisation = session.scalars(select(Member).limit(1)).one().organisation_id
    post = Post(person_id="newcomer", organisation_id=organisation, title="Deputy Director", rank=rank)
    session.add_all([person, post])
    return person.id


def _journal(space: Workspace) -> dict[tuple[str, str], str]:
    """Return what the newest step did: the operation by table and row."""
    last = space.ask(lambda connection: connection.execute(text("select max(number) from step")).scalar())
    rows = JournalRow.__table__.c
    query = select(rows.table, rows.row_id, rows.operation).where(rows.step_number == last)
    found = space.ask(lambda connection: list(connection.execute(query)))
    return {(row.table, row.row_id): row.operation for row in found}


def _told(space: Workspace, member_id: str, moment: datetime, person_id: str | None) -> dict[Any, str]:
    """Return what the preview says will be done to which row."""
    rows = space.ask(withdrawal, member_id, moment, person_id).rows
    done = {Fate.REMOVED: "delete"}
    return {(row.kind, row.id): done.get(row.fate, "update") for row in rows if row.fate is not Fate.KEPT}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    member=st.integers(0, 30),
    taker=st.none() | st.integers(0, 31),
    hours=st.integers(0, 260),
)
def test_the_preview_is_what_happens_and_undo_takes_all_of_it_back(
    sample: Workspace, member: int, taker: int | None, hours: int
) -> None:
    if not _all(sample, Person.__table__.c.id, id="newcomer"):
        sample.do_for_good("Newcomer", _newcomer)
    members = sorted(_all(sample, Member.__table__.c.id, Member.__table__.c.person_id))
    who, moment = members[member % len(members)], FIRST + timedelta(hours=hours)
    persons = [*(row.person_id for row in members), "newcomer"]
    person = None if taker is None else persons[taker % len(persons)]
    if person == who.person_id:
        return
    before, journal = sample.ask(contents), _journal(sample)
    told = _told(sample, who.id, moment, person)
    if person is None:
        sample.do("Withdraw", withdraw_member, who.id, from_utc=moment, note=NOTE)
    else:
        sample.do("Replace", replace_member, who.id, person_id=person, from_utc=moment, note=NOTE)
    done = _journal(sample)
    made = {key for key, operation in done.items() if operation == "insert"}
    assert {table for table, _row in made} == ({"member"} if person == "newcomer" else set())
    assert {key: each for key, each in done.items() if key not in made} == told or (
        not told and not made and done == journal
    )
    assert sample.ask(faults) == ()
    assert not _later_rows(sample, who.id, moment)
    if told or made:
        sample.undo()
    assert sample.ask(contents) == before


def _later_rows(space: Workspace, member_id: str, moment: datetime) -> list[Any]:
    """Return where a member is still expected from a moment on."""
    found = []
    for kind, column in (
        ("participation", "member_id"), ("agenda_item", "speaker_id"), ("interpreter_booking", "member_id"),
    ):  # fmt: skip
        sql = f"""select {kind}.id from {kind} join entry on entry.id = {kind}.entry_id
                  where {column} = :member and entry.start_utc >= :moment"""  # noqa: S608 - our own names
        found += space.ask(
            lambda connection, sql=sql: connection.execute(
                text(sql), {"member": member_id, "moment": moment.isoformat(" ") + ".000000"}
            ).all()
        )
    return found
