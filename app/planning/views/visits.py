"""The visits of a planner, and what can be chosen from when one is edited."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select, true

from app.data.models import Entry, Member, Organisation, Party, Person, Place, Visit
from app.domain.errors import PlanningError
from app.domain.names import full_name
from app.domain.words import EntryKind, Marking, Side, VisitState
from app.planning.views.own import own_columns


@dataclass(frozen=True, slots=True)
class VisitCard:
    """One visit in the list of a planner's visits. Days are of the home zone."""

    id: str
    title: str
    state: VisitState
    starts_on: date
    ends_on: date
    home_city: str
    home_zone: str
    marking: Marking
    archived: bool
    entries: int
    meetings: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One row to choose from: its id, what people read, and a second line.

    ``code`` is a short name, such as an acronym, that means the row as surely as its name does.
    """

    id: str
    name: str
    detail: str = ""
    code: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the fields of an entry can be set to."""

    places: tuple[Choice, ...]
    organisations: tuple[Choice, ...]
    parties: tuple[Choice, ...]
    our_members: tuple[Choice, ...]
    host_members: tuple[Choice, ...]


def visit_cards(connection: Connection, *, archived: bool = False) -> tuple[VisitCard, ...]:
    """Return the visits, the latest first; those put into the archive only if ``archived`` asks for them."""
    meetings = func.count(Entry.id).filter(Entry.kind == EntryKind.MEETING)
    query = (
        select(
            *own_columns(VisitCard, Visit),
            func.count(Entry.id).label("entries"),
            meetings.label("meetings"),
        )
        .join(Entry.__table__, Entry.visit_id == Visit.id, isouter=True)
        .where(true() if archived else Visit.archived.is_(False))
        .group_by(Visit.id)
        .order_by(Visit.starts_on.desc(), Visit.title, Visit.id)
    )
    return tuple(VisitCard(**row) for row in connection.execute(query).mappings())


def the_visit(connection: Connection, wanted: str | None) -> str:
    """Return the id of the wanted visit, or of the only one in the file.

    Raises:
        PlanningError: ``visit_missing``, ``visit_unnamed`` where the file holds several, ``no_visits``.
    """
    ids = connection.execute(select(Visit.id)).scalars().all()
    if wanted is not None:
        if wanted not in ids:
            raise PlanningError("visit_missing", visit=wanted)
        return wanted
    if not ids:
        raise PlanningError("no_visits")
    if len(ids) > 1:
        raise PlanningError("visit_unnamed", count=len(ids))
    return ids[0]


def visit_parties(connection: Connection, visit_id: str) -> tuple[Choice, ...]:
    """Return the parties of a visit in order."""
    query = select(Party.id, Party.name).where(Party.visit_id == visit_id).order_by(Party.position, Party.id)
    return tuple(Choice(*row) for row in connection.execute(query))


def choices(connection: Connection, visit_id: str) -> Choices:
    """Return what the fields of this visit's entries can be set to, in the order to show."""
    places = select(Place.id, Place.name, Place.city).order_by(Place.city, Place.name)
    organisations = select(Organisation.id, Organisation.name, Organisation.acronym).order_by(
        Organisation.name
    )
    parties = select(Party.id, Party.name).where(Party.visit_id == visit_id).order_by(Party.position)
    return Choices(
        places=tuple(Choice(*row) for row in connection.execute(places)),
        organisations=tuple(Choice(*row) for row in connection.execute(organisations)),
        parties=tuple(Choice(*row) for row in connection.execute(parties)),
        our_members=_members(connection, visit_id, Side.OURS),
        host_members=_members(connection, visit_id, Side.HOST),
    )


def _members(connection: Connection, visit_id: str, side: Side) -> tuple[Choice, ...]:
    query = (
        select(
            Member.id,
            Person.family_name,
            Person.given_name,
            Person.family_name_first,
            Person.native_name,
            Member.title,
        )
        .join(Person.__table__, Person.id == Member.person_id)
        .where(Member.visit_id == visit_id, Member.side == side)
        .order_by(Member.precedence, Person.family_name, Member.id)
    )
    return tuple(_member(row) for row in connection.execute(query))


def _member(row: Row[*tuple[Any, ...]]) -> Choice:
    latin = full_name(row.family_name, row.given_name, family_first=row.family_name_first)
    return Choice(row.id, f"{latin} {row.native_name}".strip(), row.title)
