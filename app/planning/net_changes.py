"""What became another for one person between two moments of a plan: the net of it, and no word too many.

A message carries title, time, place, room, status, leg, role and car of an entry, as far as the rules of
release let the side read them (:mod:`app.planning.hearing`). Above its marking an entry is told of by its
times alone; a host hears only of what is shared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from app.domain.telling import What
from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus, LegMode, Role, Side
from app.planning.hearing import Hearing, hearing
from app.planning.rewinding import Plan

_CLOCK = ("wall", "zone", "fold", "precision")


@dataclass(frozen=True, slots=True)
class Clock:
    """One end of an entry: the wall clock in a zone, its city, and the instant (naive UTC)."""

    wall: datetime
    zone: str
    precision: Precision
    utc: datetime
    city: str


@dataclass(frozen=True, slots=True)
class Travel:
    """By what and from where to where."""

    mode: LegMode
    carrier: str
    number: str
    from_name: str
    from_code: str
    from_terminal: str
    to_name: str
    to_code: str
    to_terminal: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """An entry as one person may be told of it.

    What the person may not read is empty: of one that is ``withheld`` (above the person's audience) all but
    the times.
    """

    title: str
    kind: EntryKind | None
    status: EntryStatus | None
    start: Clock
    end: Clock
    place: str
    room: str
    travel: Travel | None
    role: Role | None
    car: str
    withheld: bool


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that became another for one person; ``before`` or ``after`` is missing where it was not."""

    entry_id: str
    what: frozenset[What]
    before: Occasion | None
    after: Occasion | None

    @property
    def shown(self) -> Occasion:
        """The entry as it is now, or as it was last."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class RoomChange:
    """A hotel and the number of a guest's room there; ``None`` where there was or is none.

    ``hotel_before`` is what the hotel was called, where it has another name now. ``places`` are where it was
    and is, where that is another place now; empty words where it was or is nowhere yet.
    """

    hotel: str
    before: str | None
    after: str | None
    hotel_before: str = ""
    places: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What there is to tell of an entry and what may be told, and the rows that it is told from."""

    old: Mapping[str, Any] | None
    new: Mapping[str, Any] | None
    what: frozenset[What]
    allowed: frozenset[What]
    withheld: bool


class Comparison:
    """Two moments of one visit's plan; what is looked up by id comes with it."""

    def __init__(
        self, then: Plan, now: Plan, places: Mapping[str, str], city: Callable[[date, str], str]
    ) -> None:
        self._then, self._now = then, now
        self._places = places
        self._city = city

    def entries(self, member_id: str, side: Side, entry_ids: Iterable[str]) -> tuple[EntryChange, ...]:
        """Return the net changes of these entries for a member, by their time."""
        found = [self._entry(entry_id, member_id, side) for entry_id in entry_ids]
        return tuple(
            sorted(
                (change for change in found if change is not None),
                key=lambda change: (change.shown.start.utc, change.entry_id),
            )
        )

    def rooms(self, member_id: str, side: Side) -> tuple[RoomChange, ...]:
        """Return the hotels of a member that became others, or in which the room did."""
        if not hearing(side).beds:
            return ()
        then, now = self._then.beds(member_id), self._now.beds(member_id)
        found = (self._bed(hotel, then.get(hotel), now.get(hotel)) for hotel in {**then, **now})
        return tuple(change for change in found if change is not None)

    def _bed(self, lodging_id: str, before: str | None, after: str | None) -> RoomChange | None:
        then, now = (plan.rows["lodging"].get(lodging_id) for plan in (self._then, self._now))
        change = RoomChange(self._hotel(now or then or {}), before, after)
        if None not in {before, after} and then and now:
            if self._hotel(then) != change.hotel:
                change = replace(change, hotel_before=self._hotel(then))
            if then["place_id"] != now["place_id"]:
                change = replace(change, places=(self._place(then), self._place(now)))
        return change if before != after or change.hotel_before or change.places else None

    def _hotel(self, row: Mapping[str, Any]) -> str:
        return str(row.get("name") or self._place(row))

    def _place(self, row: Mapping[str, Any]) -> str:
        return self._places.get(row.get("place_id") or "", "")

    def concerns(self, member_id: str, side: Side, entry_ids: Iterable[str]) -> bool:
        """Tell whether there is anything to tell a member; it stops at the first that is found."""
        if self.rooms(member_id, side):
            return True
        return any(self._verdict(entry_id, member_id, side) is not None for entry_id in entry_ids)

    def _entry(self, entry_id: str, member_id: str, side: Side) -> EntryChange | None:
        verdict = self._verdict(entry_id, member_id, side)
        if verdict is None:
            return None
        before, after = (
            self._occasion(plan, row, entry_id, member_id, verdict) if row else None
            for plan, row in ((self._then, verdict.old), (self._now, verdict.new))
        )
        return EntryChange(entry_id, verdict.what, before, after)

    def _verdict(self, entry_id: str, member_id: str, side: Side) -> _Verdict | None:
        heard = hearing(side)
        then, now = (plan.rows["entry"].get(entry_id) for plan in (self._then, self._now))
        if not any(row is not None and heard.hears_of(row) for row in (then, now)):
            return None
        # What was above the audience once is not told of by its words because it no longer is; and of what
        # is shared no more, nothing that has come since: it is off, and that is all.
        withheld = any(row is not None and heard.withholds(row) for row in (then, now))
        old, new = (
            row if row and heard.hears_of(row) and _concerns(plan, heard, entry_id, member_id) else None
            for plan, row in ((self._then, then), (self._now, now))
        )
        allowed = heard.of(withheld=withheld)
        if now is not None and not heard.hears_of(now):
            allowed &= {What.REMOVED, What.TITLE}
        if What.STATUS not in allowed:  # one that is cancelled is no longer there, and no more is said
            old, new = (row if row and _is_on(row) else None for row in (old, new))
        what = frozenset(self._what(entry_id, member_id, old, new)) & allowed
        return _Verdict(old, new, what, allowed, withheld) if what else None

    def _what(
        self, entry_id: str, member_id: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None
    ) -> set[What]:
        was_on, is_on = (row is not None and _is_on(row) for row in (old, new))
        if not was_on and not is_on:
            return set()
        if old is None:
            return {What.ADDED}
        if new is None:
            return {What.REMOVED}
        if was_on != is_on:
            return {What.STATUS}
        pairs = {
            What.TIME: _both(old, new, *(f"{end}_{part}" for end in ("start", "end") for part in _CLOCK)),
            What.PLACE: _both(old, new, "place_id"),
            What.ROOM: _both(old, new, "room"),
            What.STATUS: _both(old, new, "status"),
            What.TITLE: _both(old, new, "title"),
            What.TRAVEL: tuple(_travel(plan.leg(entry_id)) for plan in (self._then, self._now)),
            What.CAR: tuple(plan.cars(entry_id, member_id) for plan in (self._then, self._now)),
        }
        what = {key for key, (before, after) in pairs.items() if before != after}
        roles = [plan.role(entry_id, member_id) for plan in (self._then, self._now)]
        return what | ({What.ROLE} if None not in roles and roles[0] is not roles[1] else set())

    def _occasion(
        self, plan: Plan, row: Mapping[str, Any], entry_id: str, member_id: str, verdict: _Verdict
    ) -> Occasion:
        # Of an entry that is withheld it is told that its place became another, but not what place it is.
        said = verdict.allowed - ({What.PLACE, What.ROOM} if verdict.withheld else set())
        cars = (plan.rows["vehicle"].get(key, {}).get("name", "") for key in plan.cars(entry_id, member_id))
        return Occasion(
            title=row["title"] if What.TITLE in said else "",
            kind=row["kind"] if What.TITLE in said else None,
            status=row["status"] if What.STATUS in said else None,
            start=self._clock(row, "start"),
            end=self._clock(row, "end"),
            place=self._places.get(row["place_id"] or "", "") if What.PLACE in said else "",
            room=row["room"] if What.ROOM in said else "",
            travel=_travel(plan.leg(entry_id)) if What.TRAVEL in said else None,
            role=plan.role(entry_id, member_id) if What.ROLE in said else None,
            car=", ".join(name for name in cars if name) if What.CAR in said else "",
            withheld=verdict.withheld,
        )

    def _clock(self, row: Mapping[str, Any], end: str) -> Clock:
        wall, zone = row[f"{end}_wall"], row[f"{end}_zone"]
        city = self._city(wall.date(), zone)
        return Clock(wall, zone, row[f"{end}_precision"], row[f"{end}_utc"], city)


def _both(old: Mapping[str, Any], new: Mapping[str, Any], *columns: str) -> tuple[Any, Any]:
    return tuple(old[name] for name in columns), tuple(new[name] for name in columns)


def _travel(leg: Mapping[str, Any] | None) -> Travel | None:
    return Travel(**{name: leg[name] for name in Travel.__slots__}) if leg is not None else None


def _is_on(row: Mapping[str, Any]) -> bool:
    return row["status"] is not EntryStatus.CANCELLED


def _concerns(plan: Plan, heard: Hearing, entry_id: str, member_id: str) -> bool:
    rides = What.CAR in heard.whats and bool(plan.cars(entry_id, member_id))
    return rides or plan.attends(entry_id, member_id)
