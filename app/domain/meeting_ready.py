"""What is still missing before a meeting can be held: rules of readiness of one meeting (pure).

Source of the rules: what a delegation's staff go through the evening before – the agenda, who leads each
item, the brief, who heads each side, the interpreter, the gift. A gift may well not be wanted, nor an
interpreter where nobody is named as one: that there is none is then said, and is no fault.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.words import Side


class State(StrEnum):
    """How far a point is: done, missing, or none, where none may be wanted."""

    DONE = "done"
    MISSING = "missing"
    NONE = "none"


class Matter(StrEnum):
    """What a point is about."""

    AGENDA = "agenda"
    LEADS = "leads"
    BRIEF = "brief"
    HEADS = "heads"
    INTERPRETER = "interpreter"
    GIFT = "gift"


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What is known of a meeting. ``over`` are the minutes of its agenda beyond its slot, below 0 those left.

    ``interpreted`` is whether anybody stands there as interpreter; of the ``booked`` ones, ``twice`` are
    wanted elsewhere at the same time, ``unsent`` have no documents yet.
    """

    items: int
    over: int
    without_lead: int
    written: bool
    cleared: bool
    headless: tuple[Side, ...]
    interpreted: bool
    booked: int
    twice: int
    unsent: int
    gifts: int


@dataclass(frozen=True, slots=True)
class ReadyPoint:
    """One point: ``code`` says which sentence it is, ``count`` how many or how long, ``sides`` whose."""

    matter: Matter
    state: State
    code: str
    count: int = 0
    sides: tuple[Side, ...] = ()


def ready_points(facts: MeetingFacts) -> tuple[ReadyPoint, ...]:
    """Return how far a meeting is prepared, matter by matter; who leads is no matter without an agenda."""
    points = (_agenda(facts), _leads(facts), _brief(facts), _heads(facts), _interpreter(facts), _gift(facts))
    return tuple(point for point in points if point is not None)


def _agenda(facts: MeetingFacts) -> ReadyPoint:
    if not facts.items:
        return ReadyPoint(Matter.AGENDA, State.MISSING, "agenda_empty")
    if facts.over > 0:
        return ReadyPoint(Matter.AGENDA, State.MISSING, "agenda_over", facts.over)
    return ReadyPoint(Matter.AGENDA, State.DONE, "agenda_fits")


def _leads(facts: MeetingFacts) -> ReadyPoint | None:
    if not facts.items:
        return None
    if facts.without_lead:
        return ReadyPoint(Matter.LEADS, State.MISSING, "leads_missing", facts.without_lead)
    return ReadyPoint(Matter.LEADS, State.DONE, "leads_named")


def _brief(facts: MeetingFacts) -> ReadyPoint:
    if facts.cleared:
        return ReadyPoint(Matter.BRIEF, State.DONE, "brief_cleared")
    return ReadyPoint(Matter.BRIEF, State.MISSING, "brief_draft" if facts.written else "brief_empty")


def _heads(facts: MeetingFacts) -> ReadyPoint:
    if facts.headless:
        return ReadyPoint(Matter.HEADS, State.MISSING, "heads_missing", sides=facts.headless)
    return ReadyPoint(Matter.HEADS, State.DONE, "heads_named")


def _interpreter(facts: MeetingFacts) -> ReadyPoint:
    if facts.twice:
        return ReadyPoint(Matter.INTERPRETER, State.MISSING, "interpreter_twice", facts.twice)
    if facts.unsent:
        return ReadyPoint(Matter.INTERPRETER, State.MISSING, "interpreter_unsent", facts.unsent)
    if facts.booked:
        return ReadyPoint(Matter.INTERPRETER, State.DONE, "interpreter_booked", facts.booked)
    if facts.interpreted:
        return ReadyPoint(Matter.INTERPRETER, State.MISSING, "interpreter_unbooked")
    return ReadyPoint(Matter.INTERPRETER, State.NONE, "interpreter_none")


def _gift(facts: MeetingFacts) -> ReadyPoint:
    if facts.gifts:
        return ReadyPoint(Matter.GIFT, State.DONE, "gift_noted", facts.gifts)
    return ReadyPoint(Matter.GIFT, State.NONE, "gift_none")
