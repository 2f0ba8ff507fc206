"""Which rows of a visit one release may look at: for each table the condition under which it shows a row."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Select,
    Table,
    and_,
    exists,
    false,
    func,
    or_,
    select,
    true,
)

from app.data.models import Base
from app.domain.release import AudienceKind
from app.domain.words import Side
from app.planning.audiences import Rules
from app.planning.released import TABLES

_T = Base.metadata.tables

#: An optional reference: a row without one is released, a row on a withheld one is not.
_MAY_HANG_ON = {
    "action": ("entry", "topic"),
    "note": ("entry",),
    "gift": ("entry",),
    "access_request": ("entry",),
    "attachment": ("entry", "topic"),
    "record_point": ("agenda_item",),
    "decision": ("agenda_item",),
}
#: Tables that all visits share: of them is released what something that is released refers to.
SHARED = ("organisation", "person", "place", "precedent", "precedent_party")
_OWN = frozenset({AudienceKind.PRINCIPAL, AudienceKind.DELEGATION})


def _parents(name: str) -> tuple[tuple[str, str], ...]:
    """Return the references, with their tables, that rows hang on: they are released with these only."""
    keys = [(column.name, target_of(column)) for column in _T[name].c if column.foreign_keys]
    return tuple(
        (column, target)
        for column, target in keys
        if not _T[name].c[column].nullable and target not in {"visit", *SHARED}
    )


def target_of(column: Column[Any]) -> str:
    """Return the table that a reference points at."""
    return str(next(iter(column.foreign_keys)).column.table.name)


def is_marked(table: Table) -> bool:
    """Tell whether rows of a table have a marking: a record's is that of some of its words alone."""
    return "marking" in table.c and all(column.info.get("marked_by") != "marking" for column in table.c)


_PARENTS = {name: _parents(name) for name in TABLES if name not in SHARED}


@dataclass(frozen=True, slots=True)
class Scope:
    """What one release may look at."""

    visit_id: str
    rules: Rules
    kind: AudienceKind
    organisation_id: str | None
    entry_id: str | None


def visible(scope: Scope, name: str) -> ColumnElement[bool]:
    """Return the condition under which rows of a table may be released."""
    table = _T[name]
    if name not in scope.rules.fields:
        return false()
    if name in SHARED:
        return _referred_to(scope, name)
    conditions = [table.c.visit_id == scope.visit_id, about(scope, table)]
    if is_marked(table):
        conditions.append(table.c.marking <= scope.rules.ceiling)
    if name == "entry" and scope.kind is AudienceKind.HOST:
        conditions += [table.c.share_with_host.is_(True), takes_part(str(scope.organisation_id))]
    if name == "member":
        conditions.append(_member_condition(scope))
    if name == "stop":
        conditions.append(_stop_condition(scope))
    for column, parent in _PARENTS[name]:
        conditions.append(table.c[column].in_(visible_ids(scope, parent)))
    for parent in _MAY_HANG_ON.get(name, ()):
        reference = table.c[f"{parent}_id"]
        conditions.append(or_(reference.is_(None), reference.in_(visible_ids(scope, parent))))
    return and_(*conditions)


def about(scope: Scope, table: Table) -> ColumnElement[bool]:
    """Return the condition for what belongs to the one entry that is asked for, or to none at all."""
    if scope.entry_id is None:
        return true()
    if table.name == "entry":
        return table.c.id == scope.entry_id
    if "entry_id" in table.c:
        return table.c.entry_id == scope.entry_id
    item, record = _T["agenda_item"], _T["record"]
    if table.name == "topic":
        return table.c.id.in_(select(item.c.topic_id).where(item.c.entry_id == scope.entry_id))
    if "record_id" in table.c:
        return table.c.record_id.in_(select(record.c.id).where(record.c.entry_id == scope.entry_id))
    return true()


def visible_ids(scope: Scope, name: str) -> Select[Any]:
    """Return the query for the ids of the rows of a table that may be released."""
    return select(_T[name].c.id).where(visible(scope, name))


def takes_part(organisation_id: str) -> ColumnElement[bool]:
    """Return the condition for entries that an organisation hosts, or at which somebody of it sits."""
    entry, participation, member = _T["entry"], _T["participation"], _T["member"]
    seated = (
        select(participation.c.entry_id)
        .join(member, member.c.id == participation.c.member_id)
        .where(member.c.organisation_id == organisation_id)
    )
    return or_(entry.c.host_organisation_id == organisation_id, entry.c.id.in_(seated))


def _member_condition(scope: Scope) -> ColumnElement[bool]:
    """Return the condition for members: they sit at an entry that is released.

    Our own papers also carry our own side, and those of the hosts who sit nowhere yet. But a host who
    sits at withheld entries only would tell whom we meet there.
    """
    member, participation = _T["member"], _T["participation"]
    seats = select(participation.c.member_id)
    seen = member.c.id.in_(seats.where(participation.c.entry_id.in_(visible_ids(scope, "entry"))))
    if scope.kind not in _OWN:
        return seen
    unseated = member.c.id.not_in(seats.where(participation.c.visit_id == scope.visit_id))
    return or_(member.c.side == Side.OURS, unseated, seen)


def _stop_condition(scope: Scope) -> ColumnElement[bool]:
    """Return the condition for stops: others than our own side see those of the entries that they see."""
    if scope.kind in _OWN:
        return true()
    stop, entry = _T["stop"], _T["entry"]
    here = or_(entry.c.start_zone == stop.c.zone, entry.c.end_zone == stop.c.zone)
    begins, ends = func.date(entry.c.start_wall), func.date(entry.c.end_wall)
    then = and_(begins <= stop.c.leaves_on, ends >= stop.c.arrives_on)
    return exists(select(entry.c.id).where(visible(scope, "entry"), here, then))


def _referred_to(scope: Scope, name: str) -> ColumnElement[bool]:
    """Return the condition for shared rows: something that is released refers to them."""
    table = _T[name]
    if name == "precedent_party":
        return table.c.precedent_id.in_(select(_T["precedent"].c.id).where(_referred_to(scope, "precedent")))
    sources: list[Select[Any]] = []
    for other in ("entry", "member", "action", "lodging", "topic_precedent", "gift", "access_request"):
        if other not in scope.rules.fields:
            continue
        sources += [
            select(column).where(visible(scope, other), column.is_not(None))
            for column in _T[other].c
            if column.foreign_keys and target_of(column) == name
        ]
    if name in {"person", "organisation"} and scope.kind in _OWN:
        head = _T["visit"].c
        column = head["principal_id" if name == "person" else "organisation_id"]
        within = and_(head.id == scope.visit_id, head.marking <= scope.rules.ceiling)
        sources.append(select(column).where(within, column.is_not(None)))
    if name == "organisation" and "precedent_party" in scope.rules.fields:
        party = _T["precedent_party"]
        sources.append(select(party.c.organisation_id).where(_referred_to(scope, "precedent_party")))
    return or_(*(table.c.id.in_(source) for source in sources)) if sources else false()
