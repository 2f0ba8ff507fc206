"""Adding the persons of a list to a visit: :func:`app.planning.bulk.for_each` gives one id at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.words import Side
from app.planning.verbs.members import create_member

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def join_visit(session: Session, person_id: str, *, visit_id: str, side: Side) -> None:
    """Add a person to a visit's delegation.

    Raises:
        PlanningError: as :func:`app.planning.verbs.members.create_member`.
    """
    create_member(session, visit_id, person_id=person_id, side=side)
