"""Who is affected by what has changed, and what was told to whom.

By default each member is told of what has changed since that member was told last. Whoever was not told yet
is told of what has changed since a day before anybody was told of this visit, or since a day ago.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, or_, select

from app.data.models import Entry, JournalRow, Lodging, Member, Person, Place, Step, Told, Visit
from app.data.models.base import now_utc
from app.domain.names import full_name
from app.domain.release import AudienceKind
from app.domain.telling import Via
from app.domain.words import Marking, Side, VisitState
from app.planning.audiences import rules_for
from app.planning.net_changes import Comparison, EntryChange, RoomChange
from app.planning.rewinding import Link, Plan, entry_of, links_after, plan_now
from app.planning.views.programme import Head, head
from app.planning.workspace import Changed

MOST_TOLD = 300
_DAY = timedelta(days=1)
_TABLES = (
    "entry", "leg", "participation", "entry_party", "party_member", "member", "ride", "rider", "room",
    "room_guest",
)  # fmt: skip


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
    """Return the members whom the net changes after a step concern, our side first, by precedence.

    Without a step each member is told of what is new since being told last. A fixed number of queries.

    Raises:
        PlanningError: ``visit_missing``.
    """
    pending = _Inquiry(connection, visit_id).affected(None)
    if since_step is None:
        return pending
    waiting = {row.id for row in pending}
    found = _Inquiry(connection, visit_id).affected(since_step)
    return tuple(replace(row, is_told=row.told_at is not None and row.id not in waiting) for row in found)


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


def worth_telling(changed: Changed) -> bool:
    """Tell whether a step changed anything that somebody may have to be told of."""
    return changed.touches(*_TABLES)


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
    """When a member was told last: the step, and the instant (naive UTC)."""

    step: int
    at: datetime | None
    language: str


class _Inquiry:
    """What one question reads of a visit."""

    def __init__(self, connection: Connection, visit_id: str) -> None:
        self._connection = connection
        self._visit_id = visit_id
        self.head: Head = head(connection, visit_id)
        self._natives = {base.city: base.native_city for base in self.head.bases if base.native_city}

    def state(self) -> VisitState:
        """Return where the visit stands in its life."""
        found: VisitState = self._connection.execute(
            select(Visit.state).where(Visit.id == self._visit_id)
        ).scalar_one()
        return found

    def affected(self, since_step: int | None) -> tuple[Affected, ...]:
        """Return the members with something to be told, our side first."""
        told, members = self._tellings(), self._members()
        found = {
            row.id: self._row(row, comparison, entry_ids, told.get(row.id))
            for row, comparison, entry_ids in self._compared(members, told, since_step)
        }
        return tuple(found[row.id] for row in members if row.id in found and found[row.id].count)

    def count(self) -> int:
        """Return how many members have something new to be told."""
        return sum(
            comparison.concerns(row.id, row.side, entry_ids)
            for row, comparison, entry_ids in self._compared(self._members(), self._tellings(), None)
        )

    def _compared(
        self, members: list[Any], told: dict[str, _Telling], since_step: int | None
    ) -> Iterator[tuple[Any, Comparison, set[str]]]:
        """Yield each member with the two moments to be compared for them, and the entries to look at."""
        made = self._made()
        start = max(made, self._start() if since_step is None else since_step)
        bases = {member: one.step for member, one in told.items()} if since_step is None else {}
        links = links_after(self._connection, min([start, *bases.values()]))
        if not links:
            return
        by_base: dict[int, list[Any]] = {}
        for row in members:
            by_base.setdefault(bases.get(row.id, start), []).append(row)
        for base, comparison, touched in self._comparisons(links, sorted(by_base, reverse=True)):
            for row in by_base[base]:
                yield row, comparison, touched.entries(row.id)

    def _comparisons(self, links: list[Link], bases: list[int]) -> Iterator[tuple[int, Comparison, _Touched]]:
        """Go back from now to each step, newest first, and compare the plan there with that of now."""
        now = plan = plan_now(self._connection, self._visit_id)
        places = self._places(links)
        touched = _Touched({*now.rows["entry"]})
        for base in bases:
            newer = [link for link in links if link.step > base]
            links = links[len(newer) :]
            earlier = plan.rewound(newer)
            touched.add(newer, plan, earlier)
            plan = earlier
            yield base, Comparison(plan, now, places, self.head.city), touched

    def _row(self, row: Any, comparison: Comparison, entry_ids: set[str], told: _Telling | None) -> Affected:
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
            entries=comparison.entries(row.id, row.side, entry_ids),
            rooms=comparison.rooms(row.id, row.side),
            told_at=told.at if told else None,
            told_language=told.language if told else "",
            natives=self._natives,
        )

    def _start(self) -> int:
        """Return the newest step of a day ago, or of a day before the first telling, if that is earlier."""
        first = self._connection.execute(
            select(func.min(Told.told_at)).where(Told.visit_id == self._visit_id)
        ).scalar()
        return step_at(self._connection, min(now_utc(), first or now_utc()) - _DAY)

    def _made(self) -> int:
        """Return the step with which the visit came: what came with it is no change."""
        journal = JournalRow.__table__.c
        query = select(func.max(journal.step_number)).where(
            journal.table == "visit", journal.row_id == self._visit_id, journal.operation == "insert"
        )
        return int(self._connection.execute(query).scalar() or 0)

    def _tellings(self) -> dict[str, _Telling]:
        """Return for each member who was told the step and the instant of the last time."""
        journal = JournalRow.__table__.c
        kept = (journal.table == "told") & (journal.operation == "insert") & (journal.row_id == Told.id)
        query = (
            select(Told.member_id, func.min(journal.step_number).label("step"), Told.told_at, Told.language)
            .join(JournalRow.__table__, kept)
            .where(Told.visit_id == self._visit_id, Told.member_id.is_not(None))
            .group_by(Told.id)
        )
        found: dict[str, _Telling] = {}
        for member_id, step, at, language in self._connection.execute(query):
            if member_id not in found or found[member_id].step < step:
                found[member_id] = _Telling(step, at, language)
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

    def _places(self, links: list[Link]) -> dict[str, str]:
        """Return the names of the places of now and then; those that are gone as the journal has them."""
        befores = [link.before for link in links if link.before]
        gone = {
            link.row_id: str(link.before["name"]) for link in links if link.table == "place" and link.before
        }
        then = {before["place_id"] for before in befores if before.get("place_id")}
        here = (
            select(table.place_id).where(table.visit_id == self._visit_id, table.place_id.is_not(None))
            for table in (Entry.__table__.c, Lodging.__table__.c)
        )
        known = or_(Place.id.in_(then), *(Place.id.in_(each) for each in here))
        rows = list(self._connection.execute(select(Place.id, Place.name, Place.native_name).where(known)))
        self._natives = {row.name: row.native_name for row in rows if row.native_name} | self._natives
        return gone | {row.id: row.name for row in rows}


class _Touched:
    """The entries that steps bear on, for each member: all of them where the member's own days changed."""

    def __init__(self, present: set[str]) -> None:
        self._all = present
        self._entries: set[str] = set()
        self._members: set[str] = set()

    def add(self, links: list[Link], *plans: Plan) -> None:
        """Take in more of the journal, which led from one of the plans to the other."""
        for plan in plans:
            self._all |= plan.rows["entry"].keys()
        for link in links:
            if link.table == "member":
                self._members.add(link.row_id)
            elif link.table == "party_member":
                rows = (plan.rows["party_member"].get(link.row_id) for plan in plans)
                self._members |= {row["member_id"] for row in rows if row is not None}
            entry_id = entry_of(link, plans)
            if entry_id is not None:
                self._entries.add(entry_id)

    def entries(self, member_id: str) -> set[str]:
        """Return the entries to be compared for a member."""
        return self._all if member_id in self._members else self._entries
