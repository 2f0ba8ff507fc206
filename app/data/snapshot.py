"""One visit and all it needs as one canonical JSON document, and back.

The mapper's own metadata drives it, so a new column needs no new code. Rows that belong to the visit go
in whole; people, organisations, places and precedents that they refer to go in without personal columns.
Travel documents and visas never do. A document that stands at an older schema is brought up by the pure
upgrades beside the revisions, in ``migrations/documents``.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Column, Connection, Table, select
from sqlalchemy.orm import Session

from app.data.codec import decode_row, encode_row
from app.data.engine import SCHEMA_HEAD
from app.data.models import Base, Owned, Row, TravelDocument, Visa, Visit
from app.domain.errors import PlanningError
from app.domain.release import Carry

FORMAT = "aide-memoire/visit"
Document = dict[str, Any]

_NEVER = {TravelDocument.__tablename__, Visa.__tablename__, "setting"}
_CHUNK = 500


def _tables() -> tuple[list[Table], list[Table]]:
    """Return the tables whose rows a visit owns, and those that visits share."""
    owned, shared = [], []
    for mapper in Base.registry.mappers:
        table = mapper.local_table
        assert isinstance(table, Table)
        if not issubclass(mapper.class_, Row) or table.name in _NEVER:
            continue
        if issubclass(mapper.class_, Owned):
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
    classes = {mapper.local_table.name: mapper.class_ for mapper in Base.registry.mappers}  # type: ignore[attr-defined]
    owned, shared = _tables()
    allowed = {table.name for table in (*owned, *shared)} | {"visit"}
    for name, found in rows.items():
        if name not in allowed:
            raise PlanningError("snapshot_broken", table=name, row="")
        present = _present(session, Base.metadata.tables[name], found)
        for row in found:
            if row.get("id") not in present:
                session.add(classes[name](**_values(Base.metadata.tables[name], row, visit_id)))
    session.flush()
    return visit_id


def _checked(document: Document) -> tuple[dict[str, list[dict[str, Any]]], str]:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise PlanningError("snapshot_foreign")
    if document.get("schema") != SCHEMA_HEAD:
        raise PlanningError("snapshot_newer", schema=str(document.get("schema")))
    rows, visit_id = document.get("rows"), document.get("visit_id")
    heads = rows.get("visit") if isinstance(rows, dict) else None
    if not isinstance(rows, dict) or not isinstance(visit_id, str) or not isinstance(heads, list):
        raise PlanningError("snapshot_broken", table="visit", row="")
    if [head.get("id") for head in heads] != [visit_id]:
        raise PlanningError("snapshot_broken", table="visit", row=visit_id)
    return rows, visit_id


def _present(session: Session, table: Table, rows: list[dict[str, Any]]) -> set[str]:
    if "visit_id" in table.c or table.name == "visit":
        return set()
    ids = {row["id"] for row in rows if isinstance(row.get("id"), str)}
    found = _by_column(session.connection(), table, "id", ids)
    return {row["id"] for row in found}


def _known(row: Mapping[str, Any], allowed: set[str]) -> Iterable[str]:
    if not row.keys() <= allowed or not isinstance(row.get("id"), str):
        raise KeyError(*sorted(row.keys() - allowed))
    return row


def _values(table: Table, row: Mapping[str, Any], visit_id: str) -> dict[str, Any]:
    allowed = {column.name for column in columns_of(table)}
    try:
        values = decode_row(table, {name: row[name] for name in _known(row, allowed)})
    except (KeyError, ValueError, TypeError) as error:
        raise PlanningError("snapshot_broken", table=table.name, row=str(row.get("id", ""))) from error
    if values.get("visit_id", visit_id) != visit_id:
        raise PlanningError("snapshot_broken", table=table.name, row=str(row["id"]))
    return values
