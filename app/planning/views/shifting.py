"""What would move: asked before a day is put off, or a whole visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from app.data.models import Entry, Visit
from app.domain.errors import PlanningError
from app.planning.later import later_that_day


@dataclass(frozen=True, slots=True)
class Later:
    """An entry that is put off with others of its day. ``start_utc`` is naive UTC."""

    id: str
    title: str
    start_wall: datetime
    start_zone: str
    start_utc: datetime


@dataclass(frozen=True, slots=True)
class Shiftable:
    """How much of a visit moves with its days: the local days by home's calendar, and how many entries."""

    starts_on: date
    ends_on: date
    entries: int


def later_entries(connection: Connection, entry_id: str) -> tuple[Later, ...]:
    """Return an entry and all that are put off with it, in their order.

    Raises:
        PlanningError: ``entry_missing``.
    """
    own = select(Entry.visit_id, Entry.start_wall, Entry.start_utc).where(Entry.id == entry_id)
    entry = connection.execute(own).one_or_none()
    if entry is None:
        raise PlanningError("entry_missing")
    columns = [getattr(Entry, name) for name in Later.__slots__]
    query = select(*columns).where(*later_that_day(entry)).order_by(Entry.start_utc, Entry.id)
    return tuple(Later(*row) for row in connection.execute(query))


def shiftable(connection: Connection, visit_id: str) -> Shiftable:
    """Return what moves with a visit's days.

    Raises:
        PlanningError: ``visit_missing``.
    """
    query = select(Visit.starts_on, Visit.ends_on).where(Visit.id == visit_id)
    days = connection.execute(query).one_or_none()
    if days is None:
        raise PlanningError("visit_missing")
    count = select(func.count(Entry.id)).where(Entry.visit_id == visit_id)
    return Shiftable(days.starts_on, days.ends_on, connection.execute(count).scalar_one())
