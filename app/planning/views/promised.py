"""A promise of either side as each list shows it: who owes what to whom, by when, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from app.data.models import Action, Member, Organisation, Person, Visit
from app.domain.words import ActionState, Marking, Side
from app.planning.views.named import name_columns, name_in

CLOSED = frozenset({ActionState.DONE, ActionState.DROPPED})

#: The organisations in what ``promised`` selects from: who owes it, and to whom it is owed.
OWING, COUNTERPART = (Organisation.__table__.alias(name) for name in ("owing", "counterpart"))

_OWN = ("id", "text", "owed_by", "due_on", "state", "marking")


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise. ``owner`` is a person, or where none is named an organisation; ``counterpart`` to whom."""

    id: str
    text: str
    owed_by: Side
    owner: str
    counterpart: str
    due_on: date | None
    state: ActionState
    marking: Marking

    @property
    def closed(self) -> bool:
        """Whether nothing more is owed."""
        return self.state in CLOSED


def promised(*more: Any) -> Select[*tuple[Any, ...]]:
    """Return what selects the columns of a :class:`Promised` and ``more`` of actions, with their visits."""
    return (
        select(
            *(getattr(Action, name) for name in _OWN),
            func.coalesce(OWING.c.name, "").label("owner_organisation"),
            short_name(COUNTERPART).label("counterpart"),
            *name_columns(),
            *more,
        )
        .select_from(Action.__table__)
        .join(Visit.__table__, Visit.id == Action.visit_id)
        .join(Member.__table__, Member.id == Action.owner_id, isouter=True)
        .join(Person.__table__, Person.id == Member.person_id, isouter=True)
        .join(OWING, OWING.c.id == Action.owner_organisation_id, isouter=True)
        .join(COUNTERPART, COUNTERPART.c.id == Action.counterpart_organisation_id, isouter=True)
    )


def promised_in(row: Any) -> dict[str, Any]:
    """Return the fields of a :class:`Promised` from a row of ``promised``."""
    own = {name: getattr(row, name) for name in _OWN}
    return own | {"owner": name_in(row) or row.owner_organisation, "counterpart": row.counterpart}


def short_name(*organisations: Any) -> ColumnElement[str]:
    """Return the acronym of the first of these organisations that there is, else its name, else nothing."""
    names = [part for each in organisations for part in (func.nullif(each.c.acronym, ""), each.c.name)]
    return func.coalesce(*names, "")
