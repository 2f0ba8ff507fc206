"""What can be done to decisions: what was agreed at a meeting, each in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.data.cascade import delete_row
from app.data.models import Decision
from app.planning.asked import asked_entry, item_of
from app.planning.rows import asked, change, fresh, next_position, own_columns, put_in_order

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(Decision, without={"entry_id", "agenda_item_id", "position"})


def add_decision(
    session: Session, /, entry_id: str, *, text: str, agenda_item_id: str | None = None, **fields: Any
) -> str:
    """Note last what was agreed at an entry, under an item of its agenda or on its own; return its id.

    Its marking is the item's, or the entry's where it stands on its own.

    Raises:
        PlanningError: ``entry_missing``; ``reference_missing`` where the item is not on this agenda; or what
            :func:`edit_decision` refuses.
    """
    entry = asked_entry(session, entry_id)
    item = item_of(session, entry_id, agenda_item_id)
    decision = fresh(
        session,
        Decision,
        visit_id=entry.visit_id,
        entry_id=entry_id,
        agenda_item_id=agenda_item_id,
        position=next_position(session, Decision, entry_id=entry_id, agenda_item_id=agenda_item_id),
        marking=(item or entry).marking,
    )
    change(session, decision, {"text": text} | fields, columns=_COLUMNS, required={"text"})
    return decision.id


def edit_decision(session: Session, /, decision_id: str, **fields: Any) -> None:
    """Set words or marking of a decision.

    Raises:
        PlanningError: ``row_missing``; ``field_empty`` for the text; ``choice_unknown``; ``text_too_long``.
    """
    change(session, asked(session, Decision, decision_id), fields, columns=_COLUMNS, required={"text"})


def move_decision(session: Session, /, decision_id: str, *, agenda_item_id: str | None) -> None:
    """Put a decision last under another item of the same agenda, or on its own. Its marking never falls.

    Raises:
        PlanningError: ``row_missing``; ``reference_missing`` where the item is not on this agenda.
    """
    decision = asked(session, Decision, decision_id)
    item = item_of(session, decision.entry_id, agenda_item_id)
    if decision.agenda_item_id == agenda_item_id:
        return
    siblings = {"entry_id": decision.entry_id, "agenda_item_id": agenda_item_id}
    decision.position = next_position(session, Decision, **siblings)
    decision.agenda_item_id = agenda_item_id
    if item is not None and item.marking > decision.marking:
        decision.marking = item.marking


def order_decisions(
    session: Session, /, entry_id: str, agenda_item_id: str | None, decision_ids: Sequence[str]
) -> None:
    """Give the decisions under an item, or those on their own, an order; those not named follow as they were.

    Raises:
        PlanningError: ``entry_missing``; ``row_missing`` where a decision does not stand there.
    """
    asked_entry(session, entry_id)
    siblings = {"entry_id": entry_id, "agenda_item_id": agenda_item_id}
    put_in_order(session, Decision, decision_ids, **siblings)


def delete_decision(session: Session, /, decision_id: str) -> None:
    """Delete a decision.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Decision, decision_id))
