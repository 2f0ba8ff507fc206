"""Putting the ways that are missing on a day into the programme, as estimates."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from app.data.models import EntryParty, Leg
from app.domain.errors import PlanningError
from app.domain.time import Precision
from app.domain.words import EntryKind, LegMode
from app.planning.rows import asked_visit, fresh
from app.planning.verbs.entries import create_entry
from app.planning.views.ways import MissingWay, day_ways

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def add_ways(
    session: Session,
    /,
    visit_id: str,
    day: date,
    *,
    driven_title: str,
    walked_title: str,
    driven: LegMode = LegMode.CAR,
    pairs: Collection[tuple[str, str]] | None = None,
) -> tuple[str, ...]:
    """Add the ways missing on a local day and return the ids of their entries, in order.

    Those that fit are added; with ``pairs``, those from the one to the other, entries or hotels by their
    ids, whether they fit or not. A title is the template for how it is travelled, its ``{place}`` replaced by
    the name of the place that it leads to. Each is tentative, its times about and its leg estimated. It is
    tied to the entry that it leads to, or that it leads away from where that is a journey, or the day's
    last: it moves with it.

    Raises:
        PlanningError: ``visit_missing``; ``choice_unknown`` where ``driven`` is no mode of a road;
            ``title_empty``.
        DataError: ``table_unreadable``, the table of speeds or of boarding has been edited and is wrong.
    """
    asked_visit(session, visit_id)
    if driven not in {LegMode.CAR, LegMode.COACH}:
        raise PlanningError("choice_unknown", field="driven")
    session.flush()
    found = day_ways(session.connection(), visit_id, day, driven=driven).ways
    titles = {LegMode.WALK: walked_title, driven: driven_title}
    return tuple(
        _add(session, visit_id, way, titles[way.way.mode])
        for way in found
        if (way.fits if pairs is None else (way.before_id, way.after_id) in pairs)
    )


def _add(session: Session, visit_id: str, way: MissingWay, title: str) -> str:
    entry_id = create_entry(
        session,
        visit_id,
        title=title.replace("{place}", way.to_name),
        kind=EntryKind.TRAVEL,
        start_wall=way.start.time,
        start_zone=way.start_zone,
        start_fold=way.start.fold,
        start_precision=Precision.ABOUT,
        end_wall=way.end.time,
        end_zone=way.end_zone,
        end_fold=way.end.fold,
        end_precision=Precision.ABOUT,
        marking=way.marking,
        tied_to_id=way.tied_to_id,
    )
    ends = {"from_name": way.from_name, "to_name": way.to_name}
    fresh(session, Leg, visit_id=visit_id, entry_id=entry_id, mode=way.way.mode, estimated=True, **ends)
    for party_id in sorted(way.party_ids):
        fresh(session, EntryParty, visit_id=visit_id, entry_id=entry_id, party_id=party_id)
    return entry_id
