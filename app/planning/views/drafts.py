"""Unfinished texts of a row's fields."""

from sqlalchemy import Connection, select

from app.data.models import Draft


def drafts(connection: Connection, table: str, row_id: str) -> dict[str, str]:
    """Return the unfinished texts of a row's fields by column."""
    prefix = f"{table}/{row_id}/"
    query = select(Draft.key, Draft.text).where(Draft.key.startswith(prefix, autoescape=True))
    return {key.removeprefix(prefix): text for key, text in connection.execute(query)}
