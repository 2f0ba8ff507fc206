"""Who and where.

As released: each class mirrors one table; what was not released holds its default.
"""

from dataclasses import dataclass
from datetime import date

from app.domain.names import full_name
from app.domain.words import Role, Side


@dataclass(frozen=True, slots=True)
class Organisation:
    """An agency, ministry, institute or firm."""

    id: str
    name: str = ""
    acronym: str = ""
    native_name: str = ""
    parent_id: str | None = None
    country_code: str = ""
    city: str = ""
    website: str = ""
    profile: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person."""

    id: str
    family_name: str = ""
    given_name: str = ""
    family_name_first: bool = False
    native_name: str = ""
    pronunciation: str = ""
    form_of_address: str = ""
    languages: str = ""
    biography: str = ""
    email: str = ""
    phone: str = ""

    @property
    def name(self) -> str:
        """The name in Latin letters, in the person's own order."""
        return full_name(self.family_name, self.given_name, family_first=self.family_name_first)


@dataclass(frozen=True, slots=True)
class Place:
    """A venue."""

    id: str
    name: str = ""
    native_name: str = ""
    organisation_id: str | None = None
    street: str = ""
    city: str = ""
    country_code: str = ""
    zone: str = "UTC"
    latitude: float | None = None
    longitude: float | None = None
    entrance: str = ""
    holding_room: str = ""
    badge_minutes: int | None = None
    access_rule: str = ""
    phones_policy: str = ""
    hospital: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A person in the visit's delegations."""

    id: str
    person_id: str = ""
    organisation_id: str | None = None
    side: Side = Side.OURS
    title: str = ""
    native_title: str = ""
    duty: str = ""
    precedence: int = 100
    joins_on: date | None = None
    leaves_on: date | None = None


@dataclass(frozen=True, slots=True)
class PartyMember:
    """A member belongs to a party."""

    id: str
    party_id: str = ""
    member_id: str = ""


@dataclass(frozen=True, slots=True)
class Participation:
    """A member at an entry."""

    id: str
    entry_id: str = ""
    member_id: str = ""
    role: Role = Role.PARTICIPANT
    position: int = 0
    confirmed: bool = False
    attended: bool | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """A place at a table: the row, and the place in it from 0."""

    id: str
    participation_id: str = ""
    table_side: str = ""
    position: int = 0
