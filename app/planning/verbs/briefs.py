"""What can be done to the brief of a meeting: its paragraphs, who drafts it, and its clearance.

A brief is made with the first thing that is written into it. Whoever clears it clears the words as they
stand: any change of them takes the clearance back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.cascade import delete_row
from app.data.models import Brief, BriefParagraph
from app.data.models.base import now_utc
from app.domain.words import BriefSection
from app.planning.asked import asked_entry
from app.planning.rows import asked, change, fresh, next_position, own_columns, put_in_order

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(Brief, without={"entry_id", "cleared_by", "cleared_at"})
_PARAGRAPH_COLUMNS = own_columns(BriefParagraph, without={"brief_id", "position"})


def create_brief(session: Session, /, entry_id: str, **fields: Any) -> str:
    """Say who asked for an entry's brief, who drafts it and by when; make it where there is none.

    Return the brief's id. None of this is in its words: a clearance stays.

    Raises:
        PlanningError: ``entry_missing``; ``reference_missing`` where the drafter is no member of the visit;
            ``day_unreadable``; ``text_too_long``.
    """
    brief = _brief(session, entry_id)
    change(session, brief, fields, columns=_COLUMNS)
    return brief.id


def clear_brief(session: Session, /, entry_id: str, *, cleared_by: str) -> None:
    """Note who clears the brief of an entry, now.

    Raises:
        PlanningError: ``entry_missing``; ``field_empty`` where nobody is named.
    """
    brief = _brief(session, entry_id)
    change(session, brief, {"cleared_by": cleared_by}, columns={"cleared_by"}, required={"cleared_by"})
    brief.cleared_at = now_utc()


def reopen_brief(session: Session, /, entry_id: str) -> None:
    """Take back the clearance of an entry's brief.

    Raises:
        PlanningError: ``entry_missing``.
    """
    _reopen(_brief(session, entry_id))


def add_brief_paragraph(
    session: Session,
    /,
    entry_id: str,
    *,
    text: str,
    section: BriefSection = BriefSection.PURPOSE,
    **fields: Any,
) -> str:
    """Add a paragraph at the end of a section of an entry's brief and return its id.

    Its marking is the entry's.

    Raises:
        PlanningError: ``entry_missing``, or what :func:`edit_brief_paragraph` refuses.
    """
    brief = _brief(session, entry_id)
    paragraph = fresh(
        session,
        BriefParagraph,
        visit_id=brief.visit_id,
        brief_id=brief.id,
        marking=asked_entry(session, entry_id).marking,
    )
    _change(session, paragraph, {"text": text, "section": section} | fields)
    others = {"brief_id": brief.id, "section": paragraph.section}
    with session.no_autoflush:
        paragraph.position = next_position(session, BriefParagraph, **others)
    _reopen(brief)
    return paragraph.id


def edit_brief_paragraph(session: Session, /, brief_paragraph_id: str, **fields: Any) -> None:
    """Set columns of a paragraph; in another section it comes last.

    Raises:
        PlanningError: ``row_missing``; ``field_empty`` for the text; ``choice_unknown``; ``text_too_long``.
    """
    paragraph = asked(session, BriefParagraph, brief_paragraph_id)
    section = paragraph.section
    _change(session, paragraph, fields)
    if paragraph.section is not section:
        others = {"brief_id": paragraph.brief_id, "section": paragraph.section}
        with session.no_autoflush:
            paragraph.position = next_position(session, BriefParagraph, **others)
    if session.is_modified(paragraph):
        _reopen(asked(session, Brief, paragraph.brief_id))


def delete_brief_paragraph(session: Session, /, brief_paragraph_id: str) -> None:
    """Delete a paragraph of a brief.

    Raises:
        PlanningError: ``row_missing``.
    """
    paragraph = asked(session, BriefParagraph, brief_paragraph_id)
    _reopen(asked(session, Brief, paragraph.brief_id))
    delete_row(session, paragraph)


def order_brief_paragraphs(
    session: Session, /, brief_id: str, section: BriefSection, brief_paragraph_ids: Sequence[str]
) -> None:
    """Give the paragraphs of a section an order; those not named follow in the order they had.

    Raises:
        PlanningError: ``row_missing`` where the brief is gone, or a paragraph is not of the section.
    """
    brief = asked(session, Brief, brief_id)
    put_in_order(session, BriefParagraph, brief_paragraph_ids, brief_id=brief_id, section=section)
    if session.dirty:
        _reopen(brief)


def _brief(session: Session, entry_id: str) -> Brief:
    entry = asked_entry(session, entry_id)
    found = session.scalars(select(Brief).where(Brief.entry_id == entry_id)).one_or_none()
    return found or fresh(session, Brief, visit_id=entry.visit_id, entry_id=entry_id)


def _change(session: Session, paragraph: BriefParagraph, fields: Mapping[str, Any]) -> None:
    change(session, paragraph, fields, columns=_PARAGRAPH_COLUMNS, required={"text"})


def _reopen(brief: Brief) -> None:
    brief.cleared_by, brief.cleared_at = "", None
