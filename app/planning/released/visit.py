"""One visit as one audience may see it, and its tables by name."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from app.domain.release import Audience, Withheld
from app.domain.words import Marking
from app.planning.released.logistics import (
    AccessRequest,
    Attachment,
    Gift,
    InterpreterBooking,
    Lodging,
    Ride,
    Rider,
    Room,
    RoomGuest,
    Vehicle,
)
from app.planning.released.outcomes import Decision, Record, RecordPoint
from app.planning.released.people import (
    Member,
    Organisation,
    Participation,
    PartyMember,
    Person,
    Place,
    Seat,
)
from app.planning.released.programme import Entry, EntryParty, Head, Leg, Party, Stop
from app.planning.released.substance import (
    Action,
    AgendaItem,
    Brief,
    BriefParagraph,
    Note,
    Precedent,
    PrecedentParty,
    TalkingPoint,
    Topic,
    TopicPrecedent,
)

T = TypeVar("T")

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
    "seat": (Seat, "seats"),
    "topic": (Topic, "topics"),
    "precedent": (Precedent, "precedents"),
    "precedent_party": (PrecedentParty, "precedent_parties"),
    "topic_precedent": (TopicPrecedent, "topic_precedents"),
    "agenda_item": (AgendaItem, "agenda_items"),
    "talking_point": (TalkingPoint, "talking_points"),
    "brief": (Brief, "briefs"),
    "brief_paragraph": (BriefParagraph, "brief_paragraphs"),
    "record": (Record, "records"),
    "record_point": (RecordPoint, "record_points"),
    "decision": (Decision, "decisions"),
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
    seats: tuple[Seat, ...] = ()
    topics: tuple[Topic, ...] = ()
    precedents: tuple[Precedent, ...] = ()
    precedent_parties: tuple[PrecedentParty, ...] = ()
    topic_precedents: tuple[TopicPrecedent, ...] = ()
    agenda_items: tuple[AgendaItem, ...] = ()
    talking_points: tuple[TalkingPoint, ...] = ()
    briefs: tuple[Brief, ...] = ()
    brief_paragraphs: tuple[BriefParagraph, ...] = ()
    records: tuple[Record, ...] = ()
    record_points: tuple[RecordPoint, ...] = ()
    decisions: tuple[Decision, ...] = ()
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
