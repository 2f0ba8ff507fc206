"""The visit and its programme: stops, parties, entries, legs."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Boolean, Date, DateTime, Float, Index, Integer, String, UniqueConstraint

from app.data.models.base import Owned, Row, Word, field, level, new_id, position, ref
from app.domain.release import Carry
from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus, LegMode, Marking, VisitState

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Visit(Row):
    """One journey of a delegation. ``starts_on`` and ``ends_on`` are days of the home zone."""

    __tablename__ = "visit"

    title: Mapped[str] = field()
    purpose: Mapped[str] = field()
    objectives: Mapped[str] = field()
    desired_outcomes: Mapped[str] = field()
    steering: Mapped[str] = field()
    disclaimer: Mapped[str] = field()
    state: Mapped[VisitState] = field(Word(VisitState), default=VisitState.DRAFT)
    home_city: Mapped[str] = field()
    home_zone: Mapped[str] = field(String(64))
    starts_on: Mapped[date] = field(Date, default=None)
    ends_on: Mapped[date] = field(Date, default=None)
    principal_id: Mapped[str | None] = ref("person", optional=True)
    organisation_id: Mapped[str | None] = ref("organisation", optional=True)
    marking: Mapped[Marking] = level()
    archived: Mapped[bool] = field(Boolean, Carry.INTERNAL, default=False)


class Stop(Owned):
    """A city of the visit with its dates (local days), zone, embassy and emergency data."""

    __tablename__ = "stop"

    position: Mapped[int] = position()
    city: Mapped[str] = field()
    native_city: Mapped[str] = field()
    country_code: Mapped[str] = field(String(2))
    zone: Mapped[str] = field(String(64))
    latitude: Mapped[float | None] = field(Float, optional=True)
    longitude: Mapped[float | None] = field(Float, optional=True)
    arrives_on: Mapped[date] = field(Date, default=None)
    leaves_on: Mapped[date] = field(Date, default=None)
    embassy: Mapped[str] = field()
    embassy_contact: Mapped[str] = field()
    embassy_phone: Mapped[str] = field(String(40), Carry.CONTACT)
    emergency_phone: Mapped[str] = field(String(40))
    hospital: Mapped[str] = field()
    notes: Mapped[str] = field()


class Party(Owned):
    """Who an entry is for: a lane of the programme. An entry with no party is for everyone."""

    __tablename__ = "party"

    position: Mapped[int] = position()
    name: Mapped[str] = field()


class Entry(Owned):
    """One line of the programme.

    The wall clock at the place is the truth; ``start_utc`` and ``end_utc`` are derived from it and from
    the zone data (naive, UTC). ``fold`` tells the two passes of an autumn hour apart: 0 the first, 1 the
    second. ``calendar_uid`` never changes; ``calendar_sequence`` only rises. An entry tied to another
    starts ``tied_minutes`` before it (negative: after) and moves with it.
    """

    __tablename__ = "entry"
    __constraints__ = (Index("ix_entry_visit_id_start_utc", "visit_id", "start_utc"),)

    title: Mapped[str] = field()
    kind: Mapped[EntryKind] = field(Word(EntryKind), default=EntryKind.MEETING)
    status: Mapped[EntryStatus] = field(Word(EntryStatus), default=EntryStatus.CONFIRMED)
    start_wall: Mapped[datetime] = field(DateTime, default=None)
    start_zone: Mapped[str] = field(String(64))
    start_fold: Mapped[int] = field(Integer, default=0)
    start_precision: Mapped[Precision] = field(Word(Precision), default=Precision.EXACT)
    end_wall: Mapped[datetime] = field(DateTime, default=None)
    end_zone: Mapped[str] = field(String(64))
    end_fold: Mapped[int] = field(Integer, default=0)
    end_precision: Mapped[Precision] = field(Word(Precision), default=Precision.EXACT)
    start_utc: Mapped[datetime] = field(DateTime, default=None)
    end_utc: Mapped[datetime] = field(DateTime, default=None)
    marking: Mapped[Marking] = level()
    place_id: Mapped[str | None] = ref("place", optional=True)
    room: Mapped[str] = field()
    host_organisation_id: Mapped[str | None] = ref("organisation", optional=True)
    share_with_host: Mapped[bool] = field(Boolean, Carry.KEY, default=False)
    summary: Mapped[str] = field()
    notes: Mapped[str] = field()
    met_by: Mapped[str] = field()
    dress: Mapped[str] = field()
    press: Mapped[str] = field()
    fallback: Mapped[str] = field()
    tied_to_id: Mapped[str | None] = ref("entry", optional=True)
    tied_minutes: Mapped[int] = field(Integer, Carry.INTERNAL, default=0)
    calendar_uid: Mapped[str] = field(String(80), Carry.KEY, default=new_id)
    calendar_sequence: Mapped[int] = field(Integer, Carry.KEY, default=0)


class EntryParty(Owned):
    """An entry is for this party."""

    __tablename__ = "entry_party"
    __constraints__ = (UniqueConstraint("entry_id", "party_id"),)

    entry_id: Mapped[str] = ref("entry", owner=True)
    party_id: Mapped[str] = ref("party", owner=True)


class Leg(Owned):
    """The travel part of a travel entry. Its times and zones are its entry's two ends.

    Those times are ``estimated`` where the program worked them out and nobody has typed one since.
    """

    __tablename__ = "leg"
    __constraints__ = (UniqueConstraint("entry_id"),)

    entry_id: Mapped[str] = ref("entry", owner=True)
    mode: Mapped[LegMode] = field(Word(LegMode), default=LegMode.CAR)
    carrier: Mapped[str] = field()
    number: Mapped[str] = field(String(20))
    from_name: Mapped[str] = field()
    from_code: Mapped[str] = field(String(8))
    from_terminal: Mapped[str] = field(String(20))
    to_name: Mapped[str] = field()
    to_code: Mapped[str] = field(String(8))
    to_terminal: Mapped[str] = field(String(20))
    booking_reference: Mapped[str] = field(String(20))
    estimated: Mapped[bool] = field(Boolean, default=False)
