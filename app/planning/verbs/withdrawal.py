"""Withdrawing a member from a moment on, or letting somebody take over: all that follows, in one step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.data.cascade import delete_row
from app.data.models import Member
from app.data.models.base import stored_classes
from app.planning.leaving import TAKER, Consequence, Fate, Leaving
from app.planning.rows import asked
from app.planning.verbs.members import create_member
from app.planning.verbs.people_at import add_participant
from app.planning.withdrawal import consequences, joins_with

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def withdraw_member(session: Session, /, member_id: str, *, from_utc: datetime, note: str = "") -> None:
    """Withdraw a member from an instant on (naive UTC); what began before stays as it was.

    An access request that was sent must be sent again; ``note`` is written to its answer.

    Raises:
        PlanningError: ``row_missing``.
    """
    asked(session, Member, member_id)
    session.flush()
    _carry_out(session, consequences(Leaving(session.connection(), member_id, from_utc, note=note)))


def replace_member(
    session: Session, /, member_id: str, *, person_id: str, from_utc: datetime, note: str = ""
) -> str:
    """Let a person take over from a member from an instant on (naive UTC); return that person's member id.

    Who is in the delegation already takes over as the member there is. Nobody's coming is confirmed
    anew. ``note`` is as with :func:`withdraw_member`.

    Raises:
        PlanningError: ``row_missing``; ``reference_missing`` where there is no such person; ``same_member``.
    """
    member = asked(session, Member, member_id)
    session.flush()
    leaving = Leaving(session.connection(), member_id, from_utc, person_id, note)
    steps = consequences(leaving)
    taker_id = leaving.taker_id or ""
    if leaving.joins:
        values = joins_with(leaving)
        taker_id = create_member(session, member.visit_id, person_id=person_id, **values)
        session.flush()
    _carry_out(session, steps, taker_id)
    return taker_id


def _carry_out(session: Session, steps: Iterable[Consequence], taker_id: str = "") -> None:
    kinds: dict[str, Any] = {each.__tablename__: each for each in stored_classes()}
    for step in steps:
        if step.fate is Fate.KEPT:
            continue
        if step.fate is Fate.NAMED:
            for member_id in step.values["member_ids"]:
                add_participant(session, step.id, member_id=member_id)
            continue
        row = session.get_one(kinds[step.kind], step.id)
        if step.fate is Fate.REMOVED:
            delete_row(session, row)
            continue
        for name, value in step.values.items():
            new = taker_id if value == TAKER else value
            if getattr(row, name) != new:
                setattr(row, name, new)
