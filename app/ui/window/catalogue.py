"""The rooms of the window, in the order in which the navigation lists them."""

from dataclasses import dataclass

from app.wording import _


@dataclass(frozen=True, slots=True)
class RoomKind:
    """One room: its name in code, its icon and words, and what is at home in it.

    ``kinds`` are the rows that are shown there when somebody asks to go to one. ``inspects`` tells that the
    row selected there is shown in the inspector, and ``pulls`` that a narrow window brings it over the work
    for that; ``of_visit`` that the room is of the visit in view.
    """

    name: str
    icon: str
    words: str
    kinds: tuple[str, ...] = ()
    inspects: bool = True
    of_visit: bool = True
    pulls: bool = True


def work_rooms() -> tuple[RoomKind, ...]:
    """Return the rooms in which a visit is planned."""
    return (
        RoomKind("overview", "overview", _("Overview"), inspects=False),
        RoomKind("programme", "list", _("Programme"), ("entry",)),
        RoomKind("meetings", "handshake", _("Meetings"), ("meeting", "agenda_item"), pulls=False),
        RoomKind("topics", "flag", _("Topics"), ("topic", "topic_page", "precedent"), pulls=False),
        RoomKind("actions", "check-square", _("Actions"), ("action",)),
        RoomKind("delegation", "users", _("Delegation"), ("member",)),
        RoomKind("logistics", "car", _("Logistics"), LOGISTICS),
        RoomKind("notes", "message-square", _("Notes & files"), ("note", "attachment")),
        RoomKind("visit", "briefcase", _("Visit & stops"), ("stop", "party"), inspects=False),
    )


def shared_rooms() -> tuple[RoomKind, ...]:
    """Return the rooms of what all visits share."""
    return (
        RoomKind(
            "people", "user", _("People"), ("person", "organisation", "organisation_page"), of_visit=False
        ),
        RoomKind("places", "map-pin", _("Places"), ("place",), of_visit=False),
    )


def paper_rooms() -> tuple[RoomKind, ...]:
    """Return the rooms in which papers are made, and in which one looks back."""
    return (
        RoomKind("book", "book-open", _("Briefing book"), inspects=False),
        RoomKind("calendar", "calendar", _("Calendar"), inspects=False),
        RoomKind("tell", "upload", _("Tell"), ("told",), inspects=False),
        RoomKind("history", "history", _("History"), inspects=False, of_visit=False),
    )


def other_rooms() -> tuple[RoomKind, ...]:
    """Return the rooms that the navigation does not list."""
    return (
        RoomKind("visits", "briefcase", _("Visits"), ("visit",), inspects=False, of_visit=False),
        RoomKind("settings", "settings", _("Settings"), inspects=False, of_visit=False),
    )


LOGISTICS = (
    "vehicle",
    "lodging",
    "room",
    "baggage_piece",
    "gift",
    "interpreter_booking",
    "access_request",
)


def listed_rooms() -> tuple[RoomKind, ...]:
    """Return the rooms that the navigation lists."""
    return (*work_rooms(), *shared_rooms(), *paper_rooms())


def all_rooms() -> tuple[RoomKind, ...]:
    """Return every room."""
    return (*listed_rooms(), *other_rooms())


def room_kind(name: str) -> RoomKind | None:
    """Return the room of a name; ``None`` for the one that a planner without visits shows."""
    return next((room for room in all_rooms() if room.name == name), None)


def home_of(kind: str) -> str:
    """Return the name of the room in which rows of a kind are at home; nothing where there is none."""
    return next((room.name for room in all_rooms() if kind in room.kinds), "")


def room_title(name: str) -> str:
    """Return the title of a room."""
    room = room_kind(name)
    return room.words if room else _("Planner")
