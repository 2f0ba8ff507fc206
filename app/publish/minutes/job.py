"""Making minutes, dossiers and pages of promises in a process of their own, in the language of the paper."""

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, date, datetime

from app.planning.released import ReleasedVisit
from app.publish.minutes.build import build_minutes
from app.publish.minutes.dossier import build_dossier
from app.publish.minutes.promises import build_promises
from app.wording.language import in_language


def run_minutes(
    visit: ReleasedVisit, entry_id: str, paper: str, language: str, report: Callable[[int, int], None]
) -> bytes:
    """Return the minutes of a meeting of a visit released for them, on ``a4`` or ``letter``.

    Raises:
        PlanningError: ``meeting_missing``, ``record_empty``, ``glyph_missing``.
    """
    with in_language(language):
        made = build_minutes(visit, entry_id, paper=paper)
    report(1, 1)
    return made


def run_dossier(
    visits: Sequence[ReleasedVisit],
    topic_ids: Collection[str],
    paper: str,
    language: str,
    today: date,
    report: Callable[[int, int], None],
) -> bytes:
    """Return the dossier of a topic on ``a4`` or ``letter``, as of now.

    Raises:
        PlanningError: ``dossier_empty``, ``glyph_missing``.
    """
    with in_language(language):
        made = build_dossier(visits, topic_ids, paper=paper, today=today)
    report(1, 1)
    return made


def run_promises(
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
    now = datetime.now(UTC).replace(tzinfo=None)
    with in_language(language):
        made = build_promises(visits, organisation_id, family, paper=paper, now=now, today=today)
    report(1, 1)
    return made
