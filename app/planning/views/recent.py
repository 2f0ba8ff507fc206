"""What was done lately in a visit, step by step, and where each can be looked at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, literal, null, select, union_all

from app.data.models import Base, JournalRow
from app.planning.row_names import Key
from app.planning.views.history import OPENS, SHOWN, StepLine, steps

LOOKED_AT = 60  # steps back
_ROWS = 8  # of each step that are looked at
_VISIT_ID = "visit_id"
_SHARED = "*"


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
    rows = _rows(connection, [step.number for step in found])
    there = _there(connection, {row.key for row in rows})
    by_step: dict[int, list[_Row]] = {}
    for row in rows:
        if _visit_of(row, there.get(row.key)) in {visit_id, _SHARED}:
            by_step.setdefault(row.step, []).append(row)
    told = [step for step in found if step.number in by_step][:limit]
    return tuple(Recent(step, _opens(step, by_step[step.number], there)) for step in told)


@dataclass(frozen=True, slots=True)
class _Row:
    """One changed row of a step; ``image`` holds what was written of it, or what was deleted."""

    step: int
    key: Key
    image: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _There:
    """A row that stands in the planner: its visit, and the row that it is shown with."""

    visit_id: str | None
    parent_id: str | None


def _visit_of(row: _Row, there: _There | None) -> str:
    """Return the visit that a row belongs to, ``_SHARED`` for a row of all, nothing where it is not told."""
    table, row_id = row.key
    if table == "setting":
        return ""
    if table == "visit":
        return row_id
    if _VISIT_ID not in Base.metadata.tables[table].c:
        return _SHARED
    return (there.visit_id if there is not None else row.image.get(_VISIT_ID)) or ""


def _opens(step: StepLine, rows: list[_Row], there: Mapping[Key, _There]) -> tuple[str, str] | None:
    if step.kind == "load":  # a whole visit: none of its rows is what it was about
        return None
    for row in rows:
        table, row_id = row.key
        found = there.get(row.key)
        if found is not None and table in OPENS and found.parent_id:
            return OPENS[table][0], found.parent_id
        if found is not None and table in SHOWN:
            return table, row_id
    return None


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
        found.append(_Row(step, (table, row_id), images.get("after") or images.get("before") or {}))
    return found


def _there(connection: Connection, keys: set[Key]) -> dict[Key, _There]:
    """Return those of these rows that stand in the planner now, by one query over all their tables."""
    parts = []
    for table in sorted({table for table, _row_id in keys}):
        own = Base.metadata.tables[table].c
        parent = own[OPENS[table][1]] if table in OPENS else null()
        visit = own[_VISIT_ID] if _VISIT_ID in own else null()
        ids = sorted(row_id for name, row_id in keys if name == table)
        parts.append(select(literal(table), own.id, visit, parent).where(own.id.in_(ids)))
    if not parts:
        return {}
    return {(row[0], row[1]): _There(row[2], row[3]) for row in connection.execute(union_all(*parts))}
