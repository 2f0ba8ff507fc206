"""What verbs are asked about: the row that is meant, and the word that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.data.models import AgendaItem, Entry
from app.domain.errors import PlanningError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def asked_entry(session: Session, entry_id: str) -> Entry:
    """Return the entry that is meant.

    Raises:
        PlanningError: ``entry_missing``.
    """
    entry = session.get(Entry, entry_id)
    if entry is None:
        raise PlanningError("entry_missing")
    return entry


def item_of(session: Session, entry_id: str, agenda_item_id: str | None) -> AgendaItem | None:
    """Return an item of an entry's agenda; ``None`` where none is meant.

    Raises:
        PlanningError: ``reference_missing`` where the item is gone, or on another agenda.
    """
    if agenda_item_id is None:
        return None
    item = session.get(AgendaItem, agenda_item_id)
    if item is None or item.entry_id != entry_id:
        raise PlanningError("reference_missing", field="agenda_item_id")
    return item


def chosen(name: str, words: type[Any], value: object) -> Any:
    """Return the word of a fixed vocabulary that ``value`` is; ``name`` is the field it was chosen in.

    Raises:
        PlanningError: ``choice_unknown``.
    """
    try:
        return words(value)
    except ValueError:
        raise PlanningError("choice_unknown", field=name) from None
