"""One visit, whole, for other programs to read."""

from typing import Any

from sqlalchemy import Connection

from app.data.snapshot import take


def visit_document(connection: Connection, visit_id: str) -> dict[str, Any]:
    """Return a visit as a JSON document: ``visit``, ``entries`` in order of time, and all other ``rows``.

    The instants of entries end in ``Z``: other programs take a time without a zone for their own zone's.

    Raises:
        PlanningError: ``visit_missing``.
    """
    document = take(connection, visit_id)
    rows = document["rows"]
    head = rows.pop("visit")[0]
    entries = sorted(rows.pop("entry", []), key=lambda row: (row["start_utc"], row["id"]))
    for row in entries:
        row |= {name: f"{row[name]}Z" for name in ("start_utc", "end_utc")}
    return {
        "format": document["format"],
        "schema": document["schema"],
        "visit": head,
        "entries": entries,
        "rows": rows,
    }
