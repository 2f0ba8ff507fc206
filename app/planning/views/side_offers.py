"""Who could be put at an entry together: those known of its host, those of last time, our delegation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, Select, func, or_, select

from app.data.models import (
    Entry,
    EntryParty,
    Member,
    Organisation,
    Participation,
    PartyMember,
    Person,
    Post,
)
from app.domain.errors import PlanningError
from app.domain.words import EntryKind, EntryStatus, Side


class OfferedGroup(StrEnum):
    """Whom an offer is about."""

    KNOWN = "known"
    LAST_TIME = "last_time"
    DELEGATION = "delegation"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class SideOffer:
    """Persons who can be put at an entry in one step, in the order in which they would stand.

    ``name`` is what the host is called in short; nothing for our own side.
    """

    group: OfferedGroup
    person_ids: tuple[str, ...]
    name: str = ""


def side_offers(connection: Connection, entry_id: str, side: Side) -> tuple[SideOffer, ...]:
    """Return whom one side of an entry can be given together; groups that add nobody are left out.

    Raises:
        PlanningError: ``entry_missing``.
    """
    called = func.coalesce(func.nullif(Organisation.acronym, ""), Organisation.name)
    query = (
        select(
            Entry.visit_id, Entry.start_utc, Entry.host_organisation_id.label("host"), called.label("name")
        )
        .outerjoin(Organisation.__table__, Organisation.id == Entry.host_organisation_id)
        .where(Entry.id == entry_id)
    )
    entry = connection.execute(query).one_or_none()
    if entry is None:
        raise PlanningError("entry_missing")
    groups: list[tuple[OfferedGroup, Select[str]]] = []
    if side is Side.OURS:
        party = select(PartyMember.member_id).join(
            EntryParty.__table__, EntryParty.party_id == PartyMember.party_id
        )
        ours = select(Member.person_id).where(Member.visit_id == entry.visit_id, Member.side == side)
        ours = ours.order_by(Member.precedence, Member.id)
        groups = [
            (OfferedGroup.PARTY, ours.where(Member.id.in_(party.where(EntryParty.entry_id == entry_id)))),
            (OfferedGroup.DELEGATION, ours),
        ]
    elif entry.host is not None:
        day = entry.start_utc.date()
        known = (
            select(Post.person_id)
            .join(Person.__table__, Person.id == Post.person_id)
            .where(
                Post.organisation_id == entry.host,
                or_(Post.starts_on.is_(None), Post.starts_on <= day),
                or_(Post.ends_on.is_(None), Post.ends_on >= day),
            )
            .order_by(Post.rank, Person.family_name, Post.id)
        )
        groups = [
            (OfferedGroup.LAST_TIME, _last_time(entry.host, entry.start_utc)),
            (OfferedGroup.KNOWN, known),
        ]
    there = set(connection.scalars(_there(entry_id)))
    offers = (
        SideOffer(group, _new(connection.scalars(query), there), entry.name or "") for group, query in groups
    )
    return tuple(offer for offer in offers if offer.person_ids)


def _there(entry_id: str) -> Select[str]:
    joined = select(Member.person_id).join(Participation.__table__, Participation.member_id == Member.id)
    return joined.where(Participation.entry_id == entry_id)


def _last_time(host_id: str, before: object) -> Select[str]:
    """Return who was there of the host at the last meeting with it, of whichever visit."""
    last = (
        select(Entry.id)
        .join(Participation.__table__, Participation.entry_id == Entry.id)
        .join(Member.__table__, Member.id == Participation.member_id)
        .where(
            Entry.host_organisation_id == host_id,
            Entry.kind == EntryKind.MEETING,
            Entry.status != EntryStatus.CANCELLED,
            Entry.start_utc < before,
            Member.side == Side.HOST,
        )
        .order_by(Entry.start_utc.desc(), Entry.id)
        .limit(1)
        .scalar_subquery()
    )
    came = or_(Participation.attended.is_(None), Participation.attended.is_(True))
    return (
        select(Member.person_id)
        .join(Participation.__table__, Participation.member_id == Member.id)
        .where(Participation.entry_id == last, Member.side == Side.HOST, came)
        .order_by(Member.precedence, Member.id)
    )


def _new(person_ids: Iterable[str], there: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person_id for person_id in person_ids if person_id not in there))
