"""The files kept in a visit: as a list, with an entry, one by one; and their bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from app.data.models import Attachment, AttachmentBlob, Entry, Topic
from app.domain.errors import PlanningError
from app.domain.words import Marking


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A file by its name, with its bytes counted and their SHA-256 in hexadecimal digits.

    ``entry`` and ``topic`` are titles, or nothing; ``created_at`` is UTC.
    """

    id: str
    visit_id: str
    entry_id: str | None
    topic_id: str | None
    position: int
    name: str
    media_type: str
    sha256: str
    size: int
    marking: Marking
    created_at: datetime
    entry: str
    topic: str


def attachment_rows(connection: Connection, visit_id: str) -> tuple[AttachmentRow, ...]:
    """Return the files of a visit in the order in which they were added."""
    return _found(connection, _files().where(Attachment.visit_id == visit_id))


def entry_attachments(connection: Connection, entry_id: str) -> tuple[AttachmentRow, ...]:
    """Return the files that are kept with an entry."""
    return _found(connection, _files().where(Attachment.entry_id == entry_id))


def topic_attachments(connection: Connection, topic_id: str) -> tuple[AttachmentRow, ...]:
    """Return the files that are kept with a topic."""
    return _found(connection, _files().where(Attachment.topic_id == topic_id))


def attachment_detail(connection: Connection, attachment_id: str) -> AttachmentRow:
    """Return one file.

    Raises:
        PlanningError: ``row_missing``.
    """
    found = _found(connection, _files().where(Attachment.id == attachment_id))
    if not found:
        raise PlanningError("row_missing", table="attachment")
    return found[0]


def attachment_bytes(connection: Connection, attachment_id: str) -> bytes:
    """Return what stands in a file.

    Raises:
        PlanningError: ``row_missing``; ``attachment_bytes_missing`` where the visit came from another
            planner without its files.
    """
    row = attachment_detail(connection, attachment_id)
    table = AttachmentBlob.__table__
    data = connection.execute(select(table.c.data).where(table.c.sha256 == row.sha256)).scalar_one_or_none()
    if data is None:
        raise PlanningError("attachment_bytes_missing", name=row.name)
    return bytes(data)


def _files() -> Select[*tuple[Any, ...]]:
    own = (getattr(Attachment, name) for name in AttachmentRow.__slots__ if name not in {"entry", "topic"})
    joined = Attachment.__table__.outerjoin(Entry.__table__, Entry.id == Attachment.entry_id).outerjoin(
        Topic.__table__, Topic.id == Attachment.topic_id
    )
    titles = (Entry.title.label("entry"), Topic.title.label("topic"))
    return select(*own, *titles).select_from(joined).order_by(Attachment.position, Attachment.id)


def _found(connection: Connection, query: Select[*tuple[Any, ...]]) -> tuple[AttachmentRow, ...]:
    rows = connection.execute(query).mappings()
    return tuple(
        AttachmentRow(**dict(row) | {"entry": row["entry"] or "", "topic": row["topic"] or ""})
        for row in rows
    )
