"""One entry with everything that the inspector shows of it."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Connection, RowMapping, Select, String, bindparam, select

from app.data.models import (
    AgendaItem,
    Entry,
    EntryParty,
    Leg,
    Member,
    Organisation,
    Participation,
    Person,
    Place,
    Topic,
    Visit,
)
from app.domain.errors import PlanningError
from app.domain.names import full_name
from app.domain.words import EntryKind, Intent, LegMode, Role, Side
from app.planning.views.entry_line import EntryLine
from app.planning.views.own import own_columns
from app.planning.views.programme import head


@dataclass(frozen=True, slots=True)
class LegDetail:
    """The travel part of a travel entry."""

    mode: LegMode
    carrier: str
    number: str
    from_name: str
    from_code: str
    from_terminal: str
    to_name: str
    to_code: str
    to_terminal: str
    booking_reference: str
    estimated: bool


@dataclass(frozen=True, slots=True)
class PersonAt:
    """A member at the entry; people stand in the order of their precedence.

    ``id`` is the participation's: one member is at many entries. ``attended`` is whether they were there
    in the end, ``None`` where nobody has said so.
    """

    id: str
    member_id: str
    name: str
    native_name: str
    title: str
    side: Side
    role: Role
    confirmed: bool
    attended: bool | None


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One item of the agenda, in order."""

    title: str
    minutes: int
    intent: Intent


@dataclass(frozen=True, slots=True)
class EntryDetail(EntryLine):
    """Every field of an entry.

    ``visit_first`` and ``visit_last`` are the days of its visit, of the home zone.
    ``cities`` are those by whose clocks a journey begins and ends, where these are two clocks.
    """

    visit_id: str
    place_id: str | None
    host_organisation_id: str | None
    share_with_host: bool
    summary: str
    notes: str
    met_by: str
    dress: str
    press: str
    fallback: str
    tied_to_id: str | None
    tied_minutes: int
    home_city: str
    home_zone: str
    visit_first: date
    visit_last: date
    place: str | None
    host: str | None
    tied_to: str | None
    parties: frozenset[str]
    leg: LegDetail | None
    people: tuple[PersonAt, ...]
    agenda: tuple[AgendaLine, ...]
    cities: tuple[str, str] | None

    def side(self, side: Side) -> tuple[PersonAt, ...]:
        """Return the people of one side."""
        return tuple(person for person in self.people if person.side is side)

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return int((self.end_utc - self.start_utc).total_seconds()) // 60


def entry_detail(connection: Connection, entry_id: str) -> EntryDetail:
    """Return one entry with its people and agenda: five queries, however many there are.

    Two more tell the cities of a journey from zone to zone.

    Raises:
        PlanningError: ``entry_missing``.
    """
    wanted = {"entry_id": entry_id}
    row = connection.execute(_detail(), wanted).mappings().one_or_none()
    if row is None:
        raise PlanningError("entry_missing")
    leg = connection.execute(_leg(), wanted).one_or_none()
    return EntryDetail(
        **row,
        parties=frozenset(connection.execute(_parties(), wanted).scalars()),
        leg=None if leg is None else LegDetail(*leg),
        people=tuple(_person(found) for found in connection.execute(_people(), wanted)),
        agenda=tuple(
            AgendaLine(found.title or found.topic or "", found.minutes, found.intent)
            for found in connection.execute(_agenda(), wanted)
        ),
        cities=_cities(connection, row),
    )


def _cities(connection: Connection, row: RowMapping) -> tuple[str, str] | None:
    if row["kind"] is not EntryKind.TRAVEL or row["start_zone"] == row["end_zone"]:
        return None
    known = head(connection, row["visit_id"])
    first, last = (known.city(row[f"{end}_wall"].date(), row[f"{end}_zone"]) for end in ("start", "end"))
    return first, last


def _person(row: Any) -> PersonAt:
    return PersonAt(
        id=row.id,
        member_id=row.member_id,
        name=full_name(row.family_name, row.given_name, family_first=row.family_name_first),
        native_name=row.native_name,
        title=row.title,
        side=row.side,
        role=row.role,
        confirmed=row.confirmed,
        attended=row.attended,
    )


# The statements are built once: building one takes longer than asking it.

_WANTED: BindParameter[str] = bindparam("entry_id", type_=String())


@cache
def _detail() -> Select[*tuple[Any, ...]]:
    tied = Entry.__table__.alias("tied")
    return (
        select(
            *own_columns(EntryDetail, Entry),
            Visit.home_city,
            Visit.home_zone,
            Visit.starts_on.label("visit_first"),
            Visit.ends_on.label("visit_last"),
            Place.name.label("place"),
            Organisation.name.label("host"),
            tied.c.title.label("tied_to"),
        )
        .join(Visit.__table__, Visit.id == Entry.visit_id)
        .join(Place.__table__, Place.id == Entry.place_id, isouter=True)
        .join(Organisation.__table__, Organisation.id == Entry.host_organisation_id, isouter=True)
        .join(tied, tied.c.id == Entry.tied_to_id, isouter=True)
        .where(Entry.id == _WANTED)
    )


@cache
def _parties() -> Select[*tuple[Any, ...]]:
    return select(EntryParty.party_id).where(EntryParty.entry_id == _WANTED)


@cache
def _leg() -> Select[*tuple[Any, ...]]:
    return select(*(getattr(Leg, name) for name in LegDetail.__slots__)).where(Leg.entry_id == _WANTED)


@cache
def _people() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Participation.id,
            Participation.member_id,
            Person.family_name,
            Person.given_name,
            Person.family_name_first,
            Person.native_name,
            Member.title,
            Member.side,
            Participation.role,
            Participation.confirmed,
            Participation.attended,
        )
        .join(Member.__table__, Member.id == Participation.member_id)
        .join(Person.__table__, Person.id == Member.person_id)
        .where(Participation.entry_id == _WANTED)
        .order_by(Member.precedence, Participation.position, Person.family_name, Member.id)
    )


@cache
def _agenda() -> Select[*tuple[Any, ...]]:
    return (
        select(AgendaItem.title, Topic.title.label("topic"), AgendaItem.minutes, AgendaItem.intent)
        .join(Topic.__table__, Topic.id == AgendaItem.topic_id, isouter=True)
        .where(AgendaItem.entry_id == _WANTED)
        .order_by(AgendaItem.position, AgendaItem.id)
    )
