"""Whose clock is meant: the city in which an entry's time is read."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from app.data.models import Entry, Place
from app.planning.views.programme import head


def clock_city(connection: Connection, visit_id: str, zone: str, day: date, *, entry_id: str = "") -> str:
    """Return the city whose clock runs by ``zone`` on a local day.

    It is that of the entry's place, where that has this zone; else the one that stands over the day.

    Raises:
        PlanningError: ``visit_missing``.
    """
    at = select(Place.city).join(Entry.__table__, Entry.place_id == Place.id)
    city = connection.execute(at.where(Entry.id == entry_id, Place.zone == zone)).scalar_one_or_none()
    if city:
        return city
    return head(connection, visit_id).city(day, zone)
