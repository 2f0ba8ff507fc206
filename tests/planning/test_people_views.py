"""What is asked of persons and organisations: a fixed number of questions, and the right answers."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.data.models import (
    Action,
    AgendaItem,
    Decision,
    Entry,
    Member,
    Organisation,
    Participation,
    Person,
    Post,
    Precedent,
    PrecedentParty,
    Record,
    RecordPoint,
    TravelDocument,
    Visa,
)
from app.domain.errors import PlanningError
from app.domain.words import ActionState, EntryKind, EntryStatus, Marking, Outcome, Side
from app.planning.duplicates import Likeness, organisation_duplicates, person_duplicates
from app.planning.verbs.persons import create_person
from app.planning.views.merge import merge_preview
from app.planning.views.organisation_page import organisation_page
from app.planning.views.organisations import organisation_detail, organisation_rows
from app.planning.views.persons import person_detail, person_rows
from app.planning.views.restricted import person_restricted
from app.planning.views.said_with import SaidAs
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, at, planner
from tests.helpers.planting import plant

TODAY = date(2026, 3, 15)
NOW = datetime(2026, 3, 15, 12)


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened


def _entry(key: str, day: int, **fields: Any) -> Entry:
    start, end = at(day, 9), at(day, 10)
    walls = {"start_wall": start, "end_wall": end, "start_utc": start, "end_utc": end}
    return Entry(id=key, visit_id=VISIT, title=key, start_zone="UTC", end_zone="UTC", **walls, **fields)


def _more(session: Session, number: int) -> None:
    """Add one more of everything that these views show."""
    key = f"n{number}"
    visit = {"visit_id": VISIT}
    session.add_all(
        [
            Organisation(id=f"org-{key}", name=key, parent_id="org"),
            Post(id=f"post-{key}", person_id="person-0", organisation_id="org", title=key, rank=9),
            Person(id=f"person-{key}", family_name=key),
            Post(person_id=f"person-{key}", organisation_id="org", title=key),
            TravelDocument(id=f"document-{key}", person_id="person-0", number=key),
            Visa(travel_document_id=f"document-{key}", number=key),
            _entry(f"entry-{key}", 1 + number % 28, host_organisation_id="org"),
            Participation(**visit, entry_id=f"entry-{key}", member_id="member-0"),
            Record(id=f"record-{key}", **visit, entry_id=f"entry-{key}"),
            AgendaItem(
                id=f"item-{key}", **visit, entry_id=f"entry-{key}", title=key, outcome_note="Noted.",
                speaker_id="member-0",
            ),
            RecordPoint(**visit, record_id=f"record-{key}", agenda_item_id=f"item-{key}", text=key),
            Decision(**visit, entry_id=f"entry-{key}", text=key),
            Action(**visit, text=key, counterpart_organisation_id="org"),
            Precedent(id=f"precedent-{key}", title=key),
            PrecedentParty(precedent_id=f"precedent-{key}", organisation_id="org"),
        ]
    )  # fmt: skip


Asked = tuple[Callable[..., Any], tuple[Any, ...]]
VIEWS: dict[str, Asked] = {
    "person_rows": (person_rows, (TODAY,)),
    "person_detail": (person_detail, ("person-0",)),
    "person_restricted": (person_restricted, ("person-0",)),
    "organisation_rows": (organisation_rows, ()),
    "organisation_detail": (organisation_detail, ("org", TODAY)),
    "organisation_page": (organisation_page, ("org", NOW, TODAY)),
    "person_duplicates": (person_duplicates, ()),
    "organisation_duplicates": (organisation_duplicates, ()),
    "merge_preview": (merge_preview, ("person", "person-0", "person-1")),
}


def _count(space: Workspace, name: str) -> int:
    view, args = VIEWS[name]
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    event.listen(space._engine, "before_cursor_execute", note)
    space.ask(view, *args)
    event.remove(space._engine, "before_cursor_execute", note)
    return len(statements)


def test_people_stand_by_family_name_without_case_and_accents(tmp_path: Path) -> None:
    names = ("Yoon", "von der Leyen", "Żółtowski", "Şahin", "Ruiz", "Tan")
    with Workspace.open(planner(tmp_path, "empty")) as space:
        for name in names:
            space.do("Add", create_person, family_name=name)
        found = [row.family_name for row in space.ask(person_rows, date(2026, 1, 1))]
    assert found == ["Ruiz", "Şahin", "Tan", "von der Leyen", "Yoon", "Żółtowski"]


@pytest.mark.parametrize("name", VIEWS)
def test_the_number_of_queries_does_not_grow(space: Workspace, name: str) -> None:
    space.do("One", _more, 0)
    one = _count(space, name)
    for number in range(1, 12):
        space.do("More", _more, number)
    assert _count(space, name) == one


def _posts(session: Session) -> None:
    session.add(Organisation(id="long", name="Long name", country_code="DE"))
    session.add_all(
        [
            Post(person_id="person-0", organisation_id="org", title="Adviser", rank=9),
            Post(person_id="person-0", organisation_id="long", title="Minister", rank=1),
            Post(person_id="person-1", organisation_id="org", title="Once", ends_on=date(2026, 3, 14)),
            Post(person_id="person-2", organisation_id="org", title="Soon", starts_on=date(2026, 3, 16)),
        ]
    )


def test_persons_stand_with_the_highest_post_of_the_day(space: Workspace) -> None:
    space.do("Posts", _posts)
    first, *others = space.ask(person_rows, TODAY)
    assert (first.title, first.organisation, first.country_code, first.rank) == (
        "Minister", "Long name", "DE", 1,
    )  # fmt: skip
    assert [(one.title, one.organisation_id) for one in others] == [("", None), ("", None)]
    (alone,) = space.ask(person_rows, date(2026, 3, 16), {"person-2"})
    assert (alone.id, alone.title, alone.organisation) == ("person-2", "Soon", "AGY")
    people = space.ask(organisation_detail, "org", TODAY).people
    assert [(one.title, one.past) for one in people] == [("Adviser", False), ("Soon", False), ("Once", True)]


def test_what_is_restricted_is_in_no_list_and_no_detail(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path, "filled")) as space:
        hidden = space.ask(person_restricted, "person-0")
        words = [
            hidden.private_phone, hidden.birth_place, hidden.citizenships, hidden.diet, hidden.mobility,
            hidden.documents[0].number, hidden.documents[0].name_as_printed,
            hidden.documents[0].visas[0].number,
        ]  # fmt: skip
        organisation = space.ask(organisation_page, "organisation-0", NOW, TODAY)
        open_to_all = ("person_rows", "person_detail", "person_duplicates", "merge_preview")
        asked = [space.ask(VIEWS[name][0], *VIEWS[name][1]) for name in open_to_all]
        shown = repr((organisation, *asked))
        assert all(words)
        assert [word for word in words if repr(word)[1:-1] in shown] == []
        assert [word for word in words if repr(word)[1:-1] in repr(hidden)] == []
        assert str(hidden.born_on) not in shown


def _met(session: Session) -> None:
    visit = {"visit_id": VISIT}
    session.add(Organisation(id="centre", name="Centre", parent_id="org"))
    session.add(Organisation(id="other", name="Other"))
    session.add(Person(id="host", family_name="Host", given_name="Ann"))
    session.add(Member(id="host", **visit, person_id="host", organisation_id="centre", side=Side.HOST))
    session.add_all(
        [
            _entry("before", 2, host_organisation_id="org"),
            _entry("lately", 9),
            _entry("next", 20, host_organisation_id="centre"),
            _entry("later", 25, host_organisation_id="org"),
            _entry("cancelled", 10, host_organisation_id="org", status=EntryStatus.CANCELLED),
            _entry("flight", 11, host_organisation_id="org", kind=EntryKind.TRAVEL),
            _entry("others", 12, host_organisation_id="other"),
            Participation(**visit, entry_id="lately", member_id="host"),
            Participation(**visit, entry_id="lately", member_id="member-0"),
            Record(id="record", **visit, entry_id="lately"),
            AgendaItem(
                id="item", **visit, entry_id="lately", title="Airlock", speaker_id="host",
                outcome=Outcome.AGREED, outcome_note="They will write.", marking=Marking.RESTRICTED,
            ),
            AgendaItem(
                **visit, entry_id="lately", title="Data", position=1, outcome=Outcome.DROPPED
            ),
            RecordPoint(**visit, record_id="record", agenda_item_id="item", text="They asked for a date."),
            Decision(**visit, entry_id="lately", text="A group is founded."),
            Decision(**visit, entry_id="others", text="Not theirs."),
            Action(id="ours", **visit, text="Send it", counterpart_organisation_id="org"),
            Action(id="done", **visit, text="Sent", entry_id="lately", state=ActionState.DONE),
            Action(
                id="theirs", **visit, text="Name one", owed_by=Side.HOST, owner_organisation_id="centre",
                due_on=date(2026, 4, 1),
            ),
            Action(id="else", **visit, text="No", counterpart_organisation_id="other", entry_id="lately"),
        ]
    )  # fmt: skip


def test_the_page_answers_the_question(space: Workspace) -> None:
    space.do("Met", _met)
    page = space.ask(organisation_page, "org", NOW, TODAY)
    assert [one.id for one in page.met] == ["lately", "before"]
    assert [one.id for one in page.coming] == ["next", "later"]
    assert (page.met[0].theirs, page.met[0].ours) == (("Ann Host",), ("Min Kim 0",))
    assert [(one.text, one.about, one.kind, one.outcome) for one in page.said] == [
        ("They asked for a date.", "Airlock", SaidAs.NOTE, None),  # that is no agreement
        ("They will write.", "Airlock", SaidAs.OUTCOME, Outcome.AGREED),
        ("", "Data", SaidAs.OUTCOME, Outcome.DROPPED),
        ("A group is founded.", "", SaidAs.DECISION, None),
    ]
    assert page.said[1].marking is Marking.RESTRICTED
    assert [one.id for one in page.promised(Side.OURS, done=False)] == ["ours"]
    assert [one.id for one in page.promised(Side.OURS, done=True)] == ["done"]
    assert [one.id for one in page.promised(Side.HOST, done=False)] == ["theirs"]
    below = space.ask(organisation_page, "centre", NOW, TODAY)
    assert [one.id for one in below.coming] == ["next"]  # what its parent does alone is not its own
    with pytest.raises(PlanningError, match="row_missing"):
        space.ask(organisation_page, "gone", NOW, TODAY)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (("Müller", "Jörg", "", ""), ("MULLER", "Jorg", "", ""), Likeness.NAME),
        (("Lee", "Min-su", "", ""), ("Minsu", "Lee", "", ""), Likeness.NAME),
        (("Lee", "Minsu", "", ""), ("Minsu Lee", "", "", ""), Likeness.NAME),
        (("A", "", "이 민수", ""), ("B", "", "이민수", ""), Likeness.NATIVE_NAME),
        (("이", "민수", "", ""), ("B", "", "이민수", ""), Likeness.NATIVE_NAME),
        (("A", "", "", "a@x.org"), ("B", "", "", " A@X.org"), Likeness.EMAIL),
        (("A", "", "", ""), ("B", "", "", ""), None),
        (("-", "A", "", ""), ("B", "", "", ""), None),
    ],
)
def test_persons_that_may_be_one(
    space: Workspace, one: tuple[str, ...], other: tuple[str, ...], why: Likeness | None
) -> None:
    names = ("family_name", "given_name", "native_name", "email")

    def plant(session: Session) -> None:
        for key, values in (("one", one), ("other", other)):
            session.add(Person(id=key, **dict(zip(names, values, strict=True))))

    space.do("Plant", plant)
    found = space.ask(person_duplicates)
    assert [pair.why for pair in found] == ([why] if why else [])
    assert all({pair.one_id, pair.other_id} == {"one", "other"} for pair in found)


def test_an_address_of_an_office_makes_nobody_one(space: Workspace) -> None:
    def plant(session: Session) -> None:
        session.add_all(Person(family_name=f"F{number}", email="office@x.org") for number in range(3))

    space.do("Plant", plant)
    assert space.ask(person_duplicates) == ()


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"name": "AGENCY"}, 1),
        ({"name": "Agy"}, 1),
        ({"name": "Another", "acronym": "agy"}, 1),
        ({"name": "Another", "acronym": "AG"}, 0),
    ],
)
def test_organisations_that_may_be_one(space: Workspace, fields: dict[str, str], found: int) -> None:
    def plant(session: Session) -> None:
        session.add(Organisation(id="twin", **fields))

    space.do("Plant", plant)
    assert len(space.ask(organisation_duplicates)) == found


def test_a_preview_says_what_stands_in_both_and_what_moves(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path, "filled")) as space:
        preview = space.ask(merge_preview, "person", "person-0", "person-1")
        said = {line.column: line for line in preview.columns}
        assert said["family_name"].one != said["family_name"].other
        assert (said["diet"].restricted, said["diet"].one, said["diet"].other) == (True, True, True)
        counts = {each.table: each.count for each in preview.on_one}
        assert (counts["member"], counts["participation"], counts["post"]) == (1, 1, 1)
        above = space.ask(merge_preview, "organisation", "organisation-0", "organisation-1")
        parent = next(line for line in above.columns if line.column == "parent_id")
        assert (parent.one, parent.other) == (
            None,
            space.ask(organisation_detail, "organisation-0", TODAY).name,
        )
        with pytest.raises(PlanningError, match="row_missing"):
            space.ask(merge_preview, "person", "person-0", "gone")


def test_twenty_thousand_persons_are_looked_through_in_time(space: Workspace) -> None:
    persons = (
        {
            "id": f"p{number}",
            "family_name": f"Kim{number % 9000}",
            "given_name": f"Min-su {number}",
            "native_name": f"김민수{number}",
            "email": f"a{number}@x.org",
        }
        for number in range(20_000)
    )
    plant(space, Person, persons)
    start = process_time()
    assert space.ask(person_duplicates) == ()
    assert process_time() - start < 1.5  # a third of a second on a quiet machine
