"""Who is in the delegation of a visit, on our side and each host's, in the order of precedence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from app.data.models import Entry, Member, Organisation, Participation, Party, PartyMember, Person, Visit
from app.domain.errors import PlanningError
from app.domain.withdrawn import is_withdrawn
from app.domain.words import Role, Side
from app.planning.precedence import places, ranked, tied
from app.planning.views.named import name_columns, name_of


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member. ``computed`` is the place by the rule; ``reason`` says why ``precedence`` is another.

    ``tied`` tells that nothing but the name decides between this member and another. ``entries`` counts
    where they take part; ``parties`` are names. Days are local. ``withdrawn``: left before it began.
    """

    id: str
    person_id: str
    name: str
    native_name: str
    side: Side
    title: str
    native_title: str
    organisation_id: str | None
    organisation: str
    duty: str
    precedence: int
    computed: int
    reason: str
    tied: bool
    joins_on: date | None
    leaves_on: date | None
    entries: int
    parties: tuple[str, ...]
    withdrawn: bool

    @property
    def group(self) -> tuple[Side, str]:
        """With whom the member is put in order: our side, or those of the same host."""
        return self.side, "" if self.side is Side.OURS else self.organisation_id or ""


@dataclass(frozen=True, slots=True)
class EntryOf:
    """An entry at which a member is; ``start_wall`` is local."""

    id: str
    title: str
    start_wall: datetime
    role: Role
    confirmed: bool


@dataclass(frozen=True, slots=True)
class MemberDetail:
    """One member as the fields show it; ``starts_on`` and ``ends_on`` are the visit's days."""

    id: str
    visit_id: str
    person_id: str
    name: str
    native_name: str
    side: Side
    title: str
    native_title: str
    organisation_id: str | None
    organisation: str
    duty: str
    precedence: int
    precedence_reason: str
    computed: int
    tied: bool
    joins_on: date | None
    leaves_on: date | None
    starts_on: date
    ends_on: date
    entries: tuple[EntryOf, ...]


def delegation(connection: Connection, visit_id: str) -> tuple[MemberRow, ...]:
    """Return the members of a visit: ours, then host by host, each in order; nine queries."""
    computed, equal = _rule(connection, visit_id, Side)
    counts = {
        row.member_id: row.entries
        for row in connection.execute(
            select(Participation.member_id, func.count().label("entries"))
            .where(Participation.visit_id == visit_id)
            .group_by(Participation.member_id)
        )
    }
    parties: dict[str, list[str]] = {}
    for row in connection.execute(
        select(PartyMember.member_id, Party.name)
        .join(Party.__table__, Party.id == PartyMember.party_id)
        .where(PartyMember.visit_id == visit_id)
        .order_by(Party.position, Party.id)
    ):
        parties.setdefault(row.member_id, []).append(row.name)
    rows = [
        MemberRow(
            **_own(row),
            precedence=row["precedence"],
            computed=computed[row["id"]],
            reason=row["precedence_reason"],
            tied=row["id"] in equal,
            joins_on=row["joins_on"],
            leaves_on=row["leaves_on"],
            entries=counts.get(row["id"], 0),
            parties=tuple(parties.get(row["id"], ())),
            withdrawn=is_withdrawn(
                row["leaves_on"],
                row["starts_on"],
                takes_part=row["id"] in counts or row["id"] in parties,
            ),
        )
        for row in connection.execute(_query().where(Member.visit_id == visit_id)).mappings()
    ]
    first: dict[tuple[Side, str], int] = {}
    for member in rows:
        first.setdefault(member.group, member.precedence)
    return tuple(sorted(rows, key=lambda row: (row.side is Side.HOST, first[row.group], row.group[1])))


def member_detail(connection: Connection, member_id: str) -> MemberDetail:
    """Return one member, with the entries in order of time.

    Raises:
        PlanningError: ``row_missing``.
    """
    row = connection.execute(_query().where(Member.id == member_id)).mappings().one_or_none()
    if row is None:
        raise PlanningError("row_missing", table="member")
    computed, equal = _rule(connection, row["visit_id"], (row["side"],))
    entries = connection.execute(
        select(Entry.id, Entry.title, Entry.start_wall, Participation.role, Participation.confirmed)
        .join(Participation.__table__, Participation.entry_id == Entry.id)
        .where(Participation.member_id == member_id)
        .order_by(Entry.start_utc, Entry.id)
    )
    return MemberDetail(
        **_own(row),
        visit_id=row["visit_id"],
        precedence=row["precedence"],
        precedence_reason=row["precedence_reason"],
        computed=computed[member_id],
        tied=member_id in equal,
        joins_on=row["joins_on"],
        leaves_on=row["leaves_on"],
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
        entries=tuple(EntryOf(*entry) for entry in entries),
    )


def _rule(
    connection: Connection, visit_id: str, sides: Iterable[Side]
) -> tuple[dict[str, int], frozenset[str]]:
    computed: dict[str, int] = {}
    equal: frozenset[str] = frozenset()
    for side in sides:
        members = ranked(connection, visit_id, side)
        computed |= places(members)
        equal |= tied(members)
    return computed, equal


def _own(row: Any) -> dict[str, Any]:
    names = ("id", "person_id", "native_name", "side", "title", "native_title", "organisation_id", "duty")
    return {name: row[name] for name in names} | {
        "name": name_of(row),
        "organisation": row["acronym"] or row["organisation"] or "",
    }


def _query() -> Any:
    return (
        select(
            *Member.__table__.c,
            Person.native_name,
            Organisation.name.label("organisation"),
            Organisation.acronym,
            Visit.starts_on,
            Visit.ends_on,
            *name_columns(),
        )
        .join(Visit.__table__, Visit.id == Member.visit_id)
        .join(Person.__table__, Person.id == Member.person_id)
        .join(Organisation.__table__, Organisation.id == Member.organisation_id, isouter=True)
        .order_by(Member.precedence, Person.family_name, Member.id)
    )
