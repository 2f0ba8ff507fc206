"""Unfinished texts of a row's fields."""

from sqlalchemy import Connection, select

from app.data.models import Base, Draft


def drafts(connection: Connection, table: str, row_id: str) -> dict[str, str]:
    """Return the unfinished texts of a row's fields by column."""
    prefix = f"{table}/{row_id}/"
    query = select(Draft.key, Draft.text).where(Draft.key.startswith(prefix, autoescape=True))
    return {key.removeprefix(prefix): text for key, text in connection.execute(query)}


def all_drafts(connection: Connection) -> dict[tuple[str, str], dict[str, str]]:
    """Return all unfinished texts by column, for each table and row id that has any."""
    by_row: dict[tuple[str, str], dict[str, str]] = {}
    for key, text in connection.execute(select(Draft.key, Draft.text)):
        table, row_id, column = key.split("/", 2)
        by_row.setdefault((table, row_id), {})[column] = text
    return by_row


def unfinished(connection: Connection) -> frozenset[str]:
    """Return the keys (``table/row/column``) of all unfinished texts whose row is in the file."""
    by_row: dict[tuple[str, str], set[str]] = {}
    for key in connection.scalars(select(Draft.key)):
        table, row_id, _column = key.split("/", 2)
        by_row.setdefault((table, row_id), set()).add(key)
    there: set[str] = set()
    for (table, row_id), found in by_row.items():
        stored = Base.metadata.tables.get(table)  # a later version's text may be kept for one unknown here
        if stored is not None:
            ids = stored.c.id
            if connection.execute(select(ids).where(ids == row_id)).first() is not None:
                there |= found
    return frozenset(there)
