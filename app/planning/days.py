"""Two days of one row, from and until, that must not stand the wrong way round."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from app.data.models import Row
from app.domain.errors import PlanningError


def keep_in_order(row: Row, first: str, last: str, entered: Collection[str]) -> None:
    """Refuse a row whose last day comes before its first; where either is open there is no order.

    ``entered`` names the columns that somebody has just set: the error belongs to the one of them.

    Raises:
        PlanningError: ``day_order``.
    """
    starts: date | None = getattr(row, first)
    ends: date | None = getattr(row, last)
    if starts is not None and ends is not None and ends < starts:
        raise PlanningError("day_order", field=first if last not in entered else last)
