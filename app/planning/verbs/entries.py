"""What can be done to the entries of a programme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.cascade import delete_row
from app.data.models import Entry, EntryParty, Leg, Party
from app.data.models.base import new_id
from app.domain.errors import PlanningError
from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus
from app.planning import ties
from app.planning.asked import asked_entry
from app.planning.clocks import LONGEST, check_span, entered_instant
from app.planning.copying import copy_of
from app.planning.rows import asked_visit, change, own_columns

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_TIMES = ("wall", "zone", "fold")
_TIME_COLUMNS = frozenset(f"{end}_{part}" for end in ("start", "end") for part in _TIMES)
_COLUMNS = frozenset(
    {"title", "room", "summary", "notes", "met_by", "dress", "press", "fallback"}
    | {"kind", "status", "marking", "start_precision", "end_precision"}
    | {"place_id", "host_organisation_id", "tied_to_id"}
    | {"share_with_host", "tied_minutes"}
)
_LEG_COLUMNS = own_columns(Leg, without={"entry_id", "estimated"})


def create_entry(
    session: Session,
    /,
    visit_id: str,
    *,
    title: str,
    start_wall: datetime,
    start_zone: str,
    end_wall: datetime,
    end_zone: str,
    kind: EntryKind = EntryKind.MEETING,
    start_fold: int | None = None,
    end_fold: int | None = None,
    **fields: Any,
) -> str:
    """Add an entry to a visit and return its id. Its marking is the visit's unless one is given.

    It is tentative unless a status is given: somebody must confirm it. Walls are naive local clocks of their
    zones. ``fields`` are the further columns of an entry.

    Raises:
        PlanningError: ``visit_missing``, or what :func:`edit_entry` refuses.
    """
    visit = asked_visit(session, visit_id)
    entry = Entry(id=new_id(), visit_id=visit_id, marking=visit.marking, calendar_uid=new_id(), title="")
    entry.start_fold = entry.end_fold = 0
    entry.start_precision = entry.end_precision = Precision.EXACT
    values = {
        "title": title,
        "kind": kind,
        "status": EntryStatus.TENTATIVE,
        "start_wall": start_wall,
        "start_zone": start_zone,
        "start_fold": start_fold,
        "end_wall": end_wall,
        "end_zone": end_zone,
        "end_fold": end_fold,
    }
    _change(session, entry, values | fields)
    ties.keep_distance(session, entry)
    session.add(entry)
    return entry.id


def edit_entry(session: Session, /, entry_id: str, **fields: Any) -> None:
    """Set columns of an entry; its instants follow its clocks, and what is tied to it follows it.

    Setting ``tied_minutes`` moves a tied entry to its place; any other change keeps the tie true. A journey
    of which somebody sets a clock is an estimate no more; one that is only moved remains it.

    Raises:
        PlanningError: ``entry_missing``, ``title_empty``, ``tied_in_circle``, and what
            :func:`app.planning.clocks.check_span`, :func:`app.planning.rows.change` and
            :func:`app.planning.clocks.entered_instant` refuse; ``field`` names the column at fault.
    """
    entry = asked_entry(session, entry_id)
    old_start = entry.start_utc
    _change(session, entry, fields)
    if _TIME_COLUMNS & fields.keys():
        _end_estimate(session, entry)
    if "tied_minutes" in fields:
        ties.take_place(session, entry)
    else:
        ties.keep_distance(session, entry)
    if entry.start_utc != old_start:
        ties.follow(session, [entry])


def move_entry(
    session: Session,
    entry_id: str,
    *,
    start_wall: datetime,
    start_zone: str | None = None,
    start_fold: int | None = None,
) -> None:
    """Move an entry to start at a wall time; it keeps its length, and what is tied to it moves too.

    The length is kept in real time (UTC), so an entry moved over a night of the switch still takes as long.
    A new ``start_zone`` becomes the zone of the end too where both ends had the same zone.

    Raises:
        PlanningError: ``entry_missing``, and what :func:`app.planning.clocks.entered_instant` refuses.
    """
    entry = asked_entry(session, entry_id)
    zone = entry.start_zone if start_zone is None else start_zone
    start, fold = entered_instant(start_wall, zone, start_fold, field="start")
    ties.put(entry, start_wall, zone, fold, start)
    ties.keep_distance(session, entry)
    ties.follow(session, [entry])


def copy_entry(session: Session, entry_id: str, *, title: str | None = None) -> str:
    """Add a copy of an entry with its parties, people and leg, and return the copy's id.

    It stands where the entry stands, and is tied to what that is tied to. To calendars it is a new event, and
    it is tentative: somebody must confirm it, and each of its people.

    Raises:
        PlanningError: ``entry_missing``, ``title_empty``, ``text_too_long``.
    """
    copy, rows = copy_of(session, asked_entry(session, entry_id))
    if title is not None:
        _change(session, copy, {"title": title})
    session.add_all([copy, *rows])
    return copy.id


def delete_entry(session: Session, entry_id: str) -> None:
    """Delete an entry with its agenda, brief, legs, seats and rides; promises made there stay."""
    delete_row(session, asked_entry(session, entry_id))


def cancel_entry(session: Session, entry_id: str) -> None:
    """Mark an entry as cancelled; it stays, so that calendars can be told."""
    asked_entry(session, entry_id).status = EntryStatus.CANCELLED


def set_parties(session: Session, entry_id: str, party_ids: frozenset[str]) -> None:
    """Say for which parties an entry is; none means everyone.

    Raises:
        PlanningError: ``reference_missing`` where a party is not of the entry's visit.
    """
    entry = asked_entry(session, entry_id)
    present = {
        row.party_id: row
        for row in session.scalars(select(EntryParty).where(EntryParty.entry_id == entry_id))
    }
    for party_id, row in present.items():
        if party_id not in party_ids:
            session.delete(row)
    for party_id in sorted(party_ids - present.keys()):
        party = session.get(Party, party_id)
        if party is None or party.visit_id != entry.visit_id:
            raise PlanningError("reference_missing", field="parties")
        session.add(EntryParty(visit_id=entry.visit_id, entry_id=entry_id, party_id=party_id))


def set_leg(session: Session, /, entry_id: str, **fields: Any) -> None:
    """Set columns of a travel entry's leg; the leg is made where there is none.

    Calendars are told of it as of a change of the entry.

    Raises:
        PlanningError: ``entry_missing``; what :func:`app.planning.rows.change` refuses.
    """
    entry = asked_entry(session, entry_id)
    leg = session.scalars(select(Leg).where(Leg.entry_id == entry_id)).one_or_none()
    if leg is None:
        leg = Leg(visit_id=entry.visit_id, entry_id=entry_id)
        session.add(leg)
    change(session, leg, fields, columns=_LEG_COLUMNS)
    if session.is_modified(leg):
        entry.calendar_sequence += 1


def _change(session: Session, entry: Entry, fields: Mapping[str, Any]) -> None:
    plain = {name: value for name, value in fields.items() if name not in _TIME_COLUMNS}
    if not str(fields.get("title", entry.title)).strip():
        raise PlanningError("title_empty", field="title")
    if abs(fields.get("tied_minutes", 0)) > LONGEST.total_seconds() // 60:
        raise PlanningError("time_out_of_range", field="tied_minutes")
    anchor = fields.get("tied_to_id")
    if anchor is not None and ties.leads_to(session, anchor, entry.id):
        raise PlanningError("tied_in_circle", field="tied_to_id")
    change(session, entry, plain, columns=_COLUMNS)
    if _TIME_COLUMNS & fields.keys():
        _set_times(entry, fields)


def _set_times(entry: Entry, fields: Mapping[str, Any]) -> None:
    for end in ("start", "end"):
        touched = {f"{end}_{part}" for part in ("wall", "zone", "fold")} & fields.keys()
        for name in (f"{end}_wall", f"{end}_zone"):
            if name in fields:
                setattr(entry, name, fields[name])
        if touched:
            wall, zone = getattr(entry, f"{end}_wall"), getattr(entry, f"{end}_zone")
            utc, fold = entered_instant(wall, zone, fields.get(f"{end}_fold"), field=end)
            setattr(entry, f"{end}_utc", utc)
            setattr(entry, f"{end}_fold", fold)
    check_span(entry.start_utc, entry.end_utc, travels=entry.kind is EntryKind.TRAVEL)


def _end_estimate(session: Session, entry: Entry) -> None:
    for leg in session.scalars(select(Leg).where(Leg.entry_id == entry.id, Leg.estimated)):
        leg.estimated = False
        entry.calendar_sequence += 1  # a calendar says that it is an estimate
