"""What can be done to the stops of a visit: its cities with their days.

A stop says what clock runs there and on which local days the delegation is there; the entries of the
programme keep their own zones, so mending a stop never moves an entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.cascade import delete_row
from app.data.models import Stop
from app.planning.rows import asked, asked_visit, change, fresh, next_position, own_columns, put_in_order
from app.planning.spans import check_days, check_degrees, check_zone

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(Stop, without={"position"})
_REQUIRED = ("city", "zone", "arrives_on", "leaves_on")


def create_stop(
    session: Session,
    /,
    visit_id: str,
    *,
    city: str,
    zone: str,
    arrives_on: date | None = None,
    leaves_on: date | None = None,
    **fields: Any,
) -> str:
    """Add a city after the visit's other stops and return the stop's id. Days are local to the city.

    Where no day is given, the delegation arrives when it leaves the stop before, or when the visit begins,
    and leaves on the same day. ``fields`` are the further columns of a stop.

    Raises:
        PlanningError: ``visit_missing``, or what :func:`edit_stop` refuses.
    """
    visit = asked_visit(session, visit_id)
    place = next_position(session, Stop, visit_id=visit.id)
    before = select(Stop.leaves_on).where(Stop.visit_id == visit.id).order_by(Stop.position.desc()).limit(1)
    first = arrives_on or leaves_on or session.scalar(before) or visit.starts_on
    stop = fresh(session, Stop, visit_id=visit.id, position=place, zone="", city="")
    values = {"city": city, "zone": zone, "arrives_on": first, "leaves_on": leaves_on or first}
    _change(session, stop, values | fields)
    return stop.id


def edit_stop(session: Session, /, stop_id: str, **fields: Any) -> None:
    """Set columns of a stop.

    Raises:
        PlanningError: ``row_missing``; ``zone_unknown``; ``day_order`` where it would be left before it is
            reached; ``time_out_of_range`` for a year; what :func:`app.planning.rows.change` refuses.
    """
    _change(session, asked(session, Stop, stop_id), fields)


def order_stops(session: Session, /, visit_id: str, stop_ids: Sequence[str]) -> None:
    """Give a visit's stops this order; those not named follow in the order they had.

    Raises:
        PlanningError: ``visit_missing``; ``row_missing`` where a stop is not of the visit.
    """
    put_in_order(session, Stop, stop_ids, visit_id=asked_visit(session, visit_id).id)


def delete_stop(session: Session, /, stop_id: str) -> None:
    """Delete a stop; cars and lodgings there stay, without a stop.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Stop, stop_id))


def _change(session: Session, stop: Stop, fields: dict[str, Any]) -> None:
    if isinstance(country := fields.get("country_code"), str):
        fields = {**fields, "country_code": country.strip().upper()}
    with session.no_autoflush:  # a new stop has no days until all is known to be sound
        change(session, stop, fields, columns=_COLUMNS, required=_REQUIRED)
    check_zone(fields, "zone", stop.zone)
    check_days(fields, "arrives_on", "leaves_on", stop)
    check_degrees(fields, stop)
