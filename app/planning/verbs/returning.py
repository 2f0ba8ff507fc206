"""Taking what a desk has written into the brief and the agenda of a meeting, and came back in a file."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from app.data.models import AgendaItem
from app.domain.returned import AGENDA, ReturnedBrief, name_of
from app.domain.returning_rows import Change, ChangeKind, SectionChange
from app.domain.words import BriefSection, PointKind
from app.planning.returning import brief_changes
from app.planning.rows import asked
from app.planning.verbs.agenda import add_agenda_item, delete_agenda_item, edit_agenda_item, order_agenda
from app.planning.verbs.briefs import (
    add_brief_paragraph,
    create_brief,
    delete_brief_paragraph,
    edit_brief_paragraph,
    order_brief_paragraphs,
)
from app.planning.verbs.points import (
    add_talking_point,
    delete_talking_point,
    edit_talking_point,
    move_talking_point,
    order_talking_points,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def take_brief(
    session: Session, /, entry_id: str, returned: ReturnedBrief, *, left: Collection[str] = ()
) -> None:
    """Take what came back, but for the changes whose keys are ``left``.

    Where both sides have changed a row, the desk's words win: who takes it has seen both. Any change of the
    brief's words takes its clearance back.

    Raises:
        PlanningError: ``entry_missing``, ``brief_of_another_meeting``, ``field_empty``, ``text_too_long``.
    """
    session.flush()
    changes = brief_changes(session.connection(), entry_id, returned, left)
    agenda = next(each for each in changes if each.section == AGENDA)
    items = {change.key: _item(session, entry_id, change) for change in agenda.paragraphs}
    for each in changes:
        if each.any and each.section in set(BriefSection):
            _take_section(session, entry_id, BriefSection(each.section), each)
        elif each.any and each.section in items:
            _take_points(session, items[each.section], each)
    if agenda.any:
        session.flush()
        order_agenda(session, entry_id, list(items.values()))
    for change in agenda.gone:  # last: points that the desk put under another item have left by now
        if change.ours is not None:
            delete_agenda_item(session, change.ours.id)


def _take_section(session: Session, entry_id: str, section: BriefSection, taken: SectionChange) -> None:
    for change in taken.gone:
        if change.ours is not None:
            delete_brief_paragraph(session, change.ours.id)
    ids = [_paragraph(session, entry_id, section, change) for change in taken.paragraphs]
    session.flush()
    order_brief_paragraphs(session, create_brief(session, entry_id), section, ids)


def _paragraph(session: Session, entry_id: str, section: BriefSection, change: Change) -> str:
    if change.ours is None:
        marked = {} if change.marking is None else {"marking": change.marking}
        return add_brief_paragraph(session, entry_id, text=change.text, section=section, **marked)
    if change.kind is ChangeKind.CHANGED:
        edit_brief_paragraph(
            session, change.ours.id, text=change.text, marking=change.marking, section=section
        )
    return change.ours.id


def _item(session: Session, entry_id: str, change: Change) -> str:
    """Return the id of an item that would stand on the agenda, written as it would stand."""
    if change.ours is None:
        item_id = add_agenda_item(session, entry_id, title=change.text)
        if change.marking is not None:
            edit_agenda_item(session, item_id, marking=change.marking)
        return item_id
    if change.kind is ChangeKind.CHANGED:
        _retitle(session, change)
    return change.ours.id


def _retitle(session: Session, change: Change) -> None:
    """Give an item what is changed of it; words that were its topic's are not marked lower than those."""
    assert change.ours is not None
    item = asked(session, AgendaItem, change.ours.id)
    if change.text != change.ours.text:
        edit_agenda_item(session, item.id, title=change.text)
    if change.marking is not None and (change.lowered or change.marking > item.marking):
        edit_agenda_item(session, item.id, marking=change.marking)


def _take_points(session: Session, item_id: str, taken: SectionChange) -> None:
    for change in taken.gone:
        if change.ours is not None:
            delete_talking_point(session, change.ours.id)
    ids = [_point(session, item_id, change) for change in taken.paragraphs]
    session.flush()
    order_talking_points(session, item_id, ids)


def _point(session: Session, item_id: str, change: Change) -> str:
    use = change.use or PointKind.SAY
    if change.ours is None:
        marked = {} if change.marking is None else {"marking": change.marking}
        return add_talking_point(session, item_id, text=change.text, kind=use, **marked)
    if change.kind is ChangeKind.CHANGED:
        edit_talking_point(session, change.ours.id, text=change.text, marking=change.marking, kind=use)
        if change.ours.section != name_of(item_id):
            move_talking_point(session, change.ours.id, agenda_item_id=item_id)
    return change.ours.id
