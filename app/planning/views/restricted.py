"""What is restricted of a person: a view of its own, asked on demand; it is in no list and no log."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, select

from app.data.models import Person, TravelDocument, Visa
from app.domain.errors import PlanningError
from app.planning.views.named import name_columns, name_of
from app.planning.views.own import own_columns, own_names


@dataclass(frozen=True, slots=True)
class VisaLine:
    """A visa in a travel document."""

    id: str
    country_code: str
    visa_class: str
    number: str = field(repr=False)
    valid_from: date | None
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A travel document with its visas."""

    id: str
    kind: str
    number: str = field(repr=False)
    country_code: str
    name_as_printed: str = field(repr=False)
    issued_on: date | None
    expires_on: date | None
    visas: tuple[VisaLine, ...]


@dataclass(frozen=True, slots=True)
class PersonRestricted:
    """What is restricted of a person: shown on demand, never listed, copied or logged."""

    id: str
    name: str
    private_phone: str = field(repr=False)
    born_on: date | None = field(repr=False)
    birth_place: str = field(repr=False)
    sex: str = field(repr=False)
    citizenships: str = field(repr=False)
    diet: str = field(repr=False)
    mobility: str = field(repr=False)
    documents: tuple[DocumentLine, ...] = field(repr=False)


def person_restricted(connection: Connection, person_id: str) -> PersonRestricted:
    """Return what is restricted of a person.

    Raises:
        PlanningError: ``row_missing``.
    """
    query = select(*own_columns(PersonRestricted, Person), *name_columns()).where(Person.id == person_id)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise PlanningError("row_missing", table="person")
    return PersonRestricted(
        **{name: row[name] for name in own_names(PersonRestricted, Person)},
        name=name_of(row),
        documents=_documents(connection, person_id),
    )


def _documents(connection: Connection, person_id: str) -> tuple[DocumentLine, ...]:
    visas: dict[str, list[VisaLine]] = {}
    query = (
        select(Visa.travel_document_id, *(getattr(Visa, name) for name in VisaLine.__slots__))
        .join(TravelDocument.__table__, TravelDocument.id == Visa.travel_document_id)
        .where(TravelDocument.person_id == person_id)
        .order_by(Visa.valid_until.desc(), Visa.id)
    )
    for document_id, *values in connection.execute(query):
        visas.setdefault(document_id, []).append(VisaLine(*values))
    documents = (
        select(*own_columns(DocumentLine, TravelDocument))
        .where(TravelDocument.person_id == person_id)
        .order_by(TravelDocument.expires_on.desc(), TravelDocument.id)
    )
    return tuple(
        DocumentLine(**row, visas=tuple(visas.get(row["id"], ())))
        for row in connection.execute(documents).mappings()
    )
