"""Bringing visits in from snapshots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data import snapshot
from app.data.models import Entry
from app.domain.errors import PlanningError
from app.planning.instants import derive_instants

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def load_visit(session: Session, document: dict[str, Any]) -> str:
    """Put a snapshot's visit into the planner and return its id.

    Its instants are derived anew: it may have been written under other zone data.

    Raises:
        PlanningError: ``snapshot_foreign``, ``snapshot_newer``, ``snapshot_broken``, ``visit_exists``;
            ``zone_unknown`` or ``time_out_of_range`` where an entry's clock is none.
    """
    visit_id = snapshot.load(session, document)
    for entry in session.scalars(select(Entry).where(Entry.visit_id == visit_id)):
        derive_instants(entry)
        if entry.end_utc < entry.start_utc:
            raise PlanningError("snapshot_broken", table="entry", row=entry.id)
    return visit_id
