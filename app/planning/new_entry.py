"""A new entry that is for some parties only: both in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.planning.verbs.entries import create_entry, set_parties

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def create_entry_for(session: Session, /, visit_id: str, party_ids: frozenset[str], **fields: Any) -> str:
    """Add an entry for these parties (none means everyone) and return its id.

    Raises:
        PlanningError: what :func:`app.planning.verbs.entries.create_entry` and ``set_parties`` refuse.
    """
    entry_id = create_entry(session, visit_id, **fields)
    if party_ids:
        session.flush()  # the parties refer to the entry
        set_parties(session, entry_id, party_ids)
    return entry_id
