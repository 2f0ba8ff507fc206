"""The search index over all visits: one row for each row that can be found, in SQLite's FTS5.

What a row is found by follows from its own columns alone, so a step indexes anew just what it changed; a
second line of words, which may stand in other rows, is read when a row is shown. Personal columns are
never indexed. ``search_row`` holds the tokens, ``search`` the FTS5 index over them. What stands in it is
asked for by ``find`` alone. Everything in these two is SQLite's own; no other module knows of it.

FTS5's secure-delete is off: in a file of 100,000 rows it makes an edit of 4 ms one of 24, and the words that
it would wipe out stand in the journal all the same, so that undo can bring them back. Whoever purges the
journal builds the index anew, which leaves nothing of what was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from app.data.journal import Change
from app.data.models import Base
from app.domain.names import full_name
from app.domain.searching import start, tokens, wanted

VERSION = 3  # raised when other columns or tokens are indexed: an older index is then built anew
SHARED = "shared"  # stands for the visit of rows that all visits share


@dataclass(frozen=True, slots=True)
class Searched:
    """By which columns the rows of a table are found: those of its title, and further words.

    ``code`` is one of the title's that is a name of its own: typed whole, it means the row before all others.
    """

    titles: tuple[str, ...]
    words: tuple[str, ...] = ()
    code: str = ""


SEARCHED: Mapping[str, Searched] = {
    "visit": Searched(("title", "home_city"), ("purpose", "objectives", "desired_outcomes")),
    "stop": Searched(("city", "native_city"), ("embassy", "embassy_contact", "hospital", "notes")),
    "entry": Searched(("title",), ("room", "summary", "notes", "met_by", "dress", "press", "fallback")),
    "leg": Searched(("carrier", "number"), ("from_name", "from_code", "to_name", "to_code")),
    "person": Searched(
        ("family_name", "given_name", "native_name"), ("pronunciation", "email", "languages", "biography")
    ),
    "organisation": Searched(
        ("name", "acronym", "native_name"), ("city", "website", "profile"), code="acronym"
    ),
    "place": Searched(("name", "native_name"), ("street", "city", "entrance", "access_rule")),
    "post": Searched(("title", "native_title")),
    "member": Searched(("title", "native_title"), ("duty",)),
    "topic": Searched(
        ("title",),
        ("objective", "ask", "offer", "background", "likely_position", "red_line", "if_raised"),
    ),
    "agenda_item": Searched(("title",), ("outcome_note",)),
    "action": Searched(("text",), ("evidence",)),
    "note": Searched(("title",), ("text",)),
    "precedent": Searched(("title",), ("years", "description", "lesson", "source")),
}

SHARED_TABLES = frozenset({"person", "organisation", "place", "post", "precedent"})


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the index holds of one row: its visit, the tokens of its title, all its tokens, and its start.

    ``scope`` are the tokens by which a search is narrowed to a visit, kept from a table, or sure of its row.
    """

    table: str
    row_id: str
    visit: str
    scope: str
    title: str
    words: str
    start: str


def is_index_table(name: str) -> bool:
    """Tell whether a table is the index's own: it holds nothing that could not be made again."""
    return name == "search" or name.startswith("search_")


def indexed(table: str, values: Mapping[str, Any] | None) -> Indexed | None:
    """Return what the index holds of a row; ``None`` for a row that cannot be found."""
    searched = SEARCHED.get(table)
    if searched is None or values is None:
        return None
    titles = [values[name] for name in searched.titles if values[name]]
    title = tokens("\n".join(titles), by_initials=True)
    further = [values[name] for name in searched.words if values[name]]
    words = tokens("\n".join(further), by_initials=False) - title
    if not title and not words:
        return None
    first = titles[0] if titles else ""
    if table == "person":
        family, given = values["family_name"], values["given_name"]
        first = full_name(family, given, family_first=values["family_name_first"])
    visit = visit_token(values["id"] if table == "visit" else values.get("visit_id"))
    code = code_token(values[searched.code]) if searched.code else ""
    return Indexed(
        table=table,
        row_id=values["id"],
        visit=visit,
        scope=" ".join(token for token in (visit, table_token(table), code) if token),
        title=" ".join(sorted(title)),
        words=" ".join(sorted(words)),
        start=start(first),
    )


def visit_token(visit_id: str | None) -> str:
    """Return the token of a visit; without one, that of what all visits share."""
    if visit_id is None:
        return SHARED
    return "v" + "".join(letter for letter in visit_id.lower() if letter.isascii() and letter.isalnum())


def table_token(table: str) -> str:
    """Return the token of a table."""
    return "t" + table.replace("_", "")


def code_token(code: str) -> str:
    """Return the token of a code, however it is spaced; nothing of one without letters or digits."""
    joined = "".join(wanted(code))
    return f"c{joined}" if joined else ""


def is_current(connection: Connection) -> bool:
    """Tell whether the index is there, as this program makes it."""
    return connection.exec_driver_sql("SELECT version FROM search_version").scalars().all() == [VERSION]


def outdate(connection: Connection) -> None:
    """Have the index built anew when the file is next opened to be written."""
    connection.exec_driver_sql("DELETE FROM search_version")


def keep(connection: Connection, changes: Iterable[Change]) -> None:
    """Bring the index up to what a step changed, within the step's transaction."""
    changed: dict[tuple[str, str], Indexed | None] = {}
    for change in changes:  # a row may be changed several times: how it ended counts
        if change.table in SEARCHED and _differs(change):
            changed[change.table, change.row_id] = indexed(change.table, change.after)
    new = []
    for key, row in changed.items():
        number = _forget(connection, key)
        if number is None:
            new += [row] if row is not None else []
        elif row is None:
            connection.exec_driver_sql("DELETE FROM search_row WHERE number = ?", (number,))
        else:
            connection.exec_driver_sql(_REPLACED, (row.scope, row.title, row.words, row.start, number))
            connection.exec_driver_sql(_WORDS, (number, row.scope, row.title, row.words))
    if new:
        _add(connection, new)


_REPLACED = "UPDATE search_row SET scope = ?, title = ?, words = ?, start = ? WHERE number = ?"
_WORDS = "INSERT INTO search (rowid, scope, title, words) VALUES (?, ?, ?, ?)"


def _differs(change: Change) -> bool:
    """Tell whether a change is of a column that a row is found by: most are of times and states."""
    before, after = change.before, change.after
    if before is None or after is None:
        return True
    searched = SEARCHED[change.table]
    order = ("family_name_first",) if change.table == "person" else ()
    return any(before[name] != after[name] for name in (*searched.titles, *searched.words, *order))


def _forget(connection: Connection, key: tuple[str, str]) -> int | None:
    """Take a row's tokens out of FTS5, and return its number; ``None`` where it was not indexed."""
    query = 'SELECT number, scope, title, words FROM search_row WHERE "table" = ? AND row_id = ?'
    row = connection.exec_driver_sql(query, key).first()
    if row is None:
        return None
    # FTS5 must be told the very words that it holds.
    connection.exec_driver_sql(
        "INSERT INTO search (search, rowid, scope, title, words) VALUES ('delete', ?, ?, ?, ?)", tuple(row)
    )
    return int(row[0])


def _add(connection: Connection, rows: list[Indexed]) -> None:
    newest = connection.exec_driver_sql("SELECT max(number) FROM search_row").scalar() or 0
    _write_rows(connection, newest, rows)
    connection.exec_driver_sql(
        _WORDS, [(newest + place, row.scope, row.title, row.words) for place, row in enumerate(rows, 1)]
    )


def _write_rows(connection: Connection, newest: int, rows: list[Indexed]) -> None:
    connection.exec_driver_sql(
        'INSERT INTO search_row (number, "table", row_id, visit, scope, title, words, start)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (newest + place, row.table, row.row_id, row.visit, row.scope, row.title, row.words, row.start)
            for place, row in enumerate(rows, 1)
        ],
    )


def rebuild(connection: Connection) -> None:
    """Make the index anew from the rows themselves."""
    connection.exec_driver_sql("INSERT INTO search (search) VALUES ('delete-all')")
    connection.exec_driver_sql("DELETE FROM search_row")
    rows = list(all_indexed(connection))
    if rows:
        _write_rows(connection, 0, rows)
    connection.exec_driver_sql("INSERT INTO search (search) VALUES ('rebuild')")
    connection.exec_driver_sql("DELETE FROM search_version")
    connection.exec_driver_sql("INSERT INTO search_version (version) VALUES (?)", (VERSION,))


def all_indexed(connection: Connection) -> Iterator[Indexed]:
    """Return what the index should hold."""
    for name, searched in SEARCHED.items():
        table = Base.metadata.tables[name]
        wished = {"id", "visit_id", "family_name_first", *searched.titles, *searched.words}
        for values in connection.execute(select(*(c for c in table.c if c.name in wished))).mappings():
            row = indexed(name, dict(values))
            if row is not None:
                yield row


def held(connection: Connection) -> Iterator[Indexed]:
    """Return what the index does hold."""
    query = 'SELECT "table", row_id, visit, scope, title, words, start FROM search_row'
    return (Indexed(*row) for row in connection.exec_driver_sql(query))
