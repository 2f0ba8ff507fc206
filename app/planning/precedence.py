"""The precedence of a side of a delegation: places by the rule around those that somebody gave a reason for.

Each host is a delegation of its own: in which order the hosts stand is kept, and within each the rule of
``app.domain.precedence`` goes. Places run from 1 through the whole side. A member with a reason keeps the
place given; the others take the free ones in the order of the rule.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from app.data.models import Member, Participation, Person, Post, Visit
from app.domain.precedence import Standing, by_precedence, ties
from app.domain.words import Role, Side
from app.planning.present import held_on, present_first

_UNSTORED = -1  # the place of who is not in the file yet
_NO_RANK = 100  # of who holds no post, as a new post has it


@dataclass(frozen=True, slots=True)
class Ranked:
    """A member with what the place is computed from, and the place that stands in the file.

    ``group`` is whom they come with: nothing on our side, the organisation on a host's.
    """

    standing: Standing
    group: str
    precedence: int
    fixed: bool

    @property
    def id(self) -> str:
        """The member's id."""
        return self.standing.id


def ranked(connection: Connection, visit_id: str, side: Side) -> tuple[Ranked, ...]:
    """Return the members of a side with what their places are computed from: three queries."""
    query = (
        select(
            Member.id,
            Member.person_id,
            Member.organisation_id,
            Member.precedence,
            Member.precedence_reason,
            Person.family_name,
            Person.given_name,
            Visit.principal_id,
            Visit.starts_on,
        )
        .join(Person.__table__, Person.id == Member.person_id)
        .join(Visit.__table__, Visit.id == Member.visit_id)
        .where(Member.visit_id == visit_id, Member.side == side)
        .order_by(Member.precedence, Member.id)
    )
    rows = connection.execute(query).all()
    if not rows:
        return ()
    persons = select(Member.person_id).where(Member.visit_id == visit_id, Member.side == side)
    posts = _posts(connection, rows[0].starts_on, Post.person_id.in_(persons))
    heads = _heads(connection, visit_id)
    return tuple(
        Ranked(
            _standing(row, posts.get(row.person_id, ()), head=_leads(row, side, heads)),
            "" if side is Side.OURS else row.organisation_id or "",
            row.precedence,
            fixed=bool(row.precedence_reason),
        )
        for row in rows
    )


def new_ranked(
    connection: Connection,
    as_id: str,
    person_id: str,
    *,
    day: date,
    group: str,
    head: bool,
    name: tuple[str, str] | None = None,
) -> Ranked:
    """Return a person as the member they would be who is not in the file yet, by the post held on a day.

    ``name``, family's and given, is that of a person who is not in the file either.
    """
    query = select(Person.family_name, Person.given_name).where(Person.id == person_id)
    family, given = connection.execute(query).one() if name is None else name
    posts = _posts(connection, day, Post.person_id == person_id).get(person_id, [])
    rank, since = (posts[0].rank, posts[0].starts_on) if posts else (_NO_RANK, None)
    standing = Standing(as_id, rank, since, family, given, head=head)
    return Ranked(standing, group, _UNSTORED, fixed=False)


def places(members: Iterable[Ranked]) -> dict[str, int]:
    """Return the place of each member by the rule: of one with a reason, the place without it."""
    members = tuple(members)
    found = _filled(members)
    for member in members:
        if member.fixed:
            freed = tuple(replace(each, fixed=each.fixed and each is not member) for each in members)
            found[member.id] = _filled(freed)[member.id]
    return found


def follows(members: Iterable[Ranked]) -> bool:
    """Tell whether all without a reason stand where the rule puts them."""
    members = tuple(members)
    found = _filled(members)
    return all(found[each.id] == each.precedence for each in members if not each.fixed)


def tied(members: Iterable[Ranked]) -> frozenset[str]:
    """Return the ids of those whose order nothing but their names decides, and nobody has given a reason."""
    members = tuple(members)
    found: set[str] = set()
    for group in _groups(members):
        free = [each.standing for each in group if not each.fixed]
        found.update(member_id for tie in ties(free) for member_id in tie)
    return frozenset(found)


def _filled(members: Collection[Ranked]) -> dict[str, int]:
    taken = {each.precedence for each in members if each.fixed}
    found, place = {}, 0
    for group in _groups(members):
        free = (each.standing for each in group if not each.fixed)
        for member_id in by_precedence(free):
            place += 1
            while place in taken:
                place += 1
            found[member_id] = place
    return found


def _groups(members: Collection[Ranked]) -> list[list[Ranked]]:
    """Return those who come together, in the order in which the first of each stand now."""
    found: dict[str, list[Ranked]] = {}
    for member in members:
        found.setdefault(member.group, []).append(member)
    return sorted(found.values(), key=_first)


def _first(group: list[Ranked]) -> tuple[int, str]:
    return min(each.precedence for each in group if each.precedence != _UNSTORED), group[0].group


def _standing(row: Any, posts: Iterable[Any], *, head: bool) -> Standing:
    posts = list(posts)
    own = [post for post in posts if post.organisation_id == row.organisation_id]
    post = next(iter(own or posts), None)
    return Standing(
        row.id,
        post.rank if post else _NO_RANK,
        post.starts_on if post else None,
        row.family_name,
        row.given_name,
        head=head,
    )


def _leads(row: Any, side: Side, heads: Mapping[str, bool]) -> bool:
    """Ours are led by the principal, a host's by who is head of side at an entry."""
    return bool(row.person_id == row.principal_id) if side is Side.OURS else row.id in heads


def _heads(connection: Connection, visit_id: str) -> dict[str, bool]:
    query = select(Participation.member_id).where(
        Participation.visit_id == visit_id, Participation.role == Role.HEAD
    )
    return dict.fromkeys(connection.execute(query).scalars(), True)


def _posts(connection: Connection, day: date, whose: ColumnElement[bool]) -> dict[str, list[Any]]:
    """Return the posts that persons hold on a day, the one that counts first."""
    query = (
        select(Post.person_id, Post.organisation_id, Post.rank, Post.starts_on)
        .where(whose, held_on(day))
        .order_by(*present_first())
    )
    found: dict[str, list[Any]] = {}
    for row in connection.execute(query):
        found.setdefault(row.person_id, []).append(row)
    return found
