"""Who is told what: the net of it, each only what concerns them, and nothing that is not theirs to read."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from app.data.models import Base, Member, Person, Place, Visit
from app.data.models.base import now_utc
from app.domain.errors import PlanningError
from app.domain.telling import Via, What
from app.domain.words import EntryStatus, LegMode, Marking, Role, Side, VisitState
from app.planning.backwards import bears_on_plans
from app.planning.soundness import faults
from app.planning.verbs import lodgings, vehicles
from app.planning.verbs.entries import (
    cancel_entry,
    create_entry,
    delete_entry,
    edit_entry,
    set_leg,
    set_parties,
)
from app.planning.verbs.members import edit_member
from app.planning.verbs.parties import set_party_members
from app.planning.verbs.people_at import add_participant, remove_participant, set_participant
from app.planning.verbs.places import delete_place, edit_place
from app.planning.verbs.stops import create_stop
from app.planning.verbs.telling import keep_told
from app.planning.verbs.visits import edit_visit
from app.planning.views.telling import (
    Affected,
    affected,
    step_at,
    to_tell_count,
    told_rows,
)
from app.planning.workspace import EVERYTHING, Changed, Workspace
from app.wording.errors import sentence
from app.wording.language import in_language, message_languages
from app.wording.telling import about, message
from tests.helpers.planner import PARTIES, VISIT, at, contents, planner

PARIS = "Europe/Paris"
HUSHED = "zzhushedzz"


def _hosts(session: Session) -> None:
    for number in range(2):
        session.add(Person(id=f"host-person-{number}", family_name=f"Host {number}", given_name="Ann"))
        session.add(
            Member(
                id=f"host-{number}", visit_id=VISIT, person_id=f"host-person-{number}", side=Side.HOST,
                organisation_id="org",
            )
        )  # fmt: skip


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path)) as opened:
        opened.do_for_good("Hosts", _hosts)
        yield opened
        assert opened.ask(faults) == ()


@pytest.fixture
def new(space: Workspace) -> Callable[..., str]:
    def make(title: str = "Tea", hour: int = 9, people: tuple[str, ...] = (), **fields: Any) -> str:
        entry = space.do(
            "Add",
            create_entry,
            VISIT,
            **{
                "title": title, "start_wall": at(10, hour), "start_zone": PARIS,
                "end_wall": at(10, hour + 1), "end_zone": PARIS, **fields,
            },
        )  # fmt: skip
        for member in people:
            space.do("Seat", add_participant, entry, member_id=member)
        return entry

    return make


def now(space: Workspace) -> int:
    return space.ask(step_at, now_utc() + timedelta(minutes=1))


def told(space: Workspace, since: int | None) -> dict[str, Affected]:
    return {row.id: row for row in space.ask(affected, VISIT, since)}


def whats(row: Affected) -> list[tuple[str, set[What]]]:
    return [(change.shown.title, set(change.what)) for change in row.entries]


def tell(space: Workspace, member_id: str, since_step: int | None = None) -> str:
    return space.do(
        "Tell", keep_told, member_id, subject="S", text="T", language="en", via=Via.MAIL, about="A",
        since_step=since_step,
    )  # fmt: skip


# What is net


def test_an_entry_moved_twice_is_told_once_and_moved_back_not_at_all(
    space: Workspace, new: Callable[..., str]
) -> None:
    entry = new(people=("member-0",))
    base = now(space)
    for hour in (11, 14):
        space.do("Move", edit_entry, entry, start_wall=at(10, hour), end_wall=at(10, hour + 1))
    (change,) = told(space, base)["member-0"].entries
    assert change.before is not None
    assert change.after is not None
    assert (change.before.start.wall, change.after.start.wall) == (at(10, 9), at(10, 14))
    assert change.after.start.zone == PARIS
    assert change.what == {What.TIME}
    space.do("Back", edit_entry, entry, start_wall=at(10, 9), end_wall=at(10, 10))
    assert told(space, base) == {}


def test_what_undo_takes_back_is_not_told(space: Workspace, new: Callable[..., str]) -> None:
    entry = new(people=("member-0",))
    base = now(space)
    space.do("Delete", delete_entry, entry)
    assert whats(told(space, base)["member-0"]) == [("Tea", {What.REMOVED})]
    space.undo()
    assert told(space, base) == {}
    space.redo()
    assert set(told(space, base)) == {"member-0"}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.integers(0, 2), st.integers(6, 20), st.booleans()), max_size=8))
def test_the_net_is_the_difference_of_both_ends(space: Workspace, moves: list[tuple[int, int, bool]]) -> None:
    def make(session: Session) -> list[str]:
        times: dict[str, Any] = {
            "start_zone": PARIS,
            "end_zone": PARIS,
            "start_wall": at(10, 9),
            "end_wall": at(10, 10),
        }
        return [create_entry(session, VISIT, title=str(number), **times) for number in range(3)]

    entries = space.do("Make", make)
    base, hours = now(space), [9, 9, 9]
    for which, hour, undone in moves:
        space.do(
            "Move",
            edit_entry,
            entries[which],
            start_wall=at(10, hour),
            end_wall=at(10, hour) + timedelta(hours=1),
        )
        if undone and hour != hours[which]:
            space.undo()
        else:
            hours[which] = hour
    found = told(space, base)
    expected = {entry for entry, hour in zip(entries, hours, strict=True) if hour != 9}
    members = {f"member-{number}" for number in range(3)} if expected else set()
    assert set(found) == members
    for row in found.values():
        assert {change.entry_id for change in row.entries} == expected


# Whom it concerns


def test_each_is_told_what_concerns_them_and_nobody_else_is(
    space: Workspace, new: Callable[..., str]
) -> None:
    named = new("Named", 9, ("member-0",))
    party = new("Party", 11)
    space.do("Party", set_parties, party, frozenset({PARTIES[1]}))
    everyone = new("Everyone", 13)
    base = now(space)
    for entry in (named, party, everyone):
        space.do("Room", edit_entry, entry, room="Salon B")
    found = told(space, base)
    assert whats(found["member-0"]) == [("Named", {What.ROOM}), ("Everyone", {What.ROOM})]
    assert whats(found["member-1"]) == [("Party", {What.ROOM}), ("Everyone", {What.ROOM})]
    assert whats(found["member-2"]) == [("Everyone", {What.ROOM})]


def test_who_joins_and_who_leaves_an_entry_is_told(space: Workspace, new: Callable[..., str]) -> None:
    entry = new(people=("member-0", "member-1"))
    base = now(space)
    seat = space.ask(
        lambda connection: connection.execute(
            select(Base.metadata.tables["participation"].c.id).where(
                Base.metadata.tables["participation"].c.member_id == "member-0"
            )
        ).scalar_one()
    )
    space.do("Out", remove_participant, seat)
    space.do("In", add_participant, entry, member_id="member-2")
    found = told(space, base)
    assert {key: whats(row) for key, row in found.items()} == {
        "member-0": [("Tea", {What.REMOVED})],
        "member-2": [("Tea", {What.ADDED})],
    }


def test_a_role_a_car_and_a_room_are_told_to_whom_they_are(space: Workspace, new: Callable[..., str]) -> None:
    entry = new(people=("member-0", "member-1"))
    car = space.do("Car", vehicles.create_vehicle, VISIT, name="Car 1")
    other = space.do("Car", vehicles.create_vehicle, VISIT, name="Car 2")
    rides = [space.do("Way", vehicles.add_ride, key, entry_id=entry) for key in (car, other)]
    hotel = space.do("Hotel", lodgings.create_lodging, VISIT, name="Larkmere")
    room = space.do("Room", lodgings.create_room, hotel, number="1204")
    seat = space.do("Seat", vehicles.seat_rider, rides[0], member_id="member-2")
    space.do("Guest", lodgings.put_in_room, room, member_id="member-1")
    base = now(space)
    participation = space.ask(
        lambda connection: connection.execute(
            select(Base.metadata.tables["participation"].c.id).where(
                Base.metadata.tables["participation"].c.member_id == "member-0"
            )
        ).scalar_one()
    )
    space.do("Role", set_participant, participation, role=Role.SPEAKER)
    space.do("Unseat", vehicles.unseat_rider, seat)
    space.do("Seat", vehicles.seat_rider, rides[1], member_id="member-2")
    space.do("Number", lodgings.edit_room, room, number="1207")
    found = told(space, base)
    assert whats(found["member-0"]) == [("Tea", {What.ROLE})]
    (change,) = found["member-2"].entries
    assert change.what == {What.CAR}
    assert change.before is not None
    assert change.after is not None
    assert (change.before.car, change.after.car) == ("Car 1", "Car 2")
    (bed,) = found["member-1"].rooms
    assert (bed.hotel, bed.before, bed.after) == ("Larkmere", "1204", "1207")
    assert found["member-1"].entries == ()
    space.do("Move", edit_entry, entry, room="Salon B")
    assert whats(told(space, base)["member-2"]) == [
        ("Tea", {What.ROOM, What.CAR})
    ]  # a rider alone is told too


def test_korean_names_of_cities_and_places_are_known(space: Workspace, new: Callable[..., str]) -> None:
    entry = new(people=("member-0",))
    space.do("Stop", create_stop, VISIT, city="Paris", zone=PARIS, native_city="파리")
    (place_id,) = space.ask(lambda connection: connection.execute(select(Place.id).limit(1)).one())
    space.do("Place", edit_place, place_id, name="Town hall", native_name="시청")
    space.do("There", edit_entry, entry, place_id=place_id)
    row = told(space, None)["member-0"]
    assert row.natives == {"Paris": "파리", "Town hall": "시청"}
    assert "파리" not in repr(row)
    with in_language("ko"):
        assert "시청" in message(row).text


def test_a_leg_a_status_and_a_place_that_is_gone(space: Workspace, new: Callable[..., str]) -> None:
    entry = new("Flight", people=("member-0",), place_id="place-1", status=EntryStatus.CONFIRMED)
    space.do("Leg", set_leg, entry, mode=LegMode.FLIGHT, carrier="KE", number="901")
    base = now(space)
    space.do("Leg", set_leg, entry, number="903", booking_reference="ABC123")
    space.do("Status", edit_entry, entry, status=EntryStatus.TENTATIVE)
    space.do("Place", delete_place, "place-1")
    (change,) = told(space, base)["member-0"].entries
    assert change.what == {What.TRAVEL, What.STATUS, What.PLACE}
    assert change.before is not None
    assert change.after is not None
    assert (change.before.place, change.after.place) == ("Place 1", "")
    text = message(told(space, base)["member-0"]).text
    assert "Travel: was Flight KE 901, now Flight KE 903" in text
    assert "Place: no longer Place 1" in text
    assert "ABC123" not in text


def test_cancelled_entries_are_told_once_and_then_leave_people_in_peace(
    space: Workspace, new: Callable[..., str]
) -> None:
    entry = new(people=("member-0",))
    base = now(space)
    space.do("Cancel", cancel_entry, entry)
    assert whats(told(space, base)["member-0"]) == [("Tea", {What.STATUS})]
    assert "Cancelled: Tea, Tue 10 Mar 09:00–10:00 (Paris)" in message(told(space, base)["member-0"]).text
    after = now(space)
    space.do("Move", edit_entry, entry, start_wall=at(10, 15), end_wall=at(10, 16))
    assert told(space, after) == {}
    space.do("Delete", delete_entry, entry)
    assert told(space, after) == {}
    assert whats(told(space, base)["member-0"]) == [("Tea", {What.REMOVED})]
    assert told(space, 0) == {}  # it came and went


def test_whose_days_or_parties_change_has_other_entries(space: Workspace, new: Callable[..., str]) -> None:
    new("Everyone", 9)
    party = new("Party", 11)
    space.do("Party", set_parties, party, frozenset({PARTIES[1]}))
    base = now(space)
    space.do("Days", edit_member, "member-0", leaves_on=date(2026, 3, 9))
    space.do("Members", set_party_members, PARTIES[1], frozenset({"member-1", "member-2"}))
    found = told(space, base)
    assert {key: whats(row) for key, row in found.items()} == {
        "member-0": [("Everyone", {What.REMOVED})],
        "member-2": [("Party", {What.ADDED})],
    }


# Hosts, and markings


def test_hosts_are_told_only_of_what_is_shared_with_them(space: Workspace, new: Callable[..., str]) -> None:
    both = ("member-0", "host-0")
    shared = new("Shared", 9, both, share_with_host=True)
    hidden = new("Hidden", 11, both)
    marked = new("Marked", 13, both, share_with_host=True, marking=Marking.RESTRICTED)
    base = now(space)
    for entry in (shared, hidden, marked):
        space.do("Room", edit_entry, entry, room="Salon B")
    found = told(space, base)
    assert whats(found["host-0"]) == [("Shared", {What.ROOM})]
    assert len(found["member-0"].entries) == 3
    assert "host-1" not in found
    space.do("Share", edit_entry, hidden, share_with_host=True)
    assert whats(told(space, base)["host-0"])[1] == ("Hidden", {What.ADDED})
    # What is no longer shared is off for those who knew of it, and nothing new is said about it.
    space.do("Hide", edit_entry, shared, share_with_host=False, title=HUSHED, place_id="place-0")
    space.do("Hide", edit_entry, hidden, share_with_host=False)
    row = told(space, base)["host-0"]
    assert whats(row) == [("Shared", {What.REMOVED})]
    text = message(row).text
    assert "No longer on your programme: Shared, Tue 10 Mar 09:00–10:00 (Paris)" in text
    assert HUSHED not in text + about(row) + repr(row)
    assert "Place 0" not in text + repr(row)


def test_what_is_marked_above_a_host_is_off_without_a_word(space: Workspace, new: Callable[..., str]) -> None:
    entry = new("Shared", 9, ("host-0",), share_with_host=True)
    base = now(space)
    space.do("Mark", edit_entry, entry, marking=Marking.RESTRICTED, title=HUSHED, start_wall=at(10, 8))
    row = told(space, base)["host-0"]
    assert [change.what for change in row.entries] == [{What.REMOVED}]
    assert "No longer on your programme: an entry, Tue 10 Mar 09:00–10:00 (Paris)" in message(row).text
    assert HUSHED not in repr(row)
    tell(space, "host-0")
    space.do("Room", edit_entry, entry, room="Salon")
    assert "host-0" not in told(space, None)


def test_a_hotel_that_is_another_is_told_to_those_who_sleep_there(space: Workspace) -> None:
    hotel = space.do("Hotel", lodgings.create_lodging, VISIT, name="Larkmere", place_id="place-0")
    room = space.do("Room", lodgings.create_room, hotel, number="1204")
    space.do("Guest", lodgings.put_in_room, room, member_id="member-1")
    base = now(space)
    space.do("Name", lodgings.edit_lodging, hotel, name="Grand Larkmere")
    (row,) = told(space, base).values()
    assert row.id == "member-1"
    assert about(row) == "Grand Larkmere: new name"
    assert "• Grand Larkmere, 1204\n   – Hotel: was Larkmere, now Grand Larkmere\n" in message(row).text
    named = now(space)
    space.do("Place", lodgings.edit_lodging, hotel, place_id="place-1")
    space.do("Number", lodgings.edit_room, room, number="7")
    (row,) = told(space, named).values()
    assert "   – Place: was Place 0, now Place 1\n   – Room number: was 1204, now 7\n" in message(row).text
    space.do("Phone", lodgings.edit_lodging, hotel, phone="+33 1")
    space.do("Back", lodgings.edit_lodging, hotel, name="Larkmere", place_id="place-0")
    space.do("Back", lodgings.edit_room, room, number="1204")
    assert told(space, base) == {}


def test_above_the_delegation_an_entry_has_no_words(space: Workspace, new: Callable[..., str]) -> None:
    entry = new(HUSHED, 9, ("member-0",), place_id="place-0", marking=Marking.CONFIDENTIAL)
    base = now(space)
    space.do(
        "Move", edit_entry, entry, start_wall=at(10, 15), end_wall=at(10, 16), room=HUSHED,
        title=f"{HUSHED} 2", place_id="place-1",
    )  # fmt: skip
    row = told(space, base)["member-0"]
    text = message(row).text
    assert "an entry: was Tue 10 Mar 09:00–10:00 (Paris), now Tue 10 Mar 15:00–16:00" in text
    assert "Place: has changed" in text
    assert HUSHED not in text + about(row) + repr(row)
    assert "Place 0" not in text
    # Lowering the marking does not let out what stood there before.
    space.do("Lower", edit_entry, entry, marking=Marking.OFFICIAL_USE)
    assert HUSHED not in message(told(space, base)["member-0"]).text


def test_no_message_carries_notes_or_anything_besides_what_is_meant_to_be_said(
    space: Workspace, new: Callable[..., str]
) -> None:
    """Every word column of every row that a change touches holds a word of its own."""
    entry = new("Tea", people=("member-0", "host-0"), share_with_host=True)
    base = now(space)
    told_of = {"title", "room"}
    words = {
        name: f"zz{name.replace('_', '')}zz"
        for name in ("title", "room", "summary", "notes", "met_by", "dress", "press", "fallback")
    }
    space.do("Words", edit_entry, entry, **words)
    space.do("Restricted", edit_person_of, "person-0", phone="zzphonezz", private_phone="zzprivatezz")
    for row in told(space, base).values():
        for tag in message_languages():
            with in_language(tag):
                words_read = message(row).subject + message(row).text + about(row)
            assert set(re.findall("zz[a-z]+zz", words_read)) == {words[name] for name in told_of}


def edit_person_of(session: Session, /, person_id: str, **fields: str) -> None:
    person = session.get(Person, person_id)
    assert person is not None
    for name, value in fields.items():
        setattr(person, name, value)


def test_the_title_of_a_visit_that_is_marked_is_left_out(space: Workspace, new: Callable[..., str]) -> None:
    new(people=("member-0", "host-0"), share_with_host=True)
    space.do("Mark", edit_visit, VISIT, marking=Marking.RESTRICTED)
    found = told(space, 0)
    assert found["member-0"].visit == "Small visit"
    assert found["host-0"].visit == ""
    assert "Small" not in message(found["host-0"]).text


# Who was told


def test_each_is_told_of_what_is_new_to_them(space: Workspace, new: Callable[..., str]) -> None:
    entry = new(people=("member-0", "member-1"))
    assert set(told(space, None)) == {"member-0", "member-1"}
    before = space.ask(contents)
    tell(space, "member-0")
    assert set(told(space, None)) == {"member-1"}
    assert {key: row.is_told for key, row in told(space, 0).items()} == {"member-0": True, "member-1": False}
    space.do("Move", edit_entry, entry, start_wall=at(10, 15), end_wall=at(10, 16))
    found = told(space, None)
    assert whats(found["member-0"]) == [("Tea", {What.TIME})]
    assert whats(found["member-1"]) == [("Tea", {What.ADDED})]
    assert not told(space, 0)["member-0"].is_told
    assert {key: row.told_language for key, row in found.items()} == {"member-0": "en", "member-1": ""}
    for _step in range(2):
        space.undo()
    assert space.ask(contents) == before
    assert set(told(space, None)) == {"member-0", "member-1"}


def test_what_is_older_than_the_step_that_was_told_of_still_waits(
    space: Workspace, new: Callable[..., str]
) -> None:
    entry = new("Tea", people=("member-0",))
    other = new("Walk", 15, ("member-0",))
    tell(space, "member-0")
    space.do("Room", edit_entry, entry, room="Salon B")
    since = now(space)
    space.do("Move", edit_entry, entry, start_wall=at(10, 11), end_wall=at(10, 12))
    space.do("Room", edit_entry, other, room="Park")
    assert whats(told(space, since)["member-0"]) == [("Tea", {What.TIME}), ("Walk", {What.ROOM})]
    before = space.ask(contents)
    tell(space, "member-0", since_step=since)
    # All since the step was told; the room of before it was not.
    assert told(space, since)["member-0"].is_told
    assert whats(told(space, None)["member-0"]) == [("Tea", {What.ROOM})]
    space.do("Room", edit_entry, entry, room="Salon C")
    space.do("Room", edit_entry, other, room="")
    (tea, walk) = told(space, None)["member-0"].entries
    assert tea.before is not None
    assert walk.before is not None
    assert (set(tea.what), tea.before.room, tea.before.start.wall) == ({What.ROOM}, "", at(10, 11))
    assert (set(walk.what), walk.before.room) == ({What.ROOM}, "Park")
    assert not told(space, since)["member-0"].is_told
    tell(space, "member-0")
    assert told(space, None) == {}
    for _step in range(4):
        space.undo()
    assert space.ask(contents) == before


def test_who_was_told_of_one_step_first_is_still_told_of_what_is_new_before_it(
    space: Workspace, new: Callable[..., str]
) -> None:
    entry = new("Tea", people=("member-0",))
    since = now(space)
    space.do("Room", edit_entry, entry, room="Salon B")
    tell(space, "member-0", since_step=since)
    assert whats(told(space, None)["member-0"]) == [("Tea", {What.ADDED})]
    gone = now(space)
    space.do("Delete", delete_entry, entry)
    tell(space, "member-0", since_step=gone)
    assert told(space, None) == {}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.sampled_from(["room", "title", "tell", "since", "undo"]), max_size=14))
def test_however_people_are_told_they_know_all_of_it_in_the_end(space: Workspace, acts: list[str]) -> None:
    """Told of what waits until nothing does, a member knows each column as it is now."""
    times: dict[str, Any] = {"start_zone": PARIS, "end_zone": PARIS}
    times |= {"start_wall": at(10, 9), "end_wall": at(10, 10)}
    entry = space.do("Add", create_entry, VISIT, title="0", **times)
    space.do("Seat", add_participant, entry, member_id="member-0")
    tell(space, "member-0")
    known = {"title": "0", "room": ""}

    def hear(row: Affected | None) -> None:
        for change in row.entries if row else ():
            assert change.before is not None
            assert change.after is not None
            for name, what in (("title", What.TITLE), ("room", What.ROOM)):
                if change.entry_id == entry and what in change.what:
                    known[name] = getattr(change.after, name)

    for number, act in enumerate(acts):
        if act in {"room", "title"}:
            space.do("Edit", edit_entry, entry, **{act: str(number)})
        elif act == "undo" and space.next_undo().label == "Edit":  # type: ignore[union-attr]
            space.undo()
        elif act == "tell":
            hear(told(space, None).get("member-0"))
            tell(space, "member-0")
        elif act == "since":
            since = now(space) - 2
            hear(told(space, since).get("member-0"))
            tell(space, "member-0", since_step=since)
    hear(told(space, None).get("member-0"))
    shown = space.ask(contents)["entry"]
    assert known == {name: row[name] for row in shown if row["id"] == entry for name in known}


def test_what_was_not_told_for_days_still_waits(space: Workspace, new: Callable[..., str]) -> None:
    new(people=("member-0", "member-1"))
    tell(space, "member-0")

    steps, kept = (Base.metadata.tables[name] for name in ("step", "told"))
    old = now_utc() - timedelta(days=9)
    with space._engine.begin() as connection:
        connection.execute(steps.update().values(at=old))
        connection.execute(kept.update().values(told_at=old))
    assert set(told(space, None)) == {"member-1"}
    with space._engine.begin() as connection:  # nobody was ever told: only the last day counts
        connection.execute(kept.delete())
    assert told(space, None) == {}


def test_who_was_told_is_kept_and_outlives_the_member(space: Workspace) -> None:
    row_id = tell(space, "member-1")
    (row,) = space.ask(told_rows, VISIT)
    assert (row.id, row.member_id, row.name, row.via) == (row_id, "member-1", "Min Kim 1", Via.MAIL)
    assert row.told_at is not None
    assert abs(row.told_at - now_utc()) < timedelta(minutes=1)
    for fields, code in (
        ({"text": " "}, "field_empty"),
        ({"via": "pigeon"}, "choice_unknown"),
        ({"language": "x" * 20}, "text_too_long"),
    ):
        with pytest.raises(PlanningError) as refused:
            space.do(
                "Tell",
                keep_told,
                "member-1",
                **{"subject": "S", "text": "T", "language": "en", "via": Via.MAIL, "about": "", **fields},  # type: ignore[arg-type]
            )
        assert refused.value.code == code
        assert sentence(refused.value)
    with pytest.raises(PlanningError, match="row_missing"):
        tell(space, "nobody")


# What is cheap


def test_only_a_visit_that_is_on_has_a_count(space: Workspace, new: Callable[..., str]) -> None:
    new(people=("member-0", "member-1"))
    assert space.ask(to_tell_count, VISIT) == 0
    space.do("On", edit_visit, VISIT, state=VisitState.CONFIRMED)
    assert space.ask(to_tell_count, VISIT) == 2


def test_what_bears_on_who_is_to_be_told() -> None:
    for table in ("entry", "leg", "participation", "rider", "room_guest", "member", "lodging", "told"):
        assert bears_on_plans(Changed({table: frozenset({"x"})}))
    assert bears_on_plans(EVERYTHING)
    assert not bears_on_plans(Changed({"topic": frozenset({"x"}), "brief": frozenset({"y"})}))


def test_the_number_of_questions_does_not_grow(space: Workspace, new: Callable[..., str]) -> None:
    statements: list[str] = []

    def count() -> int:
        statements.clear()
        space.ask(affected, VISIT, 0)
        return len(statements)

    event.listen(space._engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    new("0", people=("member-0",))
    few = count()
    for number in range(12):
        new(str(number), 8 + number, ("member-0", "member-1", "host-0"), share_with_host=True)
    assert count() == few


def test_another_visit_is_another_matter(space: Workspace, new: Callable[..., str]) -> None:
    new(people=("member-0",))

    def other(session: Session) -> str:
        session.add(
            Visit(
                id="other", title="Other", home_city="Seoul", home_zone="Asia/Seoul",
                starts_on=date(2026, 3, 1), ends_on=date(2026, 3, 9),
            )
        )  # fmt: skip
        session.add(Member(id="guest", visit_id="other", person_id="person-0", side=Side.OURS))
        return "other"

    space.do("Other", other)
    assert space.ask(affected, "other", 0) == ()
    assert space.ask(affected, "other") == ()
    with pytest.raises(PlanningError, match="visit_missing"):
        space.ask(affected, "nowhere")
