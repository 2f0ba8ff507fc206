"""Precedents that a topic might point at: by its area, and by whom it concerns or is talked of with."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import CompoundSelect, Connection, select, union

from app.data.models import (
    AgendaItem,
    Entry,
    Organisation,
    Precedent,
    PrecedentParty,
    Topic,
    TopicOrganisation,
    TopicPrecedent,
)
from app.domain.errors import PlanningError
from app.domain.suggesting import Earlier, suggestions
from app.domain.words import Area


@dataclass(frozen=True, slots=True)
class Suggested:
    """A precedent with the reason: ``partners`` are the short names of those in common."""

    id: str
    title: str
    years: str
    area: Area
    lesson: str
    partners: tuple[str, ...]
    same_area: bool


def suggested_precedents(connection: Connection, topic_id: str) -> tuple[Suggested, ...]:
    """Return the precedents that a topic might point at and does not yet, the best first: four queries.

    Raises:
        PlanningError: ``row_missing``.
    """
    area = connection.execute(select(Topic.area).where(Topic.id == topic_id)).scalar_one_or_none()
    if area is None:
        raise PlanningError("row_missing", table="topic")
    partners = frozenset(connection.execute(_partners(topic_id)).scalars())
    known = select(TopicPrecedent.precedent_id).where(TopicPrecedent.topic_id == topic_id)
    own = (Precedent.id, Precedent.title, Precedent.years, Precedent.area, Precedent.lesson)
    rows = {row.id: row for row in connection.execute(select(*own).where(Precedent.id.not_in(known)))}
    names: dict[str, str] = {}
    parties: dict[str, set[str]] = {}
    for row in connection.execute(
        select(PrecedentParty.precedent_id, Organisation.id, Organisation.acronym, Organisation.name)
        .join(Organisation.__table__, Organisation.id == PrecedentParty.organisation_id)
        .order_by(Organisation.name)
    ):
        names[row.id] = row.acronym or row.name
        parties.setdefault(row.precedent_id, set()).add(row.id)
    earlier = [
        Earlier(row.id, row.area, row.years, frozenset(parties.get(row.id, ()))) for row in rows.values()
    ]
    return tuple(
        Suggested(
            *rows[reason.id],
            partners=tuple(name for key, name in names.items() if key in reason.partners),
            same_area=reason.same_area,
        )
        for reason in suggestions(area, partners, earlier)
    )


def _partners(topic_id: str) -> CompoundSelect[str]:
    """Return the query for whom a topic concerns, and who receives us where it stands on an agenda."""
    concerned = select(TopicOrganisation.organisation_id).where(TopicOrganisation.topic_id == topic_id)
    host = Entry.host_organisation_id
    hosts = select(host).join(AgendaItem.__table__, AgendaItem.entry_id == Entry.id)
    return union(concerned, hosts.where(AgendaItem.topic_id == topic_id, host.is_not(None)))
