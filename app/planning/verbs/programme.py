"""What hands do to the programme: several entries at once, a day, the whole visit; each all or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.cascade import delete_row
from app.data.models import Entry
from app.domain.errors import PlanningError
from app.domain.time import from_utc
from app.planning import ties
from app.planning.asked import asked_entry
from app.planning.copying import copy_of
from app.planning.dated import shift_days
from app.planning.later import later_that_day
from app.planning.moving import Start, entries_of, later_by, move_together, reckon
from app.planning.rows import asked_visit
from app.planning.shifting import shift_clock
from app.planning.verbs.entries import edit_entry

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

__all__ = [
    "copy_entries",
    "delete_entries",
    "place_entries",
    "shift_later",
    "shift_visit",
    "stretch_entries",
    "stretch_entry",
    "tie_entry",
    "untie_entry",
]

MOST_MINUTES = 24 * 60  # by which a day's programme is put off; beyond it a number was mistyped


def place_entries(session: Session, /, visit_id: str, starts: Mapping[str, Start]) -> None:
    """Put entries at other starts, all in one; ``starts`` are by entry id.

    The walls are taken as given and the real length is kept; where both ends of an entry had the same zone,
    its end follows into the new one. What is tied to them follows; the ties among them stay true.

    Raises:
        PlanningError: ``visit_missing``, ``entry_missing``, ``zone_unknown``, ``time_out_of_range``,
            ``time_nonexistent`` with the two nearest times, ``time_ambiguous`` where no fold is given;
            ``entry_id`` says for which entry.
    """
    asked_visit(session, visit_id)
    move_together(session, visit_id, starts)


def stretch_entry(
    session: Session,
    /,
    entry_id: str,
    *,
    start_wall: datetime | None = None,
    end_wall: datetime | None = None,
    start_fold: int | None = None,
    end_fold: int | None = None,
) -> None:
    """Pull an end of an entry, or both, to a wall time of its own zone; what is not named stays.

    Raises:
        PlanningError: what :func:`app.planning.verbs.entries.edit_entry` refuses.
    """
    entry = asked_entry(session, entry_id)
    fields: dict[str, Any] = {}
    for end, wall, fold in (("start", start_wall, start_fold), ("end", end_wall, end_fold)):
        present = getattr(entry, f"{end}_wall"), getattr(entry, f"{end}_fold")
        if wall is not None and (wall, present[1] if fold is None else fold) != present:
            fields |= {f"{end}_wall": wall, f"{end}_fold": fold}
    if fields:
        edit_entry(session, entry_id, **fields)


def stretch_entries(session: Session, /, entry_ids: Sequence[str], *, minutes: int) -> None:
    """Let entries end so many real minutes later; with a minus, earlier.

    Raises:
        PlanningError: ``number_wanted`` beyond a day; what :func:`stretch_entry` refuses for any of them.
    """
    _check_minutes(minutes)
    for entry_id in dict.fromkeys(entry_ids):
        entry = asked_entry(session, entry_id)
        wall, fold = from_utc(entry.end_utc + timedelta(minutes=minutes), entry.end_zone)
        stretch_entry(session, entry_id, end_wall=wall, end_fold=fold)


def copy_entries(session: Session, /, visit_id: str, starts: Mapping[str, Start]) -> tuple[str, ...]:
    """Add copies of entries that start as given, and return their ids in the order of ``starts``.

    Copies have the parties, people and leg of their entries, and are tentative. A copy is tied to the copy
    of what its entry is tied to. Where that is not copied too, a copy that starts when its entry does keeps
    the tie, as one made by :func:`app.planning.verbs.entries.copy_entry` does; put elsewhere, it is tied to
    nothing.

    Raises:
        PlanningError: what :func:`place_entries` refuses.
    """
    asked_visit(session, visit_id)
    sources = entries_of(session, visit_id, starts)
    copies = {source.id: copy_of(session, source) for source in sources}
    for source in sources:
        copy, _rows = copies[source.id]
        to = reckon(source, starts[source.id])
        ties.put(copy, to.wall, to.zone, to.fold, to.utc)
    for source, (copy, rows) in zip(sources, copies.values(), strict=True):
        if source.tied_to_id in copies:
            ties.tie(copy, copies[source.tied_to_id][0])
        elif copy.start_utc != source.start_utc:
            ties.tie(copy, None)
        session.add_all([copy, *rows])
    return tuple(copy.id for copy, _rows in copies.values())


def delete_entries(session: Session, /, entry_ids: Sequence[str]) -> None:
    """Delete entries with their agendas, briefs, legs, seats and rides; promises made there stay.

    Raises:
        PlanningError: ``entry_missing``.
    """
    for entry in [asked_entry(session, entry_id) for entry_id in dict.fromkeys(entry_ids)]:
        delete_row(session, entry)


def shift_later(session: Session, /, entry_id: str, *, minutes: int) -> None:
    """Move an entry, and all that start with it or later on its local day, by so many minutes.

    The minutes are real ones (negative: earlier), so that no night of the switch stands in the way. What is
    tied to any of them follows.

    Raises:
        PlanningError: ``entry_missing``; ``number_wanted`` beyond a day.
    """
    entry = asked_entry(session, entry_id)
    _check_minutes(minutes)
    query = select(Entry).where(*later_that_day(entry)).order_by(Entry.id)
    starts = {each.id: later_by(each, minutes) for each in session.scalars(query)}
    move_together(session, entry.visit_id, starts)


def shift_visit(
    session: Session,
    /,
    visit_id: str,
    *,
    days: int,
    starts: Mapping[str, Start] | None = None,
    fold: int | None = None,
) -> None:
    """Put a visit so many days later (negative: earlier), with all that is dated in it.

    The clocks at which entries start stay, and so do their real lengths. Days that hang on the visit's days
    go with them; what has happened, and the days of promises, stay (:mod:`app.planning.dated`). ``starts``
    are chosen for entries, by id, whose clock is skipped on its new day, or comes twice; ``fold`` is for all
    others whose clock comes twice there, and did not on its old day.

    Raises:
        PlanningError: ``visit_missing``; ``time_out_of_range``; ``time_nonexistent`` and ``time_ambiguous``
            as :func:`place_entries`; as nobody named an entry, ``title`` says for which too, and
            ``planned_on`` on which day it is as yet.
    """
    asked_visit(session, visit_id)
    query = select(Entry).where(Entry.visit_id == visit_id).order_by(Entry.id)
    later = {entry.id: _days_later(entry, days, fold) for entry in session.scalars(query)}
    try:
        move_together(session, visit_id, later | dict(starts or {}))
    except PlanningError as error:
        if entry_id := error.data.get("entry_id"):
            entry = session.get_one(Entry, entry_id)
            error.data |= {"title": entry.title, "planned_on": entry.start_wall.date()}
        raise
    shift_days(session, visit_id, days, field="days")


def tie_entry(session: Session, /, entry_id: str, *, to_id: str, minutes: int | None = None) -> None:
    """Tie an entry to another: it starts so many minutes before it (negative: after) and moves with it.

    Without ``minutes`` it stays where it is.

    Raises:
        PlanningError: ``entry_missing``, ``reference_missing``, ``tied_in_circle``, ``time_out_of_range``.
    """
    distance = {} if minutes is None else {"tied_minutes": minutes}
    edit_entry(session, entry_id, tied_to_id=to_id, **distance)


def untie_entry(session: Session, /, entry_id: str) -> None:
    """Let an entry stand on its own; it stays where it is.

    Raises:
        PlanningError: ``entry_missing``.
    """
    edit_entry(session, entry_id, tied_to_id=None, tied_minutes=0)


def _days_later(entry: Entry, days: int, fold: int | None) -> Start:
    """Return an entry's start on another day, for ``reckon`` to find whether its clock shows it there."""
    zone = entry.start_zone
    wall, chosen = shift_clock(entry.start_wall, zone, entry.start_fold, days, field="days")
    return Start(wall, zone, fold if chosen is None else chosen)


def _check_minutes(minutes: int) -> None:
    if abs(minutes) > MOST_MINUTES:
        raise PlanningError("number_wanted", field="minutes", least=-MOST_MINUTES, most=MOST_MINUTES)
