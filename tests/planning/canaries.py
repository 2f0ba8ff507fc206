"""A planner in which every text column of every row holds a word found nowhere else.

It is made from the mapper's metadata: a new column is planted without a change here. Each branch is a
meeting with all that can hang on it, at every marking; some are for host A, some for host B.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Column, Date, DateTime, Float, Integer, LargeBinary, String, Table

from app.data.models import Base
from app.data.models.base import Level, Word
from app.domain.words import EntryKind, EntryStatus, Marking, Side, VisitState
from app.planning.workspace import Workspace

TABLES = Base.metadata.tables
LETTERS = "bcdghjkmnprstvwy"  # without those that fonts may join
CANARY = re.compile(f"zq[{LETTERS}]{{5}}x")
HOST_A, HOST_B, HOME = "organisation A", "organisation B", "organisation home"
#: One row for each meeting, by a constraint of theirs.
SINGLE = {"entry", "leg", "brief", "record"}
SHARED = (
    "organisation",
    "person",
    "place",
    "precedent",
    "precedent_party",
    "post",
    "travel_document",
    "visa",
)
FIRST_DAY = date(2024, 1, 22)
ZONE, ELSEWHERE = "Europe/Paris", "Asia/Tokyo"
_STEP = 99  # a new planner has steps of its own
Row = dict[str, Any]


@dataclass(frozen=True)
class Branch:
    """One meeting: its marking, the host that takes part (as host, or by a seat), whether it is shared."""

    number: int
    marking: Marking
    host: str | None
    shared: bool
    seated: str | None = None

    @property
    def day(self) -> date:
        return FIRST_DAY + timedelta(days=self.number)


def _branches() -> Iterator[Branch]:
    numbers = itertools.count()
    for marking in Marking:
        yield Branch(next(numbers), marking, HOST_A, shared=True)
    yield Branch(next(numbers), Marking.OFFICIAL_USE, HOST_A, shared=False)
    yield Branch(next(numbers), Marking.OFFICIAL_USE, HOST_B, shared=True)
    yield Branch(next(numbers), Marking.PUBLIC, HOST_B, shared=True)
    yield Branch(next(numbers), Marking.OFFICIAL_USE, None, shared=True, seated=HOST_A)
    yield Branch(next(numbers), Marking.OFFICIAL_USE, None, shared=False, seated=HOST_A)


BRANCHES = tuple(_branches())


@dataclass
class Planted:
    """What was planted: the rows of each table, and for each canary where it stands."""

    visit_marking: Marking
    rows: dict[str, list[Row]] = field(default_factory=dict)
    where: dict[str, tuple[str, str, str]] = field(default_factory=dict)

    def word(self, table: str, column: str, row_id: str | None = None) -> str:
        """Return a fresh canary; without ``row_id`` it is the row's id itself."""
        number, letters = len(self.where), ""
        for _ in range(5):
            number, rest = divmod(number, len(LETTERS))
            letters += LETTERS[rest]
        canary = f"zq{letters}x"
        self.where[canary] = (table, column, row_id or canary)
        return canary

    @property
    def visit_id(self) -> str:
        return str(self.rows["visit"][0]["id"])

    def organisation_id(self, key: str) -> str:
        return next(str(row["id"]) for row in self.rows["organisation"] if row["#"] == key)

    def words(self, table: str, column: str) -> set[str]:
        """Return the canaries in one column."""
        return {word for word, place in self.where.items() if place[:2] == (table, column)}


def plant(path: Path, visit_marking: Marking = Marking.OFFICIAL_USE) -> Planted:
    """Write a planner full of canaries and tell what is where."""
    planted = Planted(visit_marking)
    _plant_rows(planted)
    with Workspace.create(path) as space, space._engine.begin() as connection:
        for table in Base.metadata.sorted_tables:
            rows = planted.rows.get(table.name, [])
            if rows:
                connection.execute(table.insert(), [_stored(table, row) for row in rows])
    return planted


def _stored(table: Table, row: Row) -> Row:
    return {name: value for name, value in row.items() if name in table.c}


def _plant_rows(planted: Planted) -> None:
    visit = _row(planted, TABLES["visit"], "visit", {}, planted.visit_marking)
    visit |= {"starts_on": FIRST_DAY, "ends_on": BRANCHES[-1].day, "state": VisitState.CONFIRMED}
    for key in (HOST_A, HOST_B, HOME):
        _row(planted, TABLES["organisation"], key, {}, Marking.PUBLIC)
    for branch in BRANCHES:
        _plant_branch(planted, branch)
    visit["principal_id"] = planted.rows["person"][0]["id"]
    visit["organisation_id"] = planted.organisation_id(HOME)
    for name in ("step", "journal", "draft", "setting", "attachment_blob"):
        _row(planted, TABLES[name], name, {}, Marking.PUBLIC)


def _plant_branch(planted: Planted, branch: Branch) -> None:
    made: dict[str, list[Row]] = {"visit": planted.rows["visit"]}
    owned = [table for table in Base.metadata.sorted_tables if "visit_id" in table.c]
    # Entries come before topics and the like only where a reference says so; members before all.
    for table in [*(TABLES[name] for name in SHARED), *_in_order(owned)]:
        marked = "marking" in table.c and table.name not in SINGLE
        levels = [branch.marking] if table.name in SINGLE else list(Marking)
        made[table.name] = []
        for bare, level in itertools.product((False, True) if marked else (False,), levels):
            optional = not bare if marked else level % 2 == 0
            parents = _parents(table, made, level, optional=optional)
            key = f"{table.name} {branch.number} {level} {bare}"
            row = _row(planted, table, key, parents, level)
            made[table.name].append(row | {"#branch": branch.number})
            _settle(planted, branch, table.name, row, level)


def _in_order(tables: list[Table]) -> list[Table]:
    done, left = {"visit", *SHARED}, list(tables)
    ordered: list[Table] = []
    while left:
        for table in left:
            targets = {target(column) for column in table.c if column.foreign_keys} - {table.name}
            if targets <= done:
                ordered.append(table)
        done |= {table.name for table in ordered}
        left = [table for table in left if table not in ordered]
    return ordered


def target(column: Column[Any]) -> str:
    """Return the table that a reference points at."""
    return str(next(iter(column.foreign_keys)).column.table.name)


def _parents(table: Table, made: dict[str, list[Row]], level: int, *, optional: bool) -> Row:
    parents: Row = {}
    for column in table.c:
        if not column.foreign_keys or target(column) == table.name:
            continue
        rows = made[target(column)]
        if column.nullable and target(column) not in SHARED and not optional:
            continue
        shift = 0 if "marking" not in table.c or optional else 1
        parents[column.name] = rows[(level + shift) % len(rows)]["id"]
    return parents


def _row(planted: Planted, table: Table, key: str, parents: Row, level: Marking) -> Row:
    row: Row = {"#": key}
    row_id = planted.word(table.name, "id") if "id" in table.c else key
    rows = planted.rows.setdefault(table.name, [])
    for column in table.c:
        row[column.name] = _value(planted, table, column, row_id, level, len(rows))
    row |= parents
    rows.append(row)
    return row


def _value(
    planted: Planted, table: Table, column: Column[Any], row_id: str, level: Marking, index: int
) -> Any:
    kind, name = column.type, column.name
    if isinstance(kind, (Word, Level)):
        words = list(kind.words) if isinstance(kind, Word) else list(Marking)
        return level if name == "marking" else words[(level * isinstance(kind, Level) + index) % len(words)]
    if column.foreign_keys or (column.primary_key and isinstance(kind, Integer)):
        return _STEP if isinstance(kind, Integer) else None
    if name == "id" or name.endswith("zone"):
        return row_id if name == "id" else ZONE
    if isinstance(kind, (String, LargeBinary)):
        word = planted.word(table.name, name, row_id)
        return word if isinstance(kind, String) else word.encode()
    plain = {Boolean: False, Float: 1.0, Integer: 1, DateTime: datetime(2024, 1, 1), Date: FIRST_DAY}
    return next(value for base, value in plain.items() if isinstance(kind, base))


def _settle(planted: Planted, branch: Branch, table: str, row: Row, level: Marking) -> None:
    """Set what a meeting, a stop or a member must be, beyond words."""
    if table == "entry":
        start = datetime.combine(branch.day, datetime.min.time()) + timedelta(hours=10)
        row |= {"kind": EntryKind.MEETING, "status": EntryStatus.CONFIRMED, "share_with_host": branch.shared}
        row |= {"start_precision": "exact", "end_precision": "exact", "start_fold": 0, "end_fold": 0}
        row |= {"start_wall": start, "end_wall": start + timedelta(hours=2)}
        row |= {"start_utc": start - timedelta(hours=1), "end_utc": start + timedelta(hours=1)}
        row["tied_to_id"] = None
        row["host_organisation_id"] = branch.host and planted.organisation_id(branch.host)
    if table == "stop":
        row |= {"arrives_on": branch.day, "leaves_on": branch.day, "zone": ELSEWHERE if level % 2 else ZONE}
    if table == "member":
        row |= {"side": Side.HOST if level % 2 else Side.OURS, "joins_on": None, "leaves_on": None}
        if branch.seated and level == 1:
            row["organisation_id"] = planted.organisation_id(branch.seated)
