"""What can be done to the parties of a visit: the lanes of its programme, and who goes in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.cascade import delete_row
from app.data.models import Member, Party, PartyMember
from app.domain.errors import PlanningError
from app.planning.rows import asked, asked_visit, change, fresh, next_position, put_in_order

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def create_party(session: Session, /, visit_id: str, *, name: str) -> str:
    """Add a party after the visit's others and return its id.

    Raises:
        PlanningError: ``visit_missing``, or what :func:`edit_party` refuses.
    """
    visit = asked_visit(session, visit_id)
    place = next_position(session, Party, visit_id=visit.id)
    party = fresh(session, Party, visit_id=visit.id, position=place)
    _change(session, party, {"name": name})
    return party.id


def edit_party(session: Session, /, party_id: str, **fields: Any) -> None:
    """Give a party another ``name``.

    Raises:
        PlanningError: ``row_missing``; what :func:`app.planning.rows.change` refuses.
    """
    _change(session, asked(session, Party, party_id), fields)


def order_parties(session: Session, /, visit_id: str, party_ids: Sequence[str]) -> None:
    """Give a visit's parties this order; those not named follow in the order they had.

    Raises:
        PlanningError: ``visit_missing``; ``row_missing`` where a party is not of the visit.
    """
    put_in_order(session, Party, party_ids, visit_id=asked_visit(session, visit_id).id)


def set_party_members(session: Session, /, party_id: str, member_ids: frozenset[str]) -> None:
    """Say who goes in a party; the entries that are for it are for them.

    Raises:
        PlanningError: ``row_missing``; ``reference_missing`` where a member is gone or of another visit.
    """
    party = asked(session, Party, party_id)
    query = select(PartyMember).where(PartyMember.party_id == party.id)
    present = {row.member_id: row for row in session.scalars(query)}
    for member_id in sorted(member_ids - present.keys()):
        member = session.get(Member, member_id)
        if member is None or member.visit_id != party.visit_id:
            raise PlanningError("reference_missing", field="member_ids")
        fresh(session, PartyMember, visit_id=party.visit_id, party_id=party.id, member_id=member.id)
    for member_id, row in present.items():
        if member_id not in member_ids:
            session.delete(row)


def delete_party(session: Session, /, party_id: str) -> None:
    """Delete a party; an entry that was for it alone is for everyone.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Party, party_id))


def _change(session: Session, party: Party, fields: dict[str, Any]) -> None:
    change(session, party, fields, columns={"name"}, required=("name",))
