"""The calendars as long work: what a job's process calls."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from app.planning.released import ReleasedVisit
from app.publish.calendar.due import build_due
from app.publish.calendar.files import calendar_files
from app.wording import install


def run(
    visit: ReleasedVisit, language: str, person_id: str | None, report: Callable[[int, int], None]
) -> list[tuple[str, bytes]]:
    """Build the calendar files of a released visit in a language (``en``, ``ko``, ``fr``)."""
    install(language)
    return calendar_files(visit, person_id=person_id, progress=report)


def run_due(visits: Sequence[ReleasedVisit], language: str, report: Callable[[int, int], None]) -> bytes:
    """Build the calendar of what is due on released visits, in a language, as of now.

    Raises:
        PlanningError: ``due_empty``.
    """
    install(language)
    made = build_due(visits, now=datetime.now(UTC).replace(tzinfo=None))
    report(1, 1)
    return made
