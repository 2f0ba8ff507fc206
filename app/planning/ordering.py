"""What keeps a delegation in order as one act: both sides by the rule, and a newcomer in their place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.domain.words import Side
from app.planning.precedence import follows, ranked
from app.planning.verbs.members import create_member
from app.planning.verbs.precedence import order_by_rule

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def add_in_order(session: Session, visit_id: str, *, person_id: str, side: Side) -> str:
    """Add a person to a visit's delegation and return the member's id.

    A side that somebody has ordered otherwise keeps its order, and the newcomer comes last.

    Raises:
        PlanningError: as :func:`app.planning.verbs.members.create_member`.
    """
    ordered = follows(ranked(session.connection(), visit_id, side))
    member_id = create_member(session, visit_id, person_id=person_id, side=side)
    if ordered:
        order_by_rule(session, visit_id, side=side)
    return member_id


def order_sides(
    session: Session, visit_id: str, sides: Iterable[Side], *, drop_reasons: bool = False
) -> None:
    """Put several sides of a visit in the order of the rule, with ``drop_reasons`` without any exception.

    Raises:
        PlanningError: as :func:`app.planning.verbs.precedence.order_by_rule`.
    """
    for side in sides:
        order_by_rule(session, visit_id, side=side, drop_reasons=drop_reasons)
