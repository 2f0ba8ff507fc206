"""Notes: what can be done to them, and what is read of them."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import PlanningError
from app.domain.words import Marking, NoteKind
from app.planning.verbs.entries import create_entry, delete_entry
from app.planning.verbs.notes import create_note, delete_note, edit_note, order_notes
from app.planning.views.notes import note_detail, note_rows
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, at, contents, planner


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened


def add(space: Workspace, title: str, **fields: Any) -> str:
    return space.do("Add", partial(create_note, visit_id=VISIT, title=title, **fields))


def add_entry(space: Workspace) -> str:
    times: dict[str, Any] = {"start_wall": at(2, 9), "end_wall": at(2, 10)}
    verb = partial(create_entry, visit_id=VISIT, title="Call", marking=Marking.CONFIDENTIAL, **times)
    return space.do("Add", partial(verb, start_zone="Europe/Paris", end_zone="Europe/Paris"))


def titles(space: Workspace) -> list[str]:
    return [row.title for row in space.ask(note_rows, VISIT)]


def test_a_note_takes_the_marking_of_its_entry_or_visit(space: Workspace) -> None:
    before = space.ask(contents)
    lone = add(space, " Why now? ", kind=NoteKind.QUESTION, text="Because.")
    detail = space.ask(note_detail, lone)
    assert (detail.title, detail.text, detail.kind) == ("Why now?", "Because.", NoteKind.QUESTION)
    assert (detail.marking, detail.entry) == (Marking.OFFICIAL_USE, "")
    space.undo()
    assert space.ask(contents) == before
    entry = add_entry(space)
    assert space.ask(note_detail, add(space, "Toast", entry_id=entry)).marking is Marking.CONFIDENTIAL
    said = add(space, "Line", entry_id=entry, marking=Marking.PUBLIC)
    assert space.ask(note_detail, said).marking is Marking.PUBLIC
    space.do("Delete", partial(delete_entry, entry_id=entry))
    assert space.ask(note_detail, said).entry_id is None


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": "  "}, "field_empty"),
        ({"kind": "poem"}, "choice_unknown"),
        ({"entry_id": "gone"}, "reference_missing"),
        ({"marking": 9}, "choice_unknown"),
        ({"text": "a" * 200_001}, "text_too_long"),
    ],
)
def test_what_cannot_be_is_refused(space: Workspace, fields: dict[str, Any], code: str) -> None:
    key = add(space, "Line")
    before = space.ask(contents)
    for verb in (partial(edit_note, note_id=key), partial(create_note, visit_id=VISIT)):
        with pytest.raises(PlanningError) as caught:
            space.do("Try", partial(verb, **({} if verb.func is edit_note else {"title": "T"}) | fields))
        assert (caught.value.code, caught.value.field) == (code, next(iter(fields)))
    assert space.ask(contents) == before


def test_notes_are_changed_deleted_and_put_in_order(space: Workspace) -> None:
    one, two, three = (add(space, title) for title in ("One", "Two", "Three"))
    before = space.ask(contents)
    space.do("Order", partial(order_notes, visit_id=VISIT, note_ids=[three, one]))
    assert titles(space) == ["Three", "One", "Two"]
    space.do("Edit", partial(edit_note, note_id=two, title="Second", text="Text"))
    space.do("Delete", partial(delete_note, note_id=one))
    assert titles(space) == ["Three", "Second"]
    for _step in range(3):
        space.undo()
    assert space.ask(contents) == before
    for verb in (edit_note, delete_note):
        with pytest.raises(PlanningError, match="row_missing"):
            space.do("Try", partial(verb, note_id="gone"))
    with pytest.raises(PlanningError, match="row_missing"):
        space.do("Try", partial(order_notes, visit_id=VISIT, note_ids=["gone"]))
    with pytest.raises(PlanningError, match="row_missing"):
        space.ask(note_detail, "gone")
