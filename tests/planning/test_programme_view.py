"""The programme and an entry as views: their order, and as many queries for thirty rows as for one."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.orm import Session

from app.data.models import AgendaItem, Member, Participation, Person
from app.data.models.base import new_id
from app.domain.errors import PlanningError
from app.domain.words import EntryKind, Side
from app.planning.finding import find_entries
from app.planning.sample import sample_document
from app.planning.verbs.entries import create_entry, set_leg, set_parties
from app.planning.views.drafts import drafts
from app.planning.views.entry import entry_detail
from app.planning.views.programme import entry_lines, programme
from app.planning.views.visits import choices
from app.planning.workspace import Workspace
from tests.helpers.planner import planner

NASA = "NASA Headquarters — bilateral"


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path, "sample")) as made:
        yield made


@pytest.fixture
def visit() -> str:
    return str(sample_document()["visit_id"])


def _queries(space: Workspace, view: Callable[..., Any], *args: Any) -> int:
    count = 0

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        nonlocal count
        count += statement.startswith("SELECT")

    def counted(connection: Connection) -> None:
        event.listen(connection, "before_cursor_execute", note)
        view(connection, *args)

    space.ask(counted)
    return count


def _add(session: Session, visit_id: str, count: int) -> list[str]:
    start = datetime(2024, 1, 24, 9)
    return [
        create_entry(
            session,
            visit_id,
            title=f"More {number}",
            start_wall=start + timedelta(minutes=number),
            start_zone="Europe/Paris",
            end_wall=start + timedelta(hours=1, minutes=number),
            end_zone="Europe/Paris",
        )
        for number in range(count)
    ]


def _seat(session: Session, visit_id: str, entry_id: str, count: int) -> None:
    for number in range(count):
        person = Person(id=new_id(), family_name=f"Kim {number}", given_name="A")
        member = Member(id=new_id(), visit_id=visit_id, person_id=person.id, precedence=number)
        session.add_all([person, member])
        session.add(Participation(visit_id=visit_id, entry_id=entry_id, member_id=member.id))
        session.add(AgendaItem(visit_id=visit_id, entry_id=entry_id, position=number, title="Item"))


def test_thirty_lines_take_as_many_queries_as_one(space: Workspace, visit: str) -> None:
    (one,) = space.do("One", _add, visit, 1)
    first = _queries(space, programme, visit), _queries(space, entry_lines, visit, [one])
    more = space.do("More", _add, visit, 30)
    assert (_queries(space, programme, visit), _queries(space, entry_lines, visit, more)) == first == (5, 3)


def test_thirty_people_take_as_many_queries_as_one(space: Workspace, visit: str) -> None:
    (one,) = space.do("One", _add, visit, 1)
    space.do("Seat", _seat, visit, one, 1)
    first = _queries(space, entry_detail, one)
    space.do("Seat", _seat, visit, one, 30)
    assert _queries(space, entry_detail, one) == first == 5
    assert len(space.ask(entry_detail, one).people) == 31


def test_the_sample_day_by_day(space: Workspace, visit: str) -> None:
    whole = space.ask(programme, visit)
    days = whole.days
    assert len(days) == 10
    assert days[0].cities == ("Seoul", "Washington")
    assert days[1].zones == ("America/New_York",)
    assert [line.order for line in whole.lines] == sorted(line.order for line in whole.lines)
    (nasa,) = (line for line in whole.lines if line.title == NASA)
    assert (nasa.place, nasa.room, nasa.participants) == ("NASA Headquarters", "9F", 11)
    assert space.ask(entry_lines, visit, [nasa.id, "gone"]) == (nasa,)


def test_an_entry_with_both_sides_and_its_agenda(space: Workspace, visit: str) -> None:
    (line,) = (line for line in space.ask(programme, visit).lines if line.title == NASA)
    entry = space.ask(entry_detail, line.id)
    assert (entry.minutes, sum(item.minutes for item in entry.agenda)) == (105, 95)
    assert entry.side(Side.OURS)[0].name == "Yoon Se-ryeong"
    assert len(entry.people) == 11
    assert entry.leg is None
    assert entry.parties == frozenset()


def test_leg_parties_and_ties_are_shown(space: Workspace, visit: str) -> None:
    (one,) = space.do("One", _add, visit, 1)
    space.do("Leg", partial(set_leg, entry_id=one, number="AF 1"))
    party = space.ask(choices, visit).parties[0]
    space.do("For", set_parties, one, frozenset({party.id}))
    entry = space.ask(entry_detail, one)
    assert entry.leg is not None
    assert (entry.leg.number, entry.parties) == ("AF 1", frozenset({party.id}))
    (line,) = space.ask(entry_lines, visit, [one])
    assert (line.parties, line.kind) == ((party.name,), EntryKind.MEETING)
    assert one in {choice.id for choice in space.ask(find_entries, visit, line.title)}


def test_drafts_are_found_by_column(space: Workspace) -> None:
    space.keep_draft("entry/one/notes", "Unfinished")
    space.keep_draft("entry/other/notes", "Not this")
    assert space.ask(drafts, "entry", "one") == {"notes": "Unfinished"}


def test_what_is_not_there_is_refused(space: Workspace) -> None:
    with pytest.raises(PlanningError) as refused:
        space.ask(entry_detail, "nothing")
    assert refused.value.code == "entry_missing"
    with pytest.raises(PlanningError) as refused:
        space.ask(programme, "nothing")
    assert refused.value.code == "visit_missing"
