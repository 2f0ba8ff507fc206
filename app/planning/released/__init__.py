"""What a release hands to paper: frozen rows with only the fields that an audience may carry.

Each class mirrors one table; its attributes bear the names of columns. A field that was not released
holds its default: an empty string, ``None`` or 0. Times: ``*_wall`` naive local clock, ``*_zone`` its IANA
zone, ``*_utc`` naive UTC. Nothing here imports the database, so a worker process starts quickly.
"""

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
from app.planning.released.programme import EPOCH, NO_DAY, Entry, EntryParty, Head, Leg, Party, Stop
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
from app.planning.released.visit import TABLES, ReleasedVisit, grouped

__all__ = [
    "EPOCH",
    "NO_DAY",
    "TABLES",
    "AccessRequest",
    "Action",
    "AgendaItem",
    "Attachment",
    "Brief",
    "BriefParagraph",
    "Decision",
    "Entry",
    "EntryParty",
    "Gift",
    "Head",
    "InterpreterBooking",
    "Leg",
    "Lodging",
    "Member",
    "Note",
    "Organisation",
    "Participation",
    "Party",
    "PartyMember",
    "Person",
    "Place",
    "Precedent",
    "PrecedentParty",
    "Record",
    "RecordPoint",
    "ReleasedVisit",
    "Ride",
    "Rider",
    "Room",
    "RoomGuest",
    "Seat",
    "Stop",
    "TalkingPoint",
    "Topic",
    "TopicPrecedent",
    "Vehicle",
    "grouped",
]
