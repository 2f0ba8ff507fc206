"""The order of a delegation: places by the rule, places with a reason, ties; and the view of it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select

from app.data.models import Entry, Member, Organisation, Participation, PartyMember, Person, Post, Visit
from app.domain.errors import PlanningError
from app.domain.precedence import Standing
from app.domain.words import Role, Side
from app.planning.ordering import add_all_in_order, add_in_order, order_sides
from app.planning.precedence import Ranked, follows, places, tied
from app.planning.soundness import faults
from app.planning.verbs.entries import create_entry
from app.planning.verbs.members import edit_member
from app.planning.verbs.people_at import add_person_at
from app.planning.verbs.precedence import order_by_rule, set_precedence
from app.planning.verbs.visits import edit_visit
from app.planning.views.counts import room_counts
from app.planning.views.delegation import delegation, member_detail
from app.planning.workspace import Workspace
from app.wording.errors import sentence
from tests.helpers.planner import VISIT, at, contents, planner


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path)) as opened:
        opened.do_for_good("Posts", _plant)
        yield opened
        assert opened.ask(faults) == ()


def _plant(session: Any) -> None:
    """Give ours the ranks 30, 20, 10; and two hosts with two members each, the later one higher in rank."""
    session.get(Visit, VISIT).principal_id = "person-1"
    session.add(Organisation(id="host-2", name="Institute"))
    for number, rank in enumerate((30, 20, 10)):
        session.add(Post(person_id=f"person-{number}", organisation_id="org", title="Post", rank=rank))
    for number in range(4):
        host, key = ("org", "host-2")[number // 2], f"h{number}"
        session.add(Person(id=key, family_name=f"Host {number}"))
        session.add(Post(person_id=key, organisation_id=host, title="Post", rank=40 - 10 * number))
        session.add(
            Member(
                id=key, visit_id=VISIT, person_id=key, side=Side.HOST, organisation_id=host,
                precedence=number + 1,
            )
        )  # fmt: skip


def _order(space: Workspace, side: Side = Side.OURS) -> list[tuple[str, int]]:
    return [(row.id, row.precedence) for row in space.ask(delegation, VISIT) if row.side is side]


def test_the_principal_goes_first_then_rank_and_each_host_is_its_own(space: Workspace) -> None:
    before = space.ask(contents)
    space.do("Order", order_sides, VISIT, tuple(Side))
    assert _order(space) == [("member-1", 1), ("member-2", 2), ("member-0", 3)]
    assert _order(space, Side.HOST) == [("h1", 1), ("h0", 2), ("h3", 3), ("h2", 4)]
    space.undo()
    assert space.ask(contents) == before


def test_who_heads_a_host_at_an_entry_goes_before_rank(space: Workspace) -> None:
    def head(session: Any) -> None:
        walls: dict[str, Any] = {
            "start_wall": at(5, 9),
            "end_wall": at(5, 10),
            "start_zone": "UTC",
            "end_zone": "UTC",
        }
        session.add(
            Entry(id="call", visit_id=VISIT, title="Call", start_utc=at(5, 9), end_utc=at(5, 10), **walls)
        )
        session.add(Participation(id="p", visit_id=VISIT, entry_id="call", member_id="h2", role=Role.HEAD))

    space.do("Head", head)
    space.do("Order", order_by_rule, VISIT, side=Side.HOST)
    assert [row for row, _place in _order(space, Side.HOST)] == ["h1", "h0", "h2", "h3"]
    (entry,) = space.ask(member_detail, "h2").entries
    assert (entry.title, entry.role) == ("Call", Role.HEAD)


def test_a_place_of_its_own_needs_a_reason_and_keeps_it(space: Workspace) -> None:
    space.do("Order", order_by_rule, VISIT, side=Side.OURS)
    before = space.ask(contents)
    with pytest.raises(PlanningError, match="reason_needed") as caught:
        space.do("Set", set_precedence, "member-0", precedence=2, reason="  ")
    assert "Say why" in sentence(caught.value)
    assert caught.value.field == "precedence_reason"
    for wrong in (0, -3, 10_000):
        with pytest.raises(PlanningError, match="number_wanted"):
            space.do("Set", set_precedence, "member-0", precedence=wrong, reason="So")
    assert space.ask(contents) == before
    space.do("Set", set_precedence, "member-0", precedence=2, reason="Envoy")
    assert _order(space) == [("member-1", 1), ("member-0", 2), ("member-2", 3)]
    space.do("Order", order_by_rule, VISIT, side=Side.OURS)
    assert _order(space)[1] == ("member-0", 2)
    row = space.ask(member_detail, "member-0")
    assert (row.precedence_reason, row.computed) == ("Envoy", 3)
    space.do("Set", set_precedence, "member-0", precedence=3, reason="")
    assert space.ask(contents) == before


def test_equal_rank_and_seniority_is_a_tie_until_somebody_says_why(space: Workspace) -> None:
    def equal(session: Any) -> None:
        for post in session.query(Post).where(Post.person_id.in_(["person-0", "person-2"])):
            post.rank, post.starts_on = 30, date(2020, 1, 1)

    space.do("Equal", equal)
    assert {row.id for row in space.ask(delegation, VISIT) if row.tied} == {"member-0", "member-2"}
    space.do("Set", set_precedence, "member-2", precedence=2, reason="Older in years")
    assert not any(row.tied for row in space.ask(delegation, VISIT))


def test_a_newcomer_takes_the_place_of_the_rule_where_the_side_stands_by_it(space: Workspace) -> None:
    def person(session: Any) -> None:
        session.add(Person(id="new", family_name="New"))
        session.add(Post(person_id="new", organisation_id="org", title="Post", rank=15))

    space.do("Person", person)
    disordered = space.do("Add", add_in_order, VISIT, person_id="new", side=Side.OURS)
    assert dict(_order(space))[disordered] == 101  # after the three that stand at 100
    space.undo()
    space.do("Order", order_by_rule, VISIT, side=Side.OURS)
    new = space.do("Add", add_in_order, VISIT, person_id="new", side=Side.OURS)
    assert _order(space) == [("member-1", 1), ("member-2", 2), (new, 3), ("member-0", 4)]


def test_every_way_of_joining_gives_the_place_of_the_rule(space: Workspace) -> None:
    def persons(session: Any) -> None:
        for key, rank in (("at-entry", 15), ("in-bulk", 5), ("in-bulk-too", 25), ("leader", 90)):
            session.add(Person(id=key, family_name=key))
            session.add(Post(person_id=key, organisation_id="org", title="Post", rank=rank))

    walls: dict[str, Any] = {
        "start_wall": at(5, 9),
        "end_wall": at(5, 10),
        "start_zone": "UTC",
        "end_zone": "UTC",
    }
    space.do("Persons", persons)
    space.do("Order", order_by_rule, VISIT, side=Side.OURS)
    entry = space.do("Entry", create_entry, VISIT, title="Call", **walls)
    space.do("Add", add_person_at, entry, person_id="at-entry", side=Side.OURS)
    space.do("Add", add_all_in_order, VISIT, person_ids=("in-bulk", "in-bulk-too"), side=Side.OURS)
    space.do("Lead", edit_visit, VISIT, principal_id="leader")
    ours = [row for row in space.ask(delegation, VISIT) if row.side is Side.OURS]
    assert [(row.name, row.precedence) for row in ours] == [
        ("leader", 1),
        ("in-bulk", 2),
        ("Min Kim 2", 3),
        ("at-entry", 4),
        ("Min Kim 1", 5),
        ("in-bulk-too", 6),
        ("Min Kim 0", 7),
    ]
    space.do("Lead", edit_visit, VISIT, principal_id="person-1")
    assert [place for key, place in _order(space) if key == "member-1"] == [1]
    assert len({place for _, place in _order(space)}) == 7


def test_newcomers_come_last_one_after_the_other_where_the_side_has_an_order_of_its_own(
    space: Workspace,
) -> None:
    def persons(session: Any) -> None:
        session.add_all(Person(id=key, family_name=key) for key in "ab")

    space.do("Persons", persons)
    space.do("Add", add_all_in_order, VISIT, person_ids=("b", "a"), side=Side.OURS)
    assert [place for _, place in _order(space)] == [100, 100, 100, 101, 102]


def test_those_who_are_in_already_stay_and_are_told_and_the_others_join(space: Workspace) -> None:
    space.do("Person", lambda session: session.add(Person(id="new", family_name="New")))
    before = space.ask(delegation, VISIT)
    people = ("person-1", "new", "person-0")
    assert space.do("Add", add_all_in_order, VISIT, person_ids=people, side=Side.HOST) == (
        "person-1",
        "person-0",
    )
    after = space.ask(delegation, VISIT)
    assert [row for row in after if row.name != "New"] == list(before)
    assert [row.side for row in after if row.name == "New"] == [Side.HOST]
    with pytest.raises(PlanningError, match="already_member"):
        space.do("Add", add_all_in_order, VISIT, person_ids=people, side=Side.HOST)


def test_the_view_asks_a_fixed_number_of_questions(space: Workspace) -> None:
    def count() -> int:
        asked: list[str] = []

        def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            asked.append(statement)

        event.listen(space._engine, "before_cursor_execute", note)
        space.ask(delegation, VISIT)
        event.remove(space._engine, "before_cursor_execute", note)
        return len(asked)

    one = count()
    for number in range(20):
        space.do("More", _one_more, number)
    assert count() == one
    assert len(space.ask(delegation, VISIT)) == 27
    with pytest.raises(PlanningError, match="row_missing"):
        space.ask(member_detail, "nobody")


def _one_more(session: Any, number: int) -> None:
    key = f"more-{number}"
    session.add(Person(id=key, family_name=key))
    session.add(Member(id=key, visit_id=VISIT, person_id=key, side=Side.HOST))


_MEMBERS = st.lists(
    st.tuples(st.integers(1, 4), st.sampled_from(("", "a", "b")), st.none() | st.integers(1, 9)), max_size=9
)


@settings(deadline=None)
@given(_MEMBERS)
def test_all_without_a_reason_take_the_free_places_in_order(
    drawn: list[tuple[int, str, int | None]],
) -> None:
    members = [
        Ranked(
            Standing(f"m{at}", rank, date(2020, 1, 1) + timedelta(days=at), "Kim"),
            group,
            at + 1 if fixed is None else fixed,
            fixed=fixed is not None,
        )
        for at, (rank, group, fixed) in enumerate(drawn)
    ]
    found = places(members)
    free = [each for each in members if not each.fixed]
    taken = {each.precedence for each in members if each.fixed}
    assert found.keys() == {each.id for each in members}
    own = sorted(found[each.id] for each in free)
    assert own == [place for place in range(1, 30) if place not in taken][: len(own)]
    for one in free:
        for other in free:
            if one.group == other.group and one.standing.rank < other.standing.rank:
                assert found[one.id] < found[other.id]
    settled = [
        each if each.fixed else Ranked(each.standing, each.group, found[each.id], fixed=False)
        for each in members
    ]
    assert tied(members) == frozenset()  # no two began on the same day
    if len({each.group for each in members}) < 2:
        assert follows(settled)


def test_who_left_before_it_began_is_listed_as_withdrawn_and_not_counted(space: Workspace) -> None:
    begins = space.ask(member_detail, "member-0").starts_on
    space.do_for_good("Free", _free)
    for leaves, gone in ((None, False), (begins + timedelta(1), False), (begins, True)):
        space.do("Leave", edit_member, "member-0", leaves_on=leaves)
        assert [row.id for row in space.ask(delegation, VISIT) if row.withdrawn] == ["member-0"] * gone
        assert space.ask(room_counts, VISIT)["delegation"] == 3 - gone


def test_who_leaves_on_the_first_day_and_takes_part_in_it_has_not_withdrawn(space: Workspace) -> None:
    begins = space.ask(member_detail, "member-0").starts_on

    def join(session: Any) -> None:
        entry = Entry(
            id="early", visit_id=VISIT, title="Welcome", start_wall=at(9, 9), start_zone="UTC",
            start_utc=at(9, 9), end_wall=at(9, 10), end_zone="UTC", end_utc=at(9, 10),
        )  # fmt: skip
        session.add_all([entry, Participation(visit_id=VISIT, entry_id="early", member_id="member-0")])

    space.do_for_good("Join", join)
    space.do("Leave", edit_member, "member-0", leaves_on=begins)
    assert not any(row.withdrawn for row in space.ask(delegation, VISIT))
    assert space.ask(room_counts, VISIT)["delegation"] == 3
    space.do("Leave", edit_member, "member-0", leaves_on=begins - timedelta(1))
    assert space.ask(room_counts, VISIT)["delegation"] == 2


def _free(session: Any) -> None:
    for kind in (Participation, PartyMember):
        for link in session.scalars(select(kind).where(kind.member_id == "member-0")):
            session.delete(link)
