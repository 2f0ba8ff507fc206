"""What a release leaves out: which rows and words, and why, but never what they say."""

from sqlalchemy import Connection, Table, and_, select

from app.data.models import Base
from app.domain.release import AudienceKind, Carry, Withheld
from app.planning.released import TABLES, Head
from app.planning.visible import SHARED, Scope, about, is_marked, visible, visible_ids

_T = Base.metadata.tables


def withheld_head(scope: Scope, head: Head) -> tuple[Withheld, ...]:
    """Tell that the visit itself is marked above the audience."""
    above = head.marking > scope.rules.ceiling
    return (Withheld("visit", head.id, None, head.marking, "marking"),) if above else ()


def withheld(connection: Connection, scope: Scope) -> tuple[Withheld, ...]:
    """Return the rows and the guarded words that a release leaves out, table by table."""
    found: list[Withheld] = []
    for name in TABLES:
        if name not in scope.rules.fields or name in SHARED:
            continue
        table = _T[name]
        if is_marked(table):
            above = and_(
                table.c.visit_id == scope.visit_id,
                about(scope, table),
                table.c.marking > scope.rules.ceiling,
            )
            query = select(table.c.id, table.c.marking).where(above).order_by(table.c.id)
            found += [Withheld(name, row[0], None, row[1], "marking") for row in connection.execute(query)]
        found += _guarded(connection, scope, table)
    if scope.kind is AudienceKind.HOST:
        entry = _T["entry"]
        within = and_(
            entry.c.visit_id == scope.visit_id,
            about(scope, entry),
            entry.c.marking <= scope.rules.ceiling,
        )
        hidden = select(entry.c.id, entry.c.marking).where(
            within, entry.c.id.not_in(visible_ids(scope, "entry"))
        )
        rows = connection.execute(hidden.order_by(entry.c.id))
        found += [Withheld("entry", row[0], None, row[1], "not_shared") for row in rows]
    return tuple(found)


def _guarded(connection: Connection, scope: Scope, table: Table) -> list[Withheld]:
    found: list[Withheld] = []
    for column in table.c:
        if column.info["carry"] is Carry.GUARDED and column.name in scope.rules.fields[table.name]:
            marking = table.c[column.info["marked_by"]]
            query = select(table.c.id, marking).where(
                visible(scope, table.name), marking > scope.rules.ceiling, column != ""
            )
            rows = connection.execute(query.order_by(table.c.id))
            found.extend(Withheld(table.name, row[0], column.name, row[1], "guarded") for row in rows)
    return found
