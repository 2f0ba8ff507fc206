"""Undo and redo out of the journal: no verb writes undo code.

A step that was undone is redone by turning the undoing round, and so on; so the images in force for a
step are those of the newest step made of it. What only rises (``journal.RISING``) never goes back.
"""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from app.data.codec import decode_row
from app.data.journal import RISING, Change, images, write_step
from app.data.models import Base, JournalRow, Step
from app.data.models.base import now_utc
from app.domain.errors import PlanningError


@dataclass(frozen=True, slots=True)
class StepName:
    """A step that can be undone or redone."""

    number: int
    label: str


def next_undo(connection: Connection) -> StepName | None:
    """Return the step that undo would take back."""
    query = select(Step.number, Step.label).where(Step.state == "done").order_by(Step.number.desc()).limit(1)
    row = connection.execute(query).first()
    return StepName(row.number, row.label) if row else None


def next_redo(connection: Connection) -> StepName | None:
    """Return the step that redo would bring again."""
    query = select(Step.number, Step.label).where(Step.state == "undone").order_by(Step.number).limit(1)
    row = connection.execute(query).first()
    return StepName(row.number, row.label) if row else None


def undo(connection: Connection, step: StepName, who: str) -> list[Change]:
    """Take a step back and return what changed."""
    return _turn(connection, step, "undo", "undone", who)


def undo_to(connection: Connection, number: int, who: str) -> list[Change]:
    """Take back every open step from the newest down to and including this one; return what changed.

    Raises:
        PlanningError: ``step_closed``: undo no longer reaches the step, or it is undone already.
    """
    query = select(Step.number, Step.label).where(Step.state == "done", Step.number >= number)
    steps = [StepName(*row) for row in connection.execute(query.order_by(Step.number.desc()))]
    if not steps or steps[-1].number != number:
        raise PlanningError("step_closed")
    return [change for step in steps for change in undo(connection, step, who)]


def redo(connection: Connection, step: StepName, who: str) -> list[Change]:
    """Bring an undone step again and return what changed."""
    return _turn(connection, step, "redo", "done", who)


def _turn(connection: Connection, step: StepName, kind: str, state: str, who: str) -> list[Change]:
    made = [_invert(connection, row) for row in _rows_in_force(connection, step.number)]
    write_step(connection, step.label, made, who=who, kind=kind, of_step=step.number)
    connection.execute(update(Step.__table__).where(Step.number == step.number).values(state=state))
    return made


def _rows_in_force(connection: Connection, number: int) -> list[dict[str, Any]]:
    newest = select(Step.number).where((Step.number == number) | (Step.of_step == number))
    source = connection.execute(newest.order_by(Step.number.desc()).limit(1)).scalar_one()
    table = JournalRow.__table__
    query = select(table).where(table.c.step_number == source).order_by(table.c.number.desc())
    rows = [dict(row) for row in connection.execute(query).mappings()]
    return sorted(rows, key=_turning_order)


def _turning_order(row: dict[str, Any]) -> int:
    """Rows that go make room first: one that comes back may need the unique place of another."""
    return ("insert", "update", "delete").index(row["operation"])


def _invert(connection: Connection, row: dict[str, Any]) -> Change:
    table = Base.metadata.tables[row["table"]]
    payload = json.loads(row["payload"])
    before = images(connection, table, [row["row_id"]]).get(row["row_id"])
    if row["operation"] == "insert":
        connection.execute(delete(table).where(table.c.id == row["row_id"]))
    elif row["operation"] == "delete":
        connection.execute(insert(table).values(_risen(table, decode_row(table, payload["before"]))))
    else:
        assert before is not None
        values = _older(decode_row(table, payload["before"]), before)
        connection.execute(update(table).where(table.c.id == row["row_id"]).values(values))
    after = images(connection, table, [row["row_id"]]).get(row["row_id"])
    return Change(row["table"], row["row_id"], before, after)


def _risen(table: Table, values: dict[str, Any]) -> dict[str, Any]:
    values |= {"version": values["version"] + 1, "updated_at": now_utc()}
    if "calendar_sequence" in table.c:
        values["calendar_sequence"] += 1
    return values


def _older(wanted: dict[str, Any], present: dict[str, Any]) -> dict[str, Any]:
    values = {name: value for name, value in wanted.items() if name not in RISING}
    risen = {"version": present["version"] + 1, "updated_at": now_utc()}
    if "calendar_sequence" in wanted:  # calendars were told of the step, and must be told that it is gone
        risen["calendar_sequence"] = present["calendar_sequence"] + 1
    return values | risen
