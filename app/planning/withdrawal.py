"""What follows when a member is withdrawn from a moment on, or another person takes over.

The verbs carry these consequences out, and the preview shows them: they cannot say different things. What
began before the moment stays as it was, for it is history by then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from sqlalchemy import select

from app.data.models import Entry, Member, Participation, Person
from app.domain.errors import PlanningError
from app.domain.names import full_name
from app.domain.words import Role, Side
from app.planning.leaving import TAKER, Consequence, Fate, Leaving
from app.planning.leaving_papers import named, on_lists
from app.planning.leaving_past import as_they_were
from app.planning.leaving_places import at_entries, baggage, in_cars, in_parties, in_rooms
from app.planning.precedence import Ranked, follows, new_ranked, places, ranked


def consequences(leaving: Leaving) -> tuple[Consequence, ...]:
    """Return what follows, one for each row, in the order in which it is shown and done.

    Raises:
        PlanningError: ``row_missing``; ``reference_missing`` where the person who takes over is gone;
            ``same_member``.
    """
    if leaving.person_id is not None and leaving.newcomer is None:
        if leaving.person_id == leaving.member.person_id:
            raise PlanningError("same_member", field="person_id")
        query = select(Person.id).where(Person.id == leaving.person_id)
        if leaving.connection.execute(query).scalar() is None:
            raise PlanningError("reference_missing", field="person_id")
    parts = (_days, _principal, at_entries, in_cars, in_rooms, in_parties, on_lists, named, _order, baggage)
    found: dict[tuple[str, str], Consequence] = {}
    follows_on = [each for part in parts for each in part(leaving)]
    moved = [each for each in follows_on if each.kind in {"member", "party_member"}]
    for one in (*follows_on, *as_they_were(leaving, moved, _stay(leaving))):
        known = found.get((one.kind, one.id))
        # A row may be touched twice: the member by days and order, a gift by giver and receiver.
        merged = one if known is None else replace(known, values={**known.values, **one.values})
        found[one.kind, one.id] = merged
    return tuple(found.values())


def joins_with(leaving: Leaving) -> dict[str, Any]:
    """Return the columns of a member who is made of who takes over; organisation and title are the post's."""
    member = leaving.member
    return {
        **_stay(leaving),
        "duty": member.duty,
        "precedence": _places(leaving).get(TAKER, member.precedence),
    }


def _stay(leaving: Leaving) -> dict[str, Any]:
    """Return the side and the days of who takes over as a new member."""
    member = leaving.member
    first = leaving.last_day + timedelta(days=1)
    joins_on = member.joins_on if _from_start(leaving) else _later(first, member.joins_on)
    return {"side": member.side, "joins_on": joins_on, "leaves_on": member.leaves_on}


def _days(leaving: Leaving) -> Iterator[Consequence]:
    """Yield the member's own days, and those of who takes over and is in the delegation already."""
    member, last = leaving.member, leaving.last_day
    day = last + timedelta(days=1)
    left = last if member.leaves_on is None else min(last, member.leaves_on)
    joined = member.joins_on if member.joins_on is None else min(left, member.joins_on)
    yield from _with_days(leaving, member, joined, left)
    if leaving.taker_id in {None, TAKER}:
        return
    query = select(Member.id, Member.joins_on, Member.leaves_on).where(Member.id == leaving.taker_id)
    taker = leaving.connection.execute(query).one()
    joined = None if taker.joins_on is None else min(day, taker.joins_on)
    left = taker.leaves_on
    if left is not None and left <= day:  # they had left, and come back
        left = None if member.leaves_on is None else max(day, member.leaves_on)
    yield from _with_days(leaving, taker, joined, left)


def _with_days(leaving: Leaving, row: Any, joined: date | None, left: date | None) -> Iterator[Consequence]:
    wanted = {"joins_on": joined, "leaves_on": left}
    values = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    if values:
        title = _names(leaving)[row.id]
        yield Consequence("member", row.id, Fate.CHANGED, title, leaving.day, values=values)


def _principal(leaving: Leaving) -> Iterator[Consequence]:
    visit = leaving.visit
    if leaving.person_id is not None and _leads_visit(leaving):
        values = {"principal_id": leaving.person_id}
        yield Consequence("visit", visit.id, Fate.PASSED, visit.title, visit.starts_on, values=values)


def _leads_visit(leaving: Leaving) -> bool:
    return bool(leaving.member.side is Side.OURS and leaving.visit.principal_id == leaving.member.person_id)


def _order(leaving: Leaving) -> Iterator[Consequence]:
    """Yield who stands elsewhere in the order of precedence, where the side stood by the rule."""
    found = _places(leaving)
    names = _names(leaving)
    for each in ranked(leaving.connection, leaving.visit.id, leaving.member.side):
        if not each.fixed and found.get(each.id, each.precedence) != each.precedence:
            values = {"precedence": found[each.id]}
            yield Consequence("member", each.id, Fate.CHANGED, names[each.id], values=values)


def _places(leaving: Leaving) -> Mapping[str, int]:
    """Return the places by the rule once it has happened; none where the side does not stand by the rule."""
    before = ranked(leaving.connection, leaving.visit.id, leaving.member.side)
    if not follows(before):
        return {}
    led = any(each.standing.head for each in before if each.id == leaving.member_id)
    leads = led and not _hands_lead_over(leaving)
    after = [_led(each, leaving, led=led, leads=leads) for each in before]
    if leaving.joins and leaving.person_id is not None:
        like = next(each for each in before if each.id == leaving.member_id)
        new = partial(new_ranked, leaving.connection, day=leaving.visit.starts_on)
        name = leaving.newcomer and leaving.newcomer[:2]
        after.append(new(TAKER, leaving.person_id, group=like.group, head=led, name=name))
    return places(after)


def _led(each: Ranked, leaving: Leaving, *, led: bool, leads: bool) -> Ranked:
    """Return a member as leading or not: who leaves may lead no more, who takes over leads instead."""
    head = each.standing.head
    if each.id == leaving.member_id:
        head = leads
    elif each.id == leaving.taker_id:
        head = head or led
    return replace(each, standing=replace(each.standing, head=head))


def _hands_lead_over(leaving: Leaving) -> bool:
    """Tell whether who led leads no more: ours with the visit, a host's with the last entry they headed."""
    if leaving.member.side is Side.OURS:
        return leaving.person_id is not None
    query = (
        select(Participation.id)
        .join(Entry.__table__, Entry.id == Participation.entry_id)
        .where(Participation.member_id == leaving.member_id, Participation.role == Role.HEAD, ~leaving.later)
    )
    return leaving.connection.execute(query).first() is None


def _names(leaving: Leaving) -> dict[str, str]:
    query = (
        select(Member.id, Person.family_name, Person.given_name, Person.family_name_first)
        .join(Person.__table__, Person.id == Member.person_id)
        .where(Member.visit_id == leaving.visit.id)
    )
    return {
        row.id: full_name(row.family_name, row.given_name, family_first=row.family_name_first)
        for row in leaving.connection.execute(query)
    }


def _from_start(leaving: Leaving) -> bool:
    return bool(leaving.day <= leaving.visit.starts_on)


def _later(day: date, other: date | None) -> date:
    return day if other is None else max(day, other)
