"""Persons as a list and one by one, but for what is restricted of them: see ``restricted``."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, case, select

from app.data.models import (
    Action,
    AttachmentBlob,
    Member,
    Organisation,
    Person,
    Post,
    Visit,
)
from app.domain.errors import PlanningError
from app.domain.folding import folded
from app.domain.names import full_name
from app.domain.words import ActionState, Side
from app.planning.present import held_on, present_first
from app.planning.views.own import own_columns
from app.planning.views.promised import CLOSED


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in the list, with the post held on the day that was asked for."""

    id: str
    name: str
    family_name: str
    native_name: str
    title: str
    organisation_id: str | None
    organisation: str
    country_code: str
    rank: int | None
    languages: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class PostLine:
    """One post of a person, or at an organisation; ``name`` is what undo calls it."""

    id: str
    person_id: str
    organisation_id: str
    organisation: str
    title: str
    native_title: str
    rank: int
    starts_on: date | None
    ends_on: date | None

    @property
    def name(self) -> str:
        """The title, or where there is none yet the organisation."""
        return self.title or self.organisation


@dataclass(frozen=True, slots=True)
class PersonVisit:
    """A visit in whose delegation the person is."""

    visit_id: str
    title: str
    starts_on: date
    side: Side


@dataclass(frozen=True, slots=True)
class PersonPromise:
    """An action that the person owes, on whichever visit."""

    id: str
    text: str
    due_on: date | None
    state: ActionState
    visit: str


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """A person but for what is restricted."""

    id: str
    family_name: str
    given_name: str
    family_name_first: bool
    native_name: str
    pronunciation: str
    form_of_address: str
    languages: str
    biography: str
    email: str
    phone: str
    picture_sha256: str
    posts: tuple[PostLine, ...]
    visits: tuple[PersonVisit, ...]
    promises: tuple[PersonPromise, ...]

    @property
    def name(self) -> str:
        """The name in Latin letters, in the person's own order."""
        return full_name(self.family_name, self.given_name, family_first=self.family_name_first)


def person_rows(
    connection: Connection, on: date, ids: Collection[str] | None = None
) -> tuple[PersonRow, ...]:
    """Return persons by family name, all or those of these ids, each with the post held on a day."""
    posts = (
        select(
            Post.person_id,
            Post.title,
            Post.organisation_id,
            case((Organisation.acronym == "", Organisation.name), else_=Organisation.acronym),
            Organisation.country_code,
            Post.rank,
        )
        .join(Organisation.__table__, Organisation.id == Post.organisation_id)
        .where(held_on(on))
        .order_by(*present_first())
    )
    if ids is not None:
        posts = posts.where(Post.person_id.in_(ids))
    present: dict[str, Any] = {}
    for person_id, *post in connection.execute(posts):
        present.setdefault(person_id, post)
    query = select(
        Person.id,
        Person.family_name,
        Person.given_name,
        Person.family_name_first,
        Person.native_name,
        Person.languages,
        Person.email,
        Person.phone,
    )
    if ids is not None:
        query = query.where(Person.id.in_(ids))
    nowhere = ("", None, "", "", None)
    found = []
    for key, family, given, first, native, languages, email, phone in connection.execute(query):
        title, organisation_id, organisation, country, rank = present.get(key, nowhere)
        name = full_name(family, given, family_first=first)
        found.append(
            PersonRow(
                id=key,
                name=name,
                family_name=family,
                native_name=native,
                title=title,
                organisation_id=organisation_id,
                organisation=organisation,
                country_code=country,
                rank=rank,
                languages=languages,
                email=email,
                phone=phone,
            )
        )
    return tuple(sorted(found, key=lambda row: (folded(row.family_name), folded(row.name), row.id)))


def person_detail(connection: Connection, person_id: str) -> PersonDetail:
    """Return a person but for what is restricted.

    Raises:
        PlanningError: ``row_missing``.
    """
    query = select(*own_columns(PersonDetail, Person)).where(Person.id == person_id)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise PlanningError("row_missing", table="person")
    return PersonDetail(
        **row,
        posts=_posts(connection, person_id),
        visits=person_visits(connection, person_id),
        promises=_promises(connection, person_id),
    )


def _promises(connection: Connection, person_id: str) -> tuple[PersonPromise, ...]:
    """Return what a person owes, what is due first before all; what is settled stands last."""
    query = (
        select(Action.id, Action.text, Action.due_on, Action.state, Visit.title.label("visit"))
        .join(Member.__table__, Member.id == Action.owner_id)
        .join(Visit.__table__, Visit.id == Action.visit_id)
        .where(Member.person_id == person_id)
        .order_by(Action.state.in_(sorted(CLOSED)), Action.due_on.is_(None), Action.due_on, Action.id)
    )
    return tuple(PersonPromise(**row) for row in connection.execute(query).mappings())


def _posts(connection: Connection, person_id: str) -> tuple[PostLine, ...]:
    query = (
        select(
            Post.id,
            Post.person_id,
            Post.organisation_id,
            Organisation.name.label("organisation"),
            Post.title,
            Post.native_title,
            Post.rank,
            Post.starts_on,
            Post.ends_on,
        )
        .join(Organisation.__table__, Organisation.id == Post.organisation_id)
        .where(Post.person_id == person_id)
        .order_by(Post.ends_on.is_not(None), Post.ends_on.desc(), *present_first())
    )
    return tuple(PostLine(**row) for row in connection.execute(query).mappings())


def person_visits(connection: Connection, person_id: str) -> tuple[PersonVisit, ...]:
    """Return the visits in whose delegations a person is, the latest first."""
    query = (
        select(Visit.id.label("visit_id"), Visit.title, Visit.starts_on, Member.side)
        .join(Member.__table__, Member.visit_id == Visit.id)
        .where(Member.person_id == person_id)
        .order_by(Visit.starts_on.desc(), Visit.id)
    )
    return tuple(PersonVisit(**row) for row in connection.execute(query).mappings())


def picture(connection: Connection, sha256: str) -> bytes | None:
    """Return the bytes of a picture; ``None`` where the file does not have them."""
    table = AttachmentBlob.__table__
    data = connection.execute(select(table.c.data).where(table.c.sha256 == sha256)).scalar_one_or_none()
    return None if data is None else bytes(data)
