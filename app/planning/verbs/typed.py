"""A time of an entry as somebody types it into a list: a clock alone, by the place or by home."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from app.domain.time import Precision, from_utc
from app.planning.asked import asked_entry
from app.planning.clocks import entered_instant
from app.planning.rows import asked_visit
from app.planning.verbs.entries import edit_entry, move_entry

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.data.models import Entry

_DAY = timedelta(days=1)


def type_start(
    session: Session,
    /,
    entry_id: str,
    clock: time,
    *,
    home: bool = False,
    on: date | None = None,
    fold: int | None = None,
) -> None:
    """Let an entry start at a clock of the day on which it starts now; it keeps its length.

    With ``home`` clock and day are those of the visit's home. A time that was to be decided is decided so.
    ``on`` names another day; ``fold`` says which is meant of a time that comes twice.

    Raises:
        PlanningError: ``entry_missing``, and what :func:`app.planning.clocks.entered_instant` refuses.
    """
    entry = asked_entry(session, entry_id)
    zone = _zone(session, entry, "start", home=home)
    shown = from_utc(entry.start_utc, zone)
    wall = datetime.combine(on or shown.time.date(), clock)
    known = shown.fold if fold is None and wall == shown.time else fold
    utc, _known = entered_instant(wall, zone, known, field="start")
    start, start_fold = from_utc(utc, entry.start_zone)
    move_entry(session, entry_id, start_wall=start, start_fold=start_fold)
    if entry.start_precision is Precision.UNDECIDED:
        edit_entry(session, entry_id, start_precision=Precision.EXACT)


def type_end(
    session: Session,
    /,
    entry_id: str,
    clock: time,
    *,
    home: bool = False,
    on: date | None = None,
    fold: int | None = None,
) -> None:
    """Let an entry end when a clock first shows this time after its start; one of days, on its last day.

    With ``home`` the clock is that of the visit's home. A time that was to be decided is decided so.
    ``on`` names the day instead; ``fold`` says which is meant of a time that comes twice.

    Raises:
        PlanningError: ``entry_missing``, and what :func:`app.planning.verbs.entries.edit_entry` refuses.
    """
    entry = asked_entry(session, entry_id)
    zone = _zone(session, entry, "end", home=home)
    shown = from_utc(entry.end_utc, zone)
    if on is not None or entry.end_utc - entry.start_utc >= _DAY:
        wall = datetime.combine(on or shown.time.date(), clock)
    else:
        begins = from_utc(entry.start_utc, zone).time
        wall = datetime.combine(begins.date(), clock)
        wall += _DAY if wall <= begins else timedelta()
    known = shown.fold if fold is None and wall == shown.time else fold
    utc, _known = entered_instant(wall, zone, known, field="end")
    end, end_fold = from_utc(utc, entry.end_zone)
    edit_entry(session, entry_id, end_wall=end, end_fold=end_fold)
    if entry.end_precision is Precision.UNDECIDED:
        edit_entry(session, entry_id, end_precision=Precision.EXACT)


def _zone(session: Session, entry: Entry, end: str, *, home: bool) -> str:
    zone: str = asked_visit(session, entry.visit_id).home_zone if home else getattr(entry, f"{end}_zone")
    return zone
