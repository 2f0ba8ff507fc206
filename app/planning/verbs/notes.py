"""What can be done to notes: press lines, questions with answers, speeches, glossary words, country notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.data.cascade import delete_row
from app.data.models import Entry, Note
from app.planning.rows import asked, asked_visit, change, fresh, next_position, own_columns, put_in_order

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(Note, without={"position"})


def create_note(session: Session, /, visit_id: str, *, title: str, **fields: Any) -> str:
    """Add a note after the last of a visit and return its id.

    It is marked as closely as its entry is, or as the visit where it has none.

    Raises:
        PlanningError: ``visit_missing``, or what :func:`edit_note` refuses.
    """
    visit = asked_visit(session, visit_id)
    place = next_position(session, Note, visit_id=visit_id)
    note = fresh(session, Note, visit_id=visit_id, position=place, marking=visit.marking)
    change(session, note, {"title": title} | fields, columns=_COLUMNS, required={"title"})
    if "marking" not in fields and note.entry_id is not None:
        note.marking = asked(session, Entry, note.entry_id).marking
    return note.id


def edit_note(session: Session, /, note_id: str, **fields: Any) -> None:
    """Set columns of a note.

    Raises:
        PlanningError: ``row_missing``; ``field_empty`` for the title; ``choice_unknown``;
            ``reference_missing`` where the entry is none of the visit's; ``text_too_long``.
    """
    change(session, asked(session, Note, note_id), fields, columns=_COLUMNS, required={"title"})


def delete_note(session: Session, /, note_id: str) -> None:
    """Delete a note.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Note, note_id))


def order_notes(session: Session, /, visit_id: str, note_ids: Sequence[str]) -> None:
    """Give the notes of a visit the order of ``note_ids``; those not named follow as they were.

    Raises:
        PlanningError: ``visit_missing``; ``row_missing`` where an id is no note of the visit.
    """
    asked_visit(session, visit_id)
    put_in_order(session, Note, note_ids, visit_id=visit_id)
