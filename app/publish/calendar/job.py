"""The calendar as long work: what a job's process calls."""

from collections.abc import Callable

from app.planning.released import ReleasedVisit
from app.publish.calendar.files import calendar_files
from app.wording import install


def run(
    visit: ReleasedVisit, language: str, person_id: str | None, report: Callable[[int, int], None]
) -> list[tuple[str, bytes]]:
    """Build the calendar files of a released visit in a language (``en``, ``ko``, ``fr``)."""
    install(language)
    return calendar_files(visit, person_id=person_id, progress=report)
