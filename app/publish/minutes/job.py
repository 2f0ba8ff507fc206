"""Making the page of promises in a process of its own, in the language of the paper."""

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, date, datetime

from app import wording
from app.planning.released import ReleasedVisit
from app.publish.minutes.promises import build_promises


def run(
    visits: Sequence[ReleasedVisit],
    organisation_id: str,
    family: Collection[str],
    paper: str,
    language: str,
    today: date,
    report: Callable[[int, int], None],
) -> bytes:
    """Return the promises of both sides with an organisation on ``a4`` or ``letter``, as of now.

    Raises:
        PlanningError: ``promises_empty``, ``glyph_missing``.
    """
    wording.install(language)
    now = datetime.now(UTC).replace(tzinfo=None)
    made = build_promises(visits, organisation_id, family, paper=paper, now=now, today=today)
    report(1, 1)
    return made
