"""Access requests: whom a site is told about, what of them is not known yet, the last day to send.

What is missing is found without reading what is there: of personal columns only whether they are empty
leaves the database.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from app.data.models import (
    AccessPerson,
    AccessRequest,
    Entry,
    Member,
    Participation,
    Person,
    Place,
    TravelDocument,
    Visa,
    Visit,
)
from app.domain.access import Asked, missing_fields
from app.domain.errors import PlanningError
from app.domain.words import AccessState, Side
from app.planning.views.named import name_columns, name_of
from app.planning.views.own import own_columns


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A member named in a request: which fields asked for are empty, and what a hand wrote about it."""

    id: str
    member_id: str
    name: str
    missing: tuple[Asked, ...]
    note: str


@dataclass(frozen=True, slots=True)
class AccessRow:
    """A request. ``due_on`` is the last local day to send it; stamps are naive UTC.

    ``place`` and ``entry`` are names, ``country`` is the site's code (ISO 3166), empty where it is not known;
    ``start_wall`` is the entry's local start; ``visit_first`` and ``visit_last`` are the days of the visit,
    of the ``home_zone``. ``unnamed`` are the members
    of our side at the entry whom the request does not name.
    """

    id: str
    visit_id: str
    place_id: str | None
    entry_id: str | None
    state: AccessState
    asks_for: str
    due_on: date | None
    sent_at: datetime | None
    answer: str
    answered_at: datetime | None
    place: str
    entry: str
    start_wall: datetime | None
    country: str
    home_zone: str
    visit_first: date
    visit_last: date
    people: tuple[NamedPerson, ...]
    unnamed: tuple[str, ...]

    @property
    def incomplete(self) -> int:
        """Of how many people something is missing."""
        return sum(bool(each.missing or each.note) for each in self.people)


def access_rows(connection: Connection, visit_id: str) -> tuple[AccessRow, ...]:
    """Return a visit's requests, the earliest to send first: five queries, however many there are."""
    return _requests(connection, AccessRequest.visit_id == visit_id)


def access_detail(connection: Connection, access_request_id: str) -> AccessRow:
    """Return one request.

    Raises:
        PlanningError: ``row_missing``.
    """
    found = _requests(connection, AccessRequest.id == access_request_id)
    if not found:
        raise PlanningError("row_missing", table="access_request")
    return found[0]


def _requests(connection: Connection, condition: Any) -> tuple[AccessRow, ...]:
    query = (
        select(
            *own_columns(AccessRow, AccessRequest),
            func.coalesce(Place.name, "").label("place"),
            func.coalesce(Place.country_code, "").label("country"),
            func.coalesce(Entry.title, "").label("entry"),
            Entry.start_wall,
            Visit.home_zone,
            Visit.starts_on.label("visit_first"),
            Visit.ends_on.label("visit_last"),
        )
        .join(Visit.__table__, Visit.id == AccessRequest.visit_id)
        .join(Place.__table__, Place.id == AccessRequest.place_id, isouter=True)
        .join(Entry.__table__, Entry.id == AccessRequest.entry_id, isouter=True)
        .where(condition)
        .order_by(AccessRequest.due_on.is_(None), AccessRequest.due_on, Entry.start_utc, AccessRequest.id)
    )
    rows = connection.execute(query).mappings().all()
    people = _people(connection, condition)
    documents = _documents(connection)
    visas = _visas(connection)
    at_entry = _at_entry(connection, condition)
    return tuple(_request(row, people, documents, visas, at_entry) for row in rows)


def _request(
    row: Any,
    people: dict[str, list[Any]],
    documents: dict[str, list[Any]],
    visas: dict[str, list[Any]],
    at_entry: dict[str, list[str]],
) -> AccessRow:
    named = people.get(row["id"], [])
    day = row["start_wall"].date() if row["start_wall"] else date.min
    values = {name: row[name] for name in AccessRow.__slots__[:-2]}
    there = {person["member_id"] for person in named}
    return AccessRow(
        **values,
        people=tuple(
            NamedPerson(
                person["id"],
                person["member_id"],
                name_of(person),
                missing_fields(
                    row["asks_for"],
                    _own_fields(person)
                    | _passport(documents.get(person["person_id"], ()), day)
                    | _visa(visas.get(person["person_id"], ()), day, row["country"]),
                ),
                person["note"],
            )
            for person in named
        ),
        unnamed=tuple(member for member in at_entry.get(row["id"], ()) if member not in there),
    )


#: By which columns a field of the person or the member is known.
_KNOWN_BY = {
    Asked.SEX: Person.sex != "",
    Asked.BORN_ON: Person.born_on.is_not(None),
    Asked.BIRTH_PLACE: Person.birth_place != "",
    Asked.CITIZENSHIPS: Person.citizenships != "",
    Asked.EMPLOYER: Member.organisation_id.is_not(None),
    Asked.TITLE: Member.title != "",
    Asked.PHONE: Person.phone != "",
    Asked.EMAIL: Person.email != "",
}


def _people(connection: Connection, condition: Any) -> dict[str, list[Any]]:
    query = (
        select(
            AccessPerson.access_request_id,
            AccessPerson.id,
            AccessPerson.member_id,
            AccessPerson.missing.label("note"),
            Member.person_id,
            *(known.label(field.value) for field, known in _KNOWN_BY.items()),
            *name_columns(),
        )
        .join(AccessRequest.__table__, AccessRequest.id == AccessPerson.access_request_id)
        .join(Member.__table__, Member.id == AccessPerson.member_id)
        .join(Person.__table__, Person.id == Member.person_id)
        .where(condition)
        .order_by(Member.precedence, Person.family_name, Member.id)
    )
    found: dict[str, list[Any]] = {}
    for row in connection.execute(query).mappings():
        found.setdefault(row["access_request_id"], []).append(row)
    return found


def _documents(connection: Connection) -> dict[str, list[Any]]:
    query = select(
        TravelDocument.person_id,
        (TravelDocument.number != "").label("number"),
        (TravelDocument.country_code != "").label("country"),
        TravelDocument.expires_on,
    ).where(TravelDocument.person_id.in_(_named_persons()))
    found: dict[str, list[Any]] = {}
    for row in connection.execute(query):
        found.setdefault(row.person_id, []).append(row)
    return found


def _visas(connection: Connection) -> dict[str, list[Any]]:
    query = (
        select(TravelDocument.person_id, Visa.country_code, Visa.valid_until)
        .join(TravelDocument.__table__, TravelDocument.id == Visa.travel_document_id)
        .where(Visa.visa_class != "", TravelDocument.person_id.in_(_named_persons()))
    )
    found: dict[str, list[Any]] = {}
    for row in connection.execute(query):
        found.setdefault(row.person_id, []).append(row)
    return found


def _named_persons() -> Any:
    return select(Member.person_id).join(AccessPerson.__table__, AccessPerson.member_id == Member.id)


def _at_entry(connection: Connection, condition: Any) -> dict[str, list[str]]:
    query = (
        select(AccessRequest.id, Participation.member_id)
        .join(Participation.__table__, Participation.entry_id == AccessRequest.entry_id)
        .join(Member.__table__, Member.id == Participation.member_id)
        .where(condition, Member.side == Side.OURS)
        .order_by(Member.precedence, Member.id)
    )
    found: dict[str, list[str]] = {}
    for row in connection.execute(query):
        found.setdefault(row.id, []).append(row.member_id)
    return found


def _own_fields(person: Any) -> set[Asked]:
    known = {field for field in _KNOWN_BY if person[field.value]}
    return known | ({Asked.FULL_NAME} if person["family_name"] and person["given_name"] else set())


def _passport(documents: Iterable[Any], day: date) -> set[Asked]:
    """A document that will have expired by the day tells nothing that a site can use."""
    valid = [row for row in documents if row.expires_on is None or row.expires_on >= day]
    known = {
        Asked.PASSPORT_NUMBER: any(row.number for row in valid),
        Asked.PASSPORT_COUNTRY: any(row.country for row in valid),
        Asked.PASSPORT_EXPIRY: any(row.expires_on for row in valid),
    }
    return {field for field, there in known.items() if there}


def _visa(visas: Iterable[Any], day: date, country: str) -> set[Asked]:
    valid = any(
        (row.valid_until is None or row.valid_until >= day) and (not country or row.country_code == country)
        for row in visas
    )
    return {Asked.VISA_CLASS} if valid else set()
