"""Merging persons and organisations: all that referred to the one refers to the other, in one step."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.data.cascade import references
from app.data.models import (
    Entry,
    Organisation,
    Participation,
    Person,
    Post,
    Precedent,
    PrecedentParty,
    Ride,
    Rider,
    Row,
    Seat,
    Vehicle,
)
from app.data.models.base import stored_classes
from app.domain.errors import PlanningError
from app.domain.words import Role
from app.planning.soundness import faults
from app.planning.verbs.organisations import (
    create_organisation,
    delete_organisation,
    edit_organisation,
    merge_organisations,
)
from app.planning.verbs.persons import merge_persons
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, Contents, at, contents, planner


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened


def _entry(key: str) -> Entry:
    walls = {"start_wall": at(2, 9), "end_wall": at(2, 10), "start_utc": at(2, 9), "end_utc": at(2, 10)}
    return Entry(id=key, visit_id=VISIT, title=key, start_zone="UTC", end_zone="UTC", **walls)


def _busy(session: Session) -> None:
    """Put two members at one entry and in one car, and each alone elsewhere."""
    session.add_all(_entry(key) for key in ("both", "first", "second"))
    session.add(Vehicle(id="car", visit_id=VISIT, name="Car 1"))
    session.add(Ride(id="ride", visit_id=VISIT, vehicle_id="car", entry_id="both"))
    for number, entries in enumerate((("both", "first"), ("both", "second"))):
        member = f"member-{number}"
        session.add(Rider(id=f"rider-{number}", visit_id=VISIT, ride_id="ride", member_id=member))
        for entry in entries:
            role = Role.HEAD if number else Role.PARTICIPANT
            session.add(
                Participation(
                    id=f"{entry}-{number}", visit_id=VISIT, entry_id=entry, member_id=member, role=role
                )
            )
    session.add(Seat(id="seat", visit_id=VISIT, participation_id="both-1", table_side="north"))
    person = session.get(Person, "person-1")
    assert person is not None
    person.email, person.biography = "kim@example.org", "Engineer."
    session.add_all(
        Post(id=f"post-{number}", person_id=f"person-{number}", organisation_id="org", title="Director")
        for number in range(2)
    )


def _fields(rows: list[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


def test_two_persons_of_one_visit_become_one(space: Workspace) -> None:
    space.do("Busy", _busy)
    before = space.ask(contents)
    space.do("Merge", merge_persons, "person-1", into_id="person-0")
    after = space.ask(contents)
    assert _fields(after["person"], "id", "email") == [("person-0", "kim@example.org"), ("person-2", "")]
    assert after["person"][0]["family_name"] == "Kim 0"
    assert _fields(after["member"], "id") == [("member-0",), ("member-2",)]
    assert _fields(after["participation"], "entry_id", "member_id", "role") == [
        ("both", "member-0", Role.HEAD),  # nobody had said a role for the one that stays
        ("first", "member-0", Role.PARTICIPANT),
        ("second", "member-0", Role.HEAD),
    ]
    assert _fields(after["seat"], "participation_id", "table_side") == [("both-0", "north")]
    assert _fields(after["rider"], "id", "member_id") == [("rider-0", "member-0")]
    assert _fields(after["post"], "id", "person_id") == [("post-0", "person-0")]
    assert len(after["party_member"]) == 3  # in both parties, of which each had one
    space.undo()
    assert space.ask(contents) == before
    space.redo()
    assert space.ask(contents) == after
    assert space.ask(faults) == ()


def test_one_who_held_a_post_twice_keeps_both_terms(space: Workspace) -> None:
    def plant(session: Session) -> None:
        for number, year in enumerate((2001, 2020)):
            common = {"organisation_id": "org", "title": "Director", "starts_on": date(year, 1, 1)}
            session.add(Post(id=f"post-{number}", person_id=f"person-{number}", **common))

    space.do("Posts", plant)
    space.do("Merge", merge_persons, "person-1", into_id="person-0")
    assert _fields(space.ask(contents)["post"], "person_id") == [("person-0",), ("person-0",)]


@pytest.mark.parametrize(
    ("verb", "table"), [(merge_persons, "person"), (merge_organisations, "organisation")]
)
def test_what_cannot_be_merged_is_refused(space: Workspace, verb: Any, table: str) -> None:
    one = {"person": "person-0", "organisation": "org"}[table]
    for first, second, code in (
        (one, one, "same_row"),
        (one, "gone", "row_missing"),
        ("gone", one, "row_missing"),
    ):
        with pytest.raises(PlanningError, match=code):
            space.do("Merge", verb, first, into_id=second)


def _line(session: Session) -> None:
    """Put three organisations in a line, a over b over c."""
    for key, parent in (("a", None), ("b", "a"), ("c", "b")):
        session.add(Organisation(id=key, name=key, parent_id=parent))


@pytest.mark.parametrize(
    ("gone", "into", "parents"),
    [
        ("a", "c", {"b": "c", "c": None}),
        ("a", "b", {"b": None, "c": "b"}),
        ("b", "c", {"a": None, "c": "a"}),
        ("c", "a", {"a": None, "b": "a"}),
        ("b", "a", {"a": None, "c": "a"}),
    ],
)
def test_no_circle_of_parents_comes_of_a_merge(
    space: Workspace, gone: str, into: str, parents: dict[str, str | None]
) -> None:
    space.do("Line", _line)
    before = space.ask(contents)
    space.do("Merge", merge_organisations, gone, into_id=into)
    found = {row["id"]: row["parent_id"] for row in space.ask(contents)["organisation"]}
    assert {key: found[key] for key in parents} == parents
    assert gone not in found
    space.undo()
    assert space.ask(contents) == before


def test_an_organisation_is_made_moved_and_deleted(space: Workspace) -> None:
    before = space.ask(contents)
    child = space.do("Add", create_organisation, name=" Institute ", parent_id="org")
    for organisation, parent in (("org", child), ("org", "org")):
        with pytest.raises(PlanningError, match="parent_in_circle") as caught:
            space.do("Parent", edit_organisation, organisation, parent_id=parent)
        assert caught.value.field == "parent_id"
    with pytest.raises(PlanningError, match="field_empty"):
        space.do("No name", edit_organisation, child, name=" ")
    with pytest.raises(PlanningError, match="reference_missing"):
        space.do("Parent", edit_organisation, child, parent_id="gone")
    made = {row["id"]: row for row in space.ask(contents)["organisation"]}
    assert (made[child]["name"], made[child]["parent_id"]) == ("Institute", "org")
    space.do("Delete", delete_organisation, "org")
    (left,) = space.ask(contents)["organisation"]
    assert (left["id"], left["parent_id"]) == (child, None)
    space.undo()
    space.do("Delete", delete_organisation, child)
    assert space.ask(contents) == before


def test_parties_to_one_precedent_fall_together(space: Workspace) -> None:
    def plant(session: Session) -> None:
        session.add(Organisation(id="other", name="Agency again", website="https://agency.example"))
        session.add(Precedent(id="precedent", title="Airlock"))
        for key, words in (("org", ""), ("other", "Built the airlock.")):
            session.add(
                PrecedentParty(
                    id=f"by-{key}", precedent_id="precedent", organisation_id=key, contribution=words
                )
            )

    space.do("Plant", plant)
    space.do("Merge", merge_organisations, "other", into_id="org")
    after = space.ask(contents)
    assert _fields(after["precedent_party"], "id", "contribution") == [("by-org", "Built the airlock.")]
    assert _fields(after["organisation"], "id", "website") == [("org", "https://agency.example")]


# Any references at all

CLASSES = {each.__tablename__: each for each in stored_classes() if issubclass(each, Row)}
#: Every column that refers to a person, an organisation or a member.
PLACES = [
    (mapped.__tablename__, column.name, target)
    for target in ("person", "organisation", "member")
    for mapped, column in references(target)
]


def _scatter(session: Session, picks: list[tuple[int, int]]) -> None:
    """Let columns of the filled rows refer to rows drawn at random, where no unique place forbids it."""
    for place, number in picks:
        table, column, target = PLACES[place % len(PLACES)]
        row = session.get(CLASSES[table], f"{table}-{number % 2}")
        if row is None or (table, target) == ("organisation", "organisation"):
            continue
        with session.no_autoflush:
            setattr(row, column, f"{target}-{number // 2 % 2}")


def _taken(found: Contents, table: str) -> set[tuple[Any, ...]]:
    keys = {"participation": ("entry_id", "member_id"), "party_member": ("party_id", "member_id")}
    return set(_fields(found[table], *keys[table]))


@settings(max_examples=25)
@given(
    picks=st.lists(st.tuples(st.integers(0, 99), st.integers(0, 3)), max_size=25),
    table=st.sampled_from(["person", "organisation"]),
    gone=st.sampled_from([0, 1]),
)
def test_whatever_referred_to_one_refers_to_the_other(
    tmp_path_factory: pytest.TempPathFactory, picks: list[tuple[int, int]], table: str, gone: int
) -> None:
    verb: Any = {"person": merge_persons, "organisation": merge_organisations}[table]
    goes, kept = f"{table}-{gone}", f"{table}-{1 - gone}"
    with Workspace.open(planner(tmp_path_factory.mktemp("merge"), "filled")) as space:
        space.do("Scatter", _scatter, picks)
        before = space.ask(contents)
        space.do("Merge", verb, goes, into_id=kept)
        after = space.ask(contents)
        for mapped, column in references(table):
            values = {row[column.name] for row in after[mapped.__tablename__]}
            assert goes not in values
            if kept in {row[column.name] for row in before[mapped.__tablename__]}:
                assert kept in values or mapped is Organisation
        for name in ("participation", "party_member"):
            assert len(_taken(after, name)) == len(after[name])
        assert len(set(_fields(after["member"], "visit_id", "person_id"))) == len(after["member"]) or (
            len(after["member"]) == len(before["member"])
        )
        assert space.ask(faults) == ()
        space.undo()
        assert space.ask(contents) == before
        space.redo()
        assert space.ask(contents) == after
