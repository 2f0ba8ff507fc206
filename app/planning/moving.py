"""Moving several entries together: each of them moves once, and all ties stay true.

An entry that is moved keeps its real length, and goes where it is put even where it is tied to another; how
long before the other it starts is reckoned anew. An entry that is not itself moved follows the one it is
tied to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.data.models import Entry
from app.domain.errors import PlanningError
from app.domain.time import from_utc
from app.planning import ties
from app.planning.clocks import entered_instant

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Start:
    """Where an entry is to start: the naive wall clock of an IANA zone.

    ``fold`` says which is meant where the clock shows it twice: 0 the first, 1 the second, ``None`` not yet
    asked.
    """

    wall: datetime
    zone: str
    fold: int | None = None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A start as it was found to be: its wall clock, zone and fold, and the instant (naive UTC)."""

    wall: datetime
    zone: str
    fold: int
    utc: datetime


def reckon(entry: Entry, start: Start) -> Reckoned:
    """Return the instant of a start; the start that an entry has already asks nothing.

    Raises:
        PlanningError: what :func:`app.planning.clocks.entered_instant` refuses; ``entry_id`` says for which.
    """
    fold = start.fold
    if fold is None and (start.wall, start.zone) == (entry.start_wall, entry.start_zone):
        fold = entry.start_fold
    try:
        utc, fold = entered_instant(start.wall, start.zone, fold, field="start")
    except PlanningError as error:
        error.data["entry_id"] = entry.id
        raise
    return Reckoned(start.wall, start.zone, fold, utc)


def later_by(entry: Entry, minutes: int) -> Start:
    """Return the start so many real minutes later; no clock that is put forward or back stands in the way."""
    wall, fold = from_utc(entry.start_utc + timedelta(minutes=minutes), entry.start_zone)
    return Start(wall, entry.start_zone, fold)


def entries_of(session: Session, visit_id: str, entry_ids: Iterable[str]) -> list[Entry]:
    """Return entries of a visit in the order asked for.

    Raises:
        PlanningError: ``entry_missing`` where one is gone, or of another visit.
    """
    found = []
    for entry_id in entry_ids:
        entry = session.get(Entry, entry_id)
        if entry is None or entry.visit_id != visit_id:
            raise PlanningError("entry_missing")
        found.append(entry)
    return found


def move_together(session: Session, visit_id: str, starts: Mapping[str, Start]) -> None:
    """Put entries of a visit at their starts, and let those follow that are tied to them.

    Raises:
        PlanningError: ``entry_missing``; what :func:`reckon` refuses; ``time_out_of_range`` for one tied.
    """
    entries = entries_of(session, visit_id, starts)
    reckoned = [reckon(entry, starts[entry.id]) for entry in entries]
    moved = []
    for entry, to in zip(entries, reckoned, strict=True):
        if to != Reckoned(entry.start_wall, entry.start_zone, entry.start_fold, entry.start_utc):
            ties.put(entry, to.wall, to.zone, to.fold, to.utc)
            moved.append(entry)
    ties.follow(session, moved, placed=starts.keys())
    for entry in entries:
        ties.keep_distance(session, entry)
