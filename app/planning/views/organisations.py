"""Organisations as a list and one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from app.data.models import Organisation, Person, Post
from app.domain.errors import PlanningError
from app.planning.views.named import name_columns, name_of

_PARENT = Organisation.__table__.alias("parent")


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """One organisation in the list; ``people`` counts those who hold or held a post there."""

    id: str
    name: str
    acronym: str
    native_name: str
    parent_id: str | None
    parent: str
    country_code: str
    city: str
    people: int


@dataclass(frozen=True, slots=True)
class OrganisationDetail:
    """Every field of an organisation, the ids and names of those right below it, and its people."""

    id: str
    name: str
    acronym: str
    native_name: str
    parent_id: str | None
    parent: str
    country_code: str
    city: str
    website: str
    profile: str
    below: tuple[tuple[str, str], ...]
    people: tuple[PersonThere, ...]


@dataclass(frozen=True, slots=True)
class PersonThere:
    """A person with a post at an organisation; ``past`` once it has ended."""

    id: str
    name: str
    native_name: str
    title: str
    past: bool


def organisation_rows(connection: Connection) -> tuple[OrganisationRow, ...]:
    """Return all organisations by name."""
    counts = dict(
        connection.execute(
            select(Post.organisation_id, func.count(Post.person_id.distinct())).group_by(Post.organisation_id)
        ).all()
    )
    query = _with_parent(
        Organisation.id,
        Organisation.name,
        Organisation.acronym,
        Organisation.native_name,
        Organisation.parent_id,
        Organisation.country_code,
        Organisation.city,
    ).order_by(Organisation.name, Organisation.id)
    return tuple(
        OrganisationRow(**_named(row), people=counts.get(row["id"], 0))
        for row in connection.execute(query).mappings()
    )


def the_organisation(connection: Connection, wanted: str) -> str:
    """Return the id of the organisation of this id, acronym or name; letters large or small.

    Raises:
        PlanningError: ``organisation_unknown``, ``organisation_ambiguous``.
    """
    name = wanted.strip().lower()
    called = or_(
        Organisation.id == wanted.strip(),
        func.lower(Organisation.acronym) == name,
        func.lower(Organisation.name) == name,
    )
    found = connection.execute(select(Organisation.id).where(called)).scalars().all() if name else []
    if not found:
        raise PlanningError("organisation_unknown", name=wanted)
    if len(found) > 1:
        raise PlanningError("organisation_ambiguous", name=wanted)
    return found[0]


def organisation_detail(connection: Connection, organisation_id: str, on: date) -> OrganisationDetail:
    """Return one organisation; ``on`` is the day that tells its present people from its past ones.

    Raises:
        PlanningError: ``row_missing``.
    """
    own = (name for name in OrganisationDetail.__slots__ if name not in {"parent", "below", "people"})
    query = _with_parent(*(getattr(Organisation, name) for name in own))
    row = connection.execute(query.where(Organisation.id == organisation_id)).mappings().one_or_none()
    if row is None:
        raise PlanningError("row_missing", table="organisation")
    below = select(Organisation.id, Organisation.name).where(Organisation.parent_id == organisation_id)
    return OrganisationDetail(
        **_named(row) | {"parent": row["parent_name"] or ""},
        below=tuple((key, name) for key, name in connection.execute(below.order_by(Organisation.name))),
        people=people_there(connection, organisation_id, on),
    )


def people_there(connection: Connection, organisation_id: str, on: date) -> tuple[PersonThere, ...]:
    """Return who holds a post at an organisation, by rank, and after them those who held one once."""
    past = (Post.ends_on < on).label("past")
    query = (
        select(Person.id, *name_columns(), Person.native_name, Post.title, past)
        .join(Person.__table__, Person.id == Post.person_id)
        .where(Post.organisation_id == organisation_id)
        .order_by(func.coalesce(past, 0), Post.rank, Person.family_name, Post.id)
    )
    return tuple(
        PersonThere(row["id"], name_of(row), row["native_name"], row["title"], past=bool(row["past"]))
        for row in connection.execute(query).mappings()
    )


def _with_parent(*columns: Any) -> Select[*tuple[Any, ...]]:
    names = (_PARENT.c.name.label("parent_name"), _PARENT.c.acronym.label("parent_acronym"))
    joined = Organisation.__table__.outerjoin(_PARENT, _PARENT.c.id == Organisation.parent_id)
    return select(*columns, *names).select_from(joined)


def _named(row: Any) -> dict[str, Any]:
    """Return the values of a row, its parent called by one name: the acronym where it has one."""
    values = dict(row)
    name, acronym = values.pop("parent_name"), values.pop("parent_acronym")
    return values | {"parent": acronym or name or ""}
