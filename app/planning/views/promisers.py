"""Who can owe a promise that is made at a meeting, or be owed it: those who are there, and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from app.data.models import Entry, Member, Organisation, Participation, Person, Visit
from app.domain.words import Side
from app.planning.views.named import name_in


@dataclass(frozen=True, slots=True)
class Promiser:
    """A member who is at the meeting, or an organisation that takes part, as ``member_id`` tells.

    ``short`` is an acronym, or the name in its own script; ``detail`` tells it from its like.
    """

    id: str
    name: str
    short: str
    detail: str
    side: Side
    member_id: str | None
    organisation_id: str | None


@dataclass(frozen=True, slots=True)
class Owed:
    """Whose promise it is, and to whom; what is none follows from whose it is."""

    owed_by: Side = Side.OURS
    owner_id: str | None = None
    owner_organisation_id: str | None = None
    counterpart_organisation_id: str | None = None


def owed_between(named: Sequence[Promiser], there: Sequence[Promiser]) -> Owed:
    """Return who owes what to whom: who is named first owes it, who is named second is to get it.

    What a person of theirs promises is owed by the organisation, too; where theirs is not known, by the host.
    """
    if not named:
        return Owed()
    owner, organisation = named[0], None
    if owner.side is Side.HOST or owner.member_id is None:
        hosts = (one.organisation_id for one in there if one.member_id is None and one.side is Side.HOST)
        organisation = owner.organisation_id or next(hosts, None)
    return Owed(
        owed_by=owner.side,
        owner_id=owner.member_id,
        owner_organisation_id=organisation,
        counterpart_organisation_id=named[1].organisation_id if len(named) > 1 else None,
    )


def promisers(connection: Connection, entry_id: str) -> tuple[Promiser, ...]:
    """Return whom a promise at an entry can name, theirs before ours: three queries.

    People stand by precedence; behind them the host, whose people are there, and our own organisation.
    """
    people = _people(connection, entry_id)
    sides = dict.fromkeys((one.organisation_id, one.side) for one in people)
    ends = (
        select(Entry.host_organisation_id, Visit.organisation_id)
        .join(Visit.__table__, Visit.id == Entry.visit_id)
        .where(Entry.id == entry_id)
    )
    for host, home in connection.execute(ends):
        sides |= dict.fromkeys(((host, Side.HOST), (home, Side.OURS)))
    named = select(Organisation.id, Organisation.name, Organisation.acronym, Organisation.native_name)
    found = {
        row.id: row
        for row in connection.execute(named.where(Organisation.id.in_([key for key, _side in sides if key])))
    }
    organisations = [_organisation(found[key], side) for key, side in sides if key in found]
    both = (*people, *organisations)
    return tuple(one for side in (Side.HOST, Side.OURS) for one in both if one.side is side)


def _people(connection: Connection, entry_id: str) -> list[Promiser]:
    query = (
        select(
            Member.id,
            Person.family_name,
            Person.given_name,
            Person.family_name_first,
            Person.native_name,
            Member.title,
            Member.side,
            Member.organisation_id,
        )
        .join(Participation.__table__, Participation.member_id == Member.id)
        .join(Person.__table__, Person.id == Member.person_id)
        .where(Participation.entry_id == entry_id)
        .order_by(Member.precedence, Participation.position, Person.family_name, Member.id)
    )
    return [_person(row) for row in connection.execute(query)]


def _person(row: Any) -> Promiser:
    name = name_in(row)
    return Promiser(
        id=row.id,
        name=name or row.native_name,
        short=row.native_name if name else "",
        detail=row.title,
        side=row.side,
        member_id=row.id,
        organisation_id=row.organisation_id,
    )


def _organisation(row: Any, side: Side) -> Promiser:
    return Promiser(
        id=row.id,
        name=row.name,
        short=row.acronym or row.native_name,
        detail=row.acronym or row.native_name,
        side=side,
        member_id=None,
        organisation_id=row.id,
    )
