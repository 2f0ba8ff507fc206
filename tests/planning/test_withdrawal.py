"""Withdrawing and replacing members: what the preview says is what happens, no more and no less."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, func, select, text

from app.data.models import (
    AccessPerson,
    AccessRequest,
    Action,
    AgendaItem,
    Brief,
    Entry,
    Gift,
    InterpreterBooking,
    JournalRow,
    Lodging,
    Member,
    Organisation,
    Participation,
    Person,
    Post,
    Ride,
    Rider,
    Room,
    RoomGuest,
    Seat,
    Step,
    Topic,
    Vehicle,
    Visit,
)
from app.domain.errors import PlanningError
from app.domain.words import AccessState, ActionState, Role, Side
from app.planning.leaving import Fate
from app.planning.soundness import faults
from app.planning.typed_name import read_name
from app.planning.verbs.persons import create_person
from app.planning.verbs.precedence import order_by_rule
from app.planning.verbs.withdrawal import replace_member, withdraw_member
from app.planning.views.withdrawal import first_moment, withdrawal
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, at, contents, planner

NOTE = "The list has changed."
FIRST = datetime(2024, 1, 21, 12)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path_factory.mktemp("withdrawal"), "sample")) as opened:
        opened.do_for_good("Successor", _plant_successor)
        yield opened


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path_factory.mktemp("planted"))) as opened:
        opened.do_for_good("Plant", _plant)
        opened.do_for_good("Order", order_by_rule, VISIT, side=Side.OURS)
        yield opened


def _plant_successor(session: Any) -> None:
    organisation = session.scalars(select(Organisation).limit(1)).one()
    session.add(Person(id="successor", family_name="Seo", given_name="Yun"))
    session.add(Post(person_id="successor", organisation_id=organisation.id, title="Chief", rank=5))


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path)) as opened:
        opened.do_for_good("Plant", _plant)
        yield opened
        assert opened.ask(faults) == ()


def _plant(session: Any) -> None:
    """Put one of everything that names ``member-0`` before the tenth of March, and one after it."""
    _plant_successor(session)
    session.get(Visit, VISIT).principal_id = "person-0"
    session.add(Vehicle(id="car", visit_id=VISIT, name="Car 1"))
    for when, day in (("early", 9), ("late", 11)):
        walls = {"start_wall": at(day, 9), "end_wall": at(day, 10), "start_zone": "UTC", "end_zone": "UTC"}
        entry = Entry(id=when, visit_id=VISIT, title=when, start_utc=at(day, 9), end_utc=at(day, 10), **walls)
        own: dict[str, Any] = {"visit_id": VISIT, "entry_id": when}
        there: dict[str, Any] = {"visit_id": VISIT, "member_id": "member-0"}
        nights = {"starts_on": date(2026, 3, day), "ends_on": date(2026, 3, day + 2)}
        session.add_all([
            entry,
            Participation(
                id=f"p-{when}", entry_id=when, role=Role.HEAD, position=3, confirmed=True, **there
            ),
            Seat(id=f"seat-{when}", visit_id=VISIT, participation_id=f"p-{when}", table_side="left"),
            Ride(id=f"ride-{when}", vehicle_id="car", **own),
            Rider(id=f"rider-{when}", ride_id=f"ride-{when}", position=2, **there),
            AgendaItem(id=f"item-{when}", title=when, speaker_id="member-0", **own),
            Brief(id=f"brief-{when}", drafter_id="member-0", **own),
            InterpreterBooking(
                id=f"booking-{when}", member_id="member-0", documents_sent=True, **own
            ),
            Gift(id=f"gift-{when}", description=when, giver_id="member-0", receiver_id="member-0", **own),
            AccessRequest(
                id=f"request-{when}", state=AccessState.GRANTED, sent_at=at(1, 9), answered_at=at(2, 9),
                answer="Come to gate 2", **own,
            ),
            AccessPerson(
                id=f"named-{when}", access_request_id=f"request-{when}", missing="photo", **there
            ),
            Lodging(id=f"hotel-{when}", visit_id=VISIT, name=f"Hotel {when}", **nights),
            Room(id=f"room-{when}", visit_id=VISIT, lodging_id=f"hotel-{when}", number="7"),
            RoomGuest(id=f"guest-{when}", room_id=f"room-{when}", **there),
            Action(
                id=f"action-{when}", visit_id=VISIT, text=when, owner_id="member-0",
                state=ActionState.DONE if when == "early" else ActionState.OPEN,
            ),
        ])  # fmt: skip
    session.add(Topic(id="topic", visit_id=VISIT, title="Antennas", owner_id="member-0"))


def _row(space: Workspace, kind: Any, row_id: str) -> Any:
    query = select(*kind.__table__.c).where(kind.__table__.c.id == row_id)
    return space.ask(lambda connection: connection.execute(query).one_or_none())


def _all(space: Workspace, *columns: Any, **equal: Any) -> list[Any]:
    query = select(*columns)
    for name, value in equal.items():
        query = query.where(columns[0].table.c[name] == value)
    return space.ask(lambda connection: list(connection.execute(query).all()))


def _newest(space: Workspace) -> int:
    query = select(func.max(Step.__table__.c.number))
    return int(space.ask(lambda connection: connection.execute(query).scalar_one()))


def _journal(space: Workspace) -> dict[tuple[str, str], str]:
    """Return what the newest step did: the operation by table and row."""
    rows = JournalRow.__table__.c
    query = select(rows.table, rows.row_id, rows.operation).where(rows.step_number == _newest(space))
    found = space.ask(lambda connection: list(connection.execute(query)))
    return {(row.table, row.row_id): row.operation for row in found}


def _told(space: Workspace, member_id: str, moment: datetime, person_id: str | None) -> dict[Any, str]:
    """Return what the preview says will be done to which row."""
    rows = space.ask(withdrawal, member_id, moment, person_id).rows
    done = {Fate.REMOVED: "delete"}
    quiet = {Fate.KEPT, Fate.NAMED}  # people who are named come as rows of their own
    return {(row.kind, row.id): done.get(row.fate, "update") for row in rows if row.fate not in quiet}


@settings(max_examples=5, deadline=None)
@given(member=st.integers(0, 30), taker=st.none() | st.integers(0, 31), hours=st.integers(0, 260))
def test_the_preview_is_what_happens_in_a_whole_visit(
    sample: Workspace, member: int, taker: int | None, hours: int
) -> None:
    _preview_and_act(sample, member, taker, FIRST + timedelta(hours=hours))


@settings(max_examples=25, deadline=None)
@given(member=st.integers(0, 2), taker=st.none() | st.integers(0, 3), hours=st.integers(-60, 60))
def test_the_preview_is_what_happens(planted: Workspace, member: int, taker: int | None, hours: int) -> None:
    _preview_and_act(planted, member, taker, MOMENT + timedelta(hours=hours))


def _preview_and_act(space: Workspace, member: int, taker: int | None, moment: datetime) -> None:
    members = sorted(_all(space, Member.__table__.c.id, Member.__table__.c.person_id))
    who = members[member % len(members)]
    persons = [*(row.person_id for row in members), "successor"]
    person = None if taker is None else persons[taker % len(persons)]
    if person == who.person_id:
        return
    before, newest = space.ask(contents), _newest(space)
    told = _told(space, who.id, moment, person)
    if person is None:
        space.do("Withdraw", withdraw_member, who.id, from_utc=moment, note=NOTE)
    else:
        space.do("Replace", replace_member, who.id, person_id=person, from_utc=moment, note=NOTE)
    done = _journal(space) if _newest(space) > newest else {}
    unsound, expected = space.ask(faults), _later_rows(space, who.id, moment)
    if done:
        space.undo()
    made = {key: done.pop(key) for key, operation in list(done.items()) if operation == "insert"}
    assert {table for table, _row in made} - {"participation"} == (
        {"member"} if person == "successor" else set()
    )
    assert done == told
    assert (unsound, expected) == ((), [])
    assert space.ask(contents) == before


def _later_rows(space: Workspace, member_id: str, moment: datetime) -> list[Any]:
    """Return where a member is still expected from a moment on."""
    found: list[Any] = []
    for kind, column in (
        ("participation", "member_id"), ("agenda_item", "speaker_id"), ("interpreter_booking", "member_id"),
    ):  # fmt: skip
        sql = f"""select {kind}.id from {kind} join entry on entry.id = {kind}.entry_id
                  where {column} = :member and entry.start_utc >= :moment"""  # noqa: S608 - our own names
        values = {"member": member_id, "moment": moment.isoformat(" ") + ".000000"}
        found += space.ask(_rows, sql, values)
    return found


def _rows(connection: Connection, sql: str, values: dict[str, str]) -> list[Any]:
    return list(connection.execute(text(sql), values))


MOMENT = at(10, 12)
_PASSES = (
    (Participation, "p", "member_id"),
    (Rider, "rider", "member_id"),
    (RoomGuest, "guest", "member_id"),
    (AccessPerson, "named", "member_id"),
    (AgendaItem, "item", "speaker_id"),
    (Brief, "brief", "drafter_id"),
    (InterpreterBooking, "booking", "member_id"),
    (Gift, "gift", "giver_id"),
    (Gift, "gift", "receiver_id"),
    (Action, "action", "owner_id"),
)


def test_all_that_comes_passes_to_who_takes_over_and_what_was_stays(space: Workspace) -> None:
    before = space.ask(contents)
    new = space.do("Replace", replace_member, "member-0", person_id="successor", from_utc=MOMENT, note=NOTE)
    for kind, key, column in _PASSES:
        assert getattr(_row(space, kind, f"{key}-early"), column) == "member-0", key
        assert getattr(_row(space, kind, f"{key}-late"), column) == new, key
    late = _row(space, Participation, "p-late")
    assert (late.role, late.position, late.confirmed) == (Role.HEAD, 3, False)
    assert _row(space, Participation, "p-early").confirmed
    assert _row(space, Seat, "seat-late").table_side == "left"
    assert _row(space, Rider, "rider-late").position == 2
    assert not _row(space, InterpreterBooking, "booking-late").documents_sent
    assert _row(space, AccessPerson, "named-late").missing == ""
    assert _row(space, Topic, "topic").owner_id == new
    assert _row(space, Visit, VISIT).principal_id == "successor"
    assert _row(space, Member, "member-0").leaves_on == date(2026, 3, 9)
    made = _row(space, Member, new)
    assert (made.joins_on, made.title, made.organisation_id) == (date(2026, 3, 10), "Chief", "org")
    assert made.side is Side.OURS
    space.undo()
    assert space.ask(contents) == before
    space.redo()
    assert _row(space, Member, new) is not None


def test_a_list_that_was_sent_must_be_sent_again(space: Workspace) -> None:
    space.do("Withdraw", withdraw_member, "member-0", from_utc=MOMENT, note=NOTE)
    early, late = (_row(space, AccessRequest, f"request-{when}") for when in ("early", "late"))
    assert (early.state, early.answer) == (AccessState.GRANTED, "Come to gate 2")
    assert (late.state, late.sent_at, late.answered_at) == (AccessState.TO_SEND, None, None)
    assert late.answer == f"Come to gate 2\n{NOTE}"
    assert _row(space, AccessPerson, "named-late") is None


def test_who_is_withdrawn_leaves_places_empty(space: Workspace) -> None:
    space.do("Withdraw", withdraw_member, "member-0", from_utc=MOMENT)
    for kind, key in ((Participation, "p"), (Seat, "seat"), (Rider, "rider"), (RoomGuest, "guest")):
        assert _row(space, kind, f"{key}-late") is None
        assert _row(space, kind, f"{key}-early") is not None
    for named, key, column in _PASSES[4:]:
        assert getattr(_row(space, named, f"{key}-late"), column) is None
    assert _row(space, Visit, VISIT).principal_id == "person-0"
    assert _row(space, Member, "member-0").leaves_on == date(2026, 3, 9)


def test_a_stay_that_has_begun_is_kept_and_said(space: Workspace) -> None:
    rows = {row.id: row for row in space.ask(withdrawal, "member-0", MOMENT).rows}
    assert rows["guest-early"].fate is Fate.KEPT
    assert rows["guest-late"].fate is Fate.REMOVED
    assert rows["guest-late"].title == "Hotel late · 7"
    later = {row.id for row in space.ask(withdrawal, "member-0", at(12, 12)).rows}
    assert "guest-early" not in later  # they have left that hotel by then
    assert "guest-late" in later


@pytest.mark.parametrize("person", [None, "successor"])
def test_a_hotel_that_others_came_to_ahead_follows_who_never_slept_there(
    space: Workspace, person: str | None
) -> None:
    def join_later(session: Any) -> None:
        session.get(Member, "member-0").joins_on = date(2026, 3, 10)

    space.do("Join later", join_later)
    rows = {row.id: row for row in space.ask(withdrawal, "member-0", MOMENT, person).rows}
    wanted = Fate.REMOVED if person is None else Fate.PASSED
    assert (rows["guest-early"].fate, rows["guest-early"].when) == (wanted, date(2026, 3, 10))


def test_a_member_who_takes_over_is_nowhere_twice(space: Workspace) -> None:
    def both(session: Any) -> None:
        own: dict[str, Any] = {"visit_id": VISIT, "member_id": "member-1"}
        session.add_all([
            Participation(id="twin", entry_id="late", **own),
            Rider(id="twin-rider", ride_id="ride-late", **own),
            RoomGuest(id="twin-guest", room_id="room-late", **own),
            AccessPerson(id="twin-named", access_request_id="request-late", **own),
        ])  # fmt: skip
        session.get(Member, "member-1").joins_on = date(2026, 3, 20)

    space.do("Both", both)
    taker = space.do("Replace", replace_member, "member-0", person_id="person-1", from_utc=MOMENT)
    assert taker == "member-1"
    for kind, key in ((Participation, "p"), (Rider, "rider"), (RoomGuest, "guest"), (AccessPerson, "named")):
        assert _row(space, kind, f"{key}-late") is None
    assert _row(space, Participation, "twin").role is Role.HEAD
    assert _row(space, Member, "member-1").joins_on == date(2026, 3, 10)
    assert _row(space, AgendaItem, "item-late").speaker_id == "member-1"


def test_who_takes_over_stands_by_the_rule_where_the_side_does(space: Workspace) -> None:
    space.do("Order", order_by_rule, VISIT, side=Side.OURS)
    assert [_row(space, Member, f"member-{n}").precedence for n in range(3)] == [1, 2, 3]
    new = space.do("Replace", replace_member, "member-0", person_id="successor", from_utc=MOMENT)
    assert _row(space, Member, new).precedence == 1
    assert [_row(space, Member, f"member-{n}").precedence for n in range(3)] == [2, 3, 4]


def test_the_preview_of_a_newcomer_is_that_of_a_person_made_just_before(space: Workspace) -> None:
    space.do("Order", order_by_rule, VISIT, side=Side.OURS)
    name = read_name("Iris Neumann")
    told = space.ask(withdrawal, "member-0", MOMENT, newcomer=name)
    made = space.do("Make", create_person, family_name="Neumann", given_name="Iris")
    known = space.ask(withdrawal, "member-0", MOMENT, made)
    assert (told.taker, told.joins) == (known.taker, known.joins) == ("Iris Neumann", True)
    assert [(row.kind, row.id, row.fate) for row in told.rows] == [
        (row.kind, row.id, row.fate) for row in known.rows
    ]


@pytest.mark.parametrize(("person", "code"), [("person-0", "same_member"), ("nobody", "reference_missing")])
def test_who_cannot_take_over_is_refused(space: Workspace, person: str, code: str) -> None:
    before = space.ask(contents)
    with pytest.raises(PlanningError, match=code) as caught:
        space.ask(withdrawal, "member-0", MOMENT, person)
    assert caught.value.field == "person_id"
    with pytest.raises(PlanningError, match=code):
        space.do("Replace", replace_member, "member-0", person_id=person, from_utc=MOMENT)
    assert space.ask(contents) == before
    with pytest.raises(PlanningError, match="row_missing"):
        space.do("Withdraw", withdraw_member, "nobody", from_utc=MOMENT)


def test_from_the_start_is_before_everything(space: Workspace) -> None:
    assert space.ask(first_moment, VISIT) == datetime(2026, 2, 28, 15)  # midnight in Seoul
    space.do("Withdraw", withdraw_member, "member-0", from_utc=space.ask(first_moment, VISIT))
    row = _row(space, Member, "member-0")
    assert row.leaves_on == date(2026, 2, 28)
    assert _later_rows(space, "member-0", at(1, 0)) == []
    with pytest.raises(PlanningError, match="visit_missing"):
        space.ask(first_moment, "nowhere")
