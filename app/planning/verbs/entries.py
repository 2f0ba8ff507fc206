"""What can be done to the entries of a programme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.cascade import delete_row
from app.data.models import Entry, EntryParty, Leg, Organisation, Party, Place
from app.data.models.base import new_id
from app.domain.errors import PlanningError
from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus, LegMode, Marking
from app.planning import ties
from app.planning.asked import asked_entry, chosen
from app.planning.clocks import entered_instant
from app.planning.copying import copy_of
from app.planning.rows import asked_visit

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LONGEST = timedelta(days=31)  # beyond it, an end was mistyped

_TIMES = ("wall", "zone", "fold")
_TIME_COLUMNS = frozenset(f"{end}_{part}" for end in ("start", "end") for part in _TIMES)
_WORD_COLUMNS = frozenset({"title", "room", "summary", "notes", "met_by", "dress", "press", "fallback"})
_CHOICE_COLUMNS: Mapping[str, type] = {
    "kind": EntryKind,
    "status": EntryStatus,
    "marking": Marking,
    "start_precision": Precision,
    "end_precision": Precision,
}
_REFERENCES: Mapping[str, type[Any]] = {
    "place_id": Place,
    "host_organisation_id": Organisation,
    "tied_to_id": Entry,
}
_PLAIN_COLUMNS = frozenset({"share_with_host", "tied_minutes"})
_LEG_COLUMNS = (
    frozenset(Leg.__table__.c.keys())
    - {"id", "visit_id", "entry_id", "version"}
    - {"created_at", "updated_at", "estimated"}
)


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

    Walls are naive local clocks of their zones. ``fields`` are the further columns of an entry.

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
        PlanningError: ``entry_missing``, ``title_empty``, ``end_not_after_start``, ``span_too_long``,
            ``reference_missing``, ``choice_unknown``, ``tied_in_circle``, and what
            :func:`app.planning.clocks.entered_instant` refuses; ``field`` names the column at fault.
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
        ties.move_tied(session, entry)


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
    ties.move_tied(session, entry)


def copy_entry(session: Session, entry_id: str, *, title: str | None = None) -> str:
    """Add a copy of an entry with its parties, people and leg, and return the copy's id.

    The copy is a new event to calendars, and tentative: somebody must confirm it, and each of its people.

    Raises:
        PlanningError: ``entry_missing``, ``title_empty``.
    """
    source = asked_entry(session, entry_id)
    if title is not None and not title.strip():
        raise PlanningError("title_empty", field="title")
    copy, rows = copy_of(session, source)
    copy.title = source.title if title is None else title.strip()
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
        PlanningError: ``entry_missing``, ``choice_unknown``.
    """
    entry = asked_entry(session, entry_id)
    unknown = fields.keys() - _LEG_COLUMNS
    if unknown:
        raise TypeError(f"no columns of a leg: {sorted(unknown)}")
    leg = session.scalars(select(Leg).where(Leg.entry_id == entry_id)).one_or_none()
    if leg is None:
        leg = Leg(visit_id=entry.visit_id, entry_id=entry_id)
        session.add(leg)
    for name, value in fields.items():
        setattr(leg, name, chosen(name, LegMode, value) if name == "mode" else str(value).strip())
    if session.is_modified(leg):
        entry.calendar_sequence += 1


def _change(session: Session, entry: Entry, fields: Mapping[str, Any]) -> None:
    known = _TIME_COLUMNS | _WORD_COLUMNS | _CHOICE_COLUMNS.keys() | _REFERENCES.keys() | _PLAIN_COLUMNS
    if fields.keys() - known:
        raise TypeError(f"no columns of an entry: {sorted(fields.keys() - known)}")
    for name in _WORD_COLUMNS & fields.keys():
        setattr(entry, name, str(fields[name]).strip())
    if not entry.title:
        raise PlanningError("title_empty", field="title")
    for name in _CHOICE_COLUMNS.keys() & fields.keys():
        setattr(entry, name, chosen(name, _CHOICE_COLUMNS[name], fields[name]))
    for name in _REFERENCES.keys() & fields.keys():
        _refer(session, entry, name, fields[name])
    if abs(fields.get("tied_minutes", 0)) > LONGEST.total_seconds() // 60:
        raise PlanningError("time_out_of_range", field="tied_minutes")
    for name in _PLAIN_COLUMNS & fields.keys():
        setattr(entry, name, fields[name])
    if _TIME_COLUMNS & fields.keys():
        _set_times(entry, fields)


def _refer(session: Session, entry: Entry, name: str, target: str | None) -> None:
    if target is not None:
        found = session.get(_REFERENCES[name], target)
        if found is None or getattr(found, "visit_id", entry.visit_id) != entry.visit_id:
            raise PlanningError("reference_missing", field=name)
        if name == "tied_to_id" and ties.leads_to(session, target, entry.id):
            raise PlanningError("tied_in_circle", field=name)
    setattr(entry, name, target)


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
    if entry.end_utc <= entry.start_utc:
        raise PlanningError("end_not_after_start", field="end_wall")
    if entry.end_utc - entry.start_utc > LONGEST:
        raise PlanningError("span_too_long", field="end_wall", days=LONGEST.days)


def _end_estimate(session: Session, entry: Entry) -> None:
    for leg in session.scalars(select(Leg).where(Leg.entry_id == entry.id, Leg.estimated)):
        leg.estimated = False
        entry.calendar_sequence += 1  # a calendar says that it is an estimate
