"""Who is at an entry: what can be done to its participants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.data.cascade import delete_row
from app.data.models import Member, Participation
from app.data.models.base import new_id
from app.domain.errors import PlanningError
from app.domain.words import Role, Side
from app.planning.asked import asked_entry, chosen
from app.planning.ordering import add_in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


def add_participant(
    session: Session, /, entry_id: str, *, member_id: str, role: Role = Role.PARTICIPANT
) -> str:
    """Put a member at an entry, last in position and not confirmed; return the participation's id.

    Raises:
        PlanningError: ``entry_missing``; ``reference_missing`` where the member is gone or of another
            visit; ``already_there``; ``choice_unknown`` for the role.
    """
    entry = asked_entry(session, entry_id)
    member = session.get(Member, member_id)
    if member is None or member.visit_id != entry.visit_id:
        raise PlanningError("reference_missing", field="member_id")
    here = Participation.entry_id == entry_id
    if session.scalar(select(Participation.id).where(here, Participation.member_id == member_id)):
        raise PlanningError("already_there", field="member_id")
    last = session.scalar(select(func.max(Participation.position)).where(here))
    row = Participation(
        id=new_id(),
        visit_id=entry.visit_id,
        entry_id=entry_id,
        member_id=member_id,
        role=chosen("role", Role, role),
        position=0 if last is None else last + 1,
    )
    session.add(row)
    return row.id


def add_person_at(
    session: Session, /, entry_id: str, *, person_id: str, side: Side, role: Role = Role.PARTICIPANT
) -> str:
    """Put a person at an entry and, who is not in the delegation yet, into it on that side.

    A member stays on the side where the delegation has them. Return the participation's id.

    Raises:
        PlanningError: ``entry_missing``; ``reference_missing`` where the person is gone; ``already_there``;
            ``choice_unknown`` for the side or the role.
    """
    entry = asked_entry(session, entry_id)
    known = select(Member.id).where(Member.visit_id == entry.visit_id, Member.person_id == person_id)
    member_id = session.scalar(known) or add_in_order(session, entry.visit_id, person_id=person_id, side=side)
    session.flush()
    return add_participant(session, entry_id, member_id=member_id, role=role)


def add_people_at(session: Session, /, entry_id: str, *, person_ids: Sequence[str], side: Side) -> None:
    """Put several persons at an entry as :func:`add_person_at` does one; who is there already stays.

    Raises:
        PlanningError: as :func:`add_person_at`.
    """
    there = select(Member.person_id).join(Participation.__table__, Participation.member_id == Member.id)
    known = set(session.scalars(there.where(Participation.entry_id == entry_id)))
    for person_id in dict.fromkeys(person_ids):
        if person_id not in known:
            add_person_at(session, entry_id, person_id=person_id, side=side)
            session.flush()


def remove_participant(session: Session, /, participation_id: str) -> None:
    """Take a member from an entry; the seat there goes too.

    Raises:
        PlanningError: ``participant_missing``.
    """
    delete_row(session, _participation(session, participation_id))


def set_participant(
    session: Session, /, participation_id: str, *, role: Role | None = None, confirmed: bool | None = None
) -> None:
    """Say what a member does at an entry, and whether the member's coming is confirmed.

    What is ``None`` stays as it is.

    Raises:
        PlanningError: ``participant_missing``; ``choice_unknown`` for the role.
    """
    row = _participation(session, participation_id)
    if role is not None:
        row.role = chosen("role", Role, role)
    if confirmed is not None:
        row.confirmed = confirmed


def _participation(session: Session, participation_id: str) -> Participation:
    row = session.get(Participation, participation_id)
    if row is None:
        raise PlanningError("participant_missing")
    return row
