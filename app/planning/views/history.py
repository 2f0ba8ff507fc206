"""The history: what was done by whom and when, and what each step changed, column by column."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from app.data.codec import decode
from app.data.models import Base, JournalRow, Step
from app.domain.errors import PlanningError
from app.domain.release import Carry
from app.planning.row_names import Key, RowNames, target_of

PAGE = 100
MOST_ROWS = 40  # of one step that are told in full: loading a visit is thousands

#: Bookkeeping that follows from other columns, or says nothing to people.
HIDDEN = frozenset(
    {
        "id", "visit_id", "version", "created_at", "updated_at", "calendar_uid", "calendar_sequence",
        "start_utc", "end_utc", "start_fold", "end_fold", "thread_id", "sha256", "picture_sha256", "content",
        "subject_id", "sentence_data",
    }
)  # fmt: skip

#: What is opened to show a row that has no place of its own: its kind, and the column with its id.
OPENS: Mapping[str, tuple[str, str]] = {
    "access_person": ("access_request", "access_request_id"),
    "action_note": ("action", "action_id"),
    "agenda_item": ("meeting", "entry_id"),
    "brief": ("meeting", "entry_id"),
    "decision": ("meeting", "entry_id"),
    "entry_party": ("entry", "entry_id"),
    "leg": ("entry", "entry_id"),
    "participation": ("entry", "entry_id"),
    "party_member": ("member", "member_id"),
    "post": ("person", "person_id"),
    "precedent_party": ("precedent", "precedent_id"),
    "record": ("meeting", "entry_id"),
    "ride": ("vehicle", "vehicle_id"),
    "room": ("lodging", "lodging_id"),
    "topic_organisation": ("topic", "topic_id"),
    "topic_precedent": ("topic", "topic_id"),
    "travel_document": ("person", "person_id"),
}
#: Rows that are shown where they stand.
SHOWN = frozenset(
    {
        "access_request", "action", "attachment", "baggage_piece", "entry", "gift", "interpreter_booking",
        "lodging", "member", "note", "organisation", "person", "place", "precedent", "stop", "party", "topic",
        "vehicle", "visit", "told",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step. ``at`` is UTC, naive; ``rows`` counts the rows it changed.

    ``can_go_back`` tells whether undo still reaches it: then one can go back to before it.
    """

    number: int
    label: str
    kind: str
    state: str
    at: datetime
    who: str
    rows: int

    @property
    def can_go_back(self) -> bool:
        """Whether undo still reaches the step."""
        return self.state == "done"


@dataclass(frozen=True, slots=True)
class ColumnChange:
    """A column before and after: values, or for a reference the name of the row it refers to.

    A restricted column is personal: that it changed is told, its values are not.
    """

    column: str
    before: Any
    after: Any
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that a step changed; ``opens`` is the kind and id of where it is shown, if it still is."""

    table: str
    row_id: str
    name: str
    operation: str
    columns: tuple[ColumnChange, ...]
    opens: tuple[str, str] | None
    purged: bool = False


@dataclass(frozen=True, slots=True)
class StepDetail:
    """A step with its rows; ``more`` counts those beyond the ones told in full."""

    step: StepLine
    rows: tuple[RowChange, ...]
    more: int


def steps(
    connection: Connection, *, before: int | None = None, text: str = "", row_id: str = "", limit: int = PAGE
) -> tuple[StepLine, ...]:
    """Return the steps, newest first, one page of them: those ``before`` the last one shown.

    ``text`` is sought in their labels and in who did them; ``row_id`` keeps those that changed that row.
    """
    query = _steps()
    if before is not None:
        query = query.where(Step.number < before)
    if text.strip():
        query = query.where(
            Step.label.icontains(text.strip(), autoescape=True)
            | Step.who.icontains(text.strip(), autoescape=True)
        )
    if row_id:
        touched = select(JournalRow.step_number).where(JournalRow.row_id == row_id)
        query = query.where(Step.number.in_(touched))
    found = connection.execute(query.order_by(Step.number.desc()).limit(limit))
    return tuple(StepLine(**row) for row in found.mappings())


def _steps() -> Any:
    count = select(func.count()).where(JournalRow.step_number == Step.number)
    own = (getattr(Step, name) for name in ("number", "label", "kind", "state", "at", "who"))
    return select(*own, count.correlate(Step.__table__).scalar_subquery().label("rows"))


def step_detail(connection: Connection, number: int) -> StepDetail:
    """Return what a step changed.

    Raises:
        PlanningError: ``row_missing`` where there is no such step.
    """
    head = connection.execute(_steps().where(Step.number == number)).mappings().first()
    if head is None:
        raise PlanningError("row_missing", table="step")
    journal = JournalRow.__table__.c
    query = (
        select(journal.table, journal.row_id, journal.operation, journal.payload)
        .where(journal.step_number == number)
        .order_by(journal.number)
        .limit(MOST_ROWS)
    )
    rows = [_Read(*row) for row in connection.execute(query)]
    names = RowNames(connection, {row.key: row.images[1] or row.images[0] or {} for row in rows})
    names.gather({row.key for row in rows} | {key for row in rows for key in row.references()})
    step = StepLine(**head)
    return StepDetail(step, tuple(_told(row, names) for row in rows), step.rows - len(rows))


class _Read:
    """One journal row, its images decoded."""

    def __init__(self, table: str, row_id: str, operation: str, payload: str | None) -> None:
        self.key: Key = (table, row_id)
        self.operation = operation
        self.purged = payload is None
        document = json.loads(payload) if payload is not None else {}
        self.images = tuple(_decoded(table, document.get(image)) for image in ("before", "after"))

    def pairs(self) -> Iterable[tuple[str, Any, Any]]:
        """Return the columns that people are told of, with their values before and after."""
        before, after = self.images
        for name in Base.metadata.tables[self.key[0]].c.keys():  # noqa: SIM118 - in the table's own order
            old, new = (before or {}).get(name), (after or {}).get(name)
            if name not in HIDDEN and not (_is_empty(old) and _is_empty(new)):
                yield name, old, new

    def references(self) -> Iterable[Key]:
        """Return the rows that the columns refer to."""
        for name, old, new in self.pairs():
            target = target_of(self.key[0], name)
            if target is not None:
                yield from ((target, value) for value in (old, new) if value)


def _decoded(table: str, image: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if image is None:
        return None
    columns = Base.metadata.tables[table].c
    # A column of an older schema may be gone by now.
    return {name: decode(columns[name], value) for name, value in image.items() if name in columns}


def _is_empty(value: Any) -> bool:
    return value is None or value == ""


def _told(row: _Read, names: RowNames) -> RowChange:
    table, row_id = row.key
    columns = tuple(_column(table, name, old, new, names) for name, old, new in row.pairs())
    return RowChange(
        table, row_id, names.name(row.key), row.operation, columns, _opens(row, names), row.purged
    )


def _column(table: str, name: str, old: Any, new: Any, names: RowNames) -> ColumnChange:
    column = Base.metadata.tables[table].c[name]
    if column.info["carry"] is Carry.PERSONAL:
        return ColumnChange(name, None, None, restricted=True)
    target = target_of(table, name)
    if target is not None:
        old, new = (names.name((target, value)) if value else None for value in (old, new))
    return ColumnChange(name, old, new)


def _opens(row: _Read, names: RowNames) -> tuple[str, str] | None:
    table, row_id = row.key
    if not names.is_there(row.key):
        return None
    if table in OPENS:
        kind, column = OPENS[table]
        target = names.values(row.key).get(column)
        return (kind, target) if target else None
    return (table, row_id) if table in SHOWN else None
