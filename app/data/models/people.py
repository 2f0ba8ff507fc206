"""Organisations, people, places, and who is in a delegation. The first three are shared by all visits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Boolean, Date, Float, Integer, String, Text, UniqueConstraint

from app.data.models.base import Owned, Row, Word, field, position, ref
from app.domain.release import Carry
from app.domain.words import Role, Side

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Organisation(Row):
    """An agency, ministry, institute or firm."""

    __tablename__ = "organisation"

    name: Mapped[str] = field()
    acronym: Mapped[str] = field(String(40))
    native_name: Mapped[str] = field()
    parent_id: Mapped[str | None] = ref("organisation", optional=True)
    country_code: Mapped[str] = field(String(2))
    city: Mapped[str] = field()
    website: Mapped[str] = field()
    profile: Mapped[str] = field()


class Person(Row):
    """A person, with the name in Latin letters and in the person's own script."""

    __tablename__ = "person"

    family_name: Mapped[str] = field()
    given_name: Mapped[str] = field()
    family_name_first: Mapped[bool] = field(Boolean, default=False)
    native_name: Mapped[str] = field()
    pronunciation: Mapped[str] = field()
    form_of_address: Mapped[str] = field()
    languages: Mapped[str] = field()
    biography: Mapped[str] = field()
    email: Mapped[str] = field(Text, Carry.CONTACT)
    phone: Mapped[str] = field(String(40), Carry.CONTACT)
    private_phone: Mapped[str] = field(String(40), Carry.PERSONAL)
    picture_sha256: Mapped[str] = field(String(64), Carry.INTERNAL)
    born_on: Mapped[date | None] = field(Date, Carry.PERSONAL, optional=True)
    birth_place: Mapped[str] = field(Text, Carry.PERSONAL)
    sex: Mapped[str] = field(String(1), Carry.PERSONAL)
    citizenships: Mapped[str] = field(Text, Carry.PERSONAL)
    diet: Mapped[str] = field(Text, Carry.PERSONAL)
    mobility: Mapped[str] = field(Text, Carry.PERSONAL)


class Post(Row):
    """A person's title at an organisation. A lower ``rank`` goes first; dates are days, open if empty."""

    __tablename__ = "post"

    person_id: Mapped[str] = ref("person", owner=True)
    organisation_id: Mapped[str] = ref("organisation", owner=True)
    title: Mapped[str] = field()
    native_title: Mapped[str] = field()
    rank: Mapped[int] = field(Integer, default=100)
    starts_on: Mapped[date | None] = field(Date, optional=True)
    ends_on: Mapped[date | None] = field(Date, optional=True)


class TravelDocument(Row):
    """A person's passport. Restricted: never in a book, a calendar or a snapshot."""

    __tablename__ = "travel_document"

    person_id: Mapped[str] = ref("person", owner=True)
    kind: Mapped[str] = field(String(20), Carry.PERSONAL)
    number: Mapped[str] = field(String(40), Carry.PERSONAL)
    country_code: Mapped[str] = field(String(2), Carry.PERSONAL)
    name_as_printed: Mapped[str] = field(Text, Carry.PERSONAL)
    issued_on: Mapped[date | None] = field(Date, Carry.PERSONAL, optional=True)
    expires_on: Mapped[date | None] = field(Date, Carry.PERSONAL, optional=True)


class Visa(Row):
    """A permission to enter a country, in a travel document. Restricted like it."""

    __tablename__ = "visa"

    travel_document_id: Mapped[str] = ref("travel_document", owner=True)
    country_code: Mapped[str] = field(String(2), Carry.PERSONAL)
    visa_class: Mapped[str] = field(String(20), Carry.PERSONAL)
    number: Mapped[str] = field(String(40), Carry.PERSONAL)
    valid_from: Mapped[date | None] = field(Date, Carry.PERSONAL, optional=True)
    valid_until: Mapped[date | None] = field(Date, Carry.PERSONAL, optional=True)


class Place(Row):
    """A venue: where it is, how to get in, what its site asks. Degrees are WGS 84."""

    __tablename__ = "place"

    name: Mapped[str] = field()
    native_name: Mapped[str] = field()
    organisation_id: Mapped[str | None] = ref("organisation", optional=True)
    street: Mapped[str] = field()
    city: Mapped[str] = field()
    country_code: Mapped[str] = field(String(2))
    zone: Mapped[str] = field(String(64))
    latitude: Mapped[float | None] = field(Float, optional=True)
    longitude: Mapped[float | None] = field(Float, optional=True)
    entrance: Mapped[str] = field()
    holding_room: Mapped[str] = field()
    badge_minutes: Mapped[int | None] = field(Integer, optional=True)
    access_rule: Mapped[str] = field()
    phones_policy: Mapped[str] = field()
    hospital: Mapped[str] = field()


class Member(Owned):
    """A person in a visit's delegation, on our side or a host's. Lower ``precedence`` goes first."""

    __tablename__ = "member"

    person_id: Mapped[str] = ref("person", owner=True)
    organisation_id: Mapped[str | None] = ref("organisation", optional=True)
    side: Mapped[Side] = field(Word(Side), Carry.KEY, default=Side.OURS)
    title: Mapped[str] = field()
    native_title: Mapped[str] = field()
    duty: Mapped[str] = field()
    precedence: Mapped[int] = field(Integer, Carry.KEY, default=100)
    precedence_reason: Mapped[str] = field(Text, Carry.INTERNAL)
    joins_on: Mapped[date | None] = field(Date, optional=True)
    leaves_on: Mapped[date | None] = field(Date, optional=True)


class PartyMember(Owned):
    """A member belongs to this party."""

    __tablename__ = "party_member"
    __constraints__ = (UniqueConstraint("party_id", "member_id"),)

    party_id: Mapped[str] = ref("party", owner=True)
    member_id: Mapped[str] = ref("member", owner=True)


class Participation(Owned):
    """A member at an entry."""

    __tablename__ = "participation"
    __constraints__ = (UniqueConstraint("entry_id", "member_id"),)

    entry_id: Mapped[str] = ref("entry", owner=True)
    member_id: Mapped[str] = ref("member", owner=True)
    role: Mapped[Role] = field(Word(Role), default=Role.PARTICIPANT)
    position: Mapped[int] = position()
    confirmed: Mapped[bool] = field(Boolean, default=False)
    attended: Mapped[bool | None] = field(Boolean, optional=True)
