"""How much stands in each room of a visit, for the navigation."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from app.data.models import Action, Entry, Member, Participation, PartyMember, Topic, Visit
from app.domain.words import ActionState, EntryKind, Side

_STILL_OPEN = (ActionState.OPEN, ActionState.IN_PROGRESS)


def room_counts(connection: Connection, visit_id: str) -> dict[str, int]:
    """Return by room how many meetings, topics, actions still open and members of our side a visit has.

    Who has left the delegation before the visit began is not counted.
    """
    entry, topic, action, member = Entry.__table__, Topic.__table__, Action.__table__, Member.__table__
    conditions = {
        "meetings": (entry, entry.c.kind == EntryKind.MEETING),
        "topics": (topic, topic.c.id.is_not(None)),
        "actions": (action, action.c.state.in_(_STILL_OPEN)),
        "delegation": (member, (member.c.side == Side.OURS) & _stays(visit_id)),
    }
    counted = [
        select(func.count())
        .select_from(table)
        .where(table.c.visit_id == visit_id, condition)
        .scalar_subquery()
        .label(room)
        for room, (table, condition) in conditions.items()
    ]
    return dict(connection.execute(select(*counted)).mappings().one())


def _stays(visit_id: str) -> ColumnElement[bool]:
    """Return the condition that a member has not withdrawn: :func:`app.domain.withdrawn.is_withdrawn`."""
    member = Member.__table__.c
    begins: Any = select(Visit.starts_on).where(Visit.id == visit_id).scalar_subquery()
    takes_part = (
        select(link.__table__.c.id).where(link.__table__.c.member_id == member.id).exists()
        for link in (Participation, PartyMember)
    )
    return or_(
        member.leaves_on.is_(None),
        member.leaves_on > begins,
        (member.leaves_on == begins) & or_(*takes_part),
    )
