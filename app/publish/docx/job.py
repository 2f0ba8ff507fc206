"""Making a paper for a word processor in a process of its own, in the language of the paper."""

from collections.abc import Callable

from app.planning.released import ReleasedVisit
from app.publish.docx.brief import build_brief
from app.publish.docx.record import build_readout, build_record
from app.wording.language import in_language


def run_brief(
    visit: ReleasedVisit, entry_id: str, language: str, report: Callable[[int, int], None]
) -> bytes:
    """Return the brief of a meeting of a released visit, in a language by its tag.

    Raises:
        PlanningError: ``entry_missing``.
    """
    with in_language(language):
        made = build_brief(visit, entry_id)
    report(1, 1)
    return made


def run_record(
    visit: ReleasedVisit, entry_id: str, language: str, report: Callable[[int, int], None]
) -> bytes:
    """Return the record of a meeting of a visit released for its minutes, in a language by its tag.

    Raises:
        PlanningError: ``entry_missing``, ``record_unwritten``.
    """
    with in_language(language):
        made = build_record(visit, entry_id)
    report(1, 1)
    return made


def run_readout(
    visit: ReleasedVisit, entry_id: str, language: str, report: Callable[[int, int], None]
) -> bytes:
    """Return the readout of a meeting of a visit released for its minutes, in a language by its tag.

    Raises:
        PlanningError: ``entry_missing``, ``readout_unwritten``.
    """
    with in_language(language):
        made = build_readout(visit, entry_id)
    report(1, 1)
    return made
