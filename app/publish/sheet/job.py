"""Making a person's sheet in a process of its own, in that person's language."""

from collections.abc import Callable

from app.planning.released import ReleasedVisit
from app.publish.sheet.build import build_sheet
from app.wording.language import in_language


def run(
    visit: ReleasedVisit, member_id: str, paper: str, language: str, report: Callable[[int, int], None]
) -> bytes:
    """Return the sheet of a member of a released visit on ``a4`` or ``letter``, in a language by its tag.

    Raises:
        PlanningError: ``person_missing``, ``glyph_missing``.
    """
    with in_language(language):
        made = build_sheet(visit, member_id, paper=paper)
    report(1, 1)
    return made
