"""What the tests of acts on a programme share: entries quickly made, acts done, undone and refused."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from app.data.models import Entry
from app.domain.errors import PlanningError
from app.planning.verbs.entries import create_entry
from app.planning.views.entry import EntryDetail, entry_detail
from app.planning.workspace import Workspace
from app.wording.errors import sentence
from tests.helpers.planner import VISIT, at, contents

PARIS, SEOUL, NEW_YORK = "Europe/Paris", "Asia/Seoul", "America/New_York"
GAP = at(29, 2, 30)  # Paris, 29 March 2026: 02:00 to 03:00 is skipped
FOLD = datetime(2026, 10, 25, 2, 30)  # Paris, 25 October 2026: 02:00 to 03:00 comes twice


def new(space: Workspace, start: datetime, hours: float = 1, **more: Any) -> str:
    zone = more.pop("zone", PARIS)
    values = {"start_wall": start, "start_zone": zone, "end_zone": zone, "title": "Call"}
    values["end_wall"] = start + timedelta(hours=hours)
    return space.do("New", create_entry, VISIT, **(values | more))


def detail(space: Workspace, entry: str) -> EntryDetail:
    return space.ask(entry_detail, entry)


def values(space: Workspace, column: Any) -> list[Any]:
    """Return what stands in a column, in the order of the rows' ids."""
    query = select(column).order_by(column.table.c.id)
    return space.ask(lambda connection: list(connection.execute(query).scalars()))


def walls(space: Workspace, *entries: str) -> list[datetime]:
    return [detail(space, entry).start_wall for entry in entries]


def false_ties(connection: Connection) -> list[str]:
    """Return the titles of entries that do not stand where their tie says."""
    other = Entry.__table__.alias()
    table = Entry.__table__
    query = select(table.c.title, table.c.tied_minutes, table.c.start_utc, other.c.start_utc.label("anchor"))
    rows = connection.execute(query.join(other, table.c.tied_to_id == other.c.id)).all()
    return [row.title for row in rows if row.anchor - row.start_utc != timedelta(minutes=row.tied_minutes)]


def undone(space: Workspace, act: Callable[..., Any], *given: Any, **named: Any) -> Any:
    """Do an act, and see that undo and redo bring the equal contents; it stays done."""
    before = space.ask(contents)
    result = space.do("Act", act, *given, **named)
    after = space.ask(contents)
    assert after != before
    space.undo()
    assert space.ask(contents) == before
    space.redo()
    assert space.ask(contents) == after
    return result


def refused(space: Workspace, act: Callable[..., Any], *given: Any, **named: Any) -> PlanningError:
    """See that an act is refused with a sentence, and that nothing at all has changed."""
    before, step = space.ask(contents), space.next_undo()
    with pytest.raises(PlanningError) as caught:
        space.do("Act", act, *given, **named)
    assert space.ask(contents) == before
    assert space.next_undo() == step
    assert sentence(caught.value) != caught.value.code
    return caught.value


def leaves_no_step(space: Workspace, act: Callable[..., Any], *given: Any, **named: Any) -> None:
    before, step = space.ask(contents), space.next_undo()
    space.do("Act", act, *given, **named)
    assert space.ask(contents) == before
    assert space.next_undo() == step
