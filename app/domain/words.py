"""The closed vocabularies of planning: one enumeration for each word that has fixed values."""

from enum import IntEnum, StrEnum


class Marking(IntEnum):
    """How far words may travel. The order is fixed; the names people read are editable."""

    PUBLIC = 0
    OFFICIAL_USE = 1
    RESTRICTED = 2
    CONFIDENTIAL = 3


class VisitState(StrEnum):
    """Where a visit stands in its life."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    UNDER_WAY = "under_way"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class EntryKind(StrEnum):
    """What a line of the programme is."""

    MEETING = "meeting"
    SITE_VISIT = "site_visit"
    MEAL = "meal"
    CEREMONY = "ceremony"
    MEDIA = "media"
    BRIEFING = "briefing"
    TRAVEL = "travel"
    HOLD = "hold"
    REST = "rest"
    PRIVATE = "private"


class EntryStatus(StrEnum):
    """How firm an entry is. A cancelled entry stays, so that calendars can be told."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


class LegMode(StrEnum):
    """By what a leg travels."""

    FLIGHT = "flight"
    TRAIN = "train"
    CAR = "car"
    COACH = "coach"
    WALK = "walk"
    FERRY = "ferry"


class Side(StrEnum):
    """On which side of the table a member sits."""

    OURS = "ours"
    HOST = "host"


class Role(StrEnum):
    """What a member does at an entry."""

    HEAD = "head"
    SPEAKER = "speaker"
    PARTICIPANT = "participant"
    NOTE_TAKER = "note_taker"
    INTERPRETER = "interpreter"
    OBSERVER = "observer"


class Area(StrEnum):
    """The field of cooperation that a topic belongs to."""

    JOINT_MISSIONS = "joint_missions"
    COLLABORATIVE_RESEARCH = "collaborative_research"
    SCIENTIFIC_DATA = "scientific_data"
    TECHNOLOGY = "technology"
    INSTITUTIONAL = "institutional"
    POLICY = "policy"


class Intent(StrEnum):
    """How we bring a topic up: lead, raise, or speak only if they raise it."""

    LEAD = "lead"
    RAISE = "raise"
    IF_RAISED = "if_raised"


class Outcome(StrEnum):
    """What became of an agenda item."""

    AGREED = "agreed"
    CONTINUED = "continued"
    DROPPED = "dropped"


class PointKind(StrEnum):
    """Whether a talking point is to be said, given in response, or avoided."""

    SAY = "say"
    RESPOND = "respond"
    AVOID = "avoid"


class BriefSection(StrEnum):
    """The parts of a brief, in the order in which they print."""

    PURPOSE = "purpose"
    SCENE = "scene"
    BACKGROUND = "background"
    LOGISTICS = "logistics"


class ActionState(StrEnum):
    """How far a promise has got."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"


class InterpretingMode(StrEnum):
    """How an interpreter works at an entry."""

    CONSECUTIVE = "consecutive"
    SIMULTANEOUS = "simultaneous"
    WHISPERED = "whispered"


class AccessState(StrEnum):
    """Where an access request stands."""

    TO_SEND = "to_send"
    SENT = "sent"
    GRANTED = "granted"
    REFUSED = "refused"


class RoomUse(StrEnum):
    """What a hotel room is for."""

    GUEST = "guest"
    CONTROL = "control"
    HOLDING = "holding"
    BAGGAGE = "baggage"


class GiftDirection(StrEnum):
    """Whether a gift is given by us or received."""

    GIVEN = "given"
    RECEIVED = "received"


class NoteKind(StrEnum):
    """What a note is."""

    PRESS_LINE = "press_line"
    QUESTION = "question"
    SPEECH = "speech"
    GLOSSARY = "glossary"
    COUNTRY = "country"


class Severity(StrEnum):
    """How much a finding matters."""

    BLOCKS = "blocks"
    WARN = "warn"
    NOTE = "note"
