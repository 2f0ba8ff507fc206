"""Whether the meetings of a visit cover its topics: rules of readiness about agendas (pure).

Source of the rules: delegations' practice of one lead per topic. A topic that is led nowhere is brought up by
nobody as its first; one that is led twice is negotiated twice; an agenda longer than its slot is not held.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.words import Intent


class Gap(StrEnum):
    """What is wrong with how topics and meetings meet.

    NOWHERE        a topic stands on no agenda
    LED_NOWHERE    a topic stands on agendas, and is led at none
    LED_TWICE      a topic is led at two meetings or more
    OVER_SLOT      an agenda takes longer than its meeting
    """

    NOWHERE = "nowhere"
    LED_NOWHERE = "led_nowhere"
    LED_TWICE = "led_twice"
    OVER_SLOT = "over_slot"


@dataclass(frozen=True, slots=True)
class CoverageFinding:
    """A gap: of a topic, or of a meeting (``OVER_SLOT``).

    ``entry_ids`` are the meetings concerned, in order. ``minutes`` are those beyond the slot.
    """

    gap: Gap
    topic_id: str | None
    entry_ids: tuple[str, ...]
    minutes: int = 0


def gaps(
    raised: Mapping[str, Sequence[tuple[str, Intent]]], over: Iterable[tuple[str, int]]
) -> tuple[CoverageFinding, ...]:
    """Return what is wrong: topics in their order, then meetings.

    ``raised`` holds for each topic the meetings at which it stands, each with the intent; ``over`` the
    minutes that each meeting's agenda takes beyond its slot, below 0 what it leaves.
    """
    found = [finding for topic, places in raised.items() if (finding := _of_topic(topic, places))]
    too_long = [
        CoverageFinding(Gap.OVER_SLOT, None, (entry,), beyond) for entry, beyond in over if beyond > 0
    ]
    return (*found, *too_long)


def _of_topic(topic: str, places: Sequence[tuple[str, Intent]]) -> CoverageFinding | None:
    led = tuple(dict.fromkeys(entry for entry, intent in places if intent is Intent.LEAD))
    if not places:
        return CoverageFinding(Gap.NOWHERE, topic, ())
    if not led:
        return CoverageFinding(Gap.LED_NOWHERE, topic, tuple(dict.fromkeys(entry for entry, _ in places)))
    return CoverageFinding(Gap.LED_TWICE, topic, led) if len(led) > 1 else None


_STRENGTH = {Intent.LEAD: 0, Intent.RAISE: 1, Intent.IF_RAISED: 2}


def strongest(intents: Iterable[Intent]) -> Intent:
    """Return how a topic is brought up at a meeting where it stands more than once."""
    return min(intents, key=_STRENGTH.__getitem__)


def intent_here(elsewhere: Iterable[Intent]) -> Intent:
    """Return how a topic is brought up at a further meeting: led where nobody leads it yet, else raised."""
    return Intent.RAISE if Intent.LEAD in elsewhere else Intent.LEAD
