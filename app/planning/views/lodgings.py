"""Hotels with their rooms and who sleeps there; who has no bed in which night."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from app.data.models import Lodging, Member, Person, Place, Room, RoomGuest, Stop
from app.domain.errors import PlanningError
from app.domain.nights import Bedless, Sleeper, Stay, without_bed
from app.domain.words import RoomUse, Side
from app.planning.views.named import name_columns, name_of


@dataclass(frozen=True, slots=True)
class GuestIn:
    """A member in a room; ``id`` is that of the guest's row."""

    id: str
    member_id: str
    name: str


@dataclass(frozen=True, slots=True)
class RoomCard:
    """A room with its guests."""

    id: str
    lodging_id: str
    number: str
    use: RoomUse
    guests: tuple[GuestIn, ...]


@dataclass(frozen=True, slots=True)
class LodgingRow:
    """A hotel; days are local. ``stop`` and ``place`` are names."""

    id: str
    visit_id: str
    stop_id: str | None
    place_id: str | None
    name: str
    starts_on: date | None
    ends_on: date | None
    phone: str
    confirmation: str
    stop: str
    place: str | None


@dataclass(frozen=True, slots=True)
class LodgingCard:
    """A hotel with its rooms in order."""

    row: LodgingRow
    rooms: tuple[RoomCard, ...]

    @property
    def beds(self) -> dict[str, str]:
        """The room's number by the member who sleeps in it."""
        return {guest.member_id: room.number for room in self.rooms for guest in room.guests}


@dataclass(frozen=True, slots=True)
class Lodger:
    """A member of our side who needs a bed while travelling along."""

    id: str
    name: str
    title: str
    joins_on: date | None
    leaves_on: date | None

    def along(self, starts_on: date | None, ends_on: date | None) -> bool:
        """Tell whether any night from one day to another falls into the time they travel along."""
        late = self.joins_on and ends_on and self.joins_on >= ends_on
        early = self.leaves_on and starts_on and self.leaves_on <= starts_on
        return not (late or early)


@dataclass(frozen=True, slots=True)
class RoomDetail:
    """One room as its fields show it."""

    id: str
    visit_id: str
    lodging_id: str
    number: str
    use: RoomUse
    lodging: str
    guests: tuple[GuestIn, ...]


@dataclass(frozen=True, slots=True)
class Lodgings:
    """All hotels of a visit, who needs a bed, and who has none."""

    hotels: tuple[LodgingCard, ...]
    people: tuple[Lodger, ...]
    bedless: tuple[Bedless, ...]

    def name(self, member_id: str) -> str:
        """Return how a member is called."""
        return next((each.name for each in self.people if each.id == member_id), "")


def lodgings(connection: Connection, visit_id: str) -> Lodgings:
    """Return the hotels of a visit with rooms and guests: five queries, however many there are."""
    rows = [
        LodgingRow(**row)
        for row in connection.execute(_hotels().where(Lodging.visit_id == visit_id)).mappings()
    ]
    rooms: dict[str, list[RoomCard]] = {}
    guests = _guests(connection, Room.visit_id == visit_id)
    query = select(Room.id, Room.lodging_id, Room.number, Room.use).where(Room.visit_id == visit_id)
    for room in connection.execute(query.order_by(Room.position, Room.id)):
        rooms.setdefault(room.lodging_id, []).append(RoomCard(*room, tuple(guests.get(room.id, ()))))
    hotels = tuple(LodgingCard(row, tuple(rooms.get(row.id, ()))) for row in rows)
    people = _people(connection, visit_id)
    return Lodgings(hotels, people, _bedless(connection, visit_id, hotels, people))


def lodging_detail(connection: Connection, lodging_id: str) -> LodgingRow:
    """Return one hotel.

    Raises:
        PlanningError: ``row_missing``.
    """
    row = connection.execute(_hotels().where(Lodging.id == lodging_id)).mappings().one_or_none()
    if row is None:
        raise PlanningError("row_missing", table="lodging")
    return LodgingRow(**row)


def room_detail(connection: Connection, room_id: str) -> RoomDetail:
    """Return one room with its guests.

    Raises:
        PlanningError: ``row_missing``.
    """
    query = (
        select(Room.id, Room.visit_id, Room.lodging_id, Room.number, Room.use, Lodging.name)
        .join(Lodging.__table__, Lodging.id == Room.lodging_id)
        .where(Room.id == room_id)
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        raise PlanningError("row_missing", table="room")
    return RoomDetail(*row, tuple(_guests(connection, Room.id == room_id).get(room_id, ())))


def _hotels() -> Select[*tuple[Any, ...]]:
    own = [field.name for field in fields(LodgingRow) if field.name in Lodging.__table__.c]
    return (
        select(
            *(Lodging.__table__.c[name] for name in own),
            func.coalesce(Stop.city, "").label("stop"),
            Place.name.label("place"),
        )
        .join(Stop.__table__, Stop.id == Lodging.stop_id, isouter=True)
        .join(Place.__table__, Place.id == Lodging.place_id, isouter=True)
        .order_by(Lodging.starts_on.is_(None), Lodging.starts_on, Lodging.name, Lodging.id)
    )


def _guests(connection: Connection, condition: Any) -> dict[str, list[GuestIn]]:
    query = (
        select(RoomGuest.room_id, RoomGuest.id, RoomGuest.member_id, *name_columns())
        .join(Room.__table__, Room.id == RoomGuest.room_id)
        .join(Member.__table__, Member.id == RoomGuest.member_id)
        .join(Person.__table__, Person.id == Member.person_id)
        .where(condition)
        .order_by(Member.precedence, Person.family_name, RoomGuest.id)
    )
    found: dict[str, list[GuestIn]] = {}
    for row in connection.execute(query).mappings():
        found.setdefault(row["room_id"], []).append(GuestIn(row["id"], row["member_id"], name_of(row)))
    return found


def _people(connection: Connection, visit_id: str) -> tuple[Lodger, ...]:
    query = (
        select(Member.id, Member.title, Member.joins_on, Member.leaves_on, *name_columns())
        .join(Person.__table__, Person.id == Member.person_id)
        .where(Member.visit_id == visit_id, Member.side == Side.OURS)
        .order_by(Member.precedence, Person.family_name, Member.id)
    )
    return tuple(
        Lodger(row["id"], name_of(row), row["title"], row["joins_on"], row["leaves_on"])
        for row in connection.execute(query).mappings()
    )


def _bedless(
    connection: Connection, visit_id: str, hotels: tuple[LodgingCard, ...], people: tuple[Lodger, ...]
) -> tuple[Bedless, ...]:
    query = select(Stop.id, Stop.city, Stop.arrives_on, Stop.leaves_on).where(Stop.visit_id == visit_id)
    stops = connection.execute(query.order_by(Stop.position, Stop.id)).all()
    days = {stop.id: (stop.arrives_on, stop.leaves_on) for stop in stops}
    beds = []
    for hotel in hotels:
        # A hotel without days of its own is slept in as long as the delegation is in its city.
        first, last = days.get(hotel.row.stop_id or "", (None, None))
        first, last = hotel.row.starts_on or first, hotel.row.ends_on or last
        if first is not None and last is not None:
            beds += [Stay(member_id, first, last) for member_id in hotel.beds]
    return without_bed(
        [Stay(stop.city, stop.arrives_on, stop.leaves_on) for stop in stops],
        [Sleeper(each.id, each.joins_on, each.leaves_on) for each in people],
        beds,
    )
