"""What the withdrawal or the replacement of a member would do, before anybody does it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Select, func, select

from app.data.models import Entry, Lodging, Person, Place, Stop, Visit
from app.domain.errors import PlanningError
from app.domain.names import full_name
from app.planning.clocks import instant
from app.planning.leaving import NEWCOMER, Consequence, Leaving
from app.planning.typed_name import TypedName
from app.planning.views.named import name_columns, name_of
from app.planning.withdrawal import consequences


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who leaves, by whom they are replaced if by anybody, and what follows, row by row.

    ``day`` is the local day of the moment. ``rows`` that are kept change nothing, but are to be known.
    """

    member_id: str
    name: str
    taker: str
    joins: bool
    day: date
    rows: tuple[Consequence, ...]


@dataclass(frozen=True, slots=True)
class ClockThere:
    """A city whose clock one may go by on a day."""

    city: str
    zone: str


def withdrawal(
    connection: Connection,
    member_id: str,
    from_utc: datetime,
    person_id: str | None = None,
    newcomer: TypedName | None = None,
) -> Withdrawal:
    """Return what follows if a member leaves at an instant (naive UTC), with a person who takes over or none.

    ``newcomer`` is the name of a person who is not in the file yet and takes over, in place of ``person_id``.

    Raises:
        PlanningError: ``row_missing``; ``reference_missing`` or ``same_member`` for the person.
    """
    if newcomer is not None:
        person_id = NEWCOMER
    leaving = Leaving(connection, member_id, from_utc, person_id, newcomer=newcomer)
    rows = consequences(leaving)
    names = {
        row["id"]: name_of(row)
        for row in connection.execute(
            select(Person.id, *name_columns()).where(Person.id.in_([leaving.member.person_id, person_id]))
        ).mappings()
    }
    if newcomer is not None:
        names[NEWCOMER] = full_name(newcomer.family, newcomer.given, family_first=newcomer.family_first)
    return Withdrawal(
        member_id,
        names[leaving.member.person_id],
        names.get(person_id or "", ""),
        leaving.joins,
        leaving.day,
        rows,
    )


def clocks_on(connection: Connection, visit_id: str, day: date) -> tuple[ClockThere, ...]:
    """Return the clocks of a visit's local day, no zone twice: of its stops, the latest first, then at home.

    Raises:
        PlanningError: ``visit_missing``.
    """
    query = select(Visit.home_city, Visit.home_zone).where(Visit.id == visit_id)
    visit = connection.execute(query).one_or_none()
    if visit is None:
        raise PlanningError("visit_missing", visit=visit_id)
    there = (
        select(Stop.city, Stop.zone)
        .where(Stop.visit_id == visit_id, Stop.arrives_on <= day, Stop.leaves_on >= day)
        .order_by(Stop.arrives_on.desc(), Stop.position.desc())
    )
    by_zone: dict[str, ClockThere] = {}
    for city, zone in [*connection.execute(there), (visit.home_city, visit.home_zone)]:
        by_zone.setdefault(zone, ClockThere(city, zone))
    return tuple(by_zone.values())


def first_moment(connection: Connection, visit_id: str) -> datetime:
    """Return the instant (naive UTC) before which there is nothing of a visit.

    It is the beginning of its first day at home, or what begins before: its first entry, the day of its
    first stop or night on the clock there.

    Raises:
        PlanningError: ``visit_missing``.
    """
    query = select(Visit.starts_on, Visit.home_zone).where(Visit.id == visit_id)
    visit = connection.execute(query).one_or_none()
    if visit is None:
        raise PlanningError("visit_missing", visit=visit_id)
    start = instant(datetime.combine(visit.starts_on, datetime.min.time()), visit.home_zone, 0)
    first = connection.execute(select(func.min(Entry.start_utc)).where(Entry.visit_id == visit_id)).scalar()
    nights = (
        select(func.coalesce(Lodging.starts_on, Stop.arrives_on), func.coalesce(Stop.zone, Place.zone))
        .select_from(Lodging.__table__)
        .join(Stop.__table__, Stop.id == Lodging.stop_id, isouter=True)
        .join(Place.__table__, Place.id == Lodging.place_id, isouter=True)
        .where(Lodging.visit_id == visit_id)
    )
    days = [*connection.execute(nights), *connection.execute(_stops(visit_id))]
    begins = [
        instant(datetime.combine(day, datetime.min.time()), zone or visit.home_zone, 0)
        for day, zone in days
        if day is not None
    ]
    return min([start, *begins, *([] if first is None else [first])])


def _stops(visit_id: str) -> Select[date, str]:
    return select(Stop.arrives_on, Stop.zone).where(Stop.visit_id == visit_id)
