"""What visits and stops must agree with: zones that there are, days in order, degrees on the globe."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from app.domain.errors import PlanningError
from app.domain.zones import known_zones
from app.planning.clocks import EARLIEST, LATEST
from app.planning.days import keep_in_order

_DEGREES = {"latitude": 90.0, "longitude": 180.0}  # WGS 84, either side of nought


def check_zone(fields: Collection[str], name: str, zone: str) -> None:
    """Refuse a zone that there is none of, where it is among the fields being set.

    Raises:
        PlanningError: ``zone_unknown``.
    """
    if name in fields and zone not in known_zones():
        raise PlanningError("zone_unknown", field=name, zone=zone)


def check_days(fields: Collection[str], first: str, last: str, row: Any) -> None:
    """Refuse days out of order, or of a year that nobody plans in.

    Raises:
        PlanningError: ``time_out_of_range`` or ``day_order``, at the day that is being set.
    """
    for name in (first, last):
        day: date = getattr(row, name)
        if name in fields and not EARLIEST <= day.year <= LATEST:
            raise PlanningError("time_out_of_range", field=name)
    if {first, last} & set(fields):
        keep_in_order(row, first, last, fields)


def check_degrees(fields: Collection[str], row: Any) -> None:
    """Refuse a position that is not on the globe.

    Raises:
        PlanningError: ``number_out_of_range``.
    """
    for name, most in _DEGREES.items():
        value: float | None = getattr(row, name)
        if name in fields and value is not None and not abs(value) <= most:
            raise PlanningError("number_out_of_range", field=name)
