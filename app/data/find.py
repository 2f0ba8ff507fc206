"""Finding in the search index: which rows hold all the words that are typed, the likeliest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from app.data.search import SEARCHED, SHARED, SHARED_TABLES, code_token, table_token, visit_token
from app.domain.searching import start, wanted

EACH = 8  # of one table, in the order of their titles
MANY = 60  # rows taken of the index before they are put in order

_NOWHERE = '"none"'  # no token of a scope: they begin with a "t", a "v" or a "c", or are ``SHARED``
_MATCHING = (
    'SELECT "table", row_id FROM search_row WHERE number IN'
    " (SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?) ORDER BY number DESC"
)
_BEGINNING = (
    'SELECT * FROM (SELECT "table", row_id, start FROM search_row'
    ' WHERE "table" = ? AND visit = ? AND start >= ? AND start < ? ORDER BY start LIMIT ?)'
)


@dataclass(frozen=True, slots=True)
class Found:
    """A row that a search found."""

    table: str
    row_id: str


def find(connection: Connection, text: str, visit_id: str = "", limit: int = 30) -> list[Found]:
    """Return the rows that hold all words of ``text``, the likeliest first.

    First come rows whose code the text is, then titles that begin with it, those with its words, and rows
    with them anywhere; in each of these the visit in view and what all visits share go before other visits.
    No one kind of row crowds out the others. Odd input finds nothing and raises nothing.
    """
    text = text.encode(errors="ignore").decode()  # half a surrogate pair has no UTF-8
    sought = wanted(text)
    if not sought:
        return []
    here = visit_token(visit_id or None)
    found = dict.fromkeys(_run(connection, _MATCHING, (_scope([code_token(text)]), EACH)))
    found |= dict.fromkeys(_run(connection, *_beginnings(start(text), here)))
    # A word of ours holds letters and digits alone, so a quote cannot end early.
    every = " AND ".join(f'"{word}"*' for word in sought)
    for columns in ("title", "title words"):
        words = f"{{{columns}}} : ({every})"
        for near in (True, False):
            if len(found) < 2 * limit:
                query = _spare(words, here if near else "", found)
                found |= dict.fromkeys(_run(connection, _MATCHING, (query, MANY)))
    if len(found) < limit:
        found |= dict.fromkeys(_run(connection, _MATCHING, (f"{{title words}} : ({every})", MANY)))
    return _mixed(list(found), limit)


def _spare(words: str, here: str, found: Iterable[Found]) -> str:
    """Narrow a query to tables of which not enough is found yet; with ``here``, also to what is near.

    Of a table with nothing more to add, FTS5 would otherwise read thousands of rows to pass them by.
    """
    counts = Counter(row.table for row in found)
    spare = [table for table in SEARCHED if counts[table] < EACH]
    if not here:
        return (
            f"({words})"
            if len(spare) == len(SEARCHED)
            else f"{_scope(map(table_token, spare))} AND ({words})"
        )
    own = [table_token(table) for table in spare if table not in SHARED_TABLES]
    shared = [table_token(table) for table in spare if table in SHARED_TABLES]
    near = _scope([here])
    if len(own) + len(SHARED_TABLES) < len(SEARCHED):
        near = f"({near} AND {_scope(own)})"
    far = _scope([SHARED] if len(shared) == len(SHARED_TABLES) else shared)
    return f"({near} OR {far}) AND ({words})"


def _scope(wished: Iterable[str]) -> str:
    """Return the condition that a row has one of these in its scope; no row has where there are none."""
    return f"({{scope}} : ({_either(wished) or _NOWHERE}))"


def _either(words: Iterable[str]) -> str:
    return " OR ".join(f'"{word}"' for word in words)


def _run(connection: Connection, query: str, values: tuple[Any, ...]) -> list[Found]:
    return [Found(table, row_id) for table, row_id, *_ in connection.exec_driver_sql(query, values)]


def _beginnings(begins: str, here: str) -> tuple[str, tuple[Any, ...]]:
    keys = [(table, SHARED if table in SHARED_TABLES else here) for table in SEARCHED]
    values = [value for key in keys for value in (*key, begins, begins + "\U0010ffff", EACH)]
    return " UNION ALL ".join([_BEGINNING] * len(keys)) + " ORDER BY start", tuple(values)


def _mixed(found: list[Found], limit: int) -> list[Found]:
    """Return the first rows, none of one table beyond a third of them while others wait."""
    counts: dict[str, int] = {}
    first: list[Found] = []
    rest: list[Found] = []
    for row in found:
        counts[row.table] = counts.get(row.table, 0) + 1
        (first if counts[row.table] <= max(limit // 3, 1) else rest).append(row)
    chosen = set((first + rest)[:limit])
    return [row for row in found if row in chosen]
