"""One visit and all it needs as one canonical JSON document, and back.

The mapper's own metadata drives it, so a new column needs no new code. Rows that belong to the visit go
in whole; people, organisations, places and precedents that they refer to go in without personal columns.
Travel documents and visas never do. A document of an unknown schema is refused; the first revision
that renames a thing brings a pure upgrade of documents beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Connection, Table, select
from sqlalchemy.exc import IntegrityError

from app.data.codec import decode_row, encode_row
from app.data.engine import SCHEMA_HEAD
from app.data.models import Base, Owned, Row, TravelDocument, Visa, Visit
from app.data.models.base import stored_classes
from app.domain.errors import PlanningError
from app.domain.release import Carry

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FORMAT = "aide-memoire/visit"
#: Schemas whose documents are read as they are: since 0001, tables and columns were added,
#: each of which has a default, and nothing was renamed.
READ = frozenset({"0001", "0002", "0003", "0004", "0005", SCHEMA_HEAD})
Document = dict[str, Any]

_NEVER = {TravelDocument.__tablename__, Visa.__tablename__, "setting"}
_CHUNK = 500


def _tables() -> tuple[list[Table], list[Table]]:
    """Return the tables whose rows a visit owns, and those that visits share."""
    owned, shared = [], []
    for each in stored_classes():
        table = each.__table__
        if not issubclass(each, Row) or table.name in _NEVER:
            continue
        if issubclass(each, Owned):
            if table.info.get("snapshot", True):
                owned.append(table)
        elif table.name != Visit.__tablename__:
            shared.append(table)
    return owned, shared


def columns_of(table: Table) -> list[Column[Any]]:
    """Return the columns of a table that a snapshot carries."""
    whole = "visit_id" in table.c or table.name == Visit.__tablename__
    kept = {Carry.PERSONAL} if whole else {Carry.PERSONAL, Carry.INTERNAL}
    return [column for column in table.c if column.name != "version" and column.info["carry"] not in kept]


def take(connection: Connection, visit_id: str) -> Document:
    """Return a visit as a document; equal visits give equal documents, whatever file they stand in.

    Raises:
        PlanningError: ``visit_missing``.
    """
    visit_table = Base.metadata.tables["visit"]
    head = _read(connection, visit_table, visit_table.c.id == visit_id)
    if not head:
        raise PlanningError("visit_missing", visit=visit_id)
    owned, shared = _tables()
    rows = {"visit": head} | {
        table.name: _read(connection, table, table.c.visit_id == visit_id) for table in owned
    }
    _follow(connection, rows, shared)
    return {
        "format": FORMAT,
        "schema": SCHEMA_HEAD,
        "visit_id": visit_id,
        "rows": {
            name: [encode_row(row) for row in sorted(found, key=lambda row: str(row["id"]))]
            for name, found in sorted(rows.items())
            if found
        },
    }


def _read(connection: Connection, table: Table, condition: Any) -> list[dict[str, Any]]:
    query = select(*columns_of(table)).where(condition)
    return [dict(row) for row in connection.execute(query).mappings()]


def _follow(connection: Connection, rows: dict[str, list[dict[str, Any]]], shared: list[Table]) -> None:
    """Add the shared rows that ``rows`` refer to, those that these refer to, and what those own."""
    known: dict[str, set[str]] = {table.name: set() for table in shared}
    fresh = rows
    while fresh:
        wanted = _referred(fresh, known)
        fresh = {}
        for table in shared:
            found = _by_column(connection, table, "id", wanted.get(table.name, set()))
            # A person's posts and a precedent's parties are owned by them and go along.
            for column in _owner_columns(table):
                owner = next(iter(column.foreign_keys)).column.table.name
                if owner == "organisation":
                    continue  # else every post at NASA would come along with NASA
                found += _by_column(connection, table, column.name, wanted.get(owner, set()))
            new = {row["id"]: row for row in found if row["id"] not in known[table.name]}
            if new:
                known[table.name] |= new.keys()
                rows.setdefault(table.name, []).extend(new.values())
                fresh[table.name] = list(new.values())


def _referred(
    rows: Mapping[str, Iterable[Mapping[str, Any]]], known: Mapping[str, set[str]]
) -> dict[str, set[str]]:
    wanted: dict[str, set[str]] = {}
    for name, found in rows.items():
        for column in Base.metadata.tables[name].c:
            for key in column.foreign_keys:
                target = key.column.table.name
                if target in known:
                    ids = {row[column.name] for row in found if row.get(column.name)}
                    wanted.setdefault(target, set()).update(ids - known[target])
    return wanted


def _owner_columns(table: Table) -> list[Column[Any]]:
    return [column for column in table.c if column.info.get("owner")]


def _by_column(connection: Connection, table: Table, name: str, ids: set[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    wanted = sorted(ids)
    for first in range(0, len(wanted), _CHUNK):
        found += _read(connection, table, table.c[name].in_(wanted[first : first + _CHUNK]))
    return found


def load(session: Session, document: Document) -> str:
    """Put a document's visit into a planner and return the visit's id.

    Shared rows that the planner already has are kept as they are: its own data is the newer.

    Raises:
        PlanningError: ``snapshot_foreign`` (no such document), ``snapshot_newer`` (made by a newer
            program), ``snapshot_broken`` (with the row at fault), ``visit_exists``.
    """
    rows, visit_id = _checked(document)
    if session.get(Visit, visit_id) is not None:
        raise PlanningError("visit_exists", visit=visit_id)
    classes = {each.__tablename__: each for each in stored_classes()}
    shared = {table.name for table in _tables()[1]}
    ids = {name: {row["id"] for row in found} for name, found in rows.items()}
    for name, found in rows.items():
        table = Base.metadata.tables[name]
        present = _present(session.connection(), name, ids[name])
        if present and name not in shared:
            raise _broken(name, min(present))
        for row in found:
            if row["id"] not in present:
                values = _values(table, row, visit_id)
                _check_references(session.connection(), table, values, ids)
                session.add(classes[name](**values))
    try:
        session.flush()
    except IntegrityError as error:  # a value that is missing, or one that must not be there twice
        raise _broken("visit", visit_id) from error
    return visit_id


def _broken(table: str, row: object) -> PlanningError:
    return PlanningError("snapshot_broken", table=table, row=str(row))


def _checked(document: Document) -> tuple[dict[str, list[dict[str, Any]]], str]:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise PlanningError("snapshot_foreign")
    schema = document.get("schema")
    if not isinstance(schema, str) or schema not in READ:
        raise PlanningError("snapshot_newer", schema=str(schema))
    rows, visit_id = document.get("rows"), document.get("visit_id")
    if not isinstance(rows, dict) or not isinstance(visit_id, str):
        raise _broken("visit", "")
    owned, shared = _tables()
    for name, found in rows.items():
        if name not in {table.name for table in (*owned, *shared)} | {"visit"} or not isinstance(found, list):
            raise _broken(name, "")
        ids = [row.get("id") if isinstance(row, dict) else None for row in found]
        if not all(isinstance(row_id, str) and row_id.isprintable() for row_id in ids):
            raise _broken(name, "")
        if len(ids) != len(set(ids)):
            raise _broken(name, next(row_id for row_id in ids if ids.count(row_id) > 1))
    if [head["id"] for head in rows.get("visit", [])] != [visit_id]:
        raise _broken("visit", visit_id)
    return rows, visit_id


def _present(connection: Connection, table: str, ids: set[str]) -> set[str]:
    return {row["id"] for row in _by_column(connection, Base.metadata.tables[table], "id", ids)}


def _check_references(
    connection: Connection, table: Table, values: Mapping[str, Any], ids: Mapping[str, set[str]]
) -> None:
    """Refuse a row that refers to what is neither in the document nor, where it is shared, in the planner."""
    for key in table.foreign_keys:
        target, wanted = key.column.table, values.get(key.parent.name)
        if wanted is None or wanted in ids.get(target.name, ()):
            continue
        if "visit_id" in target.c or not _present(connection, target.name, {wanted}):
            raise _broken(table.name, values["id"])


def _values(table: Table, row: Mapping[str, Any], visit_id: str) -> dict[str, Any]:
    try:
        values = decode_row(table, row)
    except (KeyError, ValueError, TypeError) as error:
        raise _broken(table.name, row["id"]) from error
    carried = {column.name for column in columns_of(table)}
    if not values.keys() <= carried or values.get("visit_id", visit_id) != visit_id:
        raise _broken(table.name, row["id"])
    return values
