"""What can be done to actions, the promises of both sides, and to the notes on how far they have got."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from app.data.cascade import delete_row
from app.data.models import Action, ActionNote, Entry, Topic
from app.domain.words import Side
from app.planning.asked import asked_entry, item_of
from app.planning.clock import now_utc
from app.planning.rows import asked, asked_visit, change, fresh, next_position, own_columns

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(Action, without={"position", "agenda_item_id"})


def create_action(session: Session, /, visit_id: str, *, text: str, **fields: Any) -> str:
    """Add an action after the last of a visit and return its id.

    Unless it is given, its marking is that of the entry at which it was promised, else of its topic, else
    of the visit.

    Raises:
        PlanningError: ``visit_missing``, or what :func:`edit_action` refuses.
    """
    visit = asked_visit(session, visit_id)
    entry = session.get(Entry, fields["entry_id"]) if fields.get("entry_id") else None
    topic = session.get(Topic, fields["topic_id"]) if fields.get("topic_id") else None
    place = next_position(session, Action, visit_id=visit_id)
    marking = (entry or topic or visit).marking
    action = fresh(session, Action, visit_id=visit_id, position=place, marking=marking)
    change(session, action, {"text": text} | fields, columns=_COLUMNS, required={"text"})
    return action.id


def create_action_at(
    session: Session,
    /,
    entry_id: str,
    *,
    text: str,
    agenda_item_id: str | None = None,
    owed_by: Side = Side.OURS,
    owner_id: str | None = None,
    owner_organisation_id: str | None = None,
    counterpart_organisation_id: str | None = None,
    due_on: date | None = None,
) -> str:
    """Add a promise that was made at an entry, under an item of its agenda if one is named; return its id.

    The topic is the item's. Who is not named follows from whose promise it is: the host owes ours its
    promise, and we owe ours to the host. It is marked as closely as entry and item are.

    Raises:
        PlanningError: ``entry_missing``; ``reference_missing`` where the item is not on this agenda; or what
            :func:`edit_action` refuses.
    """
    entry = asked_entry(session, entry_id)
    item = item_of(session, entry_id, agenda_item_id)
    home, host = asked_visit(session, entry.visit_id).organisation_id, entry.host_organisation_id
    if owed_by is Side.HOST and owner_id is None and owner_organisation_id is None:
        owner_organisation_id = host
    action_id = create_action(
        session,
        entry.visit_id,
        text=text,
        owed_by=owed_by,
        owner_id=owner_id,
        owner_organisation_id=owner_organisation_id,
        counterpart_organisation_id=counterpart_organisation_id or (home if owed_by is Side.HOST else host),
        due_on=due_on,
        entry_id=entry_id,
        topic_id=item and item.topic_id,
        marking=max(entry.marking, item.marking if item else entry.marking),
    )
    asked(session, Action, action_id).agenda_item_id = agenda_item_id
    return action_id


def edit_action(session: Session, /, action_id: str, **fields: Any) -> None:
    """Set columns of an action; one that is moved to another entry was made under no item there.

    Raises:
        PlanningError: ``row_missing``; ``field_empty`` for the text; ``reference_missing`` where owner,
            entry or topic are not of the visit, or an organisation is gone; ``day_unreadable``,
            ``choice_unknown``, ``text_too_long``.
    """
    action = asked(session, Action, action_id)
    before = action.entry_id
    change(session, action, fields, columns=_COLUMNS, required={"text"})
    if action.entry_id != before:
        action.agenda_item_id = None


def delete_action(session: Session, /, action_id: str) -> None:
    """Delete an action with the notes on it.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Action, action_id))


def add_action_note(session: Session, /, action_id: str, *, text: str) -> str:
    """Note how far an action has got, as of now, and return the note's id.

    Raises:
        PlanningError: ``row_missing``; ``field_empty`` for the text; ``text_too_long``.
    """
    action = asked(session, Action, action_id)
    note = fresh(session, ActionNote, visit_id=action.visit_id, action_id=action_id, noted_at=now_utc())
    change(session, note, {"text": text}, columns={"text"}, required={"text"})
    return note.id


def edit_action_note(session: Session, /, action_note_id: str, *, text: str) -> None:
    """Change the words of a note; when it was made stays.

    Raises:
        PlanningError: ``row_missing``; ``field_empty`` for the text; ``text_too_long``.
    """
    note = asked(session, ActionNote, action_note_id)
    change(session, note, {"text": text}, columns={"text"}, required={"text"})


def delete_action_note(session: Session, /, action_note_id: str) -> None:
    """Take a note from its action.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, ActionNote, action_note_id))
