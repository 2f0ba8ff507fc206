"""From the wall clocks that people enter to the instants that are stored."""

from datetime import datetime, timedelta
from typing import Any

from app.domain.errors import PlanningError
from app.domain.time import NonexistentTime, WallState, check_wall, to_utc
from app.domain.zones import UnknownZone

LONGEST = timedelta(days=31)  # beyond it, an end was mistyped
EARLIEST, LATEST = 1950, 2150  # years; outside them a typing mistake is likelier than a visit


def instant(wall: datetime, zone: str, fold: int) -> datetime:
    """Return the instant (naive UTC) of a wall time that was valid when it was entered.

    Where newer zone data has put a gap there, the clock after the gap stands in, so that nothing is lost.
    """
    try:
        return to_utc(wall, zone, fold)
    except NonexistentTime as error:
        return to_utc(error.after, zone, fold)


def instants(row: Any) -> tuple[datetime, datetime]:
    """Return the instants (naive UTC) of an entry's two ends, from a row with its wall clock columns.

    Raises:
        TimeError: a zone that there is none of, or a year beyond reckoning.
    """
    start = instant(row.start_wall, row.start_zone, row.start_fold)
    return start, instant(row.end_wall, row.end_zone, row.end_fold)


def entered_instant(wall: datetime, zone: str, fold: int | None, *, field: str) -> tuple[datetime, int]:
    """Return the instant (naive UTC) and fold of a wall time as somebody enters it.

    ``fold`` is ``None`` where the person was not yet asked. ``field`` is ``start`` or ``end``.

    Raises:
        PlanningError: ``zone_unknown``; ``time_out_of_range``; ``time_nonexistent`` with the two nearest
            times; ``time_ambiguous`` with both instants, where ``fold`` is ``None``.
    """
    if not EARLIEST <= wall.year <= LATEST:
        raise PlanningError("time_out_of_range", field=f"{field}_wall", wall=wall)
    try:
        check = check_wall(wall, zone)
    except UnknownZone:
        raise PlanningError("zone_unknown", field=f"{field}_zone", zone=zone) from None
    if check.gap is not None:
        raise PlanningError(
            "time_nonexistent",
            field=f"{field}_wall",
            wall=wall,
            zone=zone,
            before=check.gap.before,
            after=check.gap.after,
        )
    if check.state is WallState.AMBIGUOUS:
        if fold is None:
            raise PlanningError("time_ambiguous", field=f"{field}_wall", wall=wall, zone=zone)
        return check.instants[fold], fold
    return check.instants[0], 0


def check_span(start_utc: datetime, end_utc: datetime, *, travels: bool) -> None:
    """Check two instants (naive UTC) as the ends of an entry; a journey may well end earlier by the clock.

    Raises:
        PlanningError: ``end_not_after_start``, of a journey ``arrival_too_early``; ``span_too_long``.
    """
    if end_utc <= start_utc:
        raise PlanningError("arrival_too_early" if travels else "end_not_after_start", field="end_wall")
    if end_utc - start_utc > LONGEST:
        raise PlanningError("span_too_long", field="end_wall", days=LONGEST.days)
