"""Ties between entries: a car or a call time stands so many minutes before another entry and moves with it.

The tie and the clocks always agree: who moves a tied entry changes how long before it starts, and who
changes the minutes moves the entry.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.data.models import Entry
from app.domain.errors import PlanningError
from app.domain.time import from_utc
from app.planning.clocks import EARLIEST, LATEST

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def put(entry: Entry, wall: datetime, zone: str, fold: int, start: datetime) -> None:
    """Set an entry's start; its end keeps the length and, where it was the start's, follows the zone.

    ``wall`` is the naive clock of ``zone``, ``start`` the same instant in naive UTC.
    """
    length = entry.end_utc - entry.start_utc
    if entry.end_zone == entry.start_zone:
        entry.end_zone = zone
    entry.start_wall, entry.start_zone, entry.start_fold, entry.start_utc = wall, zone, fold, start
    entry.end_utc = start + length
    entry.end_wall, entry.end_fold = from_utc(entry.end_utc, entry.end_zone)


def keep_distance(session: Session, entry: Entry) -> None:
    """Let a tied entry's minutes say how long before the other it now starts."""
    other = session.get(Entry, entry.tied_to_id) if entry.tied_to_id else None
    if other is not None:
        entry.tied_minutes = int((other.start_utc - entry.start_utc).total_seconds() // 60)


def take_place(session: Session, entry: Entry) -> None:
    """Put a tied entry its minutes before the other."""
    other = session.get(Entry, entry.tied_to_id) if entry.tied_to_id else None
    if other is not None:
        _put_at(entry, other.start_utc - timedelta(minutes=entry.tied_minutes))


def tie(entry: Entry, other: Entry | None) -> None:
    """Tie an entry to another where both stand, or to nothing."""
    entry.tied_to_id, entry.tied_minutes = None, 0
    if other is not None:
        entry.tied_to_id = other.id
        entry.tied_minutes = int((other.start_utc - entry.start_utc).total_seconds() // 60)


def follow(session: Session, moved: Collection[Entry], placed: Collection[str] = ()) -> None:
    """Move what is tied to entries of a visit that have moved, and what is tied to that: always one query.

    Those ``placed`` by somebody, given as ids, stay where they are.
    """
    if not moved:
        return
    visit_id = next(iter(moved)).visit_id
    query = select(Entry).where(Entry.visit_id == visit_id, Entry.tied_to_id.is_not(None)).order_by(Entry.id)
    with session.no_autoflush:  # so that each row is written once
        tied = {entry.id: entry for entry in session.scalars(query)}
    entries = tied | {entry.id: entry for entry in moved}
    ties = ((entry.id, entry.tied_to_id) for entry in tied.values())
    for entry_id, other_id in along(ties, [entry.id for entry in moved], placed):
        entry, other = entries[entry_id], entries[other_id]
        _put_at(entry, other.start_utc - timedelta(minutes=entry.tied_minutes))


def along(
    ties: Iterable[tuple[str, str | None]], moved: Collection[str], placed: Collection[str] = ()
) -> Iterator[tuple[str, str]]:
    """Yield who moves along with those that move: each entry after the one that it is tied to, with that one.

    ``ties`` are of entries with those that they are tied to, all by id; those ``placed`` do not move along.
    """
    leads: dict[str | None, list[str]] = defaultdict(list)
    for entry_id, other_id in ties:
        leads[other_id].append(entry_id)
    seen, queue = {*moved, *placed}, deque(moved)
    while queue:
        other_id = queue.popleft()
        for entry_id in leads[other_id]:
            if entry_id not in seen:
                seen.add(entry_id)
                queue.append(entry_id)
                yield entry_id, other_id


def leads_to(session: Session, start: str, target: str) -> bool:
    """Tell whether the ties from the entry ``start`` lead to ``target``."""
    seen: set[str] = set()
    current: str | None = start
    while current is not None and current not in seen:
        if current == target:
            return True
        seen.add(current)
        entry = session.get(Entry, current)
        current = entry.tied_to_id if entry else None
    return False


def _put_at(entry: Entry, start: datetime) -> None:
    if not EARLIEST <= start.year <= LATEST:
        raise PlanningError("time_out_of_range", field="tied_minutes", wall=start)
    wall, fold = from_utc(start, entry.start_zone)
    put(entry, wall, entry.start_zone, fold, start)
