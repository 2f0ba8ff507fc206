"""What became another since several points: the plan as it was known at each, compared with now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from app.data.models import Entry, Lodging, Place
from app.domain.words import Side
from app.planning.backwards import FOLLOWED, Link, Point, links_after
from app.planning.net_changes import Comparison, EntryChange, RoomChange
from app.planning.rewinding import Plan, entry_of, plan_now
from app.planning.views.programme import Head


@dataclass(frozen=True, slots=True)
class Since:
    """The changes since one point."""

    _comparison: Comparison
    _touched: _Touched

    def entries(self, member_id: str, side: Side) -> tuple[EntryChange, ...]:
        """Return the entries that became others for a member, by their time."""
        return self._comparison.entries(member_id, side, self._touched.entries(member_id))

    def rooms(self, member_id: str, side: Side) -> tuple[RoomChange, ...]:
        """Return the hotels in which a member's room became another."""
        return self._comparison.rooms(member_id, side)

    def concerns(self, member_id: str, side: Side) -> bool:
        """Tell whether there is anything to tell a member; it stops at the first that is found."""
        return self._comparison.concerns(member_id, side, self._touched.entries(member_id))


class Changes:
    """The changes of one visit since several points.

    ``natives`` are the names of places in their own script, by their names in Latin letters.
    """

    def __init__(self, connection: Connection, visit_id: str, head: Head, points: Iterable[Point]) -> None:
        links = links_after(connection, points)
        self.natives: dict[str, str] = {}
        places: dict[str, str] = {}
        now = Plan(visit_id, {table: {} for table in FOLLOWED})
        if any(links.values()):
            places, self.natives = _names_of_places(connection, visit_id, links.values())
            now = plan_now(connection, visit_id)
        self._since: dict[Point, Since] = {}
        known: dict[int, Since] = {}  # between many points nothing happened to the plan
        for point, changed in links.items():
            if id(changed) not in known:
                then = now.rewound(changed)
                comparison = Comparison(then, now, places, head.city)
                known[id(changed)] = Since(comparison, _Touched(changed, then, now))
            self._since[point] = known[id(changed)]

    def since(self, point: Point) -> Since:
        """Return the changes since one of the points."""
        return self._since[point]


class _Touched:
    """The entries that changes bear on, for each member: all of them where the member's own days changed."""

    def __init__(self, links: Iterable[Link], then: Plan, now: Plan) -> None:
        plans = (now, then)
        self._all: set[str] = {entry_id for plan in plans for entry_id in plan.rows["entry"]}
        self._entries: set[str] = set()
        self._members: set[str] = set()
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


def _names_of_places(
    connection: Connection, visit_id: str, links: Iterable[Iterable[Link]]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the names of the places of now and then by id, and those in their own script by name.

    Those that are gone are called as the journal has them.
    """
    befores: list[tuple[Link, Mapping[str, Any]]] = [
        (link, link.before) for some in links for link in some if link.before
    ]
    gone = {link.row_id: str(before["name"]) for link, before in befores if link.table == "place"}
    then = {before["place_id"] for _link, before in befores if before.get("place_id")}
    here = (
        select(table.place_id).where(table.visit_id == visit_id, table.place_id.is_not(None))
        for table in (Entry.__table__.c, Lodging.__table__.c)
    )
    known = or_(Place.id.in_(then), *(Place.id.in_(each) for each in here))
    rows = list(connection.execute(select(Place.id, Place.name, Place.native_name).where(known)))
    natives = {row.name: row.native_name for row in rows if row.native_name}
    return gone | {row.id: row.name for row in rows}, natives
