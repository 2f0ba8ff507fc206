"""The one door: what each audience is told, held against a reading of the design row by row."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, update

from app.data.models import Base
from app.domain.errors import PlanningError
from app.domain.release import Audience, AudienceKind, Carry
from app.domain.words import Marking
from app.planning.audiences import rules_for
from app.planning.release import release
from app.planning.released import TABLES, ReleasedVisit
from app.planning.sample import sample_document
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from tests.helpers.planner import planner
from tests.planning.allowed import MARKED_IN_PART, Reader, audiences
from tests.planning.canaries import CANARY, HOST_A, HOST_B, Planted, plant

PAPERS = ("book", "calendar", "minutes", "promises", "seating", "dossier", "organisation_page")
READERS = (
    (AudienceKind.PRINCIPAL, None),
    (AudienceKind.DELEGATION, None),
    (AudienceKind.HOST, HOST_A),
    (AudienceKind.HOST, HOST_B),
    (AudienceKind.PUBLIC, None),
)


@pytest.fixture(scope="module", params=list(Marking), ids=lambda marking: marking.name)
def planted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    path = tmp_path_factory.mktemp("planted") / "visit.planner"
    marks = plant(path, request.param)
    with Workspace.open(path) as space:
        yield space, marks


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path_factory.mktemp("sample"), "sample")) as space:
        yield space


# The rules themselves


def columns_listed() -> Iterator[tuple[str, str, str]]:
    for kind, rules in audiences()["audiences"].items():
        yield from ((kind, table, name) for table, names in rules["fields"].items() for name in names)
        own = {paper: rules.get(paper, {}) for paper in audiences()["papers"]}
        yield from (
            (kind, t, name) for tables in own.values() for t, names in tables.items() for name in names
        )
    for paper, tables in audiences()["papers"].items():
        yield from ((paper, table, name) for table, names in tables.items() for name in names)


def test_lists_name_only_columns_there_are_and_that_a_paper_can_hold() -> None:
    shapes = {table: {one.name for one in fields(shape)} for table, (shape, _) in TABLES.items()}
    for _, table, name in columns_listed():
        assert name in Base.metadata.tables[table].c
        assert table == "visit" or name in shapes[table]


def test_no_list_names_what_must_never_leave() -> None:
    listed = list(columns_listed())
    assert listed
    for who, table, name in listed:
        carry = Base.metadata.tables[table].c[name].info["carry"]
        assert carry not in {Carry.PERSONAL, Carry.INTERNAL, Carry.KEY}, (who, table, name)
        if carry is Carry.CONTACT:
            assert who in {"principal", "delegation"}, (who, table, name)


def test_every_column_declares_how_it_may_be_released() -> None:
    for table in Base.metadata.tables.values():
        for column in table.c:
            assert isinstance(column.info.get("carry"), Carry), f"{table.name}.{column.name}"
            if column.info["carry"] is Carry.GUARDED:
                assert column.info["marked_by"] in table.c


@pytest.mark.parametrize("kind", list(AudienceKind))
def test_calendar_never_says_more_than_the_book(kind: AudienceKind) -> None:
    book, calendar = rules_for(kind, "book"), rules_for(kind, "calendar")
    assert calendar.ceiling == book.ceiling
    assert all(names <= book.fields[table] for table, names in calendar.fields.items())
    personal = {"email", "phone", "biography", "booking_reference", "holding_room"}
    assert not any(personal & names for names in calendar.fields.values())


def test_each_audience_is_told_no_more_than_the_one_above_it() -> None:
    kinds = (AudienceKind.PRINCIPAL, AudienceKind.DELEGATION, AudienceKind.HOST, AudienceKind.PUBLIC)
    for paper in PAPERS:
        for above, below in pairwise(kinds):
            higher, lower = rules_for(above, paper), rules_for(below, paper)
            assert lower.ceiling <= higher.ceiling
            assert all(names <= higher.fields[table] for table, names in lower.fields.items())


def test_nothing_listed_means_nothing_released(sample: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    import app.planning.release as door

    bare = rules_for(AudienceKind.PRINCIPAL, "book")
    monkeypatch.setattr(door, "rules_for", lambda *_: type(bare)(bare.ceiling, {"visit": frozenset()}))
    visit = sample.ask(release, sample_document()["visit_id"], Audience(AudienceKind.PRINCIPAL))
    assert not any(getattr(visit, name) for _, name in TABLES.values())
    assert (visit.visit.title, visit.visit.purpose) == ("", "")


def test_what_came_of_a_meeting_is_on_its_minutes_alone() -> None:
    outcomes = {"record", "record_point", "decision"}
    for kind in AudienceKind:
        for paper in ("book", "calendar", "promises"):
            assert not outcomes & rules_for(kind, paper).fields.keys()
        assert "readout" in rules_for(kind, "minutes").fields["record"]
    for kind in (AudienceKind.HOST, AudienceKind.PUBLIC):
        minutes = rules_for(kind, "minutes").fields
        assert outcomes & minutes.keys() == {"record"}
        assert minutes["record"] == {"readout"}


# Which host


@pytest.mark.parametrize("name", [None, "", "  "])
def test_host_without_a_name_is_refused(sample: Workspace, name: str | None) -> None:
    with pytest.raises(PlanningError) as refused:
        sample.ask(release, sample_document()["visit_id"], Audience(AudienceKind.HOST, name))
    assert refused.value.code == "audience_host_unnamed"


def test_a_host_is_known_by_its_acronym_in_any_letters(sample: Workspace) -> None:
    visit_id = sample.ask(the_visit, None)
    shown = [sample.ask(release, visit_id, Audience.parse(f"host:{name}")) for name in ("ESA", "esa")]
    assert shown[0].entries
    assert shown[0].entries == shown[1].entries


def test_unknown_host_and_visit_are_refused(sample: Workspace) -> None:
    with pytest.raises(PlanningError, match="organisation_unknown"):
        sample.ask(release, sample_document()["visit_id"], Audience.parse("host:KGB"))
    with pytest.raises(PlanningError, match="visit_missing"):
        sample.ask(release, "no such visit", Audience.parse("public"))


def test_two_organisations_of_one_acronym(planted: Any) -> None:
    space, marks = planted
    a, b, home = (marks.organisation_id(key) for key in (HOST_A, HOST_B, "organisation home"))
    audience = Audience(AudienceKind.HOST, "TWIN")
    with renamed(space, {a: "TWIN", home: "TWIN"}):
        assert space.ask(release, marks.visit_id, audience).organisation_id == a  # home takes no part
    with renamed(space, {a: "TWIN", b: "TWIN"}):
        with pytest.raises(PlanningError, match="organisation_ambiguous"):
            space.ask(release, marks.visit_id, audience)
        assert space.ask(release, marks.visit_id, Audience(AudienceKind.HOST, a)).organisation_id == a


# What leaves


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("kind", "host"), READERS)
def test_release_is_what_may_be_told_and_no_other_word_is_ever_fetched(
    planted: Any, kind: AudienceKind, host: str | None, paper: str
) -> None:
    space, marks = planted
    reader = Reader(marks, kind, host, paper)
    with fetched(space) as seen:
        visit = space.ask(release, marks.visit_id, audience_of(marks, kind, host), paper=paper)
    ids = {word for word, (_, column, _) in marks.where.items() if column == "id"}
    assert words_in(seen) - ids <= reader.words
    assert told(marks, words_in([visit.visit, *all_rows(visit)])) == told(marks, reader.words)


@pytest.mark.parametrize(("kind", "host"), READERS)
def test_references_lead_nowhere_else(planted: Any, kind: AudienceKind, host: str | None) -> None:
    space, marks = planted
    visit = space.ask(release, marks.visit_id, audience_of(marks, kind, host))
    rows = {row.id for row in all_rows(visit)} | {visit.visit.id}
    for row in (visit.visit, *all_rows(visit)):
        for one in fields(row):
            if one.name.endswith("_id"):
                assert getattr(row, one.name) in rows | {None, ""}, (row, one.name)


GUARDED = {
    "topic": ("likely_position", "red_line", "if_raised"),
    "record": ("present", "memorandum", "readout"),
}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("kind", "host"), READERS)
def test_withheld_is_complete_and_carries_no_words(
    planted: Any, kind: AudienceKind, host: str | None, paper: str
) -> None:
    space, marks = planted
    reader = Reader(marks, kind, host, paper)
    visit = space.ask(release, marks.visit_id, audience_of(marks, kind, host), paper=paper)
    expected: set[tuple[Any, ...]] = set()
    for table in reader.fields:
        for row in marks.rows[table]:
            marked = table not in MARKED_IN_PART
            if marked and row.get("marking", Marking.PUBLIC) > reader.ceiling:
                expected.add((table, row["id"], None, row["marking"], "marking"))
            elif table == "entry" and not reader.sees("entry", row):
                expected.add(("entry", row["id"], None, row["marking"], "not_shared"))
            elif table in GUARDED and reader.sees(table, row):
                guards = {
                    name: Base.metadata.tables[table].c[name].info["marked_by"] for name in GUARDED[table]
                }
                expected |= {
                    (table, row["id"], name, row[guard], "guarded")
                    for name, guard in guards.items()
                    if name in reader.fields[table] and row[guard] > reader.ceiling
                }
    found = [(one.table, one.row_id, one.column, one.marking, one.reason) for one in visit.withheld]
    assert set(found) == expected
    assert len(found) == len(expected)
    ids = {word for word, (_, column, _) in marks.where.items() if column == "id"}
    assert words_in([visit.withheld]) <= ids


@pytest.mark.parametrize(
    ("shared", "takes_part", "seen"),
    [(True, True, True), (True, False, False), (False, True, False), (False, False, False)],
)
@pytest.mark.parametrize("by", ["host", "seat"])
def test_host_sees_what_is_shared_with_it_and_where_it_takes_part(
    planted: Any, by: str, *, shared: bool, takes_part: bool, seen: bool
) -> None:
    space, marks = planted
    number = 7 if by == "seat" else 1
    entry = marks.rows["entry"][number]
    host = HOST_A if takes_part else HOST_B
    with changed(space, "entry", {entry["id"]: {"share_with_host": shared}}):
        visit = space.ask(release, marks.visit_id, audience_of(marks, AudienceKind.HOST, host))
    assert (entry["id"] in {row.id for row in visit.entries}) is seen


def test_host_and_public_are_told_of_no_other_hosts(planted: Any) -> None:
    space, marks = planted
    other = marks.organisation_id(HOST_B)
    for kind, host in ((AudienceKind.HOST, HOST_A), (AudienceKind.PUBLIC, None)):
        visit = space.ask(release, marks.visit_id, audience_of(marks, kind, host))
        assert visit.entries
        assert other not in {row.id for row in visit.organisations}
        assert other not in {row.host_organisation_id for row in visit.entries}
    assert not visit.organisations
    assert not visit.persons
    assert not visit.visit.principal_id


def test_people_are_told_of_only_where_they_are_needed(planted: Any) -> None:
    space, marks = planted
    visit = space.ask(
        release, marks.visit_id, audience_of(marks, AudienceKind.HOST, HOST_A), paper="calendar"
    )
    seats = {row.member_id for row in visit.participations}
    assert seats == {row.id for row in visit.members}
    assert {row.person_id for row in visit.members} == {row.id for row in visit.persons}


@pytest.fixture(scope="module")
def said(planted: Any) -> Callable[[AudienceKind, str | None, str], set[str]]:
    """What each reader is told of what was planted, made once for each."""
    space, marks = planted

    @cache
    def words(kind: AudienceKind, host: str | None, paper: str) -> set[str]:
        visit = space.ask(release, marks.visit_id, audience_of(marks, kind, host), paper=paper)
        return words_in([visit.visit, *all_rows(visit)])

    return words


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_higher_marking_never_tells_more(
    planted: Any, said: Callable[[AudienceKind, str | None, str], set[str]], data: st.DataObject
) -> None:
    space, marks = planted
    table = data.draw(st.sampled_from(sorted(name for name in marks.rows if name in MARKED)))
    row = data.draw(st.sampled_from(marks.rows[table]))
    column = data.draw(st.sampled_from(MARKED[table]))
    raised = data.draw(st.sampled_from([level for level in Marking if level >= row[column]]))
    kind, host = data.draw(st.sampled_from(READERS))
    paper = data.draw(st.sampled_from(PAPERS))
    audience = audience_of(marks, kind, host)
    before = said(kind, host, paper)
    with changed(space, table, {row["id"]: {column: raised}}):
        after = space.ask(release, marks.visit_id, audience, paper=paper)
    assert words_in([after.visit, *all_rows(after)]) <= before


MARKED = {
    name: columns
    for name, table in Base.metadata.tables.items()
    if (columns := [column.name for column in table.c if column.name.endswith("marking")])
}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("reader", ["principal", "delegation", "host:NASA", "public"])
def test_as_many_queries_for_one_row_as_for_many(sample: Workspace, reader: str, paper: str) -> None:
    visit_id, audience = sample_document()["visit_id"], Audience.parse(reader)
    entries = sample.ask(release, visit_id, Audience(AudienceKind.PRINCIPAL)).entries
    assert len(entries) > 30
    many = queries(sample, visit_id, audience, paper)
    all_but_one = {row.id: {"marking": Marking.CONFIDENTIAL, "visit_id": visit_id} for row in entries[1:]}
    with changed(sample, "entry", all_but_one):
        assert queries(sample, visit_id, audience, paper) == many


# Helpers


def audience_of(marks: Planted, kind: AudienceKind, host: str | None) -> Audience:
    return Audience(kind, marks.organisation_id(host) if host else None)


def all_rows(visit: ReleasedVisit) -> list[Any]:
    return [row for _, name in TABLES.values() for row in getattr(visit, name)]


def words_in(things: list[Any]) -> set[str]:
    return set(CANARY.findall(repr(things)))


def told(marks: Planted, words: set[str]) -> set[str]:
    """Leave out the ids, which references repeat, and the names of columns that only paper needs."""
    return {word for word in words if marks.where[word][1] != "id"}


@contextmanager
def fetched(space: Workspace) -> Iterator[list[Any]]:
    """Gather every row that the database hands out."""
    seen: list[Any] = []

    def spy(_cursor: Any, row: Any) -> Any:
        seen.append(row)
        return row

    raw: Any = space._engine.raw_connection().driver_connection
    raw.row_factory = spy
    try:
        yield seen
    finally:
        raw.row_factory = None


@contextmanager
def changed(space: Workspace, table: str, values: dict[str, dict[str, Any]]) -> Iterator[None]:
    """Set columns for a while."""
    target = Base.metadata.tables[table]
    before = {}
    with space._engine.begin() as connection:
        for row_id, new in values.items():
            query = target.select().where(target.c.id == row_id)
            old = connection.execute(query).mappings().one()
            before[row_id] = {name: old[name] for name in new}
            connection.execute(update(target).where(target.c.id == row_id).values(new))
    try:
        yield
    finally:
        with space._engine.begin() as connection:
            for row_id, old_values in before.items():
                connection.execute(update(target).where(target.c.id == row_id).values(old_values))


@contextmanager
def renamed(space: Workspace, acronyms: dict[str, str]) -> Iterator[None]:
    with changed(space, "organisation", {key: {"acronym": name} for key, name in acronyms.items()}):
        yield


def queries(space: Workspace, visit_id: str, audience: Audience, paper: str) -> int:
    count = 0

    def counted(*_: Any) -> None:
        nonlocal count
        count += 1

    event.listen(space._engine, "before_cursor_execute", counted)
    try:
        space.ask(release, visit_id, audience, paper=paper)
    finally:
        event.remove(space._engine, "before_cursor_execute", counted)
    return count
