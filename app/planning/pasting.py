"""Entries out of a text that somebody pastes: which day, clock, zone and place each of its lines means.

A line says what it says: its own day and zone go before those that the text is pasted at. What is not
understood is not lost: it stays among the words of the entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.models import Entry, Place, Stop, Visit
from app.domain.board.drafts import Draft
from app.domain.board.text import Words, read_text
from app.domain.errors import PlanningError
from app.domain.folding import folded
from app.domain.time import Precision, check_wall, from_utc, to_utc, zone_abbreviation
from app.domain.words import EntryKind, EntryStatus, LegMode
from app.planning.clocks import instant
from app.planning.rows import LONGEST_TEXT
from app.planning.shifting import shift_day

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

USUAL_START = time(9)
USUAL_LENGTH = timedelta(hours=1)
_AIRPORT = 3  # letters of an airport's code


@dataclass(frozen=True, slots=True)
class Pasted:
    """What becomes of a line: the columns of its entry, and those of its leg where it is a way."""

    entry: dict[str, Any]
    leg: dict[str, Any]


def drafts_of(
    text: str, day: date, *, day_of: Callable[[str], date | None], words: Words, onto: bool
) -> tuple[Draft, ...]:
    """Return the lines of a text that are entries, each with its day.

    A line under no heading is of ``day``; with ``onto``, the first line's day is put on ``day``, and all
    others are as many days away.

    Raises:
        PlanningError: ``text_too_long``; ``time_out_of_range``.
    """
    if len(text) > LONGEST_TEXT:
        raise PlanningError("text_too_long", field="text", longest=LONGEST_TEXT)
    drafts = [replace(each, day=each.day or day) for each in read_text(text, day_of=day_of, words=words)]
    days = (day - (drafts[0].day or day)).days if onto and drafts else 0
    return tuple(replace(each, day=shift_day(each.day, days, field="day")) for each in drafts)


class Reader:
    """Reads drafts for one visit: it knows the zones that the visit lives by, and all places by name."""

    def __init__(
        self, session: Session, visit: Visit, zone_on: Callable[[date], str], fold: int | None
    ) -> None:
        self._zone_on, self._fold = zone_on, fold
        self._zones = tuple(dict.fromkeys(_zones(session, visit)))
        rows = session.execute(select(Place.id, Place.name, Place.native_name).order_by(Place.id))
        self._places: dict[str, str] = {}
        for row in rows:
            for name in (row.name, row.native_name):
                if name:
                    self._places.setdefault(folded(name), row.id)

    def read(self, draft: Draft, untitled: str) -> Pasted:
        """Return what becomes of a draft; one without words is called ``untitled``."""
        assert draft.day is not None
        wall = datetime.combine(draft.day, draft.start or USUAL_START)
        own = self._zone_on(draft.day)
        start_zone, start_fold, start_words = self._clock(draft.start_zone, wall, own)
        if draft.end is None:
            end_zone, end_words = start_zone, ""
            end_wall: datetime
            end_fold: int | None
            end_wall, end_fold = from_utc(instant(wall, start_zone, start_fold or 0) + USUAL_LENGTH, end_zone)
        else:
            last = shift_day(draft.day, draft.end_days, field="day")
            assert last is not None
            end_wall = datetime.combine(last, draft.end)
            end_zone, end_fold, end_words = self._clock(draft.end_zone, end_wall, own)
        said = dict.fromkeys(part for part in (start_words, end_words, draft.title) if part)
        entry: dict[str, Any] = {
            "title": " ".join(said) or untitled,
            "status": EntryStatus.TENTATIVE,
            "start_wall": wall,
            "start_zone": start_zone,
            "start_fold": start_fold,
            "start_precision": _precision(draft),
            "end_wall": end_wall,
            "end_zone": end_zone,
            "end_fold": end_fold,
            "end_precision": _precision(draft),
        }
        if draft.codes is None:
            return Pasted(entry | self._place(draft.place), {})
        come_from, go_to = draft.codes
        mode = LegMode.FLIGHT if len(come_from) == len(go_to) == _AIRPORT else LegMode.TRAIN
        leg = {"mode": mode, "from_code": come_from, "to_code": go_to}
        return Pasted(entry | {"kind": EntryKind.TRAVEL}, leg)

    def _clock(self, short: str, wall: datetime, own: str) -> tuple[str, int | None, str]:
        """Return the zone that a short name means at a wall time, the pass, and words left over.

        ``own`` is that of the day, which is meant where none is named.
        """
        if not short:
            return own, self._fold, ""
        for zone in dict.fromkeys((own, *self._zones)):
            check = check_wall(wall, zone)
            if check.gap is not None:  # it is refused in that zone, not read in another
                near = (to_utc(check.gap.before, zone), to_utc(check.gap.after, zone))
                if short in {zone_abbreviation(utc, zone) for utc in near}:
                    return zone, None, ""
            for fold, utc in enumerate(check.instants):
                if zone_abbreviation(utc, zone) == short:
                    return zone, fold, ""
        return own, self._fold, short

    def _place(self, words: str) -> dict[str, Any]:
        """Return the place that words name, and the room after a comma; else the words stand as the room."""
        for at in (len(words), *_commas(words)):
            place_id = self._places.get(folded(words[:at]).strip()) if words else None
            if place_id is not None:
                return {"place_id": place_id, "room": words[at:].strip(" ,")}
        return {"room": words}


def _commas(words: str) -> Sequence[int]:
    return [at for at in range(len(words) - 1, 0, -1) if words[at] == ","]


def _precision(draft: Draft) -> Precision:
    if draft.start is None:
        return Precision.UNDECIDED
    return Precision.ABOUT if draft.about else Precision.EXACT


def _zones(session: Session, visit: Visit) -> Iterable[str]:
    """Return the zones of a visit: its stops', its home's, its entries'."""
    for table, names in ((Stop.__table__, ("zone",)), (Entry.__table__, ("start_zone", "end_zone"))):
        for name in names:
            query = select(table.c[name]).where(table.c.visit_id == visit.id).distinct()
            yield from session.scalars(query.order_by(table.c[name]))
        if table is Stop.__table__:
            yield visit.home_zone
