"""The only door through which anything leaves the planner.

``release`` builds its queries from the audience's list of fields: a column that is not listed is not
selected, a row above the audience's marking is not fetched, and a guarded column above it is emptied by
the database. So what must not leave is never in memory beside what may.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    case,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    true,
)

from app.data.models import Base
from app.domain.errors import PlanningError
from app.domain.release import Audience, AudienceKind, Carry, Withheld
from app.domain.words import Marking, Side
from app.planning.audiences import Rules, rules_for
from app.planning.released import TABLES, Head, ReleasedVisit
from app.planning.settings import marking_names

__all__ = ["release"]

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
_SHARED = ("organisation", "person", "place", "precedent", "precedent_party")
_OWN = frozenset({AudienceKind.PRINCIPAL, AudienceKind.DELEGATION})
#: What every paper says of its visit, whatever the visit's marking: without them no clock is right.
_ALWAYS = frozenset({"home_city", "home_zone"})
#: What a paper is called; a visit marked no higher than any new one shows it to every reader.
_TITLE_PAGE = frozenset({"title", "disclaimer", "starts_on", "ends_on"})
_FREE_TITLE = Marking.OFFICIAL_USE


def _parents(name: str) -> tuple[tuple[str, str], ...]:
    """Return the references, with their tables, that rows hang on: they are released with these only."""
    keys = [(column.name, _target(column)) for column in _T[name].c if column.foreign_keys]
    return tuple(
        (column, target)
        for column, target in keys
        if not _T[name].c[column].nullable and target not in {"visit", *_SHARED}
    )


def _target(column: Column[Any]) -> str:
    return str(next(iter(column.foreign_keys)).column.table.name)


def _is_marked(table: Table) -> bool:
    """Tell whether rows of a table have a marking: a record's is that of some of its words alone."""
    return "marking" in table.c and all(column.info.get("marked_by") != "marking" for column in table.c)


_PARENTS = {name: _parents(name) for name in TABLES if name not in _SHARED}


@dataclass(frozen=True, slots=True)
class _Scope:
    """What one release may look at."""

    visit_id: str
    rules: Rules
    kind: AudienceKind
    organisation_id: str | None
    entry_id: str | None


def release(
    connection: Connection,
    visit_id: str,
    audience: Audience,
    *,
    paper: str = "book",
    entry_id: str | None = None,
) -> ReleasedVisit:
    """Return a visit as ``audience`` may see it on ``paper``, as :func:`rules_for` names them.

    Left out, and named in ``withheld`` without its words: every row above the audience's highest marking,
    with all that hangs on it; guarded words above it; for a host, entries that are not shared or in which
    it takes no part. Of a visit marked above the audience, the home city and zone remain, and title page
    and days where the marking is that of any new visit. With ``entry_id``, nothing is fetched of any other
    entry, nor named as left out. A fixed number of queries, whatever the size.

    Raises:
        PlanningError: ``visit_missing``; ``organisation_unknown`` or ``organisation_ambiguous`` for a host
            audience.
    """
    rules = rules_for(audience.kind, paper)
    organisation_id = _organisation(connection, visit_id, audience)
    scope = _Scope(visit_id, rules, audience.kind, organisation_id, entry_id)
    head = _head(connection, scope)
    rows = {name: _rows(connection, scope, name) for name in TABLES if name in rules.fields}
    return ReleasedVisit(
        audience=audience,
        ceiling=rules.ceiling,
        marking_names=marking_names(connection),
        visit=head,
        organisation_id=organisation_id,
        withheld=(*_withheld_head(scope, head), *_withheld(connection, scope)),
        **{TABLES[name][1]: found for name, found in rows.items()},
    )


def _organisation(connection: Connection, visit_id: str, audience: Audience) -> str | None:
    if audience.kind is not AudienceKind.HOST:
        return None
    table, name = _T["organisation"], str(audience.organisation).strip()
    if not name:  # else it would be any organisation without an acronym
        raise PlanningError("audience_host_unnamed", field="audience")
    named = or_(table.c.id == name, func.lower(table.c.acronym) == name.lower())
    ids = connection.execute(select(table.c.id).where(named)).scalars().all()
    if not ids:
        raise PlanningError("organisation_unknown", field="audience", name=name)
    if len(ids) > 1:
        taking_part = [found for found in ids if _takes_part_at_all(connection, visit_id, found)]
        if len(taking_part) != 1:
            raise PlanningError("organisation_ambiguous", field="audience", name=name)
        return str(taking_part[0])
    return str(ids[0])


def _takes_part_at_all(connection: Connection, visit_id: str, organisation_id: str) -> bool:
    entry = _T["entry"]
    query = select(entry.c.id).where(entry.c.visit_id == visit_id, _takes_part(organisation_id)).limit(1)
    return connection.execute(query).first() is not None


def _head(connection: Connection, scope: _Scope) -> Head:
    table = _T["visit"]
    columns = [_head_column(scope, column) for column in _columns(scope, table, Head)]
    row = connection.execute(select(*columns).where(table.c.id == scope.visit_id)).mappings().first()
    if row is None:
        raise PlanningError("visit_missing", visit=scope.visit_id)
    return Head(**{name: value for name, value in row.items() if value is not None})


def _head_column(scope: _Scope, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Empty a column of the visit where its marking is above the audience; the title page is less shy."""
    name = str(column.key)
    if name in {"id", "marking"} | _ALWAYS:
        return column
    limit = max(scope.rules.ceiling, _FREE_TITLE) if name in _TITLE_PAGE else scope.rules.ceiling
    return case((_T["visit"].c.marking <= limit, column)).label(name)


def _columns(scope: _Scope, table: Table, shape: type) -> list[ColumnElement[Any]]:
    listed = scope.rules.fields[table.name]
    columns: list[ColumnElement[Any]] = []
    for name in shape.__dataclass_fields__:  # type: ignore[attr-defined]
        column = table.c[name]
        carry = column.info["carry"]
        if column.foreign_keys:
            columns += _reference(scope, column)
        elif carry is Carry.KEY:
            columns.append(column)
        elif name in listed and carry is Carry.GUARDED:
            within = table.c[column.info["marked_by"]] <= scope.rules.ceiling
            columns.append(case((within, column), else_=literal("")).label(name))
        elif name in listed:
            columns.append(column)
    return columns


def _reference(scope: _Scope, column: Column[Any]) -> list[ColumnElement[Any]]:
    """Return a reference, emptied where what it points at is not released: keys tell what is the same."""
    target = _target(column)
    if target not in scope.rules.fields:
        return []
    if not column.nullable:
        return [column]
    return [case((column.in_(_visible_ids(scope, target)), column)).label(column.name)]


def _rows(connection: Connection, scope: _Scope, name: str) -> tuple[Any, ...]:
    table, shape = _T[name], TABLES[name][0]
    query = select(*_columns(scope, table, shape)).where(_visible(scope, name))
    query = query.order_by(*_order(table))
    return tuple(shape(**row) for row in connection.execute(query).mappings())


def _order(table: Table) -> list[ColumnElement[Any]]:
    names = ("start_utc", "side", "precedence", "position", "arrives_on", "starts_on", "family_name")
    return [table.c[name] for name in names if name in table.c] + [table.c.id]


def _visible(scope: _Scope, name: str) -> ColumnElement[bool]:
    """Return the condition under which rows of a table may be released."""
    table = _T[name]
    if name not in scope.rules.fields:
        return false()
    if name in _SHARED:
        return _referred_to(scope, name)
    conditions = [table.c.visit_id == scope.visit_id, _about(scope, table)]
    if _is_marked(table):
        conditions.append(table.c.marking <= scope.rules.ceiling)
    if name == "entry" and scope.kind is AudienceKind.HOST:
        conditions += [table.c.share_with_host.is_(True), _takes_part(str(scope.organisation_id))]
    if name == "member":
        conditions.append(_member_condition(scope))
    if name == "stop":
        conditions.append(_stop_condition(scope))
    for column, parent in _PARENTS[name]:
        conditions.append(table.c[column].in_(_visible_ids(scope, parent)))
    for parent in _MAY_HANG_ON.get(name, ()):
        reference = table.c[f"{parent}_id"]
        conditions.append(or_(reference.is_(None), reference.in_(_visible_ids(scope, parent))))
    return and_(*conditions)


def _about(scope: _Scope, table: Table) -> ColumnElement[bool]:
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


def _visible_ids(scope: _Scope, name: str) -> Select[Any]:
    return select(_T[name].c.id).where(_visible(scope, name))


def _takes_part(organisation_id: str) -> ColumnElement[bool]:
    entry, participation, member = _T["entry"], _T["participation"], _T["member"]
    seated = (
        select(participation.c.entry_id)
        .join(member, member.c.id == participation.c.member_id)
        .where(member.c.organisation_id == organisation_id)
    )
    return or_(entry.c.host_organisation_id == organisation_id, entry.c.id.in_(seated))


def _member_condition(scope: _Scope) -> ColumnElement[bool]:
    """Return the condition for members: they sit at an entry that is released.

    Our own papers also carry our own side, and those of the hosts who sit nowhere yet. But a host who
    sits at withheld entries only would tell whom we meet there.
    """
    member, participation = _T["member"], _T["participation"]
    seats = select(participation.c.member_id)
    seen = member.c.id.in_(seats.where(participation.c.entry_id.in_(_visible_ids(scope, "entry"))))
    if scope.kind not in _OWN:
        return seen
    unseated = member.c.id.not_in(seats.where(participation.c.visit_id == scope.visit_id))
    return or_(member.c.side == Side.OURS, unseated, seen)


def _stop_condition(scope: _Scope) -> ColumnElement[bool]:
    """Return the condition for stops: others than our own side see those of the entries that they see."""
    if scope.kind in _OWN:
        return true()
    stop, entry = _T["stop"], _T["entry"]
    here = or_(entry.c.start_zone == stop.c.zone, entry.c.end_zone == stop.c.zone)
    begins, ends = func.date(entry.c.start_wall), func.date(entry.c.end_wall)
    then = and_(begins <= stop.c.leaves_on, ends >= stop.c.arrives_on)
    return exists(select(entry.c.id).where(_visible(scope, "entry"), here, then))


def _referred_to(scope: _Scope, name: str) -> ColumnElement[bool]:
    """Return the condition for shared rows: something that is released refers to them."""
    table = _T[name]
    if name == "precedent_party":
        return table.c.precedent_id.in_(select(_T["precedent"].c.id).where(_referred_to(scope, "precedent")))
    sources: list[Select[Any]] = []
    for other in ("entry", "member", "action", "lodging", "topic_precedent", "gift", "access_request"):
        if other not in scope.rules.fields:
            continue
        sources += [
            select(column).where(_visible(scope, other), column.is_not(None))
            for column in _T[other].c
            if column.foreign_keys and _target(column) == name
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


def _withheld_head(scope: _Scope, head: Head) -> tuple[Withheld, ...]:
    above = head.marking > scope.rules.ceiling
    return (Withheld("visit", head.id, None, head.marking, "marking"),) if above else ()


def _withheld(connection: Connection, scope: _Scope) -> tuple[Withheld, ...]:
    found: list[Withheld] = []
    for name in TABLES:
        if name not in scope.rules.fields or name in _SHARED:
            continue
        table = _T[name]
        if _is_marked(table):
            above = and_(
                table.c.visit_id == scope.visit_id,
                _about(scope, table),
                table.c.marking > scope.rules.ceiling,
            )
            query = select(table.c.id, table.c.marking).where(above).order_by(table.c.id)
            found += [Withheld(name, row[0], None, row[1], "marking") for row in connection.execute(query)]
        found += _guarded(connection, scope, table)
    if scope.kind is AudienceKind.HOST:
        entry = _T["entry"]
        within = and_(
            entry.c.visit_id == scope.visit_id,
            _about(scope, entry),
            entry.c.marking <= scope.rules.ceiling,
        )
        hidden = select(entry.c.id, entry.c.marking).where(
            within, entry.c.id.not_in(_visible_ids(scope, "entry"))
        )
        rows = connection.execute(hidden.order_by(entry.c.id))
        found += [Withheld("entry", row[0], None, row[1], "not_shared") for row in rows]
    return tuple(found)


def _guarded(connection: Connection, scope: _Scope, table: Table) -> list[Withheld]:
    found: list[Withheld] = []
    for column in table.c:
        if column.info["carry"] is Carry.GUARDED and column.name in scope.rules.fields[table.name]:
            marking = table.c[column.info["marked_by"]]
            query = select(table.c.id, marking).where(
                _visible(scope, table.name), marking > scope.rules.ceiling, column != ""
            )
            rows = connection.execute(query.order_by(table.c.id))
            found.extend(Withheld(table.name, row[0], column.name, row[1], "guarded") for row in rows)
    return found
