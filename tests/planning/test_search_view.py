"""The lines of a search: what they are called, where they lead, and with a fixed number of questions."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.data.models import Note, Person, Post
from app.data.search import SEARCHED
from app.domain.words import EntryKind
from app.planning.views.search import Hit, changed_lately, hits, search
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from tests.helpers.filling import row_id
from tests.helpers.planner import VISIT, planner


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path_factory.mktemp("search"), "sample")) as space:
        yield space


def _first(space: Workspace, text: str, table: str) -> Hit:
    found = space.ask(search, text, visit_id=space.ask(the_visit, None))
    return next(hit for hit in found if hit.table == table)


def test_an_entry_has_its_local_time_and_city(sample: Workspace) -> None:
    hit = _first(sample, "nasa bilateral", "entry")
    assert (hit.title, hit.detail, hit.at) == (
        "NASA Headquarters — bilateral",
        "Washington",
        datetime(2024, 1, 23, 9, 30),
    )
    assert (hit.kind, hit.id, hit.word) == ("entry", hit.row_id, EntryKind.MEETING)
    assert hit.visit_title == "US & Europe space visit"


def test_a_person_has_a_post_and_a_post_leads_to_its_person(sample: Workspace) -> None:
    person = _first(sample, "kervadec", "person")
    assert (person.title, person.visit_id) == ("Loïc Kervadec", "")
    assert person.detail == "Director, Europe and International, CNES"
    post = _first(sample, "director europe", "post")
    assert (post.kind, post.id) == ("person", person.id)
    assert post.detail.startswith("Loïc Kervadec")


def test_one_busy_step_does_not_crowd_out_what_else_was_changed_lately(tmp_path: Path) -> None:
    def one(session: Session) -> None:
        session.add(Note(id="before", visit_id=VISIT, title="Before"))

    def busy(session: Session) -> None:
        session.add_all(Note(id=f"n{number:03}", visit_id=VISIT, title="Busy") for number in range(300))

    with Workspace.open(planner(tmp_path)) as space:
        space.do("One", one)
        space.do("Busy", busy)
        found = [hit.row_id for hit in space.ask(changed_lately, VISIT, 4)]
    assert found == ["n000", "n001", "n002", "before"]


def test_a_person_is_shown_with_the_post_of_today_and_no_former_one(tmp_path: Path) -> None:
    def posts(session: Session) -> None:
        today = date.today()  # noqa: DTZ011 - as the search asks
        for key, rank, ended in (("past", 1, True), ("lower", 30, False), ("present", 20, False)):
            ends_on = today - timedelta(days=1) if ended else None
            session.add(
                Post(person_id="person-0", organisation_id="org", title=key, rank=rank, ends_on=ends_on)
            )
        former = today - timedelta(days=1)
        session.add(Post(person_id="person-1", organisation_id="org", title="gone", ends_on=former))

    with Workspace.open(planner(tmp_path)) as space:
        space.do("Posts", posts)
        assert _first(space, "kim 0", "person").detail == "present, AGY"
        assert _first(space, "kim 1", "person").detail == ""


def test_an_agenda_item_leads_to_its_meeting_and_a_leg_to_its_entry(sample: Workspace) -> None:
    item = _first(sample, "any other business", "agenda_item")
    assert item.kind == "meeting"
    assert item.id != item.row_id
    leg = _first(sample, "korean air", "leg")
    assert (leg.kind, leg.title, leg.detail) == ("entry", "Korean Air KE 093", "KE 093 ICN → IAD")


def test_every_table_that_is_searched_has_its_lines(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path, "filled")) as space:
        keys = [(table, row_id(table, place)) for table in SEARCHED for place in range(2)]
        found = space.ask(hits, keys)
        assert [(hit.table, hit.row_id) for hit in found] == keys
        assert all(hit.title and hit.id for hit in found)
        dated = {hit.table for hit in found if isinstance(hit.at, date)}
        assert dated == {"visit", "stop", "entry", "leg", "agenda_item", "action"}
        assert space.ask(hits, [("person", "nobody"), *keys[:1]]) == found[:1]


def test_long_texts_make_short_titles(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        space.do("Add", _add_note, "word\n" * 1000)
        (hit,) = space.ask(search, "word")
        assert hit.title.startswith("word word")
        assert len(hit.title) <= 200


def _add_note(session: Session, text: str) -> None:
    session.add(Note(id="note", visit_id=VISIT, text=text))


def test_what_changed_lately_is_of_this_visit_or_of_all(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        space.do("Add", _add_note, "One")
        found = space.ask(changed_lately, VISIT)
        assert (found[0].table, found[0].title) == ("note", "One")
        assert {hit.visit_id for hit in space.ask(changed_lately, "another")} <= {""}
        space.undo()
        assert space.ask(changed_lately, VISIT)[0].table != "note"


def test_a_search_asks_a_fixed_number_of_questions(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        counts = []
        for more in (1, 10):
            space.do("Add", _add_persons, more)
            counts.append(_questions(space, search, "zoltan"))
        assert counts[0] == counts[1]


def _add_persons(session: Session, count: int) -> None:
    session.add_all(Person(family_name=f"Zoltan {number}") for number in range(count))


def _questions(space: Workspace, view: Callable[..., object], *values: object) -> int:
    """Return how many statements a view runs."""
    asked: list[object] = []

    def listener(*of_event: object) -> None:
        asked.append(of_event)

    event.listen(space._engine, "before_cursor_execute", listener)
    try:
        space.ask(view, *values)
    finally:
        event.remove(space._engine, "before_cursor_execute", listener)
    return len(asked)
