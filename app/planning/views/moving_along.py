"""What would move along with entries, since it is tied to them."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from app.data.models import Entry
from app.planning.ties import along


def moving_along(connection: Connection, visit_id: str, entry_ids: Collection[str]) -> tuple[str, ...]:
    """Return the titles of the entries that move when these do, themselves not among them: one query."""
    query = select(Entry.id, Entry.tied_to_id, Entry.title).where(
        Entry.visit_id == visit_id, Entry.tied_to_id.is_not(None)
    )
    rows = connection.execute(query.order_by(Entry.start_utc, Entry.id)).all()
    titles = {row.id: row.title for row in rows}
    ties = ((row.id, row.tied_to_id) for row in rows)
    return tuple(titles[entry_id] for entry_id, _other_id in along(ties, entry_ids, entry_ids))
