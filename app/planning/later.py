"""Which entries stand on an entry's local day from it on: those that are put off together."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement

from app.data.models import Entry

_ONE_DAY = timedelta(days=1)


def later_that_day(entry: Any) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions for an entry, and all that start with it or later on its local day.

    ``entry`` is a row with ``visit_id``, ``start_utc`` and ``start_wall``.
    """
    midnight = datetime.combine(entry.start_wall.date(), datetime.min.time())
    return (
        Entry.visit_id == entry.visit_id,
        Entry.start_utc >= entry.start_utc,
        Entry.start_wall >= midnight,
        Entry.start_wall < midnight + _ONE_DAY,
    )
