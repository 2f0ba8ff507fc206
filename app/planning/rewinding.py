"""The plan as it stands, and as it stood before a step: the journal read backwards.

Only what messages about changes are made of is read: entries with their legs, who is at them, cars, rooms.
No notes, no topics, nothing personal.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, select

from app.data.codec import decode
from app.data.models import Base, JournalRow
from app.domain.attending import Attendee, Gathering, attends
from app.domain.words import Side

Rows = dict[str, dict[str, Any]]

_ENDS = tuple(
    f"{end}_{part}" for end in ("start", "end") for part in ("wall", "zone", "fold", "precision", "utc")
)
#: The tables that are followed, and their columns.
FOLLOWED: Mapping[str, tuple[str, ...]] = {
    "entry": ("title", "kind", "status", *_ENDS, "marking", "place_id", "room", "share_with_host"),
    "leg": (
        "entry_id", "mode", "carrier", "number", "from_name", "from_code", "from_terminal", "to_name",
        "to_code", "to_terminal",
    ),
    "member": ("side", "joins_on", "leaves_on"),
    "participation": ("entry_id", "member_id", "role"),
    "entry_party": ("entry_id", "party_id"),
    "party_member": ("party_id", "member_id"),
    "vehicle": ("name",),
    "ride": ("entry_id", "vehicle_id"),
    "rider": ("ride_id", "member_id"),
    "lodging": ("name", "place_id"),
    "room": ("lodging_id", "number"),
    "room_guest": ("room_id", "member_id"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """One row of the journal that bears on the plan; ``before`` is what it changed, as it had been."""

    step: int
    table: str
    row_id: str
    operation: str
    before: Mapping[str, Any] | None


def links_after(connection: Connection, step: int) -> list[Link]:
    """Return the journal of the plan after a step, newest first; a deleted place is told for its name."""
    journal = JournalRow.__table__.c
    columns = (journal.step_number, journal.table, journal.row_id, journal.operation, journal.payload)
    wanted = journal.table.in_([*FOLLOWED]) | ((journal.table == "place") & (journal.operation == "delete"))
    query = select(*columns).where(journal.step_number > step, wanted).order_by(journal.number.desc())
    return [_link(*row) for row in connection.execute(query)]


def _link(step: int, table: str, row_id: str, operation: str, payload: str | None) -> Link:
    image = None if payload is None else json.loads(payload)["before"]
    if image is None:
        return Link(step, table, row_id, operation, None)
    stored = Base.metadata.tables[table].c
    names = {"visit_id", *FOLLOWED.get(table, ("name",))}
    before = {name: decode(stored[name], value) for name, value in image.items() if name in names}
    return Link(step, table, row_id, operation, before)


class Plan:
    """The followed rows of one visit at one moment, by table and id."""

    def __init__(self, visit_id: str, rows: Mapping[str, Rows]) -> None:
        self.visit_id = visit_id
        self.rows = rows

    def rewound(self, links: Iterable[Link]) -> Plan:
        """Return the plan as it was before these journal rows, given newest first.

        A row whose words were purged from the journal stays as it is.
        """
        rows = {table: dict(found) for table, found in self.rows.items()}
        for link in links:
            table = rows.get(link.table)
            if table is None:
                continue
            if link.operation == "insert":
                table.pop(link.row_id, None)
            elif link.before is None:
                continue
            elif link.operation == "update" and link.row_id in table:
                table[link.row_id] = table[link.row_id] | dict(link.before)
            elif link.operation == "delete" and link.before.get("visit_id") == self.visit_id:
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
        query = select(stored.id, *(stored[column] for column in columns))
        found = connection.execute(query.where(stored.visit_id == visit_id)).mappings()
        rows[name] = {row["id"]: dict(row) for row in found}
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
