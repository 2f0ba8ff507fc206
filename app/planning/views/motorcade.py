"""Ways: the entries that cars drive, and on one of them the cars in their order with who sits in each."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, or_, select

from app.data.models import Entry, Leg, Member, Participation, Person, Ride, Rider, Stop, Vehicle, Visit
from app.domain.errors import PlanningError
from app.domain.words import EntryStatus, LegMode, Side
from app.planning.views.named import name_columns, name_of


@dataclass(frozen=True, slots=True)
class Way:
    """An entry that cars drive: its local start, and how many cars and riders it has.

    ``visit_first`` and ``visit_last`` are the days of the visit, of its home zone.
    """

    id: str
    title: str
    start_wall: datetime
    cars: int
    riders: int
    visit_first: date
    visit_last: date


@dataclass(frozen=True, slots=True)
class Seated:
    """A member in a car; ``id`` is the rider's, for one member rides on many ways."""

    id: str
    member_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Car:
    """A car on the way; ``id`` is the ride's. ``seats`` of 0 means that nobody has said."""

    id: str
    vehicle_id: str
    name: str
    kind: str
    driver: str
    seats: int
    riders: tuple[Seated, ...]

    @property
    def too_many(self) -> int:
        """How many riders have no seat."""
        return max(0, len(self.riders) - self.seats) if self.seats else 0


@dataclass(frozen=True, slots=True)
class SpareCar:
    """A car that does not drive this way; ``here`` if it is of the city in which the way begins."""

    id: str
    name: str
    city: str
    here: bool


@dataclass(frozen=True, slots=True)
class Traveller:
    """A member who may ride: in which car, whether the entry is theirs, whether they are away that day."""

    id: str
    name: str
    title: str
    car: str
    takes_part: bool
    away: bool


@dataclass(frozen=True, slots=True)
class Motorcade:
    """One way with its cars in order, the cars it could have, and the people: those without a car first."""

    entry_id: str
    title: str
    start_wall: datetime
    stop_id: str | None
    cars: tuple[Car, ...]
    spare: tuple[SpareCar, ...]
    people: tuple[Traveller, ...]
    visit_first: date
    visit_last: date


def ways(connection: Connection, visit_id: str) -> tuple[Way, ...]:
    """Return the entries that are driven, by car or coach or with cars of ours, in the order of the visit."""
    cars = (
        select(func.count())
        .select_from(Ride.__table__)
        .where(Ride.entry_id == Entry.id)
        .correlate(Entry.__table__)
        .scalar_subquery()
    )
    riders = (
        select(func.count())
        .select_from(Rider.__table__.join(Ride.__table__, Ride.id == Rider.ride_id))
        .where(Ride.entry_id == Entry.id)
        .correlate(Entry.__table__)
        .scalar_subquery()
    )
    driven = select(Leg.entry_id).where(Leg.mode.in_((LegMode.CAR, LegMode.COACH)))
    query = (
        select(Entry.id, Entry.title, Entry.start_wall, cars, riders, Visit.starts_on, Visit.ends_on)
        .join(Visit.__table__, Visit.id == Entry.visit_id)
        .where(Entry.visit_id == visit_id, Entry.status != EntryStatus.CANCELLED)
        .where(or_(Entry.id.in_(driven), Entry.id.in_(select(Ride.entry_id))))
        .order_by(Entry.start_utc, Entry.id)
    )
    return tuple(Way(*row) for row in connection.execute(query))


def motorcade(connection: Connection, entry_id: str) -> Motorcade:
    """Return one way with its cars and people: six queries, however many there are.

    Raises:
        PlanningError: ``entry_missing``.
    """
    columns = (Entry.visit_id, Entry.title, Entry.start_wall, Entry.start_zone)
    query = select(*columns, Visit.starts_on, Visit.ends_on).join(Visit.__table__, Visit.id == Entry.visit_id)
    entry = connection.execute(query.where(Entry.id == entry_id)).one_or_none()
    if entry is None:
        raise PlanningError("entry_missing")
    stops = _stops(connection, entry.visit_id)
    day = entry.start_wall.date()
    stop_id = next((stop.id for stop in stops if stop.zone == entry.start_zone and _there(stop, day)), None)
    cars = _cars(connection, entry_id)
    return Motorcade(
        entry_id,
        entry.title,
        entry.start_wall,
        stop_id,
        cars,
        _spare(connection, entry.visit_id, cars, stop_id, {stop.id: stop.city for stop in stops}),
        _people(connection, entry.visit_id, entry_id, day, cars),
        entry.starts_on,
        entry.ends_on,
    )


def _stops(connection: Connection, visit_id: str) -> list[Any]:
    query = select(Stop.id, Stop.city, Stop.zone, Stop.arrives_on, Stop.leaves_on)
    query = query.where(Stop.visit_id == visit_id).order_by(Stop.position, Stop.id)
    return list(connection.execute(query))


def _there(stop: Any, day: date) -> bool:
    return bool(stop.arrives_on <= day <= stop.leaves_on)


def _cars(connection: Connection, entry_id: str) -> tuple[Car, ...]:
    riders: dict[str, list[Seated]] = {}
    sitting = (
        select(Rider.ride_id, Rider.id, Rider.member_id, *name_columns())
        .join(Ride.__table__, Ride.id == Rider.ride_id)
        .join(Member.__table__, Member.id == Rider.member_id)
        .join(Person.__table__, Person.id == Member.person_id)
        .where(Ride.entry_id == entry_id)
        .order_by(Rider.position, Rider.id)
    )
    for row in connection.execute(sitting).mappings():
        riders.setdefault(row["ride_id"], []).append(Seated(row["id"], row["member_id"], name_of(row)))
    driving = (
        select(Ride.id, Vehicle.id, Vehicle.name, Vehicle.kind, Vehicle.driver, Vehicle.seats)
        .join(Vehicle.__table__, Vehicle.id == Ride.vehicle_id)
        .where(Ride.entry_id == entry_id)
        .order_by(Ride.position, Vehicle.position, Ride.id)
    )
    return tuple(Car(*row, tuple(riders.get(row[0], ()))) for row in connection.execute(driving))


def _spare(
    connection: Connection, visit_id: str, cars: tuple[Car, ...], stop_id: str | None, cities: dict[str, str]
) -> tuple[SpareCar, ...]:
    query = select(Vehicle.id, Vehicle.name, Vehicle.stop_id).where(Vehicle.visit_id == visit_id)
    query = query.order_by(Vehicle.position, Vehicle.name, Vehicle.id)
    order = {city: place for place, city in enumerate(cities)}
    there = {car.vehicle_id for car in cars}
    rows = [row for row in connection.execute(query) if row.id not in there]
    rows.sort(key=lambda row: (row.stop_id != stop_id, order.get(row.stop_id, len(order))))
    return tuple(
        SpareCar(row.id, row.name, cities.get(row.stop_id, ""), row.stop_id == stop_id) for row in rows
    )


def _people(
    connection: Connection, visit_id: str, entry_id: str, day: date, cars: tuple[Car, ...]
) -> tuple[Traveller, ...]:
    here = select(Participation.member_id).where(Participation.entry_id == entry_id)
    query = (
        select(
            Member.id,
            Member.title,
            Member.joins_on,
            Member.leaves_on,
            Member.id.in_(here).label("takes_part"),
            *name_columns(),
        )
        .join(Person.__table__, Person.id == Member.person_id)
        .where(Member.visit_id == visit_id, or_(Member.side == Side.OURS, Member.id.in_(here)))
        .order_by(Member.precedence, Person.family_name, Member.id)
    )
    rows = connection.execute(query).mappings().all()
    nobody_named = not any(row["takes_part"] for row in rows)
    seats = {rider.member_id: car.name for car in cars for rider in car.riders}
    people = [
        Traveller(
            row["id"],
            name_of(row),
            row["title"],
            seats.get(row["id"], ""),
            row["takes_part"] or nobody_named,
            bool(
                (row["joins_on"] and row["joins_on"] > day) or (row["leaves_on"] and row["leaves_on"] < day)
            ),
        )
        for row in rows
    ]
    people.sort(key=lambda each: (each.id in seats, not each.takes_part, each.away))
    return tuple(people)
