"""Taking what a desk has written into the brief of a meeting, and came back in a file."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from app.domain.returned import ReturnedBrief
from app.domain.returning import Change, ChangeKind, SectionChange
from app.domain.words import BriefSection
from app.planning.returning import brief_changes
from app.planning.verbs.briefs import (
    add_brief_paragraph,
    create_brief,
    delete_brief_paragraph,
    edit_brief_paragraph,
    order_brief_paragraphs,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def take_brief(
    session: Session, /, entry_id: str, returned: ReturnedBrief, *, sections: Collection[BriefSection]
) -> None:
    """Take the chosen sections of a brief that came back; any change takes a clearance back.

    Where both sides have changed a paragraph, the desk's words win: who chooses the section has seen both.

    Raises:
        PlanningError: ``entry_missing``, ``brief_of_another_meeting``, ``field_empty``, ``text_too_long``.
    """
    session.flush()
    for each in brief_changes(session.connection(), entry_id, returned):
        if each.section in sections and each.any:
            _take(session, entry_id, each)


def _take(session: Session, entry_id: str, section: SectionChange) -> None:
    for change in section.gone:
        if change.ours is not None:
            delete_brief_paragraph(session, change.ours.id)
    ids = [_written(session, entry_id, section.section, change) for change in section.paragraphs]
    session.flush()
    order_brief_paragraphs(session, create_brief(session, entry_id), section.section, ids)


def _written(session: Session, entry_id: str, section: BriefSection, change: Change) -> str:
    if change.ours is None:
        marked = {} if change.marking is None else {"marking": change.marking}
        return add_brief_paragraph(session, entry_id, text=change.text, section=section, **marked)
    if change.kind is ChangeKind.CHANGED:
        edit_brief_paragraph(
            session, change.ours.id, text=change.text, marking=change.marking, section=section
        )
    return change.ours.id
