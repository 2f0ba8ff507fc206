"""A visit as a template for another: what is copied, what begins afresh, what stays behind.

A template holds the plan and no promises: nothing is confirmed, sent, answered, cleared or decided in it.
Cancelled entries stay behind, with what hangs on them, as where they were deleted: they were kept for the
calendars that had them, and nobody's calendar has the copy's.
What visits share, people and places and organisations, is referred to and never copied.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, select

from app.data.models import Base, Owned, Visit
from app.data.models.base import new_id, now_utc, stored_classes
from app.domain.time import duration
from app.domain.words import AccessState, EntryStatus, VisitState
from app.planning.dated import moved_days
from app.planning.shifting import Shifted, shift_entry

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

#: What of each copied table begins afresh, and how.
AFRESH: Mapping[str, Mapping[str, Any]] = {
    "visit": {"state": VisitState.DRAFT, "archived": False},
    "stop": {},
    "party": {},
    "party_member": {},
    "member": {},
    "entry": {"status": EntryStatus.TENTATIVE, "calendar_sequence": 0},
    "entry_party": {},
    "leg": {"booking_reference": ""},
    "participation": {"confirmed": False, "attended": None},
    "seat": {},
    "topic": {},
    "topic_organisation": {},
    "topic_precedent": {},
    "agenda_item": {"outcome": None, "outcome_note": "", "ticked_at": None},
    "talking_point": {},
    "brief": {"cleared_by": "", "cleared_at": None},
    "brief_paragraph": {},
    "note": {},
    "attachment": {},
    "vehicle": {"plate": "", "driver": "", "driver_phone": ""},
    "ride": {},
    "rider": {},
    "lodging": {"confirmation": ""},
    "room": {"number": ""},
    "room_guest": {},
    "interpreter_booking": {"documents_sent": False},
    "access_request": {
        "state": AccessState.TO_SEND,
        "sent_at": None,
        "answer": "",
        "answered_at": None,
    },
    "access_person": {"missing": ""},
}
_CLOCK_PARTS = ("wall", "fold", "utc")


def copy_visit(session: Session, visit: Visit, *, title: str, starts_on: date) -> str:
    """Add a copy of a visit that begins on another day of its home zone, and return the copy's id.

    Raises:
        PlanningError: ``time_out_of_range``; ``zone_unknown`` where an entry's zone is known no more.
    """
    days = (starts_on - visit.starts_on).days
    rows = _rows(session, visit.id)
    ids = {row["id"]: new_id() for found in rows.values() for row in found}
    shifted = {row["id"]: shift_entry(_Named(row), days, field="starts_on") for row in rows["entry"]}
    classes = {each.__tablename__: each for each in stored_classes()}
    for name, found in rows.items():
        table = classes[name].__table__
        for row in found:
            values = _pointed(table, row, ids) | moved_days(name, row, days, field="starts_on")
            values |= dict(AFRESH[name]) | _stamps()
            if name == "visit":
                values["title"] = title
            elif name == "entry":
                values |= _clocks(shifted[row["id"]]) | _tie(row, shifted) | {"calendar_uid": new_id()}
            session.add(classes[name](**values))
    return ids[visit.id]


class _Named:
    """A row of values, read by name."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.__dict__.update(values)


def _rows(session: Session, visit_id: str) -> dict[str, list[dict[str, Any]]]:
    """Return what is copied of a visit, by table."""
    found = {}
    for each in stored_classes():
        table = each.__table__
        if table.name in AFRESH:
            key = table.c.visit_id if issubclass(each, Owned) else table.c.id
            columns = [column for column in table.c if column.name != "version"]
            query = select(*columns).where(key == visit_id).order_by(table.c.id)
            found[table.name] = [dict(row) for row in session.execute(query).mappings()]
    cancelled = {row["id"] for row in found["entry"] if row["status"] is EntryStatus.CANCELLED}
    return _without(found, cancelled)


def _without(rows: dict[str, list[dict[str, Any]]], gone: set[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the rows without those that are gone, and without what they own."""
    owners = {
        name: [column.name for column in Base.metadata.tables[name].c if column.info.get("owner")]
        for name in rows
    }
    while True:
        owned = {
            row["id"]
            for name, found in rows.items()
            for row in found
            if row["id"] not in gone and any(row[owner] in gone for owner in owners[name])
        }
        if not owned:
            return {name: [row for row in found if row["id"] not in gone] for name, found in rows.items()}
        gone = gone | owned


def _pointed(table: Table, row: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    """Return a row under its new id, pointing at the copies; what stayed behind is pointed at no more."""
    values = dict(row) | {"id": ids[row["id"]]}
    for column in table.c:
        for key in column.foreign_keys:
            target = row[column.name]
            if target is not None and (key.column.table.name in AFRESH):
                values[column.name] = ids.get(target)
            elif "visit_id" in key.column.table.c:
                values[column.name] = None
    return values


def _stamps() -> dict[str, Any]:
    return {"created_at": now_utc(), "updated_at": now_utc()}


def _clocks(shifted: Shifted) -> dict[str, Any]:
    ends = {"start": shifted.start, "end": shifted.end}
    return {f"{end}_{part}": getattr(clock, part) for end, clock in ends.items() for part in _CLOCK_PARTS}


def _tie(row: Mapping[str, Any], shifted: Mapping[str, Shifted]) -> dict[str, Any]:
    """Return how long a tied entry now starts before the other: tie and clocks always agree."""
    if row["tied_to_id"] not in shifted:
        return {"tied_minutes": 0}
    gap = duration(shifted[row["id"]].start.utc, shifted[row["tied_to_id"]].start.utc)
    return {"tied_minutes": int(gap.total_seconds() // 60)}
