"""The words that people read for the fixed vocabularies of ``app.domain.words``."""

from enum import StrEnum
from functools import cache

from app.domain.release import AudienceKind
from app.domain.seating import TableRow, TableShape
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
    Outcome,
    PointKind,
    Role,
    RoomUse,
    Severity,
    Side,
    VisitState,
)
from app.wording.language import _, language, pgettext


def marking_names() -> tuple[str, str, str, str]:
    """Return the shipped names of the markings, lowest first; a planner may rename them."""
    return (_("PUBLIC"), _("OFFICIAL USE"), _("RESTRICTED"), _("CONFIDENTIAL"))


def marking_name(marking: Marking, names: tuple[str, ...] | None = None) -> str:
    """Return the name of a marking, from the planner's own names where they are given."""
    return (names or marking_names())[marking]


def word_name(word: StrEnum) -> str:
    """Return what people read for a word of a fixed vocabulary."""
    return _names(language())[type(word), word.value]


@cache
def _names(_tag: str) -> dict[tuple[type[StrEnum], str], str]:
    # Keyed by vocabulary too: Side.HOST and AudienceKind.HOST are equal as strings, and differ as words.
    pairs = [*_visit_names(), *_programme_names(), *_substance_names(), *_keeping_names()]
    return {(type(word), word.value): text for word, text in pairs}


def _visit_names() -> list[tuple[StrEnum, str]]:
    return [
        (VisitState.DRAFT, _("Draft")),
        (VisitState.CONFIRMED, _("Confirmed")),
        (VisitState.UNDER_WAY, _("Under way")),
        (VisitState.COMPLETED, _("Completed")),
        (VisitState.CANCELLED, _("Cancelled")),
        (AudienceKind.PRINCIPAL, _("Principal")),
        (AudienceKind.DELEGATION, _("Delegation")),
        (AudienceKind.HOST, _("Host")),
        (AudienceKind.PUBLIC, _("Public")),
    ]


def _programme_names() -> list[tuple[StrEnum, str]]:
    return [
        (EntryKind.MEETING, _("Meeting")),
        (EntryKind.SITE_VISIT, _("Site visit")),
        (EntryKind.MEAL, _("Meal")),
        (EntryKind.CEREMONY, _("Ceremony")),
        (EntryKind.MEDIA, _("Media")),
        (EntryKind.BRIEFING, _("Briefing")),
        (EntryKind.TRAVEL, _("Travel")),
        (EntryKind.HOLD, pgettext("kind of entry", "Hold")),
        (EntryKind.REST, pgettext("kind of entry", "Rest")),
        (EntryKind.PRIVATE, pgettext("kind of entry", "Private")),
        (EntryStatus.CONFIRMED, _("Confirmed")),
        (EntryStatus.TENTATIVE, _("Tentative")),
        (EntryStatus.CANCELLED, _("Cancelled")),
        (Precision.EXACT, _("Exact")),
        (Precision.ABOUT, _("About")),
        (Precision.UNDECIDED, _("To be decided")),
        (LegMode.FLIGHT, _("Flight")),
        (LegMode.TRAIN, _("Train")),
        (LegMode.CAR, _("Car")),
        (LegMode.COACH, _("Coach")),
        (LegMode.WALK, _("Walk")),
        (LegMode.FERRY, _("Ferry")),
    ]


def _substance_names() -> list[tuple[StrEnum, str]]:
    return [
        (Side.OURS, _("Our side")),
        (Side.HOST, _("Host side")),
        (Role.HEAD, _("Head of side")),
        (Role.SPEAKER, _("Speaker")),
        (Role.PARTICIPANT, _("Participant")),
        (Role.NOTE_TAKER, _("Note-taker")),
        (Role.INTERPRETER, _("Interpreter")),
        (Role.OBSERVER, _("Observer")),
        (Area.JOINT_MISSIONS, _("Joint missions")),
        (Area.COLLABORATIVE_RESEARCH, _("Collaborative research")),
        (Area.SCIENTIFIC_DATA, _("Scientific data")),
        (Area.TECHNOLOGY, _("Technology")),
        (Area.INSTITUTIONAL, _("Institutional")),
        (Area.POLICY, _("Policy")),
        (Intent.LEAD, _("Lead")),
        (Intent.RAISE, _("Raise")),
        (Intent.IF_RAISED, _("If raised")),
        (PointKind.SAY, _("Say")),
        (PointKind.RESPOND, _("Respond")),
        (PointKind.AVOID, _("Avoid")),
        (BriefSection.PURPOSE, _("Purpose")),
        (BriefSection.SCENE, _("Scene")),
        (BriefSection.BACKGROUND, _("Background")),
        (BriefSection.LOGISTICS, _("Logistics")),
        (ActionState.OPEN, pgettext("state of an action", "Open")),
        (ActionState.IN_PROGRESS, _("In progress")),
        (ActionState.DONE, _("Done")),
        (ActionState.DROPPED, _("Dropped")),
        (Outcome.AGREED, _("Agreed")),
        (Outcome.CONTINUED, _("Continued")),
        (Outcome.DROPPED, _("Dropped")),
        (TableShape.FACING, _("Two rows facing")),
        (TableShape.ROUND, _("Round table")),
        (TableShape.HORSESHOE, _("Table in a U")),
        (TableRow.HOST, _("Host’s row")),
        (TableRow.OURS, _("Our row")),
        (TableRow.HOST_BEHIND, _("Behind the host")),
        (TableRow.BEHIND, _("Behind us")),
        (TableRow.HEAD, _("Head of the table")),
        (TableRow.LEFT, _("Left arm of the table")),
        (TableRow.RIGHT, _("Right arm of the table")),
        (TableRow.ROUND, _("Round the table")),
    ]


def _keeping_names() -> list[tuple[StrEnum, str]]:
    return [
        (InterpretingMode.CONSECUTIVE, _("Consecutive")),
        (InterpretingMode.SIMULTANEOUS, _("Simultaneous")),
        (InterpretingMode.WHISPERED, _("Whispered")),
        (AccessState.TO_SEND, _("To send")),
        (AccessState.SENT, _("Sent")),
        (AccessState.GRANTED, _("Granted")),
        (AccessState.REFUSED, _("Refused")),
        (RoomUse.GUEST, _("Guest room")),
        (RoomUse.CONTROL, _("Control room")),
        (RoomUse.HOLDING, _("Holding room")),
        (RoomUse.BAGGAGE, _("Baggage room")),
        (GiftDirection.GIVEN, _("Given")),
        (GiftDirection.RECEIVED, _("Received")),
        (NoteKind.PRESS_LINE, _("Press line")),
        (NoteKind.QUESTION, _("Question and answer")),
        (NoteKind.SPEECH, _("Speech")),
        (NoteKind.GLOSSARY, _("Glossary")),
        (NoteKind.COUNTRY, _("Country note")),
        (Severity.BLOCKS, _("Blocks the papers")),
        (Severity.WARN, _("Warning")),
        (Severity.NOTE, pgettext("how much a finding matters", "Note")),
    ]
