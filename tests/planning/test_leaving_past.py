"""What was stays as it was when somebody leaves: parties and days know of no hours."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.data.models import Lodging, Person, Room, RoomGuest
from app.data.models.base import now_utc
from app.domain.release import Audience, AudienceKind
from app.domain.telling import What
from app.domain.withdrawn import is_withdrawn
from app.planning.release import release
from app.planning.rewinding import plan_now
from app.planning.soundness import faults
from app.planning.verbs.entries import create_entry, set_parties
from app.planning.verbs.withdrawal import replace_member, withdraw_member
from app.planning.views.telling import affected, step_at
from app.planning.views.withdrawal import first_moment
from app.planning.workspace import Workspace
from app.publish.calendar.people import entries_of
from tests.helpers.planner import PARTIES, VISIT, at, contents, planner

MOMENT = datetime(2026, 3, 10, 9)  # 10:00 in Paris, 18:00 at home


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path)) as opened:
        opened.do_for_good("Person", lambda session: session.add(Person(id="new", family_name="New")))
        yield opened
        assert opened.ask(faults) == ()


def _entry(space: Workspace, title: str, day: int, hour: int, *parties: str) -> str:
    walls = {"start_wall": at(day, hour), "end_wall": at(day, hour + 1)}
    zones = {"start_zone": "Europe/Paris", "end_zone": "Europe/Paris"}
    entry = space.do("Add", create_entry, VISIT, title=title, **walls, **zones)  # type: ignore[arg-type]
    if parties:
        space.do("Parties", set_parties, entry, frozenset(parties))
    return entry


def _whose(space: Workspace, member_id: str) -> list[str]:
    """Return the entries that are a member's: by the plan, and the same on paper."""
    visit = space.ask(release, VISIT, Audience(AudienceKind.DELEGATION))
    titles = [entry.title for entry in entries_of(visit, member_id)]
    plan = space.ask(plan_now, VISIT)
    assert set(titles) == {
        row["title"] for key, row in plan.rows["entry"].items() if plan.attends(key, member_id)
    }
    return titles


def _told(space: Workspace, base: int) -> dict[str, list[tuple[str, set[What]]]]:
    rows = space.ask(affected, VISIT, base)
    return {row.id: [(one.shown.title, set(one.what)) for one in row.entries] for row in rows}


def _newest(space: Workspace) -> int:
    return space.ask(step_at, now_utc() + timedelta(minutes=1))


def test_who_takes_over_was_not_at_what_was_before(space: Workspace) -> None:
    _entry(space, "Party before", 3, 19, PARTIES[0])
    _entry(space, "All that morning", 10, 7)
    _entry(space, "All that evening", 10, 18)
    _entry(space, "Party after", 12, 19, PARTIES[0])
    _entry(space, "All before", 4, 9)
    base, before = _newest(space), space.ask(contents)
    others = [_whose(space, f"member-{number}") for number in (1, 2)]
    new = space.do("Replace", replace_member, "member-0", person_id="new", from_utc=MOMENT)
    assert _whose(space, "member-0") == ["Party before", "All before", "All that morning"]
    assert _whose(space, new) == ["All that evening", "Party after"]
    assert [_whose(space, f"member-{number}") for number in (1, 2)] == others
    assert _told(space, base) == {
        "member-0": [("All that evening", {What.REMOVED}), ("Party after", {What.REMOVED})],
        new: [("All that evening", {What.ADDED}), ("Party after", {What.ADDED})],
    }
    space.undo()
    assert space.ask(contents) == before


def test_who_is_withdrawn_keeps_the_morning_and_not_the_evening(space: Workspace) -> None:
    _entry(space, "Party before", 3, 19, PARTIES[0])
    _entry(space, "Morning", 10, 7)
    _entry(space, "Evening", 10, 18)
    space.do("Withdraw", withdraw_member, "member-0", from_utc=MOMENT)
    assert _whose(space, "member-0") == ["Party before", "Morning"]
    assert _whose(space, "member-1") == ["Morning", "Evening"]


def test_from_a_day_on_is_not_on_that_day(space: Workspace) -> None:
    _entry(space, "Eve", 9, 9)
    _entry(space, "First", 10, 9)
    midnight = datetime(2026, 3, 9, 15)  # in Seoul: there are no stops
    before = len(space.ask(plan_now, VISIT).rows["participation"])
    new = space.do("Replace", replace_member, "member-0", person_id="new", from_utc=midnight)
    assert _whose(space, "member-0") == ["Eve"]
    assert _whose(space, new) == ["First"]
    plan = space.ask(plan_now, VISIT)
    assert len(plan.rows["participation"]) == before  # nobody had to be named
    assert plan.rows["member"]["member-0"]["leaves_on"] == date(2026, 3, 9)
    assert plan.rows["member"][new]["joins_on"] == date(2026, 3, 10)


def test_who_is_withdrawn_from_the_start_was_never_there(space: Workspace) -> None:
    _entry(space, "First", 1, 9)
    _entry(space, "Second", 2, 9)
    space.do("Withdraw", withdraw_member, "member-0", from_utc=space.ask(first_moment, VISIT))
    assert _whose(space, "member-0") == []
    member = space.ask(plan_now, VISIT).rows["member"]["member-0"]
    assert is_withdrawn(member["leaves_on"], date(2026, 3, 1), takes_part=False)


def test_from_the_start_is_before_an_advance_hotel(space: Workspace) -> None:
    def hotel(session: object) -> None:
        nights = {"starts_on": date(2026, 2, 25), "ends_on": date(2026, 3, 3)}
        session.add(Lodging(id="hotel", visit_id=VISIT, name="Advance", **nights))  # type: ignore[attr-defined]
        session.add(Room(id="room", visit_id=VISIT, lodging_id="hotel", number="7"))  # type: ignore[attr-defined]
        session.add(RoomGuest(id="guest", visit_id=VISIT, room_id="room", member_id="member-0"))  # type: ignore[attr-defined]

    space.do("Hotel", hotel)
    moment = space.ask(first_moment, VISIT)
    assert moment == datetime(2026, 2, 24, 15)
    space.do("Withdraw", withdraw_member, "member-0", from_utc=moment)
    assert space.ask(plan_now, VISIT).rows["room_guest"] == {}
