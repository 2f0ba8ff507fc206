"""Cars, rooms, baggage, gifts, interpreters, access."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Boolean, Date, DateTime, Float, Integer, String, Text

from app.data.models.base import Owned, Word, field, position, ref
from app.domain.release import Carry
from app.domain.words import AccessState, GiftDirection, InterpretingMode, RoomUse

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Vehicle(Owned):
    """A car with its driver; ``position`` is its place in the motorcade."""

    __tablename__ = "vehicle"

    stop_id: Mapped[str | None] = ref("stop", optional=True)
    position: Mapped[int] = position()
    name: Mapped[str] = field()
    kind: Mapped[str] = field()
    seats: Mapped[int] = field(Integer, default=4)
    plate: Mapped[str] = field(String(20), Carry.CONTACT)
    driver: Mapped[str] = field()
    driver_phone: Mapped[str] = field(String(40), Carry.CONTACT)


class Ride(Owned):
    """A vehicle on the way of one entry."""

    __tablename__ = "ride"

    vehicle_id: Mapped[str] = ref("vehicle", owner=True)
    entry_id: Mapped[str] = ref("entry", owner=True)
    position: Mapped[int] = position()


class Rider(Owned):
    """Who sits in a vehicle on one way."""

    __tablename__ = "rider"

    ride_id: Mapped[str] = ref("ride", owner=True)
    member_id: Mapped[str] = ref("member", owner=True)
    position: Mapped[int] = position()


class Lodging(Owned):
    """A hotel with its nights: from the local day of arrival to that of leaving."""

    __tablename__ = "lodging"

    stop_id: Mapped[str | None] = ref("stop", optional=True)
    place_id: Mapped[str | None] = ref("place", optional=True)
    name: Mapped[str] = field()
    starts_on: Mapped[date | None] = field(Date, optional=True)
    ends_on: Mapped[date | None] = field(Date, optional=True)
    phone: Mapped[str] = field(String(40), Carry.CONTACT)
    confirmation: Mapped[str] = field(String(40), Carry.CONTACT)


class Room(Owned):
    """A room of a lodging."""

    __tablename__ = "room"

    lodging_id: Mapped[str] = ref("lodging", owner=True)
    position: Mapped[int] = position()
    number: Mapped[str] = field(String(20), Carry.CONTACT)
    use: Mapped[RoomUse] = field(Word(RoomUse), default=RoomUse.GUEST)


class RoomGuest(Owned):
    """Who sleeps in a room."""

    __tablename__ = "room_guest"

    room_id: Mapped[str] = ref("room", owner=True)
    member_id: Mapped[str] = ref("member", owner=True)


class BaggagePiece(Owned):
    """A piece of baggage with its tag and owner."""

    __tablename__ = "baggage_piece"

    member_id: Mapped[str | None] = ref("member", optional=True)
    position: Mapped[int] = position()
    tag: Mapped[str] = field(String(20))
    description: Mapped[str] = field()


class Gift(Owned):
    """A gift given or received. ``value`` is an amount of ``currency`` (ISO 4217)."""

    __tablename__ = "gift"

    entry_id: Mapped[str | None] = ref("entry", optional=True)
    direction: Mapped[GiftDirection] = field(Word(GiftDirection), default=GiftDirection.GIVEN)
    description: Mapped[str] = field()
    giver_id: Mapped[str | None] = ref("member", optional=True)
    receiver_id: Mapped[str | None] = ref("member", optional=True)
    organisation_id: Mapped[str | None] = ref("organisation", optional=True)
    value: Mapped[float | None] = field(Float, optional=True)
    currency: Mapped[str] = field(String(3))
    custody: Mapped[str] = field()


class InterpreterBooking(Owned):
    """An interpreter at an entry: languages (BCP 47 tags), mode, hours, whether documents went out."""

    __tablename__ = "interpreter_booking"

    entry_id: Mapped[str] = ref("entry", owner=True)
    member_id: Mapped[str | None] = ref("member", optional=True)
    from_language: Mapped[str] = field(String(12))
    to_language: Mapped[str] = field(String(12))
    mode: Mapped[InterpretingMode] = field(Word(InterpretingMode), default=InterpretingMode.CONSECUTIVE)
    hours: Mapped[float] = field(Float, default=1.0)
    documents_sent: Mapped[bool] = field(Boolean, default=False)


class AccessRequest(Owned):
    """What a site must be told about whom; ``due_on`` is the last local day to send it."""

    __tablename__ = "access_request"

    place_id: Mapped[str | None] = ref("place", optional=True)
    entry_id: Mapped[str | None] = ref("entry", optional=True)
    state: Mapped[AccessState] = field(Word(AccessState), default=AccessState.TO_SEND)
    asks_for: Mapped[str] = field()
    due_on: Mapped[date | None] = field(Date, optional=True)
    sent_at: Mapped[datetime | None] = field(DateTime, Carry.INTERNAL, optional=True)
    answer: Mapped[str] = field(Text, Carry.INTERNAL)
    answered_at: Mapped[datetime | None] = field(DateTime, Carry.INTERNAL, optional=True)


class AccessPerson(Owned):
    """A member named in an access request, and what is still missing."""

    __tablename__ = "access_person"

    access_request_id: Mapped[str] = ref("access_request", owner=True)
    member_id: Mapped[str] = ref("member", owner=True)
    missing: Mapped[str] = field(Text, Carry.INTERNAL)
