"""Finding persons, organisations, places, members, entries, topics and zones by a part of their names.

Words may stand in any order, Latin letters without accents, Hangul in syllables or initial consonants;
names that begin as typed come first. Each ``find_…`` reads all its rows: quick enough for a few thousand.
Who asks at every keystroke keeps a :class:`app.planning.hay.Stack` of what the ``…_hay`` functions return.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, select

from app.data.models import Entry, Member, Organisation, Person, Place, Post, Topic, Visit
from app.domain.matching import FEW
from app.domain.names import full_name
from app.domain.words import Side
from app.domain.zones import known_zones
from app.planning.clock import today
from app.planning.hay import Hay, Stack
from app.planning.present import held_on, present_first
from app.planning.views.visits import Choice

_APART = " · "
Ids = Collection[str] | None


def find_people(connection: Connection, text: str, limit: int = FEW) -> tuple[Choice, ...]:
    """Find persons by name, native name, and where they work now."""
    return Stack(people_hay(connection)).find(text, limit)


def find_organisations(connection: Connection, text: str, limit: int = FEW) -> tuple[Choice, ...]:
    """Find organisations by name, acronym and native name."""
    return Stack(organisations_hay(connection)).find(text, limit)


def find_members(
    connection: Connection, visit_id: str, text: str, side: Side | None = None, limit: int = FEW
) -> tuple[Choice, ...]:
    """Find members of a visit, of one side or both, by name, native name and title."""
    return Stack(members_hay(connection, visit_id, side)).find(text, limit)


def find_entries(connection: Connection, visit_id: str, text: str, limit: int = FEW) -> tuple[Choice, ...]:
    """Find entries of a visit by title; the detail is the local start."""
    return Stack(entries_hay(connection, visit_id)).find(text, limit)


def find_topics(connection: Connection, visit_id: str, text: str, limit: int = FEW) -> tuple[Choice, ...]:
    """Find topics of a visit by title."""
    return Stack(topics_hay(connection, visit_id)).find(text, limit)


def find_zones(text: str, limit: int = FEW) -> tuple[Choice, ...]:
    """Find time zones by any part of their IANA names; a blank is as good as an underscore."""
    return _zones().find(text.replace("_", " ").replace("/", " "), limit)


def delegates(connection: Connection, visit_id: str) -> frozenset[str]:
    """Return the ids of the persons who are members of a visit."""
    query = select(Member.person_id).where(Member.visit_id == visit_id)
    return frozenset(connection.execute(query).scalars())


# What is found


def people_hay(connection: Connection, ids: Ids = None) -> list[Hay]:
    """Return persons with the words they are found by: all, or those of these ids."""
    posts = (
        select(Post.person_id, Post.title, Organisation.name, Organisation.acronym)
        .join(Organisation.__table__, Organisation.id == Post.organisation_id)
        .where(held_on(today()))
        .order_by(*present_first())
    )
    present: dict[str, Row[*tuple[Any, ...]]] = {}
    for post in connection.execute(_only(posts, Post.__table__, "person_id", ids)):
        present.setdefault(post.person_id, post)
    query = select(
        Person.id,
        Person.family_name,
        Person.given_name,
        Person.family_name_first,
        Person.native_name,
    )
    return [
        _person(row, present.get(row.id))
        for row in connection.execute(_only(query, Person.__table__, "id", ids))
    ]


def organisations_hay(connection: Connection, ids: Ids = None) -> list[Hay]:
    """Return organisations with the words they are found by: all, or those of these ids."""
    query = select(Organisation.id, Organisation.name, Organisation.acronym, Organisation.native_name)
    return [
        Hay(
            Choice(row.id, row.name, _joined(row.acronym, row.native_name), row.acronym),
            f"{row.name} {row.acronym} {row.native_name}",
            row.name,
        )
        for row in connection.execute(_only(query, Organisation.__table__, "id", ids))
    ]


def places_hay(connection: Connection, ids: Ids = None) -> list[Hay]:
    """Return places with the words they are found by: all, or those of these ids."""
    query = select(Place.id, Place.name, Place.native_name, Place.city)
    return [
        Hay(
            Choice(row.id, row.name, _joined(row.native_name, row.city)),
            f"{row.name} {row.native_name} {row.city}",
            f"{row.city} {row.name}",
        )
        for row in connection.execute(_only(query, Place.__table__, "id", ids))
    ]


def members_hay(connection: Connection, visit_id: str, side: Side | None = None) -> list[Hay]:
    """Return members of a visit by precedence, of one side or both."""
    query = (
        select(
            Member.id,
            Person.family_name,
            Person.given_name,
            Person.family_name_first,
            Person.native_name,
            Member.title,
            Member.precedence,
        )
        .join(Person.__table__, Person.id == Member.person_id)
        .where(Member.visit_id == visit_id)
    )
    if side is not None:
        query = query.where(Member.side == side)
    return [_member(row) for row in connection.execute(query)]


def entries_hay(connection: Connection, visit_id: str) -> list[Hay]:
    """Return the entries of a visit in order."""
    query = select(Entry.id, Entry.title, Entry.start_wall, Entry.start_utc)
    return [
        Hay(Choice(row.id, row.title, _start(row.start_wall)), row.title, (row.start_utc,))
        for row in connection.execute(query.where(Entry.visit_id == visit_id))
    ]


def topics_hay(connection: Connection, visit_id: str) -> list[Hay]:
    """Return the topics of a visit in order."""
    query = select(Topic.id, Topic.title, Topic.position).where(Topic.visit_id == visit_id)
    return [Hay(Choice(row.id, row.title), row.title, (row.position,)) for row in connection.execute(query)]


def earlier_topics_hay(connection: Connection, visit_id: str) -> list[Hay]:
    """Return the topics of other visits that a visit has not taken up: of each thread the latest.

    The detail is the title and the year of that visit; they are found by these, too.
    """
    here = select(Topic.thread_id).where(Topic.visit_id == visit_id)
    query = (
        select(Topic.id, Topic.thread_id, Topic.title, Visit.title.label("visit"), Visit.starts_on)
        .join(Visit.__table__, Visit.id == Topic.visit_id)
        .where(Topic.visit_id != visit_id, Topic.thread_id.not_in(here))
        .order_by(Visit.starts_on.desc(), Topic.position, Topic.id)
    )
    latest: dict[str, Hay] = {}
    for row in connection.execute(query):
        when = f"{row.visit} · {row.starts_on.year}"
        order = (-row.starts_on.toordinal(), row.title)
        latest.setdefault(row.thread_id, Hay(Choice(row.id, row.title, when), f"{row.title} {when}", order))
    return list(latest.values())


@cache
def _zones() -> Stack:
    return Stack(
        Hay(Choice(name, name), f"{name.replace('/', ' ').replace('_', ' ')}", name) for name in known_zones()
    )


def _only(query: Select[*tuple[Any, ...]], table: Table, column: str, ids: Ids) -> Select[*tuple[Any, ...]]:
    return query if ids is None else query.where(table.c[column].in_(ids))


def _person(row: Row[*tuple[Any, ...]], post: Row[*tuple[Any, ...]] | None) -> Hay:
    name = full_name(row.family_name, row.given_name, family_first=row.family_name_first)
    at = (post.title, post.acronym or post.name) if post else ()
    works = f" {post.acronym} {post.name}" if post else ""
    return Hay(
        Choice(row.id, name or row.native_name, _joined(row.native_name if name else "", *at)),
        f"{name} {row.native_name}{works}",
        f"{row.family_name} {row.given_name} {row.native_name}",
    )


def _member(row: Row[*tuple[Any, ...]]) -> Hay:
    name = full_name(row.family_name, row.given_name, family_first=row.family_name_first)
    detail = _joined(row.native_name if name else "", row.title)
    order = (row.precedence, row.family_name)
    return Hay(
        Choice(row.id, name or row.native_name, detail), f"{name} {row.native_name} {row.title}", order
    )


def _start(wall: datetime) -> str:
    return wall.isoformat(" ", "minutes")


def _joined(*parts: str) -> str:
    return _APART.join(part for part in parts if part)
