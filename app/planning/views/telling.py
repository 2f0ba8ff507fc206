"""Who is affected by what has changed, and what was told to whom.

By default each member is told of what has changed and was not told to that member. Whoever was not told yet
is told of what has changed since a day before anybody was told of this visit, or since a day ago.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from app.data.models import JournalRow, Member, Person, Step, Told, Visit
from app.data.models.base import now_utc
from app.domain.names import full_name
from app.domain.release import AudienceKind
from app.domain.telling import Via
from app.domain.words import Marking, Side, VisitState
from app.planning.audiences import rules_for
from app.planning.backwards import Point
from app.planning.net_changes import EntryChange, RoomChange
from app.planning.since import Changes
from app.planning.views.programme import Head, head

MOST_TOLD = 300
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Affected:
    """A member whom changes concern; ``id`` is the member's. ``visit`` is empty where its title is withheld.

    ``languages`` are as they were typed. ``told_at`` (naive UTC) is when the member was told last;
    ``is_told`` tells whether that was after all these changes; ``told_language`` is the tag of the language
    it was in. ``natives`` are the names of cities and places in their own script, by the names in Latin
    letters.
    """

    id: str
    name: str
    native_name: str
    form_of_address: str
    languages: str
    email: str
    side: Side
    organisation_id: str | None
    visit: str
    home_city: str
    home_zone: str
    entries: tuple[EntryChange, ...]
    rooms: tuple[RoomChange, ...]
    told_at: datetime | None = None
    is_told: bool = False
    told_language: str = ""
    natives: Mapping[str, str] = field(default_factory=dict, repr=False, hash=False)

    @property
    def count(self) -> int:
        """How many things there are to tell."""
        return len(self.entries) + len(self.rooms)


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A message as it left; ``told_at`` is UTC, naive. ``member_id`` is empty where the member is gone."""

    id: str
    member_id: str | None
    name: str
    subject: str
    text: str
    language: str
    via: Via
    about: str
    told_at: datetime | None


def affected(connection: Connection, visit_id: str, since_step: int | None = None) -> tuple[Affected, ...]:
    """Return the members who have something to be told, our side first, by precedence.

    With a step they are those whom the net changes after it concern, whether they were told of them or not;
    older changes are not among them, and wait until they are told. A fixed number of queries.

    Raises:
        PlanningError: ``visit_missing``.
    """
    return _Inquiry(connection, visit_id).affected(since_step)


def to_tell_count(connection: Connection, visit_id: str) -> int:
    """Return how many members have something new to be told; none while the visit is only a draft, or over.

    Raises:
        PlanningError: ``visit_missing``.
    """
    inquiry = _Inquiry(connection, visit_id)
    if inquiry.state() not in {VisitState.CONFIRMED, VisitState.UNDER_WAY}:
        return 0
    return inquiry.count()


def step_at(connection: Connection, at: datetime) -> int:
    """Return the newest step that was done before an instant (naive UTC); 0 where there is none."""
    return int(connection.execute(select(func.max(Step.number)).where(Step.at < at)).scalar() or 0)


def told_rows(connection: Connection, visit_id: str) -> tuple[ToldRow, ...]:
    """Return what was told to whom, newest first."""
    columns = [getattr(Told, name) for name in ToldRow.__slots__]
    journal = JournalRow.__table__.c
    step = select(func.min(journal.step_number)).where(journal.table == "told", journal.row_id == Told.id)
    newest = step.correlate(Told.__table__).scalar_subquery().desc()  # several may be told in one second
    query = select(*columns).where(Told.visit_id == visit_id).order_by(Told.told_at.desc(), newest)
    rows = connection.execute(query.limit(MOST_TOLD)).mappings()
    return tuple(ToldRow(**(dict(row) | {"via": _via(row["via"])})) for row in rows)


def _via(word: str) -> Via:
    return Via.MAIL if word == Via.MAIL.value else Via.COPIED


@dataclass(frozen=True, slots=True)
class _Telling:
    """When a member was told: the step, and the instant (naive UTC); ``since`` is as with ``since_step``."""

    step: int
    since: int | None
    at: datetime | None
    language: str


class _Inquiry:
    """What one question reads of a visit."""

    def __init__(self, connection: Connection, visit_id: str) -> None:
        self._connection = connection
        self._visit_id = visit_id
        self.head: Head = head(connection, visit_id)
        self._natives = {base.city: base.native_city for base in self.head.bases if base.native_city}
        self._made = self._step_of_making()
        self._told = self._tellings()
        self._start = max(self._made, self._step_before_telling())

    def state(self) -> VisitState:
        """Return where the visit stands in its life."""
        found: VisitState = self._connection.execute(
            select(Visit.state).where(Visit.id == self._visit_id)
        ).scalar_one()
        return found

    def affected(self, since_step: int | None) -> tuple[Affected, ...]:
        """Return the members with something to be told, our side first; with a step, of what is later."""
        members = self._members()
        first = None if since_step is None else Point(max(since_step, self._made))
        new = {row.id: self._known(row.id, first) for row in members}
        changes = self._changes([*new.values(), *(() if first is None else (first,))])
        found: list[Affected] = []
        for row in members:
            since = changes.since(first or new[row.id])
            made = self._row(row, since.entries(row.id, row.side), since.rooms(row.id, row.side))
            waits = first is None or row.id not in self._told
            if made.count:
                waits = waits or changes.since(new[row.id]).concerns(row.id, row.side)
                found.append(replace(made, is_told=not waits))
        return tuple(found)

    def count(self) -> int:
        """Return how many members have something new to be told."""
        members = self._members()
        known = {row.id: self._known(row.id) for row in members}
        changes = self._changes(known.values())
        return sum(changes.since(known[row.id]).concerns(row.id, row.side) for row in members)

    def _known(self, member_id: str, first: Point | None = None) -> Point:
        """Return what a member knows: of what came after a point, or of all."""
        step, spans = self._start if first is None else first.step, []
        for told in self._told.get(member_id, ()):
            if told.since is None or told.since <= step:
                step = max(step, told.step)
            else:
                spans.append((told.since, told.step))
        return Point(step, tuple(span for span in spans if span[1] > step))

    def _changes(self, points: Iterable[Point]) -> Changes:
        changes = Changes(self._connection, self._visit_id, self.head, points)
        self._natives = changes.natives | self._natives
        return changes

    def _row(self, row: Any, entries: tuple[EntryChange, ...], rooms: tuple[RoomChange, ...]) -> Affected:
        told = self._told[row.id][-1] if row.id in self._told else None
        ours = row.side is Side.OURS
        kind = AudienceKind.DELEGATION if ours else AudienceKind.HOST
        limit = max(rules_for(kind, "book").ceiling, Marking.OFFICIAL_USE)
        return Affected(
            id=row.id,
            name=full_name(row.family_name, row.given_name, family_first=row.family_name_first),
            native_name=row.native_name,
            form_of_address=row.form_of_address,
            languages=row.languages,
            email=row.email,
            side=row.side,
            organisation_id=row.organisation_id,
            visit=self.head.title if self.head.marking <= limit else "",
            home_city=self.head.home_city,
            home_zone=self.head.home_zone,
            entries=entries,
            rooms=rooms,
            told_at=told.at if told else None,
            told_language=told.language if told else "",
            natives=self._natives,
        )

    def _step_before_telling(self) -> int:
        """Return the newest step of a day ago, or of a day before the first telling, if that is earlier."""
        first = self._connection.execute(
            select(func.min(Told.told_at)).where(Told.visit_id == self._visit_id)
        ).scalar()
        return step_at(self._connection, min(now_utc(), first or now_utc()) - _DAY)

    def _step_of_making(self) -> int:
        """Return the step with which the visit came: what came with it is no change."""
        journal = JournalRow.__table__.c
        query = select(func.max(journal.step_number)).where(
            journal.table == "visit", journal.row_id == self._visit_id, journal.operation == "insert"
        )
        return int(self._connection.execute(query).scalar() or 0)

    def _tellings(self) -> dict[str, list[_Telling]]:
        """Return for each member who was told when that was, the last time last."""
        journal = JournalRow.__table__.c
        kept = (journal.table == "told") & (journal.operation == "insert") & (journal.row_id == Told.id)
        step = func.min(journal.step_number).label("step")
        query = (
            select(Told.member_id, step, Told.since_step, Told.told_at, Told.language)
            .join(JournalRow.__table__, kept)
            .where(Told.visit_id == self._visit_id, Told.member_id.is_not(None))
            .group_by(Told.id)
            .order_by(step)
        )
        found: dict[str, list[_Telling]] = {}
        for member_id, *telling in self._connection.execute(query):
            found.setdefault(member_id, []).append(_Telling(*telling))
        return found

    def _members(self) -> list[Any]:
        names = ("family_name", "given_name", "family_name_first", "native_name", "form_of_address")
        query = (
            select(
                Member.id,
                Member.side,
                Member.organisation_id,
                Person.languages,
                Person.email,
                *(getattr(Person, name) for name in names),
            )
            .join(Person.__table__, Person.id == Member.person_id)
            .where(Member.visit_id == self._visit_id)
            .order_by(Member.side.desc(), Member.precedence, Person.family_name, Member.id)
        )
        return list(self._connection.execute(query))
