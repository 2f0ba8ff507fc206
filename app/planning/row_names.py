"""What people call a row of any table, also where it only ties others together: for history and messages.

No personal column takes part in a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from app.data.models import Base
from app.domain.names import full_name

Key = tuple[str, str]
LONGEST = 120
_CHUNK = 500

#: The columns that a row is called by. Of a tuple all that are filled are said; of ``ONE_OF`` the first.
NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "access_person": ("member_id",),
    "access_request": ("place_id", "entry_id"),
    "action": ("text",),
    "action_note": ("text",),
    "agenda_item": ("title", "topic_id"),
    "attachment": ("name",),
    "baggage_piece": ("tag", "description"),
    "brief": ("entry_id",),
    "brief_paragraph": ("text",),
    "decision": ("text",),
    "edition": ("number",),
    "edition_copy": ("holder",),
    "edition_master": ("audience",),
    "entry": ("title",),
    "entry_party": ("party_id", "entry_id"),
    "finding": ("rule",),
    "gift": ("description",),
    "interpreter_booking": ("member_id", "entry_id"),
    "leg": ("entry_id",),
    "lodging": ("name", "place_id"),
    "member": ("person_id",),
    "note": ("title", "text"),
    "organisation": ("name", "acronym"),
    "participation": ("member_id", "entry_id"),
    "party": ("name",),
    "party_member": ("member_id", "party_id"),
    "person": ("family_name", "given_name", "family_name_first", "native_name"),
    "place": ("name",),
    "post": ("title", "person_id"),
    "precedent": ("title",),
    "precedent_party": ("organisation_id", "precedent_id"),
    "record": ("entry_id",),
    "record_point": ("text",),
    "ride": ("vehicle_id", "entry_id"),
    "rider": ("member_id", "ride_id"),
    "room": ("number", "lodging_id"),
    "room_guest": ("member_id", "room_id"),
    "seat": ("participation_id",),
    "setting": ("name",),
    "stop": ("city",),
    "talking_point": ("text",),
    "told": ("name", "about"),
    "topic": ("title",),
    "topic_organisation": ("organisation_id", "topic_id"),
    "topic_precedent": ("precedent_id", "topic_id"),
    "travel_document": ("person_id",),
    "vehicle": ("name",),
    "visa": ("travel_document_id",),
    "visit": ("title",),
    "waiver": ("rule", "reason"),
}
#: Tables whose row is called by the first of its columns that says anything.
ONE_OF = frozenset({"access_request", "agenda_item", "baggage_piece", "lodging", "note", "organisation"})


class RowNames:
    """The names of rows, gathered with one question for each table and each step of reference.

    ``known`` are values of rows as they once were: of use for rows that are gone.
    """

    def __init__(self, connection: Connection, known: Mapping[Key, Mapping[str, Any]] | None = None) -> None:
        self._connection = connection
        self._known = dict(known or {})
        self._rows: dict[Key, Mapping[str, Any] | None] = {}

    def gather(self, keys: Iterable[Key]) -> None:
        """Read what is needed to name these rows."""
        wanted = set(keys) - self._rows.keys()
        while wanted:
            for table in {table for table, _row in wanted}:
                self._read(table, [row_id for name, row_id in wanted if name == table])
            wanted = {target for key in wanted for target in self._references(key)} - self._rows.keys()

    def name(self, key: Key) -> str:
        """Return what the row is called; empty where it is gone and nothing is known of it."""
        row = self._rows.get(key)
        if row is None:
            return ""
        if key[0] == "person":
            family, given = row.get("family_name", ""), row.get("given_name", "")
            latin = full_name(family, given, family_first=bool(row.get("family_name_first")))
            return " ".join(part for part in (latin, row.get("native_name")) if part)
        parts = [self._part(key[0], name, row) for name in NAMED_BY[key[0]]]
        said = [part for part in parts if part]
        return " · ".join(said[:1] if key[0] in ONE_OF else said)

    def is_there(self, key: Key) -> bool:
        """Tell whether the row stands in the planner now."""
        row = self._rows.get(key)
        return row is not None and "id" in row

    def values(self, key: Key) -> Mapping[str, Any]:
        """Return the columns that were read of a row, or what was known of it."""
        return self._rows.get(key) or {}

    def _part(self, table: str, name: str, row: Mapping[str, Any]) -> str:
        value = row.get(name)
        target = target_of(table, name)
        if target is not None:
            return self.name((target, value)) if value else ""
        text = " ".join(str(value or "").split())
        return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"

    def _read(self, table: str, ids: list[str]) -> None:
        stored = Base.metadata.tables[table]
        names = ("id", *NAMED_BY[table], *_parents(table))
        columns = [stored.c[name] for name in dict.fromkeys(names)]
        for first in range(0, len(ids), _CHUNK):
            query = select(*columns).where(stored.c.id.in_(ids[first : first + _CHUNK]))
            for row in self._connection.execute(query).mappings():
                self._rows[table, row["id"]] = dict(row)
        for row_id in ids:
            known = self._known.get((table, row_id))
            gone = None if known is None else {name: value for name, value in known.items() if name != "id"}
            self._rows.setdefault((table, row_id), gone)

    def _references(self, key: Key) -> list[Key]:
        row = self._rows.get(key) or {}
        found = []
        for name in NAMED_BY[key[0]]:
            target = target_of(key[0], name)
            if target is not None and row.get(name):
                found.append((target, row[name]))
        return found


def target_of(table: str, name: str) -> str | None:
    """Return the table that a column refers to; ``None`` where it is no reference."""
    keys = Base.metadata.tables[table].c[name].foreign_keys
    return next(iter(keys)).column.table.name if keys else None


def _parents(table: str) -> list[str]:
    """Return the references of a table: where its row is shown can stand in one of them."""
    return [column.name for column in Base.metadata.tables[table].c if column.foreign_keys]
