"""Where a row is: of which visit."""

from sqlalchemy import Connection, select

from app.data.models import Base

_SHOWN_AS = {"meeting": "entry", "topic_page": "topic"}  # kinds that are no table of their own


def visit_of(connection: Connection, kind: str, row_id: str) -> str:
    """Return the id of the visit that a row belongs to; nothing where all visits share it, or it is gone."""
    table = Base.metadata.tables.get(_SHOWN_AS.get(kind, kind))
    if table is None or "visit_id" not in table.c:
        return ""
    return connection.execute(select(table.c.visit_id).where(table.c.id == row_id)).scalar_one_or_none() or ""
