"""What a merge of two rows would do, before anybody does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, literal, select, union_all

from app.data.cascade import references
from app.data.models import Base, Member, Organisation, Person, Row
from app.domain.errors import PlanningError
from app.domain.release import Carry
from app.planning.rows import own_columns


@dataclass(frozen=True, slots=True)
class BothSay:
    """What a column says in one and in the other; of a restricted column, only whether it says anything."""

    column: str
    one: Any
    other: Any
    restricted: bool


@dataclass(frozen=True, slots=True)
class Hanging:
    """How many rows of a table hang on a row, or for a person on the person's memberships."""

    table: str
    count: int


@dataclass(frozen=True, slots=True)
class MergePreview:
    """Two rows side by side: columns in which either says anything, and what hangs on each."""

    columns: tuple[BothSay, ...]
    on_one: tuple[Hanging, ...]
    on_other: tuple[Hanging, ...]


def merge_preview(connection: Connection, table: str, one_id: str, other_id: str) -> MergePreview:
    """Return what stands in two rows of ``person`` or ``organisation``, and what would move.

    Raises:
        PlanningError: ``row_missing``.
    """
    kind = _KINDS[table]
    columns = Base.metadata.tables[table].c
    rows = {
        row["id"]: row
        for row in connection.execute(select(*columns).where(columns.id.in_([one_id, other_id]))).mappings()
    }
    if len(rows) < len({one_id, other_id}):
        raise PlanningError("row_missing", table=table)
    names = [name for name in kind.__declared__ if name in own_columns(kind)]
    parents = _parents(connection, table, rows)
    said = (
        _both(columns[name], *(_readable(name, rows[key][name], parents) for key in (one_id, other_id)))
        for name in names
    )
    return MergePreview(
        columns=tuple(line for line in said if line.one not in _NOTHING or line.other not in _NOTHING),
        on_one=_hanging(connection, table, one_id),
        on_other=_hanging(connection, table, other_id),
    )


_KINDS: dict[str, type[Row]] = {"person": Person, "organisation": Organisation}
_NOTHING = ("", None, False)


def _parents(connection: Connection, table: str, rows: Mapping[str, Any]) -> dict[str, str]:
    """Return the names of what stands above organisations."""
    if table != "organisation":
        return {}
    above = [row["parent_id"] for row in rows.values()]
    query = select(Organisation.id, Organisation.name).where(Organisation.id.in_(above))
    return {row.id: row.name for row in connection.execute(query)}


def _readable(name: str, value: Any, parents: Mapping[str, str]) -> Any:
    """Return a value that people can read: whether there is a picture, what stands above by its name."""
    if name == "picture_sha256":
        return bool(value)
    return parents.get(value) if name == "parent_id" else value


def _both(column: Any, one: Any, other: Any) -> BothSay:
    restricted = column.info["carry"] is Carry.PERSONAL
    if restricted:
        one, other = one not in _NOTHING, other not in _NOTHING
    return BothSay(column.name, one, other, restricted=restricted)


def _hanging(connection: Connection, table: str, row_id: str) -> tuple[Hanging, ...]:
    parts = [_count(mapped.__tablename__, column == row_id) for mapped, column in references(table)]
    if table == "person":
        own = select(Member.id).where(Member.person_id == row_id)
        parts += [_count(mapped.__tablename__, column.in_(own)) for mapped, column in references("member")]
    counts: dict[str, int] = {}
    for row in connection.execute(union_all(*parts)):
        counts[row[0]] = counts.get(row[0], 0) + row[1]
    return tuple(Hanging(name, number) for name, number in sorted(counts.items()) if number)


def _count(table: str, condition: Any) -> Select[str, int]:
    found = Base.metadata.tables[table]
    return select(literal(table), func.count()).select_from(found).where(condition)
