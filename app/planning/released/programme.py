"""The visit and its programme.

As released: each class mirrors one table; what was not released holds its default.
"""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus, LegMode, Marking, VisitState

EPOCH = datetime(1970, 1, 1)  # stands where a time was not released
NO_DAY = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Head:
    """The visit itself."""

    id: str
    title: str = ""
    purpose: str = ""
    objectives: str = ""
    desired_outcomes: str = ""
    steering: str = ""
    disclaimer: str = ""
    state: VisitState = VisitState.DRAFT
    home_city: str = ""
    home_zone: str = "UTC"
    starts_on: date = NO_DAY
    ends_on: date = NO_DAY
    principal_id: str | None = None
    organisation_id: str | None = None
    marking: Marking = Marking.OFFICIAL_USE


@dataclass(frozen=True, slots=True)
class Stop:
    """A city of the visit."""

    id: str
    position: int = 0
    city: str = ""
    native_city: str = ""
    country_code: str = ""
    zone: str = "UTC"
    latitude: float | None = None
    longitude: float | None = None
    arrives_on: date = NO_DAY
    leaves_on: date = NO_DAY
    embassy: str = ""
    embassy_contact: str = ""
    embassy_phone: str = ""
    emergency_phone: str = ""
    hospital: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Who an entry is for."""

    id: str
    position: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the programme."""

    id: str
    created_at: datetime = EPOCH
    updated_at: datetime = EPOCH
    title: str = ""
    kind: EntryKind = EntryKind.MEETING
    status: EntryStatus = EntryStatus.CONFIRMED
    start_wall: datetime = EPOCH
    start_zone: str = "UTC"
    start_fold: int = 0
    start_precision: Precision = Precision.EXACT
    end_wall: datetime = EPOCH
    end_zone: str = "UTC"
    end_fold: int = 0
    end_precision: Precision = Precision.EXACT
    start_utc: datetime = EPOCH
    end_utc: datetime = EPOCH
    marking: Marking = Marking.OFFICIAL_USE
    place_id: str | None = None
    room: str = ""
    host_organisation_id: str | None = None
    share_with_host: bool = False
    summary: str = ""
    notes: str = ""
    met_by: str = ""
    dress: str = ""
    press: str = ""
    fallback: str = ""
    calendar_uid: str = ""
    calendar_sequence: int = 0


@dataclass(frozen=True, slots=True)
class EntryParty:
    """An entry is for a party."""

    id: str
    entry_id: str = ""
    party_id: str = ""


@dataclass(frozen=True, slots=True)
class Leg:
    """The travel part of a travel entry."""

    id: str
    entry_id: str = ""
    mode: LegMode = LegMode.CAR
    carrier: str = ""
    number: str = ""
    from_name: str = ""
    from_code: str = ""
    from_terminal: str = ""
    to_name: str = ""
    to_code: str = ""
    to_terminal: str = ""
    booking_reference: str = ""
    estimated: bool = False
