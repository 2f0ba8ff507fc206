"""The minister's question about an organisation: what is there between us, over all visits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from app.data.models import (
    Action,
    AgendaItem,
    Decision,
    Entry,
    Member,
    Organisation,
    Participation,
    Person,
    Place,
    Precedent,
    PrecedentParty,
    Record,
    RecordPoint,
    Topic,
    Visit,
)
from app.domain.words import ActionState, Area, EntryKind, Marking, Outcome, Side
from app.planning.views.family import entries_with, family_of, promised_with
from app.planning.views.named import name_columns, name_of
from app.planning.views.organisations import (
    OrganisationDetail,
    organisation_detail,
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """An entry at which the organisation or one below it takes part. ``day`` is local."""

    id: str
    visit_id: str
    visit: str
    title: str
    kind: EntryKind
    day: date
    place: str
    marking: Marking
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    past: bool


@dataclass(frozen=True, slots=True)
class Said:
    """Something noted or agreed at a meeting: ``by`` names who spoke to the item, ``outcome`` its end."""

    id: str
    entry_id: str
    visit: str
    day: date
    about: str
    by: str
    text: str
    outcome: Outcome | None
    agreed: bool
    marking: Marking


@dataclass(frozen=True, slots=True)
class Promise:
    """An action between us and the organisation.

    ``made_on`` is the local day of the meeting at which it was made; nothing where that was at none.
    """

    id: str
    visit_id: str
    visit: str
    made_on: date | None
    text: str
    owed_by: Side
    owner: str
    due_on: date | None
    state: ActionState
    marking: Marking

    @property
    def done(self) -> bool:
        """Whether nothing is owed any more."""
        return self.state in {ActionState.DONE, ActionState.DROPPED}


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
        return tuple(one for one in self.promises if one.owed_by is side and one.done is done)


def organisation_page(connection: Connection, organisation_id: str, now: datetime) -> OrganisationPage:
    """Return what there is between us and an organisation with those below it; ``now`` is naive UTC.

    Raises:
        PlanningError: ``row_missing``.
    """
    detail = organisation_detail(connection, organisation_id, now.date())
    family = family_of(connection, (organisation_id,))
    meetings = _meetings(connection, family, now)
    return OrganisationPage(
        organisation=detail,
        met=tuple(one for one in reversed(meetings) if one.past),
        coming=tuple(one for one in meetings if not one.past),
        said=_said(connection, family),
        promises=_promises(connection, family),
        precedents=_precedents(connection, family),
    )


def _meetings(connection: Connection, family: frozenset[str], now: datetime) -> list[Meeting]:
    people: dict[tuple[str, Side], list[str]] = {}
    query = (
        select(Participation.entry_id, Member.side, *name_columns())
        .join(Member.__table__, Member.id == Participation.member_id)
        .join(Person.__table__, Person.id == Member.person_id)
        .where(Participation.entry_id.in_(entries_with(family)))
        .order_by(Member.precedence, Participation.position, Participation.id)
    )
    for row in connection.execute(query).mappings():
        people.setdefault((row["entry_id"], row["side"]), []).append(name_of(row))
    entries = (
        select(
            Entry.id,
            Entry.visit_id,
            Visit.title.label("visit"),
            Entry.title,
            Entry.kind,
            Entry.start_wall,
            Entry.end_utc,
            Entry.marking,
            Place.name.label("place"),
        )
        .join(Visit.__table__, Visit.id == Entry.visit_id)
        .join(Place.__table__, Place.id == Entry.place_id, isouter=True)
        .where(Entry.id.in_(entries_with(family)))
        .order_by(Entry.start_utc, Entry.id)
    )
    return [
        Meeting(
            id=row.id,
            visit_id=row.visit_id,
            visit=row.visit,
            title=row.title,
            kind=row.kind,
            day=row.start_wall.date(),
            place=row.place or "",
            marking=row.marking,
            ours=tuple(people.get((row.id, Side.OURS), ())),
            theirs=tuple(people.get((row.id, Side.HOST), ())),
            past=row.end_utc < now,
        )
        for row in connection.execute(entries)
    ]


def _said(connection: Connection, family: frozenset[str]) -> tuple[Said, ...]:
    """Return points of records, ends of agenda items and decisions, of the latest meeting first."""
    found = [
        (row["start_utc"], place, row["position"], _said_of(row, agreed=place == 1))
        for place, query in enumerate((_points(family), _decisions(family), _outcomes(family)))
        for row in connection.execute(query).mappings()
    ]
    found.sort(key=lambda each: (each[0], each[3].entry_id), reverse=True)
    by_entry: dict[str, list[tuple[int, int, Said]]] = {}
    for _start, place, position, said in found:
        by_entry.setdefault(said.entry_id, []).append((place, position, said))
    return tuple(
        said
        for group in by_entry.values()
        for _place, _position, said in sorted(group, key=lambda each: (each[0], each[1], each[2].id))
    )


def _said_of(row: Any, *, agreed: bool) -> Said:
    return Said(
        id=row["id"],
        entry_id=row["entry_id"],
        visit=row["visit"],
        day=row["start_wall"].date(),
        about=row["topic"] or row["item"] or "",
        by=name_of(row),
        text=row["text"],
        outcome=row["outcome"],
        agreed=agreed,
        marking=row["marking"],
    )


def _points(family: frozenset[str]) -> Select[*tuple[Any, ...]]:
    point = RecordPoint.__table__
    record = Record.__table__
    query = _about(point.c.id, point.c.position, point.c.text, point.c.marking)
    noted = point.join(record, record.c.id == point.c.record_id)
    source = _joined(noted, record.c.entry_id, point.c.agenda_item_id)
    return query.select_from(source).where(Entry.id.in_(entries_with(family)), point.c.text != "")


def _decisions(family: frozenset[str]) -> Select[*tuple[Any, ...]]:
    decision = Decision.__table__
    query = _about(decision.c.id, decision.c.position, decision.c.text, decision.c.marking)
    return query.select_from(_joined(decision, decision.c.entry_id, decision.c.agenda_item_id)).where(
        Entry.id.in_(entries_with(family)), decision.c.text != ""
    )


def _outcomes(family: frozenset[str]) -> Select[*tuple[Any, ...]]:
    item = AgendaItem.__table__
    query = _about(item.c.id, item.c.position, item.c.outcome_note.label("text"), item.c.marking)
    source = _joined(item, item.c.entry_id)
    return query.select_from(source).where(Entry.id.in_(entries_with(family)), item.c.outcome_note != "")


def _about(*columns: Any) -> Select[*tuple[Any, ...]]:
    return select(
        *columns,
        Entry.id.label("entry_id"),
        Entry.start_wall,
        Entry.start_utc,
        Visit.title.label("visit"),
        Topic.title.label("topic"),
        AgendaItem.title.label("item"),
        AgendaItem.outcome,
        *name_columns(),
    )


def _joined(source: Any, entry_id: Any, agenda_item_id: Any = None) -> Any:
    """Join what ``_about`` selects to a source; with no ``agenda_item_id`` the source is the items itself."""
    entry, visit, item = Entry.__table__, Visit.__table__, AgendaItem.__table__
    topic, person, member = Topic.__table__, Person.__table__, Member.__table__
    joined = source.join(entry, entry.c.id == entry_id).join(visit, visit.c.id == entry.c.visit_id)
    if agenda_item_id is not None:
        joined = joined.outerjoin(item, item.c.id == agenda_item_id)
    return (
        joined.outerjoin(topic, topic.c.id == item.c.topic_id)
        .outerjoin(member, member.c.id == item.c.speaker_id)
        .outerjoin(person, person.c.id == member.c.person_id)
    )


def _promises(connection: Connection, family: frozenset[str]) -> tuple[Promise, ...]:
    organisation = Organisation.__table__
    query = (
        select(
            Action.id,
            Visit.title.label("visit"),
            Action.visit_id,
            Entry.start_wall,
            Action.text,
            Action.owed_by,
            Action.due_on,
            Action.state,
            Action.marking,
            organisation.c.name.label("owner_organisation"),
            *name_columns(),
        )
        .join(Visit.__table__, Visit.id == Action.visit_id)
        .join(Entry.__table__, Entry.id == Action.entry_id, isouter=True)
        .join(Member.__table__, Member.id == Action.owner_id, isouter=True)
        .join(Person.__table__, Person.id == Member.person_id, isouter=True)
        .join(organisation, organisation.c.id == Action.owner_organisation_id, isouter=True)
        .where(promised_with(family))
        .order_by(Action.due_on.is_(None), Action.due_on, Action.position, Action.id)
    )
    return tuple(
        Promise(
            id=row["id"],
            visit_id=row["visit_id"],
            visit=row["visit"],
            made_on=None if row["start_wall"] is None else row["start_wall"].date(),
            text=row["text"],
            owed_by=row["owed_by"],
            owner=name_of(row) or row["owner_organisation"] or "",
            due_on=row["due_on"],
            state=row["state"],
            marking=row["marking"],
        )
        for row in connection.execute(query).mappings()
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
