"""The journal: what each step changed, row by row, before and after, in a hash chain.

:class:`Recorder` listens to one session. Before-images are read by SELECT before the flush, never taken
from attribute history, where a column that was not loaded is missing.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, event, func, insert, inspect, select, update

from app.data.codec import canonical, encode_row
from app.data.models import Base, Entry, JournalRow, Row, Step
from app.data.models.base import now_utc

if TYPE_CHECKING:
    from sqlalchemy.orm import Session, UOWTransaction

#: Columns that never go back: a calendar client ignores an event whose SEQUENCE fell.
RISING = frozenset({"version", "created_at", "updated_at", "calendar_sequence"})

#: Time, place or status of an entry: a change of these raises its calendar SEQUENCE.
CALENDAR_COLUMNS = frozenset(
    f"{end}_{part}" for end in ("start", "end") for part in ("wall", "zone", "fold", "precision", "utc")
) | {"status", "place_id", "room"}

_GENESIS = "0" * 64
_TABLES = Base.metadata.tables
_CHUNK = 500  # ids in one SELECT, below SQLite's limit of bound values


@dataclass(slots=True)
class Change:
    """One row of one table, before and after, as column values; ``None`` where it was not or is no more."""

    table: str
    row_id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    @property
    def operation(self) -> str:
        """``insert``, ``update`` or ``delete``."""
        if self.before is None:
            return "insert"
        return "delete" if self.after is None else "update"

    def payload(self) -> dict[str, Any]:
        """What the journal keeps: whole rows, or for an update only the columns that differ."""
        before, after = self.before, self.after
        if before is not None and after is not None:
            names = [name for name in after if before[name] != after[name]]
            before = {name: before[name] for name in names}
            after = {name: after[name] for name in names}
        return {
            "before": None if before is None else encode_row(before),
            "after": None if after is None else encode_row(after),
        }


class Recorder:
    """Listens to one session's flushes and gathers the net change of each row."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._changes: dict[tuple[str, str], Change] = {}
        self._may_write = False
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "after_flush", self._after_flush)
        event.listen(session.connection(), "before_cursor_execute", self._refuse_stray_write)

    def finish(self) -> list[Change]:
        """Flush, and return the net changes without rows that came and went or ended as they began."""
        self.session.flush()
        self._may_write = True
        return [
            change
            for change in self._changes.values()
            if change.before != change.after and not _only_rising(change)
        ]

    def _before_flush(self, session: Session, _context: UOWTransaction, _instances: Any) -> None:
        touched: dict[Table, list[str]] = {}
        deleted = session.deleted  # asked once: the session gathers it anew each time
        for row in [*session.dirty, *deleted]:
            if not isinstance(row, Row) or (row not in deleted and not session.is_modified(row)):
                continue
            if row not in deleted:
                _touch(row)
            table = row.__table__
            if (table.name, row.id) not in self._changes:
                touched.setdefault(table, []).append(row.id)
        for table, ids in touched.items():
            for row_id, values in images(session.connection(), table, ids).items():
                self._changes[table.name, row_id] = Change(table.name, row_id, values, values)
        self._may_write = True

    def _after_flush(self, session: Session, _context: UOWTransaction) -> None:
        self._may_write = False
        written: dict[Table, list[str]] = {}
        new = session.new
        for row in [*new, *session.dirty]:
            # A row set to what it was already is called dirty too, but was not written.
            if isinstance(row, Row) and (row in new or (row.__tablename__, row.id) in self._changes):
                written.setdefault(row.__table__, []).append(row.id)
        for table, ids in written.items():
            for row_id, values in images(session.connection(), table, ids).items():
                change = self._changes.setdefault(
                    (table.name, row_id), Change(table.name, row_id, None, None)
                )
                change.after = values
        for row in session.deleted:
            if isinstance(row, Row):
                self._changes[row.__table__.name, row.id].after = None

    def _refuse_stray_write(
        self, _connection: Connection, _cursor: Any, statement: str, _values: Any, context: Any, _many: Any
    ) -> None:
        # The statements of a flush alone are seen row by row; a savepoint rolled back would not be seen.
        reads = statement.lstrip().upper().startswith(("SELECT", "WITH", "PRAGMA"))
        if not self._may_write and (not reads or context.isinsert or context.isupdate or context.isdelete):
            raise RuntimeError("this write escapes the journal: change mapped rows instead")


def _only_rising(change: Change) -> bool:
    if change.before is None or change.after is None:
        return False
    return all(
        change.before[name] == value or name in RISING - {"calendar_sequence"}
        for name, value in change.after.items()
    )


def _touch(row: Row) -> None:
    row.updated_at = now_utc()
    if isinstance(row, Entry):
        attributes = inspect(row).attrs
        if any(attributes[name].history.has_changes() for name in CALENDAR_COLUMNS):
            row.calendar_sequence += 1


def images(connection: Connection, table: Table, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Read rows as they stand in the database, whole, by id."""
    wanted = list(ids)
    found: dict[str, dict[str, Any]] = {}
    for first in range(0, len(wanted), _CHUNK):
        query = select(table).where(table.c.id.in_(wanted[first : first + _CHUNK]))
        found |= {row["id"]: dict(row) for row in connection.execute(query).mappings()}
    return found


def write_step(
    connection: Connection,
    label: str,
    changes: Iterable[Change],
    *,
    who: str,
    kind: str = "do",
    of_step: int | None = None,
) -> int:
    """Write one step and its changes, and return its number.

    A new act (``do``) closes what could be redone. Upkeep (``load``) closes what could be undone too: undo
    reaching over it would bring back, column by column, what was derived before it.
    """
    state = "done" if kind == "do" else "closed"
    closes = {"do": ["undone"], "load": ["undone", "done"]}.get(kind)
    if closes:
        closing = update(Step.__table__).where(Step.state.in_(closes)).values(state="closed")
        connection.execute(closing)
    step = connection.execute(
        insert(Step.__table__).values(
            label=label, kind=kind, state=state, of_step=of_step, at=now_utc(), who=who
        )
    )
    number = int(step.inserted_primary_key[0])  # type: ignore[index]
    chain = last_link(connection)
    rows = []
    for change in sorted(changes, key=_order):
        payload, salt = canonical(change.payload()), secrets.token_hex(16)
        digest = hashlib.sha256((salt + payload).encode()).hexdigest()
        chain = link(chain, number, change.table, change.row_id, change.operation, digest)
        rows.append(
            {
                "step_number": number,
                "table": change.table,
                "row_id": change.row_id,
                "operation": change.operation,
                "payload": payload,
                "salt": salt,
                "digest": digest,
                "chain": chain,
            }
        )
    if rows:
        connection.execute(insert(JournalRow.__table__), rows)
    return number


_ORDER = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}


def _order(change: Change) -> tuple[int, str]:
    return _ORDER[change.table], change.row_id


def last_link(connection: Connection) -> str:
    """Return the newest link of the chain."""
    query = select(JournalRow.chain).order_by(JournalRow.number.desc()).limit(1)
    return connection.execute(query).scalar_one_or_none() or _GENESIS


def link(chain: str, step: int, table: str, row_id: str, operation: str, digest: str) -> str:
    """Return the next link of the chain."""
    text = "\n".join((chain, str(step), table, row_id, operation, digest))
    return hashlib.sha256(text.encode()).hexdigest()


def broken_links(connection: Connection) -> list[int]:
    """Return the numbers of journal rows whose payload or link does not match; empty where all is sound.

    Every step has rows; where the newest has none, the number of the row that is missing is returned.
    """
    chain, broken = _GENESIS, []
    last_number, last_step = 0, None
    table = JournalRow.__table__
    for row in connection.execute(select(table).order_by(table.c.number)).mappings():
        expected = link(
            chain, row["step_number"], row["table"], row["row_id"], row["operation"], row["digest"]
        )
        if expected != row["chain"] or not _digest_holds(row):
            broken.append(row["number"])
        chain, last_number, last_step = row["chain"], row["number"], row["step_number"]
    if connection.execute(select(func.max(Step.number))).scalar() != last_step:
        broken.append(last_number + 1)
    return broken


def _digest_holds(row: Mapping[Any, Any]) -> bool:
    if (
        row["payload"] is None or row["salt"] is None
    ):  # purged: the digest alone remains, and the chain holds it
        return row["payload"] is None and row["salt"] is None
    return bool(hashlib.sha256((row["salt"] + row["payload"]).encode()).hexdigest() == row["digest"])
