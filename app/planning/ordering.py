"""What keeps a delegation in order as one act: both sides by the rule, and newcomers in their places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.domain.errors import PlanningError
from app.domain.words import Side
from app.planning.finding import delegates
from app.planning.precedence import follows, ranked
from app.planning.verbs.members import create_member
from app.planning.verbs.precedence import order_by_rule

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def add_in_order(session: Session, /, visit_id: str, *, person_id: str, side: Side) -> str:
    """Add a person to a visit's delegation, at the place of the rule, and return the member's id.

    A side that somebody has ordered otherwise keeps its order, and the newcomer comes last.

    Raises:
        PlanningError: as :func:`app.planning.verbs.members.create_member`.
    """
    (member_id,) = _join(session, visit_id, (person_id,), side)
    return member_id


def add_all_in_order(
    session: Session, /, visit_id: str, *, person_ids: Iterable[str], side: Side
) -> tuple[str, ...]:
    """Add several persons to a visit's delegation as :func:`add_in_order` does one.

    Return which of them were in it already, on whichever side: they stay as they are.

    Raises:
        PlanningError: ``already_member`` where all of them were; else as
            :func:`app.planning.verbs.members.create_member`; then nobody is added.
    """
    person_ids = tuple(person_ids)
    session.flush()
    known = delegates(session.connection(), visit_id)
    new = tuple(person_id for person_id in person_ids if person_id not in known)
    if person_ids and not new:
        raise PlanningError("already_member", field="person_id")
    _join(session, visit_id, new, side)
    return tuple(person_id for person_id in person_ids if person_id in known)


def order_sides(
    session: Session, visit_id: str, sides: Iterable[Side], *, drop_reasons: bool = False
) -> None:
    """Put several sides of a visit in the order of the rule, with ``drop_reasons`` without any exception.

    Raises:
        PlanningError: as :func:`app.planning.verbs.precedence.order_by_rule`.
    """
    for side in sides:
        order_by_rule(session, visit_id, side=side, drop_reasons=drop_reasons)


def _join(session: Session, visit_id: str, person_ids: Iterable[str], side: Side) -> tuple[str, ...]:
    session.flush()
    before = ranked(session.connection(), visit_id, side)
    last = max((each.precedence for each in before), default=0)
    member_ids = tuple(
        create_member(session, visit_id, person_id=person_id, side=side, precedence=place)
        for place, person_id in enumerate(person_ids, start=last + 1)
    )
    if follows(before):
        order_by_rule(session, visit_id, side=side)
    return member_ids
