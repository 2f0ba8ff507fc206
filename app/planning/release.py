"""The only door through which anything leaves the planner.

``release`` builds its queries from the audience's list of fields: a column that is not listed is not
selected, a row above the audience's marking is not fetched (``visible`` has the conditions), and a guarded
column above it is emptied by the database. So what must not leave is never in memory beside what may.
"""

from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, case, func, literal, or_, select

from app.data.models import Base
from app.domain.errors import PlanningError
from app.domain.release import Audience, AudienceKind, Carry
from app.domain.words import Marking
from app.planning.audiences import rules_for
from app.planning.released import TABLES, Head, ReleasedVisit
from app.planning.settings import marking_names
from app.planning.visible import Scope, takes_part, target_of, visible, visible_ids
from app.planning.withheld import withheld, withheld_head

__all__ = ["release"]

_T = Base.metadata.tables

#: What every paper says of its visit, whatever the visit's marking: without them no clock is right.
_ALWAYS = frozenset({"home_city", "home_zone"})
#: What a paper is called; a visit marked no higher than any new one shows it to every reader.
_TITLE_PAGE = frozenset({"title", "disclaimer", "starts_on", "ends_on"})
_FREE_TITLE = Marking.OFFICIAL_USE


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
    scope = Scope(visit_id, rules, audience.kind, organisation_id, entry_id)
    head = _head(connection, scope)
    rows = {name: _rows(connection, scope, name) for name in TABLES if name in rules.fields}
    return ReleasedVisit(
        audience=audience,
        ceiling=rules.ceiling,
        marking_names=marking_names(connection),
        visit=head,
        organisation_id=organisation_id,
        withheld=(*withheld_head(scope, head), *withheld(connection, scope)),
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
    query = select(entry.c.id).where(entry.c.visit_id == visit_id, takes_part(organisation_id)).limit(1)
    return connection.execute(query).first() is not None


def _head(connection: Connection, scope: Scope) -> Head:
    table = _T["visit"]
    columns = [_head_column(scope, column) for column in _columns(scope, table, Head)]
    row = connection.execute(select(*columns).where(table.c.id == scope.visit_id)).mappings().first()
    if row is None:
        raise PlanningError("visit_missing", visit=scope.visit_id)
    return Head(**{name: value for name, value in row.items() if value is not None})


def _head_column(scope: Scope, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Empty a column of the visit where its marking is above the audience; the title page is less shy."""
    name = str(column.key)
    if name in {"id", "marking"} | _ALWAYS:
        return column
    limit = max(scope.rules.ceiling, _FREE_TITLE) if name in _TITLE_PAGE else scope.rules.ceiling
    return case((_T["visit"].c.marking <= limit, column)).label(name)


def _columns(scope: Scope, table: Table, shape: type) -> list[ColumnElement[Any]]:
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


def _reference(scope: Scope, column: Column[Any]) -> list[ColumnElement[Any]]:
    """Return a reference, emptied where what it points at is not released: keys tell what is the same."""
    target = target_of(column)
    if target not in scope.rules.fields:
        return []
    if not column.nullable:
        return [column]
    return [case((column.in_(visible_ids(scope, target)), column)).label(column.name)]


def _rows(connection: Connection, scope: Scope, name: str) -> tuple[Any, ...]:
    table, shape = _T[name], TABLES[name][0]
    query = select(*_columns(scope, table, shape)).where(visible(scope, name))
    query = query.order_by(*_order(table))
    return tuple(shape(**row) for row in connection.execute(query).mappings())


def _order(table: Table) -> list[ColumnElement[Any]]:
    names = ("start_utc", "side", "precedence", "position", "arrives_on", "starts_on", "family_name")
    return [table.c[name] for name in names if name in table.c] + [table.c.id]
