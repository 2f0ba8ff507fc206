"""An organisation with those below it: which entries it takes part in, and which promises are with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, or_, select

from app.data.models import Action, Entry, Member, Organisation, Participation
from app.domain.words import EntryKind, EntryStatus, Side

_ROADS = (EntryKind.TRAVEL, EntryKind.HOLD, EntryKind.REST, EntryKind.PRIVATE)


def family_of(connection: Connection, organisation_ids: Iterable[str]) -> frozenset[str]:
    """Return these organisations and all below them."""
    below: dict[str | None, list[str]] = {}
    for key, parent in connection.execute(select(Organisation.id, Organisation.parent_id)):
        below.setdefault(parent, []).append(key)
    found = set(organisation_ids)
    queue = list(found)
    while queue:
        more = [key for key in below.get(queue.pop(), ()) if key not in found]
        found.update(more)
        queue += more
    return frozenset(found)


def family_at(connection: Connection, entry_id: str) -> frozenset[str]:
    """Return who receives us at an entry, those whose people sit on the host's side there, and all below."""
    host = select(Entry.host_organisation_id).where(Entry.id == entry_id)
    seated = (
        select(Member.organisation_id)
        .join(Participation.__table__, Participation.member_id == Member.id)
        .where(Participation.entry_id == entry_id, Member.side == Side.HOST)
    )
    found = {key for query in (host, seated) for key in connection.execute(query).scalars() if key}
    return family_of(connection, found)


def entries_with(family: frozenset[str]) -> Select[str]:
    """Return the ids of the entries in which one of these takes part; none that is called off."""
    there = (
        select(Participation.entry_id)
        .join(Member.__table__, Member.id == Participation.member_id)
        .where(Member.organisation_id.in_(family), Member.side == Side.HOST)
    )
    return select(Entry.id).where(
        or_(Entry.host_organisation_id.in_(family), Entry.id.in_(there)),
        Entry.status != EntryStatus.CANCELLED,
        Entry.kind.not_in(_ROADS),
    )


def promised_with(family: frozenset[str]) -> ColumnElement[bool]:
    """Return the condition for actions that name one of these, or were made at a meeting and name nobody."""
    named = or_(Action.owner_organisation_id.in_(family), Action.counterpart_organisation_id.in_(family))
    nameless: Any = Action.owner_organisation_id.is_(None) & Action.counterpart_organisation_id.is_(None)
    return or_(named, nameless & Action.entry_id.in_(entries_with(family)))
