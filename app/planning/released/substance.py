"""What the visit is for, and what was promised.

As released: each class mirrors one table; what was not released holds its default.
"""

from dataclasses import dataclass
from datetime import date

from app.domain.words import (
    ActionState,
    Area,
    BriefSection,
    Intent,
    Marking,
    NoteKind,
    Outcome,
    PointKind,
    Side,
)


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
    outcome: Outcome | None = None
    outcome_note: str = ""


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
    agenda_item_id: str | None = None
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
