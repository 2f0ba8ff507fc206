"""What can be done to the order in which the members of a side stand: by the rule, or with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.models import Member
from app.domain.errors import PlanningError
from app.domain.words import Side
from app.planning.asked import chosen
from app.planning.precedence import follows, places, ranked
from app.planning.rows import asked, asked_visit, change

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_LAST = 9999


def order_by_rule(session: Session, /, visit_id: str, *, side: Side) -> None:
    """Put the members of a side in the order of the rule; those with a reason keep their places.

    Raises:
        PlanningError: ``visit_missing``; ``choice_unknown`` for the side.
    """
    visit = asked_visit(session, visit_id)
    side = chosen("side", Side, side)
    session.flush()
    members = ranked(session.connection(), visit.id, side)
    computed = places(members)
    for member in members:
        if not member.fixed and member.precedence != computed[member.id]:
            asked(session, Member, member.id).precedence = computed[member.id]


def set_precedence(session: Session, /, member_id: str, *, precedence: int, reason: str) -> None:
    """Give a member a place of its own, with the reason; the place of the rule needs none.

    Where the side stood by the rule, the others make room.

    Raises:
        PlanningError: ``row_missing``; ``number_wanted``; ``reason_needed`` where the place is not that of
            the rule; ``text_too_long`` for the reason.
    """
    row = asked(session, Member, member_id)
    if isinstance(precedence, bool) or not 1 <= precedence <= _LAST:
        raise PlanningError("number_wanted", field="precedence", least=1, most=_LAST)
    session.flush()
    members = ranked(session.connection(), row.visit_id, row.side)
    if not reason.strip() and precedence != places(members)[row.id]:
        raise PlanningError("reason_needed", field="precedence_reason")
    values = {"precedence": precedence, "precedence_reason": reason}
    change(session, row, values, columns=values.keys())
    if follows(members):
        order_by_rule(session, row.visit_id, side=row.side)
