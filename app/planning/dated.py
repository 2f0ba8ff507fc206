"""Which days and clocks of a visit hang on its days, and go with it when it is put on others.

Each dated column of what belongs to a visit stands in one of the three tables below. What has happened has
happened: it keeps its day. So does a promise: its day was given to somebody, and a visit that is put off
does not take that back; whoever owes it must ask.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.models import Visit
from app.data.models.base import stored_classes
from app.planning.shifting import shift_day

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

#: Days that move with the visit; the last day to send a request or to hand in a brief is told from it.
DAYS: Mapping[str, tuple[str, ...]] = {
    "visit": ("starts_on", "ends_on"),
    "stop": ("arrives_on", "leaves_on"),
    "member": ("joins_on", "leaves_on"),
    "lodging": ("starts_on", "ends_on"),
    "brief": ("due_on",),
    "access_request": ("due_on",),
}
#: Clocks of entries, which move with their zones and folds (:mod:`app.planning.moving`, ``shifting``).
CLOCKS: Mapping[str, tuple[str, ...]] = {"entry": ("start_wall", "end_wall", "start_utc", "end_utc")}
#: What stays where it is.
STAYS: Mapping[str, tuple[str, ...]] = {
    "access_request": ("sent_at", "answered_at"),
    "action": ("due_on",),
    "action_note": ("noted_at",),
    "agenda_item": ("ticked_at",),
    "brief": ("cleared_at",),
    "edition": ("issued_at",),
    "told": ("told_at",),
}


def moved_days(table: str, values: Mapping[str, Any], days: int, *, field: str) -> dict[str, Any]:
    """Return the days of a row of this table that move, so many days later.

    Raises:
        PlanningError: ``time_out_of_range`` at ``field`` where nobody plans that year.
    """
    return {name: shift_day(values[name], days, field=field) for name in DAYS.get(table, ())}


def shift_days(session: Session, visit_id: str, days: int, *, field: str) -> None:
    """Put all days of a visit so many days later; the clocks of its entries are not touched.

    Raises:
        PlanningError: ``time_out_of_range`` at ``field`` where nobody plans that year.
    """
    for each in stored_classes():
        names = DAYS.get(each.__tablename__, ())
        if not names:
            continue
        columns = each.__table__.c
        key = columns.id if each is Visit else columns.visit_id
        for row in session.scalars(select(each).where(key == visit_id).order_by(columns.id)):
            values = {name: getattr(row, name) for name in names}
            for name, value in moved_days(each.__tablename__, values, days, field=field).items():
                setattr(row, name, value)
