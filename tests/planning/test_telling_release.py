"""What a message may carry is what the rules of release say, and nothing that they do not name."""

import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from app.data.models import Participation
from app.domain.telling import What
from app.domain.words import EntryKind, EntryStatus, LegMode, Marking, Role, Side
from app.planning.hearing import hearing
from app.planning.verbs import vehicles
from app.planning.verbs.entries import cancel_entry, edit_entry, set_leg
from app.planning.verbs.people_at import set_participant
from app.planning.workspace import Workspace
from app.wording.telling import about, message
from tests.planning.test_telling import new as new  # noqa: PLC0414 - a fixture
from tests.planning.test_telling import now, told, whats
from tests.planning.test_telling import space as space  # noqa: PLC0414 - a fixture

HUSHED = "zzhushedzz"


def _seat(space: Workspace, member_id: str) -> str:
    query = select(Participation.__table__.c.id).where(Participation.member_id == member_id)
    return space.ask(lambda connection: str(connection.execute(query).scalar_one()))


def _drive(space: Workspace, entry: str, *members: str) -> None:
    car = space.do("Car", vehicles.create_vehicle, "00000000-0000-4000-8000-000000000001", name=HUSHED)
    ride = space.do("Way", vehicles.add_ride, car, entry_id=entry)
    for member_id in members:
        space.do("Seat", vehicles.seat_rider, ride, member_id=member_id)


def test_a_host_hears_nothing_of_legs_and_cars(space: Workspace, new: Callable[..., str]) -> None:
    both = ("member-0", "host-0")
    entry = new("Shared", 9, both, share_with_host=True, kind=EntryKind.TRAVEL)
    base = now(space)
    space.do("Leg", set_leg, entry, mode=LegMode.FLIGHT, carrier="KE", number="903", from_terminal=HUSHED)
    _drive(space, entry, "member-0", "host-0", "host-1")
    found = told(space, base)
    assert whats(found["member-0"]) == [("Shared", {What.TRAVEL, What.CAR})]
    assert HUSHED in message(found["member-0"]).text
    assert set(found) == {"member-0"}
    space.do("Room", edit_entry, entry, room="Salon B")
    row = told(space, base)["host-0"]
    assert whats(row) == [("Shared", {What.ROOM})]
    assert not re.search(f"{HUSHED}|903", message(row).text + about(row) + repr(row))
    assert HUSHED not in repr(told(space, 0)["host-0"])  # and in a new entry neither


def test_above_the_delegation_nothing_but_the_times_is_said(
    space: Workspace, new: Callable[..., str]
) -> None:
    entry = new(HUSHED, 9, ("member-0",), marking=Marking.CONFIDENTIAL, kind=EntryKind.TRAVEL)
    base = now(space)
    _drive(space, entry, "member-0")
    space.do("Role", set_participant, _seat(space, "member-0"), role=Role.SPEAKER)
    space.do("Leg", set_leg, entry, mode=LegMode.FLIGHT, carrier=HUSHED)
    space.do("Status", edit_entry, entry, status=EntryStatus.TENTATIVE)
    assert told(space, base) == {}
    space.do("Room", edit_entry, entry, room=HUSHED)
    row = told(space, base)["member-0"]
    assert row.entries[0].what == {What.ROOM}
    text = message(row).text + about(row) + repr(row)
    assert not re.search(f"(?i){HUSHED}|tentative|speaker|flight|travel(?!=)|your car", text)


def test_above_the_delegation_what_is_cancelled_is_only_no_longer_there(
    space: Workspace, new: Callable[..., str]
) -> None:
    entry = new(HUSHED, 9, ("member-0",), marking=Marking.CONFIDENTIAL)
    base = now(space)
    space.do("Cancel", cancel_entry, entry)
    row = told(space, base)["member-0"]
    assert row.entries[0].what == {What.REMOVED}
    assert "No longer on your programme: an entry, Tue 10 Mar 09:00–10:00 (Paris)" in message(row).text
    after = now(space)
    space.undo()
    assert told(space, after)["member-0"].entries[0].what == {What.ADDED}


def test_what_no_rule_names_is_not_heard() -> None:
    ours, host = hearing(Side.OURS), hearing(Side.HOST)
    assert ours.whats == {*What}
    assert ours.beds
    assert host.whats == {*What} - {What.TRAVEL, What.CAR}
    assert not host.beds
    assert not {What.STATUS, What.ROLE, What.CAR, What.TITLE, What.TRAVEL} & ours.of(withheld=True)


def test_every_fact_is_asked_of_the_rules(monkeypatch: Any) -> None:
    from app.planning import hearing as module
    from app.planning.audiences import Rules

    monkeypatch.setattr(module, "rules_for", lambda *_: Rules(Marking.PUBLIC, {}))
    silent = module.hearing.__wrapped__(Side.OURS)
    assert silent.whats == frozenset()
    assert not silent.beds
