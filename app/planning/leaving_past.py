"""What keeps the past as it was: who was at an entry by a party or by the day is named there.

Neither parties nor days know of hours. Where who leaves, or who takes over, would be at an entry that began
before the moment otherwise than they were, all who were there are named at it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.planning.leaving import TAKER, Consequence, Fate, Leaving
from app.planning.rewinding import Plan, plan_now


def as_they_were(
    leaving: Leaving, changed: Iterable[Consequence], new: Mapping[str, Any]
) -> Iterator[Consequence]:
    """Yield the earlier entries at which people are to be named; ``values`` holds them as ``member_ids``.

    ``changed`` are the consequences for members' days and parties; ``new`` are the columns of who joins.
    """
    plan = plan_now(leaving.connection, leaving.visit.id)
    after = _after(leaving, plan, changed, new)
    both = [each for each in (leaving.member_id, leaving.taker_id) if each]
    entries = sorted(plan.rows["entry"].items(), key=lambda item: (item[1]["start_utc"], item[0]))
    for entry_id, entry in entries:
        if entry["start_utc"] >= leaving.from_utc:
            continue
        if all(plan.attends(entry_id, each) == after.attends(entry_id, each) for each in both):
            continue
        there = tuple(
            each
            for each in plan.rows["member"]
            if plan.attends(entry_id, each) and not plan.is_named(entry_id, each)
        )
        if there:
            about = (entry["title"], entry["start_wall"], entry_id)
            yield Consequence("entry", entry_id, Fate.NAMED, *about, values={"member_ids": there})


def _after(leaving: Leaving, plan: Plan, changed: Iterable[Consequence], new: Mapping[str, Any]) -> Plan:
    rows = {table: dict(found) for table, found in plan.rows.items()}
    if leaving.joins:
        rows["member"][TAKER] = {name: new[name] for name in ("side", "joins_on", "leaves_on")}
    for each in changed:
        found = rows[each.kind]
        if each.fate is Fate.REMOVED:
            found.pop(each.id)
        else:
            found[each.id] = found[each.id] | dict(each.values)
    return Plan(plan.visit_id, rows)
