"""One visit as its own room shows it: particulars, stops, parties; and what its copy would have to bend."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, func, select

from app.data.models import Entry, Member, Organisation, Party, PartyMember, Person, Stop, Visit
from app.domain.errors import PlanningError
from app.domain.words import EntryStatus, Marking, VisitState
from app.planning.clocks import instant
from app.planning.shifting import Clock, ShiftNote, shift_entry
from app.planning.views.named import name_columns, name_of


@dataclass(frozen=True, slots=True)
class VisitDetail:
    """The particulars of a visit. Days are of the home zone; names are empty where there is none."""

    id: str
    title: str
    purpose: str
    objectives: str
    desired_outcomes: str
    steering: str
    disclaimer: str
    state: VisitState
    home_city: str
    home_zone: str
    starts_on: date
    ends_on: date
    principal_id: str | None
    organisation_id: str | None
    marking: Marking
    archived: bool
    principal: str
    organisation: str


@dataclass(frozen=True, slots=True)
class StopDetail:
    """One stop of a visit. Days are local to the city."""

    id: str
    visit_id: str
    city: str
    native_city: str
    country_code: str
    zone: str
    latitude: float | None
    longitude: float | None
    arrives_on: date
    leaves_on: date
    embassy: str
    embassy_contact: str
    embassy_phone: str
    emergency_phone: str
    hospital: str
    notes: str


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One party of a visit and its members, by id and name, in the delegation's order."""

    id: str
    name: str
    member_ids: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BentClock:
    """An end of an entry that does not fit its new day: its old clock stands as it was, ``clock`` is new."""

    entry_id: str
    title: str
    note: ShiftNote
    clock: Clock


def visit_detail(connection: Connection, visit_id: str) -> VisitDetail:
    """Return the particulars of a visit.

    Raises:
        PlanningError: ``visit_missing``.
    """
    own = [each.name for each in fields(VisitDetail) if each.name not in {"principal", "organisation"}]
    query = (
        select(
            *(Visit.__table__.c[name] for name in own),
            Organisation.__table__.c.name.label("organisation"),
            *name_columns(),
        )
        .join(Person.__table__, Person.id == Visit.principal_id, isouter=True)
        .join(Organisation.__table__, Organisation.id == Visit.organisation_id, isouter=True)
        .where(Visit.id == visit_id)
    )
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise PlanningError("visit_missing", visit=visit_id)
    values = {name: row[name] for name in own}
    return VisitDetail(**values, principal=name_of(row), organisation=row["organisation"] or "")


def stop_rows(connection: Connection, visit_id: str) -> tuple[StopDetail, ...]:
    """Return the stops of a visit in order."""
    query = _stops().where(Stop.visit_id == visit_id).order_by(Stop.position, Stop.id)
    return tuple(StopDetail(**row) for row in connection.execute(query).mappings())


def stop_detail(connection: Connection, stop_id: str) -> StopDetail:
    """Return one stop.

    Raises:
        PlanningError: ``row_missing``.
    """
    row = connection.execute(_stops().where(Stop.id == stop_id)).mappings().one_or_none()
    if row is None:
        raise PlanningError("row_missing", table="stop")
    return StopDetail(**row)


def is_outside_visit(connection: Connection, stop: StopDetail) -> bool:
    """Tell whether a stop is reached or left on a day of which no hour is within the visit's days at home.

    A city beyond the date line may well be reached the day before by its own clock.

    Raises:
        PlanningError: ``visit_missing``.
    """
    query = select(Visit.starts_on, Visit.ends_on, Visit.home_zone).where(Visit.id == stop.visit_id)
    visit = connection.execute(query).one_or_none()
    if visit is None:
        raise PlanningError("visit_missing", visit=stop.visit_id)
    begins, _first_ends = _ends_of(visit.starts_on, visit.home_zone)
    _last_begins, ends = _ends_of(visit.ends_on, visit.home_zone)
    days = (_ends_of(day, stop.zone) for day in (stop.arrives_on, stop.leaves_on))
    return any(day_ends <= begins or day_begins >= ends for day_begins, day_ends in days)


def _ends_of(day: date, zone: str) -> tuple[datetime, datetime]:
    """Return the instants (naive UTC) between which a day lies in a zone."""
    first, after = (datetime.combine(each, time()) for each in (day, day + timedelta(days=1)))
    return instant(first, zone, 0), instant(after, zone, 0)


def _stops() -> Any:
    return select(*(Stop.__table__.c[each.name] for each in fields(StopDetail)))


def party_rows(connection: Connection, visit_id: str) -> tuple[PartyRow, ...]:
    """Return the parties of a visit in order, with their members."""
    parties = select(Party.id, Party.name).where(Party.visit_id == visit_id)
    query = (
        select(PartyMember.party_id, PartyMember.member_id, *name_columns())
        .join(Member.__table__, Member.id == PartyMember.member_id)
        .join(Person.__table__, Person.id == Member.person_id)
        .where(PartyMember.visit_id == visit_id)
        .order_by(Member.precedence, Person.family_name, Member.id)
    )
    within: dict[str, list[tuple[str, str]]] = {}
    for row in connection.execute(query).mappings():
        within.setdefault(row["party_id"], []).append((row["member_id"], name_of(row)))
    return tuple(
        PartyRow(
            row.id,
            row.name,
            tuple(key for key, _name in within.get(row.id, ())),
            tuple(name for _key, name in within.get(row.id, ())),
        )
        for row in connection.execute(parties.order_by(Party.position, Party.id))
    )


def visit_cities(connection: Connection) -> Mapping[str, tuple[str, ...]]:
    """Return the cities of every visit in the order of its stops, by the visit's id."""
    query = select(Stop.visit_id, Stop.city).order_by(Stop.visit_id, Stop.position, Stop.id)
    rows = connection.execute(query).all()
    return {
        visit_id: tuple(dict.fromkeys(row.city for row in stops))
        for visit_id, stops in groupby(rows, key=lambda row: row.visit_id)
    }


def left_behind(connection: Connection, visit_id: str) -> int:
    """Return how many entries a copy of a visit goes without: those that are cancelled."""
    query = select(func.count(Entry.id)).where(
        Entry.visit_id == visit_id, Entry.status == EntryStatus.CANCELLED
    )
    return connection.execute(query).scalar_one()


def clocks_of_copy(connection: Connection, visit_id: str, starts_on: date) -> tuple[BentClock, ...]:
    """Return the clocks that do not fit their new days if a copy of a visit begins on ``starts_on``.

    Raises:
        PlanningError: ``visit_missing``; ``time_out_of_range``; ``zone_unknown``.
    """
    first = connection.execute(select(Visit.starts_on).where(Visit.id == visit_id)).scalar_one_or_none()
    if first is None:
        raise PlanningError("visit_missing", visit=visit_id)
    clocks = [f"{end}_{part}" for end in ("start", "end") for part in ("wall", "zone", "fold", "utc")]
    columns = [Entry.__table__.c[name] for name in ("id", "title", *clocks)]
    found = []
    copied = (Entry.visit_id == visit_id, Entry.status != EntryStatus.CANCELLED)
    query = select(*columns).where(*copied).order_by(Entry.start_utc, Entry.id)
    for row in connection.execute(query):
        moved = shift_entry(row, (starts_on - first).days, field="starts_on")
        for note, clock in ((moved.start_note, moved.start), (moved.end_note, moved.end)):
            if note is not None:
                found.append(BentClock(row.id, row.title, note, clock))
    return tuple(found)
