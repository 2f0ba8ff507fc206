"""Making the papers of a table in a process of its own, in the language of the paper."""

from collections.abc import Callable

from app.planning.released import ReleasedVisit
from app.publish.seating.build import build_seating
from app.publish.seating.cards import build_cards
from app.wording.language import in_language


def run_plan(
    visit: ReleasedVisit, entry_id: str, paper: str, language: str, report: Callable[[int, int], None]
) -> bytes:
    """Return the seating plan of a meeting on ``a4`` or ``letter``, in a language by its tag.

    Raises:
        PlanningError: ``meeting_missing``, ``seating_empty``, ``glyph_missing``.
    """
    with in_language(language):
        made = build_seating(visit, entry_id, paper=paper)
    report(1, 1)
    return made


def run_cards(
    visit: ReleasedVisit, entry_id: str, paper: str, language: str, report: Callable[[int, int], None]
) -> bytes:
    """Return the place cards of a meeting on ``a4`` or ``letter``, in a language by its tag.

    Raises:
        PlanningError: ``meeting_missing``, ``seating_empty``, ``glyph_missing``.
    """
    with in_language(language):
        made = build_cards(visit, entry_id, paper=paper)
    report(1, 1)
    return made
