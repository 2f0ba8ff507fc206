"""One meeting as it is prepared: its agenda with a running clock, what is said, the brief, how to get in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, String, bindparam, select

from app.data.models import (
    AgendaItem,
    Entry,
    Member,
    Person,
    Place,
    Precedent,
    TalkingPoint,
    Topic,
    TopicPrecedent,
)
from app.domain.time import Wall, from_utc
from app.domain.words import Area, Intent, Marking, Outcome, PointKind
from app.planning.views.brief import BriefAt, brief_of
from app.planning.views.entry import EntryDetail, entry_detail
from app.planning.views.named import name_in
from app.planning.views.own import own_columns
from app.planning.views.visits import Choice


@dataclass(frozen=True, slots=True)
class Point:
    """One sentence to say, respond with, or avoid."""

    id: str
    kind: PointKind
    text: str
    marking: Marking


@dataclass(frozen=True, slots=True)
class TopicAt:
    """A topic as a meeting takes it up; ``precedents`` are what it points at, the detail their years."""

    id: str
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
    precedents: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the agenda; ``heading`` is what it is called there, its own title or the topic's.

    ``start`` is the clock at the place when it begins, if each item before takes the minutes given.
    """

    id: str
    topic_id: str | None
    title: str
    minutes: int
    speaker_id: str | None
    speaker: str
    intent: Intent
    marking: Marking
    outcome: Outcome | None
    start: Wall
    topic: TopicAt | None
    points: tuple[Point, ...]

    @property
    def heading(self) -> str:
        """What the item is called."""
        return self.title or (self.topic.title if self.topic else "")


@dataclass(frozen=True, slots=True)
class Venue:
    """How to get into the place of a meeting. ``badge_minutes`` are those that the site asks for."""

    name: str
    street: str
    city: str
    entrance: str
    holding_room: str
    badge_minutes: int | None
    access_rule: str
    phones_policy: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting with its agenda, brief and place; who is there stands in the entry, by precedence."""

    entry: EntryDetail
    items: tuple[Item, ...]
    brief: BriefAt
    venue: Venue | None

    @property
    def used(self) -> int:
        """How many minutes the agenda takes."""
        return sum(item.minutes for item in self.items)

    @property
    def spare(self) -> int:
        """How many minutes of the slot are left; below 0, how many the agenda takes beyond it."""
        return self.entry.minutes - self.used

    @property
    def ends(self) -> Wall:
        """The clock at the place when the agenda is through."""
        return from_utc(self.entry.start_utc + timedelta(minutes=self.used), self.entry.start_zone)


def meeting(connection: Connection, entry_id: str) -> Meeting:
    """Return one meeting: eleven queries, however much is on its agenda.

    Raises:
        PlanningError: ``entry_missing``.
    """
    entry = entry_detail(connection, entry_id)
    wanted = {"entry_id": entry_id}
    rows = connection.execute(_items(), wanted).all()
    starts = running_clock(entry.start_utc, entry.start_zone, [row.minutes for row in rows])
    points: dict[str, list[Point]] = {}
    for row in connection.execute(_points(), wanted):
        points.setdefault(row.agenda_item_id, []).append(Point(row.id, row.kind, row.text, row.marking))
    topics = _topics_of(connection, wanted)
    found = connection.execute(_venue(), wanted).one_or_none()
    return Meeting(
        entry=entry,
        items=tuple(
            Item(
                id=row.id,
                topic_id=row.topic_id,
                title=row.title,
                minutes=row.minutes,
                speaker_id=row.speaker_id,
                speaker=name_in(row),
                intent=row.intent,
                marking=row.marking,
                outcome=row.outcome,
                start=start,
                topic=topics.get(row.topic_id),
                points=tuple(points.get(row.id, ())),
            )
            for row, start in zip(rows, starts, strict=True)
        ),
        brief=brief_of(connection, entry_id),
        venue=None if found is None else Venue(*found),
    )


def running_clock(start_utc: datetime, zone: str, minutes: Iterable[int]) -> tuple[Wall, ...]:
    """Return what the clock of a zone shows when each item begins that follows the one before at once.

    ``start_utc`` is naive UTC: minutes are added to instants, so a night of the switch is reckoned right.
    """
    starts, passed = [], timedelta()
    for each in minutes:
        starts.append(from_utc(start_utc + passed, zone))
        passed += timedelta(minutes=each)
    return tuple(starts)


def _topics_of(connection: Connection, wanted: dict[str, str]) -> dict[str, TopicAt]:
    precedents: dict[str, list[Choice]] = {}
    for row in connection.execute(_precedents(), wanted):
        precedents.setdefault(row.topic_id, []).append(Choice(row.id, row.title, row.years))
    return {
        row["id"]: TopicAt(**row, precedents=tuple(precedents.get(row["id"], ())))
        for row in connection.execute(_topics(), wanted).mappings()
    }


# The statements are built once: building one takes longer than asking it.

_WANTED: BindParameter[str] = bindparam("entry_id", type_=String())
_NAME: Sequence[Any] = (Person.family_name, Person.given_name, Person.family_name_first)


@cache
def _items() -> Select[*tuple[Any, ...]]:
    own = ("id", "topic_id", "title", "minutes", "speaker_id", "intent", "marking", "outcome")
    return (
        select(*(getattr(AgendaItem, name) for name in own), *_NAME)
        .join(Member.__table__, Member.id == AgendaItem.speaker_id, isouter=True)
        .join(Person.__table__, Person.id == Member.person_id, isouter=True)
        .where(AgendaItem.entry_id == _WANTED)
        .order_by(AgendaItem.position, AgendaItem.id)
    )


@cache
def _points() -> Select[*tuple[Any, ...]]:
    own = ("id", "agenda_item_id", "kind", "text", "marking")
    return (
        select(*(getattr(TalkingPoint, name) for name in own))
        .join(AgendaItem.__table__, AgendaItem.id == TalkingPoint.agenda_item_id)
        .where(AgendaItem.entry_id == _WANTED)
        .order_by(TalkingPoint.position, TalkingPoint.id)
    )


def _taken_up() -> Any:
    return select(AgendaItem.topic_id).where(AgendaItem.entry_id == _WANTED)


@cache
def _topics() -> Select[*tuple[Any, ...]]:
    return select(*own_columns(TopicAt, Topic)).where(Topic.id.in_(_taken_up()))


@cache
def _precedents() -> Select[*tuple[Any, ...]]:
    return (
        select(TopicPrecedent.topic_id, Precedent.id, Precedent.title, Precedent.years)
        .join(Precedent.__table__, Precedent.id == TopicPrecedent.precedent_id)
        .where(TopicPrecedent.topic_id.in_(_taken_up()))
        .order_by(TopicPrecedent.position, TopicPrecedent.id)
    )


@cache
def _venue() -> Select[*tuple[Any, ...]]:
    return (
        select(*(getattr(Place, name) for name in Venue.__slots__))
        .join(Entry.__table__, Entry.place_id == Place.id)
        .where(Entry.id == _WANTED)
    )
