"""What a release hands to paper: frozen rows with only the fields that an audience may carry.

Each class mirrors one table; its attributes bear the names of columns. A field that was not released
holds its default: an empty string, ``None`` or 0. Times: ``*_wall`` naive local clock, ``*_zone`` its IANA
zone, ``*_utc`` naive UTC. Nothing here imports the database, so a worker process starts quickly.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from app.domain.release import Audience, Withheld
from app.domain.time import Precision
from app.domain.words import (
    AccessState,
    ActionState,
    Area,
    BriefSection,
    EntryKind,
    EntryStatus,
    GiftDirection,
    Intent,
    InterpretingMode,
    LegMode,
    Marking,
    NoteKind,
    PointKind,
    Role,
    RoomUse,
    Side,
    VisitState,
)

__all__ = ["ReleasedVisit"]

T = TypeVar("T")
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
        order = (
            (self.family_name, self.given_name)
            if self.family_name_first
            else (self.given_name, self.family_name)
        )
        return " ".join(part for part in order if part)


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


@dataclass(frozen=True, slots=True)
class Topic:
    """What we want to talk about."""

    id: str
    position: int = 0
    title: str = ""
    area: Area = Area.JOINT_MISSIONS
    marking: Marking = Marking.OFFICIAL_USE
    objective: str = ""
    ask: str = ""
    offer: str = ""
    background: str = ""
    likely_position: str = ""
    likely_position_marking: Marking = Marking.RESTRICTED
    red_line: str = ""
    red_line_marking: Marking = Marking.RESTRICTED
    if_raised: str = ""
    if_raised_marking: Marking = Marking.RESTRICTED
    owner_id: str | None = None


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier cooperation."""

    id: str
    title: str = ""
    years: str = ""
    area: Area = Area.JOINT_MISSIONS
    description: str = ""
    lesson: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class PrecedentParty:
    """An organisation that was a party to a precedent."""

    id: str
    precedent_id: str = ""
    organisation_id: str = ""
    contribution: str = ""


@dataclass(frozen=True, slots=True)
class TopicPrecedent:
    """A precedent that a topic points at."""

    id: str
    topic_id: str = ""
    precedent_id: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A line of a meeting's agenda."""

    id: str
    entry_id: str = ""
    topic_id: str | None = None
    position: int = 0
    title: str = ""
    minutes: int = 0
    speaker_id: str | None = None
    intent: Intent = Intent.RAISE
    marking: Marking = Marking.OFFICIAL_USE


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """One sentence to say, respond with, or avoid."""

    id: str
    agenda_item_id: str = ""
    position: int = 0
    kind: PointKind = PointKind.SAY
    text: str = ""
    marking: Marking = Marking.OFFICIAL_USE


@dataclass(frozen=True, slots=True)
class Brief:
    """The written part of a meeting."""

    id: str
    entry_id: str = ""
    asked_by: str = ""


@dataclass(frozen=True, slots=True)
class BriefParagraph:
    """One marked paragraph of a brief."""

    id: str
    brief_id: str = ""
    section: BriefSection = BriefSection.PURPOSE
    position: int = 0
    text: str = ""
    marking: Marking = Marking.OFFICIAL_USE


@dataclass(frozen=True, slots=True)
class Action:
    """A promise, ours or theirs."""

    id: str
    position: int = 0
    text: str = ""
    owed_by: Side = Side.OURS
    owner_id: str | None = None
    owner_organisation_id: str | None = None
    counterpart_organisation_id: str | None = None
    due_on: date | None = None
    state: ActionState = ActionState.OPEN
    entry_id: str | None = None
    topic_id: str | None = None
    marking: Marking = Marking.OFFICIAL_USE


@dataclass(frozen=True, slots=True)
class Note:
    """A press line, question and answer, speech, glossary word or country note."""

    id: str
    kind: NoteKind = NoteKind.PRESS_LINE
    entry_id: str | None = None
    position: int = 0
    title: str = ""
    text: str = ""
    marking: Marking = Marking.OFFICIAL_USE


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A car."""

    id: str
    stop_id: str | None = None
    position: int = 0
    name: str = ""
    kind: str = ""
    seats: int = 0
    plate: str = ""
    driver: str = ""
    driver_phone: str = ""


@dataclass(frozen=True, slots=True)
class Ride:
    """A vehicle on the way of one entry."""

    id: str
    vehicle_id: str = ""
    entry_id: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Rider:
    """Who sits in a vehicle."""

    id: str
    ride_id: str = ""
    member_id: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Lodging:
    """A hotel with its nights."""

    id: str
    stop_id: str | None = None
    place_id: str | None = None
    name: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    phone: str = ""
    confirmation: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """A room of a lodging."""

    id: str
    lodging_id: str = ""
    position: int = 0
    number: str = ""
    use: RoomUse = RoomUse.GUEST


@dataclass(frozen=True, slots=True)
class RoomGuest:
    """Who sleeps in a room."""

    id: str
    room_id: str = ""
    member_id: str = ""


@dataclass(frozen=True, slots=True)
class Gift:
    """A gift given or received."""

    id: str
    entry_id: str | None = None
    direction: GiftDirection = GiftDirection.GIVEN
    description: str = ""
    organisation_id: str | None = None
    custody: str = ""


@dataclass(frozen=True, slots=True)
class InterpreterBooking:
    """An interpreter at an entry."""

    id: str
    entry_id: str = ""
    member_id: str | None = None
    from_language: str = ""
    to_language: str = ""
    mode: InterpretingMode = InterpretingMode.CONSECUTIVE
    hours: float = 0.0


@dataclass(frozen=True, slots=True)
class AccessRequest:
    """What a site must be told."""

    id: str
    place_id: str | None = None
    entry_id: str | None = None
    state: AccessState = AccessState.TO_SEND
    asks_for: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept inside the planner; its words alone, not its bytes."""

    id: str
    entry_id: str | None = None
    topic_id: str | None = None
    position: int = 0
    name: str = ""
    media_type: str = ""
    size: int = 0
    marking: Marking = Marking.OFFICIAL_USE


#: Table name to the class of its released rows, and the attribute of ``ReleasedVisit`` that holds them.
TABLES: Mapping[str, tuple[type, str]] = {
    "stop": (Stop, "stops"),
    "party": (Party, "parties"),
    "entry": (Entry, "entries"),
    "entry_party": (EntryParty, "entry_parties"),
    "leg": (Leg, "legs"),
    "organisation": (Organisation, "organisations"),
    "person": (Person, "persons"),
    "place": (Place, "places"),
    "member": (Member, "members"),
    "party_member": (PartyMember, "party_members"),
    "participation": (Participation, "participations"),
    "topic": (Topic, "topics"),
    "precedent": (Precedent, "precedents"),
    "precedent_party": (PrecedentParty, "precedent_parties"),
    "topic_precedent": (TopicPrecedent, "topic_precedents"),
    "agenda_item": (AgendaItem, "agenda_items"),
    "talking_point": (TalkingPoint, "talking_points"),
    "brief": (Brief, "briefs"),
    "brief_paragraph": (BriefParagraph, "brief_paragraphs"),
    "action": (Action, "actions"),
    "note": (Note, "notes"),
    "vehicle": (Vehicle, "vehicles"),
    "ride": (Ride, "rides"),
    "rider": (Rider, "riders"),
    "lodging": (Lodging, "lodgings"),
    "room": (Room, "rooms"),
    "room_guest": (RoomGuest, "room_guests"),
    "gift": (Gift, "gifts"),
    "interpreter_booking": (InterpreterBooking, "interpreter_bookings"),
    "access_request": (AccessRequest, "access_requests"),
    "attachment": (Attachment, "attachments"),
}


@dataclass(frozen=True)
class ReleasedVisit:
    """One visit as one audience may see it. Entries are in order of ``start_utc``, rows by position.

    ``organisation_id`` is the host organisation of a host audience; ``marking_names`` are the four names
    from the lowest marking to the highest; ``withheld`` tells what was left out and why.
    """

    audience: Audience
    ceiling: Marking
    marking_names: tuple[str, str, str, str]
    visit: Head
    organisation_id: str | None = None
    stops: tuple[Stop, ...] = ()
    parties: tuple[Party, ...] = ()
    entries: tuple[Entry, ...] = ()
    entry_parties: tuple[EntryParty, ...] = ()
    legs: tuple[Leg, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    persons: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    members: tuple[Member, ...] = ()
    party_members: tuple[PartyMember, ...] = ()
    participations: tuple[Participation, ...] = ()
    topics: tuple[Topic, ...] = ()
    precedents: tuple[Precedent, ...] = ()
    precedent_parties: tuple[PrecedentParty, ...] = ()
    topic_precedents: tuple[TopicPrecedent, ...] = ()
    agenda_items: tuple[AgendaItem, ...] = ()
    talking_points: tuple[TalkingPoint, ...] = ()
    briefs: tuple[Brief, ...] = ()
    brief_paragraphs: tuple[BriefParagraph, ...] = ()
    actions: tuple[Action, ...] = ()
    notes: tuple[Note, ...] = ()
    vehicles: tuple[Vehicle, ...] = ()
    rides: tuple[Ride, ...] = ()
    riders: tuple[Rider, ...] = ()
    lodgings: tuple[Lodging, ...] = ()
    rooms: tuple[Room, ...] = ()
    room_guests: tuple[RoomGuest, ...] = ()
    gifts: tuple[Gift, ...] = ()
    interpreter_bookings: tuple[InterpreterBooking, ...] = ()
    access_requests: tuple[AccessRequest, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    withheld: tuple[Withheld, ...] = field(default=())

    @cached_property
    def place(self) -> Mapping[str, Place]:
        """Places by id."""
        return {row.id: row for row in self.places}

    @cached_property
    def organisation(self) -> Mapping[str, Organisation]:
        """Organisations by id."""
        return {row.id: row for row in self.organisations}

    @cached_property
    def person(self) -> Mapping[str, Person]:
        """Persons by id."""
        return {row.id: row for row in self.persons}

    @cached_property
    def member(self) -> Mapping[str, Member]:
        """Members by id."""
        return {row.id: row for row in self.members}

    @cached_property
    def topic(self) -> Mapping[str, Topic]:
        """Topics by id."""
        return {row.id: row for row in self.topics}

    @cached_property
    def party(self) -> Mapping[str, Party]:
        """Parties by id."""
        return {row.id: row for row in self.parties}

    @cached_property
    def leg_of(self) -> Mapping[str, Leg]:
        """Legs by the id of their entry."""
        return {row.entry_id: row for row in self.legs}

    @cached_property
    def agenda_of(self) -> Mapping[str, tuple[AgendaItem, ...]]:
        """Agenda items by the id of their entry."""
        return grouped(self.agenda_items, lambda row: row.entry_id)

    @cached_property
    def points_of(self) -> Mapping[str, tuple[TalkingPoint, ...]]:
        """Talking points by the id of their agenda item."""
        return grouped(self.talking_points, lambda row: row.agenda_item_id)

    @cached_property
    def participations_of(self) -> Mapping[str, tuple[Participation, ...]]:
        """Participations by the id of their entry, by position."""
        return grouped(self.participations, lambda row: row.entry_id)

    @cached_property
    def parties_of(self) -> Mapping[str, tuple[Party, ...]]:
        """Parties by the id of their entry; an entry not found here is for everyone."""
        links = grouped(self.entry_parties, lambda row: row.entry_id)
        return {
            entry: tuple(self.party[link.party_id] for link in rows if link.party_id in self.party)
            for entry, rows in links.items()
        }


def grouped(rows: Iterable[T], key: Callable[[T], str]) -> Mapping[str, tuple[T, ...]]:
    """Group rows by a key, keeping their order; a key with no rows is absent."""
    groups: dict[str, list[T]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return {name: tuple(found) for name, found in groups.items()}
