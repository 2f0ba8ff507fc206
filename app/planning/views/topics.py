"""The topics of a visit: what we want, and at which meetings it is brought up."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from app.data.models import (
    Action,
    AgendaItem,
    Entry,
    Member,
    Organisation,
    Person,
    Precedent,
    Topic,
    TopicOrganisation,
    TopicPrecedent,
)
from app.domain.errors import PlanningError
from app.domain.words import ActionState, Area, Intent, Marking, Side
from app.planning.views.named import name_in
from app.planning.views.own import own_columns, own_names
from app.planning.views.visits import Choice


@dataclass(frozen=True, slots=True)
class RaisedAt:
    """One meeting at which a topic stands; ``id`` is the agenda item's. The wall is local and naive.

    ``host`` is the acronym of the organisation that receives us there, or its name; nothing without one.
    """

    id: str
    entry_id: str
    meeting: str
    start_wall: datetime
    minutes: int
    intent: Intent
    speaker: str
    host: str


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic in the list of a visit's topics; ``raised`` in the order of the programme."""

    id: str
    title: str
    area: Area
    marking: Marking
    objective: str
    ask: str
    offer: str
    owner: str
    raised: tuple[RaisedAt, ...]

    @property
    def minutes(self) -> int:
        """How many minutes all agendas together give it."""
        return sum(each.minutes for each in self.raised)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An action that came of a topic; ``owner`` is a person or an organisation, or nobody yet."""

    id: str
    text: str
    owed_by: Side
    owner: str
    due_on: date | None
    state: ActionState
    marking: Marking


@dataclass(frozen=True, slots=True)
class TopicDetail:
    """All of one topic. Guarded texts have a marking each; ``owner`` is the name of a member."""

    id: str
    visit_id: str
    title: str
    area: Area
    marking: Marking
    objective: str
    ask: str
    offer: str
    background: str
    likely_position: str
    likely_position_marking: Marking
    red_line: str
    red_line_marking: Marking
    if_raised: str
    if_raised_marking: Marking
    owner_id: str | None
    owner: str
    organisations: tuple[Choice, ...]
    precedents: tuple[Choice, ...]
    raised: tuple[RaisedAt, ...]
    actions: tuple[FollowUp, ...]


def topic_rows(connection: Connection, visit_id: str) -> tuple[TopicRow, ...]:
    """Return the topics of a visit in their order: two queries."""
    wanted = {"of": visit_id}
    raised: dict[str, list[RaisedAt]] = {}
    for row in connection.execute(_raised(whole_visit=True), wanted):
        raised.setdefault(row.topic_id, []).append(_raised_at(row))
    return tuple(
        TopicRow(
            row.id,
            row.title,
            row.area,
            row.marking,
            row.objective,
            row.ask,
            row.offer,
            name_in(row),
            tuple(raised.get(row.id, ())),
        )
        for row in connection.execute(_rows(), wanted)
    )


def topic_detail(connection: Connection, topic_id: str) -> TopicDetail:
    """Return one topic: five queries.

    Raises:
        PlanningError: ``row_missing``.
    """
    wanted = {"of": topic_id}
    found = connection.execute(_detail(), wanted).one_or_none()
    if found is None:
        raise PlanningError("row_missing", table="topic")
    return TopicDetail(
        **{name: getattr(found, name) for name in own_names(TopicDetail, Topic)},
        owner=name_in(found),
        organisations=tuple(Choice(*row) for row in connection.execute(_organisations(), wanted)),
        precedents=tuple(Choice(*row) for row in connection.execute(_precedents(), wanted)),
        raised=raised_of(connection, topic_id),
        actions=tuple(map(_follow_up, connection.execute(_actions(), wanted))),
    )


def raised_of(connection: Connection, topic_id: str) -> tuple[RaisedAt, ...]:
    """Return where one topic is brought up, in the order of the programme."""
    return tuple(map(_raised_at, connection.execute(_raised(whole_visit=False), {"of": topic_id})))


def _raised_at(row: Any) -> RaisedAt:
    return RaisedAt(
        row.id,
        row.entry_id,
        row.title,
        row.start_wall,
        row.minutes,
        row.intent,
        name_in(row),
        row.acronym or row.organisation or "",
    )


def _follow_up(row: Any) -> FollowUp:
    owner = name_in(row) or row.organisation or ""
    return FollowUp(row.id, row.text, row.owed_by, owner, row.due_on, row.state, row.marking)


# The statements are built once: building one takes longer than asking it.

_OF: Any = bindparam("of")
_NAME: Any = (Person.family_name, Person.given_name, Person.family_name_first)


def _owned(query: Any) -> Any:
    return query.join(Member.__table__, Member.id == Topic.owner_id, isouter=True).join(
        Person.__table__, Person.id == Member.person_id, isouter=True
    )


@cache
def _rows() -> Select[*tuple[Any, ...]]:
    own = ("id", "title", "area", "marking", "objective", "ask", "offer")
    query = _owned(select(*(getattr(Topic, name) for name in own), *_NAME).select_from(Topic.__table__))
    return query.where(Topic.visit_id == _OF).order_by(Topic.position, Topic.id)  # type: ignore[no-any-return]


@cache
def _detail() -> Select[*tuple[Any, ...]]:
    query = _owned(select(*own_columns(TopicDetail, Topic), *_NAME).select_from(Topic.__table__))
    return query.where(Topic.id == _OF)  # type: ignore[no-any-return]


@cache
def _raised(*, whole_visit: bool) -> Select[*tuple[Any, ...]]:
    own = ("id", "topic_id", "entry_id", "minutes", "intent")
    return (
        select(
            *(getattr(AgendaItem, name) for name in own),
            Entry.title,
            Entry.start_wall,
            Organisation.acronym,
            Organisation.name.label("organisation"),
            *_NAME,
        )
        .join(Entry.__table__, Entry.id == AgendaItem.entry_id)
        .join(Organisation.__table__, Organisation.id == Entry.host_organisation_id, isouter=True)
        .join(Member.__table__, Member.id == AgendaItem.speaker_id, isouter=True)
        .join(Person.__table__, Person.id == Member.person_id, isouter=True)
        .where((AgendaItem.visit_id if whole_visit else AgendaItem.topic_id) == _OF)
        .order_by(Entry.start_utc, Entry.id, AgendaItem.position, AgendaItem.id)
    )


@cache
def _organisations() -> Select[*tuple[Any, ...]]:
    return (
        select(Organisation.id, Organisation.name, Organisation.acronym)
        .join(TopicOrganisation.__table__, TopicOrganisation.organisation_id == Organisation.id)
        .where(TopicOrganisation.topic_id == _OF)
        .order_by(Organisation.name, Organisation.id)
    )


@cache
def _precedents() -> Select[*tuple[Any, ...]]:
    return (
        select(Precedent.id, Precedent.title, Precedent.years)
        .join(TopicPrecedent.__table__, TopicPrecedent.precedent_id == Precedent.id)
        .where(TopicPrecedent.topic_id == _OF)
        .order_by(TopicPrecedent.position, TopicPrecedent.id)
    )


@cache
def _actions() -> Select[*tuple[Any, ...]]:
    own = ("id", "text", "owed_by", "due_on", "state", "marking")
    return (
        select(*(getattr(Action, name) for name in own), Organisation.name.label("organisation"), *_NAME)
        .join(Member.__table__, Member.id == Action.owner_id, isouter=True)
        .join(Person.__table__, Person.id == Member.person_id, isouter=True)
        .join(Organisation.__table__, Organisation.id == Action.owner_organisation_id, isouter=True)
        .where(Action.topic_id == _OF)
        .order_by(Action.position, Action.id)
    )
