"""The precedents of a planner, as a list and one by one, with the topics that point at them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from app.data.models import Organisation, Precedent, PrecedentParty, Topic, TopicPrecedent, Visit
from app.domain.errors import PlanningError
from app.domain.words import Area
from app.planning.views.own import own_columns
from app.planning.views.visits import Choice


@dataclass(frozen=True, slots=True)
class PrecedentRow:
    """One precedent in the list, its parties by short names; ``used`` counts the topics that point at it."""

    id: str
    title: str
    years: str
    area: Area
    description: str
    lesson: str
    source: str
    parties: tuple[str, ...]
    used: int


@dataclass(frozen=True, slots=True)
class PrecedentPart:
    """The part of one organisation in a precedent; ``organisation`` is its acronym, or its name."""

    id: str
    organisation_id: str
    organisation: str
    contribution: str


@dataclass(frozen=True, slots=True)
class PointedAt:
    """A topic that points at a precedent, and the visit it is of; the day is the visit's first."""

    id: str
    title: str
    visit: str
    starts_on: date


@dataclass(frozen=True, slots=True)
class PrecedentDetail:
    """All of one precedent; the topics that point at it with those of the latest visit first."""

    id: str
    title: str
    years: str
    area: Area
    description: str
    lesson: str
    source: str
    parties: tuple[PrecedentPart, ...]
    topics: tuple[PointedAt, ...]


def precedent_rows(connection: Connection) -> tuple[PrecedentRow, ...]:
    """Return all precedents by title: three queries."""
    used_by = select(TopicPrecedent.precedent_id, func.count()).group_by(TopicPrecedent.precedent_id)
    used = dict(connection.execute(used_by).all())
    parties: dict[str, list[str]] = {}
    for row in connection.execute(_parts()):
        parties.setdefault(row.precedent_id, []).append(row.organisation)
    return tuple(
        PrecedentRow(**row, parties=tuple(parties.get(row["id"], ())), used=used.get(row["id"], 0))
        for row in connection.execute(_own().order_by(Precedent.title, Precedent.id)).mappings()
    )


def precedent_detail(connection: Connection, precedent_id: str) -> PrecedentDetail:
    """Return one precedent: three queries.

    Raises:
        PlanningError: ``row_missing``.
    """
    found = connection.execute(_own().where(Precedent.id == precedent_id)).mappings().one_or_none()
    if found is None:
        raise PlanningError("row_missing", table="precedent")
    topics = (
        select(Topic.id, Topic.title, Visit.title.label("visit"), Visit.starts_on)
        .join(TopicPrecedent.__table__, TopicPrecedent.topic_id == Topic.id)
        .join(Visit.__table__, Visit.id == Topic.visit_id)
        .where(TopicPrecedent.precedent_id == precedent_id)
        .order_by(Visit.starts_on.desc(), Topic.position, Topic.id)
    )
    parts = connection.execute(_parts().where(PrecedentParty.precedent_id == precedent_id))
    return PrecedentDetail(
        **found,
        parties=tuple(
            PrecedentPart(row.id, row.organisation_id, row.organisation, row.contribution) for row in parts
        ),
        topics=tuple(PointedAt(*row) for row in connection.execute(topics)),
    )


def precedent_choices(connection: Connection) -> tuple[Choice, ...]:
    """Return the precedents to point at, by title; the detail is their years."""
    query = select(Precedent.id, Precedent.title, Precedent.years).order_by(Precedent.title, Precedent.id)
    return tuple(Choice(*row) for row in connection.execute(query))


def _own() -> Select[*tuple[Any, ...]]:
    return select(*own_columns(PrecedentDetail, Precedent))


def _parts() -> Any:
    called = func.coalesce(func.nullif(Organisation.acronym, ""), Organisation.name)
    return (
        select(
            PrecedentParty.id,
            PrecedentParty.precedent_id,
            PrecedentParty.organisation_id,
            called.label("organisation"),
            PrecedentParty.contribution,
        )
        .join(Organisation.__table__, Organisation.id == PrecedentParty.organisation_id)
        .order_by(called, PrecedentParty.id)
    )
