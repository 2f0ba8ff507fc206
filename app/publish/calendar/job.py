"""The calendar as long work: what a job's process calls."""

from collections.abc import Callable

from app.planning.released import ReleasedVisit
from app.publish.calendar.build import build_calendar
from app.wording import install


def run(
    visit: ReleasedVisit, language: str, person_id: str | None, report: Callable[[int, int], None]
) -> bytes:
    """Build the calendar of a released visit in a language (``en``, ``ko``, ``fr``)."""
    install(language)
    return build_calendar(visit, person_id=person_id, progress=report)
