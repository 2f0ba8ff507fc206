"""Where a journey begins and ends: the name, the code and the clocks of one end, in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.data.models import Leg
from app.domain.errors import PlanningError
from app.domain.time import from_utc
from app.planning.asked import asked_entry
from app.planning.clocks import entered_instant
from app.planning.verbs.entries import edit_entry, move_entry, set_leg

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def leave_from(session: Session, /, entry_id: str, *, name: str, code: str = "", zone: str) -> None:
    """Let a journey begin at a station or an airport, at the same reading of that place's clock.

    The journey takes as long as it did; while nobody has said where it ends, its end has the same clocks.
    ``zone`` is the IANA name of the place's zone.

    Raises:
        PlanningError: ``entry_missing``; what :func:`app.planning.verbs.entries.move_entry` refuses.
    """
    entry = asked_entry(session, entry_id)
    set_leg(session, entry_id, from_name=name, from_code=code)
    if entry.start_zone == zone:
        return
    end_zone = entry.end_zone
    move_entry(session, entry_id, start_wall=entry.start_wall, start_zone=zone, start_fold=entry.start_fold)
    where_to = session.scalar(select(Leg.to_name).where(Leg.entry_id == entry_id))
    if where_to and entry.end_zone != end_zone:  # it is known where it ends: those clocks stay
        entry.end_zone = end_zone
        entry.end_wall, entry.end_fold = from_utc(entry.end_utc, end_zone)


def arrive_at(session: Session, /, entry_id: str, *, name: str, code: str = "", zone: str) -> None:
    """Let a journey end at a station or an airport, at the same reading of that place's clock.

    Where it would so end before it begins, or at a time that is none, it takes as long as it did and the
    clock reads another time.

    Raises:
        PlanningError: ``entry_missing``; ``zone_unknown``.
    """
    entry = asked_entry(session, entry_id)
    set_leg(session, entry_id, to_name=name, to_code=code)
    if entry.end_zone == zone:
        return
    wall, fold = from_utc(entry.end_utc, zone)
    try:
        utc, same_fold = entered_instant(entry.end_wall, zone, entry.end_fold, field="end")
        if utc > entry.start_utc:
            wall, fold = entry.end_wall, same_fold
    except PlanningError:
        pass  # there is no such time at that place
    edit_entry(session, entry_id, end_wall=wall, end_zone=zone, end_fold=fold)
