"""What can be done to the members of a visit: who is in its delegation, on our side or a host's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.cascade import delete_row
from app.data.models import Member, Person, Post, Visit
from app.domain.errors import PlanningError
from app.domain.words import Side
from app.planning.days import keep_in_order
from app.planning.present import held_on, present_first
from app.planning.rows import asked, asked_visit, change, fresh, own_columns

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(Member, without={"person_id"})
_FROM_POST = ("organisation_id", "title", "native_title")


def create_member(session: Session, /, visit_id: str, *, person_id: str, side: Side, **fields: Any) -> str:
    """Add a person to a visit's delegation and return the member's id.

    Organisation and titles are those of the post that the person holds on the visit's first day, where
    none of the three is given.

    Raises:
        PlanningError: ``visit_missing``; ``reference_missing`` where there is no such person;
            ``already_member``; what :func:`edit_member` refuses.
    """
    visit = asked_visit(session, visit_id)
    if session.get(Person, person_id) is None:
        raise PlanningError("reference_missing", field="person_id")
    there = select(Member.id).where(Member.visit_id == visit_id, Member.person_id == person_id)
    if session.scalar(there):
        raise PlanningError("already_member", field="person_id")
    if not fields.keys() & set(_FROM_POST):
        fields |= _present_post(session, person_id, visit)
    row = fresh(session, Member, visit_id=visit_id, person_id=person_id)
    _set(session, row, {"side": side} | fields)
    return row.id


def edit_member(session: Session, /, member_id: str, **fields: Any) -> None:
    """Set columns of a member.

    Raises:
        PlanningError: ``row_missing``; ``day_order`` where the member leaves before joining; what
            :func:`app.planning.rows.change` refuses.
    """
    _set(session, asked(session, Member, member_id), fields)


def delete_member(session: Session, /, member_id: str) -> None:
    """Delete a member with all that hangs on it: entries, seats, cars, rooms; what it owed names no one.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Member, member_id))


def _set(session: Session, row: Member, fields: Mapping[str, Any]) -> None:
    change(session, row, fields, columns=_COLUMNS)
    keep_in_order(row, "joins_on", "leaves_on", fields)


def _present_post(session: Session, person_id: str, visit: Visit) -> dict[str, Any]:
    query = select(Post).where(Post.person_id == person_id, held_on(visit.starts_on))
    post = session.scalars(query.order_by(*present_first()).limit(1)).one_or_none()
    return {} if post is None else {name: getattr(post, name) for name in _FROM_POST}
