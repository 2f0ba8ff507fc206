"""A copy of an entry: its parties, people and leg with it; a new event to calendars, and nothing promised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.models import Entry, EntryParty, Leg, Participation, Row
from app.data.models.base import new_id, now_utc
from app.domain.words import EntryStatus

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def copy_of(session: Session, source: Entry) -> tuple[Entry, list[Row]]:
    """Return a copy of an entry and the rows that belong to it; none of them is in the session yet.

    It is tentative: somebody must confirm it, and each of its people.
    """
    copy = Entry(**_copied(source))
    copy.status = EntryStatus.TENTATIVE
    copy.calendar_uid = new_id()
    copy.calendar_sequence = 0
    rows: list[Row] = []
    for kind in (EntryParty, Leg, Participation):
        query = select(kind).where(kind.__table__.c.entry_id == source.id).order_by(kind.__table__.c.id)
        for row in session.scalars(query):
            fresh = kind(**(_copied(row) | {"entry_id": copy.id}))
            if isinstance(fresh, Participation):
                fresh.confirmed, fresh.attended = False, None
            rows.append(fresh)
    return copy, rows


def _copied(row: Row) -> dict[str, Any]:
    stamps = {"created_at": now_utc(), "updated_at": now_utc()}
    values = {
        column.name: getattr(row, column.name) for column in row.__table__.c if column.name != "version"
    }
    return values | stamps | {"id": new_id()}
