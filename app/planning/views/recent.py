"""What was done lately in a visit, step by step, and where each can be looked at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from app.data.models import Base, JournalRow
from app.planning.views.history import OPENS, SHOWN, StepLine, steps

LOOKED_AT = 60  # steps back
_ROWS = 8  # of each step that are looked at
_VISIT_ID = "visit_id"


@dataclass(frozen=True, slots=True)
class Recent:
    """One step, and the kind and id of the first of its rows that is still there to be opened."""

    step: StepLine
    opens: tuple[str, str] | None

    @property
    def id(self) -> str:
        """What tells it from others."""
        return str(self.step.number)


def recent_steps(connection: Connection, visit_id: str, limit: int = 8) -> tuple[Recent, ...]:
    """Return the newest steps that changed this visit or what all visits share: three queries."""
    found = steps(connection, limit=LOOKED_AT)
    rows: dict[int, list[_Row]] = {}
    for row in _rows(connection, [step.number for step in found]):
        rows.setdefault(row.step, []).append(row)
    kept = [(step, [row for row in rows.get(step.number, ()) if row.is_of(visit_id)]) for step in found]
    kept = [(step, changed) for step, changed in kept if changed][:limit]
    goals = [
        # What was loaded is a whole visit: none of its rows is what it was about.
        (step, [goal for row in changed if step.kind != "load" and (goal := row.opens())])
        for step, changed in kept
    ]
    gone = _gone(connection, {row_id for _step, each in goals for _kind, row_id in each})
    return tuple(
        Recent(step, next((goal for goal in each if goal[1] not in gone), None)) for step, each in goals
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """One changed row of a step; ``image`` is how it stood afterwards, or before it was deleted."""

    step: int
    table: str
    row_id: str
    image: Mapping[str, Any]

    def is_of(self, visit_id: str) -> bool:
        """Tell whether it belongs to a visit, or to all."""
        if self.table == "visit":
            return self.row_id == visit_id
        if self.table == "setting":
            return False
        if _VISIT_ID not in Base.metadata.tables[self.table].c:
            return True
        return bool(self.image.get(_VISIT_ID) == visit_id)

    def opens(self) -> tuple[str, str] | None:
        if self.table in OPENS:
            kind, column = OPENS[self.table]
            target = self.image.get(column)
            return (kind, str(target)) if target else None
        return (self.table, self.row_id) if self.table in SHOWN else None


def _rows(connection: Connection, numbers: list[int]) -> list[_Row]:
    journal = JournalRow.__table__.c
    other = JournalRow.__table__.alias()
    first = select(func.min(other.c.number)).where(other.c.step_number == journal.step_number)
    query = (
        select(journal.step_number, journal.table, journal.row_id, journal.payload)
        # Loading a visit is thousands of rows in one step: its first ones say enough.
        .where(journal.step_number.in_(numbers), journal.number < first.scalar_subquery() + _ROWS)
        .order_by(journal.number)
    )
    found = []
    for step, table, row_id, payload in connection.execute(query):
        if payload is None or table not in Base.metadata.tables:  # purged, or of an older schema
            continue
        images = json.loads(payload)
        found.append(_Row(step, table, row_id, images.get("after") or images.get("before") or {}))
    return found


def _gone(connection: Connection, ids: set[str]) -> set[str]:
    """Return those of these rows that were deleted last: by a verb, or by undoing what made them."""
    journal = JournalRow.__table__.c
    newest = select(func.max(journal.number)).where(journal.row_id.in_(sorted(ids))).group_by(journal.row_id)
    query = select(journal.row_id).where(journal.number.in_(newest), journal.operation == "delete")
    return set(connection.execute(query).scalars())
