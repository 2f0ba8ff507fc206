"""What can be done to the order in which the members of a side stand: by the rule, or with a reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.data.models import Member
from app.domain.errors import PlanningError
from app.domain.words import Side
from app.planning.asked import chosen
from app.planning.precedence import places, ranked
from app.planning.rows import asked, asked_visit, change

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_LAST = 9999


def order_by_rule(session: Session, /, visit_id: str, *, side: Side, drop_reasons: bool = False) -> None:
    """Put the members of a side in the order of the rule; those with a reason keep their places.

    With ``drop_reasons`` nobody has a reason any more.

    Raises:
        PlanningError: ``visit_missing``; ``choice_unknown`` for the side.
    """
    visit = asked_visit(session, visit_id)
    side = chosen("side", Side, side)
    session.flush()
    members = ranked(session.connection(), visit.id, side)
    if drop_reasons:
        members = tuple(replace(member, fixed=False) for member in members)
    computed = places(members)
    for member in members:
        row = asked(session, Member, member.id)
        if not member.fixed and row.precedence != computed[member.id]:
            row.precedence = computed[member.id]
        if drop_reasons and row.precedence_reason:
            row.precedence_reason = ""


def set_precedence(session: Session, /, member_id: str, *, precedence: int, reason: str) -> None:
    """Give a member a place of its own, with the reason; the place of the rule needs none.

    The others of the side make room: they are put in the order of the rule.

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
    order_by_rule(session, row.visit_id, side=row.side)
