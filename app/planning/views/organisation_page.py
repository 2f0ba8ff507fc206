"""The minister's question about an organisation: what is there between us, over all visits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from app.data.models import Action, Entry, Precedent, PrecedentParty, Visit
from app.domain.words import Area, Side
from app.planning.views.family import family_of, promised_with
from app.planning.views.meetings_with import Meeting, meetings_with
from app.planning.views.organisations import OrganisationDetail, organisation_detail
from app.planning.views.promised import Promised, promised, promised_in
from app.planning.views.said_with import Said, said_with


@dataclass(frozen=True, slots=True)
class Promise(Promised):
    """A promise between us and the organisation, and the visit on which it was made.

    ``made_on`` is the local day of the meeting at which it was made; nothing where that was at none.
    """

    visit_id: str
    visit: str
    made_on: date | None


@dataclass(frozen=True, slots=True)
class Shared:
    """A precedent to which the organisation was a party."""

    id: str
    title: str
    years: str
    area: Area
    contribution: str
    lesson: str


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """All that answers the question. Meetings past: the latest first; to come: the next first."""

    organisation: OrganisationDetail
    met: tuple[Meeting, ...]
    coming: tuple[Meeting, ...]
    said: tuple[Said, ...]
    promises: tuple[Promise, ...]
    precedents: tuple[Shared, ...]

    @property
    def id(self) -> str:
        """The organisation's id."""
        return self.organisation.id

    def of_last_time(self, promise: Promise) -> bool:
        """Tell whether a promise was made at a meeting of the visit on which we last met.

        That answers "what did they promise last time": one visit mostly has several meetings with them.
        """
        made = promise.made_on is not None
        return made and bool(self.met) and promise.visit_id == self.met[0].visit_id

    def promised(self, side: Side, *, done: bool) -> tuple[Promise, ...]:
        """Return the promises of one side: those still owed, or those done or dropped."""
        return tuple(one for one in self.promises if one.owed_by is side and one.closed is done)


def organisation_page(
    connection: Connection, organisation_id: str, now: datetime, today: date
) -> OrganisationPage:
    """Return what there is between us and an organisation with those below it.

    ``now`` is naive UTC; ``today`` is the day on this desk.

    Raises:
        PlanningError: ``row_missing``.
    """
    detail = organisation_detail(connection, organisation_id, today)
    family = family_of(connection, (organisation_id,))
    meetings = meetings_with(connection, family, now)
    return OrganisationPage(
        organisation=detail,
        met=tuple(one for one in reversed(meetings) if one.past),
        coming=tuple(one for one in meetings if not one.past),
        said=said_with(connection, family),
        promises=_promises(connection, family),
        precedents=_precedents(connection, family),
    )


def _promises(connection: Connection, family: frozenset[str]) -> tuple[Promise, ...]:
    query = (
        promised(Visit.title.label("visit"), Action.visit_id, Entry.start_wall)
        .join(Entry.__table__, Entry.id == Action.entry_id, isouter=True)
        .where(promised_with(family))
        .order_by(Action.due_on.is_(None), Action.due_on, Action.position, Action.id)
    )
    return tuple(
        Promise(
            **promised_in(row),
            visit_id=row.visit_id,
            visit=row.visit,
            made_on=None if row.start_wall is None else row.start_wall.date(),
        )
        for row in connection.execute(query)
    )


def _precedents(connection: Connection, family: frozenset[str]) -> tuple[Shared, ...]:
    query = (
        select(
            Precedent.id,
            Precedent.title,
            Precedent.years,
            Precedent.area,
            PrecedentParty.contribution,
            Precedent.lesson,
        )
        .join(PrecedentParty.__table__, PrecedentParty.precedent_id == Precedent.id)
        .where(PrecedentParty.organisation_id.in_(family))
        .order_by(Precedent.years.desc(), Precedent.title, PrecedentParty.id)
    )
    found: dict[str, Shared] = {}
    for row in connection.execute(query):
        found.setdefault(row.id, Shared(*row))
    return tuple(found.values())
