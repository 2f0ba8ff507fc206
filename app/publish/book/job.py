"""Making a book in a process of its own, in the language of the paper."""

from collections.abc import Callable

from app import wording
from app.planning.released import ReleasedVisit
from app.publish.book.build import build_book


def run(visit: ReleasedVisit, paper: str, language: str, report: Callable[[int, int], None]) -> bytes:
    """Return the book of a released visit on ``a4`` or ``letter``, in a language by its tag.

    ``report`` is told how many steps of how many are done.

    Raises:
        PlanningError: ``glyph_missing``.
    """
    wording.install(language)
    return build_book(visit, paper=paper, progress=lambda done, total, _title: report(done, total))
