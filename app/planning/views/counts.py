"""How much stands in each room of a visit, for the navigation."""

from sqlalchemy import Connection, func, select

from app.data.models import Action, Entry, Member, Topic
from app.domain.words import ActionState, EntryKind, Side

_STILL_OPEN = (ActionState.OPEN, ActionState.IN_PROGRESS)


def room_counts(connection: Connection, visit_id: str) -> dict[str, int]:
    """Return by room how many meetings, topics, actions still open and members of our side a visit has."""
    entry, topic, action, member = Entry.__table__, Topic.__table__, Action.__table__, Member.__table__
    conditions = {
        "meetings": (entry, entry.c.kind == EntryKind.MEETING),
        "topics": (topic, topic.c.id.is_not(None)),
        "actions": (action, action.c.state.in_(_STILL_OPEN)),
        "delegation": (member, member.c.side == Side.OURS),
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
