"""The plan as it stands, and as it stood before a step: the journal read backwards.

Only what messages about changes are made of is read: entries with their legs, who is at them, cars, rooms.
No notes, no topics, nothing personal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, select

from app.data.models import Base
from app.domain.attending import Attendee, Gathering, attends
from app.domain.words import Side
from app.planning.backwards import FOLLOWED, Link

Rows = dict[str, dict[str, Any]]


class Plan:
    """The followed rows of one visit at one moment, by table and id."""

    def __init__(self, visit_id: str, rows: Mapping[str, Rows]) -> None:
        self.visit_id = visit_id
        self.rows = rows

    def rewound(self, links: Iterable[Link]) -> Plan:
        """Return the plan as it was before these rows became what they are."""
        rows = {table: dict(found) for table, found in self.rows.items()}
        for link in links:
            table = rows.get(link.table)
            if table is None:
                continue
            if link.before is None:
                table.pop(link.row_id, None)
            elif link.row_id in table:
                table[link.row_id] = table[link.row_id] | dict(link.before)
            elif link.before.get("visit_id") == self.visit_id:
                table[link.row_id] = dict(link.before)
        return Plan(self.visit_id, rows)

    def attends(self, entry_id: str, member_id: str) -> bool:
        """Tell whether a member is at an entry: by name, by party, or as one of all of us that day."""
        member = self.rows["member"].get(member_id)
        entry = self.rows["entry"].get(entry_id)
        if member is None or entry is None:
            return False
        named = self._named.get(entry_id, {})
        ours = any(self._is_ours(one) for one in named)
        parties = self._parties.get(entry_id, set())
        own = self._parties_of.get(member_id, set())
        return attends(
            Gathering(entry["start_wall"].date(), named.keys(), ours, parties),
            Attendee(member_id, member["side"], member["joins_on"], member["leaves_on"], own),
        )

    def is_named(self, entry_id: str, member_id: str) -> bool:
        """Tell whether a member is at an entry by name."""
        return member_id in self._named.get(entry_id, {})

    def role(self, entry_id: str, member_id: str) -> Any:
        """Return a member's role at an entry; ``None`` where the member is not named there."""
        return self._named.get(entry_id, {}).get(member_id)

    def cars(self, entry_id: str, member_id: str) -> tuple[str, ...]:
        """Return the ids of the vehicles a member sits in on the way of an entry."""
        return tuple(sorted(self._cars.get((entry_id, member_id), set())))

    def leg(self, entry_id: str) -> Mapping[str, Any] | None:
        """Return the leg of an entry."""
        return self._legs.get(entry_id)

    def beds(self, member_id: str) -> dict[str, str]:
        """Return the hotels a member sleeps in, by id, each with the number of the room."""
        return self._beds.get(member_id, {})

    def _is_ours(self, member_id: str) -> bool:
        member = self.rows["member"].get(member_id)
        return member is not None and member["side"] is Side.OURS

    @cached_property
    def _named(self) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for row in self.rows["participation"].values():
            found.setdefault(row["entry_id"], {})[row["member_id"]] = row["role"]
        return found

    @cached_property
    def _parties(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for row in self.rows["entry_party"].values():
            found.setdefault(row["entry_id"], set()).add(row["party_id"])
        return found

    @cached_property
    def _parties_of(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for row in self.rows["party_member"].values():
            found.setdefault(row["member_id"], set()).add(row["party_id"])
        return found

    @cached_property
    def _cars(self) -> dict[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = {}
        for row in self.rows["rider"].values():
            ride = self.rows["ride"].get(row["ride_id"])
            if ride is not None:
                found.setdefault((ride["entry_id"], row["member_id"]), set()).add(ride["vehicle_id"])
        return found

    @cached_property
    def _legs(self) -> dict[str, Mapping[str, Any]]:
        return {row["entry_id"]: row for row in self.rows["leg"].values()}

    @cached_property
    def _beds(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for row in self.rows["room_guest"].values():
            room = self.rows["room"].get(row["room_id"])
            if room is not None:
                found.setdefault(row["member_id"], {})[room["lodging_id"]] = room["number"]
        return found


def plan_now(connection: Connection, visit_id: str) -> Plan:
    """Return the plan of a visit as it stands: one query for each followed table."""
    rows: dict[str, Rows] = {}
    for name, columns in FOLLOWED.items():
        stored = Base.metadata.tables[name].c
        names = ("id", *columns)
        query = select(*(stored[column] for column in names)).where(stored.visit_id == visit_id)
        found = connection.execute(query).all()
        rows[name] = {row[0]: dict(zip(names, row, strict=True)) for row in found}
    return Plan(visit_id, rows)


def entry_of(link: Link, plans: Iterable[Plan]) -> str | None:
    """Return the entry that a journal row bears on; ``None`` where it bears on none, or not on one alone."""
    if link.table == "entry":
        return link.row_id
    for plan in plans:
        row = plan.rows.get(link.table, {}).get(link.row_id)
        if row is not None and link.table == "rider":
            ride = plan.rows["ride"].get(row["ride_id"])
            return ride["entry_id"] if ride else None
        if row is not None:
            return row.get("entry_id")
    return None
