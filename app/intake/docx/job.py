"""Reading what came back in a process of its own: what is wrong with a file cannot harm the window."""

from collections.abc import Callable

from app.domain.returned import ReturnedBrief
from app.intake.docx.brief import read_brief
from app.wording.language import in_language


def run_brief(content: bytes, language: str, report: Callable[[int, int], None]) -> ReturnedBrief:
    """Return what stands in the bytes of a brief that came back; asides are named in a language by its tag.

    Raises:
        PlanningError: as :func:`app.intake.docx.brief.read_brief`.
    """
    with in_language(language):
        found = read_brief(content)
    report(1, 1)
    return found
