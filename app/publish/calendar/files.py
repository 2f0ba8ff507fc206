"""The files of a calendar: the whole, and the parts of a week each where the whole is too big for some."""

from collections.abc import Callable

from app.planning.released import ReleasedVisit
from app.publish.calendar.build import build_calendar
from app.publish.calendar.weeks import SPLIT_ABOVE, split_by_week


def calendar_files(
    visit: ReleasedVisit, *, person_id: str | None = None, progress: Callable[[int, int], None] | None = None
) -> list[tuple[str, bytes]]:
    """Return pairs of a name and a calendar: first the whole, with no name; then one for each week.

    There are weeks only where the whole is larger than ``SPLIT_ABOVE``. What is refused is what
    :func:`app.publish.calendar.build.build_calendar` refuses.
    """
    whole = build_calendar(visit, person_id=person_id, progress=progress)
    files = [("", whole)]
    if len(whole) > SPLIT_ABOVE:
        files += [(week, build_calendar(part, person_id=person_id)) for week, part in split_by_week(visit)]
    return files
