"""Cars, rooms, gifts, interpreters, access, attachments.

As released: each class mirrors one table; what was not released holds its default.
"""

from dataclasses import dataclass
from datetime import date

from app.domain.words import AccessState, GiftDirection, InterpretingMode, Marking, RoomUse


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
