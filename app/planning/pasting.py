"""Entries out of a text that somebody pastes: which day, clock, zone and place each of its lines means.

A line says what it says: its own day and zone go before those that the text is pasted at. What is not
understood is not lost: it stays among the words of the entry.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

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
from app.reference.airports import Airport, airport

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
    text: str,
    day: date,
    *,
    day_of: Callable[[str], date | None],
    words: Words,
    zones: Collection[str],
    onto: bool,
) -> tuple[Draft, ...]:
    """Return the lines of a text that are entries, each with its day.

    A line under no heading is of ``day``; with ``onto``, the first line's day is put on ``day``, and all
    others are as many days away. ``zones`` are the short names that may stand after a single time.

    Raises:
        PlanningError: ``text_too_long``; ``time_out_of_range``.
    """
    if len(text) > LONGEST_TEXT:
        raise PlanningError("text_too_long", field="text", longest=LONGEST_TEXT)
    read = read_text(text, day_of=day_of, words=words, zones=zones)
    drafts = [replace(each, day=each.day or day) for each in read]
    days = (day - (drafts[0].day or day)).days if onto and drafts else 0
    return tuple(replace(each, day=shift_day(each.day, days, field="day")) for each in drafts)


class Reader:
    """Reads drafts for one visit: it knows the zones that the visit lives by, and all places by name."""

    def __init__(
        self, session: Session, visit: Visit, zone_on: Callable[[date], str], fold: int | None
    ) -> None:
        self._zone_on, self._fold = zone_on, fold
        self._zones = zones_of(session.connection(), visit.id)
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
        come_from, go_to = map(_airport, draft.codes or ("", ""))
        start_zone, start_fold, start_words = self._clock(
            draft.start_zone, wall, _zone(come_from) or self._zone_on(draft.day)
        )
        if draft.end is None:
            end_zone, end_words = start_zone, ""
            end_wall: datetime
            end_fold: int | None
            end_wall, end_fold = from_utc(instant(wall, start_zone, start_fold or 0) + USUAL_LENGTH, end_zone)
        else:
            last = shift_day(draft.day, draft.end_days, field="day")
            assert last is not None
            end_wall = datetime.combine(last, draft.end)
            own = _zone(go_to) or (self._zone_on(end_wall.date()) if draft.end_zone else start_zone)
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
        mode = LegMode.FLIGHT if all(len(code) == _AIRPORT for code in draft.codes) else LegMode.TRAIN
        leg: dict[str, Any] = dict(zip(("from_code", "to_code"), draft.codes, strict=True)) | {"mode": mode}
        leg |= {name: at.name for name, at in (("from_name", come_from), ("to_name", go_to)) if at}
        return Pasted(entry | {"kind": EntryKind.TRAVEL}, leg)

    def _clock(self, short: str, wall: datetime, own: str) -> tuple[str, int | None, str]:
        """Return the zone that a short name means at a wall time, the pass, and words left over.

        ``own`` is that of the airport or of the day, which is meant where none is named.
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


def zones_of(connection: Connection, visit_id: str) -> tuple[str, ...]:
    """Return the zones of a visit: its stops', its home's, its entries'; four queries."""
    found: list[str] = []
    for table, name in (
        (Stop.__table__, "zone"),
        (Visit.__table__, "home_zone"),
        (Entry.__table__, "start_zone"),
        (Entry.__table__, "end_zone"),
    ):
        key = table.c.id if table is Visit.__table__ else table.c.visit_id
        query = select(table.c[name]).where(key == visit_id).distinct()
        found += connection.execute(query.order_by(table.c[name])).scalars()
    return tuple(dict.fromkeys(found))


def zone_names(connection: Connection, visit_id: str) -> frozenset[str]:
    """Return the short names that the zones of a visit have, in summer and in winter: ``EST``, ``CEST``.

    A zone whose clock has no letters is told by its difference, ``+0545``, which needs no list.
    """
    starts_on = connection.execute(select(Visit.starts_on).where(Visit.id == visit_id)).scalar_one_or_none()
    if starts_on is None:
        return frozenset()
    seasons = [datetime(starts_on.year, month, 1) for month in (1, 7)]
    names = {zone_abbreviation(at, zone) for zone in zones_of(connection, visit_id) for at in seasons}
    return frozenset(name for name in names if name.isalpha())


def _airport(code: str) -> Airport | None:
    return airport(code) if len(code) == _AIRPORT else None


def _zone(at: Airport | None) -> str:
    return at.zone if at is not None else ""
