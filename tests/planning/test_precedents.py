"""Precedents: what can be done to them, and what is read of them."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from app.domain.errors import PlanningError
from app.domain.words import Area
from app.planning.verbs.organisations import create_organisation
from app.planning.verbs.precedents import (
    add_precedent_party,
    create_precedent,
    delete_precedent,
    delete_precedent_party,
    edit_precedent,
    edit_precedent_party,
)
from app.planning.verbs.topics import create_topic, set_topic_precedents
from app.planning.views.organisation_page import organisation_page
from app.planning.views.precedents import precedent_detail, precedent_rows
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, at, contents, planner


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened


def add(space: Workspace, title: str = "Airlock", **fields: object) -> str:
    return space.do("Add", partial(create_precedent, title=title, **fields))


def organisation(space: Workspace, name: str, acronym: str = "") -> str:
    return space.do("Add", partial(create_organisation, name=name, acronym=acronym))


def party(space: Workspace, precedent: str, organisation_id: str, **fields: str) -> str:
    return space.do("Party", add_precedent_party, precedent, organisation_id=organisation_id, **fields)


def test_a_precedent_is_added_mended_and_deleted_with_its_parties(space: Workspace) -> None:
    maker = organisation(space, "Mohammed bin Rashid Space Centre", "MBRSC")
    other = organisation(space, "Agency")
    before = space.ask(contents)
    key = add(space, " Gateway airlock ", years="2024", area=Area.TECHNOLOGY)
    space.do("Edit", edit_precedent, key, lesson="A partner pays for a module.", source="Press release")
    part = party(space, key, maker, contribution="The airlock")
    party(space, key, other)
    detail = space.ask(precedent_detail, key)
    assert (detail.title, detail.years, detail.area) == ("Gateway airlock", "2024", Area.TECHNOLOGY)
    assert [(one.organisation, one.contribution) for one in detail.parties] == [
        ("Agency", ""),
        ("MBRSC", "The airlock"),
    ]
    space.do("Edit", edit_precedent_party, part, contribution="Airlock and a flight")
    space.do("Remove", delete_precedent_party, part)
    assert [one.organisation for one in space.ask(precedent_detail, key).parties] == ["Agency"]
    space.do("Delete", delete_precedent, key)
    assert space.ask(precedent_rows) == ()
    while space.ask(contents) != before:
        assert space.undo() is not None


def test_what_cannot_be_is_refused_and_changes_nothing(space: Workspace) -> None:
    key, esa, cnes = add(space), organisation(space, "ESA"), organisation(space, "CNES")
    party(space, key, esa)
    second = party(space, key, cnes)
    before = space.ask(contents)
    act: Any
    for act, code in (
        (partial(create_precedent, title=" "), "field_empty"),
        (lambda session: edit_precedent(session, key, title=""), "field_empty"),
        (lambda session: edit_precedent(session, "gone", years="1"), "row_missing"),
        (lambda session: edit_precedent(session, key, years="9" * 41), "text_too_long"),
        (lambda session: add_precedent_party(session, key, organisation_id=esa), "already_party"),
        (lambda session: add_precedent_party(session, key, organisation_id="gone"), "reference_missing"),
        (lambda session: add_precedent_party(session, "gone", organisation_id=esa), "row_missing"),
        (lambda session: edit_precedent_party(session, second, organisation_id=esa), "already_party"),
        (lambda session: delete_precedent_party(session, "gone"), "row_missing"),
    ):
        with pytest.raises(PlanningError) as refused:
            space.do("Refused", act)
        assert refused.value.code == code
    with pytest.raises(PlanningError, match="row_missing"):
        space.ask(precedent_detail, "gone")
    assert space.ask(contents) == before


def test_a_party_may_be_written_again_as_it_is(space: Workspace) -> None:
    key, esa = add(space), organisation(space, "ESA")
    part = party(space, key, esa)
    space.do("Edit", edit_precedent_party, part, organisation_id=esa, contribution="Telescope")
    (one,) = space.ask(precedent_detail, key).parties
    assert (one.organisation_id, one.contribution) == (esa, "Telescope")


def test_what_points_at_a_precedent_is_told_and_stays_when_it_is_deleted(space: Workspace) -> None:
    key, esa = add(space), organisation(space, "ESA")
    party(space, key, esa)
    topic = space.do("Add", partial(create_topic, visit_id=VISIT, title="Gateway"))
    space.do("Point", set_topic_precedents, topic, [key])
    (row,) = space.ask(precedent_rows)
    assert (row.used, row.parties) == (1, ("ESA",))
    assert [(one.id, one.title) for one in space.ask(precedent_detail, key).topics] == [(topic, "Gateway")]
    assert [
        each.title for each in space.ask(organisation_page, esa, at(2, 9), at(2, 9).date()).precedents
    ] == ["Airlock"]
    space.do("Delete", delete_precedent, key)
    assert space.ask(precedent_rows) == ()


def test_more_rows_take_no_more_queries(space: Workspace) -> None:
    key = add(space)
    statements: list[str] = []

    def heard(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    def count() -> int:
        statements.clear()
        event.listen(space._engine, "before_cursor_execute", heard)
        space.ask(precedent_rows)
        space.ask(precedent_detail, key)
        event.remove(space._engine, "before_cursor_execute", heard)
        return len(statements)

    before = count()
    for number in range(10):
        party(space, add(space, f"Precedent {number}"), organisation(space, f"Agency {number}"))
        party(space, key, organisation(space, f"Office {number}"))
    assert count() == before
