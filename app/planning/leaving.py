"""A member who leaves a visit from a moment on, who takes over, and what that does to one row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select

from app.data.models import Entry, Member, Stop, Visit
from app.domain.errors import PlanningError
from app.domain.time import from_utc as wall_at
from app.planning.typed_name import TypedName

TAKER = "taker"  # stands for the id of the new member until there is one
NEWCOMER = "newcomer"  # stands for the id of the person who takes over until there is one


class Fate(StrEnum):
    """What happens to a row."""

    REMOVED = "removed"
    PASSED = "passed"  # to who takes over
    EMPTIED = "emptied"  # it names nobody now
    REOPENED = "reopened"  # it must be sent once more
    CHANGED = "changed"
    KEPT = "kept"
    NAMED = "named"  # people are named at an entry, so that what was stays as it was


@dataclass(frozen=True, slots=True)
class Consequence:
    """What happens to one row of the table ``kind``; ``values`` are the columns that it gets.

    ``title`` is what the row is about, ``when`` a local wall time or day, ``entry_id`` the entry if any.
    """

    kind: str
    id: str
    fate: Fate
    title: str
    when: datetime | date | None = None
    entry_id: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Leaving:
    """Who leaves, from which instant on (naive UTC), and who takes over, if anybody does.

    ``taker_id`` is the taker's membership where there is one already. ``note`` is written to the answers of
    access requests that must be sent again. ``newcomer`` is the name of who takes over as ``NEWCOMER``.
    """

    connection: Connection
    member_id: str
    from_utc: datetime
    person_id: str | None = None
    note: str = ""
    newcomer: TypedName | None = None

    @cached_property
    def member(self) -> Any:
        """The member's row.

        Raises:
            PlanningError: ``row_missing``.
        """
        query = select(*Member.__table__.c).where(Member.id == self.member_id)
        row = self.connection.execute(query).one_or_none()
        if row is None:
            raise PlanningError("row_missing", table="member")
        return row

    @cached_property
    def visit(self) -> Any:
        """The visit's row."""
        query = select(Visit.id, Visit.title, Visit.home_zone, Visit.principal_id, Visit.starts_on)
        return self.connection.execute(query.where(Visit.id == self.member.visit_id)).one()

    @cached_property
    def taker_id(self) -> str | None:
        """The membership of who takes over: a stored one, or ``TAKER`` for one to be made."""
        if self.person_id is None:
            return None
        query = select(Member.id).where(
            Member.visit_id == self.member.visit_id, Member.person_id == self.person_id
        )
        return self.connection.execute(query).scalar() or TAKER

    @property
    def joins(self) -> bool:
        """Whether a member is to be made of who takes over."""
        return self.taker_id == TAKER

    @cached_property
    def day(self) -> date:
        """The local day of the moment: where the delegation is by then, else at home."""
        query = select(Stop.zone, Stop.arrives_on, Stop.leaves_on).where(Stop.visit_id == self.visit.id)
        for stop in self.connection.execute(query.order_by(Stop.arrives_on.desc(), Stop.position.desc())):
            day = wall_at(self.from_utc, stop.zone).time.date()
            if stop.arrives_on <= day <= stop.leaves_on:
                return day
        return self.day_in(self.visit.home_zone)

    @cached_property
    def last_day(self) -> date:
        """The last local day that is the member's: the one before the moment's, and before what begins later.

        What began earlier on the moment's own day names its people (:mod:`app.planning.leaving_past`).
        """
        query = select(func.min(Entry.start_wall)).where(Entry.visit_id == self.visit.id, self.later)
        first = self.connection.execute(query).scalar()
        return min(self.day, first.date() if first else self.day) - timedelta(days=1)

    def day_in(self, zone: str | None) -> date:
        """Return the day that a zone has at the moment."""
        return wall_at(self.from_utc, zone or self.visit.home_zone).time.date()

    @property
    def later(self) -> ColumnElement[bool]:
        """The condition that an entry begins at the moment or after it."""
        return Entry.__table__.c.start_utc >= self.from_utc

    def beside(self, table: Table, key: str, condition: ColumnElement[bool]) -> dict[str, str]:
        """Return where who takes over stands already: the row's id by the value of its column ``key``."""
        if self.taker_id in {None, TAKER}:
            return {}
        query = select(table.c[key], table.c.id).where(table.c.member_id == self.taker_id, condition)
        return {row[0]: row[1] for row in self.connection.execute(query)}
