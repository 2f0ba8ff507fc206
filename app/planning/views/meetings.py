"""The meetings of a visit: what is on their agendas, who leads on both sides, how far the brief is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, func, or_, select

from app.data.models import (
    AgendaItem,
    Brief,
    BriefParagraph,
    Entry,
    Member,
    Organisation,
    Participation,
    Person,
    Place,
    Visit,
)
from app.domain.names import full_name
from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus, Marking, Role, Side
from app.planning.views.own import own_columns


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting. Walls are local and naive; instants are naive UTC.

    ``items`` and ``used`` count the agenda's items and their minutes. ``paragraphs`` count the brief's.
    ``visit_first`` and ``visit_last`` are the days of its visit, of the home zone.
    """

    id: str
    title: str
    kind: EntryKind
    status: EntryStatus
    marking: Marking
    start_wall: datetime
    start_zone: str
    start_precision: Precision
    start_utc: datetime
    end_wall: datetime
    end_zone: str
    end_precision: Precision
    end_utc: datetime
    place: str | None
    city: str | None
    host: str | None
    host_acronym: str | None
    due_on: date | None
    cleared_at: datetime | None
    visit_first: date
    visit_last: date
    paragraphs: int
    items: int
    used: int
    our_head: str
    host_head: str

    @property
    def slot(self) -> int:
        """How many minutes it lasts."""
        return int((self.end_utc - self.start_utc).total_seconds()) // 60

    @property
    def over(self) -> int:
        """How many minutes the agenda takes beyond the slot; below 0, how many are to spare."""
        return self.used - self.slot


class Agenda(NamedTuple):
    """How many items are on an agenda, and how many minutes they take."""

    items: int
    used: int


def meeting_rows(connection: Connection, visit_id: str) -> tuple[MeetingRow, ...]:
    """Return the entries of a visit that are meetings or have an agenda, in order: four queries."""
    wanted = {"visit_id": visit_id}
    used = agendas(connection, visit_id)
    paragraphs: dict[str, int] = dict(connection.execute(_paragraphs(), wanted).all())
    heads: dict[tuple[str, Side], str] = {}
    for row in connection.execute(_heads(), wanted):
        name = full_name(row.family_name, row.given_name, family_first=row.family_name_first)
        heads.setdefault((row.entry_id, row.side), name)
    return tuple(
        _row(row, used, paragraphs, heads) for row in connection.execute(_entries(), wanted).mappings()
    )


def agendas(connection: Connection, visit_id: str) -> dict[str, Agenda]:
    """Return the agenda of each entry of a visit that has one, by the entry's id."""
    found = connection.execute(_agendas(), {"visit_id": visit_id})
    return {row.entry_id: Agenda(row.items, row.used) for row in found}


def _row(
    row: Any,
    used: Mapping[str, Agenda],
    paragraphs: Mapping[str, int],
    heads: Mapping[tuple[str, Side], str],
) -> MeetingRow:
    agenda = used.get(row["id"], Agenda(0, 0))
    return MeetingRow(
        **row,
        paragraphs=paragraphs.get(row["id"], 0),
        items=agenda.items,
        used=agenda.used,
        our_head=heads.get((row["id"], Side.OURS), ""),
        host_head=heads.get((row["id"], Side.HOST), ""),
    )


@cache
def _entries() -> Select[*tuple[Any, ...]]:
    has_agenda = select(AgendaItem.id).where(AgendaItem.entry_id == Entry.id).exists()
    return (
        select(
            *own_columns(MeetingRow, Entry),
            Place.name.label("place"),
            Place.city.label("city"),
            Organisation.name.label("host"),
            Organisation.acronym.label("host_acronym"),
            Brief.due_on,
            Brief.cleared_at,
            Visit.starts_on.label("visit_first"),
            Visit.ends_on.label("visit_last"),
        )
        .join(Visit.__table__, Visit.id == Entry.visit_id)
        .join(Place.__table__, Place.id == Entry.place_id, isouter=True)
        .join(Organisation.__table__, Organisation.id == Entry.host_organisation_id, isouter=True)
        .join(Brief.__table__, Brief.entry_id == Entry.id, isouter=True)
        .where(Entry.visit_id == bindparam("visit_id"), or_(Entry.kind == EntryKind.MEETING, has_agenda))
        .order_by(Entry.start_utc, Entry.end_utc, Entry.id)
    )


@cache
def _agendas() -> Select[*tuple[Any, ...]]:
    return (
        select(
            AgendaItem.entry_id,
            func.count(AgendaItem.id).label("items"),
            func.sum(AgendaItem.minutes).label("used"),
        )
        .where(AgendaItem.visit_id == bindparam("visit_id"))
        .group_by(AgendaItem.entry_id)
    )


@cache
def _paragraphs() -> Select[*tuple[Any, ...]]:
    return (
        select(Brief.entry_id, func.count(BriefParagraph.id))
        .join(BriefParagraph.__table__, BriefParagraph.brief_id == Brief.id)
        .where(Brief.visit_id == bindparam("visit_id"))
        .group_by(Brief.entry_id)
    )


@cache
def _heads() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Participation.entry_id,
            Member.side,
            Person.family_name,
            Person.given_name,
            Person.family_name_first,
        )
        .join(Member.__table__, Member.id == Participation.member_id)
        .join(Person.__table__, Person.id == Member.person_id)
        .where(Participation.visit_id == bindparam("visit_id"), Participation.role == Role.HEAD)
        .order_by(Member.precedence, Participation.position, Member.id)
    )
