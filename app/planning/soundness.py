"""Is a planner sound: the file, its references, its journal, its derived instants, its search index."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, LargeBinary, select

from app.data.backup import integrity_faults
from app.data.journal import broken_links
from app.data.models import Base, Entry
from app.data.search import all_indexed, held, is_current
from app.domain.zones import TimeError
from app.planning.clocks import instants


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a planner; ``code`` finds its sentence, ``detail`` fills it."""

    code: str
    detail: str


def faults(connection: Connection) -> tuple[Fault, ...]:
    """Return everything that is wrong with the planner; empty where it is sound."""
    found = [Fault("fault_file", text) for text in integrity_faults(connection)]
    found += [Fault("fault_journal", str(number)) for number in broken_links(connection)]
    undecodable = _undecodable(connection)
    if undecodable:
        return (*found, *undecodable)
    columns = ("title", "start_wall", "start_zone", "start_fold", "end_wall", "end_zone", "end_fold")
    query = select(*(getattr(Entry, name) for name in (*columns, "start_utc", "end_utc"))).order_by(Entry.id)
    for row in connection.execute(query):
        if not _instants_hold(row):
            found.append(Fault("fault_instant", row.title))
    if is_current(connection):  # one of another version is built anew when the file is opened to be written
        astray = {(row.table, row.row_id) for row in {*held(connection)} ^ {*all_indexed(connection)}}
        found += [Fault("fault_search", f"{table} {row_id}") for table, row_id in sorted(astray)]
    return tuple(found)


def _undecodable(connection: Connection) -> list[Fault]:
    """Return the tables with a value that is not of its column's kind."""
    found = []
    for table in Base.metadata.sorted_tables:
        columns = [column for column in table.c if not isinstance(column.type, LargeBinary)]
        try:
            for _row in connection.execute(select(*columns)):
                pass
        except (ValueError, TypeError) as error:
            found.append(Fault("fault_value", f"{table.name} ({error})"))
    return found


def _instants_hold(row: Any) -> bool:
    try:
        start, end = instants(row)
    except TimeError:  # a zone that there is none of, a year beyond reckoning
        return False
    return (start, end) == (row.start_utc, row.end_utc) and start <= end
