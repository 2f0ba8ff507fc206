"""What all verbs share: finding rows, setting columns by what they are, order among siblings."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app.data.models import Action, Organisation, Stop, Topic
from app.domain.errors import PlanningError
from app.domain.words import ActionState, Marking
from app.planning.bulk import for_each
from app.planning.rows import asked, asked_visit, change, fresh, next_position, own_columns, put_in_order
from app.planning.workspace import Workspace
from tests.helpers.filling import row_id
from tests.helpers.planner import contents, planner


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path, "filled")) as opened:
        yield opened


def _set(session: Session, kind: type[Any], key: str, **fields: Any) -> None:
    change(session, asked(session, kind, key), fields, columns=own_columns(kind))


@pytest.mark.parametrize(
    ("kind", "fields", "code"),
    [
        (Topic, {"title": "a" * 200_001}, "text_too_long"),
        (Organisation, {"acronym": "A" * 41}, "text_too_long"),
        (Topic, {"area": "gardening"}, "choice_unknown"),
        (Topic, {"marking": 9}, "choice_unknown"),
        (Topic, {"owner_id": "nobody"}, "reference_missing"),
        (Action, {"due_on": datetime(2026, 1, 1)}, "day_unreadable"),
        (Action, {"text": None}, "field_empty"),
        (Stop, {"latitude": float("inf")}, "number_out_of_range"),
        (Stop, {"latitude": float("nan")}, "number_out_of_range"),
        (Stop, {"latitude": True}, "number_out_of_range"),
    ],
)
def test_what_a_column_cannot_take_is_refused(
    space: Workspace, kind: type[Any], fields: dict[str, Any], code: str
) -> None:
    before = space.ask(contents)
    with pytest.raises(PlanningError) as caught:
        space.do("Set", partial(_set, kind=kind, key=row_id(kind.__tablename__, 0), **fields))
    assert (caught.value.code, caught.value.field) == (code, next(iter(fields)))
    assert space.ask(contents) == before


def test_what_fits_is_set(space: Workspace) -> None:
    key = row_id("action", 0)
    fields: dict[str, Any] = {"text": "  Send it ", "due_on": date(2026, 3, 1), "state": "done", "marking": 3}
    space.do("Set", partial(_set, kind=Action, key=key, **fields))
    row = next(row for row in space.ask(contents)["action"] if row["id"] == key)
    assert (row["text"], row["due_on"]) == ("Send it", date(2026, 3, 1))
    assert (row["state"], row["marking"]) == (ActionState.DONE, Marking.CONFIDENTIAL)


def _take_all(session: Session) -> None:
    with pytest.raises(PlanningError, match="row_missing"):
        asked(session, Topic, "none")
    with pytest.raises(PlanningError, match="visit_missing"):
        asked_visit(session, "none")
    topic = asked(session, Topic, row_id("topic", 0))
    with pytest.raises(PlanningError, match="row_missing"):
        asked(session, Topic, topic.id, visit_id="another")
    with pytest.raises(PlanningError, match="field_empty"):
        change(session, topic, {"title": "  "}, columns={"title"}, required={"title"})
    with pytest.raises(TypeError):
        change(session, topic, {"visit_id": "x"}, columns=own_columns(Topic))
    new = [
        fresh(
            session,
            Topic,
            visit_id=topic.visit_id,
            position=next_position(session, Topic, visit_id=topic.visit_id),
        )
        for _number in range(2)
    ]
    assert new[1].position == new[0].position + 1
    assert new[0].marking is Marking.OFFICIAL_USE  # the default stands at once
    put_in_order(session, Topic, [new[1].id, new[0].id], visit_id=topic.visit_id)
    assert (new[1].position, new[0].position) == (0, 1)
    with pytest.raises(PlanningError, match="row_missing"):
        put_in_order(session, Topic, ["none"], visit_id=topic.visit_id)


def test_rows_are_found_made_and_ordered(space: Workspace) -> None:
    space.do("All", _take_all)


def test_one_act_on_many_rows_is_one_step(space: Workspace) -> None:
    before = space.ask(contents)
    keys = [row["id"] for row in before["action"]]
    space.do("Done", for_each, _settle, keys, state=ActionState.DONE)
    assert {row["state"] for row in space.ask(contents)["action"]} == {ActionState.DONE}
    space.undo()
    assert space.ask(contents) == before


def _settle(session: Session, key: str, **fields: Any) -> None:
    _set(session, Action, key, **fields)
