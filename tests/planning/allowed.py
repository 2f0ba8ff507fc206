"""What each audience may be told of a planted planner, worked out row by row from the words of the design.

It shares no line with ``app.planning.release``: there it is queries, here it is plain reading.
"""

import json
from functools import cache, cached_property
from typing import Any

from app.data.models import Base
from app.domain.release import AudienceKind, Carry
from app.domain.words import Marking, Side
from app.paths import RESOURCES
from tests.planning.canaries import SHARED, TABLES, Planted, Row, target

OWN = {AudienceKind.PRINCIPAL, AudienceKind.DELEGATION}
#: Without these rows, there is nothing to tell of what refers to them.
HANGS_ON = {
    "action": ("entry_id", "topic_id"),
    "note": ("entry_id",),
    "gift": ("entry_id",),
    "access_request": ("entry_id",),
    "attachment": ("entry_id", "topic_id"),
    "record_point": ("agenda_item_id",),
    "decision": ("agenda_item_id",),
}
#: Their marking is that of some of their words, not of the row.
MARKED_IN_PART = {"record"}
ON_EVERY_PAPER = {"home_city", "home_zone"}
ON_THE_TITLE = {"title", "disclaimer", "starts_on", "ends_on"}
TELLS_OF = ("entry", "member", "action", "lodging", "topic_precedent", "gift", "access_request")


@cache
def audiences() -> dict[str, Any]:
    return json.loads((RESOURCES / "release" / "audiences.json").read_text("utf-8"))  # type: ignore[no-any-return]


class Reader:
    """One audience and paper over one planted planner."""

    def __init__(self, planted: Planted, kind: AudienceKind, host: str | None, paper: str) -> None:
        self.planted, self.kind, self.host = planted, kind, host
        rules = audiences()["audiences"][kind]
        self.ceiling = Marking[rules["ceiling"]]
        self.fields = {table: set(names) for table, names in rules["fields"].items()}
        if paper != "book":
            narrower = audiences()["papers"][paper]
            self.fields = {
                table: names & set(narrower[table])
                for table, names in self.fields.items()
                if table in narrower
            }
            self.fields |= {table: set(names) for table, names in rules.get(paper, {}).items()}

    @cached_property
    def by_id(self) -> dict[str, dict[str, Row]]:
        return {
            name: {row["id"]: row for row in rows if "id" in row} for name, rows in self.planted.rows.items()
        }

    @cached_property
    def rows(self) -> dict[str, list[Row]]:
        """The rows that may be told of, by table."""
        return {
            name: [row for row in found if self.sees(name, row)]
            for name, found in self.planted.rows.items()
            if name in self.fields and name != "visit"
        }

    @cached_property
    def _seen(self) -> dict[str, bool]:
        return {}

    def sees(self, table: str, row: Row) -> bool:
        if table not in self.fields:
            return False
        if row["id"] not in self._seen:
            self._seen[row["id"]] = self._told_of(table, row) if table in SHARED else self._sees(table, row)
        return self._seen[row["id"]]

    def _sees(self, table: str, row: Row) -> bool:
        if table not in MARKED_IN_PART and row.get("marking", Marking.PUBLIC) > self.ceiling:
            return False
        if table == "entry" and self.host is not None:
            return bool(row["share_with_host"]) and self.takes_part(row)
        if table == "member":
            return self._sees_member(row)
        if table == "stop" and self.kind not in OWN and not self._stops_for(row):
            return False
        return all(
            row[column.name] is None
            or self.sees(target(column), self.by_id[target(column)][row[column.name]])
            for column in Base.metadata.tables[table].c
            if column.foreign_keys
            and target(column) not in {"visit", *SHARED}
            and (not column.nullable or column.name in HANGS_ON.get(table, ()))
        )

    def takes_part(self, entry: Row) -> bool:
        host = self.planted.organisation_id(str(self.host))
        members = self.by_id["member"]
        seats = [row for row in self.planted.rows["participation"] if row["entry_id"] == entry["id"]]
        return entry["host_organisation_id"] == host or any(
            members[seat["member_id"]]["organisation_id"] == host for seat in seats
        )

    def _sees_member(self, member: Row) -> bool:
        seats = [row for row in self.planted.rows["participation"] if row["member_id"] == member["id"]]
        at_seen = any(self.sees("entry", self.by_id["entry"][seat["entry_id"]]) for seat in seats)
        return at_seen or (self.kind in OWN and (member["side"] is Side.OURS or not seats))

    def _stops_for(self, stop: Row) -> bool:
        return any(
            self.sees("entry", entry)
            and stop["zone"] in {entry["start_zone"], entry["end_zone"]}
            and entry["start_wall"].date() <= stop["leaves_on"]
            and entry["end_wall"].date() >= stop["arrives_on"]
            for entry in self.planted.rows["entry"]
        )

    def _told_of(self, table: str, row: Row) -> bool:
        """Tell whether a row that visits share is referred to by one that is told of."""
        if table == "precedent_party":
            return self.sees("precedent", self.by_id["precedent"][row["precedent_id"]])
        head = self.planted.rows["visit"][0]
        heads = {head["principal_id"], head["organisation_id"]}
        if self.kind in OWN and head["marking"] <= self.ceiling and row["id"] in heads:
            return True
        sources = TELLS_OF + (("precedent_party",) if table == "organisation" else ())
        return any(
            other[column.name] == row["id"] and self.sees(source, other)
            for source in sources
            for column in TABLES[source].c
            if column.foreign_keys and target(column) == table
            for other in self.planted.rows[source]
        )

    def column_told(self, table: str, name: str, row: Row) -> bool:
        column = TABLES[table].c[name]
        carry = column.info["carry"]
        if carry is Carry.KEY:
            return name in {"id", "calendar_uid"}
        if name not in self.fields[table] or carry in {Carry.PERSONAL, Carry.INTERNAL}:
            return False
        if carry is Carry.CONTACT:
            return self.kind in OWN
        return carry is not Carry.GUARDED or row[column.info["marked_by"]] <= self.ceiling

    def visit_told(self, name: str) -> bool:
        marking = self.planted.visit_marking
        if name == "id" or (name in self.fields["visit"] and name in ON_EVERY_PAPER):
            return True
        free = Marking.OFFICIAL_USE if name in ON_THE_TITLE else Marking.PUBLIC
        return name in self.fields["visit"] and marking <= max(self.ceiling, free)

    @cached_property
    def words(self) -> set[str]:
        """The canaries that this reader may be told."""
        told = {row["id"]: row for rows in self.rows.values() for row in rows}
        return {
            word
            for word, (table, column, row_id) in self.planted.where.items()
            if (table == "visit" and self.visit_told(column))
            or (row_id in told and self.column_told(table, column, told[row_id]))
        }
